# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The possible answers to a question, sorted into choices."""

from __future__ import annotations

from datetime import date
from itertools import combinations as subsets

from tests.catalogue.random_law import (
    DAY,
    FIRST,
    option,
    question,
)

from actready.catalogue.choices import choices_of, date_choices
from actready.domain.conditions import (
    AnswerTest,
    DateRange,
)
from actready.domain.terms import Kind


def test_that_choices_of_several_are_all_sets_and_alone_stays_alone() -> None:
    several = question("some", Kind.SEVERAL_OF, *map(option, "abcd"), option("n", alone=True))
    test = AnswerTest(answer="some", includes=("a", "n"))
    found = choices_of(several, [test])
    valid = [set(one) for size in range(1, 5) for one in subsets("abcd", size)] + [{"n"}]
    passing = [one for one in valid if one & {"a", "n"}]
    assert {one.passed: one.size for one in found} == {
        1: len(passing),
        0: len(valid) - len(passing),
    }
    assert all(test.holds(one.value) == bool(one.passed) for one in found)


def test_that_many_options_are_no_burden() -> None:
    several = question("some", Kind.SEVERAL_OF, *(option(f"o{number}") for number in range(60)))
    found = choices_of(several, [AnswerTest(answer="some", includes=("o1",))])
    assert sum(one.size for one in found) == 2**60 - 1


def test_that_numbers_stay_within_their_bounds() -> None:
    bounded = question("count", Kind.NUMBER, minimum=0).model_copy(update={"maximum": 7.0})
    limits = [AnswerTest(answer="count", at_least=limit) for limit in (0, 2.5, 10)]
    assert [one.value for one in choices_of(bounded, limits)] == [0, 2.5]
    free = question("count", Kind.NUMBER)
    assert [one.value for one in choices_of(free, limits)] == [-1, 0, 2.5, 10]
    assert len(choices_of(free, [])) == 1


def test_that_above_tells_a_number_from_the_next_greater_one() -> None:
    test = AnswerTest(answer="count", above=1e25)
    found = choices_of(question("count", Kind.NUMBER, minimum=0), [test])
    assert [(one.value == 1e25, one.passed) for one in found] == [(False, 0), (False, 1)]
    assert test.holds(found[1].value)
    assert not test.holds(1e25)


def test_that_dates_stay_within_the_period() -> None:
    tests = [
        AnswerTest(answer="day", dated=DateRange(on_or_after=FIRST, before=DAY)),
        AnswerTest(answer="day", dated=DateRange(before=date.min)),
        AnswerTest(answer="count", below=3),
    ]
    days = [one.value for one in date_choices(tests[:1], FIRST, DAY)]
    assert days == ["2026-01-01"]
    assert {one.passed for one in date_choices(tests[:1])} == {0, 1}
    assert len(date_choices(tests)) == 2
    assert [one.value for one in choices_of(question("note", Kind.TEXT), [])] == ["text"]
