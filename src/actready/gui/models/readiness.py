# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the duties page shows: how far each duty is met, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from actready.domain import readiness
from actready.domain.actions import NOTHING, Action
from actready.domain.answers import DONT_KNOW
from actready.domain.assessment import Assessment
from actready.domain.fines import fine_of
from actready.domain.questionnaire import Obligation
from actready.domain.scoring import Evaluation, urgency
from actready.domain.terms import Act, Applies, Nature, Readiness, Urgency
from actready.domain.wording import fill
from actready.gui.models.duty_notes import duty_notes
from actready.gui.models.findings import (
    URGENCY_SIGN,
    Names,
    Sign,
    capital,
    covered_acts,
    names_of,
    owner,
    role_lines,
)
from actready.gui.models.plan import PlanView, plan_view
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.fines import FineBox, fine_box, line, relief_text
from actready.report.phrases import day, plain, theme_title

STATUS_SIGN: Final = {
    Readiness.MET: Sign.MET,
    Readiness.PARTLY: Sign.PARTLY,
    Readiness.OPEN: Sign.OPEN,
    Readiness.UNKNOWN: Sign.UNKNOWN,
    Readiness.NOT_APPLICABLE: Sign.NOT_APPLICABLE,
}
_GAPS: Final = (Readiness.PARTLY, Readiness.OPEN, Readiness.UNKNOWN)


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many duties have one status."""

    sign: Sign
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Answering:
    """The question that tells how far a duty is met; ``owner`` None means the organisation."""

    owner: str | None
    question: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty, option or note. ``more`` is the next step of a gap, or what an option says.

    ``fine`` says in one line how high a fine can be, and why none can follow where that is so.
    ``plan`` is None where nothing can be planned.
    ``notes`` are the small lines under it: act and dates, and what else its answer serves.
    """

    id: str
    sign: Sign | None
    status: str
    title: str
    more: str
    fine: str
    provisions: tuple[str, ...]
    answering: Answering | None
    plan: PlanView | None = None
    act: Act = Act.COMMON
    begins: date | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """The duties of one theme; statuses that none of them has are left out."""

    title: str
    counts: tuple[StatusCount, ...]


@dataclass(frozen=True, slots=True)
class DutySection:
    """The duties of one urgency, of which there may be none."""

    sign: Sign
    title: str
    summary: str
    rows: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class DutiesView:
    """The whole page. ``undecided`` holds the duties that may apply, ``fines`` one box an act.

    ``other`` holds the plans for what is no duty on these answers, or not in the law of this day.
    """

    label: str
    total: str
    counts: tuple[StatusCount, ...]
    themes: tuple[ThemeRow, ...]
    sections: tuple[DutySection, ...]
    options: tuple[DutyRow, ...]
    undecided_title: str
    undecided: tuple[DutyRow, ...]
    other: tuple[DutyRow, ...]
    nothing: str
    first_open: Answering | None
    fines: tuple[FineBox, ...]


def duties_view(assessment: Assessment, evaluation: Evaluation, subject_id: str) -> DutiesView:
    """Return what the page shows for a subject."""
    names = names_of(assessment, subject_id)
    build = _rows(assessment, evaluation, subject_id)
    due = build.of(Applies.YES, Nature.DUTY)
    undecided = build.of(Applies.MAYBE, Nature.DUTY)
    options = build.of(Applies.YES, Nature.OPTION, Nature.NOTE)
    rows = {one.id: build.row(one, Applies.YES) for one in due}
    ordered = build.in_order(due)
    return DutiesView(
        label=_label(evaluation, names),
        total=total_words(len(due)),
        counts=status_counts(readiness.counts(evaluation)),
        themes=theme_rows(evaluation),
        sections=_sections(evaluation, ordered, rows) if due else (),
        options=tuple(build.row(one, Applies.YES) for one in options),
        undecided_title=undecided_words(len(undecided)),
        undecided=tuple(build.row(one, Applies.MAYBE) for one in undecided),
        other=build.other(due),
        nothing="" if due else _nothing(bool(undecided)),
        first_open=first_open(rows[one.id] for one in ordered),
        fines=tuple(_fines(evaluation, names)),
    )


def plan_of(
    assessment: Assessment, evaluation: Evaluation, subject_id: str, obligation_id: str
) -> PlanView:
    """Return the plan of one row of the page."""
    build = _rows(assessment, evaluation, subject_id)
    due = {one.id: one for one in build.of(Applies.YES, Nature.DUTY)}
    row = build.row(due[obligation_id], Applies.YES) if obligation_id in due else None
    return (row and row.plan) or build.plan(build.other_row(obligation_id), is_gap=False)


