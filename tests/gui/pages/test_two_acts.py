# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.gui.driver_pages import ProgramDriver
from tests.gui.pages.conftest import Starter
from tests.two_acts import ALL, BOTH

from actready.domain.questionnaire import Questionnaire
from actready.domain.terms import Act
from actready.gui.places import Place


class BothActs:
    """Stands for the catalogue, with both invented acts on every date."""

    def questionnaire(self, as_of: date) -> Questionnaire:
        return BOTH

    def pinned(self, as_of: date) -> Mapping[Act, str]:
        return {Act.CRA: "2025-06-01", Act.AI_ACT: "2026-07-27"}


@pytest.fixture
def user(start: Starter) -> ProgramDriver:
    """Someone with the harbour open, whose first boat everything happens to at once."""
    made = start(BothActs())
    made.click("Sample: Harbour, harbour.yaml")
    cutter = made.session.assessment.subjects[0].id
    for question, value in ALL.items():
        made.session.answer(cutter, question, value)
    made.settle()
    return made


def result(user: ProgramDriver, place: int = 0) -> None:
    user.workspace.show_result(user.session.assessment.subjects[place].id)
    user.settle()


def test_that_a_row_of_the_subjects_names_both_acts(user: ProgramDriver) -> None:
    for text in (
        "Role under each act",
        "Boats: Manufacturer",
        "Pilot: Provider and deployer",
        "Established; Prohibited practice; High risk, towing; Notice",
        "Prohibited from 2 December 2026 by the Pilot: a practice of Cutter",
    ):
        assert user.sees(text), text


def test_that_the_result_begins_with_both_acts(user: ProgramDriver) -> None:
    result(user)
    for text in (
        "Boats Act",
        "Pilot Act",
        "Prohibited from 2 December 2026 by the Pilot Act",
        "Tricks, Art. 5(1)(ba). Stop it.",
        "High risk, towing, from 2 December 2027",
        "Annex III point 2: Towing",
        "Open source: each test by itself",
        "Ruled out. Yes to tows.",
    ):
        assert user.sees(text), text


def test_that_a_line_leads_to_its_reasons_and_back(user: ProgramDriver) -> None:
    result(user)
    user.click("Tiers")
    assert user.sees("Cutter · Pilot Act · Tiers")
    assert user.focused() == "Both acts at a glance"
    user.click("Both acts at a glance")
    assert user.sees("Tricks, Art. 5(1)(ba). Stop it.")
    assert user.focused() == "Tiers"


def test_that_an_open_point_leads_to_its_question(user: ProgramDriver) -> None:
    result(user, 1)
    user.click("Answer: What about pilot.steers?")
    assert user.workspace.location.place is Place.QUESTION
    assert user.question() == "What about pilot.steers?"


def test_that_duties_of_one_act_are_a_click_away(user: ProgramDriver) -> None:
    user.workspace.show_duties(user.session.assessment.subjects[0].id)
    user.settle()
    assert user.sees("Show a flag")
    user.click("Pilot Act alone, 2 duties")
    assert not user.sees("Papers of Cutter")
    assert user.sees("Pilot · Formally since 2 August 2026, in effect from 2 December 2027")
    assert user.focused() == "Pilot Act alone, 2 duties"
    user.click("Duties of both acts")
    assert user.sees("Papers of Cutter")


def test_that_the_outline_stands_act_by_act(user: ProgramDriver) -> None:
    cutter = user.session.assessment.subjects[0].id
    user.workspace.show_question(cutter, "ready.log")
    user.settle()
    assert user.sees("Boats Act")
    assert user.sees("Pilot Act")
    assert user.sees("Serves Boats: Show a flag; Pilot: Logbook.")
