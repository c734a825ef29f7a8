# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The possible answers to a question, sorted into choices that no condition tells apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from actready.domain.answers import Value
from actready.domain.conditions import AnswerTest, DateRange, DateTest
from actready.domain.questionnaire import Question
from actready.domain.terms import Kind

Test = AnswerTest | DateTest

#: The name under which the date of the assessment is treated as a question.
AS_OF: Final = ""

_ANY_DAY: Final = "2028-01-10"


class Choice(NamedTuple):
    """Answers that no test tells apart: one of them, the tests it passes, how many.

    ``passed`` has one bit for each test; ``size`` is one for a stretch of numbers or dates.
    """

    value: Value
    passed: int
    size: int = 1


def choices_of(question: Question, tests: Sequence[Test]) -> tuple[Choice, ...]:
    """Return the choices of a question that these tests look at."""
    match question.kind:
        case Kind.YES_NO:
            return _by_tests(_single([True, False], tests))
        case Kind.ONE_OF:
            return _by_tests(_single([option.id for option in question.options], tests))
        case Kind.SEVERAL_OF:
            return _by_tests(_sets(question, tests))
        case Kind.NUMBER:
            found = _by_tests(_single(_numbers(question, tests), tests))
            return tuple(one._replace(size=1) for one in found)
        case Kind.DATE:
            return date_choices(tests)
    return (Choice("text", 0),)


def date_choices(
    tests: Sequence[Test], first: date = date.min, before: date = date.max
) -> tuple[Choice, ...]:
    """Return the choices among the dates from ``first`` until the day before ``before``."""
    days = {_ANY_DAY if first == date.min else first.isoformat()}
    for limit in _limits(tests):
        days |= {limit.isoformat(), (max(limit, date(1, 1, 2)) - timedelta(days=1)).isoformat()}
    within = sorted(day for day in days if first.isoformat() <= day < before.isoformat())
    return tuple(one._replace(size=1) for one in _by_tests(_single(within, tests)))


def passed(tests: Iterable[Test], value: Value) -> int:
    """Return the tests that a value passes, one bit each."""
    bits = 0
    for bit, test in enumerate(tests):
        holds = test.as_of.holds(str(value)) if isinstance(test, DateTest) else test.holds(value)
        bits |= holds << bit
    return bits


def _single(values: Iterable[Value], tests: Sequence[Test]) -> Iterator[Choice]:
    return (Choice(value, passed(tests, value)) for value in values)


def _by_tests(found: Iterable[Choice]) -> tuple[Choice, ...]:
    """Join the choices that pass the same tests; the first of them stands for all."""
    joined: dict[int, Choice] = {}
    for one in found:
        known = joined.get(one.passed)
        joined[one.passed] = known._replace(size=known.size + one.size) if known else one
    return tuple(joined.values())


def _sets(question: Question, tests: Sequence[Test]) -> Iterator[Choice]:
    """Yield the choices among all sets of options, without writing out every set.

    A set passes a test when one of its options does. So sets grow option by option, and those that
    pass the same tests grow on as one.
    """
    grown: tuple[Choice, ...] = ()
    for option in question.options:
        own = passed(tests, (option.id,))
        single = Choice((option.id,), own)
        if option.alone:
            yield single
        else:
            larger = [_with_option(one, option.id, own) for one in grown]
            grown = _by_tests([*grown, single, *larger])
    yield from grown


def _with_option(one: Choice, option: str, own: int) -> Choice:
    chosen = one.value if isinstance(one.value, tuple) else ()
    return Choice((*chosen, option), one.passed | own, one.size)


def _numbers(question: Question, tests: Sequence[Test]) -> list[int | float]:
    """Return one number or more from each stretch between the limits of the tests."""
    limits = [limit for test in tests if isinstance(test, AnswerTest) for limit in _bounds(test)]
    low = min(limits, default=0.0) - 1 if question.minimum is None else question.minimum
    high = math.inf if question.maximum is None else question.maximum
    within = {low, *(limit for limit in limits if low <= limit <= high)}
    return [int(number) if number.is_integer() else number for number in sorted(map(float, within))]


def _bounds(test: AnswerTest) -> Iterator[float]:
    """Yield the numbers at which the test changes; above a number it does so just after it."""
    yield from (one for one in (test.at_least, test.below) if one is not None)
    if test.above is not None:
        yield from (test.above, math.nextafter(test.above, math.inf))


def _limits(tests: Iterable[Test]) -> Iterator[date]:
    for test in tests:
        span: DateRange | None = test.as_of if isinstance(test, DateTest) else test.dated
        if span is not None:
            yield from (one for one in (span.on_or_after, span.before) if one is not None)
