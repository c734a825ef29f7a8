# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files appear whole, under the name that was asked for, or not at all."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from tests.exports.example import HOSTILE, SOLD, made, usual

from actready.errors import AppError, ComputerError
from actready.exports import saving
from actready.exports.saving import check_plan_name, save, save_oscal


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("plan.ics", b"BEGIN:VCALENDAR"),
        ("plan.xlsx", b"PK"),
        ("plan.csv", b"\xef\xbb\xbf"),
        ("PLAN.ICS", b"BEGIN:VCALENDAR"),
    ],
)
def test_that_the_end_of_the_name_chooses_the_format(
    tmp_path: Path, name: str, begins: bytes
) -> None:
    digest = save(usual(), tmp_path / name)
    data = (tmp_path / name).read_bytes()
    assert data.startswith(begins)
    assert digest == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("name", ["plan.pdf", "plan", "plan.docx"])
def test_that_another_end_is_refused_with_those_that_exist(name: str) -> None:
    with pytest.raises(AppError) as told:
        check_plan_name(Path(name))
    assert str(told.value).endswith("End it with .ics, .xlsx, .csv.")


@pytest.mark.parametrize("name", [*HOSTILE, "&" * 300, "12 Monkeys &B", ""])
def test_that_no_name_of_an_organisation_breaks_a_file(tmp_path: Path, name: str) -> None:
    context = made(SOLD, name=name)
    for suffix in (".ics", ".xlsx", ".csv", ".docx"):
        save(context, tmp_path / f"file{suffix}")
    save_oscal(context, tmp_path / "oscal")


def test_that_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.csv"
    target.write_text("old")

    def full(_path: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ComputerError, match="full"):
        save(usual(), target)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_that_a_folder_is_no_file_and_a_missing_folder_is_said_to_be_missing(
    tmp_path: Path,
) -> None:
    with pytest.raises(ComputerError, match="There is no folder"):
        save(usual(), tmp_path / "nowhere" / "report.docx")
    (tmp_path / "report.docx").mkdir()
    with pytest.raises(AppError, match="is a folder"):
        save(usual(), tmp_path / "report.docx")


@pytest.mark.parametrize("exists", [False, True])
def test_that_oscal_fills_a_new_or_an_empty_folder(tmp_path: Path, exists: bool) -> None:
    folder = tmp_path / "oscal"
    if exists:
        folder.mkdir()
    found = save_oscal(usual(), folder)
    assert sorted(found) == sorted(folder.iterdir())
    for path, digest in found.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == digest
    assert list(tmp_path.iterdir()) == [folder]


def test_that_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    with pytest.raises(AppError, match="exists already"):
        save_oscal(usual(), tmp_path)
    with pytest.raises(AppError, match="exists already"):
        save_oscal(usual(), tmp_path / "mine.txt")
    with pytest.raises(ComputerError, match="There is no folder"):
        save_oscal(usual(), tmp_path / "nowhere" / "oscal")
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_that_half_a_folder_never_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ComputerError, match="full"):
        save_oscal(usual(), tmp_path / "oscal")
    assert list(tmp_path.iterdir()) == []


def test_that_an_empty_assessment_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="No product or project"):
        save_oscal(made(), tmp_path / "oscal")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("start", ["actready.gui.application", "actready.exports.saving"])
def test_that_the_libraries_are_loaded_only_when_something_is_saved(start: str) -> None:
    source = (
        f"import {start}, sys; "
        "print([one for one in ('docx', 'lxml', 'icalendar', 'xlsxwriter') if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
    assert saving.PLANS == (".ics", ".xlsx", ".csv")
