# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far obligations are met, and in what order to close the gaps.

Without an answer the status of an obligation is unknown; nothing is ever taken for met.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from actready.domain.answers import DONT_KNOW, Value
from actready.domain.questionnaire import Obligation, Question
from actready.domain.scoring import Evaluation, urgency
from actready.domain.terms import Act, Applies, Nature, Readiness, Theme, Urgency

#: The options of a readiness question, and what each says.
OPTIONS: Final[dict[str, Readiness]] = {
    "done": Readiness.MET,
    "partly": Readiness.PARTLY,
    "open": Readiness.OPEN,
    "not_applicable": Readiness.NOT_APPLICABLE,
}

_URGENCIES: Final = (Urgency.IN_FORCE, Urgency.WITHIN_12_MONTHS, Urgency.LATER)
_GAPS: Final = (Readiness.OPEN, Readiness.UNKNOWN, Readiness.PARTLY)


def status(evaluation: Evaluation, obligation: Obligation, applies: Applies) -> Readiness:
    """Return how far an obligation is met by the answers to its readiness questions.

    One unknown answer leaves the whole unknown. What is not applicable does not count; where
    nothing is applicable, the obligation is not.
    """
    if applies is Applies.NO:
        return Readiness.NOT_APPLICABLE
    return _joined([_answered(evaluation.answer(one)) for one in obligation.readiness])


def _answered(value: Value | None) -> Readiness:
    if value is None or value == DONT_KNOW or not isinstance(value, str):
        return Readiness.UNKNOWN
    return OPTIONS.get(value, Readiness.UNKNOWN)


def _joined(found: list[Readiness]) -> Readiness:
    if not found or Readiness.UNKNOWN in found:
        return Readiness.UNKNOWN
    counting = {one for one in found if one is not Readiness.NOT_APPLICABLE}
    if not counting:
        return Readiness.NOT_APPLICABLE
    return counting.pop() if len(counting) == 1 else Readiness.PARTLY


def listed(
    evaluation: Evaluation, act: Act, *, everything: bool = False
) -> tuple[tuple[Obligation, Applies], ...]:
    """Return the obligations of an act that apply or may apply, or with ``everything`` all."""
    return tuple(
        (obligation, applies)
        for obligation, applies in evaluation.obligations
        if obligation.act == act and (everything or applies is not Applies.NO)
    )


def duties(
    evaluation: Evaluation, *wanted: Applies, act: Act | None = None
) -> tuple[Obligation, ...]:
    """Return the duties that apply as wanted, of one act or of all; options and notes are none."""
    return tuple(
        one
        for one, applies in evaluation.obligations
        if applies in wanted and one.nature is Nature.DUTY and act in (None, one.act)
    )


def counts(
    evaluation: Evaluation, *wanted: Applies, act: Act | None = None
) -> dict[Readiness, int]:
    """Count by status the duties that apply as wanted; without a wish, those that apply."""
    found = duties(evaluation, *(wanted or (Applies.YES,)), act=act)
    return _counted(evaluation, found)


def _counted(evaluation: Evaluation, found: Iterable[Obligation]) -> dict[Readiness, int]:
    counted = Counter(status(evaluation, one, Applies.YES) for one in found)
    return {one: counted.get(one, 0) for one in Readiness}


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """How many of the duties of one theme have each status; None is no theme at all."""

    theme: Theme | None
    counts: dict[Readiness, int]


def counts_by_theme(evaluation: Evaluation, act: Act | None = None) -> tuple[ThemeCount, ...]:
    """Count by theme and status the duties that apply; themes without one are left out."""
    found = duties(evaluation, Applies.YES, act=act)
    return tuple(
        ThemeCount(theme, _counted(evaluation, mine))
        for theme in (*Theme, None)
        if (mine := [one for one in found if one.theme is theme])
    )


def typical_effort(evaluation: Evaluation, obligation: Obligation) -> tuple[float, float] | None:
    """Return the hours that are typical for the size of the firm, where both are known."""
    estimate = obligation.effort
    if estimate is None:
        return None
    by_size = {"micro": estimate.micro, "small": estimate.small, "medium": estimate.medium}
    return by_size.get(evaluation.value(Act.COMMON, "size"))


def order_of_work(evaluation: Evaluation) -> tuple[Obligation, ...]:
    """Return the obligations that apply and are not met, in the order in which to do them.

    What is in force comes first, then by date and weight; a duty never stands before one that it
    depends on.
    """
    gaps = {
        one.id: one
        for one in duties(evaluation, Applies.YES)
        if status(evaluation, one, Applies.YES) in _GAPS
    }
    placed: dict[str, Obligation] = {}
    for one in sorted(gaps.values(), key=lambda gap: _rank(gap, evaluation)):
        _place(one, gaps, placed)
    return tuple(placed.values())


def _rank(obligation: Obligation, evaluation: Evaluation) -> tuple[int, str, int]:
    begins = evaluation.due(obligation)
    near = _URGENCIES.index(urgency(begins, evaluation.date))
    return (near, begins.isoformat(), -obligation.weight)


def _place(one: Obligation, gaps: dict[str, Obligation], placed: dict[str, Obligation]) -> None:
    """Place what an obligation depends on, then itself. Cycles are refused by the loader."""
    for earlier in one.depends_on:
        if earlier in gaps and earlier not in placed:
            _place(gaps[earlier], gaps, placed)
    placed.setdefault(one.id, one)


def questions(evaluation: Evaluation) -> tuple[Question, ...]:
    """Return the readiness questions of the obligations that apply, in asking order."""
    wanted = set(_wanted(evaluation.obligations))
    return tuple(one for one in evaluation.questionnaire.questions if one.id in wanted)


def _wanted(obligations: Iterable[tuple[Obligation, Applies]]) -> Iterable[str]:
    for obligation, applies in obligations:
        if applies is Applies.YES:
            yield from obligation.readiness


def open_questions(evaluation: Evaluation) -> tuple[tuple[Question, tuple[Obligation, ...]], ...]:
    """Return the readiness questions without a known answer, the most urgent duties first."""
    ranked = sorted(
        (one for one, applies in evaluation.obligations if applies is Applies.YES),
        key=lambda one: _rank(one, evaluation),
    )
    found: dict[str, list[Obligation]] = {}
    for obligation in ranked:
        for question in obligation.readiness:
            if evaluation.answer(question) in (None, DONT_KNOW):
                found.setdefault(question, []).append(obligation)
    by_id = evaluation.questionnaire.question_by_id
    return tuple((by_id[one], tuple(duties)) for one, duties in found.items())
