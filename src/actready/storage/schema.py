# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of an assessment file in every format there ever was, and the steps between them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

#: "ACTR", so that the tool ``file`` and SQLite itself can tell an assessment from other databases.
APPLICATION_ID: Final = 0x41435452

_EVENTS: Final = """CREATE TABLE events (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  event TEXT NOT NULL,
  previous TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT"""

_FOLLOWING: Final = """CREATE TRIGGER events_follow_each_other BEFORE INSERT ON events
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM events)
BEGIN SELECT RAISE(ABORT, 'events follow each other'); END"""

_UNCHANGED: Final = """CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END"""

_KEPT: Final = """CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never removed'); END"""


@dataclass(frozen=True, slots=True)
class Format:
    """One version of the file: the statements that make its tables."""

    version: int
    statements: tuple[str, ...]


_TABLES: Final = (_EVENTS, _FOLLOWING, _UNCHANGED, _KEPT)


def _nothing(connection: sqlite3.Connection) -> None:
    """Leave the tables as they are: the next format only knows more kinds of events."""


#: In order; the last one is written. A format is never taken out, so that old files keep opening.
#: Format 2 knows the event ``planned``, which a program that knows format 1 alone cannot read.
FORMATS: tuple[Format, ...] = (Format(1, _TABLES), Format(2, _TABLES))

#: By the version that it begins with: the step from each format to the next one.
UPGRADES: dict[int, Callable[[sqlite3.Connection], None]] = {1: _nothing}


def newest() -> Format:
    """Return the format in which files are written."""
    return FORMATS[-1]


def is_readable(version: Format) -> bool:
    """Tell whether files of a format can be read as they are, without being brought on."""
    return version.statements == newest().statements


def format_of(version: int) -> Format | None:
    """Return the format with this number, if there ever was one."""
    return next((one for one in FORMATS if one.version == version), None)


def install(connection: sqlite3.Connection) -> None:
    """Make the tables of the newest format inside the transaction that is open."""
    for statement in newest().statements:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {newest().version}")


def number(connection: sqlite3.Connection, pragma: str) -> int:
    """Return a number that SQLite keeps in the head of the file."""
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def has_exactly(connection: sqlite3.Connection, version: Format) -> bool:
    """Tell whether the file has the tables and triggers of a format, and nothing else.

    A view or trigger from elsewhere could run when the events are read, so none is accepted.
    """
    found = connection.execute("SELECT sql FROM sqlite_schema").fetchall()
    return sorted(str(sql) for (sql,) in found) == sorted(version.statements)


def migrate(connection: sqlite3.Connection, version: Format) -> None:
    """Bring a file from ``version`` to the newest format, inside the transaction that is open."""
    for earlier, later in pairwise(FORMATS[FORMATS.index(version) :]):
        UPGRADES[earlier.version](connection)
        connection.execute(f"PRAGMA user_version = {later.version}")
