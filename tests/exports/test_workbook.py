# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The workbook and the table: what stands in which cell, and that a text stays a text."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from tests.exports.example import DONE, HOSTILE, PLANNED, SOLD, hostile, made, planned, usual
from tests.exports.reader import MAIN, pages
from tests.report.example import LENT, OPEN

from actready.exports.table import FORMULA, table
from actready.exports.words import LONGEST
from actready.exports.workbook import workbook
from actready.report.context import ReportContext
from actready.report.context_acts import OpenGroup


def rows(context: ReportContext) -> list[dict[str, str]]:
    text = table(context).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_that_there_are_four_sheets() -> None:
    assert list(pages(workbook(usual()))) == ["Duties", "Order of work", "Results", "Answers"]


def test_that_a_duty_stands_in_a_row_with_its_plan() -> None:
    context = made(planned(SOLD, papers=PLANNED))
    first = [value for _kind, value in pages(workbook(context))["Duties"].rows[1]]
    assert first[:4] == ["Kite Act", "Red", "Carry papers", "Unknown"]
    assert first[5:9] == ["Yes", "Kite Art. 9", "Kite Art. 20", "Ann"]
    assert first[10:] == ["No", "6 to 10", "Ask the printer.", "", "A folder"]


def test_that_dates_are_dates() -> None:
    page = pages(workbook(made(planned(SOLD, papers=PLANNED, flag=DONE))))["Duties"]
    assert page.days("Applies from") == [date(2026, 9, 11), date(2027, 6, 1)]
    assert page.days("Due") == [date(2027, 1, 31), date(2026, 12, 1)]
    assert page.days("Done") == ["No", date(2026, 11, 20)]


def test_that_what_may_apply_is_said_to_be_so_and_is_never_in_force() -> None:
    page = pages(workbook(made(OPEN)))["Duties"]
    assert page.column("Status") == ["May apply"] * 3
    assert page.column("In force") == ["No"] * 3


def test_that_a_plan_for_what_is_no_duty_is_kept() -> None:
    page = pages(workbook(made(planned(LENT, papers=PLANNED))))["Duties"]
    assert page.column("Duty") == ["Keep a log", "Carry papers"]
    assert page.column("Status") == ["Unknown", "No duty at present"]
    assert page.column("Owner") == ["", "Ann"]


def test_that_what_the_register_leaves_out_is_listed_where_there_is_a_plan_for_it() -> None:
    context = made(planned(OPEN, papers=PLANNED))
    (subject,) = context.subjects
    unlisted = replace(context, subjects=(replace(subject, register=()),))
    page = pages(workbook(unlisted))["Duties"]
    assert page.column("Duty") == ["Carry papers"]


def test_that_bans_tiers_and_open_matters_stand_among_the_results() -> None:
    context = made(OPEN)
    (subject,) = context.subjects
    (result,) = subject.results
    tier = replace(result.undecided[0], title="Banned", group="", sign="prohibited")
    wider = replace(result, tiers=(tier,), open_groups=(OpenGroup("Annex", 4, 2),))
    shown = replace(context, subjects=(replace(subject, results=(wider,)),))
    page = pages(workbook(shown))["Results"]
    found = dict(zip(page.column("Finding"), page.column("Status"), strict=True))
    assert (found["Banned"], found["Annex"]) == ("Prohibited practice", "Undetermined")
    assert "4 results are still possible; 2 answers decide." in page.column("Meaning")


def test_that_the_order_of_work_is_numbered_for_each_subject() -> None:
    page = pages(workbook(usual()))["Order of work"]
    found = zip(page.column("Subject"), page.column("No."), page.column("Duty"), strict=True)
    assert list(found) == [
        ("Red", "1", "Carry papers"), ("Red", "2", "Fly a flag"), ("Blue", "1", "Keep a log"),
    ]  # fmt: skip
    assert page.column("Act") == ["Kite Act"] * 3


def test_that_results_tell_established_undetermined_and_ruled_out() -> None:
    page = pages(workbook(made(SOLD, OPEN)))["Results"]
    found = dict(zip(zip(page.column("Subject"), page.column("Finding"), strict=True),
                     page.column("Status"), strict=True))  # fmt: skip
    assert found["Red", "Role: Seller"] == "Established"
    assert found["Red", "Host"] == "Ruled out"
    assert found["Grey", "Role: Seller"] == "Undetermined"
    assert found["Firma X", "Size: Small"] == "Established"


