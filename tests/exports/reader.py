# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads workbooks by the standard (ISO/IEC 29500-1) alone, without the library that wrote them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree import ElementTree as Xml

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile("_x([0-9A-F]{4})_")


@dataclass(frozen=True)
class Page:
    """A sheet: its name, its XML, and its cells by kind and value."""

    name: str
    xml: Xml.Element
    rows: list[list[tuple[str, str]]]

    @property
    def heads(self) -> list[str]:
        return [value for _kind, value in self.rows[0]]

    def column(self, head: str) -> list[str]:
        place = self.heads.index(head)
        return [row[place][1] for row in self.rows[1:]]

    def days(self, head: str) -> list[date | str]:
        """Return a column of dates; numbers are days since 30 December 1899."""
        return [date(1899, 12, 30) + timedelta(int(one)) if one.isdigit() else one
                for one in self.column(head)]  # fmt: skip

    def find(self, path: str) -> Xml.Element:
        found = self.xml.find(path.replace("m:", MAIN))
        assert found is not None
        return found


def pages(data: bytes) -> dict[str, Page]:
    """Return the sheets of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        book = Xml.fromstring(packed.read("xl/workbook.xml"))
        shared = list(_strings(Xml.fromstring(packed.read("xl/sharedStrings.xml"))))
        names = [one.attrib["name"] for one in book.iter(f"{MAIN}sheet")]
        found = [
            _page(name, packed.read(f"xl/worksheets/sheet{number}.xml"), shared)
            for number, name in enumerate(names, 1)
        ]
    return {one.name: one for one in found}


def _strings(xml: Xml.Element) -> Iterator[str]:
    for one in xml.iter(f"{MAIN}si"):
        text = "".join(part.text or "" for part in one.iter(f"{MAIN}t"))
        yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _page(name: str, data: bytes, shared: list[str]) -> Page:
    xml = Xml.fromstring(data)
    rows = [[_cell(cell, shared) for cell in row] for row in xml.iter(f"{MAIN}row")]
    return Page(name, xml, rows)


def _cell(cell: Xml.Element, shared: list[str]) -> tuple[str, str]:
    assert cell.find(f"{MAIN}f") is None, "a formula"
    kind, value = cell.attrib.get("t", "n"), cell.findtext(f"{MAIN}v") or ""
    return (kind, shared[int(value)]) if kind == "s" else (kind, value)
