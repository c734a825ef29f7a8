# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a finding holds, and which open questions decide it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from actready.domain import readiness, threats
from actready.domain.answers import DONT_KNOW, Value
from actready.domain.conditions import (
    AllOf,
    AnswerTest,
    AnyOf,
    Condition,
    DateTest,
    FactTest,
    FindingTest,
    Not,
    Truth,
    parts,
)
from actready.domain.questionnaire import Fact, Finding, Obligation, Question, Questionnaire
from actready.domain.scoring import Evaluation
from actready.domain.terms import About, Act, Status

Given = tuple[str, Value]
"""A question id and its answer."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step in a chain of reasons: the answers it rests on, what follows, and the provisions.

    ``texts`` are whole sentences, to be filled with names one by one.
    """

    given: tuple[Given, ...]
    texts: tuple[str, ...]
    provisions: tuple[str, ...]
    settled: bool
    note: str


class _Chain:
    """Collects the steps that carry the value of one claim, each fact once, earlier facts first.

    A fact that only sums up others adds its sentence to the last of their steps. A fact that fails
    on answers that earlier steps already named goes without saying and is left out. A step names an
    answer that an earlier step named only if it has no other.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self._evaluation = evaluation
        self._seen: set[str] = set()
        self._used: set[str] = set()
        self.steps: list[Step] = []

    def follow(self, condition: Condition, value: Truth) -> list[Given]:
        """Walk what makes a condition have its value; return the answers that it tests itself."""
        match condition:
            case AnswerTest(answer=question):
                answer = self._evaluation.answer(question)
                return [] if answer is None or answer == DONT_KNOW else [(question, answer)]
            case FactTest(fact=claim_id) | FindingTest(finding=claim_id):
                return self._claim(claim_id)
            case DateTest():
                return []
        given: list[Given] = []
        for part, part_value in self._carrying(condition, value):
            given += [one for one in self.follow(part, part_value) if one not in given]
        return given

    def _claim(self, claim_id: str) -> list[Given]:
        if claim_id in self._seen:
            return []
        self._seen.add(claim_id)
        claim = self._evaluation.questionnaire.claim_by_id[claim_id]
        value = self._evaluation.claim(claim_id)
        before = len(self.steps)
        given = self.follow(claim.when, value)
        if not isinstance(claim, Fact):
            return given
        if value is not None:
            self._add(claim, value, given, sums_up=len(self.steps) > before)
        return []

    def _add(self, fact: Fact, value: bool, given: list[Given], *, sums_up: bool) -> None:
        fresh = [one for one in given if one[0] not in self._used]
        step = _step(fact, value, fresh or given)
        if step.texts == ("",):
            return
        if not given and sums_up:
            self.steps[-1] = _joined(self.steps[-1], step)
        elif value or fresh:
            self.steps.append(step)
            self._used |= {question for question, _answer in given}

    def _carrying(self, condition: Condition, value: Truth) -> Iterator[tuple[Condition, Truth]]:
        valued = [(part, part.truth(self._evaluation)) for part in parts(condition)]
        decisive = isinstance(condition, AnyOf)
        if value is not decisive or isinstance(condition, Not):
            yield from (one for one in valued if one[1] is not None)
            return
        deciding = [one for one in valued if one[1] is decisive]
        yield next((one for one in deciding if isinstance(one[0], Not)), deciding[0])


def _step(fact: Fact, value: bool, given: list[Given]) -> Step:
    """Make a step; what is open about a fact matters only where the fact holds."""
    text = fact.text if value else fact.otherwise
    settled = fact.settled or not value
    return Step(tuple(given), (text,), fact.provisions, settled, "" if settled else fact.note)


def _joined(step: Step, more: Step) -> Step:
    return Step(
        step.given,
        step.texts + more.texts,
        tuple(dict.fromkeys(step.provisions + more.provisions)),
        step.settled and more.settled,
        " ".join(dict.fromkeys(filter(None, (step.note, more.note)))),
    )


def reasons(evaluation: Evaluation, finding: Finding) -> tuple[Step, ...]:
    """Return the chain of reasons for the status of a finding.

    For an undetermined finding these are the steps that are known so far.
    """
    chain = _Chain(evaluation)
    value = evaluation.claim(finding.id)
    own = chain.follow(finding.when, value)
    text = finding.sentence if value else finding.otherwise
    if own and text and value is not None:
        last = Step(tuple(own), (text,), finding.provisions, finding.settled, finding.note)
        return (*chain.steps, last)
    return tuple(chain.steps)


def is_settled(evaluation: Evaluation, finding: Finding) -> bool:
    """Tell whether the finding and every step that carries it rest on settled law."""
    own = finding.settled or evaluation.status(finding) is Status.EXCLUDED
    return own and all(step.settled for step in reasons(evaluation, finding))


def deciders(evaluation: Evaluation, conditions: Iterable[Condition]) -> frozenset[str]:
    """Return the questions, unanswered or unknown, that can still decide any of the conditions."""
    return _Deciders(evaluation).of_all(conditions)


_NOTHING: Final = frozenset[str]()


class _Deciders:
    """Finds the questions under unknown parts; every part is valued once, every claim kept."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._evaluation = evaluation
        self._claims: dict[str, frozenset[str]] = {}

    def of_all(self, conditions: Iterable[Condition]) -> frozenset[str]:
        return _NOTHING.union(*(self.of(one) for one in conditions))

    def of(self, condition: Condition) -> frozenset[str]:
        return self._valued(condition)[1]

    def _valued(self, condition: Condition) -> tuple[Truth, frozenset[str]]:
        match condition:
            case AllOf() | AnyOf():
                return self._joined(condition)
            case Not(part=part):
                value, questions = self._valued(part)
                return None if value is None else not value, questions
            case FactTest(fact=claim_id) | FindingTest(finding=claim_id):
                return self._of_claim(claim_id)
            case AnswerTest(answer=question):
                value = condition.truth(self._evaluation)
                return value, frozenset((question,)) if value is None else _NOTHING
        return condition.truth(self._evaluation), _NOTHING

    def _joined(self, condition: AllOf | AnyOf) -> tuple[Truth, frozenset[str]]:
        decisive = isinstance(condition, AnyOf)
        unknown: list[frozenset[str]] = []
        for part in condition.parts:
            value, questions = self._valued(part)
            if value is decisive:
                return decisive, _NOTHING
            if value is None:
                unknown.append(questions)
        return None if unknown else not decisive, _NOTHING.union(*unknown)

    def _of_claim(self, claim_id: str) -> tuple[Truth, frozenset[str]]:
        value = self._evaluation.claim(claim_id)
        if value is not None:
            return value, _NOTHING
        if claim_id not in self._claims:
            claim = self._evaluation.questionnaire.claim_by_id[claim_id]
            self._claims[claim_id] = self.of(claim.when)
        return None, self._claims[claim_id]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that can still decide: the findings, or of which duties the status or the fine."""

    question: Question
    findings: tuple[Finding, ...]
    dont_know: bool
    duties: tuple[Obligation, ...] = ()


def open_questions(evaluation: Evaluation, act: Act | None = None) -> tuple[OpenQuestion, ...]:
    """Return the questions that can still change a finding, those that decide most first.

    Questions that only tell something of the organisation, such as its size, come last.
    With ``act``, only questions that can change a finding of that act.
    """
    walker = _Deciders(evaluation)
    decides: dict[str, list[Finding]] = {}
    for finding in evaluation.questionnaire.findings:
        if act is None or finding.act == act:
            for question in walker.of(finding.when):
                decides.setdefault(question, []).append(finding)
    position = evaluation.questionnaire.position

    def rank(question: str) -> tuple[bool, int, int]:
        of_a_subject = any(_is_of_a_subject(evaluation, one) for one in decides[question])
        return (not of_a_subject, -len(decides[question]), position[question])

    ordered = sorted(decides, key=rank)
    by_id = evaluation.questionnaire.question_by_id
    return tuple(
        OpenQuestion(by_id[one], tuple(decides[one]), evaluation.answer(one) == DONT_KNOW)
        for one in ordered
    )


def open_readiness(evaluation: Evaluation, act: Act | None = None) -> tuple[OpenQuestion, ...]:
    """Return the readiness questions without a known answer, of the most urgent duty first."""
    found = readiness.open_questions(evaluation)
    return tuple(
        OpenQuestion(question, (), evaluation.answer(question.id) == DONT_KNOW, duties)
        for question, duties in found
        if act is None or act in {one.act for one in duties}
    )


def open_fines(evaluation: Evaluation, act: Act | None = None) -> tuple[OpenQuestion, ...]:
    """Return the questions without a known answer that tell how high fines can be.

    Those that can still change a finding as well are left out: they are asked already.
    """
    asked = {one.question.id for one in open_questions(evaluation)}
    return tuple(
        OpenQuestion(question, (), evaluation.answer(question.id) == DONT_KNOW, duties)
        for question, duties in threats.open_questions(evaluation)
        if question.id not in asked and (act is None or act in {one.act for one in duties})
    )


def _is_of_a_subject(evaluation: Evaluation, finding: Finding) -> bool:
    group = evaluation.questionnaire.groups.get((finding.act, finding.group))
    return group is None or group.about is About.SUBJECT


def asked_questions(evaluation: Evaluation) -> tuple[Question, ...]:
    """Return the questions that belong on the road: answered ones that matter, and open ones.

    An answered question matters when it could still decide something at its place in the order. An
    answer that no longer matters is kept, but its question is not shown. Once a duty applies, what
    its fine rests on is asked as well, and its readiness questions follow.
    """
    questionnaire = evaluation.questionnaire
    still_open = deciders(evaluation, [one.when for one in questionnaire.findings])
    road = _Road(questionnaire, evaluation.date)
    shown: list[Question] = []
    for question in questionnaire.questions:
        answer = evaluation.answer(question.id)
        if answer is None:
            if question.id in still_open:
                shown.append(question)
        elif road.is_relevant(question.id):
            shown.append(question)
            road.give(question.id, answer)
    known = {one.id for one in shown}
    shown += (one for one in threats.asked_questions(evaluation) if one.id not in known)
    shown.sort(key=lambda one: questionnaire.position[one.id])
    known = {one.id for one in shown}
    return (*shown, *(one for one in readiness.questions(evaluation) if one.id not in known))


class _Road:
    """Answers given one after the other, and whether a question can still decide something.

    What more answers have decided once stays decided, so known values are carried on.
    """

    def __init__(self, questionnaire: Questionnaire, as_of: date) -> None:
        self._so_far: dict[str, Value] = {}
        self._replay = Evaluation(questionnaire, self._so_far, as_of)
        self._looked_at: dict[str, bool] = {}

    def is_relevant(self, question: str) -> bool:
        """Tell whether a question could decide something now."""
        resting = self._replay.questionnaire.findings_resting_on.get(question, ())
        self._looked_at = {}
        return any(self._in_claim(finding.id, question) for finding in resting)

    def give(self, question: str, answer: Value) -> None:
        """Add an answer."""
        self._so_far = {**self._so_far, question: answer}
        before = self._replay
        self._replay = Evaluation(before.questionnaire, self._so_far, before.date, before.known())

    def _in_claim(self, claim_id: str, question: str) -> bool:
        """Tell whether a claim is unknown and a question can decide it. Each is looked at once."""
        if claim_id not in self._looked_at:
            questionnaire = self._replay.questionnaire
            self._looked_at[claim_id] = (
                question in questionnaire.questions_under[claim_id]
                and self._replay.claim(claim_id) is None
                and self._in(questionnaire.claim_by_id[claim_id].when, question)
            )
        return self._looked_at[claim_id]

    def _in(self, condition: Condition, question: str) -> bool:
        """Tell the same of a condition that is unknown."""
        match condition:
            case AllOf() | AnyOf() | Not():
                return any(
                    self._in(part, question)
                    for part in parts(condition)
                    if part.truth(self._replay) is None
                )
            case FactTest(fact=claim_id) | FindingTest(finding=claim_id):
                return self._in_claim(claim_id, question)
        return isinstance(condition, AnswerTest) and condition.answer == question
