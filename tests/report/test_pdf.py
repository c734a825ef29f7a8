# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The finished PDF, opened with libraries that had no part in making it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.report.conftest import drawn
from tests.report.example import DATA, OPEN, SOLD, context

from actready.errors import AppError
from actready.report.attachment import read_attachment
from actready.report.engine import draw, with_known_letters
from actready.report.job import job_for


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def text(pdf: bytes) -> str:
    return " ".join(" ".join(pages(pdf)).split())


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from elements(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from elements(node.get("/K", pikepdf.Array()))


def bookmarks(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [mark.get_title() for mark in document.get_toc()]


def test_that_the_document_is_tagged_and_has_a_language_and_a_title(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "en"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert str(document.docinfo["/Title"]) == "Firma X · Readiness report"
        metadata = bytes(root.Metadata.read_bytes())
    assert b'pdfaid:part="3"' in metadata
    assert b'pdfaid:conformance="A"' in metadata
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_that_every_table_header_has_a_scope(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = [one for one in elements(document.Root.StructTreeRoot.K) if one.S == "/TH"]
        scopes = [str(one.A.get("/Scope")) for one in found]
    assert len(scopes) > 20
    assert set(scopes) == {"/Column", "/Row"}


def test_that_bookmarks_number_the_chapters(pdf: bytes) -> None:
    marks = bookmarks(pdf)
    assert "1 Summary for management" in marks
    assert "2 Red: role and reasons" in marks
    assert "Chain of reasons" in marks


def test_that_pages_have_heads_and_numbers_but_the_cover_is_bare(pdf: bytes) -> None:
    found = pages(pdf)
    assert 8 <= len(found) <= 16
    assert "Page 1 of" not in found[0]
    for number, page in enumerate(found[1:], start=2):
        assert f"Page {number} of {len(found)}" in page
        assert "Firma X · Readiness report" in page
        assert "Law as of 23 November 2026" in page


def test_that_the_cover_names_every_subject_with_its_role_and_every_unknown(pdf: bytes) -> None:
    cover = " ".join(pages(pdf)[0].split())
    assert "Red Seller Established" in cover
    assert "Blue Host Established" in cover
    assert "Grey Role undetermined Undetermined: 1 answer decides" in cover
    assert "Not covered by this edition: AI Act" in cover


def test_that_notes_unknowns_and_the_record_can_be_read(pdf: bytes) -> None:
    whole = text(pdf)
    assert "One court counts firms as clubs." in whole
    assert "I don’t know" in whole
    assert " ".join(["abababab"] * 8) in whole
    assert "7 entries, chain intact" in whole


def test_that_letters_without_a_drawing_become_boxes_and_others_stay(hostile_pdf: bytes) -> None:
    whole = text(hostile_pdf)
    assert "Œuvre ŽŁ Ελλάδα България <b>&</b> □□ □" in whole
    assert with_known_letters("<p>a公</p>\n", frozenset("<p>a/")) == "<p>a□</p>\n"


def test_that_nothing_stands_outside_the_margins(hostile_pdf: bytes) -> None:
    with pypdfium2.PdfDocument(hostile_pdf) as document:
        for page in document:
            width, _height = page.get_size()
            boxes = [one.get_bounds() for one in page.get_objects() if one.type == 1]
            assert min(left for left, *_rest in boxes) >= 56
            assert max(right for _left, _bottom, right, _top in boxes) <= width - 53


def test_that_the_attachment_is_the_data_and_says_what_it_is(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        (name,) = document.attachments
        assert name == "assessment.json"
        assert document.attachments[name].get_file().read_bytes() == DATA
        (described,) = document.Root.AF
        assert str(described.AFRelationship) == "/Data"
    assert read_attachment(pdf) == DATA


def test_that_the_same_report_gives_the_same_bytes_and_another_does_not(pdf: bytes) -> None:
    again = drawn(context(SOLD, OPEN))
    assert again == drawn(context(SOLD, OPEN))
    assert again != pdf


def test_that_the_dates_inside_are_those_of_the_record(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.docinfo["/CreationDate"]) == "D:20261122080530+00'00"
    assert not re.search(rb"D:(?!20261122080530)\d{14}", pdf)


def test_that_the_progress_speaks_of_pages_and_of_the_end() -> None:
    said: list[str] = []
    draw(job_for(context(SOLD), Path("report.pdf"), DATA), said.append)
    assert said[0] == "Laying out the pages"
    assert "Laying out page 2" in said
    assert said[-1] == "Writing the PDF"


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (b"", "no data"),
        (b"%PDF-1.7\n%%EOF", "no data"),
        (b"%PDF-1.7\n1 0 obj\n<</Type /EmbeddedFile /Length 4>>\nstream\nabcd", "damaged"),
        (
            b"%PDF-1.7\n1 0 obj\n<</Type /EmbeddedFile /Length 4 /Size 5>>\nstream\nabcd",
            "damaged",
        ),
        (
            b"%PDF-1.7\n1 0 obj\n<</Filter /FlateDecode /Type /EmbeddedFile /Length 4 /Size 4>>\n"
            b"stream\nabcd",
            "damaged",
        ),
        (
            b"%PDF-1.7\n1 0 obj\n<</Type /EmbeddedFile /Length 4 /Size 999999999>>\nstream\nabcd",
            "damaged",
        ),
    ],
)
def test_that_a_file_without_whole_data_is_refused_in_a_sentence(broken: bytes, says: str) -> None:
    with pytest.raises(AppError, match=says):
        read_attachment(broken)


def test_that_data_is_read_whether_packed_or_not() -> None:
    plain = b"%PDF-1.7\n1 0 obj\n<</Type /EmbeddedFile /Length 4 /Size 4>>\nstream\nabcd\nendstream"
    assert read_attachment(plain) == b"abcd"
