# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of work, the text document and OSCAL from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.driver import SAMPLE, actready, answers_file, assessment_file, sold_program


@pytest.mark.parametrize(
    ("name", "begins"),
    [("plan.ics", b"BEGIN:VCALENDAR\r\n"), ("plan.xlsx", b"PK"), ("plan.csv", b"\xef\xbb\xbf")],
)
def test_that_a_plan_is_written_and_its_digest_told(
    tmp_path: Path, name: str, begins: bytes
) -> None:
    made = actready("plan", SAMPLE, "-o", tmp_path / name)
    assert (made.status, made.out) == (0, "")
    assert made.err.startswith(f"{tmp_path / name}: SHA-256 ")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_that_the_plan_of_the_sample_holds_what_was_planned(tmp_path: Path) -> None:
    actready("plan", SAMPLE, "-o", tmp_path / "plan.ics")
    text = (tmp_path / "plan.ics").read_bytes().decode().replace("\r\n ", "")
    due = "Due: Send an early warning within 24 hours\\, Backup suite A"
    assert f"SUMMARY:{due}\r\nDTSTART;VALUE=DATE:20270131" in text


def test_that_another_end_of_the_name_is_refused(tmp_path: Path) -> None:
    refused = actready("plan", SAMPLE, "-o", tmp_path / "plan.txt")
    assert (refused.status, refused.out) == (2, "")
    assert "End it with .ics, .xlsx, .csv." in refused.err
    assert list(tmp_path.iterdir()) == []


def test_that_the_report_is_a_text_document_where_the_name_says_so(tmp_path: Path) -> None:
    file = assessment_file(tmp_path, *sold_program())
    made = actready("report", file, "-o", tmp_path / "report.docx")
    assert (made.status, made.out) == (0, "")
    assert (tmp_path / "report.docx").read_bytes().startswith(b"PK")


def test_that_the_report_is_no_json_and_who_asks_learns_what_is(tmp_path: Path) -> None:
    refused = actready("report", SAMPLE, "-o", tmp_path / "report.json")
    assert refused.status == 2
    assert "evaluate FILE --format json" in refused.err
    assert list(tmp_path.iterdir()) == []


def test_that_oscal_fills_a_new_folder(tmp_path: Path) -> None:
    folder = tmp_path / "oscal"
    made = actready("export", SAMPLE, "--format", "oscal", "-o", folder)
    assert (made.status, made.out) == (0, "")
    assert made.err.count("SHA-256") == 2
    for path in folder.iterdir():
        (document,) = json.loads(path.read_text("utf-8")).values()
        assert document["metadata"]["title"].endswith(": Company Z")


def test_that_oscal_needs_a_folder(tmp_path: Path) -> None:
    refused = actready("export", SAMPLE, "--format", "oscal")
    assert (refused.status, refused.out) == (2, "")
    assert "Name a new folder" in refused.err
    taken = actready("export", SAMPLE, "--format", "oscal", "-o", tmp_path.parent)
    assert (taken.status, taken.out) == (1, "")


def test_that_an_assessment_without_subjects_says_what_is_missing(tmp_path: Path) -> None:
    empty = answers_file(tmp_path, "format: 1\norganisation: {name: Harbour}\nsubjects: []\n")
    refused = actready("export", empty, "--format", "oscal", "-o", tmp_path / "oscal")
    assert refused.status == 1
    assert "Add one, then export again." in refused.err


def test_that_two_copies_of_a_file_give_the_same_identifiers(tmp_path: Path) -> None:
    file = assessment_file(tmp_path, *sold_program())
    copy = tmp_path / "copy.actready"
    copy.write_bytes(file.read_bytes())
    found = []
    for one in (file, copy):
        actready("plan", one, "-o", tmp_path / "plan.ics")
        found.append((tmp_path / "plan.ics").read_bytes())
    assert found[0] == found[1]
