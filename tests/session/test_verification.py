# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A report is checked: what was changed is found, and it is said what."""

from __future__ import annotations

import hashlib
import re
import zlib
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.report.example import AS_OF, KITES
from tests.report.signed import NOW
from tests.session.verified import (
    EDITIONS,
    check,
    draw,
    found,
    states,
    stream_at,
    with_data,
)

from actready import __version__
from actready.domain.assessment import fold
from actready.domain.contract import evaluation_object
from actready.domain.events import Answered, ReportIssued
from actready.domain.questionnaire import Questionnaire
from actready.domain.terms import Act
from actready.errors import AppError
from actready.report.build import build_context
from actready.report.context import Record
from actready.report.job import job_for
from actready.session import start_session, verification
from actready.session.verification import State, Verification
from actready.storage.assessment_file import AssessmentFile
from actready.storage.interchange import Origin, canonical_json


def test_that_a_report_holds_as_it_was_made(report: bytes, folder: Path) -> None:
    verdict = found(report, folder)
    assert states(verdict) == {
        "data": "holds", "pages": "holds", "record": "absent", "signature": "absent",
    }  # fmt: skip
    assert verdict.state is State.HOLDS
    assert verdict.report_sha256 == hashlib.sha256(report).hexdigest()
    assert "8 entries" in check(verdict, "record").text
    assert verdict.answers is not None
    assert [one.name for one in verdict.answers.assessment.subjects] == ["Red"]


def test_that_the_record_is_followed_to_the_entry_that_is_named(
    report: bytes, record: Path, folder: Path
) -> None:
    verdict = found(report, folder, record)
    assert check(verdict, "record").state is State.HOLDS
    assert "the answers that stood in it at entry 8" in check(verdict, "record").text
    later = folder / "later.actready"
    later.write_bytes(record.read_bytes())
    with closing(AssessmentFile.open(later)) as file:
        file.append(Answered(question="org.club", value=False), NOW)
        digest = hashlib.sha256(report).hexdigest()
        file.append(ReportIssued(as_of="2026-11-23", sha256=digest), NOW)
    verdict = found(report, folder, later)
    assert check(verdict, "record").text.endswith("; entry 10 names this very file")


def test_that_a_changed_entry_of_the_record_is_named(
    report: bytes, record: Path, folder: Path
) -> None:
    broken = folder / "broken.actready"
    data = record.read_bytes()
    assert b"Measured twice." in data
    broken.write_bytes(data.replace(b"Measured twice.", b"Measured trice."))
    verdict = found(report, folder, broken)
    assert check(verdict, "record").state is State.BROKEN
    assert "Entry 7 was changed." in check(verdict, "record").text
    assert check(verdict, "record").parts == ("broken.actready",)
    assert check(verdict, "pages").state is State.HOLDS


def test_that_another_record_is_found_out(report: bytes, folder: Path) -> None:
    other = folder / "other.actready"
    AssessmentFile.create(other, "Firma X", EDITIONS, NOW).close()
    verdict = found(report, folder, other)
    assert check(verdict, "record").state is State.BROKEN
    assert "another one: entry 8" in check(verdict, "record").text


def test_that_data_that_never_stood_in_the_record_are_found_out(
    report: bytes, record: Path, folder: Path
) -> None:
    """Somebody makes a whole report of other answers, and names the true state of the record."""
    with closing(AssessmentFile.open(record, read_only=True)) as file:
        entries, head = file.entries(), file.head
    state = Record(len(entries), head, entries[-1].at, intact=True)
    assessment = fold(entries[:-1])
    origin = Origin(__version__, state.entries, head, state.last_at)
    data = canonical_json(assessment, AS_OF, EDITIONS, origin)
    target = folder / "forged.pdf"
    draw(job_for(build_context(assessment, KITES, AS_OF, state, __version__, "en"), target, data))
    verdict = found(target.read_bytes(), folder, record)
    assert check(verdict, "pages").state is State.HOLDS
    assert check(verdict, "record").state is State.BROKEN
    assert "the data are not the answers" in check(verdict, "record").text


def test_that_another_answer_in_the_data_is_found_by_the_printed_digest(
    report: bytes, folder: Path
) -> None:
    forged = with_data(report, lambda data: data.replace(b'"sold"', b'"lent"'))
    verdict = found(forged, folder)
    assert states(verdict)["data"] == "broken"
    text = check(verdict, "data").text
    data = check(found(report, folder), "data").text
    assert data == "intact: SHA-256 as printed"
    assert "changed: its SHA-256 is" in text
    assert text.split("prints ")[1] == found(report, folder).data_sha256
    assert check(verdict, "data").parts == ("the data",)
    assert states(verdict)["pages"] == "broken"
    assert check(found(forged, folder, quick=True), "data").state is State.BROKEN


@pytest.mark.parametrize("at", [0, 5, -1])
def test_that_a_byte_changed_in_the_packed_data_is_found(
    report: bytes, folder: Path, at: int
) -> None:
    begins, ends = stream_at(report, b'"format":1')
    place = begins + at if at >= 0 else ends + at
    verdict = found(report[:place] + bytes([report[place] ^ 1]) + report[place + 1 :], folder)
    assert check(verdict, "data").state is State.BROKEN
    assert verdict.state is State.BROKEN


def test_that_a_byte_changed_on_a_page_names_the_page(report: bytes, folder: Path) -> None:
    places = [match.start() for match in re.finditer(rb"\n\d+ 0 obj\n<</Filter /Flate", report)]
    named = set[str]()
    for place in places[1:9]:
        at = report.index(b"stream\n", place) + 40
        verdict = found(report[:at] + bytes([report[at] ^ 1]) + report[at + 1 :], folder)
        pages = check(verdict, "pages")
        assert pages.state is State.BROKEN
        named.update(pages.parts)
    assert {"page 2", "page 3", "page 4"} <= named


