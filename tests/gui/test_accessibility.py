# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everyone can use it: names for all that can have the focus, and the keyboard alone is enough."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from tests.gui.driver import WizardDriver, can_be_used
from tests.gui.driver_pages import ProgramDriver
from tests.gui.pages.conftest import start, user

from actready.gui.places import Location, Place
from actready.gui.theme import Appearance

__all__ = ["start", "user"]

ROLES = {
    "boat.use": QAccessible.Role.RadioButton,
    "boat.return": QAccessible.Role.CheckBox,
}
QUESTIONS = ("boat.use", "boat.return", "boat.length", "boat.launched", "boat.name")


def known_as(widget: QWidget) -> QAccessibleInterface:
    """Return what assistive technology is told about a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def said(widget: QWidget) -> str:
    return known_as(widget).text(QAccessible.Text.Name)


def focusable(window: QWidget) -> Iterator[QWidget]:
    return (one for one in window.findChildren(QWidget) if one.isVisible() and can_be_used(one))


def places(user: ProgramDriver) -> Iterator[str]:
    """Show every page of the program one after another, and yield its name."""
    user.program.show_start()
    user.settle()
    yield "start"
    user.open_file(user.program.samples()[0])
    subjects = [one.id for one in user.session.assessment.subjects]
    for place in (Place.SUBJECTS, Place.CHECK, Place.RESULT, Place.DUTIES, Place.REPORT):
        for subject in subjects:
            user.workspace.go(Location(place, subject))
            user.settle()
            yield f"{place} {subject}"
    for question in QUESTIONS:
        user.open_question(subjects[0], question)
        yield question


def test_that_everything_that_can_have_the_focus_has_a_name(user: ProgramDriver) -> None:
    nameless = [
        f"{name}: {one}" for name in places(user) for one in focusable(user.window) if not said(one)
    ]
    assert nameless == []


def test_that_nothing_on_a_page_is_known_by_a_name_of_another_thing(user: ProgramDriver) -> None:
    """Buttons with the same words need more than these words to be told apart by ear."""
    for name in places(user):
        heard = [
            (said(one), known_as(one).text(QAccessible.Text.Description))
            for one in focusable(user.window)
            if known_as(one).role() is QAccessible.Role.Button and type(one).__name__ == "Button"
        ]
        assert len(heard) == len(set(heard)), (name, sorted(heard))


@pytest.mark.parametrize("question", ROLES)
def test_that_options_are_known_by_role_state_name_and_description(
    driver: WizardDriver, question: str
) -> None:
    driver.open_question("s1", question)
    first = driver.offered()[0]
    driver.answer(first)
    row, other = known_as(driver.named(first)), known_as(driver.named("I don’t know"))
    assert row.role() is ROLES[question]
    assert (bool(row.state().checked), bool(other.state().checked)) == (True, False)
    assert row.text(QAccessible.Text.Name) == first
    assert other.text(QAccessible.Text.Description) == "Ask around."


def test_that_a_field_is_known_by_its_question(driver: WizardDriver) -> None:
    driver.open_question("s1", "boat.length")
    assert said(driver.named("What about boat.length?")) == "What about boat.length?"


def test_that_the_state_of_a_section_is_said_in_words(driver: WizardDriver) -> None:
    driver.dont_know()
    assert said(driver.named("The boat")).startswith("The boat, 1 of ")
    assert said(driver.named("The boat")).endswith(", unknown")


def test_that_the_focus_is_inside_the_page_whichever_page_opens(user: ProgramDriver) -> None:
    for name in places(user):
        focused = QApplication.focusWidget()
        page = user.window.page
        assert focused is not None, name
        assert page is not None, name
        assert page.isAncestorOf(focused), name


def test_that_tab_walks_through_everything_and_comes_back(driver: WizardDriver) -> None:
    tab = Qt.FocusPolicy.TabFocus
    wanted = {one for one in focusable(driver.window) if one.focusPolicy() & tab}
    reached: set[QWidget] = set()
    for _step in range(len(wanted) + 5):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        driver.press(Qt.Key.Key_Tab)
    assert wanted <= reached


def test_that_a_whole_questionnaire_is_answered_with_the_keyboard_alone(
    user: ProgramDriver,
) -> None:
    user.open_file(user.program.samples()[0])
    user.press(Qt.Key.Key_2, held=Qt.KeyboardModifier.ControlModifier)
    user.open_question("s4", "boat.use")
    user.type_keys("1")
    user.press(Qt.Key.Key_Return)
    assert user.question() == "What about boat.return?"
    user.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    user.press(Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Return)
    answers = user.session.assessment.answers_of("s4").values
    assert answers["boat.use"] == "lend"
    assert answers["boat.return"] == ("money", "favours")
    assert user.workspace.location.place is Place.CHECK


def test_that_the_ring_is_around_the_focus_while_the_keyboard_is_used(
    driver: WizardDriver,
) -> None:
    ring = driver.window.ring
    driver.press(Qt.Key.Key_Down)
    row = driver.named("Sail")
    assert ring.isVisible()
    corner = row.mapTo(driver.window, row.rect().topLeft())
    assert ring.geometry().contains(corner)
    assert ring.height() == row.height() + 10
    driver.answer("Lend")
    assert not ring.isVisible()
    driver.press(Qt.Key.Key_Down)
    assert ring.isVisible()


def test_that_the_ring_follows_when_the_page_scrolls_or_the_window_changes(
    driver: WizardDriver,
) -> None:
    driver.window.theme.apply(Appearance.LIGHT, 200)
    driver.resize(1280, 800)
    driver.press(Qt.Key.Key_Up)
    row = driver.named("I don’t know")
    assert driver.focused() == "I don’t know"
    corner = row.mapTo(driver.window, row.rect().topLeft())
    assert 0 < corner.y() < 800
    assert driver.window.ring.geometry().contains(corner)


def test_that_layout_mirrors_for_writing_from_right_to_left(
    driver: WizardDriver, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        driver.open_question("s1", "boat.use")
        outline = driver.named("The boat")
        assert outline.mapTo(driver.window, outline.rect().topLeft()).x() > 900
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
