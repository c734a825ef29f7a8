# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chapters of one subject in a text document: role and reasons, duties, plan of work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actready.exports.listing import duties_by_act, options_of
from actready.exports.paper import Paper
from actready.exports.words import duty_word, fine_text, sign_word, still_possible
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.context import (
    ActResult,
    Duty,
    ReasonStep,
    Result,
    SubjectReport,
)
from actready.report.duties import grouped
from actready.report.fines import FineBox
from actready.report.planned import Plan

_SHARES = (24, 54, 22)


def write_subject(paper: Paper, subject: SubjectReport) -> None:
    """Write what every act makes of a subject, and what is planned for it."""
    for result, duties in duties_by_act(subject):
        _reasons(paper, subject, result)
        if duties or result.duty_count or result.possible_count or result.options:
            _duties(paper, subject, result, duties)
    if subject.work or subject.other_plans:
        _plan(paper, subject)


def _reasons(paper: Paper, subject: SubjectReport, result: ActResult) -> None:
    paper.chapter(_("{subject}: role and reasons").format(subject=_named(subject, result)))
    paper.text(subject.description)
    if result.ban:
        paper.text(result.ban.text, strong=f"{result.ban.title}.")
    paper.text(result.state, strong=f"{result.act}: {result.headline}.")
    if not result.roles:
        paper.text(_("Unknown stays unknown: no role and no exemption is taken for granted."))
    for role in result.roles:
        paper.section(role.title)
        paper.text(role.follows, strong=role.sentence)
        _not_settled(paper, role.note)
        if role.continues:
            paper.text(_("The steps above, and:"))
        name = _("Chain of reasons: {role}").format(role=role.title)
        heads = (_("No."), _("Answers and what follows"), _("Provision"))
        paper.table(name, heads, _chain(role.steps), (6, 72, 22))
    _findings(paper, _("Tiers that hold"), result.tiers)
    _open_source(paper, result)
    _findings(paper, _("Still undetermined"), result.undecided)
    _ruled_out(paper, result)
    _findings(paper, _("Other findings"), result.further)
    groups = ((one.title, still_possible(one)) for one in result.open_groups)
    paper.table(_("Still possible"), (_("Matter"), _("State")), groups, (40, 60))
    _changes(paper, result)


def _named(subject: SubjectReport, result: ActResult) -> str:
    """Return the subject, with the act where there are several."""
    return subject.name if len(subject.results) == 1 else f"{subject.name}, {result.act}"


def _not_settled(paper: Paper, note: str) -> None:
    if note:
        paper.text(note, strong=_("Not settled:"))


def _chain(steps: Iterable[ReasonStep]) -> Iterator[tuple[str, ...]]:
    for number, step in enumerate(steps, 1):
        given = (f"{one.question} {one.answer}" for one in step.answers)
        note = _("Not settled: {note}").format(note=step.note) if step.note else ""
        words = "\n".join(filter(None, (*given, *step.texts, note)))
        yield str(number), words, "\n".join(step.provisions)


def _findings(paper: Paper, title: str, findings: Iterable[Result]) -> None:
    rows = [(_titled(one), _meaning(one), "\n".join(one.provisions)) for one in findings]
    if rows:
        paper.section(title)
    paper.table(title, (_("Finding"), _("Meaning"), _("Provision")), rows, _SHARES)


def _open_source(paper: Paper, result: ActResult) -> None:
    title = _("Open source: each test by itself")
    rows = [
        (f"{one.title}\n{sign_word(one.sign)}", " ".join(one.failing), "\n".join(one.provisions))
        for one in result.open_source
    ]
    if rows:
        paper.section(title)
    paper.table(title, (_("Verdict"), _("Failing test"), _("Provision")), rows, _SHARES)


def _titled(result: Result) -> str:
    return "\n".join(filter(None, (result.title, sign_word(result.sign), result.when)))


def _meaning(result: Result) -> str:
    if result.sign != "undetermined":
        told = (result.sentence, *(text for step in result.steps for text in step.texts))
    else:
        told = (_("Decided by:"), *result.deciders)
    note = _("Not settled: {note}").format(note=result.note) if result.note else ""
    return "\n".join(filter(None, (*told, note)))


def _ruled_out(paper: Paper, result: ActResult) -> None:
    title = _("What was ruled out")
    rows = [(one.title, one.why, "\n".join(one.provisions)) for one in result.ruled_out]
    if rows:
        paper.section(title)
    paper.table(title, (_("Role"), _("Why not"), _("Provision")), rows, _SHARES)


