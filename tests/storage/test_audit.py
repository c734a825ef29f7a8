# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chain of digests: what it shows, and what can be saved of a record that is broken."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from actready.domain.events import Answered, Noted
from actready.errors import AppError
from actready.storage import schema
from actready.storage.assessment_file import AssessmentFile
from actready.storage.audit import salvage, verify
from actready.storage.chain import BEGINNING, AuditResult, BrokenEntry, Row, collect, digest, walk

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
CHANGING = "events_are_never_changed"
REMOVING = "events_are_never_removed"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with ten entries."""
    made = tmp_path / "record.actready"
    with closing(AssessmentFile.create(made, "Company Z", {}, NOON)) as file:
        for number in range(2, 11):
            file.append(Answered(question="org.staff", value=number), NOON)
    return made


def tampered(path: Path, trigger: str, *statements: str) -> None:
    """Change a file as somebody could who knows its tables."""
    with closing(sqlite3.connect(path)) as database:
        made = database.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [trigger])
        (sql,) = made.fetchone()
        for statement in (f"DROP TRIGGER {trigger}", *statements, sql):
            database.execute(statement)
        database.commit()


def stored(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT * FROM events ORDER BY number").fetchall()


def test_that_an_untouched_record_is_intact(path: Path) -> None:
    assert verify(path) == AuditResult(10, str(stored(path)[-1][5]), True)


def test_that_an_auditor_gets_the_same_digests_from_the_description_alone(path: Path) -> None:
    previous = "0" * 64
    for number, at, _kind, event, _previous, found in stored(path):
        entry = {"at": at, "event": json.loads(str(event)), "number": number, "previous": previous}
        text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        previous = hashlib.sha256(text.encode()).hexdigest()
        assert previous == found


def test_that_the_program_in_the_document_finds_the_record_intact_and_a_change(path: Path) -> None:
    page = Path(__file__).parents[2] / "docs" / "file-format.md"
    program = re.search(r"```python\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    assert program is not None
    source = program[1].replace("assessment.actready", str(path))
    assert len(source.strip().splitlines()) <= 12
    exec(compile(source, str(page), "exec"), {})
    tampered(path, CHANGING, "UPDATE events SET at = '2026-11-24T12:00:01Z' WHERE number = 4")
    with pytest.raises(AssertionError, match="4"):
        exec(compile(source, str(page), "exec"), {})


def test_that_a_known_entry_has_a_known_digest() -> None:
    text = (
        '{"at":"2026-11-24T12:00:00Z","event":{"a":"ü"},"number":1,"previous":"' + "0" * 64 + '"}'
    )
    expected = hashlib.sha256(text.encode()).hexdigest()
    assert digest(1, "2026-11-24T12:00:00Z", {"a": "ü"}, BEGINNING) == expected


@pytest.mark.parametrize(
    ("trigger", "statement", "intact", "problem"),
    [
        (CHANGING, "at = '2020-01-01T00:00:00Z' WHERE number = 4", 3, "4 was changed"),
        (CHANGING, "at = 'noon' WHERE number = 1", 0, "1 was changed"),
        (CHANGING, "event = replace(event, '5', '6') WHERE number = 5", 4, "5 was changed"),
        (CHANGING, "event = event || ' ' WHERE number = 5", 4, "5 was changed"),
        (CHANGING, "event = 'x' WHERE number = 5", 4, "5 was changed"),
        (CHANGING, "event = '1e999' WHERE number = 5", 4, "5 was changed"),
        (CHANGING, "event = '\"\\ud800\"' WHERE number = 5", 4, "5 was changed"),
        (CHANGING, "event = printf('%.*c', 90000, '[') WHERE number = 5", 4, "5 was changed"),
        (CHANGING, "digest = 'x' WHERE number = 10", 9, "10 was changed"),
        (CHANGING, "previous = 'x' WHERE number = 10", 9, "10 does not follow"),
        (CHANGING, "kind = 'noted' WHERE number = 2", 1, "2 holds an event"),
        (CHANGING, "number = 12 WHERE number = 10", 9, "10 is missing"),
        (REMOVING, " WHERE number = 3", 2, "3 is missing"),
        (REMOVING, "", 0, "The record is empty"),
    ],
)  # fmt: skip
def test_that_the_first_broken_entry_is_named(
    path: Path, trigger: str, statement: str, intact: int, problem: str
) -> None:
    heads = [BEGINNING, *(str(row[5]) for row in stored(path))]
    verb = "UPDATE events SET" if trigger == CHANGING else "DELETE FROM events"
    tampered(path, trigger, f"{verb} {statement}")
    result = verify(path)
    assert (result.entries, result.head, result.intact) == (intact, heads[intact], False)
    assert problem in result.problem


def test_that_an_event_of_a_kind_not_known_is_told_from_a_changed_one() -> None:
    event = {"kind": "moon_phase"}
    at = "2026-11-24T12:00:00Z"
    row = Row(
        1, at, "moon_phase", '{"kind":"moon_phase"}', BEGINNING, digest(1, at, event, BEGINNING)
    )
    with pytest.raises(BrokenEntry) as broken:
        list(walk([row]))
    assert "version of ActReady does not know" in broken.value.problem


def test_that_a_value_of_another_type_counts_as_changed() -> None:
    row = Row(1, 5, "answered", 7, BEGINNING, "x")  # type: ignore[arg-type]  # a hostile file
    intact: list[Row] = []
    assert "1 was changed" in collect([row], intact)
    assert intact == []


def test_that_a_file_open_in_a_window_can_be_audited_there(path: Path) -> None:
    with closing(AssessmentFile.open(path)) as file:
        assert file.audit() == AuditResult(10, file.head, True)


def test_that_a_broken_chain_is_not_opened_and_names_the_entry(path: Path) -> None:
    tampered(path, CHANGING, "UPDATE events SET digest = 'x' WHERE number = 10")
    with pytest.raises(AppError, match="Entry 10 was changed") as caught:
        AssessmentFile.open(path)
    assert "can be saved" in caught.value.hint


def test_that_the_entries_before_the_damage_can_be_saved(path: Path, tmp_path: Path) -> None:
    before = stored(path)
    tampered(path, CHANGING, "UPDATE events SET event = '{}' WHERE number = 7")
    broken = path.read_bytes()
    target = tmp_path / "saved.actready"
    assert salvage(path, target) == 6
    assert path.read_bytes() == broken
    assert stored(target) == before[:6]
    with closing(AssessmentFile.open(target)) as file:
        assert file.append(Noted(question="org.staff", text="goes on"), NOON).number == 7


def test_that_what_lies_before_a_damaged_page_can_be_saved(tmp_path: Path) -> None:
    path, target = tmp_path / "long.actready", tmp_path / "saved.actready"
    with closing(AssessmentFile.create(path, "Company Z", {}, NOON)) as file:
        for number in range(400):
            file.append(Answered(question="org.staff", value=number), NOON)
    content = bytearray(path.read_bytes())
    page = len(content) // 4096 // 2 * 4096
    content[page : page + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    result = verify(path)
    assert not result.intact
    assert "A part of the file" in result.problem
    assert 0 < result.entries < 401
    assert salvage(path, target) == result.entries
    assert verify(target) == AuditResult(result.entries, result.head, True)


def test_that_a_damage_outside_the_entries_is_found_and_costs_none(
    path: Path, tmp_path: Path
) -> None:
    content = bytearray(path.read_bytes())
    content[36:40] = (3).to_bytes(4)  # claims free pages that there are not
    path.write_bytes(content)
    result = verify(path)
    assert (result.entries, result.intact) == (10, False)
    assert salvage(path, tmp_path / "saved.actready") == 10


def test_that_a_record_without_an_intact_entry_cannot_be_saved(path: Path, tmp_path: Path) -> None:
    tampered(path, CHANGING, "UPDATE events SET event = '{}' WHERE number = 1")
    target = tmp_path / "saved.actready"
    with pytest.raises(AppError, match="No entry"):
        salvage(path, target)
    assert not target.exists()


def test_that_saving_what_is_left_replaces_no_file(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(AppError, match="exists already"):
        salvage(path, path)
    assert path.read_bytes() == before


def test_that_an_older_format_has_to_be_opened_first(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "FORMATS", (schema.newest(), schema.Format(2, ())))
    with pytest.raises(AppError, match="older format"):
        verify(path)
