# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Conditions as a graph of shared expressions, into which answers are put one question at a time.

Facts and findings are written out, equal expressions are one node, nested conjunctions and
disjunctions are flattened, and what is known is folded away. Nothing else is simplified: an
expression is unknown exactly where Kleene's logic says so, and what it still contains are exactly
the questions that ``explanation.deciders`` would name.

The date of the assessment is treated as a question without a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from actready.catalogue.choices import AS_OF, Choice, Test, choices_of, date_choices, passed
from actready.domain.answers import Value
from actready.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    DateTest,
    FactTest,
    FindingTest,
    Not,
    Truth,
)
from actready.domain.questionnaire import Questionnaire

Node = int
FALSE: Final[Node] = 0
TRUE: Final[Node] = 1


@dataclass(frozen=True, slots=True)
class _Shape:
    kind: Literal["constant", "test", "not", "all", "any"]
    question: str = ""
    bit: int = 0
    parts: tuple[Node, ...] = ()


class Expressions:
    """The graph of one questionnaire. Nodes are numbers; equal numbers are equal expressions.

    The date of the assessment runs from ``first`` until the day before ``before``.
    """

    def __init__(
        self, questionnaire: Questionnaire, first: date = date.min, before: date = date.max
    ) -> None:
        self._questionnaire = questionnaire
        self._first = first
        self._before = before
        self._shapes: list[_Shape] = [_Shape("constant", bit=0), _Shape("constant", bit=1)]
        self._nodes: dict[_Shape, Node] = {}
        self._claims: dict[str, Node] = {}
        self._tests: dict[str, list[Test]] = {}
        self._questions: dict[Node, frozenset[str]] = {
            FALSE: frozenset(),
            TRUE: frozenset(),
        }
        self._given: dict[tuple[Node, str, int], Node] = {}

    def of_claim(self, claim_id: str) -> Node:
        """Return the node of a fact or finding."""
        if claim_id not in self._claims:
            claim = self._questionnaire.claim_by_id[claim_id]
            self._claims[claim_id] = self.of(claim.when)
        return self._claims[claim_id]

    def of(self, condition: Condition) -> Node:
        """Return the node of a condition."""
        match condition:
            case AllOf(parts=parts):
                return self._joined("all", [self.of(part) for part in parts])
            case AnyOf(parts=parts):
                return self._joined("any", [self.of(part) for part in parts])
            case Not(part=part):
                return self.opposite(self.of(part))
            case FactTest(fact=name) | FindingTest(finding=name):
                return self.of_claim(name)
            case DateTest():
                return self._test(AS_OF, condition)
        return self._test(condition.answer, condition)

    def all_of(self, parts: Iterable[Node]) -> Node:
        """Return the node that is true when all parts are."""
        return self._joined("all", parts)

    def any_of(self, parts: Iterable[Node]) -> Node:
        """Return the node that is true when any part is."""
        return self._joined("any", parts)

    def opposite(self, node: Node) -> Node:
        """Return the node that is true when this one is false."""
        if node in (FALSE, TRUE):
            return 1 - node
        shape = self._shapes[node]
        return shape.parts[0] if shape.kind == "not" else self._node(_Shape("not", parts=(node,)))

    def questions(self, node: Node) -> frozenset[str]:
        """Return the questions that an expression still contains."""
        if node not in self._questions:
            shape = self._shapes[node]
            inner = (self.questions(part) for part in shape.parts)
            own = (shape.question,) if shape.kind == "test" else ()
            self._questions[node] = frozenset(own).union(*inner)
        return self._questions[node]

    def given(self, node: Node, question: str, passed: int) -> Node:
        """Return what is left of an expression when one question is answered."""
        if question not in self.questions(node):
            return node
        key = (node, question, passed)
        if key not in self._given:
            self._given[key] = self._with_answer(self._shapes[node], question, passed)
        return self._given[key]

    def _with_answer(self, shape: _Shape, question: str, passed: int) -> Node:
        if shape.kind == "test":
            return TRUE if passed >> shape.bit & 1 else FALSE
        inner = [self.given(part, question, passed) for part in shape.parts]
        if shape.kind == "not":
            return self.opposite(inner[0])
        return self._joined("all" if shape.kind == "all" else "any", inner)

    def truth(self, node: Node, given: Mapping[str, int], known: dict[Node, Truth]) -> Truth:
        """Return the value of an expression with some answers, each as the tests that it passes.

        ``known`` keeps the values of parts; hand over the same one for the same answers.
        """
        if node not in known:
            known[node] = self._value(self._shapes[node], given, known)
        return known[node]

    def _value(self, shape: _Shape, given: Mapping[str, int], known: dict[Node, Truth]) -> Truth:
        if shape.kind == "constant":
            return bool(shape.bit)
        if shape.kind == "test":
            passed = given.get(shape.question)
            return None if passed is None else bool(passed >> shape.bit & 1)
        inner = [self.truth(part, given, known) for part in shape.parts]
        if shape.kind == "not":
            return None if inner[0] is None else not inner[0]
        decisive = shape.kind == "any"
        if decisive in inner:
            return decisive
        return None if None in inner else not decisive

    def choices(self, question: str) -> tuple[Choice, ...]:
        """Return the choices of a question, or of the date under ``AS_OF``.

        Call it after the last condition was added: new conditions split choices further.
        """
        tests = self._tests.get(question, [])
        if question == AS_OF:
            return date_choices(tests, self._first, self._before)
        return choices_of(self._questionnaire.question_by_id[question], tests)

    def passed(self, question: str, value: Value) -> int:
        """Return the tests that a value passes, one bit each."""
        return passed(self._tests.get(question, []), value)

    def _test(self, question: str, test: Test) -> Node:
        tests = self._tests.setdefault(question, [])
        if test not in tests:
            tests.append(test)
        return self._node(_Shape("test", question, tests.index(test)))

    def _joined(self, kind: Literal["all", "any"], parts: Iterable[Node]) -> Node:
        neutral, deciding = (TRUE, FALSE) if kind == "all" else (FALSE, TRUE)
        flat: set[Node] = set()
        for part in parts:
            if part == deciding:
                return deciding
            shape = self._shapes[part]
            flat.update(shape.parts if shape.kind == kind else (part,))
        flat.discard(neutral)
        if len(flat) < 2:
            return flat.pop() if flat else neutral
        return self._node(_Shape(kind, parts=tuple(sorted(flat))))

    def _node(self, shape: _Shape) -> Node:
        if shape not in self._nodes:
            self._nodes[shape] = len(self._shapes)
            self._shapes.append(shape)
        return self._nodes[shape]
