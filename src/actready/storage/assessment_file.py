# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The file of an assessment: an append-only record of events that is stored with every answer."""

from __future__ import annotations

import io
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from actready.domain.events import AssessmentCreated, Entry, Event
from actready.errors import AppError
from actready.files import replacing, told
from actready.i18n import gettext as _
from actready.storage import schema
from actready.storage.chain import (
    BEGINNING,
    AuditResult,
    BrokenEntry,
    Row,
    collect,
    result,
    row_for,
    walk,
)
from actready.storage.connection import (
    TROUBLE,
    DamagedFile,
    can_write,
    check_pages,
    check_tables,
    connect,
    connect_for_reading,
    connect_for_writing,
    journal_of,
    rows,
    spoken,
    unwritable,
    version_of,
)
from actready.storage.limits import MAX_EVENT
from actready.storage.sealed import seal_stream

SUFFIX: Final = ".actready"
_INSERT: Final = (
    "INSERT INTO events (number, at, kind, event, previous, digest) VALUES (?, ?, ?, ?, ?, ?)"
)


class AssessmentFile:
    """An open assessment file. As long as it is open, no other program can change it.

    The lock is the operating system's, so a program that dies leaves none behind.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._entries: list[Entry] = []
        self._digests: list[str] = []
        self._read_entries()

    @classmethod
    def create(
        cls,
        path: Path,
        organisation: str,
        editions: Mapping[str, str],
        now: datetime,
        events: Iterable[Event] = (),
    ) -> AssessmentFile:
        """Make a new file, with ``events`` in it from the start, and open it.

        Raises AppError where ``path`` exists already, ComputerError where it cannot be written.
        """
        created = AssessmentCreated(organisation=organisation, editions=dict(editions))
        write_new(path, _rows_for((created, *events), now))
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, read_only: bool = False) -> AssessmentFile:
        """Open a file after checking all of it; one that cannot be written is opened for reading.

        Raises AppError for a file that is missing, damaged, newer, or of another kind, and
        ComputerError where another program has it open. A file that is refused stays as it is.
        """
        version = version_of(path)
        reading = read_only or not can_write(path)
        if version is not schema.newest() and not (reading and schema.is_readable(version)):
            _upgrade(path, version)
        with spoken(path):
            connection = connect_for_reading(path) if reading else connect_for_writing(path)
            try:
                check_tables(connection, path, schema.newest())
                check_pages(connection, path)
                file = cls(path, connection, reading)
                if not reading and journal_of(path).exists():
                    # SQLite removes what a program that died left, once it has written itself.
                    connection.execute(f"PRAGMA user_version = {schema.newest().version}")
                return file
            except (AppError, *TROUBLE):
                connection.close()
                raise

    @property
    def head(self) -> str:
        """The digest of the last entry, which covers the whole record."""
        return self._digests[-1]

    def digests(self) -> tuple[str, ...]:
        """Return the digest of each entry, in the order of the entries."""
        return tuple(self._digests)

    @property
    def origin(self) -> str:
        """The digest of the first entry; copies of an assessment share it, and no other has it."""
        return self._digests[0]

    def entries(self) -> tuple[Entry, ...]:
        """Return all entries, the oldest first."""
        return tuple(self._entries)

    def append(self, event: Event, at: datetime) -> Entry:
        """Store one event. When this returns, the event lasts, even through a power cut.

        Raises AppError where it cannot be stored; the record then stays as it was.
        """
        if self.read_only:
            raise unwritable(self.path)
        row = _row(len(self._entries) + 1, at, event, self.head)
        with spoken(self.path):
            self._connection.execute(_INSERT, row.columns)
        entry = Entry(number=row.number, at=row.at, event=event)
        self._entries.append(entry)
        self._digests.append(row.digest)
        return entry

    def audit(self) -> AuditResult:
        """Read the record anew and walk along its chain."""
        stored: list[Row] = []
        with spoken(self.path):
            problem = collect(rows(self._connection), stored)
        return result(stored, problem)

    def save_copy(self, target: Path) -> None:
        """Write a copy under another name, which appears when it is complete.

        Raises AppError where the target is this file, or is open in another window.
        """
        if target.exists():
            if target.samefile(self.path):
                raise AppError(
                    _("The copy has the name of the original."), _("Choose another name for it.")
                )
            _refuse_if_open(target)
        copy_database(self._connection, target)

    def save_sealed(self, target: Path, passphrase: str) -> None:
        """Write a confidential copy; what it holds is never on the disk unsealed, not for a moment.

        Raises AppError where the passphrase is too short or ``target`` cannot be written.
        """
        with spoken(self.path):
            content = self._connection.serialize()
        seal_stream(io.BytesIO(content), target, passphrase)

    def close(self) -> None:
        """Close the file and give up the lock. Closing twice does no harm."""
        self._connection.close()

    def _read_entries(self) -> None:
        try:
            for row, entry in walk(rows(self._connection)):
                self._entries.append(entry)
                self._digests.append(row.digest)
        except BrokenEntry as broken:
            raise DamagedFile(self.path, broken.problem) from broken
        if not self._entries:
            raise DamagedFile(self.path, _("The record is empty."))


def write_new(path: Path, stored: Iterable[Row]) -> None:
    """Write a file in the newest format that did not exist before.

    Raises AppError where the name is taken.
    """
    with replacing(path) as part:
        with spoken(path), closing(connect(part, "rw")) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            schema.install(connection)
            connection.executemany(_INSERT, (row.columns for row in stored))
            connection.execute("COMMIT")
        _reserve(path)
        _forget_journal(path)


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open database to ``target`` through SQLite, so that the copy is whole."""
    with replacing(target) as part:
        with spoken(target), closing(connect(part, "rw")) as copy:
            connection.backup(copy)
        _forget_journal(target)


