# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which values an expression can have, and whether a question can still change it."""

from __future__ import annotations

from actready.catalogue.expressions import FALSE, TRUE, Expressions, Node


class Outcomes:
    """Walks single expressions. The order of questions does not matter here."""

    def __init__(self, expressions: Expressions) -> None:
        self._graph = expressions
        self._known: dict[Node, frozenset[bool]] = {
            TRUE: frozenset((True,)),
            FALSE: frozenset((False,)),
        }

    def of(self, node: Node) -> frozenset[bool]:
        """Return the values that full sets of answers can give."""
        if node not in self._known:
            question = min(self._graph.questions(node))
            found = frozenset[bool]()
            for choice in self._graph.choices(question):
                if len(found) < 2:
                    found |= self.of(self._graph.given(node, question, choice.passed))
            self._known[node] = found
        return self._known[node]

    def can_change(self, node: Node, question: str) -> bool:
        """Tell whether two answers to a question can lead to different values, all else equal."""
        if question not in self._graph.questions(node):
            return False
        first, *others = (
            self._graph.given(node, question, choice.passed)
            for choice in self._graph.choices(question)
        )
        return any(True in self.of(self._difference(first, other)) for other in others)

    def _difference(self, one: Node, other: Node) -> Node:
        """Return the expression that is true where two expressions differ."""
        graph = self._graph
        first_only = graph.all_of((one, graph.opposite(other)))
        second_only = graph.all_of((other, graph.opposite(one)))
        return graph.any_of((first_only, second_only))
