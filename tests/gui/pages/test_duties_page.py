# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The duties page, as somebody uses it who wants to know what is left to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot
from tests.domain.fined import FINED
from tests.gui.driver import text_of
from tests.gui.driver_pages import ProgramDriver
from tests.gui.pages.conftest import Starter
from tests.gui.ready_example import ReadyLaw

from actready.domain.actions import NOTHING, Action
from actready.domain.questionnaire import Questionnaire
from actready.domain.terms import Act
from actready.errors import AppError
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


def planned(user: ProgramDriver, subject: str, duty: str = "duty.flag") -> Action:
    return user.session.assessment.action(subject, duty)


def test_that_each_part_of_a_plan_is_stored_as_one_leaves_its_field(boats: ProgramDriver) -> None:
    subject = duties(boats)
    boats.click("Plan: Show a flag")
    assert boats.focused() == "Owner: Show a flag"
    boats.type_keys("Skipper")
    boats.press(Qt.Key.Key_Tab)
    assert planned(boats, subject) == Action(owner="Skipper")
    assert boats.focused() == "Due date: Show a flag"
    boats.type_keys("31.1.2027")
    boats.press(Qt.Key.Key_Tab)
    assert text_of(boats.named("Due date: Show a flag")) == "31 January 2027"
    boats.type_keys("4-12,5")
    boats.press(Qt.Key.Key_Tab)
    boats.type_keys("Ask the club")
    boats.press(Qt.Key.Key_Tab)
    whole = Action(owner="Skipper", due=date(2027, 1, 31), effort=(4, 12.5), note="Ask the club")
    assert planned(boats, subject) == whole
    assert boats.sees("Owner: Skipper · Due: 31\u00a0Jan\u00a02027 · Own estimate: 4 to 12.5 hours")
    assert len([one for one in boats.session.file.entries() if one.event.kind == "planned"]) == 4


def test_that_done_is_told_apart_from_met_and_leads_to_the_question(boats: ProgramDriver) -> None:
    subject = duties(boats)
    boats.click("Plan: Show a flag")
    assert boats.sees("Only the answer to its question counts a duty as met.")
    boats.click("Done: Show a flag")
    assert planned(boats, subject) == Action(done=True, done_on=date(2026, 11, 23))
    assert boats.sees("Marked done on 23\u00a0Nov\u00a02026")
    assert boats.sees("Marked done; answer the question below to count it as met.")
    assert boats.sees("0 met")
    boats.click("Answer the question that tells how far it is met: Show a flag")
    assert boats.question() == "What about ready.flag?"
    boats.answer("Done")
    duties(boats)
    assert boats.sees("1 met")
    boats.click("Plan: Show a flag")
    assert not boats.sees("answer the question below")
    boats.click("Done: Show a flag")
    assert planned(boats, subject) == NOTHING


def test_that_undo_and_redo_change_the_plan_in_place_and_it_stays_unfolded(
    boats: ProgramDriver,
) -> None:
    subject = duties(boats)
    boats.click("Plan: Show a flag")
    boats.fill("Owner: Show a flag", "Skipper")
    boats.press(Qt.Key.Key_Tab)
    boats.choose("Undo")
    assert planned(boats, subject) == NOTHING
    assert text_of(boats.named("Owner: Show a flag")) == ""
    assert boats.focused() == "Due date: Show a flag"
    boats.choose("Redo")
    assert text_of(boats.named("Owner: Show a flag")) == "Skipper"
    duties(boats, YAWL)
    boats.choose("Undo")
    assert boats.workspace.location.subject_id == subject
    boats.open_question(subject, "boat.length")
    boats.choose("Redo")
    assert boats.workspace.location.place is Place.DUTIES


def test_that_a_faulty_date_is_told_under_the_fields_and_nothing_is_lost(
    boats: ProgramDriver,
) -> None:
    subject = duties(boats)
    boats.click("Plan: Show a flag")
    boats.fill("Due date: Show a flag", "soon")
    boats.press(Qt.Key.Key_Tab)
    assert boats.sees("is no date. Write it like 28 February 2026.")
    boats.fill("Owner: Show a flag", "Skipper")
    boats.press(Qt.Key.Key_Tab)
    assert text_of(boats.named("Due date: Show a flag")) == "soon"
    assert boats.sees("is no date.")
    boats.fill("Own estimate in hours: Show a flag", "much")
    boats.press(Qt.Key.Key_Tab)
    assert boats.sees("Write it like “4 to 12”, or a single number.")
    boats.fill("Own estimate in hours: Show a flag", "")
    boats.fill("Due date: Show a flag", "")
    boats.press(Qt.Key.Key_Tab)
    assert not boats.sees("is no date.")
    assert planned(boats, subject) == Action(owner="Skipper")


