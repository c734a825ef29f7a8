# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opens SQLite files with every precaution, and turns what SQLite says into sentences."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, Literal

from actready.errors import AppError, ComputerError
from actready.files import check_size, missing, no_room
from actready.i18n import gettext as _
from actready.storage import schema
from actready.storage.chain import Row
from actready.storage.limits import MAX_ASSESSMENT_FILE, MAX_EVENT

#: What each connection is told. Waiting is no use: who holds the lock holds it until closing.
PRECAUTIONS: tuple[str, ...] = (
    "busy_timeout = 0",
    "locking_mode = EXCLUSIVE",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "foreign_keys = ON",
    "synchronous = EXTRA",
)

#: What reading a damaged file can raise. SQLite quotes from the file in its messages, and Python
#: then fails where the quotation is no Unicode.
TROUBLE: Final = (sqlite3.Error, UnicodeDecodeError)

Mode = Literal["rw", "ro"]


class DamagedFile(AppError):
    """The file is an assessment, or was one, but cannot be read to its end."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(
            _("“{name}” is damaged. {problem}").format(name=path.name, problem=problem).strip(),
            _("Nothing was changed. The entries before the damage can be saved into a new file."),
        )
        self.problem = problem


def connect(path: Path, mode: Mode, *, immutable: bool = False) -> sqlite3.Connection:
    """Open a database; ``immutable`` looks at the file as it lies, without locks and journal."""
    uri = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if immutable else ''}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 8 * MAX_EVENT)
    return _after(connection, *(f"PRAGMA {precaution}" for precaution in PRECAUTIONS))


def version_of(path: Path) -> schema.Format:
    """Return the format of an assessment file, without touching it.

    Raises AppError for a file that is too large, of another kind, or of a newer format.
    """
    check_size(path, MAX_ASSESSMENT_FILE)
    application, version = _head(path)
    if application != schema.APPLICATION_ID:
        raise _foreign(path)
    if version > schema.newest().version:
        raise AppError(
            _("“{name}” was written by a newer version of ActReady.").format(name=path.name),
            _("Install the newer version to open it. Nothing was changed."),
        )
    known = schema.format_of(version)
    if known is None:
        raise _foreign(path)
    return known


def _head(path: Path) -> tuple[int, int]:
    """Return the numbers of the application and of the format."""
    try:
        with closing(connect(path, "ro", immutable=True)) as connection:
            return _numbers(connection)
    except TROUBLE as error:
        if _name_of(error) == "SQLITE_NOTADB":
            raise _foreign(path) from error
    # Damaged, or half written by a program that died. SQLite takes back the latter on opening.
    with spoken(path), closing(connect_for_reading(path)) as connection:
        return _numbers(connection)


def _numbers(connection: sqlite3.Connection) -> tuple[int, int]:
    return schema.number(connection, "application_id"), schema.number(connection, "user_version")


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what it needs to take a change back."""
    real = path.resolve()
    return real.with_name(f"{real.name}-journal")


def can_write(path: Path) -> bool:
    """Tell whether the file, and the journal beside it, can be written."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Open a file that stays as it is, but for what a program that died left half done."""
    connection = connect(path, "rw" if can_write(path) else "ro")
    return _after(connection, "PRAGMA query_only = ON", "SELECT count(*) FROM sqlite_schema")


def connect_for_writing(path: Path) -> sqlite3.Connection:
    """Open a file and take the lock, which SQLite then keeps until the file is closed."""
    return _after(connect(path, "rw"), "BEGIN EXCLUSIVE", "COMMIT", "PRAGMA journal_mode = DELETE")


def _after(connection: sqlite3.Connection, *statements: str) -> sqlite3.Connection:
    """Return a connection after the statements, or close it where one of them fails."""
    try:
        for statement in statements:
            connection.execute(statement).fetchone()
    except TROUBLE:
        connection.close()
        raise
    return connection


def check_tables(connection: sqlite3.Connection, path: Path, version: schema.Format) -> None:
    """Raise DamagedFile where the tables are none of ours."""
    if not schema.has_exactly(connection, version):
        raise DamagedFile(path, _("Its tables are not those of an assessment."))


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Raise DamagedFile where SQLite finds a fault in the file."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _unreadable(path)


def rows(connection: sqlite3.Connection) -> Iterator[Row]:
    """Yield the stored events in order."""
    query = "SELECT number, at, kind, event, previous, digest FROM events ORDER BY number"
    for columns in connection.execute(query):
        yield Row(*columns)


@contextmanager
def spoken(path: Path) -> Iterator[None]:
    """Turn what SQLite says about ``path`` into a sentence."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a fault of this program, such as writing to a file it has closed
    except TROUBLE as error:
        raise _sentence(error, path) from error


def _sentence(error: Exception, path: Path) -> AppError:
    name = _name_of(error)
    if name == "SQLITE_FULL":
        return no_room(path)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return ComputerError(
            _("“{name}” is open in another window.").format(name=path.name),
            _("Close it there, then try again."),
        )
    if name.startswith("SQLITE_READONLY_"):  # a journal that has to be written back first
        return ComputerError(
            _("“{name}” was not closed properly, and cannot be written.").format(name=path.name),
            _("Copy it to a folder of your own together with “{name}-journal”.").format(
                name=path.name
            ),
        )
    if name == "SQLITE_READONLY":
        return unwritable(path)
    if name.startswith("SQLITE_CANTOPEN") and not path.exists():
        return missing(path)
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_NOMEM")):
        return ComputerError(
            _("“{path}” cannot be read or written: {reason}.").format(path=path, reason=error),
            _("Check the disk, or copy the file to another folder."),
        )
    return _unreadable(path)


def _name_of(error: Exception) -> str:
    """Return SQLite's name for an error, or nothing where Python itself found the fault."""
    return str(getattr(error, "sqlite_errorname", ""))


def _unreadable(path: Path) -> DamagedFile:
    return DamagedFile(path, _("A part of the file is not as it was written."))


def unwritable(path: Path) -> ComputerError:
    """Return the sentence for a change to a file that can only be read."""
    return ComputerError(
        _("“{name}” can only be read.").format(name=path.name),
        _("Save a copy in a folder of your own to go on with it."),
    )


def _foreign(path: Path) -> AppError:
    return AppError(
        _("“{name}” is no ActReady assessment.").format(name=path.name),
        _("Choose a file that ends in .actready, or an answers file (YAML or JSON)."),
    )
