# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a proof works on, and what it yields."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Final

from actready.catalogue.choices import AS_OF
from actready.catalogue.diagrams import Diagrams
from actready.catalogue.editions import Period, merged
from actready.catalogue.expressions import Expressions
from actready.catalogue.loaded import LoadedEdition, RecordKind
from actready.catalogue.places import Place
from actready.catalogue.roads import Road, Roads, roads_to_roles
from actready.domain.answers import Value
from actready.domain.questionnaire import Claim, Questionnaire
from actready.errors import Fault

_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing proved, or the problems that stand against it. Remarks do not stand against it."""

    number: int
    title: str
    counts: str
    problems: tuple[Fault, ...] = ()
    remarks: tuple[Fault, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing stands against it."""
        return not self.problems


@dataclass(frozen=True)
class Material:
    """The editions of one period, merged and worked through: what all proofs look at."""

    period: Period
    editions: tuple[LoadedEdition, ...]
    questionnaire: Questionnaire
    expressions: Expressions = field(repr=False)
    diagrams: Diagrams = field(repr=False)
    roads: tuple[Roads, ...]
    combinations: int

    def place(self, kind: RecordKind, name: str) -> Place:
        """Return the place of a record."""
        found = (one.places.get((kind, name)) for one in self.editions)
        return next(place for place in found if place is not None)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Facts, findings and obligations."""
        one = self.questionnaire
        return (*one.facts, *one.findings, *one.obligations)

    def place_of(self, record: Claim) -> Place:
        """Return the place of a fact, finding or obligation."""
        is_claim = record.id in self.questionnaire.claim_by_id
        return self.place("claim" if is_claim else "obligation", record.id)


def material(period: Period, editions: Iterable[LoadedEdition]) -> Material:
    """Merge the editions of a period and work through them."""
    together = tuple(one for one in editions if one.edition in period.editions)
    questionnaire = merged([one.content for one in together])
    expressions = Expressions(questionnaire, period.first, period.before or date.max)
    for claim in (*questionnaire.facts, *questionnaire.findings, *questionnaire.obligations):
        for condition in claim.conditions:
            expressions.of(condition)
    for penalties in questionnaire.penalties:
        for condition in penalties.conditions():
            expressions.of(condition)
    diagrams = Diagrams(questionnaire, period.first, period.before or date.max)
    for fact in reversed(questionnaire.facts):  # details before what rests on them: small diagrams
        diagrams.of_claim(fact.id)
    roads = roads_to_roles(questionnaire, expressions)
    number = combinations(questionnaire, expressions)
    return Material(period, together, questionnaire, expressions, diagrams, roads, number)


def combinations(questionnaire: Questionnaire, expressions: Expressions) -> int:
    """Return how many full sets of answers there are to the questions that findings rest on.

    Of numbers and dates only what conditions can tell apart is counted.
    """
    nodes = [expressions.of_claim(finding.id) for finding in questionnaire.findings]
    used = frozenset[str]().union(*(expressions.questions(node) for node in nodes)) - {AS_OF}
    return math.prod(sum(one.size for one in expressions.choices(question)) for question in used)


def written(road: Road) -> str:
    """Return a road as a text for a fault."""
    return ", ".join(f"{question or 'as_of'} = {_shown(value)}" for question, value in road)


def _shown(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case tuple():
            return "[" + ", ".join(value) + "]"
    return str(value)


def limited(faults: Iterator[Fault]) -> tuple[Fault, ...]:
    """Return the first faults: many roads fail for one reason."""
    return tuple(islice(faults, _MOST))
