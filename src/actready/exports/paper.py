# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A text document (DOCX) as its parts: headings, paragraphs, tables that can be read aloud.

Real styles throughout, so that whoever edits the document changes its look in one place.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import TYPE_CHECKING, Final

from actready.exports.words import clean, moment_of, one_line
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph

#: The inks of the report: accent and ink of ui/styles/tokens.json.
_ACCENT: Final = "1B4F8F"
_INK: Final = "18202D"
_LANGUAGES: Final = {"en": "en-GB"}
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_WIDTH: Final = 17.1
_LONGEST_DESCRIPTION: Final = 250

Row = Sequence[str]


class Paper:
    """Writes one document from its beginning to its end."""

    def __init__(self, title: str, author: str, language: str, issued: str) -> None:
        from docx import Document

        self._document = Document()
        self._chapters: list[str] = []
        self._contents: Paragraph | None = None
        self._set_properties(title, author, language, issued)
        self._set_styles(_LANGUAGES.get(language, language))
        self._set_page()

    def data(self) -> bytes:
        """Return the document. The same parts give the same bytes."""
        self._fill_contents()
        stream = io.BytesIO()
        self._document.save(stream)
        return _without_time(stream.getvalue())

    def title(self, text: str, under: str) -> None:
        """Write the title of the document and the line over it."""
        self._document.add_paragraph(clean(under), "Subtitle")
        self._document.add_paragraph(one_line(text), "Title")

    def chapter(self, text: str) -> None:
        """Begin a chapter on a new page."""
        self._chapters.append(one_line(text))
        self._document.add_heading(one_line(text), 1)

    def section(self, text: str) -> None:
        """Begin a section of a chapter."""
        self._document.add_heading(one_line(text), 2)

    def subsection(self, text: str) -> None:
        """Begin a part of a section."""
        self._document.add_heading(one_line(text), 3)

    def text(self, text: str, *, strong: str = "") -> None:
        """Write a paragraph, of which ``strong`` is the beginning."""
        if not (text or strong):
            return
        paragraph = self._document.add_paragraph()
        if strong:
            paragraph.add_run(f"{clean(strong)} ").bold = True
        paragraph.add_run(clean(text))

    def bullets(self, texts: Iterable[str]) -> None:
        """Write a list."""
        for text in texts:
            self._document.add_paragraph(clean(text), "List Bullet")

    def contents(self, title: str) -> None:
        """Leave the place of the contents; Word adds page numbers when it updates the field."""
        self._document.add_paragraph(one_line(title), "TOC Heading")
        self._contents = self._document.add_paragraph()

    def table(self, name: str, heads: Row, rows: Iterable[Row], widths: Sequence[int]) -> None:
        """Write a table, whose first row is repeated on each page; nothing without rows.

        ``widths`` are shares of the page. ``name`` says to screen readers what the table holds.
        """
        found = list(rows)
        if not found:
            return
        table = self._document.add_table(1, len(heads), "Table Grid")
        table.autofit = False
        _describe(table, name, heads)
        _fill(table.rows[0], heads, head=True)
        _repeat(table.rows[0])
        for row in found:
            _fill(table.add_row(), row)
        _set_widths(table, widths)
        self._document.add_paragraph()

    def _set_properties(self, title: str, author: str, language: str, issued: str) -> None:
        moment = moment_of(issued).astimezone(UTC).replace(tzinfo=None)
        own = self._document.core_properties
        own.title, own.author = one_line(title, 255), one_line(author, 255)
        own.language, own.subject = language, _("Readiness report")
        own.comments = own.keywords = ""
        own.last_modified_by = one_line(author, 255)
        own.created = own.modified = moment

    def _set_styles(self, language: str) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        styles = self._document.styles
        lang = styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
        lang.set(qn("w:val"), language)
        normal = styles["Normal"]
        normal.font.size = Pt(10)
        normal.paragraph_format.space_after = Pt(4)
        for name, size, ink in (
            ("Title", 26, _INK), ("Subtitle", 12, _ACCENT), ("Heading 1", 18, _ACCENT),
            ("Heading 2", 13, _INK), ("Heading 3", 11, _INK),
        ):  # fmt: skip
            font = styles[name].font
            font.size, font.color.rgb = Pt(size), RGBColor.from_string(ink)
        styles["Heading 1"].paragraph_format.page_break_before = True

    def _set_page(self) -> None:
        from docx.shared import Cm

        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(1.9), Cm(2)
        section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)

    def running(self, head: str, foot: str) -> None:
        """Write what stands at the head and at the foot of every page."""
        section = self._document.sections[0]
        section.header.paragraphs[0].add_run(one_line(head))
        paragraph = section.footer.paragraphs[0]
        paragraph.add_run(f"{one_line(foot)}    ")
        _field(paragraph, "PAGE", "1")

    def _fill_contents(self) -> None:
        """Put the chapters into a field, so that they can be read before it is updated."""
        if self._contents is None or not self._chapters:
            return
        first = self._contents
        _mark(first, "begin")
        _instruct(first, 'TOC \\o "1-1" \\h \\z \\u')
        _mark(first, "separate")
        after = first
        for place, chapter in enumerate(self._chapters):
            if place:
                after = _paragraph_after(after)
            after.add_run(chapter)
        _mark(after, "end")


def _fill(row: _Row, texts: Row, *, head: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.paragraphs[0].add_run(clean(text)).bold = head or None
    _keep_together(row)


def _set_widths(table: Table, widths: Sequence[int]) -> None:
    from docx.shared import Cm

    shares = [Cm(_WIDTH * one / sum(widths)) for one in widths]
    for column, width in zip(table.columns, shares, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, shares, strict=True):
            cell.width = width


def _describe(table: Table, name: str, heads: Row) -> None:
    """Give a table its alternative text (ISO/IEC 29500-1, 17.4.62 and 17.4.41)."""
    text = _("Columns: {columns}").format(columns=", ".join(heads))
    for tag, value in (("w:tblCaption", name), ("w:tblDescription", text)):
        table._tbl.tblPr.append(_element(tag, val=one_line(value, _LONGEST_DESCRIPTION)))


def _repeat(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))


def _keep_together(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(_element("w:cantSplit", val="true"))


def _field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    _mark(paragraph, "begin")
    _instruct(paragraph, instruction)
    _mark(paragraph, "separate")
    paragraph.add_run(shown)
    _mark(paragraph, "end")


def _mark(paragraph: Paragraph, kind: str) -> None:
    paragraph.add_run()._r.append(_element("w:fldChar", fldCharType=kind))


def _instruct(paragraph: Paragraph, instruction: str) -> None:
    element = _element("w:instrText")
    element.text = instruction
    paragraph.add_run()._r.append(element)


def _paragraph_after(paragraph: Paragraph) -> Paragraph:
    from docx.text.paragraph import Paragraph

    element = _element("w:p")
    paragraph._p.addnext(element)
    return Paragraph(element, paragraph._parent)


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _without_time(data: bytes) -> bytes:
    """Return a document without the time at which it was packed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as packed,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in packed.namelist():
            made.writestr(zipfile.ZipInfo(name, _EARLIEST), packed.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
