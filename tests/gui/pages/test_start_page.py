# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from tests.gui.driver_pages import ProgramDriver
from tests.gui.pages.conftest import Starter

from actready.catalogue import Catalogue
from actready.domain.events import OrganisationRenamed
from actready.gui import files
from actready.resources import data_folder
from actready.storage import assessment_file
from actready.storage.assessment_file import AssessmentFile

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def rename_behind_the_back(path: Path) -> None:
    """Change the second entry as somebody could who knows the tables of the file."""
    with closing(sqlite3.connect(path)) as database:
        query = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%UPDATE%'"
        triggers = database.execute(query).fetchall()
        for name, _sql in triggers:
            database.execute(f"DROP TRIGGER {name}")
        database.execute(
            "UPDATE events SET event = replace(event, 'Port', 'Fort') WHERE number = 2"
        )
        for _name, sql in triggers:
            database.execute(sql)
        database.commit()


def made_by(user: ProgramDriver, path: Path) -> Path:
    """Make an assessment of "Marina" and go back to the start page."""
    user.click("New assessment")
    user.fill("Name of your organisation", "Marina")
    user.will_choose(path)
    user.click("Choose a place for the file")
    user.choose("Close assessment")
    return path


def test_that_the_start_page_says_what_it_is_for_and_what_it_never_does(
    user: ProgramDriver,
) -> None:
    for text in (
        "What does the Cyber Resilience Act ask of you?",
        "How it works",
        "How to read the signs",
        "ActReady never connects to a network",
        "it is no legal advice",
    ):
        assert user.sees(text), text
    assert user.focused() == "New assessment"


def test_that_a_new_assessment_begins_with_its_name_and_a_place(
    user: ProgramDriver, tmp_path: Path
) -> None:
    user.click("New assessment")
    assert user.dialog() == "New assessment"
    user.fill("Name of your organisation", "Marina")
    user.will_choose(tmp_path / "marina")
    user.click("Choose a place for the file")
    assert user.dialog() == ""
    assert user.session.file.path == tmp_path / "marina.actready"
    assert user.session.assessment.organisation.name == "Marina"
    assert user.sees("No subjects yet")


def test_that_a_name_is_asked_for_until_there_is_one(user: ProgramDriver) -> None:
    user.click("New assessment")
    user.click("Choose a place for the file")
    assert user.sees("There is no name. Type the name of the firm or project.")
    assert user.focused() == "Name of your organisation"
    user.click("Cancel")
    assert not user.has_assessment


def test_that_a_file_is_never_overwritten(user: ProgramDriver, tmp_path: Path) -> None:
    path = made_by(user, tmp_path / "marina.actready")
    before = path.read_bytes()
    user.click("New assessment")
    user.fill("Name of your organisation", "Another")
    user.will_choose(path)
    user.click("Choose a place for the file")
    assert user.dialog() == "New assessment"
    assert path.read_bytes() == before


def test_that_a_sample_is_opened_as_a_copy(harbour: ProgramDriver, tmp_path: Path) -> None:
    assert harbour.session.file.path == tmp_path / "data" / "harbour.actready"
    assert harbour.sees("Cutter")


def test_that_a_sample_says_what_it_is_about(user: ProgramDriver) -> None:
    assert user.sees("4 subjects: Manufacturer, Steward, None")
    assert user.sees("1 role undetermined")


def test_that_a_recent_file_is_offered_again(user: ProgramDriver, tmp_path: Path) -> None:
    made_by(user, tmp_path / "marina.actready")
    assert user.sees("Recent")
    assert user.sees("0 subjects")
    user.click("Marina, marina.actready")
    assert user.session.assessment.organisation.name == "Marina"


def test_that_a_file_is_opened_from_a_dialog(user: ProgramDriver, tmp_path: Path) -> None:
    path = made_by(user, tmp_path / "marina.actready")
    user.will_choose(None)
    user.click("Open…")
    assert not user.has_assessment
    user.will_choose(path)
    user.click("Open…")
    assert user.session.file.path == path


