# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The frame of the window: places, subjects, undo, sizes, and what it remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.gui.driver import WizardDriver
from tests.gui.driver_pages import ProgramDriver
from tests.gui.pages.conftest import start, user

from actready.errors import AppError
from actready.gui.application import make_window
from actready.gui.main_window import MainWindow
from actready.gui.places import TABS, Location, Place
from actready.gui.program import Program
from actready.gui.theme import Appearance
from actready.settings import Settings

__all__ = ["start", "user"]

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_that_the_places_are_reached_by_tab_and_by_key(user: ProgramDriver) -> None:
    user.open_file(user.program.samples()[0])
    for number, place in enumerate(TABS, 1):
        user.press(Qt.Key(Qt.Key.Key_0 + number), held=CONTROL)
        shown = user.workspace.location.place
        assert shown is place or (place, shown) == (Place.QUESTION, Place.CHECK)
    user.click("Questions")
    assert user.workspace.location.place in (Place.QUESTION, Place.CHECK)


def test_that_control_and_a_number_never_chooses_an_option(driver: WizardDriver) -> None:
    driver.press(Qt.Key.Key_2, held=CONTROL)
    assert driver.chosen() == []


def test_that_the_result_of_nothing_leads_to_where_subjects_are_added(
    driver: WizardDriver,
) -> None:
    driver.session.remove_subject("s1")
    driver.click("Result")
    assert driver.sees("[subjects]")


def test_that_a_subject_that_goes_away_takes_its_page_with_it(driver: WizardDriver) -> None:
    driver.session.remove_subject("s1")
    driver.settle()
    assert driver.sees("[subjects]")
    driver.click("Undo")
    driver.open_question("s1")
    assert driver.question() == "What about boat.use?"


def test_that_the_switcher_names_what_one_works_on(driver: WizardDriver) -> None:
    assert driver.named("Subject: Boat 1").isEnabled()
    driver.session.add_subject("Boat & Co")
    driver.settle()
    choices = {action.text(): action for action in driver.window.header.subject_list.actions()}
    assert list(choices) == ["Harbour", "Boat 1", "Boat && Co"]
    choices["Boat && Co"].trigger()
    driver.settle()
    assert driver.workspace.subject_id == "s2"
    assert driver.sees("Boat & Co")


def test_that_undo_and_redo_are_off_while_there_is_nothing_to_do(driver: WizardDriver) -> None:
    driver.click("Undo")
    names = {one.accessibleName(): one for one in driver.window.header.history_buttons()}
    assert not names["Undo"].isEnabled()
    assert names["Redo"].isEnabled()


def test_that_a_change_that_cannot_be_stored_is_said_at_the_question(
    driver: WizardDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise AppError("The disk is full.", "Make room.")

    monkeypatch.setattr(driver.session.file, "append", full)
    driver.answer("Lend")
    assert driver.sees("The disk is full. Make room.")
    assert driver.chosen() == []


def test_that_the_window_can_be_as_small_as_a_doubled_laptop_screen(
    driver: WizardDriver,
) -> None:
    driver.resize(100, 100)
    assert driver.window.width() == 640
    assert driver.window.height() == 400
    assert driver.sees("Outline")
    assert driver.sees("Save and continue")


@pytest.mark.parametrize(("width", "tabs"), [(880, True), (879, False)])
def test_that_places_fold_into_one_menu_below_880(
    driver: WizardDriver, width: int, tabs: bool
) -> None:
    driver.resize(width, 600)
    assert driver.sees("Subjects") is tabs
    assert driver.sees("Outline") is not tabs


def test_that_another_look_keeps_place_and_focus(driver: WizardDriver) -> None:
    driver.answer("Sail")
    driver.window.theme.apply(Appearance.DARK)
    driver.settle()
    assert driver.question() == "What about boat.use?"
    assert driver.chosen() == ["Sail"]
    assert driver.focused() == "Sail"


def test_that_larger_text_counts_like_a_smaller_window(driver: WizardDriver) -> None:
    driver.window.theme.apply(text_size=200)
    driver.settle()
    assert driver.sees("Outline")
    assert driver.named("Lend").height() >= 2 * 56


def test_that_the_menus_offer_only_what_is_possible(user: ProgramDriver) -> None:
    actions = user.window.menus.actions
    assert not actions["save_copy"].isEnabled()
    assert actions["new"].isEnabled()
    user.open_file(user.program.samples()[0])
    assert actions["save_copy"].isEnabled()
    assert not actions["redo"].isEnabled()
    user.choose("Close assessment")
    assert not actions["check"].isEnabled()
    assert not user.has_assessment


def test_that_text_size_and_look_are_chosen_in_the_menu_and_remembered(
    user: ProgramDriver, qapp: QApplication, tmp_path: Path
) -> None:
    user.choose("Dark")
    user.choose("Larger")
    user.choose("Larger")
    user.choose("Smaller")
    assert user.window.theme.text_size == 125
    assert user.window.menus.actions["text_125"].isChecked()
    assert user.window.menus.actions["appearance_dark"].isChecked()
    again = Program(user.window, tmp_path / "settings.json", tmp_path / "data")
    kept = again.kept_settings
    assert (kept.appearance, kept.text_size) == ("dark", 125)
    window = make_window(qapp, kept)
    assert window.theme.appearance is Appearance.DARK
    window.deleteLater()


def test_that_an_unknown_look_in_the_settings_is_passed_over(qapp: QApplication) -> None:
    window = make_window(qapp, Settings(appearance="plaid", text_size=-4))
    assert window.theme.appearance is Appearance.SYSTEM
    assert window.theme.text_size == 100
    window.deleteLater()


def test_that_a_second_start_continues_where_the_first_one_stopped(
    user: ProgramDriver, tmp_path: Path
) -> None:
    user.open_file(user.program.samples()[0])
    file = user.session.file.path
    user.workspace.go(Location(Place.QUESTION, "s1", "boat.return"))
    user.program.close()
    again = Program(user.window, tmp_path / "settings.json", tmp_path / "data")
    again.begin(file)
    assert again.workspace is not None
    assert again.workspace.location == Location(Place.QUESTION, "s1", "boat.return")
    assert again.recent()[0] == file
    again.close()


def test_that_a_place_that_is_gone_leads_to_the_subjects(driver: WizardDriver) -> None:
    for location in (
        Location(Place.QUESTION, "s9", "boat.use"),
        Location(Place.QUESTION, "s1", "boat.gone"),
        Location(Place.QUESTION, "s1"),
        Location(Place.RESULT, "s9"),
    ):
        driver.workspace.go_to(location)
        driver.settle()
        assert driver.sees("[subjects]"), location


def test_that_the_title_of_the_window_names_page_and_file(
    driver: WizardDriver, window: MainWindow
) -> None:
    assert window.windowTitle() == "What about boat.use? – harbour – ActReady"


def test_that_a_name_from_a_file_is_never_taken_for_markup(driver: WizardDriver) -> None:
    hostile = '<img src="x"> <b>A&B</b>'
    boat = driver.session.add_subject(hostile)
    driver.open_question(boat)
    assert driver.sees(hostile)
    assert "<img" not in driver.named(f"Subject: {hostile}").toolTip()
    assert driver.workspace.subject_id == boat
