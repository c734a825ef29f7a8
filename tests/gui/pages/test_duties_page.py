# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The duties page, as somebody uses it who wants to know what is left to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from tests.domain.fined import FINED
from tests.gui.driver_pages import ProgramDriver
from tests.gui.pages.conftest import Starter
from tests.gui.ready_example import ReadyLaw

from actready.domain.questionnaire import Questionnaire
from actready.domain.terms import Act
from actready.gui.places import Place
from actready.gui.theme import Theme
from actready.gui.widgets.pattern_bar import PatternBar

CUTTER, YAWL, DINGHY = 0, 2, 3


@pytest.fixture
def boats(start: Starter) -> ProgramDriver:
    """Someone with the harbour open under the law that asks for readiness."""
    user = start(ReadyLaw())
    user.click("Sample: Harbour, harbour.yaml")
    return user


def duties(user: ProgramDriver, place: int = CUTTER) -> str:
    """Go to the duties of a subject, by its place in the list."""
    subject = user.session.assessment.subjects[place].id
    user.workspace.show_duties(subject)
    user.settle()
    return subject


def test_that_the_duties_are_one_key_away(boats: ProgramDriver) -> None:
    boats.press(Qt.Key.Key_4, held=Qt.KeyboardModifier.ControlModifier)
    assert boats.workspace.location.place is Place.DUTIES
    assert boats.sees("Cutter · Manufacturer")
    assert boats.focused() == "Next: report"


def test_that_each_duty_shows_status_title_next_step_and_provision(boats: ProgramDriver) -> None:
    duties(boats)
    for text in ("2 unknown", "2 duties in all", "In force now", "1 duty, since 23 November 2026",
                 "Unknown", "Papers of Cutter", "Print them.", "Nothing comes later"):  # fmt: skip
        assert boats.sees(text), text


def test_that_answer_leads_to_the_question_and_its_answer_shows_on_return(
    boats: ProgramDriver,
) -> None:
    subject = duties(boats)
    boats.click("Answer: Show a flag")
    assert boats.question() == "What about ready.flag?"
    boats.answer("Partly")
    boats.workspace.show_duties(subject)
    boats.settle()
    assert boats.sees("1 partly")
    boats.click("Change: Show a flag")
    assert boats.chosen() == ["Partly"]


def test_that_the_next_open_duty_is_a_button_away_until_none_is_left(boats: ProgramDriver) -> None:
    subject = duties(boats)
    boats.click("Answer the next open one")
    assert boats.question() == "What about ready.papers?"
    for one in ("papers", "copies", "flag"):
        boats.session.answer(subject, f"ready.{one}", "done")
    duties(boats)
    assert boats.sees("2 met")
    assert not boats.sees("Answer the next open one")


def test_that_what_may_apply_is_folded_until_one_asks(boats: ProgramDriver) -> None:
    duties(boats, DINGHY)
    assert boats.sees("No duty is established yet.")
    assert not boats.sees("Papers of Dinghy")
    boats.click("3 duties may apply")
    assert boats.sees("Papers of Dinghy")
    boats.click("3 duties may apply")
    boats.click("3 duties may apply")
    assert boats.texts().count("Show a flag") == 1


def test_that_options_stand_under_their_own_heading(boats: ProgramDriver) -> None:
    duties(boats)
    for text in ("You may also use", "Rest at noon", "Option", "Boats float", "Note"):
        assert boats.sees(text), text


def test_that_nobody_has_no_duty_and_is_told_so(boats: ProgramDriver) -> None:
    duties(boats, YAWL)
    assert boats.sees("On the answers given, no duty applies.")
    assert not boats.sees("You may also use")


def test_that_another_subject_shows_its_duties_too(boats: ProgramDriver) -> None:
    duties(boats)
    boats.workspace.show_subject(boats.session.assessment.subjects[YAWL].id)
    boats.settle()
    assert boats.workspace.location.place is Place.DUTIES
    boats.workspace.show_subject(None)
    assert boats.workspace.location.place is not Place.DUTIES


