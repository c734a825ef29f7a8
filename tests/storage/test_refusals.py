# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of a file that cannot be used, which then stays as it was."""

from __future__ import annotations

import random
from contextlib import closing, suppress
from pathlib import Path

import pytest
from tests.storage.hands import NOON, refused, rewritten, staff

from actready.domain.events import Answered, Noted, SubjectAdded
from actready.errors import AppError, ComputerError
from actready.storage import connection, schema
from actready.storage.assessment_file import AssessmentFile
from actready.storage.audit import salvage, verify
from actready.storage.limits import MAX_ASSESSMENT_FILE


@pytest.mark.parametrize("content", [b"", b"format: 1\n", b"\x00\xff" * 4000, b"SQLite format 3\0"])
def test_that_a_file_of_another_kind_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "is no ActReady assessment" in refused(path).message


def test_that_the_database_of_another_program_is_refused(path: Path) -> None:
    rewritten(path, "CREATE TABLE places (name)")
    assert "is no ActReady assessment" in refused(path).message


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW more AS SELECT 1",
        "CREATE TABLE more (x)",
        "DROP TRIGGER events_are_never_changed",
    ],
)
def test_that_tables_that_do_not_belong_there_are_refused(
    path: Path, file: AssessmentFile, statement: str
) -> None:
    file.close()
    rewritten(path, statement)
    error = refused(path)
    assert "is damaged. Its tables are not those of an assessment." in error.message
    assert "can be saved into a new file" in error.hint


def test_that_a_view_in_place_of_the_record_is_never_run(path: Path, file: AssessmentFile) -> None:
    file.close()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    rewritten(path, "DROP TABLE events", f"CREATE VIEW events AS {endless}")
    assert "Its tables" in refused(path).message


def test_that_an_empty_record_is_refused(path: Path, file: AssessmentFile) -> None:
    file.close()
    kept = next(one for one in schema.newest().statements if "removed" in one)
    rewritten(path, "DROP TRIGGER events_are_never_removed", "DELETE FROM events", kept)
    assert "The record is empty." in refused(path).message


def test_that_a_damaged_page_is_noticed(path: Path, file: AssessmentFile) -> None:
    for number in range(300):
        file.append(staff(number), NOON)
    file.close()
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xa5" * 4096
    path.write_bytes(content)
    error = refused(path)
    assert "is damaged. A part of the file is not as it was written." in error.message


def test_that_text_that_is_no_unicode_is_noticed(path: Path, file: AssessmentFile) -> None:
    file.close()
    content = path.read_bytes()
    path.write_bytes(content.replace(b"2026-11-24T12", b"2026-11-24\xff12"))
    assert "is damaged" in refused(path).message


def test_that_a_file_cut_short_is_noticed(path: Path, file: AssessmentFile) -> None:
    file.close()
    path.write_bytes(path.read_bytes()[:-5000])
    assert "is damaged" in refused(path).message


def test_that_a_file_of_two_gigabytes_is_refused_unread(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(2 * MAX_ASSESSMENT_FILE)
    with pytest.raises(AppError) as caught:
        AssessmentFile.open(path)
    assert "2000000000 bytes" in caught.value.message
    assert "1000000000" in caught.value.hint


def test_that_a_missing_file_and_a_missing_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="There is no file") as caught:
        AssessmentFile.open(tmp_path / "gone.actready")
    assert caught.value.exit_status == 1
    for path in (tmp_path / "gone" / "a.actready",):
        with pytest.raises(ComputerError, match="There is no folder"):
            AssessmentFile.open(path)
        with pytest.raises(ComputerError, match="There is no folder"):
            AssessmentFile.create(path, "", {}, NOON)


def test_that_a_file_that_vanishes_while_it_is_opened_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone.actready"
    with pytest.raises(AppError, match="There is no file"), connection.spoken(gone):
        connection.connect_for_reading(gone)


def test_that_a_folder_is_no_assessment(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="is no file"):
        AssessmentFile.open(tmp_path)


def test_that_sqlite_failing_to_open_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(ComputerError, match="cannot be read or written"),
        connection.spoken(tmp_path),
    ):
        connection.connect_for_reading(tmp_path)


def test_that_an_event_beyond_the_limit_is_refused(file: AssessmentFile) -> None:
    with pytest.raises(AppError, match="characters"):
        file.append(Noted(question="q", text="x" * 1_000_001), NOON)
    assert len(file.entries()) == 1


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_that_a_number_without_end_is_refused(file: AssessmentFile, value: float) -> None:
    with pytest.raises(AppError, match="cannot be stored"):
        file.append(Answered(question="q", value=value), NOON)
    assert len(file.entries()) == 1


def test_that_half_a_character_is_refused(file: AssessmentFile) -> None:
    half = SubjectAdded.model_construct(subject="s1", name="\ud800")
    with pytest.raises(AppError, match="cannot be stored"):
        file.append(half, NOON)


def test_that_no_flipped_byte_leads_to_a_wrong_record_or_another_error(
    path: Path, file: AssessmentFile, tmp_path: Path
) -> None:
    for number in range(40):
        file.append(staff(number), NOON)
    entries = file.entries()
    file.close()
    content = path.read_bytes()
    chance = random.Random(1)
    for number in range(300):
        flipped = bytearray(content)
        for _ in range(chance.choice((1, 1, 20))):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        damaged = tmp_path / f"{number}.actready"
        damaged.write_bytes(flipped)
        try:
            with closing(AssessmentFile.open(damaged)) as opened:
                assert opened.entries() == entries
            assert verify(damaged).intact
        except AppError:
            with suppress(AppError):
                assert verify(damaged).intact is False
            with suppress(AppError):
                assert salvage(damaged, tmp_path / f"{number}.saved") <= len(entries)
        damaged.unlink()
