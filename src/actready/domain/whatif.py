# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would change a result: the smallest changes of answers, found by trying them.

One other answer is tried first, for every answer on which the result rests. Only where no single
one changes anything, two at a time are tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, islice
from typing import Final, TypeVar

from actready.domain.answers import DONT_KNOW, Value, fits
from actready.domain.conditions import AnswerTest, Condition, FactTest, FindingTest, leaves
from actready.domain.explanation import reasons
from actready.domain.questionnaire import Finding, Question, Questionnaire
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Kind, Status

T = TypeVar("T")

_MOST_PAIRS: Final = 4000
"""How many pairs of other answers are tried at most: a fraction of a second."""

_LARGE: Final = 1_000_000
"""From here on, limits are doubled instead of counted up, and need not be whole."""


@dataclass(frozen=True, slots=True)
class Change:
    """Other answers to one question that lead to the same other values of a group.

    ``values`` are tried one at a time. ``roles`` are the values of the group that are then
    established, ``possible`` those left possible.
    """

    question: str
    values: tuple[Value, ...]
    roles: tuple[str, ...]
    possible: tuple[str, ...]
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Other answers to one question; each of ``values`` does."""

    question: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A smallest change of answers, one or two questions, and the status that would follow."""

    others: tuple[Other, ...]
    then: Status


def changes(evaluation: Evaluation, act: Act, group: str = "role") -> tuple[Change, ...]:
    """Return the single other answers that would change the established values of a group."""

    def values(tried: Evaluation) -> tuple[tuple[str, ...], tuple[str, ...]]:
        certain = tried.values(act, group, Status.ESTABLISHED)
        return certain, tried.values(act, group, Status.ESTABLISHED, Status.UNDETERMINED)

    established = [
        one
        for one in evaluation.questionnaire.findings_of(act, group)
        if evaluation.status(one) is Status.ESTABLISHED
    ]
    questions = _carrying(evaluation, established)
    return tuple(
        Change(question.id, tried, *then, question.provisions)
        for question, tried, then in _singles(evaluation, questions, values)
    )


def smallest_changes(evaluation: Evaluation, finding: Finding) -> tuple[WhatIf, ...]:
    """Return the smallest changes of answers that would give a finding another status.

    A finding that is still undetermined is changed by answering, so nothing is returned for it.
    """
    now = evaluation.status(finding)
    if now is Status.UNDETERMINED:
        return ()

    def status(tried: Evaluation) -> Status:
        return tried.status(finding)

    questions = _asked_in(evaluation, finding)
    found = [
        WhatIf((Other(question.id, values),), then)
        for question, values, then in _singles(evaluation, questions, status)
    ]
    return tuple(found or _pairs(evaluation, questions, status))


def _singles(
    evaluation: Evaluation, questions: Iterable[Question], outcome: Callable[[Evaluation], T]
) -> Iterator[tuple[Question, tuple[Value, ...], T]]:
    """Yield the single other answers that change an outcome, those with the same joined."""
    now = outcome(evaluation)
    for question in questions:
        found: dict[T, list[Value]] = {}
        for value in _others(evaluation, question):
            then = outcome(_tried(evaluation, {question.id: value}))
            found.setdefault(then, []).append(value)
        found.pop(now, None)
        yield from ((question, tuple(values), then) for then, values in found.items())


def _pairs(
    evaluation: Evaluation,
    questions: Sequence[Question],
    outcome: Callable[[Evaluation], Status],
) -> Iterator[WhatIf]:
    """Yield the pairs of other answers that change an outcome, one for two questions."""
    now = outcome(evaluation)
    single = [
        (question.id, value) for question in questions for value in _others(evaluation, question)
    ]
    told: set[tuple[str, str]] = set()
    for one, other in islice(combinations(single, 2), _MOST_PAIRS):
        both = (one[0], other[0])
        if one[0] == other[0] or both in told:
            continue
        then = outcome(_tried(evaluation, dict((one, other))))
        if then is not now:
            told.add(both)
            yield WhatIf((Other(one[0], (one[1],)), Other(other[0], (other[1],))), then)


