# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people type: numbers and dates."""

from __future__ import annotations

import pytest

from actready.domain.answers import AnswerFault
from actready.gui.editors import reading


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("34", 34), (" 34 ", 34), ("1 250 000", 1250000), ("1'250", 1250), ("1\u202f250", 1250),
        ("12,5", 12.5), ("12.50", 12.5), ("-3", -3), ("0", 0), ("7,0", 7),
    ],
)  # fmt: skip
def test_that_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    assert reading.number(text) == value


@pytest.mark.parametrize(
    "text", ["", "many", "12 people", "1.250", "1,250", "1.2.3", "1e9", "٣٤", "9" * 16, "nan"]
)
def test_that_numbers_that_can_be_read_in_two_ways_or_not_at_all_are_refused(text: str) -> None:
    with pytest.raises(AnswerFault) as fault:
        reading.number(text)
    assert fault.value.hint == "Write digits only, like 34."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3e24", 3e24), ("3.2E+24", 3.2e24), ("3,2 e24", 3.2e24), ("10^23", 1e23),
        ("3 × 10^24", 3e24), ("3*10^24", 3e24), ("1 250 000", 1250000),
    ],
)  # fmt: skip
def test_that_very_large_numbers_are_read_with_their_exponents(text: str, value: float) -> None:
    assert reading.large_number(text) == value


@pytest.mark.parametrize("text", ["", "3e", "e24", "3e-4", "3 e 2 4 5", "10^", "-3e24"])
def test_that_half_an_exponent_is_refused(text: str) -> None:
    with pytest.raises(AnswerFault):
        reading.large_number(text)


@pytest.mark.parametrize(
    "text",
    ["2026-02-28", "28 February 2026", "28 feb 2026", "28. February 2026", "28.2.2026",
     "28/02/2026", "  28   Feb.   2026 "],
)  # fmt: skip
def test_that_dates_are_read_as_people_write_them(text: str) -> None:
    assert reading.day(text) == "2026-02-28"


@pytest.mark.parametrize(
    "text",
    ["", "soon", "31.2.2026", "2026-13-01", "28 Fe 2026", "1 Ju 2026", "28 Brumaire 2026",
     "February 2026", "28.2.26"],
)  # fmt: skip
def test_that_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(AnswerFault) as fault:
        reading.day(text)
    assert fault.value.hint == "Write it like 28 February 2026."


def test_that_dates_and_numbers_are_shown_as_they_can_be_typed() -> None:
    assert reading.day_in_words("2026-02-08") == "8 February 2026"
    assert reading.day(reading.day_in_words("2026-02-08")) == "2026-02-08"
    assert reading.number_in_words(1250000) == "1\u202f250\u202f000"
    assert reading.number(reading.number_in_words(1250000)) == 1250000
    assert reading.number_in_words(3.2e24) == "3.2e24"
    assert reading.large_number(reading.number_in_words(3.2e24)) == 3.2e24
