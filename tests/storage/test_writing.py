# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""New files and copies are whole or not there, and a change half written is taken back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.storage.hands import NOON, half_written, staff

from actready.domain.events import AssessmentCreated, Noted
from actready.errors import AppError, ComputerError
from actready.storage import connection
from actready.storage.assessment_file import AssessmentFile


def no_room(*_: object) -> sqlite3.Connection:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorname = "SQLITE_FULL"
    raise error


def test_that_no_existing_file_is_replaced_by_a_new_one(path: Path, file: AssessmentFile) -> None:
    file.close()
    before = path.read_bytes()
    with pytest.raises(AppError, match="exists already"):
        AssessmentFile.create(path, "Other", {}, NOON)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_that_a_folder_without_permission_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(ComputerError, match="no permission") as caught:
        AssessmentFile.create(path, "", {}, NOON)
    assert caught.value.exit_status == 3


def test_that_a_name_that_cannot_be_taken_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def denied(name: Path, flags: int, mode: int) -> int:
        if name == path:
            raise PermissionError(13, "Permission denied")
        return opened(name, flags, mode)

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(ComputerError, match="no permission"):
        AssessmentFile.create(path, "", {}, NOON)
    assert list(path.parent.iterdir()) == []


def test_that_a_full_disk_is_told_and_costs_no_earlier_answer(
    file: AssessmentFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()
    monkeypatch.setattr(connection, "PRECAUTIONS", (*connection.PRECAUTIONS, "max_page_count = 12"))
    with closing(AssessmentFile.open(path)) as small:
        head = small.head
        with pytest.raises(ComputerError, match="is full") as caught:
            small.append(Noted(question="org.staff", text="x" * 100_000), NOON)
        assert caught.value.exit_status == 3
        assert small.head == head
        entry = small.append(staff(5), NOON)
        assert entry.number == 2
        assert small.audit().intact
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]


def test_that_a_new_file_has_the_permissions_of_any_new_file(path: Path) -> None:
    usual = path.with_name("usual")
    usual.touch()
    AssessmentFile.create(path, "", {}, NOON).close()
    assert path.stat().st_mode == usual.stat().st_mode


def test_that_a_copy_holds_the_same_record(file: AssessmentFile, tmp_path: Path) -> None:
    file.append(staff(3), NOON)
    copy = tmp_path / "copies" / "copy.actready"
    copy.parent.mkdir()
    file.save_copy(copy)
    with closing(AssessmentFile.open(copy)) as opened:
        assert (opened.entries(), opened.head) == (file.entries(), file.head)
    assert [one.name for one in copy.parent.iterdir()] == [copy.name]


def test_that_a_copy_can_be_saved_from_a_file_opened_for_reading(
    file: AssessmentFile, path: Path, tmp_path: Path
) -> None:
    file.close()
    copy = tmp_path / "copy.actready"
    with closing(AssessmentFile.open(path, read_only=True)) as reader:
        reader.save_copy(copy)
    with closing(AssessmentFile.open(copy)) as opened:
        assert not opened.read_only
        assert opened.append(staff(1), NOON).number == 2


def test_that_a_copy_replaces_an_older_one(file: AssessmentFile, tmp_path: Path) -> None:
    copy = tmp_path / "copy.actready"
    copy.write_bytes(b"something else")
    for number in (1, 2):
        file.append(staff(number), NOON)
        file.save_copy(copy)
    with closing(AssessmentFile.open(copy)) as opened:
        assert opened.head == file.head


def test_that_a_copy_never_replaces_its_original(file: AssessmentFile, path: Path) -> None:
    with pytest.raises(AppError, match="name of the original"):
        file.save_copy(path)


def test_that_a_copy_never_replaces_a_file_open_elsewhere(
    file: AssessmentFile, tmp_path: Path
) -> None:
    other = tmp_path / "other.actready"
    with closing(AssessmentFile.create(other, "Other", {}, NOON)) as working:
        with pytest.raises(ComputerError, match="open in another window"):
            file.save_copy(other)
        working.append(staff(1), NOON)


def test_that_a_copy_that_fails_leaves_the_older_one(
    file: AssessmentFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copies" / "copy.actready"
    copy.parent.mkdir()
    file.save_copy(copy)
    before = copy.read_bytes()
    file.append(staff(1), NOON)
    monkeypatch.setattr("actready.storage.assessment_file.connect", no_room)
    with pytest.raises(ComputerError, match="is full"):
        file.save_copy(copy)
    assert copy.read_bytes() == before
    assert [one.name for one in copy.parent.iterdir()] == [copy.name]


def test_that_a_journal_left_by_a_file_of_the_same_name_does_no_harm(
    file: AssessmentFile, path: Path, tmp_path: Path
) -> None:
    file.close()
    journal = half_written(path)
    target = tmp_path / "new.actready"
    shutil.copy(journal, f"{target}-journal")
    AssessmentFile.create(target, "New", {}, NOON).close()
    with closing(AssessmentFile.open(target)) as opened:
        event = opened.entries()[0].event
    assert event == AssessmentCreated(organisation="New")


@pytest.mark.parametrize("read_only", [False, True])
def test_that_a_file_that_lacks_pages_its_head_counts_is_restored(
    file: AssessmentFile, path: Path, read_only: bool
) -> None:
    entries = file.entries()
    file.close()
    half_written(path)
    content = bytearray(path.read_bytes())
    content[28:32] = (9999).to_bytes(4)  # the head is written first, and counts pages to come
    path.write_bytes(content)
    with closing(AssessmentFile.open(path, read_only)) as opened:
        assert opened.entries() == entries


@pytest.mark.parametrize("read_only", [False, True])
def test_that_a_change_half_written_is_taken_back_at_the_next_opening(
    file: AssessmentFile, path: Path, read_only: bool
) -> None:
    entries = file.entries()
    file.close()
    half_written(path)
    with closing(AssessmentFile.open(path, read_only)) as opened:
        assert opened.entries() == entries
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_that_what_a_program_left_between_two_changes_is_removed(
    file: AssessmentFile, path: Path
) -> None:
    file.close()
    Path(f"{path}-journal").write_bytes(bytes(5000))
    with closing(AssessmentFile.open(path)) as opened:
        opened.append(staff(1), NOON)
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    Path(f"{path}-journal").write_bytes(bytes(5000))
    AssessmentFile.open(path).close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_that_a_change_half_written_in_a_place_without_permission_is_told(
    file: AssessmentFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()
    half_written(path)
    monkeypatch.setattr(os, "access", lambda *_: False)  # the tests may run as root
    with pytest.raises(ComputerError, match="was not closed properly") as caught:
        AssessmentFile.open(path)
    assert "Company Z.actready-journal" in caught.value.hint
