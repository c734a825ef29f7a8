# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the duties page shows: how far each duty is met, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from actready.domain import readiness
from actready.domain.answers import DONT_KNOW
from actready.domain.assessment import Assessment
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
    names_of,
    owner,
    role_lines,
)
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.phrases import day

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

    ``notes`` are the small lines under it: act and dates, and what else its answer serves.
    """

    id: str
    sign: Sign | None
    status: str
    title: str
    more: str
    provisions: tuple[str, ...]
    answering: Answering | None
    act: Act = Act.COMMON
    begins: date | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DutySection:
    """The duties of one urgency, of which there may be none."""

    sign: Sign
    title: str
    summary: str
    rows: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class DutiesView:
    """The whole page. ``undecided`` holds the duties that may apply."""

    label: str
    total: str
    counts: tuple[StatusCount, ...]
    sections: tuple[DutySection, ...]
    options: tuple[DutyRow, ...]
    undecided_title: str
    undecided: tuple[DutyRow, ...]
    nothing: str
    first_open: Answering | None


def duties_view(assessment: Assessment, evaluation: Evaluation, subject_id: str) -> DutiesView:
    """Return what the page shows for a subject."""
    names = names_of(assessment, subject_id)
    build = _Rows(evaluation, subject_id, names)
    due = build.of(Applies.YES, Nature.DUTY)
    undecided = build.of(Applies.MAYBE, Nature.DUTY)
    options = build.of(Applies.YES, Nature.OPTION, Nature.NOTE)
    rows = {one.id: build.row(one, Applies.YES) for one in due}
    ordered = build.in_order(due)
    return DutiesView(
        label=_label(evaluation, names),
        total=total_words(len(due)),
        counts=counts_of(rows.values()),
        sections=_sections(evaluation, ordered, rows) if due else (),
        options=tuple(build.row(one, Applies.YES) for one in options),
        undecided_title=undecided_words(len(undecided)),
        undecided=tuple(build.row(one, Applies.MAYBE) for one in undecided),
        nothing="" if due else _nothing(bool(undecided)),
        first_open=first_open(rows[one.id] for one in ordered),
    )


class _Rows:
    """Makes the rows of one subject."""

    def __init__(self, evaluation: Evaluation, subject_id: str, names: Names) -> None:
        self._evaluation = evaluation
        self._subject = subject_id
        self._names = names

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
        return self._made(obligation, sign, status_word(sign), more, self._answering(obligation))

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
            provisions=obligation.provisions,
            answering=answering,
            act=obligation.act,
            begins=self._evaluation.due(obligation),
            notes=duty_notes(self._evaluation, obligation),
        )

    def _answering(self, obligation: Obligation) -> Answering | None:
        """Return the first question without a known answer, or the first of all."""
        asked = obligation.readiness
        if not asked:
            return None
        unknown = [one for one in asked if self._evaluation.answer(one) in (None, DONT_KNOW)]
        question = (*unknown, *asked)[0]
        owned = owner(self._evaluation.questionnaire, question, self._subject)
        return Answering(owned, question, is_known=not unknown)


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


def counts_of(rows: Iterable[DutyRow]) -> tuple[StatusCount, ...]:
    """Return how many of some duties have each status."""
    signs = [one.sign for one in rows]
    texts = {
        Sign.MET: _("{count} met"),
        Sign.PARTLY: _("{count} partly"),
        Sign.OPEN: _("{count} open"),
        Sign.UNKNOWN: _("{count} unknown"),
        Sign.NOT_APPLICABLE: _("{count} not applicable"),
    }
    return tuple(
        StatusCount(sign, signs.count(sign), text.format(count=signs.count(sign)))
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
