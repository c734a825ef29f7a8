# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready evaluate: what follows from the answers, for a person or for a program."""

from __future__ import annotations

from collections.abc import Iterator

from actready import __version__
from actready.cli import layout
from actready.cli.console import Console
from actready.cli.source import Source
from actready.domain.assessment import Subject
from actready.domain.contract import evaluation_object, sentences
from actready.domain.explanation import OpenQuestion, Step, is_settled, open_questions, reasons
from actready.domain.fines import fine_of
from actready.domain.questionnaire import Edition, Finding, Group, Obligation
from actready.domain.readiness import counts, duties, listed, status
from actready.domain.scoring import Evaluation, evaluate_subject
from actready.domain.sharing import also_served
from actready.domain.terms import About, Act, Applies, Nature, Readiness, Status
from actready.domain.verdict import (
    ANNEX_POINT,
    OPEN_SOURCE,
    PROHIBITED_POINT,
    ROLE,
    TIER,
    failed_tests,
    is_prohibition,
    is_result,
    results,
    verdict,
)
from actready.domain.wording import fill
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.fines import fine_box, line, relief_text
from actready.report.phrases import answer_text, day, one_of, plain
from actready.report.verdicts import (
    also_serves,
    ban_in_words,
    banned_points,
    begins_in_words,
    dated,
)

_LABEL = 12
#: From so many possible results on they are counted; so many questions are listed of many.
_MANY = 8
_QUESTIONS = 10


def evaluate(source: Source, console: Console, form: str, *, everything: bool) -> int:
    """Print the evaluation of an assessment."""
    if form == "json":
        console.print_json(
            evaluation_object(
                source.questionnaire,
                source.assessment,
                source.as_of,
                __version__,
                everything=everything,
            )
        )
    else:
        console.print_text("\n".join(_text(source, everything=everything)))
    return 0


def _text(source: Source, *, everything: bool) -> Iterator[str]:
    name = plain(source.assessment.organisation.name) or _("Organisation without a name")
    yield layout.heading(name, "=")
    yield layout.row(_("As of"), day(source.as_of), _LABEL, 0)
    for edition in _acts(source):
        yield layout.row(_("Law"), _law(edition), _LABEL, 0)
    if source.questionnaire.edition(Act.AI_ACT) is None:
        text = _("AI Act: no questions cover it on this date.")
        yield layout.row(_("Not judged"), text, _LABEL, 0)
    yield layout.row(_("Size"), _size(source), _LABEL, 0)
    if not source.assessment.subjects:
        yield "\n" + layout.paragraph(_("There is no subject yet: no product and no project."))
    for subject in source.assessment.subjects:
        yield from _SubjectText(source, subject, name, everything=everything).lines()


def _acts(source: Source) -> list[Edition]:
    return [one for one in source.questionnaire.editions if one.act is not Act.COMMON]


def _law(edition: Edition) -> str:
    return _("{title}, {number}, edition {edition}").format(
        title=_(edition.title), number=edition.number, edition=edition.id
    )


def _size(source: Source) -> str:
    alone = evaluate_subject(source.questionnaire, source.assessment, None, source.as_of)
    sizes = source.questionnaire.findings_of(Act.COMMON, "size")
    known = [_(one.title) for one in sizes if alone.status(one) is Status.ESTABLISHED]
    return known[0] if known else _("Undetermined")


def _status_words() -> dict[Readiness, str]:
    return {
        Readiness.MET: _("Met"),
        Readiness.PARTLY: _("Partly"),
        Readiness.OPEN: _("Open"),
        Readiness.UNKNOWN: _("Unknown"),
        Readiness.NOT_APPLICABLE: _("Not applicable"),
    }


