# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of work as a workbook (XLSX): four sheets to filter, to print and to work with."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, date
from typing import TYPE_CHECKING, Final

from actready.exports.sheets import Cell, Sheet, sheets
from actready.exports.table import FORMULA
from actready.exports.words import moment_of, one_line
from actready.i18n import gettext as _
from actready.report.context import ReportContext

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

#: Nothing that somebody wrote may become a formula, a link or a number.
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_A4: Final = 9
_LONGEST_HEAD: Final = 80


def workbook(context: ReportContext) -> bytes:
    """Return the workbook. The same context gives the same bytes."""
    from xlsxwriter.workbook import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, dict(_OPTIONS))
    name = one_line(context.organisation)
    book.set_properties(
        {
            "title": _("Plan of work: {organisation}").format(organisation=name),
            "author": name,
            "created": moment_of(context.issued).astimezone(UTC).replace(tzinfo=None),
        }
    )
    formats = _formats(book)
    for sheet in sheets(context):
        _write(book.add_worksheet(sheet.title), sheet, formats)
        _prepare_print(book.worksheets()[-1], sheet, context)
    book.close()
    return stream.getvalue()


def _formats(book: Workbook) -> Mapping[str, Format]:
    common = {"valign": "top", "text_wrap": True, "bottom": 4, "bottom_color": "#7B7870"}
    head = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2}
    return {
        "head": book.add_format({**head, "bg_color": "#EEECE6"}),
        "text": book.add_format(common),
        "day": book.add_format({**common, "num_format": "yyyy-mm-dd", "align": "left"}),
        "quoted": book.add_format({**common, "quote_prefix": True}),
    }


def _write(page: Worksheet, sheet: Sheet, formats: Mapping[str, Format]) -> None:
    for place, (title, width) in enumerate(sheet.columns):
        page.set_column(place, place, width)
        page.write_string(0, place, title, formats["head"])
    for number, row in enumerate(sheet.rows, 1):
        for place, cell in enumerate(row):
            _write_cell(page, number, place, cell, formats)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)


def _write_cell(
    page: Worksheet, row: int, column: int, cell: Cell, formats: Mapping[str, Format]
) -> None:
    """Write a cell as what it is. A text is never looked at, so it cannot become a formula.

    One that begins like a formula is marked as a text as well, so that editing it changes nothing.
    """
    if isinstance(cell, date):
        page.write_datetime(row, column, cell, formats["day"])
    elif isinstance(cell, int):
        page.write_number(row, column, cell, formats["text"])
    else:
        kind = "quoted" if cell.startswith(FORMULA) else "text"
        page.write_string(row, column, cell, formats[kind])


def _prepare_print(page: Worksheet, sheet: Sheet, context: ReportContext) -> None:
    name = one_line(context.organisation, _LONGEST_HEAD).replace("&", "&&")
    title = sheet.title.replace("&", "&&")
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_header(f"&L {name}&R{title}")
    law = _("Law as of {day}").format(day=context.as_of)
    page.set_footer(f"&L{law}&R&P / &N")
