# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit
from tests.gui.driver_pages import ProgramDriver

from actready.storage.assessment_file import AssessmentFile
from actready.storage.sealed import seal, unseal

WORDS = "correct horse battery"


def sealed_from(user: ProgramDriver, target: Path) -> None:
    user.choose("Save a sealed copy")
    user.fill("Passphrase", WORDS)
    user.fill("The same passphrase again", WORDS)
    user.will_choose(target)
    user.click("Choose a place for the copy")


def test_that_a_sealed_copy_is_saved_and_opened_again(
    harbour: ProgramDriver, tmp_path: Path
) -> None:
    entries = harbour.session.file.entries()
    copy = tmp_path / "copy.actready-sealed"
    sealed_from(harbour, tmp_path / "copy")
    assert harbour.dialog() == ""
    harbour.choose("Close assessment")
    harbour.will_choose(tmp_path / "opened")
    harbour.open_file(copy)
    assert harbour.dialog() == "Open a sealed copy"
    field = harbour.named("Passphrase")
    assert isinstance(field, QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    harbour.fill("Passphrase", WORDS)
    harbour.click("Choose a place and open")
    assert harbour.session.file.path == tmp_path / "opened.actready"
    assert harbour.session.file.entries() == entries


def test_that_a_wrong_passphrase_is_said_and_leaves_nothing(
    harbour: ProgramDriver, tmp_path: Path
) -> None:
    sealed_from(harbour, tmp_path / "copy")
    harbour.will_choose(tmp_path / "opened")
    harbour.open_file(tmp_path / "copy.actready-sealed")
    harbour.fill("Passphrase", "wrong")
    harbour.click("Choose a place and open")
    assert harbour.sees("The passphrase does not open")
    assert not (tmp_path / "opened.actready").exists()


def test_that_a_sealed_copy_never_replaces_a_file(harbour: ProgramDriver, tmp_path: Path) -> None:
    sealed_from(harbour, tmp_path / "copy")
    harbour.will_choose(harbour.session.file.path)
    harbour.open_file(tmp_path / "copy.actready-sealed")
    harbour.fill("Passphrase", WORDS)
    harbour.click("Choose a place and open")
    assert harbour.sees("exists already")


def test_that_a_sealed_copy_of_something_else_is_refused(
    harbour: ProgramDriver, tmp_path: Path
) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear Sir", encoding="utf-8")
    seal(other, tmp_path / "letter.actready-sealed", WORDS)
    harbour.will_choose(tmp_path / "opened")
    harbour.open_file(tmp_path / "letter.actready-sealed")
    harbour.fill("Passphrase", WORDS)
    harbour.click("Choose a place and open")
    assert harbour.sees("is no ActReady assessment")
    assert not (tmp_path / "opened.actready").exists()


def test_that_a_passphrase_is_typed_twice_and_is_long_enough(
    harbour: ProgramDriver, tmp_path: Path
) -> None:
    harbour.choose("Save a sealed copy")
    harbour.fill("Passphrase", WORDS)
    harbour.click("Choose a place for the copy")
    assert harbour.sees("The two passphrases differ.")
    harbour.fill("Passphrase", "short")
    harbour.fill("The same passphrase again", "short")
    harbour.will_choose(tmp_path / "copy")
    harbour.click("Choose a place for the copy")
    assert harbour.sees("has 5 characters")
    harbour.will_choose(None)
    harbour.click("Choose a place for the copy")
    assert not (tmp_path / "copy.actready-sealed").exists()


def test_that_the_copy_holds_the_file_byte_for_byte(harbour: ProgramDriver, tmp_path: Path) -> None:
    sealed_from(harbour, tmp_path / "copy")
    unseal(tmp_path / "copy.actready-sealed", tmp_path / "plain.actready", WORDS)
    copy = AssessmentFile.open(tmp_path / "plain.actready", read_only=True)
    assert copy.head == harbour.session.file.head
    copy.close()
