# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How high fines can be, as an edition lays it down in penalties.yaml. The law is data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pydantic import Field, field_validator

from actready.domain.conditions import AnswerTest, Condition, leaves
from actready.domain.records import Record
from actready.domain.terms import Act, Rule

NO_FINE: Final = "none"
"""The penalty of an obligation that carries no administrative fine."""

NATIONAL: Final = "national"
"""The penalty of an obligation for which national law alone sets one."""

EVERYTHING: Final = "all"
"""Stands in a relief for every obligation of the act."""


class Ceiling(Record):
    """How high a fine under one provision can be: an amount, or a share of the turnover.

    ``id`` is the provision, as the ``penalty`` of obligations names it. ``rule`` says which of the
    two counts; where ``lower_when`` holds it is the lower one, and where ``amount_only_when`` holds
    there is no share. ``begins`` is the first day on which such fines can be imposed. ``when`` is
    for a ceiling that can be reached without a breach of any obligation on the list.
    """

    id: str
    amount: int = Field(gt=0)
    percent: float = Field(gt=0, le=100)
    rule: Rule = Rule.HIGHER
    lower_when: Condition | None = None
    amount_only_when: Condition | None = None
    when: Condition | None = None
    begins: date = Field(alias="from")
    provisions: tuple[str, ...] = Field(min_length=1)
    sentence: str

    def conditions(self) -> Iterator[tuple[str, Condition]]:
        """Yield the conditions that are given, each with the name of its field."""
        fields = {
            "when": self.when,
            "lower_when": self.lower_when,
            "amount_only_when": self.amount_only_when,
        }
        yield from ((name, one) for name, one in fields.items() if one is not None)


class Relief(Record):
    """Who is not fined, and for which obligations. The obligations themselves stay."""

    id: str
    when: Condition
    of: tuple[str, ...] = Field(min_length=1)
    provisions: tuple[str, ...] = Field(min_length=1)
    sentence: str

    @field_validator("of", mode="before")
    @classmethod
    def _everything_is_one_word(cls, data: object) -> object:
        return (data,) if data == EVERYTHING else data

    def covers(self, obligation: str) -> bool:
        """Tell whether the relief reaches an obligation."""
        return obligation in self.of or self.is_of_everything

    @property
    def is_of_everything(self) -> bool:
        """Whether every obligation of the act is meant."""
        return EVERYTHING in self.of


class Penalties(Record):
    """The ceilings and reliefs of one act.

    ``turnover`` is the question whose answer the shares are taken of; ``note`` says what a ceiling
    is, and what turnover the law means.
    """

    turnover: str
    note: str
    provisions: tuple[str, ...] = Field(min_length=1)
    ceilings: tuple[Ceiling, ...] = Field(min_length=1)
    relieved: tuple[Relief, ...] = ()
    act: Act = Act.COMMON

    def ceiling(self, provision: str) -> Ceiling | None:
        """Return the ceiling of a provision, or None where none is laid down."""
        return next((one for one in self.ceilings if one.id == provision), None)

    def conditions(self) -> Iterator[Condition]:
        """Yield every condition of ceilings and reliefs."""
        for ceiling in self.ceilings:
            yield from (one for _name, one in ceiling.conditions())
        yield from (relief.when for relief in self.relieved)

    def citations(self) -> Iterator[tuple[str, ...]]:
        """Yield the provisions of each part."""
        yield self.provisions
        yield from (ceiling.provisions for ceiling in self.ceilings)
        yield from (relief.provisions for relief in self.relieved)

    def questions(self) -> frozenset[str]:
        """Return the questions that ceilings and reliefs ask themselves, beside what facts ask."""
        tests = (leaf for one in self.conditions() for leaf in leaves(one))
        asked = {test.answer for test in tests if isinstance(test, AnswerTest)}
        return frozenset((self.turnover, *asked))
