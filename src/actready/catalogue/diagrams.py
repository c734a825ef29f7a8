# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Conditions as binary decision diagrams: what holds for every full set of answers, and what never.

An answer is spelled in bits: for a choice of several options one bit an option, for everything else
the number of the choice, where answers that no rule tells apart are one choice. Every spelling is
an answer, so a condition is a function of free bits, and its diagram with bits in a fixed order is
unique: a condition that always holds is the diagram TRUE, one that never holds is FALSE, and two
that mean the same are the same number. (R. E. Bryant, Graph-based algorithms for Boolean function
manipulation, IEEE Transactions on Computers C-35, 1986.)

Bits are ordered as conditions mention them, option beside detail, which keeps diagrams small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Final, NamedTuple

from actready.catalogue.choices import AS_OF, Choice, Test, choices_of, date_choices
from actready.domain.answers import Value
from actready.domain.conditions import (
    AllOf,
    AnswerTest,
    AnyOf,
    Condition,
    DateTest,
    FactTest,
    FindingTest,
    Not,
    leaves,
)
from actready.domain.questionnaire import Question, Questionnaire
from actready.domain.terms import Kind

Diagram = int
FALSE: Final[Diagram] = 0
TRUE: Final[Diagram] = 1


_END: Final = 1 << 60
"""The level below the last bit."""


class _Node(NamedTuple):
    level: int
    low: Diagram
    high: Diagram


class Diagrams:
    """The diagrams of one questionnaire. The date runs from ``first`` until before ``before``."""

    def __init__(
        self, questionnaire: Questionnaire, first: date = date.min, before: date = date.max
    ) -> None:
        self._questionnaire = questionnaire
        self._spelling = _Spelling(questionnaire, first, before)
        self._nodes: list[_Node] = [_Node(_END, FALSE, FALSE), _Node(_END, TRUE, TRUE)]
        self._unique: dict[_Node, Diagram] = {}
        self._chosen: dict[tuple[Diagram, Diagram, Diagram], Diagram] = {}
        self._claims: dict[str, Diagram] = {}
        self._support: dict[Diagram, frozenset[int]] = {FALSE: frozenset(), TRUE: frozenset()}

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return len(self._nodes)

    def of_claim(self, claim_id: str) -> Diagram:
        """Return the diagram of a fact or finding."""
        if claim_id not in self._claims:
            claim = self._questionnaire.claim_by_id[claim_id]
            self._claims[claim_id] = self.of(claim.when)
        return self._claims[claim_id]

    def of(self, condition: Condition) -> Diagram:
        """Return the diagram of a condition."""
        match condition:
            case AllOf(parts=parts):
                return self.all_of(self.of(part) for part in parts)
            case AnyOf(parts=parts):
                return self.any_of(self.of(part) for part in parts)
            case Not(part=part):
                return self.opposite(self.of(part))
            case FactTest(fact=name) | FindingTest(finding=name):
                return self.of_claim(name)
            case DateTest():
                return self._test(AS_OF, condition)
        return self._test(condition.answer, condition)

    def all_of(self, parts: Iterable[Diagram]) -> Diagram:
        """Return the diagram that is true when all parts are."""
        return reduce(lambda one, other: self._choose(one, other, FALSE), parts, TRUE)

    def any_of(self, parts: Iterable[Diagram]) -> Diagram:
        """Return the diagram that is true when any part is."""
        return reduce(lambda one, other: self._choose(one, TRUE, other), parts, FALSE)

    def opposite(self, diagram: Diagram) -> Diagram:
        """Return the diagram that is true when this one is false."""
        return self._choose(diagram, FALSE, TRUE)

    def questions(self, diagram: Diagram) -> frozenset[str]:
        """Return the questions whose answers can change the value."""
        return frozenset(self._spelling.owner(level) for level in self._levels(diagram))

    def example(self, diagram: Diagram) -> tuple[tuple[str, Value], ...]:
        """Return answers for which a diagram is true, in asking order; none for FALSE."""
        bits: dict[int, bool] = {}
        while diagram not in (FALSE, TRUE):
            node = self._nodes[diagram]
            bits[node.level] = node.low == FALSE
            diagram = node.high if bits[node.level] else node.low
        position = self._questionnaire.position
        return tuple(sorted(self._spelling.read(bits), key=lambda one: position.get(one[0], -1)))

    def _levels(self, diagram: Diagram) -> frozenset[int]:
        if diagram not in self._support:
            node = self._nodes[diagram]
            inner = self._levels(node.low) | self._levels(node.high)
            self._support[diagram] = inner | {node.level}
        return self._support[diagram]

    def _test(self, question: str, test: Test) -> Diagram:
        """Return the diagram of one test: any of the spellings that pass it."""
        return self.any_of(
            self.all_of(self._bit(level, holds=holds) for level, holds in spelled)
            for spelled in self._spelling.passing(question, test)
        )

    def _bit(self, level: int, *, holds: bool) -> Diagram:
        low, high = (FALSE, TRUE) if holds else (TRUE, FALSE)
        return self._node(_Node(level, low, high))

    def _choose(self, test: Diagram, then: Diagram, otherwise: Diagram) -> Diagram:
        """Return the diagram with the value of ``then`` where ``test`` is true, else the other."""
        if test == TRUE or then == otherwise:
            return then
        if test == FALSE:
            return otherwise
        if (then, otherwise) == (TRUE, FALSE):
            return test
        key = (test, then, otherwise)
        if key not in self._chosen:
            level = min(self._nodes[one].level for one in key)
            low = self._choose(*(self._under(one, level, high=False) for one in key))
            high = self._choose(*(self._under(one, level, high=True) for one in key))
            self._chosen[key] = low if low == high else self._node(_Node(level, low, high))
        return self._chosen[key]

    def _under(self, diagram: Diagram, level: int, *, high: bool) -> Diagram:
        node = self._nodes[diagram]
        if node.level != level:
            return diagram
        return node.high if high else node.low

    def _node(self, node: _Node) -> Diagram:
        if node not in self._unique:
            self._unique[node] = len(self._nodes)
            self._nodes.append(node)
        return self._unique[node]


