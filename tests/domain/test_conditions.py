# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Conditions have three values, and unknown never turns into false."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from pydantic import TypeAdapter, ValidationError

from actready.domain.answers import DONT_KNOW, Value
from actready.domain.conditions import (
    AnswerTest,
    Condition,
    DateTest,
    FactTest,
    FindingTest,
    Truth,
    leaves,
    parts,
)

CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)
T, F, U = True, False, None


@dataclass(frozen=True)
class Small:
    """A world with given claims and answers."""

    claims: Mapping[str, Truth] = field(default_factory=dict)
    answers: Mapping[str, Value] = field(default_factory=dict)
    as_of: str = "2026-11-23"

    def answer(self, question: str) -> Value | None:
        return self.answers.get(question)

    def claim(self, claim_id: str) -> Truth:
        return self.claims[claim_id]


def condition(data: object) -> Condition:
    return CONDITION.validate_python(data)


def with_answer(value: Value) -> Small:
    return Small(answers={"q": value})


PAIRS = [(a, b) for a in (T, F, U) for b in (T, F, U)]


@pytest.mark.parametrize(
    ("pair", "expected"), [*zip(PAIRS, [T, F, U, F, F, F, U, F, U], strict=True)]
)
def test_that_all_follows_kleenes_table(pair: tuple[Truth, Truth], expected: Truth) -> None:
    both = condition({"all": [{"fact": "a"}, {"finding": "b"}]})
    assert both.truth(Small(dict(zip("ab", pair, strict=True)))) is expected


@pytest.mark.parametrize(
    ("pair", "expected"), [*zip(PAIRS, [T, T, T, T, F, U, T, U, U], strict=True)]
)
def test_that_any_follows_kleenes_table(pair: tuple[Truth, Truth], expected: Truth) -> None:
    either = condition({"any": [{"fact": "a"}, {"finding": "b"}]})
    assert either.truth(Small(dict(zip("ab", pair, strict=True)))) is expected


@pytest.mark.parametrize(("value", "expected"), [(T, F), (F, T), (U, U)])
def test_that_not_leaves_unknown_alone(value: Truth, expected: Truth) -> None:
    assert condition({"not": {"fact": "a"}}).truth(Small({"a": value})) is expected


@pytest.mark.parametrize(
    ("test", "value", "expected"),
    [
        ({"is": "red"}, "red", T),
        ({"is": "red"}, "blue", F),
        ({"is": True}, True, T),
        ({"is": True}, False, F),
        ({"is": False}, False, T),
        ({"is_one_of": ["red", "green"]}, "green", T),
        ({"is_one_of": ["red", "green"]}, "blue", F),
        ({"includes": "red"}, ("blue", "red"), T),
        ({"includes": ["red", "green"]}, ("green",), T),
        ({"includes": ["red", "green"]}, ("blue",), F),
        ({"includes": "red"}, "red", F),
        ({"at_least": 10}, 10, T),
        ({"at_least": 10}, 9.5, F),
        ({"above": 1e25}, 1e25, F),
        ({"above": 1e25}, 1.1e25, T),
        ({"below": 10}, 9, T),
        ({"below": 10}, 10, F),
        ({"below": 10}, "9", F),
        ({"dated": {"before": "2027-12-11"}}, "2027-12-10", T),
        ({"dated": {"before": "2027-12-11"}}, "2027-12-11", F),
        ({"dated": {"on_or_after": "2027-12-11"}}, "2027-12-11", T),
        ({"dated": {"on_or_after": "2027-12-11"}}, "2027-12-10", F),
        ({"dated": {"on_or_after": "2027-01-01", "before": "2028-01-01"}}, "2028-01-01", F),
        ({"dated": {"before": "2027-12-11"}}, 2026, F),
    ],
)
def test_that_each_operator_compares_as_it_reads(
    test: dict[str, object], value: Value, expected: bool
) -> None:
    assert condition({"answer": "q", **test}).truth(with_answer(value)) is expected


@pytest.mark.parametrize(
    "test",
    [
        {"is": DONT_KNOW + "_not"},
        {"is": False},
        {"is_one_of": ["a", "b"]},
        {"includes": ["a"]},
        {"at_least": 1},
        {"above": 1},
        {"below": 1},
        {"dated": {"before": "2027-12-11"}},
    ],
)
def test_that_no_answer_and_dont_know_are_unknown(test: dict[str, object]) -> None:
    asked = condition({"answer": "q", **test})
    assert asked.truth(Small()) is None
    assert asked.truth(with_answer(DONT_KNOW)) is None
    assert condition({"not": {"answer": "q", **test}}).truth(with_answer(DONT_KNOW)) is None


@pytest.mark.parametrize(
    ("range_", "expected"),
    [
        ({"on_or_after": "2026-11-23"}, T),
        ({"before": "2026-11-23"}, F),
        ({"on_or_after": "2026-01-01", "before": "2026-11-24"}, T),
    ],
)
def test_that_the_date_of_the_assessment_can_be_tested(
    range_: dict[str, str], expected: bool
) -> None:
    assert condition({"as_of": range_}).truth(Small()) is expected


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"answer": "q"}, "exactly one of"),
        ({"answer": "q", "is": "a", "below": 3}, "exactly one of"),
        ({"answer": "q", "is": "a", "colour": "red"}, "Extra inputs"),
        ({"as_of": {}}, "on_or_after or before"),
        ({"all": []}, "at least 1 item"),
        ({"some": []}, "a condition begins with"),
        ("fact: a", "a condition begins with"),
        ({"answer": "q", "includes": []}, "exactly one of"),
    ],
)
def test_that_a_malformed_condition_is_refused(data: object, complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        condition(data)


def test_that_includes_takes_one_option_or_several() -> None:
    one = condition({"answer": "q", "includes": "a"})
    assert one == condition({"answer": "q", "includes": ["a"]})


def test_that_an_answer_test_that_is_built_twice_stays_the_same() -> None:
    test = AnswerTest(answer="q", equals="a")
    assert condition(test) is test
    assert AnswerTest.model_validate(test) == test


def test_that_a_test_names_its_options_and_operator() -> None:
    assert AnswerTest(answer="q", equals="a").options() == ("a",)
    assert AnswerTest(answer="q", equals=True).options() == ()
    assert AnswerTest(answer="q", one_of=("a", "b")).operators() == ("is_one_of",)
    assert AnswerTest(answer="q", includes=("c",)).options() == ("c",)


def test_that_leaves_come_in_reading_order() -> None:
    tree = condition(
        {
            "all": [
                {"any": [{"fact": "a"}, {"not": {"finding": "b"}}]},
                {"as_of": {"before": "2027-01-01"}},
                {"answer": "q", "is": True},
            ]
        }
    )
    kinds = [type(leaf) for leaf in leaves(tree)]
    assert kinds == [FactTest, FindingTest, DateTest, AnswerTest]
    assert len(parts(tree)) == 2 + 1
    assert parts(condition({"not": {"fact": "a"}})) == (FactTest(fact="a"),)
    assert parts(condition({"fact": "a"})) == ()
