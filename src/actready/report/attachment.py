# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the data of an assessment back out of a report that this program made."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import Final

from actready.errors import AppError
from actready.files import read_limited, told
from actready.i18n import gettext as _

MAX_REPORT: Final = 200_000_000
"""Bytes of a report that is read."""

MAX_ATTACHMENT: Final = 50_000_000
_PDF: Final = b"%PDF-"
_OBJECT = re.compile(
    rb"\d+ 0 obj\s*(<<(?:(?!endobj|stream\n).){0,2000}?/Type ?/EmbeddedFile"
    rb"(?:(?!endobj|stream\n).){0,2000}?>>)\s*stream\r?\n",
    re.DOTALL,
)
_LENGTH = re.compile(rb"/Length (\d{1,9})")
_SIZE = re.compile(rb"/Size (\d{1,9})")


def is_report(path: Path) -> bool:
    """Tell whether this is a PDF, by how it begins."""
    if not path.is_file():
        return False
    with told(path), path.open("rb") as stream:
        return stream.read(len(_PDF)) == _PDF


def answers_in(path: Path, limit: int) -> bytes:
    """Return an answers file of at most ``limit`` bytes, or the one inside a report."""
    if is_report(path):
        return read_attachment(read_limited(path, MAX_REPORT))
    return read_limited(path, limit)


def read_attachment(pdf: bytes) -> bytes:
    """Return the data attached to a report, without any PDF library.

    Works on reports as this program writes them; one that another program saved anew may keep its
    attachment where this reader does not look. Raises AppError where there is no data or too much.
    """
    found = _OBJECT.search(pdf) if pdf.startswith(b"%PDF-") else None
    if found is None:
        raise AppError(
            _("This file holds no data of an assessment."),
            _("Choose a report as ActReady wrote it, not one that was printed or saved anew."),
        )
    length, size = _number(_LENGTH, found[1]), _number(_SIZE, found[1])
    stream = pdf[found.end() : found.end() + length]
    data = _inflated(stream) if b"/FlateDecode" in found[1] else stream
    if size > MAX_ATTACHMENT or len(data) != size:
        raise _damaged()
    return data


def _number(pattern: re.Pattern[bytes], dictionary: bytes) -> int:
    found = pattern.search(dictionary)
    if found is None:
        raise _damaged()
    return int(found[1])


def _inflated(stream: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        return unpacker.decompress(stream, MAX_ATTACHMENT + 1)
    except zlib.error as error:
        raise _damaged() from error


def _damaged() -> AppError:
    return AppError(
        _("The data inside this report is damaged."), _("Ask for the file of the assessment.")
    )