class _SubjectText:
    """The part of one subject."""

    def __init__(self, source: Source, subject: Subject, name: str, *, everything: bool) -> None:
        self._source = source
        self._names = (name, plain(subject.name))
        self._everything = everything
        self._evaluation: Evaluation = evaluate_subject(
            source.questionnaire, source.assessment, subject, source.as_of
        )

    def lines(self) -> Iterator[str]:
        yield "\n" + layout.heading(self._names[1], "-")
        acts = _acts(self._source)
        for edition in acts:
            if len(acts) > 1:
                yield ("\n" if edition is not acts[0] else "") + f"# {_(edition.title)}\n"
            yield from self._act(edition)

    def _act(self, edition: Edition) -> Iterator[str]:
        found = verdict(self._evaluation, edition.act)
        if ban := ban_in_words(found, self._source.as_of):
            text = f"{ban}: {banned_points(found, self._names)}."
            yield layout.row(_("PROHIBITED"), text, _LABEL, 0)
        for group in edition.groups:
            if group.about is About.SUBJECT and is_result(group.id):
                yield from self._group(edition.act, group)
        yield from self._reasons(edition.act)
        if self._everything:
            yield from self._ruled_out(edition.act)
        yield from self._open(edition.act)
        yield from self._duties(edition.act)

    def _findings(self, act: Act, group: str, status: Status) -> list[Finding]:
        findings = self._source.questionnaire.findings_of(act, group)
        return [one for one in results(findings) if self._evaluation.status(one) is status]

    def _group(self, act: Act, group: Group) -> Iterator[str]:
        label = _(group.title)
        established = self._findings(act, group.id, Status.ESTABLISHED)
        possible = self._findings(act, group.id, Status.UNDETERMINED)
        for finding in established:
            yield layout.row(label, self._finding(finding), _LABEL, 0)
        if possible and (not established or group.id in (ROLE, TIER)):
            yield layout.row(label, self._possible(possible), _LABEL, 0)

    def _possible(self, possible: list[Finding]) -> str:
        if len(possible) > _MANY and not self._everything:
            text = ngettext(
                "{count} result is still possible",
                "{count} results are still possible",
                len(possible),
            )
            return _("Undetermined: {titles}").format(titles=text.format(count=len(possible)))
        titles = [_(one.title) for one in possible]
        listed = "; ".join(titles) if any("," in one for one in titles) else one_of(titles)
        return _("Undetermined: {titles}").format(titles=listed)

    def _finding(self, finding: Finding) -> str:
        whole = [fill(finding.sentence, *self._names), fill(finding.follows, *self._names)]
        if finding.group == OPEN_SOURCE:
            whole += [fill(one, *self._names) for one in failed_tests(self._evaluation, finding)]
        if not is_settled(self._evaluation, finding):
            whole.append(_("Parts of this are not settled in law."))
        title = fill(finding.title, *self._names)
        if finding.group == TIER:
            title = dated(self._evaluation, finding, self._names)
        elif finding.group in (ANNEX_POINT, PROHIBITED_POINT):
            title = f"{finding.value}: {title}"
        return f"{title}. {' '.join(filter(None, whole))}"

    def _reasons(self, act: Act) -> Iterator[str]:
        told: set[Step] = set()
        for role in self._explained(act):
            yield "\n" + _("Why: {title}").format(title=_(role.title))
            steps = reasons(self._evaluation, role)
            fresh = tuple(one for one in steps if one not in told)
            if fresh != steps:
                yield layout.paragraph(_("The steps above, and:") if fresh else
                                       _("By the steps above:"), 4)  # fmt: skip
            yield from self._steps(fresh)
            told.update(fresh)
            so = _("So: {sentence}").format(sentence=fill(role.sentence, *self._names))
            yield layout.paragraph(f"{so} {layout.cited(role.provisions)}", 4)

    def _explained(self, act: Act) -> list[Finding]:
        """Return what has its reasons told step by step: bans, roles, then the other tiers."""
        tiers = self._findings(act, TIER, Status.ESTABLISHED)
        bans = [one for one in tiers if is_prohibition(one)]
        roles = self._findings(act, ROLE, Status.ESTABLISHED)
        return [*bans, *roles, *(one for one in tiers if one not in bans)]

    def _ruled_out(self, act: Act) -> Iterator[str]:
        for role in self._findings(act, "role", Status.EXCLUDED):
            yield "\n" + _("Why not: {title}").format(title=_(role.title))
            yield from self._steps(reasons(self._evaluation, role))

    def _steps(self, steps: tuple[Step, ...]) -> Iterator[str]:
        for number, step in enumerate(steps, 1):
            yield layout.paragraph(f"{number:2}. {self._step(step)}", 0, 4)
            if step.note:
                yield layout.paragraph(_("Not settled: {note}").format(note=_(step.note)), 4)
            yield layout.paragraph(layout.cited(step.provisions), 4)

    def _step(self, step: Step) -> str:
        questions = self._source.questionnaire.question_by_id
        given = "; ".join(
            f"{answer_text(questions[one], value)} [{one}]" for one, value in step.given
        )
        said = _("You answered: {answers}.").format(answers=given) if given else ""
        return f"{said} {sentences(step.texts, self._names)}".strip()

    def _open(self, act: Act) -> Iterator[str]:
        questions = open_questions(self._evaluation, act)
        if questions:
            yield "\n" + _("What is open, and the questions that decide it")
            shown = questions if self._everything or len(questions) <= _QUESTIONS + 5 else (
                questions[:_QUESTIONS])  # fmt: skip
            yield layout.bullets([self._question(one) for one in shown])
            if len(shown) < len(questions):
                text = ngettext(
                    "and {count} more, depending on these; “actready next” lists them",
                    "and {count} more, depending on these; “actready next” lists them",
                    len(questions) - len(shown),
                )
                yield layout.bullets([text.format(count=len(questions) - len(shown))])

    def _question(self, one: OpenQuestion) -> str:
        text = fill(one.question.text, *self._names)
        mark = _(" (answered: I don’t know)") if one.dont_know else ""
        return f"{text} [{one.question.id}]{mark}"

    def _duties(self, act: Act) -> Iterator[str]:
        shown = listed(self._evaluation, act, everything=self._everything)
        if shown:
            yield "\n" + _("Duties")
            yield layout.paragraph(self._counts(act), 2)
        for obligation, applies in sorted(shown, key=lambda one: self._evaluation.due(one[0])):
            title = fill(obligation.title, *self._names)
            text = f"{title} {layout.cited(obligation.provisions)}"
            words = self._when(obligation, applies)
            if applies is not Applies.NO:
                words = f"{self._status(obligation, applies)}. {words}"
            shared = also_served(self._evaluation, obligation) if applies is Applies.YES else ()
            serves = also_serves(shared, self._act_name)
            whole = f"- {words}: {text}{self._fine(obligation, applies)} {serves}"
            yield layout.paragraph(whole.rstrip(), 2, 2)
        yield from self._fines(act)

    def _act_name(self, obligation: Obligation) -> str:
        edition = self._source.questionnaire.edition(obligation.act)
        return _(edition.short or edition.title) if edition else obligation.act.value

    def _fine(self, obligation: Obligation, applies: Applies) -> str:
        if applies is Applies.NO or obligation.nature is not Nature.DUTY:
            return ""
        fine = fine_of(self._evaluation, obligation)
        return " " + " ".join(
            filter(None, (f"{line(fine, self._source.as_of)}.", relief_text(fine, self._names)))
        )

    def _fines(self, act: Act) -> Iterator[str]:
        box = fine_box(self._evaluation, act, self._names)
        if box is None:
            return
        yield "\n" + _("How high fines can be")
        texts = [
            f"{one.id}. {one.begins}: {one.ceiling} {one.what_for} {one.more}".strip()
            for one in box.lines
        ]
        yield layout.bullets(
            [*texts, *(f"{one.text} {layout.cited(one.provisions)}" for one in box.reliefs)]
        )
        if box.note:
            yield layout.paragraph(f"{box.note} {layout.cited(box.provisions)}", 2)

    def _counts(self, act: Act) -> str:
        found = counts(self._evaluation, act=act)
        possible = len(duties(self._evaluation, Applies.MAYBE, act=act))
        words = [f"{word}: {found[one]}" for one, word in _status_words().items()]
        return ", ".join([*words, _("May apply: {count}").format(count=possible)])

    def _status(self, obligation: Obligation, applies: Applies) -> str:
        if obligation.nature is Nature.DUTY:
            return _status_words()[status(self._evaluation, obligation, applies)]
        return _("Option") if obligation.nature is Nature.OPTION else _("Note")

    def _when(self, obligation: Obligation, applies: Applies) -> str:
        if applies is Applies.NO:
            return _("Does not apply")
        if applies is Applies.MAYBE:
            begins = day(self._evaluation.due(obligation))
            return _("May apply, from {day}").format(day=begins)
        return begins_in_words(self._evaluation, obligation)
