# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of storage do to files behind the back of the program."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.fixtures import small_questionnaire

from actready.domain.assessment import Answers, Assessment, Organisation, Subject
from actready.domain.events import Answered
from actready.errors import AppError, Fault, FaultyInput
from actready.storage.assessment_file import AssessmentFile
from actready.storage.interchange import read_answers

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def staff(number: int) -> Answered:
    return Answered(question="org.staff", value=number)


def refused(path: Path) -> AppError:
    """Open a file that cannot be opened, and return what is said; the file stays as it was."""
    before = path.read_bytes()
    with pytest.raises(AppError) as caught:
        AssessmentFile.open(path)
    assert path.read_bytes() == before
    assert caught.value.hint
    return caught.value


def rewritten(path: Path, *statements: str) -> None:
    """Change a file behind the back of the program, as a tool for databases could."""
    with closing(sqlite3.connect(path)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def half_written(path: Path) -> Path:
    """Leave a file as a program that died in the middle of writing leaves it."""
    copy, journal = path.with_name("copy"), path.with_name("copy-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA cache_spill = 1")
        database.execute("PRAGMA cache_size = 1")
        database.execute("BEGIN EXCLUSIVE")
        for number in range(2, 300):
            row = (number, "x" * 1000)
            database.execute("INSERT INTO events VALUES (?, 'a', 'k', ?, 'p', 'd')", row)
        shutil.copy(path, copy)
        shutil.copy(f"{path}-journal", journal)
        database.execute("ROLLBACK")
    copy.replace(path)
    journal.replace(f"{path}-journal")
    return Path(f"{path}-journal")


def faults(text: str | bytes) -> list[Fault]:
    """Return the faults of an answers file that has some."""
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(FaultyInput) as caught:
        read_answers(data, "answers.yaml", small_questionnaire())
    assert all(one.file == "answers.yaml" for one in caught.value.faults)
    return list(caught.value.faults)


def fault(text: str | bytes) -> Fault:
    (only,) = faults(text)
    return only


def example() -> Assessment:
    return Assessment(
        organisation=Organisation("Company Z", Answers({"org.staff": 34}, {"org.staff": "twelve"})),
        subjects=(
            Subject(
                "s1",
                "no",
                "Backup",
                Answers({"supply.form": ("download", "service"), "supply.maintained": False}),
            ),
            Subject("s2", "Library: #1"),
        ),
    )
