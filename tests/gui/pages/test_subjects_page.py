# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from tests.gui.driver_pages import ProgramDriver

from actready.domain.answers import DONT_KNOW
from actready.gui.places import Place


def names(user: ProgramDriver) -> list[str]:
    return [one.name for one in user.session.assessment.subjects]


def choose_in_menu(user: ProgramDriver, subject: str, command: str) -> None:
    """Open the menu beside a subject and choose from it."""
    user.click(f"More about {subject}")
    (menu,) = (one for one in user.window.findChildren(QMenu) if one.isVisible())
    action = next(one for one in menu.actions() if one.text() == command)
    menu.close()
    action.trigger()
    user.settle()


def test_that_each_subject_shows_its_role_its_duties_and_the_next_date(
    harbour: ProgramDriver,
) -> None:
    for text in (
        "Harbour",
        "Size not known yet · 4 subjects · a role belongs to a subject",
        "Role under the Boats Act",
        "Cutter",
        "Manufacturer",
        "1 in force since",
        "Punt",
        "Steward",
        "Yawl",
        "No duties",
        "Dinghy",
        "Undetermined",
        "Everything is still possible.",
    ):
        assert harbour.sees(text), text


def test_that_what_is_due_and_what_is_unknown_is_said_first(harbour: ProgramDriver) -> None:
    assert harbour.sees("1 duty is already in force for Cutter")
    assert harbour.sees("1 unknown answer leaves a result open for Dinghy")
    harbour.click("See the result")
    assert harbour.workspace.location.place is Place.RESULT
    assert harbour.sees("So Harbour and Cutter: manufacturer.")


def test_that_an_unknown_answer_is_one_click_away(harbour: ProgramDriver) -> None:
    harbour.click("Answer it")
    assert harbour.question() == "What about boat.use?"
    assert harbour.chosen() == ["I don’t know"]


def test_that_a_subject_is_added_with_a_name_and_its_questions_begin(
    harbour: ProgramDriver,
) -> None:
    harbour.click("Add a subject")
    harbour.fill("Name", "Barge")
    harbour.fill("Description", "A box")
    harbour.click("Add the subject")
    added = harbour.session.assessment.subjects[-1]
    assert (added.name, added.description) == ("Barge", "A box")
    assert harbour.question() == "What about boat.use?"


def test_that_a_subject_without_a_name_is_not_added(harbour: ProgramDriver) -> None:
    before = names(harbour)
    harbour.click("Add a subject")
    harbour.click("Add the subject")
    assert harbour.sees("There is no name.")
    assert harbour.focused() == "Name"
    harbour.press(Qt.Key.Key_Escape)
    assert harbour.dialog() == ""
    assert names(harbour) == before


def test_that_a_subject_is_renamed_and_described(harbour: ProgramDriver) -> None:
    choose_in_menu(harbour, "Punt", "Rename or describe…")
    harbour.fill("Name", "Raft")
    harbour.fill("Description", "It floats.")
    harbour.click("Save")
    assert harbour.sees("Raft")
    assert harbour.sees("It floats.")


def test_that_a_copy_of_a_subject_has_the_same_role(harbour: ProgramDriver) -> None:
    choose_in_menu(harbour, "Punt", "Duplicate…")
    assert harbour.dialog() == "Duplicate Punt"
    harbour.click("Duplicate")
    assert names(harbour)[1:3] == ["Punt", "Punt (copy)"]
    assert harbour.texts().count("Steward") == 2


def test_that_removing_asks_first_and_undo_brings_the_subject_back(
    harbour: ProgramDriver,
) -> None:
    before = names(harbour)
    choose_in_menu(harbour, "Yawl", "Remove…")
    assert harbour.dialog() == "Remove Yawl?"
    harbour.click("Cancel")
    assert names(harbour) == before
    choose_in_menu(harbour, "Yawl", "Remove…")
    harbour.click("Remove")
    assert "Yawl" not in names(harbour)
    assert not harbour.sees("Yawl")
    harbour.choose("Undo")
    assert names(harbour) == before
    assert harbour.sees("Yawl")


def test_that_the_organisation_is_renamed(harbour: ProgramDriver) -> None:
    harbour.click("Rename the organisation")
    harbour.fill("Name", "Marina")
    harbour.click("Save")
    assert harbour.session.assessment.organisation.name == "Marina"
    assert harbour.sees("Marina")


def test_that_the_organisation_has_its_own_questions(harbour: ProgramDriver) -> None:
    harbour.click("Your organisation")
    assert harbour.workspace.location.subject_id is None
    assert harbour.sees("What about org.people?")


def test_that_a_row_leads_to_the_result_when_all_is_answered(harbour: ProgramDriver) -> None:
    harbour.click("Punt")
    assert harbour.workspace.location.place is Place.RESULT
    assert harbour.sees("So Harbour and Punt: steward.")


def test_that_a_row_leads_to_the_next_question_while_one_is_open(
    harbour: ProgramDriver,
) -> None:
    harbour.session.add_subject("Barge")
    harbour.settle()
    harbour.click("Barge")
    assert harbour.workspace.location.place is Place.QUESTION
    assert harbour.question() == "What about boat.use?"


def test_that_the_arrow_keys_walk_along_the_rows(harbour: ProgramDriver) -> None:
    assert harbour.focused() == "Cutter"
    harbour.press(Qt.Key.Key_Down)
    assert harbour.focused() == "Punt"
    harbour.press(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert harbour.focused() == "Cutter"
    harbour.press(Qt.Key.Key_Return)
    assert harbour.workspace.location.place is not Place.SUBJECTS


def test_that_an_answer_given_elsewhere_shows_at_once(harbour: ProgramDriver) -> None:
    words = "Everything is still possible. 1 answer can still decide."
    assert not harbour.sees(words)
    punt = harbour.session.assessment.subjects[1].id
    harbour.session.answer(punt, "boat.return", DONT_KNOW)
    harbour.settle()
    assert harbour.sees(words)