def _rows(assessment: Assessment, evaluation: Evaluation, subject_id: str) -> _Rows:
    subject = assessment.subject(subject_id)
    actions = subject.actions if subject else {}
    return _Rows(evaluation, subject_id, names_of(assessment, subject_id), actions)


class _Rows:
    """Makes the rows of one subject."""

    def __init__(
        self,
        evaluation: Evaluation,
        subject_id: str,
        names: Names,
        actions: Mapping[str, Action],
    ) -> None:
        self._evaluation = evaluation
        self._subject = subject_id
        self._names = names
        self._actions = actions

    def of(self, applies: Applies, *natures: Nature) -> tuple[Obligation, ...]:
        """Return the obligations of some natures that apply, or that may apply."""
        return tuple(
            one
            for one, how in self._evaluation.obligations
            if how is applies and one.nature in natures
        )

    def in_order(self, due: Sequence[Obligation]) -> tuple[Obligation, ...]:
        """Return the gaps in the order in which to close them, then what is met."""
        gaps = readiness.order_of_work(self._evaluation)
        closed = {one.id for one in gaps}
        return (*gaps, *(one for one in due if one.id not in closed))

    def row(self, obligation: Obligation, applies: Applies) -> DutyRow:
        """Return the row of an obligation."""
        if obligation.nature is not Nature.DUTY:
            kind = _("Option") if obligation.nature is Nature.OPTION else _("Note")
            return self._made(obligation, None, kind, obligation.text, None)
        if applies is Applies.MAYBE:
            return self._made(obligation, Sign.MAY_APPLY, _("May apply"), obligation.text, None)
        status = readiness.status(self._evaluation, obligation, applies)
        more = (obligation.next_step or obligation.text) if status in _GAPS else ""
        sign = STATUS_SIGN[status]
        made = self._made(obligation, sign, status_word(sign), more, self._answering(obligation))
        return replace(made, plan=self.plan(made, is_gap=status in _GAPS))

    def other(self, due: Sequence[Obligation]) -> tuple[DutyRow, ...]:
        """Return the plans for what is not among the duties."""
        listed = {one.id for one in due}
        rows = (self.other_row(one) for one in self._actions if one not in listed)
        return tuple(replace(one, plan=self.plan(one, is_gap=False)) for one in rows)

    def other_row(self, obligation_id: str) -> DutyRow:
        """Return the row of what is no duty here, without its plan."""
        obligation = self._evaluation.questionnaire.obligation_by_id.get(obligation_id)
        if obligation is None:
            more = _("The law as of this day has no such duty. What was planned is kept.")
            return DutyRow(obligation_id, None, _("Kept"), plain(obligation_id), more, "", (), None)
        more = _why_no_duty(obligation, self._evaluation.applies(obligation))
        return self._made(obligation, None, _("Kept"), more, None)

    def plan(self, row: DutyRow, *, is_gap: bool) -> PlanView:
        """Return what is planned for the duty of a row."""
        action = self._actions.get(row.id, NOTHING)
        return plan_view(self._evaluation, row.id, row.title, action, is_gap=is_gap)

    def _made(
        self,
        obligation: Obligation,
        sign: Sign | None,
        status: str,
        more: str,
        answering: Answering | None,
    ) -> DutyRow:
        return DutyRow(
            id=obligation.id,
            sign=sign,
            status=status,
            title=capital(fill(obligation.title, *self._names)),
            more=fill(more, *self._names),
            fine=self._fine(obligation),
            provisions=obligation.provisions,
            answering=answering,
            act=obligation.act,
            begins=self._evaluation.due(obligation),
            notes=duty_notes(self._evaluation, obligation),
        )

    def _fine(self, obligation: Obligation) -> str:
        if obligation.nature is not Nature.DUTY:
            return ""
        fine = fine_of(self._evaluation, obligation)
        texts = (f"{line(fine, self._evaluation.date)}.", relief_text(fine, self._names))
        return " ".join(filter(None, texts))

    def _answering(self, obligation: Obligation) -> Answering | None:
        """Return the first question without a known answer, or the first of all."""
        asked = obligation.readiness
        if not asked:
            return None
        unknown = [one for one in asked if self._evaluation.answer(one) in (None, DONT_KNOW)]
        question = (*unknown, *asked)[0]
        owned = owner(self._evaluation.questionnaire, question, self._subject)
        return Answering(owned, question, is_known=not unknown)