def test_that_every_byte_counts(report: bytes, folder: Path) -> None:
    """Changes bytes here and there, drawing once, since the data are not among them."""
    drawn = report
    begins, ends = stream_at(report, b'"format":1')
    path = folder / "checked.pdf"
    checking = Verification(
        lambda _day: KITES, NOW, lambda job: void(job.target.write_bytes(drawn))
    )
    for place in range(0, len(report), 2011):
        if begins <= place < ends:
            continue
        path.write_bytes(report[:place] + bytes([report[place] ^ 1]) + report[place + 1 :])
        try:
            verdict = checking.of(path)
        except AppError:
            continue
        assert verdict.state is not State.HOLDS, place
        assert any(one.parts for one in verdict.checks) or place < 20, place


def void(_value: object) -> None:
    """Take a value and give none."""


def test_that_a_report_drawn_with_other_libraries_is_not_called_changed(
    report: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actready.report.engine.libraries", lambda: "WeasyPrint 1, Pango 2")
    verdict = found(report, folder)
    assert check(verdict, "pages").state is State.NOT_CHECKED
    assert "here is ActReady" in check(verdict, "pages").text
    assert "Pango 2" in check(verdict, "pages").text
    assert check(verdict, "data").state is State.HOLDS
    assert verdict.state is State.NOT_CHECKED


def test_that_a_report_of_another_version_is_not_called_changed(
    report: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "__version__", "9.9")
    verdict = found(report, folder)
    text = check(verdict, "pages").text
    assert text == f"not compared: made with ActReady {__version__}; this is 9.9"
    assert verdict.state is State.NOT_CHECKED


def test_that_a_quick_look_says_that_the_pages_were_left_out(report: bytes, folder: Path) -> None:
    verdict = found(report, folder, quick=True)
    assert states(verdict)["data"] == "holds"
    assert check(verdict, "pages").text == "not compared, as you asked"
    assert verdict.state is State.NOT_CHECKED


def test_that_what_is_added_after_a_report_is_found(report: bytes, folder: Path) -> None:
    verdict = found(report + b"1 0 obj\n<<>>\nendobj\n%%EOF\n", folder)
    assert check(verdict, "pages").state is State.BROKEN
    assert check(verdict, "pages").parts == ("what was added at the end",)


def test_that_a_pdf_without_data_is_broken_and_says_so(folder: Path) -> None:
    verdict = found(b"%PDF-1.7\n%%EOF\n", folder)
    assert states(verdict) == {"data": "broken", "signature": "absent"}
    assert "holds no data" in check(verdict, "data").text
    no_json = b"%PDF-1.7\n1 0 obj\n<</Type /EmbeddedFile /Length 4 /Size 4>>\nstream\nabcd"
    verdict = found(no_json, folder)
    assert states(verdict)["data"] == "broken"


def test_that_a_report_without_a_printed_digest_is_broken(report: bytes, folder: Path) -> None:
    begins, ends = stream_at(report, b"beginbfchar")
    verdict = found(report[:begins] + b"\0" * (ends - begins) + report[ends:], folder)
    assert verdict.state is State.BROKEN


def test_that_an_update_that_unpacks_to_a_flood_is_not_opened(report: bytes, folder: Path) -> None:
    flood = zlib.compress(b"0" * 5_000_000)
    update = b"9999 0 obj\n<</Length %d/Filter /FlateDecode>>\nstream\n" % len(flood)
    verdict = found(report + update + flood + b"\nendstream\nendobj\n%%EOF\n", folder)
    assert check(verdict, "pages").state is State.BROKEN


def test_that_answers_to_the_questions_of_today_are_welcome(report: bytes, folder: Path) -> None:
    """Data may hold answers that only another edition asks for; they count there as unanswered."""
    path = folder / "checked.pdf"
    path.write_bytes(report)
    fewer = Questionnaire(
        editions=KITES.editions, sections=KITES.sections, questions=KITES.questions[:-1]
    )
    asked: list[date] = []

    def questionnaire(day: date) -> Questionnaire:
        asked.append(day)
        return fewer if day == AS_OF else KITES

    checking = Verification(questionnaire, datetime(2026, 12, 1, tzinfo=UTC), None)
    assert checking.of(path).answers is not None
    assert asked == [AS_OF, date(2026, 12, 1)]
    unreadable = Verification(lambda _day: fewer, NOW, None).of(path)
    assert check(unreadable, "data").state is State.BROKEN


class Kites:
    """A catalogue that knows kites alone."""

    def questionnaire(self, _as_of: date) -> Questionnaire:
        return KITES

    def pinned(self, _as_of: date) -> dict[Act, str]:
        return {Act(act): edition for act, edition in EDITIONS.items()}


def test_that_an_assessment_opened_from_a_report_has_an_equal_evaluation(
    report: bytes, record: Path, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(report)
    first = start_session(record, Kites(), AS_OF, lambda: NOW, tmp_path, read_only=True)
    again = start_session(path, Kites(), None, lambda: NOW, tmp_path)
    assert again.as_of == AS_OF
    assert again.file.path == tmp_path / "report.actready"
    objects = [
        evaluation_object(KITES, one.assessment, one.as_of, __version__, everything=True)
        for one in (first, again)
    ]
    assert objects[0] == objects[1]
    (subject,) = again.assessment.subjects
    assert again.evaluation(subject.id).roles(Act.CRA) == ("manufacturer",)
    assert subject.answers.notes == {"kite.span": "Measured twice."}
    first.close()
    again.close()