def test_that_undo_changes_the_page_in_place(boats: ProgramDriver) -> None:
    subject = duties(boats)
    boats.session.answer(subject, "ready.flag", "done")
    boats.settle()
    assert boats.sees("1 met")
    boats.choose("Undo")
    assert boats.workspace.location.place is Place.DUTIES
    assert boats.sees("0 met")


def test_that_without_subjects_one_is_led_to_add_one(boats: ProgramDriver) -> None:
    for one in boats.session.assessment.subjects:
        boats.session.remove_subject(one.id)
    boats.choose("Duties")
    assert boats.workspace.location.place is Place.SUBJECTS


def test_that_the_page_leads_on_to_the_report(boats: ProgramDriver) -> None:
    duties(boats)
    boats.click("Next: report")
    assert boats.workspace.location.place is Place.REPORT


def test_that_every_part_of_the_bar_has_the_colour_of_its_status(
    theme: Theme, qtbot: QtBot
) -> None:
    counts = {"met": 1, "partly": 1, "open": 1, "unknown": 1, "not_applicable": 1}
    bar = PatternBar(theme, counts)
    qtbot.addWidget(bar)
    bar.resize(500, bar.height())
    picture = bar.grab().toImage()
    edge, middle = 1, bar.height() // 2
    assert picture.pixelColor(50, middle) == QColor(theme.colour("good"))
    assert picture.pixelColor(150, edge) == QColor(theme.colour("part"))
    assert picture.pixelColor(250, edge) == QColor(theme.colour("bad"))
    assert picture.pixelColor(250, middle) != QColor(theme.colour("bad"))
    assert picture.pixelColor(350, middle) == QColor(theme.colour("unk_tint"))
    assert picture.pixelColor(450, middle) == QColor(theme.colour("line_strong"))


class FinedLaw:
    """Stands for the catalogue, with the law that threatens fines."""

    def questionnaire(self, as_of: date) -> Questionnaire:
        return FINED

    def pinned(self, as_of: date) -> Mapping[Act, str]:
        return {Act.CRA: "2025-06-01"}


@pytest.fixture
def fined(start: Starter) -> ProgramDriver:
    """Someone with the harbour open under the law that threatens fines; the cutter is new."""
    user = start(FinedLaw())
    user.click("Sample: Harbour, harbour.yaml")
    cutter = user.session.assessment.subjects[CUTTER].id
    user.session.answer(cutter, "boat.launched", "2024-01-01")
    user.session.answer(None, "org.club", False)
    return user


def test_that_the_page_says_how_high_fines_can_be_and_that_it_is_no_forecast(
    fined: ProgramDriver,
) -> None:
    duties(fined)
    for text in ("How high fines can be", "Art. 10", "From 11 December 2027", "What this means",
                 "For breaches of Art. 10.", "is no forecast."):  # fmt: skip
        assert fined.sees(text), text


def test_that_the_turnover_is_a_button_away_and_then_the_sum_is_shown(
    fined: ProgramDriver,
) -> None:
    subject = duties(fined)
    assert fined.sees("Give the turnover to see the sum.")
    fined.click("Give the turnover")
    assert fined.question() == "What about org.turnover?"
    fined.session.answer(None, "org.turnover", 1_500_000_000)
    fined.workspace.show_duties(subject)
    fined.settle()
    assert fined.sees("Up to EUR\u00a037.5\u00a0million")
    assert not fined.sees("Give the turnover")


def test_that_a_relief_from_everything_stands_alone(fined: ProgramDriver) -> None:
    subject = fined.session.assessment.subjects[CUTTER].id
    fined.session.answer(subject, "boat.launched", "2001-01-01")
    duties(fined)
    assert fined.sees("Relief")
    assert fined.sees("Nobody is fined for Cutter.")
    assert not fined.sees("What this means")


def test_that_without_penalties_nothing_is_said_of_fines(boats: ProgramDriver) -> None:
    duties(boats)
    assert not boats.sees("How high fines can be")
