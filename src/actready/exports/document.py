# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as a text document (DOCX) to edit: the sections of the PDF, from the same data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actready.exports.document_subjects import write_subject
from actready.exports.paper import Paper
from actready.exports.words import answer_state, sign_word
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.context import (
    AnswerSection,
    OpenPoint,
    ReportContext,
    Statement,
    SubjectReport,
)

_THREE = (40, 38, 22)


def document(context: ReportContext) -> bytes:
    """Return the document. It carries no data and no record of its own; the PDF does."""
    title = _("Readiness report: {organisation}").format(organisation=context.organisation)
    paper = Paper(title, context.organisation, context.language, context.issued)
    law = _("Law as of {day}").format(day=context.as_of)
    paper.running(title, f"{law} · {_('Self-assessment, no legal advice')}")
    _cover(paper, context)
    paper.contents(_("Contents"))
    _summary(paper, context)
    for subject in context.subjects:
        write_subject(paper, subject)
    _open_points(paper, context)
    _answers(paper, context)
    _basis(paper, context)
    _record(paper, context)
    return paper.data()


def _cover(paper: Paper, context: ReportContext) -> None:
    paper.title(context.organisation, _("Readiness report"))
    for edition in context.editions:
        paper.text(f"{edition.title}, {edition.number}")
    paper.text(_("Law as of {day}").format(day=context.as_of))
    if not context.subjects:
        paper.text(_("No product or project has been added to this assessment."))
    paper.table(
        _("What was assessed"),
        (_("Product or project"), _("Act"), _("Role"), _("State"), _("First duties")),
        _cover_rows(context.subjects),
        (24, 22, 18, 18, 18),
    )
    paper.text(
        _(
            "This report sets out the answers given and what follows from them. It is a"
            " self-assessment and gives no legal advice; it replaces neither a certificate nor the"
            " EU declaration of conformity. What binds is the text in the Official Journal."
        )
    )
    paper.text(
        _("This document can be changed by anybody. The PDF carries its data and can be checked.")
    )


def _cover_rows(subjects: Iterable[SubjectReport]) -> Iterator[tuple[str, ...]]:
    for subject in subjects:
        for result in subject.results:
            first = result.first_duty.words if result.first_duty else _("No duty")
            if result.possible_count and not result.first_duty:
                first = _("Not known yet")
            ban = result.ban.title if result.ban else ""
            role = "\n".join(filter(None, (ban, result.headline, result.tier_line)))
            yield subject.name, result.act, role, result.state, first


def _summary(paper: Paper, context: ReportContext) -> None:
    page = context.summary
    paper.chapter(_("Summary for management"))
    paper.text(" ".join(page.lead))
    _statements(paper, _("In force now"), page.in_force)
    _statements(paper, _("Not yet known"), page.not_known)
    paper.section(_("When duties apply"))
    if not page.dates:
        paper.text(_("No duty follows from these answers, so there is no date to show."))
    paper.table(
        _("When duties apply"),
        (_("Date"), _("Begins to apply"), _("To")),
        (
            (one.moment.day, ": ".join(filter(None, (one.acts, one.duties))), one.subjects)
            for one in page.dates
        ),
        (20, 30, 50),
    )
    if page.more_dates:
        also = _("Duties that depend on open answers may also begin on {days}.")
        paper.text(also.format(days=page.more_dates))
    if page.bars:
        paper.section(_("How far the duties are met"))
        statuses = [sign_word(share.status) for share in page.bars[0].shares]
        rows = (
            (one.name, *(str(share.count) for share in one.shares), one.possible)
            for one in page.bars
        )
        heads = (_("Subject"), *statuses, _("May apply"))
        paper.table(_("How far the duties are met"), heads, rows, (28, 10, 10, 10, 12, 14, 16))
    _steps(paper, context)


def _statements(paper: Paper, title: str, statements: Iterable[Statement]) -> None:
    paper.section(title)
    for one in statements:
        paper.text(one.text, strong=one.strong)


def _steps(paper: Paper, context: ReportContext) -> None:
    steps = context.summary.steps
    if steps:
        paper.section(_("The next steps"))
    rows = (
        (
            str(number),
            "\n".join(filter(None, (one.title, one.text, "; ".join(one.plans)))),
            one.state,
            "\n".join(one.provisions),
        )
        for number, one in enumerate(steps, 1)
    )
    heads = (_("No."), _("What to do"), _("State"), _("Provision"))
    paper.table(_("The next steps"), heads, rows, (6, 54, 18, 22))


def _open_points(paper: Paper, context: ReportContext) -> None:
    paper.chapter(_("What is not known"))
    paper.text(
        _(
            "Every question that can still change a finding, the one that decides most first, with"
            " what to do to find out. Unanswered and “I don’t know” both leave the result open;"
            " neither counts as a no."
        )
    )
    for subject in context.subjects:
        paper.section(subject.name)
        points = [point for result in subject.results for point in result.open_points]
        _points(paper, subject.name, points)
    paper.section(context.organisation)
    _points(paper, context.organisation, context.about_organisation.open_points)


