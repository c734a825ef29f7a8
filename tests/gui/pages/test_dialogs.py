# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from tests.gui.driver_pages import ProgramDriver

from actready import __version__
from actready.storage.assessment_file import AssessmentFile


def test_that_the_date_of_the_law_is_typed_as_people_write_it(harbour: ProgramDriver) -> None:
    harbour.choose("Law as of")
    harbour.fill("Date", "12 December 2027")
    harbour.click("Use this date")
    assert harbour.session.as_of == date(2027, 12, 12)
    assert "12 December 2027" in harbour.window.status.text


def test_that_a_date_that_is_none_is_said_under_the_field(harbour: ProgramDriver) -> None:
    harbour.choose("Law as of")
    harbour.fill("Date", "31.2.2026")
    harbour.click("Use this date")
    assert harbour.sees("“31.2.2026” is no date.") or harbour.sees('"31.2.2026" is no date.')
    assert harbour.focused() == "Date"
    harbour.press(Qt.Key.Key_Escape)
    assert harbour.dialog() == ""
    assert harbour.session.as_of == date(2026, 11, 23)


def test_that_another_date_is_compared_and_nothing_is_stored(harbour: ProgramDriver) -> None:
    before = harbour.session.file.head
    harbour.choose("Compare with another date")
    assert harbour.sees("Compares the results by the law of 23 November 2026")
    harbour.fill("Other date", "31.2.2026")
    harbour.click("Compare")
    assert harbour.focused() == "Other date"
    harbour.fill("Other date", "24 November 2026")
    harbour.click("Compare")
    assert harbour.dialog() == "What changes between 23 November 2026 and 24 November 2026"
    harbour.click("Close")
    assert harbour.session.as_of == date(2026, 11, 23)
    assert harbour.session.file.head == before


def test_that_about_names_version_and_licence(user: ProgramDriver) -> None:
    user.choose("About ActReady")
    assert f"Version {__version__}" in user.details()
    assert "European Union Public Licence" in user.details()
    user.click("Close")
    assert user.dialog() == ""


def test_that_the_keys_are_listed(user: ProgramDriver) -> None:
    user.choose("Keyboard shortcuts")
    for text in ("Ctrl+Z", "Undo", "I don’t know", "Save and continue"):
        assert user.sees(text), text


def test_that_a_copy_is_saved_and_the_original_stays_open(
    harbour: ProgramDriver, tmp_path: Path
) -> None:
    before = harbour.session.file.path
    harbour.will_choose(tmp_path / "copy")
    harbour.choose("Save a copy")
    copy = AssessmentFile.open(tmp_path / "copy.actready")
    assert copy.entries() == harbour.session.file.entries()
    copy.close()
    assert harbour.session.file.path == before


def test_that_a_copy_never_replaces_the_original(harbour: ProgramDriver) -> None:
    harbour.will_choose(harbour.session.file.path)
    harbour.choose("Save a copy")
    assert harbour.dialog() == "The copy has the name of the original."
    harbour.click("Close")


def test_that_enter_answers_a_dialog(harbour: ProgramDriver) -> None:
    harbour.click("Add a subject")
    harbour.fill("Name", "Barge")
    harbour.press(Qt.Key.Key_Return)
    assert harbour.dialog() == ""
    assert harbour.session.assessment.subjects[-1].name == "Barge"
