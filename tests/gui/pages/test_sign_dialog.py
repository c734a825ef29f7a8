# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from tests.gui.driver_pages import ProgramDriver
from tests.report.signed import WORDS, key_file

from actready.gui.report_task import ReportTask
from actready.report.job import Signing


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, Signing | None]]:
    """What was started instead of drawing reports."""
    found: list[tuple[Path, Signing | None]] = []

    def start(_task: ReportTask, target: Path, signing: Signing | None = None) -> None:
        found.append((target, signing))

    monkeypatch.setattr(ReportTask, "start", start)
    return found


def begin(user: ProgramDriver) -> None:
    user.go_to("Report")
    user.click("Sign…")
    assert user.dialog() == "Sign the report"


def test_that_a_key_made_on_the_spot_needs_nothing_more(
    harbour: ProgramDriver, tmp_path: Path, started: list[tuple[Path, Signing | None]]
) -> None:
    begin(harbour)
    assert harbour.focused() == "A key made for this report"
    assert harbour.sees("Shows that nothing was changed since. Does not show who signed.")
    assert "Passphrase of the file" not in harbour.named_all()
    harbour.will_choose(tmp_path / "report")
    harbour.click("Choose a place for the report")
    assert started == [(tmp_path / "report.pdf", Signing())]
    assert harbour.dialog() == ""


def test_that_a_key_from_a_file_is_tried_before_the_report_is_made(
    harbour: ProgramDriver, tmp_path: Path, started: list[tuple[Path, Signing | None]]
) -> None:
    path = key_file(tmp_path)
    begin(harbour)
    harbour.click("My key from a file")
    harbour.click("Choose a place for the report")
    assert harbour.sees("No file is chosen.")
    harbour.will_choose(path)
    harbour.click("Choose the file…")
    assert harbour.focused() == "Passphrase of the file"
    field = harbour.named("Passphrase of the file")
    assert isinstance(field, QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    harbour.fill("Passphrase of the file", "wrong")
    harbour.click("Choose a place for the report")
    assert harbour.sees("The passphrase does not open “ada.p12”.")
    assert started == []
    harbour.fill("Passphrase of the file", WORDS)
    harbour.will_choose(tmp_path / "report.pdf")
    harbour.click("Choose a place for the report")
    ((target, signing),) = started
    assert target == tmp_path / "report.pdf"
    assert signing is not None
    assert signing.file == path
    assert signing.passphrase.get_secret_value() == WORDS


def test_that_an_expired_key_is_said_in_the_dialog(
    harbour: ProgramDriver, tmp_path: Path, started: list[tuple[Path, Signing | None]]
) -> None:
    ended = datetime.now(UTC) - timedelta(days=1)
    path = key_file(tmp_path, begins=ended - timedelta(days=9), ends=ended)
    begin(harbour)
    harbour.click("My key from a file")
    harbour.will_choose(path)
    harbour.click("Choose the file…")
    harbour.fill("Passphrase of the file", WORDS)
    harbour.click("Choose a place for the report")
    assert harbour.sees("expired on")
    assert started == []


def test_that_without_a_file_or_a_place_nothing_is_made(
    harbour: ProgramDriver, started: list[tuple[Path, Signing | None]]
) -> None:
    begin(harbour)
    harbour.will_choose(None)
    harbour.click("My key from a file")
    harbour.click("Choose the file…")
    harbour.press(Qt.Key.Key_Escape)
    assert harbour.dialog() == ""
    begin(harbour)
    harbour.click("Choose a place for the report")
    assert started == []
