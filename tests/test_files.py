# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files appear whole or not at all, and refusals of the computer become sentences."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from actready.errors import AppError, ComputerError
from actready.files import check_size, flush_folder, read_limited, refusal, replacing


def test_that_a_file_takes_its_name_when_it_is_complete(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old")
    with replacing(target) as part:
        part.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_that_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old")
    with pytest.raises(UnicodeEncodeError), replacing(target) as part:
        part.write_text("half of it" + "\ud800", encoding="utf-8")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_that_a_finished_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    usual, target = tmp_path / "usual", tmp_path / "target"
    usual.touch()
    with replacing(target):
        pass
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


def test_that_what_was_private_stays_private(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.touch(0o600)
    with replacing(target):
        pass
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_that_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    target.mkdir()
    with pytest.raises(ComputerError, match="cannot be used"), replacing(target):
        pass
    assert list(tmp_path.iterdir()) == [target]


def test_that_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ComputerError, match="There is no folder"), replacing(tmp_path / "a" / "b"):
        pytest.fail("there is no place to write to")


def test_that_a_file_within_the_limit_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"12345")
    assert read_limited(file, 5) == b"12345"


def test_that_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    with file.open("wb") as stream:
        stream.truncate(100_000_000)
    with pytest.raises(AppError) as caught:
        read_limited(file, 5_000_000)
    assert "large.yaml" in caught.value.message
    assert "100000000" in caught.value.message
    assert "5000000" in caught.value.hint


def test_that_folders_and_missing_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="is no file"):
        check_size(tmp_path, 1)
    with pytest.raises(AppError, match="There is no file"):
        check_size(tmp_path / "gone", 1)


@pytest.mark.parametrize(
    ("code", "message", "status"),
    [
        (errno.EACCES, "There is no permission", 3),
        (errno.EROFS, "There is no permission", 3),
        (errno.ENOSPC, "is full. Nothing was changed.", 3),
        (errno.EIO, "cannot be used: Input/output error", 3),
        (errno.ENOENT, "There is no file", 1),
    ],
)
def test_that_what_the_system_refuses_becomes_a_sentence(
    tmp_path: Path, code: int, message: str, status: int
) -> None:
    error = refusal(OSError(code, os.strerror(code)), tmp_path / "a.actready")
    assert message in error.message
    assert error.hint
    assert error.exit_status == status


def test_that_a_system_that_cannot_flush_folders_is_no_fault(tmp_path: Path) -> None:
    flush_folder(tmp_path / "gone")
