# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text document: styles, tables that can be read aloud, and the sections of the PDF."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import docx
from docx.document import Document
from docx.oxml.ns import qn
from tests.exports.example import HOSTILE, PLANNED, SOLD, harmful, hostile, made, planned, usual
from tests.report.example import LENT, OPEN

from actready.exports.document import document
from actready.report.context import ReportContext
from actready.report.context_acts import Ban, OpenGroup, OpenSourceLine


def read(context: ReportContext) -> Document:
    return docx.Document(io.BytesIO(document(context)))


def headings(found: Document, level: int) -> list[str]:
    return [one.text for one in found.paragraphs if one.style.name == f"Heading {level}"]  # type: ignore[union-attr]


def words(found: Document) -> str:
    cells = (cell.text for table in found.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(one.text for one in found.paragraphs), *cells))


def test_that_it_has_the_chapters_of_the_report() -> None:
    assert headings(read(made(planned(SOLD, papers=PLANNED))), 1) == [
        "Summary for management",
        "Red: role and reasons",
        "Red: duties that follow",
        "Red: plan of work",
        "What is not known",
        "Answers and notes",
        "Legal basis, method and limits",
        "Record and how to verify it",
    ]


def test_that_the_chapters_can_be_read_in_the_contents_before_a_field_is_updated() -> None:
    found = read(usual())
    body = found.element.body.xml
    assert body.index('w:fldCharType="begin"') < body.index("TOC ") < body.index("Blue: role")
    listed = [one.text for one in found.paragraphs]
    for chapter in headings(found, 1):
        assert listed.count(chapter) == 2


def test_that_it_says_what_the_context_says() -> None:
    text = words(read(usual()))
    for part in (
        "Firma X is the seller of Red.", "Papers follow.", "Carry papers", "Keep them dry.",
        "Owner: Ann · Due: 31 Jan 2027 · Own estimate: 6 to 10 hours", "Ask the printer.",
        "Marked done on 20 Nov 2026", "One court counts firms as clubs.",
        "Ask the keeper of kite.given.", "Note: See the till.", "Regulation (EU) 2025/1",
        "ab" * 32, "Intact: every entry fits the one before", "Self-assessment, no legal advice",
    ):  # fmt: skip
        assert part in text + read(usual()).sections[0].footer.paragraphs[0].text, part


def test_that_no_heading_skips_a_level_and_all_styles_are_real() -> None:
    found = read(usual())
    known = {style.name for style in found.styles}
    levels = [0]
    for one in found.paragraphs:
        assert one.style is not None
        assert one.style.name in known
        if (one.style.name or "").startswith("Heading "):
            levels.append(int((one.style.name or "")[-1]))
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_that_each_table_repeats_its_head_and_says_what_it_holds() -> None:
    for table in read(usual()).tables:
        head = table.rows[0]._tr.trPr
        assert head is not None
        assert head.find(qn("w:tblHeader")) is not None
        for tag in ("w:tblCaption", "w:tblDescription"):
            said = table._tbl.tblPr.find(qn(tag))
            assert said is not None
            assert said.get(qn("w:val"))
        for row in table.rows:
            assert row._tr.trPr is not None
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None


def test_that_title_language_and_date_are_those_of_the_report() -> None:
    found = read(usual())
    own = found.core_properties
    assert own.title == "Readiness report: Firma X"
    assert own.language == "en"
    assert own.created is not None
    assert own.created.replace(tzinfo=None) == datetime(2026, 11, 22, 8, 5, 30)
    lang = found.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert lang is not None
    assert lang.get(qn("w:val")) == "en-GB"


def test_that_an_open_role_stays_open() -> None:
    text = words(read(made(OPEN)))
    assert "Unknown stays unknown: no role and no exemption is taken for granted." in text
    assert "May apply" in text


def test_that_an_answers_file_and_an_empty_assessment_give_a_document_too() -> None:
    assert "keeps no record" in words(read(replace(usual(), record=None)))
    assert "No product or project has been added" in words(read(made()))


def test_that_two_acts_of_one_subject_have_chapters_of_their_own() -> None:
    context = made(LENT)
    (subject,) = context.subjects
    other = replace(subject.results[0], act="Boat Act", id="boats")
    both = replace(context, subjects=(replace(subject, results=(*subject.results, other)),))
    chapters = headings(read(both), 1)
    assert "Blue, Kite Act: role and reasons" in chapters
    assert "Blue, Boat Act: duties that follow" in chapters


def test_that_bans_tiers_and_open_source_are_told() -> None:
    context = made(OPEN)
    (subject,) = context.subjects
    (result,) = subject.results
    wider = replace(
        result,
        ban=Ban("Prohibited since 2025", "Stop it.", ("Kite Art. 5",)),
        tiers=(replace(result.undecided[0], sign="prohibited", sentence="Red is banned."),),
        open_source=(OpenSourceLine("excluded", "Open model", ("No weights.",), ()),),
        open_groups=(OpenGroup("Annex", 4, 2),),
    )
    seen = replace(subject, results=(wider,), unlisted=("Kite: 9 duties may apply.",))
    text = words(read(replace(context, subjects=(seen,))))
    for part in ("Stop it.", "Red is banned.", "No weights.", "4 results are still possible",
                 "Kite: 9 duties may apply."):  # fmt: skip
        assert part in text, part


def test_that_hostile_texts_stay_texts_in_their_cells() -> None:
    found = read(hostile())
    text = words(found)
    assert HOSTILE[0] in text
    assert "x" * 10_000 in text
    assert "<script>alert(1)</script> &amp; ]]> <?xml?>" in text
    assert not harmful(text)
    assert "w:hyperlink" not in found.element.body.xml
    assert all(len(row.cells) == len(table.columns) for table in found.tables for row in table.rows)


def test_that_the_same_context_gives_the_same_bytes() -> None:
    assert document(usual()) == document(usual())


def test_that_plans_for_what_is_no_duty_and_doubts_about_the_law_are_told() -> None:
    # One court counts firms as clubs: the host of Blue rests on that, and a plan for papers stays.
    text = words(read(made(planned(LENT, papers=PLANNED))))
    for part in (
        "Other plans",
        "Kept as written.",
        "Not settled: One court counts firms as clubs.",
    ):
        assert part in text
