# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The exhaustive walk: every road that answers can take through a questionnaire.

A *state* is what is left of the conditions of all findings after some answers (see
``expressions``). Different answers that leave the same conditions lead to the same state, so the
walk visits each state once, however many roads lead there: some thousand states stand for more
combinations of answers than could ever be tried.

From each state the walk asks the question that the program would ask next, the first of
``explanation.open_questions``, and goes on with each choice of answers that conditions can tell
apart. Where nothing is left to ask, every finding has its value: a *terminal*. What holds in every
terminal therefore holds for every full set of answers.

What has to be looked at together is walked together, and nothing else, because together findings
only multiply the states: the roles of an act with its scope, the values of a group of which exactly
one holds, two values that exclude each other. Every other finding is walked by itself. Each walk
asks as the program would ask if there were no other findings.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from actready.catalogue.choices import Choice
from actready.catalogue.expressions import AS_OF, FALSE, TRUE, Expressions, Node
from actready.catalogue.outcomes import Outcomes
from actready.domain.answers import Value
from actready.domain.questionnaire import Finding, Group, Questionnaire
from actready.domain.terms import About

State = tuple[Node, ...]
Road = tuple[tuple[str, Value], ...]
"""Questions and answers in the order of asking."""

_DECIDING: Final = ("role", "scope")


@dataclass(frozen=True, slots=True)
class Terminal:
    """An end of the walk: which findings hold, and one road that leads there."""

    established: frozenset[str]
    road: Road


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the walk through some findings found.

    ``roads`` counts the different ways through; ``longest`` and ``shortest`` are roads until every
    role is settled, ``to_the_end`` is the length of the longest road until every finding is.
    ``idle`` counts the states in which the question asked cannot change any finding: the choice
    of questions looks at the shape of conditions, which may hide that two of them mean the same.
    """

    findings: tuple[str, ...]
    asked: frozenset[str]
    states: int
    idle: int
    roads: int
    terminals: tuple[Terminal, ...]
    longest: Road
    shortest: Road
    to_the_end: int


def decide(questionnaire: Questionnaire, expressions: Expressions) -> tuple[Decisions, ...]:
    """Walk all findings, those that belong together in one walk."""
    return tuple(
        _Walk(questionnaire, expressions, part).decisions() for part in _parts(questionnaire)
    )


def combinations(questionnaire: Questionnaire, expressions: Expressions) -> int:
    """Return how many full sets of answers there are to the questions that findings rest on.

    Of numbers and dates only what conditions can tell apart is counted.
    """
    nodes = [expressions.of_claim(finding.id) for finding in questionnaire.findings]
    used = frozenset[str]().union(*(expressions.questions(node) for node in nodes)) - {AS_OF}
    return math.prod(sum(one.size for one in expressions.choices(question)) for question in used)


def next_question(
    expressions: Expressions,
    open_findings: Iterable[tuple[Node, bool]],
    position: Mapping[str, int],
) -> str | None:
    """Return the question to ask next; each finding comes with whether it is about a subject.

    The date is no question to ask: it is known, and the walk settles it first.
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


def _parts(questionnaire: Questionnaire) -> Iterator[tuple[Finding, ...]]:
    """Yield the findings that have to be walked together; every finding is in one part or more."""
    for act, groups in groupby(questionnaire.groups, key=lambda key: key[0]):
        deciding = [one for name in _DECIDING for one in questionnaire.findings_of(act, name)]
        if deciding:
            yield tuple(deciding)
        for _act, name in groups:
            if name not in _DECIDING:
                group = questionnaire.groups[act, name]
                yield from _parts_of(group, questionnaire.findings_of(act, name))


def _parts_of(group: Group, findings: tuple[Finding, ...]) -> Iterator[tuple[Finding, ...]]:
    if group.exactly_one:
        yield findings
        return
    pairs = [tuple(one for one in findings if one.value in pair) for pair in group.exclusive]
    paired = {one.id for pair in pairs for one in pair}
    yield from pairs
    yield from ((one,) for one in findings if one.id not in paired)


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What lies ahead of a state: lengths of roads, how many there are, and the choices to take."""

    roads: int = 1
    to_the_end: int = 0
    longest: int = 0
    shortest: int = 0
    question: str | None = None
    longest_by: Choice | None = None
    shortest_by: Choice | None = None


class _Walk:
    """Walks the roads of findings that share questions."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        expressions: Expressions,
        findings: Sequence[Finding],
    ) -> None:
        self._expressions = expressions
        self._position = questionnaire.position
        self._findings = findings
        groups = questionnaire.groups
        about = [groups[one.act, one.group].about for one in findings]
        self._of_subject = [one is About.SUBJECT for one in about]
        self._of_role = [one.group == "role" for one in findings]
        self._ahead: dict[State, _Ahead] = {}
        self._terminals: dict[State, Road] = {}
        self._asked: set[str] = set()
        self._idle = 0
        self._outcomes = Outcomes(expressions)
        self._choices: dict[str, tuple[Choice, ...]] = {}

    def decisions(self) -> Decisions:
        """Walk everything and return what was found."""
        start = tuple(self._expressions.of_claim(finding.id) for finding in self._findings)
        ahead = self._visit(start, ())
        return Decisions(
            tuple(finding.id for finding in self._findings),
            frozenset(self._asked),
            len(self._ahead),
            self._idle,
            ahead.roads,
            tuple(self._terminal(state, road) for state, road in self._terminals.items()),
            tuple(self._road(start, longest=True)),
            tuple(self._road(start, longest=False)),
            ahead.to_the_end,
        )

    def _visit(self, state: State, road: Road) -> _Ahead:
        known = self._ahead.get(state)
        if known is None:
            known = self._ahead[state] = self._look_ahead(state, road)
        return known

    def _look_ahead(self, state: State, road: Road) -> _Ahead:
        open_findings = zip(state, self._of_subject, strict=True)
        question = next_question(self._expressions, open_findings, self._position)
        if question is None:
            self._terminals[state] = road
            return _Ahead()
        cost = 0 if question == AS_OF else 1
        if cost:
            self._asked.add(question)
            self._idle += not any(self._outcomes.can_change(node, question) for node in state)
        ahead = [
            (self._visit(self._after(state, question, one), (*road, (question, one.value))), one)
            for one in self._choices_of(question)
        ]
        roads = sum(one.roads for one, _choice in ahead)
        to_the_end = cost + max(one.to_the_end for one, _choice in ahead)
        if self._is_settled(state):
            return _Ahead(roads, to_the_end)
        longest, longest_by = max(ahead, key=lambda one: one[0].longest)
        shortest, shortest_by = min(ahead, key=lambda one: one[0].shortest)
        return _Ahead(
            roads,
            to_the_end,
            cost + longest.longest,
            cost + shortest.shortest,
            question,
            longest_by,
            shortest_by,
        )

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

    def _road(self, state: State, *, longest: bool) -> Iterator[tuple[str, Value]]:
        while (ahead := self._ahead[state]).question is not None:
            choice = ahead.longest_by if longest else ahead.shortest_by
            assert choice is not None  # set together with the question
            if ahead.question != AS_OF:
                yield ahead.question, choice.value
            state = self._after(state, ahead.question, choice)

    def _terminal(self, state: State, road: Road) -> Terminal:
        pairs = zip(self._findings, state, strict=True)
        return Terminal(frozenset(one.id for one, node in pairs if node == TRUE), road)
