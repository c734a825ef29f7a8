# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready compute: the estimate, the limits of the questionnaire, and what is said of faults."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from tests.cli.driver import actready
from tests.domain.example import EXAMPLE, fact, question

from actready.cli.compute import compute
from actready.cli.console import Console
from actready.domain.questionnaire import Questionnaire

NUMBERS = ("parameters", "tokens", "active", "accelerators", "hours", "peak", "original", "part")
TOKENS: dict[str, object] = {"parameters": 7e9, "tokens": 2e12}


def with_limits() -> Questionnaire:
    asked = question(
        "boat.flop", "number", section="boat", act="cra", calculator="training_compute"
    )
    facts = [
        fact("large", {"answer": "boat.flop", "above": 1e25}, text="{subject} is large."),
        fact("middling", {"answer": "boat.flop", "above": 1e23}, text="It is middling."),
        fact("small", {"answer": "boat.flop", "above": 1e22}, text="It is small."),
    ]
    return EXAMPLE.model_copy(
        update={"questions": (*EXAMPLE.questions, asked), "facts": tuple(facts)}
    )


def printed(
    numbers: Mapping[str, object], form: str = "text", questionnaire: Questionnaire = EXAMPLE
) -> str:
    given = {**dict.fromkeys((*NUMBERS, "utilisation")), "format": form, **numbers}
    out = io.StringIO()
    console = Console(out, io.StringIO(), lambda: datetime(2026, 11, 24, tzinfo=UTC))
    assert compute(argparse.Namespace(**given), questionnaire, console) == 0
    return out.getvalue()


def test_that_parameters_and_tokens_give_a_range_with_its_source() -> None:
    text = actready("compute", "--parameters", "7e9", "--tokens", "2e12")
    assert (text.status, text.err) == (0, "")
    words = " ".join(text.out.split())
    assert "6 × 7e9 parameters × 2e12 tokens = 8.4e22 FLOP (range: 5.9e22 to 1.1e23)" in words
    assert "C(2025) 5045, annex, A.2" in words
    assert max(map(len, text.out.splitlines())) <= 80


def test_that_hardware_takes_the_utilisation_that_is_given() -> None:
    hardware = ("--accelerators", "1000", "--hours", "370", "--peak", "989e12")
    usual = actready("compute", *hardware, "--format", "json").object
    own = actready(
        "compute", *hardware, "--utilisation", "0.5", "0.5", "0.5", "--format", "json"
    ).object
    assert usual["flop"] == {"low": 3.952044e23, "likely": 5.269392e23, "high": 6.58674e23}
    assert own["flop"] == {"low": 6.58674e23, "likely": 6.58674e23, "high": 6.58674e23}


def test_that_the_limits_come_from_the_questionnaire() -> None:
    text = " ".join(printed(TOKENS, "text", with_limits()).split())
    assert "boat.flop: above 1.0e22 FLOP. Above it: It is small. [Art. of small]" in text
    assert "boat.flop: open, the range reaches over 1.0e23 FLOP." in text
    assert "boat.flop: not above 1.0e25 FLOP. Above it: The product is large." in text
    found = json.loads(printed(TOKENS, "json", with_limits()))
    assert found["share"] is None
    assert [(one["flop"], one["side"]) for one in found["limits"]] == [
        (1e22, "above"),
        (1e23, "open"),
        (1e25, "below"),
    ]
    assert found["limits"][0] == {
        "flop": 1e22,
        "question": "boat.flop",
        "fact": "small",
        "provisions": ["Art. of small"],
        "side": "above",
    }


@pytest.mark.parametrize(
    ("original", "words", "side"),
    [
        (1e23, "It is more than 33.3%.", "above"),
        (2.5e23, "Whether it is more than 33.3% is open", "open"),
        (1e24, "It is not more than 33.3%.", "below"),
    ],
)
def test_that_a_change_is_compared_with_a_part_of_the_original(
    original: float, words: str, side: str
) -> None:
    numbers = {**TOKENS, "original": original, "part": 1 / 3}
    assert words in " ".join(printed(numbers).split())
    share = json.loads(printed(numbers, "json"))["share"]
    assert share["side"] == side
    assert share["of_original"]["likely"] == pytest.approx(8.4e22 / original)


def test_that_without_a_part_only_the_share_is_told() -> None:
    text = printed({**TOKENS, "original": 1e24})
    assert "That is 8.4% of the original (range: 5.9% to 10.9%)." in text
    assert "more than" not in text
    share = json.loads(printed({**TOKENS, "original": 1e24}, "json"))["share"]
    assert (share["part"], share["side"]) == (None, None)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ((), "Numbers are missing. Give --parameters and --tokens, or"),
        (("--parameters", "7e9"), "Numbers are missing."),
        (("--hours", "1", "--peak", "1e12"), "Numbers are missing."),
        (("--parameters", "1e9", "--tokens", "1e9", "--hours", "1"), "for both ways"),
        (("--parameters", "0", "--tokens", "1e9"), "number of parameters is not greater"),
        (
            ("--parameters", "1e9", "--tokens", "1e9", "--original", "0"),
            "The original is not greater than zero.",
        ),
    ],
)
def test_that_faulty_numbers_are_faulty_input(arguments: tuple[str, ...], problem: str) -> None:
    outcome = actready("compute", *arguments)
    assert (outcome.status, outcome.out) == (1, "")
    assert problem in outcome.err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--parameters", "many"), "'many' is no number. Write it like 7e9."),
        (("--part", "3"), "'3' is no part. Write it like 1/3."),
        (("--part", "1/0"), "'1/0' is no part."),
        (("--part", "half"), "'half' is no part."),
    ],
)
def test_that_what_cannot_be_read_is_a_wrong_command(
    arguments: tuple[str, ...], problem: str
) -> None:
    outcome = actready("compute", *arguments)
    assert outcome.status == 2
    assert problem in " ".join(outcome.err.split())
