# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What differs between a report and the same report drawn anew, in words."""

from __future__ import annotations

import io
from typing import Final

from actready.i18n import gettext as _
from actready.report.objects import first_objects

_MOST_PAGES: Final = 12


def differences(report: bytes, drawn: bytes) -> tuple[str, ...]:
    """Name the parts of a report that are not as they were drawn; empty where none is.

    Only the file that was drawn here is interpreted; the other one is compared with it.
    """
    found, wanted = first_objects(report[: _end(report)]), first_objects(drawn)
    numbers = [number for number, body in wanted.items() if found.get(number) != body]
    numbers += [number for number in found if number not in wanted and len(found) < 2 * len(wanted)]
    if not numbers:
        return () if report.startswith(drawn) else (_("the frame of the file"),)
    return _names(numbers, drawn)


def _end(report: bytes) -> int:
    """Return where the first part of the file ends, before anything was appended to it."""
    at = report.find(b"%%EOF\n")
    return len(report) if at < 0 else at


def _names(numbers: list[int], drawn: bytes) -> tuple[str, ...]:
    pages, others = _parts(drawn)
    concerned = sorted({pages[one] for one in numbers if one in pages})
    named = [_("page {number}").format(number=one) for one in concerned[:_MOST_PAGES]]
    if len(concerned) > _MOST_PAGES:
        count = len(concerned) - _MOST_PAGES
        named.append(_("{count} more pages").format(count=count))
    rest = [others.get(one, _("fonts and drawings")) for one in numbers if one not in pages]
    if named:  # a page that grows moves what follows it; the table of places says nothing more
        rest = [one for one in rest if one != _frame()]
    return tuple(dict.fromkeys((*named, *rest)))


def _frame() -> str:
    return _("the frame of the file")


def _parts(drawn: bytes) -> tuple[dict[int, int], dict[int, str]]:
    """Return which object is the content of which page, and what the others are that have names."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(io.BytesIO(drawn))
    pages = {
        page.raw_get("/Contents").idnum: number
        for number, page in enumerate(
            (one.get_object() for one in reader.root["/Pages"]["/Kids"]), 1
        )
    }
    file = reader.root["/AF"][0]["/EF"].raw_get("/F").idnum
    others = {reader.root.raw_get("/Metadata").idnum: _("the metadata"), file: _("the data")}
    for number, body in first_objects(drawn).items():
        if b"/Type /ObjStm" in body[:200]:
            others[number] = _("the structure: bookmarks, links, tags")
        elif b"/Type /XRef" in body[:200]:
            others[number] = _frame()
    return pages, others