def test_that_answers_stand_with_their_notes_and_an_unknown_stays_unknown() -> None:
    page = pages(workbook(made(SOLD, OPEN)))["Answers"]
    found = dict(zip(zip(page.column("Subject"), page.column("Identifier"), strict=True),
                     zip(page.column("Answer"), page.column("State"), page.column("Note"),
                         strict=True), strict=True))  # fmt: skip
    assert found["Red", "kite.given"] == ("It is sold", "Answered", "See the till.")
    assert found["Grey", "kite.given"] == ("I don’t know", "I don’t know", "")
    assert found["Firma X", "org.club"][0] == "Yes"


def test_that_every_sheet_is_ready_to_filter_and_to_print() -> None:
    data = workbook(usual())
    for page in pages(data).values():
        assert page.find("m:sheetViews/m:sheetView/m:pane").attrib["state"] == "frozen"
        assert page.find("m:autoFilter").attrib["ref"].startswith("A1:")
        assert page.find("m:sheetPr/m:pageSetUpPr").attrib["fitToPage"] == "1"
        setup = page.find("m:pageSetup").attrib
        assert (setup["orientation"], setup["fitToHeight"]) == ("landscape", "0")
        columns = [one.attrib for one in page.xml.iter(f"{MAIN}col")]
        assert {one["customWidth"] for one in columns} == {"1"}
        assert int(columns[-1]["max"]) == len(page.heads)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        book = packed.read("xl/workbook.xml").decode()
    assert book.count("_xlnm.Print_Titles") == 4


def test_that_a_workbook_without_subjects_is_whole() -> None:
    found = pages(workbook(made()))
    assert len(found["Duties"].rows) == len(found["Order of work"].rows) == 1
    assert rows(made()) == []


def test_that_no_cell_is_a_formula_a_link_or_lost() -> None:
    data = workbook(hostile())
    found = pages(data)  # the reader refuses formulas
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert not [name for name in packed.namelist() if "externalLink" in name]
        assert not any(b"hyperlink" in packed.read(name) for name in packed.namelist())
    notes = found["Duties"].column("Note")
    kinds = {kind for page in found.values() for row in page.rows for kind, _value in row}
    assert kinds == {"s", "n"}
    assert HOSTILE[0] in notes
    assert "x" * 10_000 in notes
    assert "<script>alert(1)</script> &amp; ]]> <?xml?>" in notes
    assert "_x0041_ {organisation} {{ 7*7 }} %s" in notes
    assert "right to left mark" in notes


def test_that_a_text_that_looks_like_a_formula_is_marked_as_a_text() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(hostile()))) as packed:
        assert b'quotePrefix="1"' in packed.read("xl/styles.xml")
    with zipfile.ZipFile(io.BytesIO(workbook(usual()))) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet


def test_that_a_text_longer_than_a_cell_is_cut_where_one_can_see_it() -> None:
    context = made(planned(SOLD, papers=PLANNED.model_copy(update={"note": "y" * 20_000})))
    (note, _other) = pages(workbook(context))["Duties"].column("Note")
    assert note == "y" * (LONGEST - 1) + "…"


@pytest.mark.parametrize("write", [workbook, table])
def test_that_the_same_context_gives_the_same_bytes(write: object) -> None:
    assert callable(write)
    assert write(usual()) == write(usual())


def test_that_an_ampersand_in_a_name_is_no_command_of_the_page_head() -> None:
    head = pages(workbook(made(SOLD, name="A&B &P")))["Duties"].find("m:headerFooter/m:oddHeader")
    assert head.text == "&L A&&B &&P&RDuties"


def test_that_the_table_begins_with_a_mark_for_spreadsheet_programs() -> None:
    assert table(usual()).startswith(b'\xef\xbb\xbf"Act","Subject"')


def test_that_the_table_has_a_line_for_each_duty() -> None:
    context = made(planned(SOLD, papers=PLANNED))
    found = rows(context)
    assert [one["Duty"] for one in found] == ["Carry papers", "Fly a flag"]
    assert found[0]["Due"] == "2027-01-31"
    assert table(context).count(b"\r\n") == 3


def test_that_nothing_in_the_table_begins_like_a_formula() -> None:
    found = rows(hostile())
    assert len(found) == 2 * len(HOSTILE)
    assert not [cell for row in found for cell in row.values() if cell.startswith(FORMULA)]
    assert "'" + HOSTILE[0] in {row["Note"] for row in found}
    assert "'" + HOSTILE[1] in {row["Subject"] for row in found}


def test_that_wide_signs_and_a_hidden_tab_begin_no_formula_either() -> None:
    owners = {row["Owner"] for row in rows(hostile())}
    assert {"'＝1+1", "'=1+1", "'-2+3+cmd|' /C calc'!A0"} <= owners


def test_that_a_context_without_a_record_is_written_too() -> None:
    assert pages(workbook(replace(usual(), record=None)))["Duties"].rows
