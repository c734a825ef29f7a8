# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Training compute, against numbers worked out by hand and those of the Commission's annex."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.domain.example import EXAMPLE, fact

from actready.domain.compute import (
    Amount,
    Estimate,
    Side,
    figure,
    from_hardware,
    from_tokens,
    in_words,
    limits,
    side,
)
from actready.errors import AppError


def test_that_six_operations_are_counted_for_each_parameter_and_token() -> None:
    found = from_tokens(7e9, 2e12)
    assert found.amount == Amount(5.88e22, 8.4e22, 1.092e23)
    assert found.formula == "6 × 7e9 parameters × 2e12 tokens"
    assert len(found.sources) == 1
    assert "A.2.2" in found.sources[0]


@pytest.mark.parametrize(
    ("parameters", "tokens", "flop"),
    [
        (3.8e9, 3.3e12, "7.5e22"),
        (0.6e9, 36e12, "1.3e23"),
        (1.54e9, 18e12, "1.7e23"),
        (1.7e9, 36e12, "3.7e23"),
        (2.5e9, 12e12, "1.8e23"),
        (2.6e9, 10e12, "1.6e23"),
    ],
)
def test_that_the_examples_of_the_annex_come_out(
    parameters: float, tokens: float, flop: str
) -> None:
    assert figure(from_tokens(parameters, tokens).amount.likely) == flop


def test_that_of_a_mixture_of_experts_only_the_active_parameters_count() -> None:
    found = from_tokens(47e9, 1e12, active=13e9)
    assert found.amount.likely == 7.8e22
    assert found.formula == "6 × 1.3e10 active parameters × 1e12 tokens"
    assert "active parameters" in found.sources[1]


def test_that_hardware_counts_by_time_peak_and_utilisation() -> None:
    # 200 000 hours × 3600 s × 300e12 FLOP/s = 2.16e23 at the full peak.
    found = from_hardware(1, 200_000, 300e12)
    assert found.amount == Amount(6.48e22, 8.64e22, 1.08e23)
    assert found.formula == "1 accelerators × 2e5 hours × 3600 seconds × 3e14 FLOP/s × 0.4"
    assert len(found.sources) == 2
    assert "50 %" in found.sources[1]


def test_that_an_own_utilisation_needs_no_source_for_it() -> None:
    # Model H of the annex: 370 000 GPU hours at 989e12 FLOP/s and 50 %.
    found = from_hardware(1000, 370, 989e12, Amount.exactly(0.5))
    assert found.amount == Amount.exactly(6.58674e23)
    assert len(found.sources) == 1


def test_that_an_estimate_reads_as_one_sentence() -> None:
    expected = "6 × 7e9 parameters × 2e12 tokens = 8.4e22 FLOP (range: 5.9e22 to 1.1e23)"
    assert in_words(from_tokens(7e9, 2e12)) == expected


def test_that_small_numbers_stay_as_they_are_written() -> None:
    assert from_tokens(1234, 12.5).formula == "6 × 1234 parameters × 12.5 tokens"
    assert from_tokens(1.2345e12, 4e10).formula == "6 × 1.234e12 parameters × 4e10 tokens"


@pytest.mark.parametrize(
    ("work", "problem"),
    [
        (lambda: from_tokens(0, 1e12), "number of parameters is not greater"),
        (lambda: from_tokens(1e9, -1), "training tokens is not greater"),
        (lambda: from_tokens(1e9, float("inf")), "training tokens is not greater"),
        (lambda: from_tokens(1e9, 1e12, float("nan")), "active parameters is not greater"),
        (lambda: from_tokens(1e9, 1e12, 2e9), "more active parameters than parameters"),
        (lambda: from_tokens(1e200, 1e200), "result is out of range"),
        (lambda: from_tokens(1e-200, 1e-200), "result is out of range"),
        (lambda: from_hardware(0, 1, 1e12), "number of accelerators is not greater"),
        (lambda: from_hardware(1, 0, 1e12), "number of hours is not greater"),
        (lambda: from_hardware(1, 1, 0), "peak performance is not greater"),
        (lambda: from_hardware(1, 1, 1e12, Amount(0, 0.4, 0.5)), "utilisation is no range"),
        (lambda: from_hardware(1, 1, 1e12, Amount(0.5, 0.4, 0.6)), "utilisation is no range"),
        (lambda: from_hardware(1, 1, 1e12, Amount(0.3, 0.4, 40)), "utilisation is no range"),
        (lambda: from_hardware(1, 1, 1e12, Amount(0.3, float("nan"), 1)), "utilisation is no"),
    ],
)
def test_that_numbers_that_cannot_be_are_refused_in_a_sentence(
    work: Callable[[], Estimate], problem: str
) -> None:
    with pytest.raises(AppError, match=problem) as refused:
        work()
    assert refused.value.hint.endswith(".")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(11, 20, Side.ABOVE), (10, 20, Side.OPEN), (5, 10, Side.BELOW), (5, 11, Side.OPEN)],
)
def test_that_only_more_than_a_limit_is_above_it(low: float, high: float, expected: Side) -> None:
    assert side(Amount(low, low, high), Amount.exactly(10)) is expected


def test_that_a_limit_can_be_a_part_of_another_amount() -> None:
    original = Amount(3e24, 6e24, 9e24)
    assert side(Amount.exactly(4e24), original.times(1 / 3)) is Side.ABOVE
    assert side(Amount.exactly(2e24), original.times(1 / 3)) is Side.OPEN
    assert side(Amount.exactly(1e24), original.times(1 / 3)) is Side.BELOW


def test_that_a_share_is_widest_where_both_are_uncertain() -> None:
    share = Amount(2, 3, 4).over(Amount(5, 6, 8))
    assert share == Amount(0.25, 0.5, 0.8)


def test_that_limits_are_those_of_the_questionnaire() -> None:
    above = fact("above", {"all": [{"answer": "boat.length", "above": 30}, {"fact": "large"}]})
    below = fact("below", {"answer": "boat.length", "below": 5})
    facts = (*EXAMPLE.facts, above, below)
    found = limits(EXAMPLE.model_copy(update={"facts": facts}), "boat.length")
    assert [(limit, one.id) for limit, one in found] == [
        (5, "below"),
        (24, "large"),
        (30, "above"),
    ]
