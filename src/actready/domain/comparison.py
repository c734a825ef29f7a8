# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two evaluations side by side: another date, another edition of the law, or another subject.

What is compared by id are findings and obligations. Where the edition differs, the questions that
were changed are named too: their answers need another look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from actready.domain.answers import Value, fits
from actready.domain.explanation import asked_questions, open_questions
from actready.domain.questionnaire import Finding, Obligation, Question
from actready.domain.scoring import Evaluation
from actready.domain.terms import Applies, Status


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id."""


I = TypeVar("I", bound=Identified)  # noqa: E741  # the usual letter for something with an id


class Way(StrEnum):
    """In which way an obligation differs."""

    APPLIES = "applies"
    APPLIES_FROM = "applies_from"
    IN_FORCE = "in_force"
    PENALTY = "penalty"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class FindingSide:
    """A finding as one side sees it. ``finding`` is None where its edition does not know it."""

    finding: Finding | None
    status: Status
    begins: date | None
    in_force: bool


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding that differs between the two sides."""

    before: FindingSide
    after: FindingSide

    @property
    def finding(self) -> Finding:
        """The finding in the later wording, if there is one."""
        found = self.after.finding or self.before.finding
        assert found is not None  # one side at least knows it
        return found


@dataclass(frozen=True, slots=True)
class ObligationSide:
    """An obligation as one side sees it. Where its edition does not know it, it does not apply."""

    obligation: Obligation | None
    applies: Applies
    due: date | None
    in_force: bool


@dataclass(frozen=True, slots=True)
class ObligationChange:
    """An obligation that differs between the two sides, and in which ways."""

    before: ObligationSide
    after: ObligationSide
    ways: tuple[Way, ...]

    @property
    def obligation(self) -> Obligation:
        """The obligation in the later wording, if there is one."""
        found = self.after.obligation or self.before.obligation
        assert found is not None  # one side at least knows it
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two evaluations.

    ``reworded`` are answered questions that the later edition asks in other words, ``misfits``
    those whose answer no longer fits, ``added`` open questions that only the later side asks.
    """

    findings: tuple[FindingChange, ...]
    obligations: tuple[ObligationChange, ...]
    reworded: tuple[Question, ...]
    misfits: tuple[Question, ...]
    added: tuple[Question, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (
            self.findings or self.obligations or self.reworded or self.misfits or self.added
        )


def compare(before: Evaluation, after: Evaluation, given: Mapping[str, Value]) -> Comparison:
    """Compare two evaluations. ``given`` are the answers as kept, before any is set aside."""
    return Comparison(
        tuple(_findings(before, after)),
        tuple(_obligations(before, after)),
        tuple(_reworded(before, after)),
        tuple(_misfits(before, after, given)),
        tuple(_added(before, after)),
    )


def _by_id(records: tuple[I, ...]) -> dict[str, I]:
    return {one.id: one for one in records}


def _findings(before: Evaluation, after: Evaluation) -> Iterator[FindingChange]:
    old = _by_id(before.questionnaire.findings)
    new = _by_id(after.questionnaire.findings)
    for name in {**new, **old}:
        change = FindingChange(
            _finding_side(before, old.get(name)), _finding_side(after, new.get(name))
        )
        sides = [(one.status, one.begins, one.in_force) for one in (change.before, change.after)]
        matters = change.before.status != Status.EXCLUDED or change.after.status != Status.EXCLUDED
        if sides[0] != sides[1] and matters:
            yield change


def _finding_side(evaluation: Evaluation, finding: Finding | None) -> FindingSide:
    if finding is None:
        return FindingSide(None, Status.EXCLUDED, None, in_force=False)
    status = evaluation.status(finding)
    begins = evaluation.begins(finding)
    begun = begins is not None and begins <= evaluation.date
    return FindingSide(finding, status, begins, status is Status.ESTABLISHED and begun)


def _obligations(before: Evaluation, after: Evaluation) -> Iterator[ObligationChange]:
    old = _by_id(before.questionnaire.obligations)
    new = _by_id(after.questionnaire.obligations)
    for name in {**new, **old}:
        sides = _duty_side(before, old.get(name)), _duty_side(after, new.get(name))
        ways = tuple(_ways(*sides))
        if ways:
            yield ObligationChange(*sides, ways)


def _duty_side(evaluation: Evaluation, obligation: Obligation | None) -> ObligationSide:
    if obligation is None:
        return ObligationSide(None, Applies.NO, None, in_force=False)
    applies = evaluation.applies(obligation)
    due = evaluation.due(obligation)
    begun = applies is Applies.YES and due <= evaluation.date
    return ObligationSide(obligation, applies, due, begun)


def _ways(before: ObligationSide, after: ObligationSide) -> Iterator[Way]:
    if before.applies is not after.applies:
        yield Way.APPLIES
    if Applies.NO in (before.applies, after.applies):
        return
    if before.due != after.due:
        yield Way.APPLIES_FROM
    if before.in_force is not after.in_force:
        yield Way.IN_FORCE
    assert before.obligation is not None  # what is not known does not apply
    assert after.obligation is not None
    if before.obligation.penalty != after.obligation.penalty:
        yield Way.PENALTY
    if before.obligation.text != after.obligation.text:
        yield Way.TEXT


def _reworded(before: Evaluation, after: Evaluation) -> Iterator[Question]:
    old = before.questionnaire.question_by_id
    for question in asked_questions(after):
        was = old.get(question.id)
        answered = after.answer(question.id) is not None
        if was is not None and answered and _wording(was) != _wording(question):
            yield question


def _wording(question: Question) -> tuple[object, ...]:
    return (question.kind, question.text, question.instruction, question.options)


def _misfits(
    before: Evaluation, after: Evaluation, given: Mapping[str, Value]
) -> Iterator[Question]:
    """Yield the questions whose kept answer fitted before and does not fit now."""
    was = before.questionnaire.question_by_id
    for question in after.questionnaire.questions:
        value = given.get(question.id)
        if value is not None and question.id in was and not fits(question, value):
            yield question


def _added(before: Evaluation, after: Evaluation) -> Iterator[Question]:
    old = {one.question.id for one in open_questions(before)}
    known = before.questionnaire.question_by_id
    for one in open_questions(after):
        if one.question.id not in old and (one.question.id not in known or not one.dont_know):
            yield one.question