Spelled = tuple[tuple[int, bool], ...]
"""Levels of bits with the value that each has."""


class _Spelling:
    """Spells the answers to each question in bits. Bits get their levels when first mentioned."""

    def __init__(self, questionnaire: Questionnaire, first: date, before: date) -> None:
        self._questions = questionnaire.question_by_id
        self._tests = _tests_by_question(questionnaire)
        self._period = first, before
        self._choices: dict[str, tuple[Choice, ...]] = {}
        self._levels: dict[tuple[str, str | int], int] = {}
        self._owners: list[str] = []

    def owner(self, level: int) -> str:
        """Return the question to which a bit belongs."""
        return self._owners[level]

    def passing(self, question: str, test: Test) -> Iterator[Spelled]:
        """Yield spellings that together are all answers that pass a test."""
        known = self._questions.get(question)
        if known is not None and known.kind is Kind.SEVERAL_OF:
            assert isinstance(test, AnswerTest)  # the loader lets options be tested only so
            yield from self._sets(known, test)
            return
        choices = self._choices_of(question)
        bit = self._tests[question].index(test)
        for number, choice in enumerate(choices):
            if choice.passed >> bit & 1:
                yield from self._numbered(question, number, len(choices))

    def read(self, bits: Mapping[int, bool]) -> Iterator[tuple[str, Value]]:
        """Yield the answers that bits spell; a bit that is not given is zero."""
        for name in dict.fromkeys(self._owners[level] for level in sorted(bits)):
            question = self._questions.get(name)
            if question is not None and question.kind is Kind.SEVERAL_OF:
                yield name, self._read_set(question, bits)
            else:
                choices = self._choices_of(name)
                number = sum(
                    1 << place
                    for place in range(_width(len(choices)))
                    if bits.get(self._level(name, place), False)
                )
                yield name, choices[min(number, len(choices) - 1)].value

    def _sets(self, question: Question, test: AnswerTest) -> Iterator[Spelled]:
        """Yield a bit for each option named; an option that stands alone means that no bit is set.

        Where all options have bits, the set without any stands for the first option.
        """
        for option in question.options:
            if option.id in test.includes:
                if option.alone:
                    free = [one.id for one in question.options if not one.alone]
                    yield tuple((self._level(question.id, one), False) for one in free)
                else:
                    yield ((self._level(question.id, option.id), True),)
        first = self._stands_for_nothing(question)
        if first in test.includes:
            yield tuple((self._level(question.id, one.id), False) for one in question.options)

    def _stands_for_nothing(self, question: Question) -> str:
        return "" if self._unnamed(question) else question.options[0].id

    def _unnamed(self, question: Question) -> list[str]:
        """Return the options that no test names, or that stand alone."""
        tests = self._tests[question.id]
        named = {
            option for test in tests if isinstance(test, AnswerTest) for option in test.options()
        }
        return [one.id for one in question.options if one.alone or one.id not in named]

    def _read_set(self, question: Question, bits: Mapping[int, bool]) -> tuple[str, ...]:
        chosen = tuple(
            option.id
            for option in question.options
            if bits.get(self._levels.get((question.id, option.id), -1), False)
        )
        if chosen:
            return chosen
        rest = sorted(self._unnamed(question), key=lambda one: not self._is_alone(question, one))
        return (next(iter(rest), question.options[0].id),)

    def _is_alone(self, question: Question, option_id: str) -> bool:
        option = question.option(option_id)
        return option is not None and option.alone

    def _numbered(self, question: str, number: int, count: int) -> Iterator[Spelled]:
        """Yield the spellings of one choice; the last one has all numbers left over."""
        width = _width(count)
        numbers = [number] if number < count - 1 else range(number, 1 << width)
        for one in numbers:
            yield tuple(
                (self._level(question, place), bool(one >> place & 1)) for place in range(width)
            )

    def _choices_of(self, question: str) -> tuple[Choice, ...]:
        if question not in self._choices:
            tests = self._tests[question]
            found = self._questions.get(question)
            self._choices[question] = (
                choices_of(found, tests) if found else date_choices(tests, *self._period)
            )
        return self._choices[question]

    def _level(self, question: str, bit: str | int) -> int:
        key = (question, bit)
        if key not in self._levels:
            self._levels[key] = len(self._owners)
            self._owners.append(question)
        return self._levels[key]


def _width(count: int) -> int:
    return (count - 1).bit_length()


def _tests_by_question(questionnaire: Questionnaire) -> Mapping[str, Sequence[Test]]:
    found: dict[str, list[Test]] = {}
    records = (*questionnaire.facts, *questionnaire.findings, *questionnaire.obligations)
    conditions = [one for record in records for one in record.conditions]
    conditions += [one for penalties in questionnaire.penalties for one in penalties.conditions()]
    for condition in conditions:
        for leaf in leaves(condition):
            match leaf:
                case AnswerTest(answer=question):
                    tests = found.setdefault(question, [])
                case DateTest():
                    tests = found.setdefault(AS_OF, [])
                case _:
                    continue
            if leaf not in tests:
                tests.append(leaf)
    return found
