# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writes exports to files: the end of the name chooses the format, and files appear whole."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final
from uuid import uuid4

from actready.errors import AppError
from actready.files import flush_folder, missing, replacing, told
from actready.i18n import gettext as _
from actready.report.context import ReportContext

CALENDAR: Final = ".ics"
WORKBOOK: Final = ".xlsx"
TABLE: Final = ".csv"
DOCUMENT: Final = ".docx"
PLANS: Final = (CALENDAR, WORKBOOK, TABLE)
"""The formats of the plan of work."""


def check_plan_name(target: Path) -> None:
    """Raise AppError where the end of the name is none of ``PLANS``."""
    if target.suffix.lower() not in PLANS:
        raise AppError(
            _("The name “{name}” does not tell the format.").format(name=target.name),
            _("End it with {suffixes}.").format(suffixes=", ".join(PLANS)),
        )


def save(context: ReportContext, target: Path) -> str:
    """Write an export in the format that the end of the name stands for.

    Returns the SHA-256 digest of the file. Raises AppError where it cannot be written.
    """
    check_place(target)
    data = _makers()[target.suffix.lower()](context)
    with replacing(target) as part, told(target):
        part.write_bytes(data)
    return _digest(data)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _makers() -> Mapping[str, Callable[[ReportContext], bytes]]:
    from actready.exports.calendar import calendar
    from actready.exports.document import document
    from actready.exports.table import table
    from actready.exports.workbook import workbook

    return {CALENDAR: calendar, WORKBOOK: workbook, TABLE: table, DOCUMENT: document}


def check_place(target: Path) -> None:
    """Raise AppError where no file of this name can be, before any work is done."""
    if not target.parent.is_dir():
        raise missing(target)
    if target.is_dir():
        raise AppError(
            _("“{path}” is a folder.").format(path=target), _("Add the name of a file to it.")
        )


def save_oscal(context: ReportContext, folder: Path) -> Mapping[Path, str]:
    """Write a new folder with OSCAL documents, and return their paths and SHA-256 digests.

    The folder appears when it is complete. Raises AppError where there is something of its name
    already, other than an empty folder, or nothing to write about.
    """
    from actready.exports.oscal import oscal_documents

    if not folder.parent.is_dir():
        raise missing(folder)
    with told(folder):
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    if taken:
        raise AppError(
            _("“{path}” exists already.").format(path=folder),
            _("Choose the name of a new folder, or empty this one."),
        )
    documents = oscal_documents(context)
    with told(folder):
        _put(folder, documents)
    return {folder / name: _digest(data) for name, data in documents.items()}


def _put(folder: Path, documents: Mapping[str, bytes]) -> None:
    part = folder.with_name(f".{folder.name[:40]}.{uuid4().hex[:8]}.part")
    part.mkdir()
    try:
        for name, data in documents.items():
            with replacing(part / name) as file:
                file.write_bytes(data)
        if folder.is_dir():
            folder.rmdir()
        part.rename(folder)
        flush_folder(folder.parent)
    finally:
        shutil.rmtree(part, ignore_errors=True)
