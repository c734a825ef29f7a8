# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files in older formats are kept and brought on; newer ones are refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.storage.hands import NOON, refused, rewritten, staff

from actready.domain.actions import Action
from actready.domain.events import Planned
from actready.storage import connection, schema
from actready.storage.assessment_file import AssessmentFile
from actready.storage.audit import verify


def an_older_format(monkeypatch: pytest.MonkeyPatch, step: str = "") -> None:
    """Pretend that format 0 existed, which let entries have any number."""
    newest = schema.newest()
    added = next(one for one in newest.statements if "follow" in one)
    older = schema.Format(0, tuple(one for one in newest.statements if one != added))

    def upgrade(database: sqlite3.Connection) -> None:
        database.execute(step or added)

    monkeypatch.setattr(schema, "FORMATS", (older, newest))
    monkeypatch.setattr(schema, "UPGRADES", {0: upgrade})


def test_that_a_file_in_an_older_format_that_cannot_be_written_is_refused(
    path: Path, file: AssessmentFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()
    an_older_format(monkeypatch)
    rewritten(path, "DROP TRIGGER events_follow_each_other", "PRAGMA user_version = 0")
    monkeypatch.setattr(connection, "can_write", lambda _: False)
    monkeypatch.setattr("actready.storage.assessment_file.can_write", lambda _: False)
    assert "older format" in refused(path).message


def test_that_a_file_in_an_older_format_is_kept_and_brought_to_the_present_one(
    path: Path, file: AssessmentFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = (*file.entries(), file.append(staff(7), NOON))
    file.close()
    an_older_format(monkeypatch)
    rewritten(path, "DROP TRIGGER events_follow_each_other", "PRAGMA user_version = 0")
    with closing(AssessmentFile.open(path)) as opened:
        assert opened.entries() == entries
    kept = path.with_name("Company Z.version-0.actready")
    assert [int.from_bytes(one.read_bytes()[60:64]) for one in (kept, path)] == [0, 2]
    assert len(set(path.parent.iterdir())) == 2


def test_that_an_upgrade_that_fails_leaves_the_file_as_it_was(
    path: Path, file: AssessmentFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()
    an_older_format(monkeypatch, step="no SQL")
    rewritten(path, "DROP TRIGGER events_follow_each_other", "PRAGMA user_version = 0")
    refused(path)


def test_that_a_format_with_the_same_tables_is_read_as_it_is(
    path: Path, file: AssessmentFile
) -> None:
    entries = file.entries()
    file.close()
    rewritten(path, "PRAGMA user_version = 1")
    before = path.read_bytes()
    with closing(AssessmentFile.open(path, read_only=True)) as opened:
        assert opened.entries() == entries
    assert verify(path).intact
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_that_a_program_that_knows_no_actions_says_in_words_that_it_is_too_old(
    path: Path, file: AssessmentFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.append(Planned(subject="s1", obligation="duty", action=Action(owner="Ann")), NOON)
    file.close()
    monkeypatch.setattr(schema, "FORMATS", schema.FORMATS[:1])
    assert "newer version of ActReady" in refused(path).message


def test_that_a_newer_format_is_refused(path: Path, file: AssessmentFile) -> None:
    file.close()
    rewritten(path, "PRAGMA user_version = 3")
    error = refused(path)
    assert error.message == "“Company Z.actready” was written by a newer version of ActReady."
    assert "Install the newer version" in error.hint


def test_that_a_format_that_never_existed_is_refused(path: Path, file: AssessmentFile) -> None:
    file.close()
    rewritten(path, "PRAGMA user_version = 0")
    assert "no ActReady assessment" in refused(path).message
