# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The assessment file: what it keeps, and how it is locked."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from tests.storage.hands import NOON, rewritten, staff

from actready.domain.events import Answered, AssessmentCreated, Entry, Noted, SubjectAdded
from actready.errors import ComputerError
from actready.storage import connection
from actready.storage.assessment_file import AssessmentFile


def test_that_a_new_file_begins_with_the_organisation_and_its_editions(
    file: AssessmentFile,
) -> None:
    created = AssessmentCreated(organisation="Company Z", editions={"cra": "2024-12-10"})
    assert file.entries() == (Entry(number=1, at="2026-11-24T12:00:00Z", event=created),)


def test_that_a_file_names_its_application_and_format_in_its_head(
    file: AssessmentFile, path: Path
) -> None:
    file.close()
    head = path.read_bytes()[:100]
    assert head[68:72] == b"ACTR"
    assert int.from_bytes(head[60:64]) == 2


def test_that_events_are_there_again_after_closing(file: AssessmentFile, path: Path) -> None:
    events = (
        SubjectAdded(subject="s1", name="Ünïcode 🜁", description="x"),
        Answered(subject="s1", question="supply.form", value=("download", "service")),
        Answered(question="org.staff", value=34.5),
        Noted(question="org.staff", text='line one\nline "two"'),
    )
    entries = tuple(file.append(event, NOON) for event in events)
    head = file.head
    file.close()
    with closing(AssessmentFile.open(path)) as reopened:
        assert reopened.entries()[1:] == entries
        assert tuple(entry.event for entry in reopened.entries()[1:]) == events
        assert reopened.head == head
        assert not reopened.read_only


def test_that_yes_and_one_stay_different(file: AssessmentFile, path: Path) -> None:
    file.append(Answered(question="a", value=True), NOON)
    file.append(Answered(question="b", value=1), NOON)
    file.append(Answered(question="c", value=1.0), NOON)
    file.close()
    with closing(AssessmentFile.open(path)) as reopened:
        values = [
            entry.event.value for entry in reopened.entries() if entry.event.kind == "answered"
        ]
    assert [type(value) for value in values] == [bool, int, float]


def test_that_times_are_kept_in_utc(file: AssessmentFile) -> None:
    berlin = datetime.fromisoformat("2026-11-24T13:30:00+01:00")
    assert file.append(staff(1), berlin).at == "2026-11-24T12:30:00Z"


def test_that_the_file_is_one_file_when_it_is_closed(file: AssessmentFile, path: Path) -> None:
    file.append(staff(1), NOON)
    file.close()
    file.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_that_every_precaution_is_in_force(file: AssessmentFile, path: Path) -> None:
    file.close()
    with closing(connection.connect_for_writing(path)) as database:
        assert {
            name: database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "trusted_schema", "foreign_keys", "journal_mode")
        } == {"synchronous": 3, "trusted_schema": 0, "foreign_keys": 1, "journal_mode": "delete"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET at = 'x' WHERE number = 1",
        "DELETE FROM events",
        "INSERT OR REPLACE INTO events VALUES (1, 'a', 'k', 'e', 'p', 'd')",
        "INSERT INTO events VALUES (7, 'a', 'k', 'e', 'p', 'd')",
    ],
)
def test_that_the_record_can_only_be_added_to(
    file: AssessmentFile, path: Path, statement: str
) -> None:
    file.close()
    with pytest.raises(sqlite3.IntegrityError, match="events"):
        rewritten(path, statement)


def test_that_a_second_window_is_told_that_the_file_is_open(
    file: AssessmentFile, path: Path
) -> None:
    for read_only in (False, True):
        with pytest.raises(ComputerError, match="open in another window"):
            AssessmentFile.open(path, read_only)
    file.append(staff(1), NOON)


def test_that_another_process_is_told_that_the_file_is_open(
    file: AssessmentFile, path: Path
) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from actready.storage.assessment_file import AssessmentFile\n"
        "from actready.errors import AppError\n"
        "try: AssessmentFile.open(Path(sys.argv[1]))\n"
        "except AppError as error: print(error.message); sys.exit(error.exit_status)\n"
    )
    child = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True)
    assert (child.returncode, child.stdout) == (
        3,
        "“Company Z.actready” is open in another window.\n",
    )


def test_that_several_may_read_at_once_and_nobody_writes_meanwhile(
    file: AssessmentFile, path: Path
) -> None:
    file.close()
    with (
        closing(AssessmentFile.open(path, read_only=True)) as one,
        closing(AssessmentFile.open(path, read_only=True)) as other,
    ):
        assert one.entries() == other.entries()
        with pytest.raises(ComputerError, match="open in another window"):
            AssessmentFile.open(path)


def test_that_a_file_opened_for_reading_takes_no_events(file: AssessmentFile, path: Path) -> None:
    file.close()
    before = path.read_bytes()
    with closing(AssessmentFile.open(path, read_only=True)) as reader:
        with pytest.raises(ComputerError, match="can only be read") as caught:
            reader.append(staff(1), NOON)
        assert "copy" in caught.value.hint
        assert len(reader.entries()) == 1
    assert path.read_bytes() == before


def test_that_a_file_that_cannot_be_written_is_opened_for_reading(
    file: AssessmentFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()
    monkeypatch.setattr(os, "access", lambda *_: False)  # the tests may run as root
    with closing(AssessmentFile.open(path)) as reader:
        assert reader.read_only
        assert reader.entries()[0].number == 1


def test_that_sqlite_refusing_to_write_is_told_too(file: AssessmentFile, path: Path) -> None:
    file.close()
    with closing(AssessmentFile.open(path, read_only=True)) as reader:
        reader.read_only = False
        with pytest.raises(ComputerError, match="can only be read"):
            reader.append(staff(1), NOON)


def test_that_writing_to_a_closed_file_is_a_fault_of_the_program(file: AssessmentFile) -> None:
    file.close()
    with pytest.raises(sqlite3.ProgrammingError):
        file.append(staff(1), NOON)
    assert len(file.entries()) == 1


def test_that_a_file_can_be_opened_through_a_link(file: AssessmentFile, path: Path) -> None:
    file.close()
    link = path.with_name("link.actready")
    link.symlink_to(path)
    with closing(AssessmentFile.open(link)) as linked:
        linked.append(staff(1), NOON)
        with pytest.raises(ComputerError, match="open in another window"):
            AssessmentFile.open(path)
    with closing(AssessmentFile.open(path)) as opened:
        assert len(opened.entries()) == 2


def test_that_the_origin_stays_through_entries_and_copies_and_is_no_other_files(
    file: AssessmentFile, path: Path
) -> None:
    origin = file.origin
    assert origin == file.head
    file.append(SubjectAdded(subject="s1", name="Backup suite A"), NOON)
    assert (file.origin, file.head == origin) == (origin, False)
    copy = path.with_name("copy.actready")
    file.save_copy(copy)
    other = path.with_name("other.actready")
    AssessmentFile.create(other, "Company Y", {}, NOON).close()
    with closing(AssessmentFile.open(copy)) as first, closing(AssessmentFile.open(other)) as second:
        assert first.origin == origin
        assert second.origin != origin
