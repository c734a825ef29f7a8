# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saving in other formats: the lists of two pages, the places, and what is said afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from tests.gui.driver_pages import ProgramDriver


def choose(user: ProgramDriver, button: str, command: str) -> None:
    """Open the list of a button and choose from it."""
    user.click(button)
    (menu,) = (one for one in user.window.findChildren(QMenu) if one.isVisible())
    action = next(one for one in menu.actions() if one.text() == command)
    menu.close()
    action.trigger()
    user.settle()


def duties(user: ProgramDriver) -> None:
    user.workspace.show_duties(user.session.assessment.subjects[0].id)
    user.settle()


def commands(user: ProgramDriver, button: str) -> list[str]:
    user.click(button)
    (menu,) = (one for one in user.window.findChildren(QMenu) if one.isVisible())
    menu.close()
    return [one.text() for one in menu.actions()]


def test_that_the_lists_name_the_formats(harbour: ProgramDriver) -> None:
    harbour.go_to("Report")
    assert commands(harbour, "Save as…") == [
        "PDF…",
        "Text document to edit (DOCX)…",
        "Folder for security tools (OSCAL)…",
    ]
    duties(harbour)
    assert commands(harbour, "Export plan…") == [
        "Calendar (ICS)…",
        "Workbook (XLSX)…",
        "Table (CSV)…",
    ]


@pytest.mark.parametrize(
    ("command", "suffix", "begins"),
    [
        ("Calendar (ICS)…", ".ics", b"BEGIN:VCALENDAR"),
        ("Workbook (XLSX)…", ".xlsx", b"PK"),
        ("Table (CSV)…", ".csv", b"\xef\xbb\xbf"),
    ],
)
def test_that_the_plan_is_saved_where_it_was_asked_for(
    harbour: ProgramDriver, tmp_path: Path, command: str, suffix: str, begins: bytes
) -> None:
    duties(harbour)
    harbour.will_choose(tmp_path / "plan")
    choose(harbour, "Export plan…", command)
    assert harbour.dialog() == "The plan is saved"
    assert (tmp_path / f"plan{suffix}").read_bytes().startswith(begins)
    harbour.click("Show in folder")
    assert harbour.opened == [str(tmp_path)]


def test_that_the_report_is_saved_as_a_text_document(
    harbour: ProgramDriver, tmp_path: Path
) -> None:
    harbour.go_to("Report")
    harbour.will_choose(tmp_path / "report.docx")
    choose(harbour, "Save as…", "Text document to edit (DOCX)…")
    assert harbour.dialog() == "The document is saved"
    assert (tmp_path / "report.docx").read_bytes().startswith(b"PK")
    harbour.click("Close")


def test_that_oscal_is_saved_as_a_folder(harbour: ProgramDriver, tmp_path: Path) -> None:
    harbour.go_to("Report")
    harbour.will_choose(tmp_path / "oscal")
    choose(harbour, "Save as…", "Folder for security tools (OSCAL)…")
    assert harbour.dialog() == "The folder is saved"
    assert (tmp_path / "oscal" / "assessment-results.json").is_file()
    harbour.click("Close")


def test_that_what_goes_wrong_is_a_sentence_and_leaves_nothing(
    harbour: ProgramDriver, tmp_path: Path
) -> None:
    duties(harbour)
    harbour.will_choose(tmp_path / "nowhere" / "plan.ics")
    choose(harbour, "Export plan…", "Calendar (ICS)…")
    assert harbour.dialog().startswith("There is no folder")
    assert not (tmp_path / "nowhere").exists()
    harbour.click("Close")


def test_that_without_a_place_nothing_is_saved(harbour: ProgramDriver) -> None:
    duties(harbour)
    harbour.will_choose(None)
    choose(harbour, "Export plan…", "Calendar (ICS)…")
    assert harbour.dialog() == ""


def test_that_the_first_of_the_list_is_the_report_itself(
    harbour: ProgramDriver, tmp_path: Path
) -> None:
    harbour.go_to("Report")
    harbour.will_choose(None)
    choose(harbour, "Save as…", "PDF…")
    assert harbour.sees("Make the report")


def test_that_what_is_being_typed_is_in_the_plan(harbour: ProgramDriver, tmp_path: Path) -> None:
    duties(harbour)
    harbour.click("Plan: Papers of Cutter")
    harbour.fill("Owner: Papers of Cutter", "Ann")
    harbour.will_choose(tmp_path / "plan.csv")
    choose(harbour, "Export plan…", "Table (CSV)…")
    assert '"Ann"' in (tmp_path / "plan.csv").read_text("utf-8-sig")
    harbour.click("Close")