def _points(paper: Paper, owner: str, points: Iterable[OpenPoint]) -> None:
    rows = [
        (
            _("I don’t know") if one.state == "unknown" else _("Not answered"),
            "\n".join(filter(None, (one.question, one.find_out))),
            ", ".join(one.decides),
            "\n".join(one.provisions),
        )
        for one in points
    ]
    if not rows:
        paper.text(_("Nothing is left open. Every finding follows from the answers."))
    name = _("Open questions: {subject}").format(subject=owner)
    heads = (_("Answer"), _("Question"), _("Can still decide"), _("Provision"))
    paper.table(name, heads, rows, (14, 44, 22, 20))


def _answers(paper: Paper, context: ReportContext) -> None:
    paper.chapter(_("Answers and notes"))
    paper.text(
        _(
            "The questions that mattered, in the order in which they are asked, with the answers as"
            " given."
        )
    )
    own = context.about_organisation
    _given(paper, context.organisation, own.answers, own.kept)
    paper.table(
        _("What follows for the organisation"),
        (_("Finding"), _("State"), _("Meaning"), _("Provision")),
        (
            (one.title, sign_word(one.sign), one.sentence if one.sign != "undetermined" else "",
             "\n".join(one.provisions))
            for one in own.findings
        ),
        (20, 18, 42, 20),
    )  # fmt: skip
    for subject in context.subjects:
        _given(paper, subject.name, subject.answers, subject.kept)


def _given(paper: Paper, owner: str, sections: Iterable[AnswerSection], kept: int) -> None:
    paper.section(owner)
    found = tuple(sections)
    if not found:
        paper.text(_("No question about it matters for the result."))
    for section in found:
        paper.subsection(section.title)
        rows = (
            (
                "\n".join(filter(None, (line.question, _noted(line.note)))),
                line.answer if not line.state else answer_state(line),
                "\n".join(line.provisions),
            )
            for line in section.lines
        )
        name = f"{owner}: {section.title}"
        paper.table(name, (_("Question"), _("Answer"), _("Provision")), rows, _THREE)
        if section.unanswered:
            wording = ngettext(
                "{count} readiness question is not answered yet.",
                "{count} readiness questions are not answered yet.",
                section.unanswered,
            )
            paper.text(wording.format(count=section.unanswered))
    if kept:
        wording = ngettext(
            "{count} further answer is kept in the data and changes nothing at present.",
            "{count} further answers are kept in the data and change nothing at present.",
            kept,
        )
        paper.text(wording.format(count=kept))


def _noted(note: str) -> str:
    return _("Note: {note}").format(note=note) if note else ""


def _basis(paper: Paper, context: ReportContext) -> None:
    paper.chapter(_("Legal basis, method and limits"))
    paper.section(_("The law that was applied"))
    rows = (
        (one.title, one.number, one.eli, one.edition, f"{one.holds_from} {one.until}".strip())
        for one in context.editions
    )
    heads = (
        _("Act"), _("Number"), _("Official text"), _("Edition of the questionnaire"),
        _("The law as it stands since"),
    )  # fmt: skip
    paper.table(_("The law that was applied"), heads, rows, (22, 22, 26, 15, 15))
    if context.not_covered:
        nothing = _("This edition asks nothing about and says nothing on: {acts}.")
        paper.text(nothing.format(acts="; ".join(context.not_covered)))
    paper.section(_("Points on which the law is not settled"))
    if not context.unsettled:
        paper.text(_("No result in this report rests on a point that is marked as open."))
    unsettled = (
        (one.text, ", ".join(one.subjects), "\n".join(one.provisions)) for one in context.unsettled
    )
    columns = (_("Point"), _("Matters for"), _("Provision"))
    paper.table(_("Points on which the law is not settled"), columns, unsettled, (52, 26, 22))
    _method(paper)


def _method(paper: Paper) -> None:
    paper.section(_("How the results come about"))
    paper.bullets(
        (
            _(
                "Answers are tested by conditions that are laid down in the questionnaire as data"
                " and cite their provisions. A condition is true, false or unknown."
            ),
            _(
                "A question that was not answered, or answered with “I don’t know”, makes a"
                " condition unknown. Unknown is never read as no."
            ),
            _(
                "A finding is established when its condition is true, ruled out when it is false,"
                " and undetermined otherwise."
            ),
            _(
                "A duty applies when the findings it depends on are established. It may apply while"
                " they are undetermined."
            ),
        )
    )
    paper.section(_("What this report does not do"))
    paper.bullets(
        (
            _("It does not check whether the answers are true."),
            _("How far duties are met is what the organisation answers."),
            _("It quotes no law. Provisions are cited so that they can be looked up."),
        )
    )


def _record(paper: Paper, context: ReportContext) -> None:
    paper.chapter(_("Record and how to verify it"))
    record = context.record
    if record is None:
        paper.text(
            _(
                "This report was made from an answers file. Such a file keeps no record of when and"
                " in which order answers were given."
            )
        )
        rows: tuple[tuple[str, str], ...] = ()
    else:
        chain = (
            _("Intact: every entry fits the one before")
            if record.intact
            else _("Broken: the file was changed outside the program")
        )
        rows = (
            (_("Entries"), str(record.entries)),
            (_("Last entry written"), context.last_changed),
            (_("Digest of the last entry"), record.head),
            (_("Chain"), chain),
        )
    made = (_("Made with"), f"ActReady {context.version}")
    paper.table(_("Record"), (_("What"), _("Value")), (*rows, made), (28, 72))
