# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The duties as one table of text (CSV, RFC 4180), which opens in every spreadsheet program."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Final

from actready.exports.sheets import Cell, duties
from actready.report.context import ReportContext

#: What a spreadsheet program may take for the beginning of a formula, in wide letters too.
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table(context: ReportContext) -> bytes:
    """Return the table in UTF-8 with a byte order mark, without which Excel reads other letters."""
    sheet = duties(context)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([_harmless(title) for title, _width in sheet.columns])
    writer.writerows([_text(cell) for cell in row] for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    """Return a cell in one line, so that every row of the table is a line of the file."""
    if isinstance(cell, date):
        return cell.isoformat()
    return _harmless("; ".join(str(cell).split("\n")))


def _harmless(text: str) -> str:
    """Return a text that stays one: an apostrophe stands before what looks like a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
