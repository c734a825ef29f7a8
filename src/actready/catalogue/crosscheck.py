# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proof 6: answers only add knowledge, and the walk agrees with the program's own evaluation.

The walk and the evaluation are two programs for one logic. Here they are held against each other:
on random answers, full and partial, and step by step along random roads, where also the next
question has to be the same. Along the way no value once known may change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from actready.catalogue.choices import AS_OF, Choice
from actready.catalogue.expressions import FALSE, TRUE, Node
from actready.catalogue.proof import Material, Proof, limited, written
from actready.catalogue.roads import next_question
from actready.domain.answers import DONT_KNOW, Value
from actready.domain.conditions import Truth
from actready.domain.explanation import open_questions
from actready.domain.questionnaire import Question
from actready.domain.scoring import Evaluation
from actready.domain.terms import About, Kind
from actready.errors import Fault
from actready.i18n import gettext as _

RANDOM_SETS = 1000
RANDOM_ROADS = 200
_SEED = 20241210

_TRUTHS: dict[Node, Truth] = {TRUE: True, FALSE: False}


def prove_monotone(material: Material) -> Proof:
    """Prove proof 6 on random answers and along roads."""
    check = _CrossCheck(material, Random(_SEED))
    problems = limited(check.on_random_answers()) + limited(check.along_roads())
    counts = _("{sets} random sets of answers, {roads} roads replayed step by step").format(
        sets=2 * RANDOM_SETS, roads=RANDOM_ROADS
    )
    title = _("More answers never change what is known, and the walk agrees with the program")
    return Proof(6, title, counts, problems)


class _CrossCheck:
    """Compares the walk with the evaluation. The random numbers are the same each time."""

    def __init__(self, material: Material, random: Random) -> None:
        self._material = material
        self._graph = material.expressions
        self._random = random
        self._questions = material.questionnaire.questions
        self._findings = material.questionnaire.findings
        groups = material.questionnaire.groups
        about = [groups[one.act, one.group].about for one in self._findings]
        self._of_subject = [one is About.SUBJECT for one in about]
        self._position = material.questionnaire.position
        self._claims = tuple(material.questionnaire.claim_by_id)
        self._days = self._graph.choices(AS_OF)
        self._options = {one.id: self._graph.choices(one.id) for one in self._questions}

    def on_random_answers(self) -> Iterator[Fault]:
        """Yield a fault for each claim that differs, or that changes when answers are added."""
        for _number in range(RANDOM_SETS):
            day = self._random.choice(self._days)
            full = {one.id: self._random_value(one) for one in self._questions}
            some = {name: value for name, value in full.items() if self._random.random() < 0.5}
            unsure = {**some, **{one: DONT_KNOW for one in full if self._random.random() < 0.1}}
            known = self._compared(unsure, day)
            later = self._compared(full, day)
            for claim, truth in known.truths.items():
                if truth is not None and later.truths[claim] is not truth:
                    yield self._fault(claim, _("It changes with more answers"), full)
            yield from (*known.faults, *later.faults)

    def _compared(self, answers: Mapping[str, Value], day: Choice) -> _Compared:
        """Work out every claim twice."""
        evaluation = self._evaluation(answers, day)
        truths = {claim: evaluation.claim(claim) for claim in self._claims}
        expected = self._walked(answers, day)
        faults = [
            self._fault(claim, _("Walk and evaluation differ"), answers)
            for claim, truth in truths.items()
            if truth is not expected[claim]
        ]
        return _Compared(truths, faults)

    def _walked(self, answers: Mapping[str, Value], day: Choice) -> dict[str, Truth]:
        given = {
            question: self._graph.passed(question, value)
            for question, value in answers.items()
            if value != DONT_KNOW
        }
        given[AS_OF] = day.passed
        known: dict[Node, Truth] = {}
        nodes = ((claim, self._graph.of_claim(claim)) for claim in self._claims)
        return {claim: self._graph.truth(node, given, known) for claim, node in nodes}

    def along_roads(self) -> Iterator[Fault]:
        """Yield a fault for each step where the next question or a known value differs."""
        for _number in range(RANDOM_ROADS):
            yield from self._along_a_road(self._random.choice(self._days))

    def _along_a_road(self, day: Choice) -> Iterator[Fault]:
        """Answer question by question at random, as both programs ask."""
        answers: dict[str, Value] = {}
        known: dict[str, Truth] = {}
        nodes = [
            self._graph.given(self._graph.of_claim(one.id), AS_OF, day.passed)
            for one in self._findings
        ]
        while True:
            evaluation = self._evaluation(answers, day)
            truths = {one.id: evaluation.claim(one.id) for one in self._findings}
            yield from self._unlike(truths, nodes, known, answers)
            known = {one: truth for one, truth in truths.items() if truth is not None}
            pairs = zip(nodes, self._of_subject, strict=True)
            walked = next_question(self._graph, pairs, self._position)
            asked = next((one.question.id for one in open_questions(evaluation)), None)
            if asked != walked:
                problem = _("The walk asks '{one}' next, the program '{other}', after: {road}.")
                road = written(tuple(answers.items()))
                yield Fault(problem.format(one=walked or "", other=asked or "", road=road))
            if asked is None or asked != walked:
                return
            choice = self._random.choice(self._options[asked])
            answers[asked] = choice.value
            nodes = [self._graph.given(node, asked, choice.passed) for node in nodes]

    def _unlike(
        self,
        truths: Mapping[str, Truth],
        nodes: Sequence[Node],
        known: Mapping[str, Truth],
        answers: Mapping[str, Value],
    ) -> Iterator[Fault]:
        """Yield a fault for each value that was known and changed, or that the walk has not."""
        for (claim, truth), node in zip(truths.items(), nodes, strict=True):
            if claim in known and truth is not known[claim]:
                yield self._fault(claim, _("It changes with more answers"), answers)
            elif truth is not _TRUTHS.get(node):
                yield self._fault(claim, _("Walk and evaluation differ"), answers)

    def _random_value(self, question: Question) -> Value:
        if question.kind is Kind.SEVERAL_OF:
            free = [one.id for one in question.options if not one.alone]
            chosen = tuple(one for one in free if self._random.random() < 0.4)
            return chosen or (self._random.choice(question.options).id,)
        if question.kind is Kind.ONE_OF:
            return self._random.choice(question.options).id
        return self._random.choice(self._options[question.id]).value

    def _evaluation(self, answers: Mapping[str, Value], day: Choice) -> Evaluation:
        as_of = date.fromisoformat(str(day.value))
        return Evaluation(self._material.questionnaire, answers, as_of)

    def _fault(self, claim: str, problem: str, answers: Mapping[str, Value]) -> Fault:
        place = self._material.place("claim", claim)
        return place.fault(f"{problem}: {written(tuple(answers.items()))}.")


@dataclass(frozen=True, slots=True)
class _Compared:
    truths: Mapping[str, Truth]
    faults: list[Fault]