def _forget_journal(path: Path) -> None:
    """Remove what a file of this name left behind, lest SQLite writes it into the new one."""
    with told(path):
        journal_of(path).unlink(missing_ok=True)


def _refuse_if_open(path: Path) -> None:
    """Raise ComputerError where another program has the file open, whose answers would be lost."""
    with suppress(DamagedFile), spoken(path):
        connect_for_writing(path).close()


def _reserve(path: Path) -> None:
    """Take a name that nobody has, so that no file is replaced by accident."""
    with told(path):
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o666))
        except FileExistsError as error:
            raise AppError(
                _("“{path}” exists already.").format(path=path), _("Choose another name.")
            ) from error


def _rows_for(events: Iterable[Event], at: datetime) -> list[Row]:
    made: list[Row] = []
    previous = BEGINNING
    for number, event in enumerate(events, 1):
        made.append(_row(number, at, event, previous))
        previous = made[-1].digest
    return made


def _row(number: int, at: datetime, event: Event, previous: str) -> Row:
    stamp = at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    try:
        row = row_for(number, stamp, event, previous)
    except ValueError as error:  # characters that are no Unicode, or a number without end
        raise AppError(
            _("This entry holds something that cannot be stored."), _("Type it anew.")
        ) from error
    if len(row.event) > MAX_EVENT:
        raise AppError(
            _("This entry has {count} characters.").format(count=len(row.event)),
            _("The longest that is stored has {limit}.").format(limit=MAX_EVENT),
        )
    return row


def _upgrade(path: Path, version: schema.Format) -> None:
    """Keep a copy of a file in an older format, then bring it to the newest."""
    if not can_write(path):
        raise AppError(
            _("“{name}” has an older format and cannot be written.").format(name=path.name),
            _("Copy it to a folder of your own, and open it there."),
        )
    with spoken(path), closing(connect_for_writing(path)) as connection:
        check_tables(connection, path, version)
        check_pages(connection, path)
        copy_database(connection, path.with_suffix(f".version-{version.version}{path.suffix}"))
        connection.execute("BEGIN EXCLUSIVE")
        schema.migrate(connection, version)
        connection.execute("COMMIT")
