# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words for fines: short, exact about what is known, and no forecast."""

from __future__ import annotations

from datetime import date

import pytest
from tests.domain.example import TODAY
from tests.domain.fined import FINED, lender

from actready.domain.answers import DONT_KNOW, Value
from actready.domain.fines import Fine, fine_of
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act
from actready.report.fines import FineBox, brief, fine_box, line, money, relief_text

NAMES = ("Harbour", "Boat 1")
LATER = date(2028, 1, 1)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def fine(duty: str, **answers: Value) -> Fine:
    (wanted,) = [one for one in FINED.obligations if one.id == duty]
    return fine_of(lender(TODAY, **answers), wanted)


def box(evaluation: Evaluation) -> FineBox:
    found = fine_box(evaluation, Act.CRA, NAMES)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (15_000_000_00, "EUR 15 million"),
        (37_500_000_00, "EUR 37.5 million"),
        (250_000_000_000_00, "EUR 250 000 million"),
        (25_000_000_02, "EUR 25 000 000.02"),
        (1_234_567_00, "EUR 1 234 567"),
        (250_000_00, "EUR 250 000"),
        (5, "EUR 0.05"),
    ],
)
def test_that_sums_are_exact_and_easy_to_read(cents: int, words: str) -> None:
    assert plain(money(cents)) == words
    assert " " not in money(cents)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (fine("duty.flag"), "€15m or 2.5 %"),
        (fine("duty.flag", org_turnover=1_500_000_000), "€37.5m"),
        (fine("duty.flag", org_turnover=1_000_000_001), "€25 000 000.02"),
        (fine("duty.flag", org_club=True), "none"),
        (fine("duty.flag", org_club=DONT_KNOW), "€15m or 2.5 %, or none"),
        (fine("duty.log"), "national law"),
        (fine("duty.host"), "none"),
        (fine("duty.rope"), "Art. 77"),
    ],
)
def test_that_a_column_has_a_few_words(found: Fine, words: str) -> None:
    assert plain(brief(found)) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (fine("duty.flag"),
         "Fine ceiling: EUR 15 million or 2.5 % of turnover, whichever is higher"),
        (fine("duty.papers", org_trade=True, org_people=3),
         "Fine ceiling: EUR 2 million or 3 % of turnover, whichever is lower"),
        (fine("duty.papers"),
         "Fine ceiling: EUR 2 million or 3 % of turnover, which of them is undetermined"),
        (fine("duty.flag", org_turnover=1_500_000_000), "Fine ceiling: EUR 37.5 million"),
        (fine("duty.flag", org_club=True), "No administrative fine"),
        (fine("duty.log"), "National law sets the penalty"),
        (fine("duty.rope"), "Fine under Art. 77"),
    ],
)  # fmt: skip
def test_that_one_line_says_how_high_a_fine_can_be(found: Fine, words: str) -> None:
    assert plain(line(found, LATER)) == words


def test_that_a_line_names_the_day_from_which_fines_can_be_imposed_until_it_has_come() -> None:
    found = fine("duty.flag", org_turnover=0)
    assert plain(line(found, TODAY)) == "Fine ceiling: EUR 15 million, from 11 December 2027"
    assert plain(line(found, date(2027, 12, 11))) == "Fine ceiling: EUR 15 million"


def test_that_a_relief_is_told_with_its_duty_and_one_from_everything_only_once() -> None:
    assert (
        relief_text(fine("duty.flag", org_club=True), NAMES) == "As a club, Harbour is not fined."
    )
    assert relief_text(fine("duty.flag", org_club=DONT_KNOW), NAMES) == (
        "If the relief holds: As a club, Harbour is not fined."
    )
    assert relief_text(fine("duty.flag"), NAMES) == ""
    assert relief_text(fine("duty.host", boat_launched="2001-01-01"), NAMES) == ""
    assert relief_text(fine("duty.host", boat_launched=DONT_KNOW), NAMES) == ""
    old = box(lender(boat_launched="2001-01-01"))
    assert [one.text for one in old.reliefs] == ["Nobody is fined for Boat 1."]
    assert (old.lines, old.note, old.provisions, old.missing) == ((), "", (), "")


def test_that_the_box_says_what_is_known_and_what_would_tell_the_sum() -> None:
    found = box(lender(org_trade=True))
    assert [one.id for one in found.lines] == ["Art. 10", "Art. 11", "Art. 12"]
    first, second, third = found.lines
    assert plain(first.ceiling) == "Up to EUR 15 million or 2.5 % of turnover, whichever is higher."
    assert first.what_for == "For breaches of Art. 10."
    assert first.more == "Give the turnover to see the sum."
    assert first.begins == "From 11 December 2027"
    assert first.provisions == ("Art. 10", "Art. 99")
    assert plain(second.ceiling) == (
        "Up to EUR 2 million or 3 % of turnover, which of them is undetermined."
    )
    assert plain(third.ceiling) == "Up to EUR 500 000 or 1 % of turnover, whichever is lower."
    assert found.note == "A ceiling for Harbour is no forecast."
    assert (found.provisions, found.missing) == (("Art. 13",), "org.turnover")


def test_that_the_box_gives_the_sum_and_what_makes_it() -> None:
    found = box(lender(LATER, org_trade=True, org_people=20, org_turnover=1_500_000_000))
    first, second, third = found.lines
    assert plain(first.ceiling) == (
        "Up to EUR 37.5 million: the higher of EUR 15 million and 2.5 % of turnover."
    )
    assert plain(second.ceiling) == (
        "Up to EUR 45 million: the higher of EUR 2 million and 3 % of turnover."
    )
    assert plain(third.ceiling) == (
        "Up to EUR 500 000: the lower of EUR 500 000 and 1 % of turnover."
    )
    assert first.begins == "Since 11 December 2027"
    assert {one.more for one in found.lines} == {""}
    assert found.missing == ""


def test_that_a_known_turnover_and_an_unknown_size_give_two_bounds() -> None:
    line_ = box(lender(org_trade=True, org_turnover=100_000_000)).lines[1]
    assert plain(line_.more) == "It is at least EUR 2 million and at most EUR 3 million."


def test_that_the_amount_alone_says_why_there_is_no_share() -> None:
    line_ = box(lender(org_trade=False)).lines[1]
    assert plain(line_.ceiling) == (
        "Up to EUR 2 million: the share of turnover holds for undertakings only."
    )


def test_that_a_sum_is_told_also_where_what_makes_it_makes_no_difference() -> None:
    # With or without an undertaking: 3 % of 1 million is less than the amount.
    line_ = box(lender(org_people=20, org_turnover=1_000_000)).lines[1]
    assert (plain(line_.ceiling), line_.more) == ("Up to EUR 2 million.", "")


def test_that_there_is_no_box_where_nothing_is_met_or_laid_down() -> None:
    assert fine_box(lender(boat_use="sail"), Act.CRA, NAMES) is None
    assert fine_box(lender(), Act.AI_ACT, NAMES) is None
