# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The digest of the attached data as a QR code, drawn as one path of an SVG."""

from __future__ import annotations

from collections.abc import Iterable

from actready.report.context import QrCode

PREFIX = "SHA256:"
"""Begins what a code says. All letters are capitals, which QR codes hold in less space."""

_QUIET = 4


def qr_code(sha256: str) -> QrCode:
    """Return the code of a digest. A fifth of it can be covered and it still reads."""
    import segno

    made = segno.make(f"{PREFIX}{sha256.upper()}", error="q", micro=False)
    rows = tuple(tuple(map(bool, row)) for row in made.matrix)
    path = "".join(_row(number, row) for number, row in enumerate(rows))
    return QrCode(side=len(rows) + 2 * _QUIET, path=path)


def _row(number: int, modules: Iterable[bool]) -> str:
    """Return the dark modules of a row, those side by side as one bar."""
    drawn, begins = "", -1
    for column, dark in enumerate((*modules, False)):
        if dark and begins < 0:
            begins = column
        elif not dark and begins >= 0:
            width = column - begins
            drawn += f"M{begins + _QUIET} {number + _QUIET}h{width}v1h-{width}z"
            begins = -1
    return drawn
