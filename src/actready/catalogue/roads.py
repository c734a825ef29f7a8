# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many questions are asked until the roles of an act are settled.

A *state* is what is left of the conditions of scope and roles after some answers (see
``expressions``). Different answers that leave the same conditions lead to the same state. From each
state the question is asked that the program would ask next, if there were no other findings.

Where an edition says how many questions are bearable, every road is walked. Elsewhere answers may
lead through so many states that roads are only tried: at random, each time with the answer that
leaves most to ask.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

from actready.catalogue.choices import AS_OF, Choice
from actready.catalogue.expressions import FALSE, TRUE, Expressions, Node
from actready.domain.answers import Value
from actready.domain.questionnaire import Edition, Questionnaire
from actready.domain.terms import About

State = tuple[Node, ...]
Road = tuple[tuple[str, Value], ...]
"""Questions and answers in the order of asking."""

ROADS_TRIED: Final = 100
_ANSWERS_TRIED: Final = 6
_SEED: Final = 20240801
_DECIDING: Final = ("role", "scope")


@dataclass(frozen=True, slots=True)
class Roads:
    """The longest and the shortest road until the roles of an act are settled.

    ``every`` says whether all roads were walked, through ``states`` states, or only some tried.
    """

    edition: Edition
    longest: Road
    shortest: Road
    states: int
    every: bool


def roads_to_roles(questionnaire: Questionnaire, expressions: Expressions) -> tuple[Roads, ...]:
    """Walk, or try, the roads to the roles of every act that has roles."""
    walks = (_Walk(questionnaire, expressions, one) for one in questionnaire.editions)
    return tuple(walk.roads() for walk in walks if walk.has_roles)


def next_question(
    expressions: Expressions,
    open_findings: Iterable[tuple[Node, bool]],
    position: Mapping[str, int],
) -> str | None:
    """Return the question to ask next; each finding comes with whether it is about a subject.

    The date is no question to ask: it is known, and is settled first.
    """
    decides = Counter[str]()
    of_subject: set[str] = set()
    for node, is_about_subject in open_findings:
        questions = expressions.questions(node)
        decides.update(questions)
        if is_about_subject:
            of_subject |= questions
    if AS_OF in decides:
        return AS_OF
    return min(
        decides,
        key=lambda one: (one not in of_subject, -decides[one], position[one]),
        default=None,
    )


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What lies ahead of a state until the roles are settled: lengths, and the choices to take."""

    longest: int = 0
    shortest: int = 0
    question: str = ""
    longest_by: Choice | None = None
    shortest_by: Choice | None = None


class _Walk:
    """Walks the roads to the roles of one act."""

    def __init__(
        self, questionnaire: Questionnaire, expressions: Expressions, edition: Edition
    ) -> None:
        self._edition = edition
        self._expressions = expressions
        self._position = questionnaire.position
        findings = [
            one for name in _DECIDING for one in questionnaire.findings_of(edition.act, name)
        ]
        groups = questionnaire.groups
        about = [groups[one.act, one.group].about for one in findings]
        self._of_subject = [one is About.SUBJECT for one in about]
        self._of_role = [one.group == "role" for one in findings]
        self._start = tuple(expressions.of_claim(one.id) for one in findings)
        self._ahead: dict[State, _Ahead] = {}
        self._choices: dict[str, tuple[Choice, ...]] = {}

    @property
    def has_roles(self) -> bool:
        """Whether the act has roles at all."""
        return any(self._of_role)

    def roads(self) -> Roads:
        """Return what was found."""
        if not self._edition.at_most:
            tried = [self._tried(Random(_SEED + number)) for number in range(ROADS_TRIED)]
            longest, shortest = max(tried, key=len), min(tried, key=len)
            return Roads(self._edition, longest, shortest, len(tried), every=False)
        self._visit(self._start)
        return Roads(
            self._edition,
            tuple(self._road(longest=True)),
            tuple(self._road(longest=False)),
            len(self._ahead),
            every=True,
        )

    def _visit(self, state: State) -> _Ahead:
        known = self._ahead.get(state)
        if known is None:
            known = self._ahead[state] = self._look_ahead(state)
        return known

    def _look_ahead(self, state: State) -> _Ahead:
        if self._is_settled(state):
            return _Ahead()
        question = self._next(state)
        cost = 0 if question == AS_OF else 1
        ahead = [
            (self._visit(self._after(state, question, one)), one)
            for one in self._choices_of(question)
        ]
        longest, longest_by = max(ahead, key=lambda one: one[0].longest)
        shortest, shortest_by = min(ahead, key=lambda one: one[0].shortest)
        return _Ahead(
            cost + longest.longest, cost + shortest.shortest, question, longest_by, shortest_by
        )

    def _tried(self, random: Random) -> Road:
        """Return one road, with the answer at each step that leaves most to ask, of some tried."""
        state = self._start
        road: list[tuple[str, Value]] = []
        while not self._is_settled(state):
            question = self._next(state)
            choices = self._choices_of(question)
            some = random.sample(choices, min(_ANSWERS_TRIED, len(choices)))
            after = [(self._after(state, question, one), one) for one in some]
            state, choice = max(after, key=lambda one: self._left(one[0]))
            if question != AS_OF:
                road.append((question, choice.value))
        return tuple(road)

    def _left(self, state: State) -> int:
        return len(frozenset[str]().union(*(self._expressions.questions(one) for one in state)))

    def _next(self, state: State) -> str:
        pairs = zip(state, self._of_subject, strict=True)
        question = next_question(self._expressions, pairs, self._position)
        assert question is not None  # as long as a role is open, a question decides it
        return question

    def _choices_of(self, question: str) -> tuple[Choice, ...]:
        if question not in self._choices:
            self._choices[question] = self._expressions.choices(question)
        return self._choices[question]

    def _after(self, state: State, question: str, choice: Choice) -> State:
        given = self._expressions.given
        return tuple(given(node, question, choice.passed) for node in state)

    def _is_settled(self, state: State) -> bool:
        nodes = zip(state, self._of_role, strict=True)
        return all(node in (FALSE, TRUE) for node, is_role in nodes if is_role)

    def _road(self, *, longest: bool) -> Iterator[tuple[str, Value]]:
        state = self._start
        while not self._is_settled(state):
            ahead = self._ahead[state]
            choice = ahead.longest_by if longest else ahead.shortest_by
            assert choice is not None  # set together with the question
            if ahead.question != AS_OF:
                yield ahead.question, choice.value
            state = self._after(state, ahead.question, choice)
