# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from tests.domain.example import EXAMPLE, assessment, evaluation

from actready.domain.answers import Value
from actready.domain.terms import Act
from actready.gui.models.findings import (
    Sign,
    act_name,
    covered_acts,
    group_standing,
    headline,
    names_of,
    owner,
    still_possible,
)

NAMES = ("Harbour", "Boat 1")
LENDER: dict[str, Value] = {"boat_use": "lend", "boat_return": ("money",)}


@pytest.mark.parametrize(
    ("answers", "sign"),
    [
        ({}, Sign.UNASKED),
        ({"boat_use": "dont_know"}, Sign.UNDETERMINED),
        ({"boat_use": "lend"}, Sign.UNASKED),
        ({"boat_use": "lend", "boat_return": "dont_know"}, Sign.UNDETERMINED),
        (LENDER, Sign.ESTABLISHED),
        ({"boat_use": "sail"}, Sign.ESTABLISHED),
    ],
)
def test_that_a_role_is_open_until_asked_and_undetermined_only_after_i_dont_know(
    answers: dict[str, Value], sign: Sign
) -> None:
    assert group_standing(evaluation(**answers), Act.CRA, "role") is sign


def test_that_an_answer_that_no_longer_decides_leaves_nothing_undetermined() -> None:
    sailing = evaluation(boat_use="sail", boat_return="dont_know", org_club="dont_know")
    assert group_standing(sailing, Act.CRA, "role") is Sign.ESTABLISHED


def test_that_a_headline_is_the_title_of_what_is_established() -> None:
    assert headline(evaluation(**LENDER), Act.CRA, "role", NAMES) == "Manufacturer"
    assert headline(evaluation(boat_use="sail"), Act.CRA, "role", NAMES) == "None"


def test_that_a_headline_never_guesses() -> None:
    assert headline(evaluation(), Act.CRA, "role", NAMES) == "Not known yet"
    unsure = evaluation(boat_use="dont_know")
    assert headline(unsure, Act.CRA, "role", NAMES) == "Undetermined"


def test_that_what_is_still_possible_is_said() -> None:
    nothing_back = evaluation(boat_use="lend", boat_return=("nothing",))
    assert still_possible(evaluation(), Act.CRA, "role", NAMES) == "Everything is still possible."
    assert still_possible(nothing_back, Act.CRA, "role", NAMES) == "Still possible: Steward, None."
    assert still_possible(evaluation(**LENDER), Act.CRA, "role", NAMES) == ""


def test_that_a_group_without_anything_left_is_ruled_out() -> None:
    assert group_standing(evaluation(org_people=5), Act.COMMON, "size") is Sign.ESTABLISHED
    assert group_standing(evaluation(**LENDER), Act.CRA, "unheard of") is Sign.EXCLUDED


def test_that_acts_are_named_and_what_they_share_is_no_act() -> None:
    assert covered_acts(evaluation()) == (Act.CRA,)
    assert act_name(evaluation(), Act.CRA) == "Boats Act"
    assert act_name(evaluation(), Act.AI_ACT) == "ai_act"


def test_that_a_question_belongs_to_the_organisation_or_to_the_subject() -> None:
    assert owner(EXAMPLE, "org.club", "s1") is None
    assert owner(EXAMPLE, "boat.use", "s1") == "s1"


def test_that_names_are_those_of_organisation_and_subject() -> None:
    harbour = assessment({}, {}, {})
    assert names_of(harbour, "s2") == ("Harbour", "Boat 2")
    assert names_of(harbour, None) == ("Harbour", "")
