# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looks at files that may be damaged: how far the record is intact, and what can be saved of it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from actready.errors import AppError
from actready.i18n import gettext as _
from actready.storage import schema
from actready.storage.assessment_file import write_new
from actready.storage.chain import AuditResult, Row, collect, result
from actready.storage.connection import (
    DamagedFile,
    check_pages,
    check_tables,
    connect_for_reading,
    rows,
    spoken,
    version_of,
)


def verify(path: Path) -> AuditResult:
    """Walk along the chain of a file and tell the first broken place.

    Raises AppError where the file is missing, locked, newer, or no assessment at all.
    """
    return result(*_intact(path))


def salvage(path: Path, target: Path) -> int:
    """Save the entries before the damage into a new file, and return how many they are.

    The damaged file stays as it is. Raises AppError where nothing is left, or ``target`` exists.
    """
    stored, _problem = _intact(path)
    if not stored:
        raise AppError(
            _("No entry of “{name}” can be saved.").format(name=path.name),
            _("Look for an older copy of the file."),
        )
    write_new(target, stored)
    return len(stored)


def _intact(path: Path) -> tuple[list[Row], str]:
    """Return the intact entries from the first on, and what is wrong after them."""
    if not schema.is_readable(version_of(path)):
        raise AppError(
            _("“{name}” has an older format.").format(name=path.name),
            _("Open it once in ActReady, which brings it to the present format."),
        )
    stored: list[Row] = []
    try:
        with spoken(path), closing(connect_for_reading(path)) as connection:
            check_tables(connection, path, schema.newest())
            problem = collect(rows(connection), stored)
            check_pages(connection, path)
    except DamagedFile as damaged:
        return stored, damaged.problem
    return stored, problem
