# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names come from outside; whatever they contain, they are put in as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actready.domain.wording import fill, numeral

HOSTILE = [
    "{subject}",
    "{organisation}{subject}",
    "{0}",
    "{subject.__class__}",
    "%s %(x)s",
    "\\g<1> \\1",
    "$subject",
    "<b>bold</b>",
    "\u202eevil\u202c",
    "a{b",
    "}",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_that_a_hostile_name_is_put_in_once_and_not_read(name: str) -> None:
    assert fill("{organisation} makes {subject}.", name, "X") == f"{name} makes X."
    assert fill("{organisation} makes {subject}.", "X", name) == f"X makes {name}."


@given(st.text(min_size=1), st.text(min_size=1))
def test_that_any_two_names_stand_where_they_belong(organisation: str, subject: str) -> None:
    filled = fill("{subject} of {organisation}, {subject}", organisation, subject)
    assert filled == f"{subject} of {organisation}, {subject}"


def test_that_missing_names_are_described() -> None:
    assert fill("{organisation}: {subject}", "", "") == "Your organisation: the product"


def test_that_other_braces_and_an_empty_text_stay() -> None:
    assert fill("a {b} {organisation!r}", "X", "Y") == "a {b} {organisation!r}"
    assert fill("", "X", "Y") == ""


def test_that_a_sentence_that_begins_without_a_name_begins_with_a_capital() -> None:
    assert fill("{organisation} makes it.", "", "") == "Your organisation makes it."
    assert fill("{subject} is {subject}.", "", "") == "The product is the product."
    assert fill("{organisation} makes it.", "iFirm", "") == "iFirm makes it."
    assert fill("Who makes {subject}?", "", "") == "Who makes the product?"


def test_that_numbers_have_gaps_and_very_large_ones_stay_short() -> None:
    assert numeral(1250000, " ") == "1 250 000"
    assert numeral(12.5, " ") == "12.5"
    assert numeral(3.2e24, " ") == "3.2e24"
