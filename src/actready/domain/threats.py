# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which ceilings of fines an organisation can meet, and the questions that this rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from actready.domain.answers import DONT_KNOW
from actready.domain.conditions import Truth
from actready.domain.fines import Limit, any_of, fine_of, limit_of, truth_of
from actready.domain.penalties import Ceiling, Penalties, Relief
from actready.domain.questionnaire import Obligation, Question
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Applies

_APPLIES: Final[dict[Applies, Truth]] = {
    Applies.YES: True,
    Applies.NO: False,
    Applies.MAYBE: None,
}


@dataclass(frozen=True, slots=True)
class Threat:
    """A ceiling that an organisation can meet: ``certain``, or as far as is known."""

    limit: Limit
    certain: bool


def threats(evaluation: Evaluation, act: Act) -> tuple[Threat, ...]:
    """Return the ceilings that are or may be met under an act, in the order of the edition.

    A ceiling is met by a duty that names it, unless a relief lifts the fine, or by itself.
    """
    penalties = evaluation.questionnaire.penalties_of(act)
    if penalties is None:
        return ()
    met = ((one, _met(evaluation, penalties, one)) for one in penalties.ceilings)
    return tuple(
        Threat(limit_of(evaluation, penalties, ceiling), certain=truth is True)
        for ceiling, truth in met
        if truth is not False
    )


def _met(evaluation: Evaluation, penalties: Penalties, ceiling: Ceiling) -> Truth:
    by_itself = truth_of(ceiling.when, evaluation)
    wide = any_of(one.when.truth(evaluation) for one in penalties.relieved if one.is_of_everything)
    through_duties = (
        _without(_APPLIES[applies], fine_of(evaluation, obligation).relieved)
        for obligation, applies in evaluation.obligations
        if obligation.act == penalties.act and obligation.penalty == ceiling.id
    )
    return any_of((_without(by_itself, wide), *through_duties))


def _without(one: Truth, other: Truth) -> Truth:
    """Return whether the one holds and the other does not."""
    if one is False or other is True:
        return False
    return None if one is None or other is None else True


def reliefs(evaluation: Evaluation, act: Act) -> tuple[Relief, ...]:
    """Return the reliefs that hold under an act."""
    penalties = evaluation.questionnaire.penalties_of(act)
    listed = penalties.relieved if penalties else ()
    return tuple(one for one in listed if one.when.truth(evaluation) is True)


def asked_questions(evaluation: Evaluation) -> tuple[Question, ...]:
    """Return the questions that ceilings rest on, for those acts under which one is met.

    Where one may be met, an answer that was given still matters, so its question stays.
    """
    certain, possible = _rested_on(evaluation)
    return tuple(
        one
        for one in evaluation.questionnaire.questions
        if one.id in certain or (one.id in possible and evaluation.answer(one.id) is not None)
    )


def _rested_on(evaluation: Evaluation) -> tuple[frozenset[str], frozenset[str]]:
    """Return the questions of acts under which a ceiling is met, and may be met."""
    certain, possible = frozenset[str](), frozenset[str]()
    for penalties in evaluation.questionnaire.penalties:
        found = {one.certain for one in threats(evaluation, penalties.act)}
        certain |= penalties.questions() if True in found else frozenset()
        possible |= penalties.questions() if found else frozenset()
    return certain, possible


def open_questions(evaluation: Evaluation) -> tuple[tuple[Question, tuple[Obligation, ...]], ...]:
    """Return the questions without a known answer, with the duties whose fine they tell."""
    certain, _possible = _rested_on(evaluation)
    return tuple(
        (one, tuple(_fined(evaluation, one)))
        for one in evaluation.questionnaire.questions
        if one.id in certain and evaluation.answer(one.id) in (None, DONT_KNOW)
    )


def _fined(evaluation: Evaluation, question: Question) -> Iterable[Obligation]:
    """Yield the obligations that apply and whose fine rests on a question."""
    for obligation, applies in evaluation.obligations:
        penalties = evaluation.questionnaire.penalties_of(obligation.act)
        rests = penalties is not None and question.id in penalties.questions()
        fine = fine_of(evaluation, obligation)
        if rests and applies is Applies.YES and fine.limit and fine.relieved is not True:
            yield obligation