def _fines(evaluation: Evaluation, names: Names) -> Iterator[FineBox]:
    for act in covered_acts(evaluation):
        box = fine_box(evaluation, act, names)
        if box is not None:
            yield box


def status_word(sign: Sign) -> str:
    """Return the word that stands beside the sign of a status."""
    words = {
        Sign.MET: _("Met"),
        Sign.PARTLY: _("Partly"),
        Sign.OPEN: _("Open"),
        Sign.UNKNOWN: _("Unknown"),
        Sign.NOT_APPLICABLE: _("Not applicable"),
    }
    return words[sign]


def _label(evaluation: Evaluation, names: Names) -> str:
    return " · ".join((names[1], *role_lines(evaluation, names)))


def total_words(number: int) -> str:
    """Return how many duties there are in all."""
    return ngettext("{count} duty in all", "{count} duties in all", number).format(count=number)


def _why_no_duty(obligation: Obligation, applies: Applies) -> str:
    if obligation.nature is not Nature.DUTY:
        return _("This is no duty.")
    if applies is Applies.MAYBE:
        return _("Open answers decide whether this duty applies.")
    return _("On the answers given, this duty does not apply.")


def theme_rows(evaluation: Evaluation, act: Act | None = None) -> tuple[ThemeRow, ...]:
    """Return how many of the duties of each theme are met, and so on, of one act or of all."""
    return tuple(
        ThemeRow(
            theme_title(one.theme),
            tuple(count for count in status_counts(one.counts) if count.number),
        )
        for one in readiness.counts_by_theme(evaluation, act)
    )


def status_counts(numbers: Mapping[Readiness, int]) -> tuple[StatusCount, ...]:
    """Return how many duties have each status, in words."""
    by_sign = {STATUS_SIGN[one]: number for one, number in numbers.items()}
    texts = {
        Sign.MET: _("{count} met"),
        Sign.PARTLY: _("{count} partly"),
        Sign.OPEN: _("{count} open"),
        Sign.UNKNOWN: _("{count} unknown"),
        Sign.NOT_APPLICABLE: _("{count} not applicable"),
    }
    return tuple(
        StatusCount(sign, by_sign[sign], text.format(count=by_sign[sign]))
        for sign, text in texts.items()
    )


def _sections(
    evaluation: Evaluation, ordered: Sequence[Obligation], rows: dict[str, DutyRow]
) -> tuple[DutySection, ...]:
    titles = {
        Urgency.IN_FORCE: _("In force now"),
        Urgency.WITHIN_12_MONTHS: _("Within 12 months"),
        Urgency.LATER: _("Later"),
    }
    found: list[DutySection] = []
    for near, title in titles.items():
        mine = [one for one in ordered if urgency(evaluation.due(one), evaluation.date) is near]
        summary = section_summary(URGENCY_SIGN[near], [evaluation.due(one) for one in mine])
        listed = tuple(rows[one.id] for one in mine)
        found.append(DutySection(URGENCY_SIGN[near], title, summary, listed))
    return tuple(found)


def section_summary(sign: Sign, begins: Sequence[date]) -> str:
    """Return how many duties begin in a section, and when the first of them does."""
    if not begins:
        nothing = {
            Sign.IN_FORCE: _("Nothing is in force yet"),
            Sign.WITHIN_12_MONTHS: _("Nothing new begins to apply"),
            Sign.LATER: _("Nothing comes later"),
        }
        return nothing[sign]
    number = len(begins)
    text = ngettext("{count} duty, from {day}", "{count} duties, from {day}", number)
    if sign is Sign.IN_FORCE:
        text = ngettext("{count} duty, since {day}", "{count} duties, since {day}", number)
    return text.format(count=number, day=day(min(begins)))


def undecided_words(number: int) -> str:
    """Return how many duties may apply, empty for none."""
    if not number:
        return ""
    return ngettext("{count} duty may apply", "{count} duties may apply", number).format(
        count=number
    )


def _nothing(may_follow: bool) -> str:
    if may_follow:
        return _("No duty is established yet. Answers that are open or unknown decide them.")
    return _("On the answers given, no duty applies.")


def first_open(rows: Iterable[DutyRow]) -> Answering | None:
    """Return the first question whose answer is not known."""
    found = (one.answering for one in rows if one.answering and not one.answering.is_known)
    return next(found, None)