def test_that_a_file_can_be_dropped_on_the_window(user: ProgramDriver, tmp_path: Path) -> None:
    path = made_by(user, tmp_path / "marina.actready")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    entering = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, data, left, none)
    QApplication.sendEvent(user.window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(user.window, QDropEvent(QPointF(9, 9), copy, data, left, none))
    user.settle()
    assert user.session.file.path == path


def test_that_a_faulty_answers_file_is_refused_with_all_its_faults(
    user: ProgramDriver, tmp_path: Path
) -> None:
    path = tmp_path / "faulty.yaml"
    path.write_text(
        "format: 1\norganisation:\n  name: A\n  answers:\n    org.peopl: 3\nsubject: []\n"
    )
    user.open_file(path)
    assert user.dialog()
    assert "faulty.yaml:5" in user.details()
    assert "org.people" in user.details()
    assert not user.has_assessment
    user.click("Close")
    assert user.dialog() == ""


def test_that_a_file_that_is_missing_is_said_to_be(user: ProgramDriver, tmp_path: Path) -> None:
    user.open_file(tmp_path / "nowhere.actready")
    assert "nowhere.actready" in user.dialog()
    assert not user.has_assessment


def test_that_a_file_open_elsewhere_is_said_to_be(user: ProgramDriver, tmp_path: Path) -> None:
    path = made_by(user, tmp_path / "marina.actready")
    other = AssessmentFile.open(path)
    user.open_file(path)
    other.close()
    assert "marina.actready" in user.dialog()
    assert not user.has_assessment


def test_that_a_file_of_another_kind_is_said_to_be(user: ProgramDriver, tmp_path: Path) -> None:
    path = tmp_path / "letter.actready"
    path.write_text("Dear all,", "utf-8")
    user.open_file(path)
    assert "letter.actready" in user.dialog()
    assert not user.has_assessment
    assert path.read_text("utf-8") == "Dear all,"


def test_that_from_a_damaged_file_the_intact_entries_can_be_saved(
    user: ProgramDriver, tmp_path: Path
) -> None:
    path = made_by(user, tmp_path / "marina.actready")
    with closing(AssessmentFile.open(path)) as file:
        file.append(OrganisationRenamed(name="Port"), NOON)
    rename_behind_the_back(path)
    user.open_file(path)
    assert "damaged" in user.dialog()
    rescued = tmp_path / "rescued.actready"
    user.will_choose(rescued)
    user.click("Save the entries…")
    assert user.session.file.path == rescued
    assert user.session.assessment.organisation.name == "Marina"


def test_that_a_file_that_may_not_be_changed_opens_for_reading_and_says_so(
    user: ProgramDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made_by(user, tmp_path / "marina.actready")
    monkeypatch.setattr(assessment_file, "can_write", lambda _path: False)
    user.open_file(path)
    assert "Read only" in user.status()
    user.click("Add a subject")
    user.fill("Name", "Boat 1")
    user.click("Add the subject")
    assert user.dialog() == "Add a subject"
    assert user.session.assessment.subjects == ()


def test_that_a_file_that_is_open_already_stays_as_it_is(harbour: ProgramDriver) -> None:
    session = harbour.session
    harbour.open_file(session.file.path)
    assert harbour.session is session
    assert harbour.dialog() == ""


def test_that_the_sample_that_ships_with_the_program_opens(
    start: Starter, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "data_folder", data_folder)
    user = start(catalogue)
    (sample,) = user.program.samples()
    user.open_file(sample)
    assert user.session.assessment.subjects
    assert user.sees("Manufacturer")


def test_that_a_report_opens_as_the_assessment_inside_it(
    user: ProgramDriver, tmp_path: Path
) -> None:
    data = b'{"as_of":"2026-11-23","format":1,"organisation":{"name":"Quay"},"subjects":[]}\n'
    report = tmp_path / "quay.pdf"
    report.write_bytes(
        b"%%PDF-1.7\n1 0 obj\n<</Type /EmbeddedFile /Length %d /Size %d>>\nstream\n"
        % (len(data), len(data))
        + data
    )
    user.open_file(report)
    assert user.session.assessment.organisation.name == "Quay"
    assert user.session.file.path.name == "quay.actready"
