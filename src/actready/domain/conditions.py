# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The condition tree and its value: true, false or unknown (Kleene's three values).

A condition is structured data: ``all``, ``any`` and ``not`` over tests of one answer, one fact, one
finding or the date of the assessment. Unknown is ``None``; it never turns into false.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Protocol

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from actready.domain.answers import DONT_KNOW, Value

Truth = bool | None


class World(Protocol):
    """What a condition may look at."""

    @property
    def as_of(self) -> str:
        """The date of the assessment, as an ISO text."""

    def answer(self, question: str) -> Value | None:
        """Return the answer to a question, or None while it is unanswered."""

    def claim(self, claim_id: str) -> Truth:
        """Return the value of a fact or a finding."""


class Node(BaseModel):
    """Common ground of all conditions: frozen, and no field that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class AllOf(Node):
    """True when every part is true; false as soon as one part is false."""

    parts: tuple[Condition, ...] = Field(alias="all", min_length=1)

    def truth(self, world: World) -> Truth:
        """Return the value in this world."""
        result: Truth = True
        for part in self.parts:
            value = part.truth(world)
            if value is False:
                return False
            if value is None:
                result = None
        return result


class AnyOf(Node):
    """True as soon as one part is true; false when every part is false."""

    parts: tuple[Condition, ...] = Field(alias="any", min_length=1)

    def truth(self, world: World) -> Truth:
        """Return the value in this world."""
        result: Truth = False
        for part in self.parts:
            value = part.truth(world)
            if value is True:
                return True
            if value is None:
                result = None
        return result


class Not(Node):
    """True when the part is false. The opposite of unknown is unknown."""

    part: Condition = Field(alias="not")

    def truth(self, world: World) -> Truth:
        """Return the value in this world."""
        value = self.part.truth(world)
        return None if value is None else not value


class FactTest(Node):
    """True when a fact holds."""

    fact: str

    def truth(self, world: World) -> Truth:
        """Return the value in this world."""
        return world.claim(self.fact)


class FindingTest(Node):
    """True when a finding is established."""

    finding: str

    def truth(self, world: World) -> Truth:
        """Return the value in this world."""
        return world.claim(self.finding)


class DateRange(Node):
    """A half-open range of dates."""

    on_or_after: date | None = None
    before: date | None = None

    @model_validator(mode="after")
    def _one_end_at_least(self) -> DateRange:
        if self.on_or_after is None and self.before is None:
            raise ValueError("give on_or_after or before")
        return self

    def holds(self, day: str) -> bool:
        """Tell whether an ISO date lies in the range."""
        after = self.on_or_after is None or day >= self.on_or_after.isoformat()
        return after and (self.before is None or day < self.before.isoformat())


class DateTest(Node):
    """True when the date of the assessment lies in a range."""

    as_of: DateRange

    def truth(self, world: World) -> Truth:
        """Return the value in this world."""
        return self.as_of.holds(world.as_of)


class AnswerTest(Node):
    """Tests one answer with exactly one operator. Unanswered and "I don't know" are unknown."""

    answer: str
    equals: str | bool | None = Field(default=None, alias="is")
    one_of: tuple[str, ...] = Field(default=(), alias="is_one_of")
    includes: tuple[str, ...] = ()
    at_least: float | None = None
    above: float | None = None
    below: float | None = None
    dated: DateRange | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_option_is_a_list_of_one(cls, data: object) -> object:
        if isinstance(data, dict) and isinstance(data.get("includes"), str):
            return {**data, "includes": (data["includes"],)}
        return data

    @model_validator(mode="after")
    def _exactly_one_operator(self) -> AnswerTest:
        if len(self.operators()) != 1:
            raise ValueError(
                "use exactly one of is, is_one_of, includes, at_least, above, below, dated"
            )
        return self

    def operators(self) -> tuple[str, ...]:
        """Return the names of the operators that are used."""
        used = {
            "is": self.equals is not None,
            "is_one_of": bool(self.one_of),
            "includes": bool(self.includes),
            "at_least": self.at_least is not None,
            "above": self.above is not None,
            "below": self.below is not None,
            "dated": self.dated is not None,
        }
        return tuple(name for name, given in used.items() if given)

    def options(self) -> tuple[str, ...]:
        """Return the option ids that the test names."""
        single = (self.equals,) if isinstance(self.equals, str) else ()
        return single + self.one_of + self.includes

    def truth(self, world: World) -> Truth:
        """Return the value in this world."""
        value = world.answer(self.answer)
        return None if value is None or value == DONT_KNOW else self.holds(value)

    def holds(self, value: Value) -> bool:
        """Tell whether a known value passes the test."""
        if self.equals is not None:
            return value == self.equals
        if self.one_of:
            return value in self.one_of
        if self.includes:
            return isinstance(value, tuple) and any(one in value for one in self.includes)
        if self.dated is not None:
            return isinstance(value, str) and self.dated.holds(value)
        return isinstance(value, int | float) and self._in_bounds(value)

    def _in_bounds(self, value: float) -> bool:
        if self.at_least is not None:
            return value >= self.at_least
        if self.above is not None:
            return value > self.above
        return self.below is not None and value < self.below


_TAGS = ("all", "any", "not", "fact", "finding", "as_of", "answer")
_TYPES: tuple[tuple[type[Node], str], ...] = (
    (AllOf, "all"),
    (AnyOf, "any"),
    (Not, "not"),
    (FactTest, "fact"),
    (FindingTest, "finding"),
    (DateTest, "as_of"),
    (AnswerTest, "answer"),
)


def _tag(data: object) -> str | None:
    if isinstance(data, dict):
        return next((tag for tag in _TAGS if tag in data), None)
    return next((tag for kind, tag in _TYPES if isinstance(data, kind)), None)


Condition = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[FactTest, Tag("fact")]
    | Annotated[FindingTest, Tag("finding")]
    | Annotated[DateTest, Tag("as_of")]
    | Annotated[AnswerTest, Tag("answer")],
    Discriminator(
        _tag,
        custom_error_type="condition",
        custom_error_message=(
            "a condition begins with all, any, not, fact, finding, answer or as_of"
        ),
    ),
]

for _model in (AllOf, AnyOf, Not):
    _model.model_rebuild()


def parts(condition: Condition) -> tuple[Condition, ...]:
    """Return the direct parts of a condition; a test has none."""
    if isinstance(condition, AllOf | AnyOf):
        return condition.parts
    return (condition.part,) if isinstance(condition, Not) else ()


def leaves(condition: Condition) -> Iterator[FactTest | FindingTest | DateTest | AnswerTest]:
    """Yield every test in a condition, in reading order."""
    if isinstance(condition, AllOf | AnyOf | Not):
        for part in parts(condition):
            yield from leaves(part)
    else:
        yield condition