def test_that_what_is_being_typed_is_kept_when_one_goes_elsewhere_or_folds(
    boats: ProgramDriver,
) -> None:
    subject = duties(boats)
    boats.click("Plan: Show a flag")
    boats.fill("Owner: Show a flag", "Skipper")
    boats.workspace.show_report()
    assert planned(boats, subject).owner == "Skipper"
    duties(boats)
    boats.click("Plan: Show a flag")
    boats.fill("Note: Show a flag", "Blue one")
    boats.click("Plan: Show a flag")
    assert planned(boats, subject).note == "Blue one"
    assert not any("Note" in one for one in boats.named_all())


def test_that_a_plan_that_cannot_be_stored_is_told_in_its_row(
    boats: ProgramDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise AppError("The disk is full.", "Make room.")

    subject = duties(boats)
    boats.click("Plan: Show a flag")
    monkeypatch.setattr(boats.session.file, "append", full)
    boats.fill("Owner: Show a flag", "Skipper")
    boats.press(Qt.Key.Key_Tab)
    assert boats.sees("The disk is full.")
    boats.fill("Owner: Show a flag", "")
    boats.press(Qt.Key.Key_Tab)
    assert not boats.sees("The disk is full.")
    boats.click("Done: Show a flag")
    assert boats.sees("The disk is full.")
    assert planned(boats, subject) == NOTHING


def test_that_plans_for_what_is_no_duty_any_more_stand_under_other(boats: ProgramDriver) -> None:
    subject = duties(boats)
    boats.session.plan(subject, "duty.papers", Action(owner="Skipper"))
    boats.session.answer(subject, "boat.length", 5)
    boats.settle()
    assert boats.sees("Other plans")
    assert boats.sees("On the answers given, this duty does not apply.")
    assert boats.sees("Owner: Skipper")
    boats.click("Plan: Papers of Cutter")
    boats.fill("Owner: Papers of Cutter", "")
    boats.press(Qt.Key.Key_Tab)
    assert planned(boats, subject, "duty.papers") == NOTHING
    duties(boats)
    assert not boats.sees("Other plans")


def test_that_counts_by_theme_are_a_button_away_and_stay_unfolded(boats: ProgramDriver) -> None:
    subject = duties(boats)
    assert not boats.sees("Other duties")
    boats.click("By theme")
    assert boats.sees("Other duties")
    assert boats.texts().count("2 unknown") == 2
    boats.session.answer(subject, "ready.flag", "done")
    boats.settle()
    assert boats.texts().count("1 unknown") == 2
    boats.click("By theme")
    assert not boats.sees("Other duties")


def test_that_every_field_of_a_plan_has_a_name_and_can_be_reached_by_tab(
    boats: ProgramDriver,
) -> None:
    duties(boats)
    boats.click("Plan: Show a flag")
    reached = []
    for _step in range(5):
        reached.append(boats.focused())
        boats.press(Qt.Key.Key_Tab)
    assert reached == [
        f"{part}: Show a flag"
        for part in ("Owner", "Due date", "Own estimate in hours", "Note", "Done")
    ]
    tick = QAccessible.queryAccessibleInterface(boats.named("Done: Show a flag"))
    assert tick.role() is QAccessible.Role.CheckBox
    assert "your own list" in tick.text(QAccessible.Text.Description)
    button = QAccessible.queryAccessibleInterface(boats.named("Plan: Show a flag"))
    assert button.text(QAccessible.Text.Description) == "Nothing is planned."


@pytest.mark.parametrize(("width", "height", "text_size"), [(640, 400, 100), (1280, 800, 200)])
def test_that_the_first_field_is_in_sight_in_a_small_window(
    boats: ProgramDriver, width: int, height: int, text_size: int
) -> None:
    boats.window.theme.apply(text_size=text_size)
    boats.resize(width, height)
    duties(boats)
    boats.click("Plan: Show a flag")
    field = boats.named("Owner: Show a flag")
    in_sight = field.visibleRegion().boundingRect().height() == field.height()
    boats.window.theme.apply(text_size=100)
    assert in_sight


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