def _others(evaluation: Evaluation, question: Question) -> Iterator[Value]:
    return other_values(evaluation.questionnaire, question, evaluation.answer(question.id))


def _tried(evaluation: Evaluation, other: dict[str, Value]) -> Evaluation:
    answers = {**evaluation.answers, **other}
    return Evaluation(evaluation.questionnaire, answers, evaluation.date)


def _carrying(evaluation: Evaluation, findings: Iterable[Finding]) -> tuple[Question, ...]:
    """Return the questions whose answers carry findings, in asking order."""
    used = {
        question
        for finding in findings
        for step in reasons(evaluation, finding)
        for question, _answer in step.given
    }
    return tuple(one for one in evaluation.questionnaire.questions if one.id in used)


def _asked_in(evaluation: Evaluation, finding: Finding) -> tuple[Question, ...]:
    """Return the questions with a known answer that can matter to a finding, in asking order."""
    mentioned = _mentioned(evaluation.questionnaire, finding.when)
    return tuple(
        one
        for one in evaluation.questionnaire.questions
        if one.id in mentioned and evaluation.answer(one.id) not in (None, DONT_KNOW)
    )


def _mentioned(questionnaire: Questionnaire, condition: Condition) -> frozenset[str]:
    seen: set[str] = set()
    questions: set[str] = set()
    ahead = [condition]
    while ahead:
        for leaf in leaves(ahead.pop()):
            match leaf:
                case AnswerTest(answer=question):
                    questions.add(question)
                case FactTest(fact=name) | FindingTest(finding=name) if name not in seen:
                    seen.add(name)
                    ahead.append(questionnaire.claim_by_id[name].when)
    return frozenset(questions)


def other_values(
    questionnaire: Questionnaire, question: Question, now: Value | None
) -> Iterator[Value]:
    """Yield the other values that rules tell apart from the present one."""
    candidates = dict.fromkeys(_candidates(questionnaire, question, now))
    return (value for value in candidates if value != now and fits(question, value))


def _candidates(
    questionnaire: Questionnaire, question: Question, now: Value | None
) -> Iterator[Value]:
    match question.kind:
        case Kind.YES_NO:
            yield from (True, False)
        case Kind.ONE_OF:
            yield from (option.id for option in question.options)
        case Kind.SEVERAL_OF:
            yield from _sets(question, now if isinstance(now, tuple) else ())
        case Kind.NUMBER:
            yield from _numbers(questionnaire, question)
        case Kind.DATE:
            yield from _days(questionnaire, question)


def _sets(question: Question, now: tuple[str, ...]) -> Iterator[Value]:
    """Yield every option alone, and the present choice with one option more or less."""
    alone = {option.id for option in question.options if option.alone}
    yield from ((option.id,) for option in question.options)
    if alone.isdisjoint(now):
        for option in question.options:
            changed = {*now} ^ {option.id}
            if changed and option.id not in alone:
                yield tuple(one.id for one in question.options if one.id in changed)


def _numbers(questionnaire: Questionnaire, question: Question) -> Iterator[Value]:
    """Yield the limits that rules test, and a number on either side of each."""
    for test in questionnaire.tests_of.get(question.id, ()):
        for limit in (test.at_least, test.below, test.above):
            if limit is not None:
                step = limit if limit > _LARGE else 1
                for value in (limit - step, limit, limit + step):
                    yield value if abs(value) > _LARGE else int(value)


def _days(questionnaire: Questionnaire, question: Question) -> Iterator[Value]:
    """Yield the days on which a period of a rule begins or ends, and the days before."""
    for test in questionnaire.tests_of.get(question.id, ()):
        limits = (test.dated.on_or_after, test.dated.before) if test.dated else ()
        for limit in limits:
            if limit is not None and limit > date.min:
                yield (limit - timedelta(days=1)).isoformat()
                yield limit.isoformat()