def _changes(paper: Paper, result: ActResult) -> None:
    title = _("What would change the role")
    if not result.changes:
        return
    paper.section(title)
    paper.text(_("Each line changes a single answer and leaves all others as they are."))
    rows = (
        (
            f"{one.question}\n{_('Now: {answer}').format(answer=one.now)}",
            "; ".join(outcome.answers),
            outcome.then,
            "\n".join(one.provisions),
        )
        for one in result.changes
        for outcome in one.outcomes
    )
    heads = (_("Question"), _("If the answer were"), _("Then the role would be"), _("Provision"))
    paper.table(title, heads, rows, (34, 24, 22, 20))


def _duties(
    paper: Paper, subject: SubjectReport, result: ActResult, listed: Iterable[Duty]
) -> None:
    paper.chapter(_("{subject}: duties that follow").format(subject=_named(subject, result)))
    count = ngettext("{count} duty applies", "{count} duties apply", result.duty_count)
    words = [count.format(count=result.duty_count)]
    if result.possible_count:
        possible = ngettext("{count} may apply", "{count} may apply", result.possible_count)
        words.append(possible.format(count=result.possible_count))
    paper.text(", ".join(words) + ".", strong=f"{result.act}:")
    if len(result.themes) > 1:
        rows = ((one.title, *(str(count) for count in one.counts)) for one in result.themes)
        statuses = ("met", "partly", "open", "unknown", "not_applicable")
        heads = (_("Theme"), *(sign_word(one) for one in statuses))
        paper.table(_("Duties by theme"), heads, rows, (40, 12, 12, 12, 12, 12))
    if result.fines:
        _fines(paper, result.fines)
    for text in subject.unlisted:
        if text.startswith(f"{result.short or result.act}:"):
            paper.text(text)
    for group in grouped(tuple(listed)):
        paper.section(f"{group.title}: {group.summary}")
        _register(paper, f"{subject.name}: {group.title}", group.duties)
    options = options_of(subject, result)
    if options:
        paper.section(_("Options and notes"))
        paper.text(_("No duties, and never a gap."))
        _register(paper, f"{subject.name}: {_('Options and notes')}", options)


def _fines(paper: Paper, box: FineBox) -> None:
    paper.section(_("How high fines can be"))
    lines = (
        (
            f"{one.id}\n{one.begins}",
            " ".join(filter(None, (one.ceiling, one.what_for, one.more))),
            "\n".join(one.provisions),
        )
        for one in box.lines
    )
    reliefs = ((_("Relief"), one.text, "\n".join(one.provisions)) for one in box.reliefs)
    heads = (_("Fines under"), _("Ceiling"), _("Provision"))
    paper.table(_("How high fines can be"), heads, (*lines, *reliefs), _SHARES)
    paper.text(box.note)


def _register(paper: Paper, name: str, duties: Iterable[Duty]) -> None:
    heads = (_("Status, applies"), _("Duty"), _("Fine up to"), _("Provision"))
    rows = (
        (
            "\n".join(filter(None, (duty_word(one), one.moment.words, one.formal))),
            "\n".join(_duty_texts(one)),
            fine_text(one),
            "\n".join(one.provisions),
        )
        for one in duties
    )
    paper.table(name, heads, rows, (18, 46, 16, 20))


def _duty_texts(duty: Duty) -> Iterator[str]:
    yield duty.title
    if duty.certain:
        yield duty.text
        yield from filter(None, (duty.serves,))
        if duty.evidence:
            yield _("Evidence: {evidence}").format(evidence="; ".join(duty.evidence))
    if duty.next_step and duty.status in ("partly", "open") and not duty.nature:
        yield _("Next step: {step}").format(step=duty.next_step)
    yield from _plan_texts(duty.plan)


def _plan_texts(plan: Plan) -> Iterator[str]:
    note = _("Note: {note}").format(note=plan.note) if plan.note else ""
    yield from filter(None, (plan.line, note, plan.done))


def _plan(paper: Paper, subject: SubjectReport) -> None:
    paper.chapter(_("{subject}: plan of work").format(subject=subject.name))
    paper.text(_("The duties that are not met, in the order in which to do them."))
    rows = (
        (
            str(number),
            "\n".join((one.title, one.next_step or one.text)),
            duty_word(one),
            "\n".join(_plan_texts(one.plan)) or _("Nothing planned"),
            "\n".join(one.provisions),
        )
        for number, one in enumerate(subject.work, 1)
    )
    heads = (_("No."), _("Duty and next step"), _("Status"), _("Plan"), _("Provision"))
    name = _("{subject}: plan of work").format(subject=subject.name)
    paper.table(name, heads, rows, (6, 40, 12, 24, 18))
    if subject.other_plans:
        paper.section(_("Other plans"))
        paper.text(
            _(
                "Planned for what is no duty on these answers, or not in the law of this day. Kept"
                " as written."
            )
        )
    others = ((one.title, "\n".join(_plan_texts(one.plan))) for one in subject.other_plans)
    paper.table(_("Other plans"), (_("For"), _("Plan")), others, (40, 60))
