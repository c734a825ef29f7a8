# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A report is checked: what was changed is found, and it is said what."""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from tests.report.example import AS_OF, KITES
from tests.report.signed import NOW, WORDS, authority, key_file

from actready import __version__
from actready.domain.assessment import fold
from actready.domain.contract import evaluation_object
from actready.domain.events import Answered, Noted, ReportIssued, SubjectAdded, SubjectRemoved
from actready.domain.questionnaire import Questionnaire
from actready.domain.terms import Act
from actready.errors import AppError
from actready.report.build import build_context
from actready.report.context import Record
from actready.report.engine import draw as draw_here
from actready.report.job import Job, Signing, job_for
from actready.report.keys import made_key, read_key
from actready.report.signing import Signer, signer_for
from actready.session import start_session, verification
from actready.session.verification import Check, State, Verdict, Verification
from actready.storage.assessment_file import AssessmentFile
from actready.storage.interchange import Origin, canonical_json

EDITIONS = {"common": "2025-01-01", "cra": "2025-06-01"}


def draw(job: Job) -> None:
    job.target.write_bytes(draw_here(job, lambda _text: None).data)


def signed_with(report: bytes, path: Path) -> bytes:
    return signer_for(Signing(file=path, passphrase=SecretStr(WORDS)), datetime.now(UTC)).sign(
        report
    )


def made(folder: Path) -> tuple[Path, Path]:
    """Make a file of kites and a report on it; return both paths."""
    path, target = folder / "kites.actready", folder / "report.pdf"
    events = (
        SubjectAdded(subject="s1", name="Gone"),
        SubjectRemoved(subject="s1"),
        SubjectAdded(subject="s2", name="Red"),
        Answered(subject="s2", question="kite.span", value=320),
        Answered(subject="s2", question="kite.given", value="sold"),
        Noted(subject="s2", question="kite.span", text="Measured twice."),
        Answered(question="org.club", value=True),
    )
    with closing(AssessmentFile.create(path, "Firma X", EDITIONS, NOW, events)) as file:
        entries, head = file.entries(), file.head
    record = Record(len(entries), head, entries[-1].at, intact=True)
    context = build_context(fold(entries), KITES, AS_OF, record, __version__, "en")
    origin = Origin(__version__, record.entries, record.head, record.last_at)
    data = canonical_json(fold(entries), AS_OF, EDITIONS, origin)
    draw(job_for(context, target, data))
    return path, target


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="module")
def record(folder: Path) -> Path:
    return made(folder)[0]


@pytest.fixture(scope="module")
def report(record: Path) -> bytes:
    return (record.parent / "report.pdf").read_bytes()


@pytest.fixture(scope="module")
def signed(report: bytes) -> bytes:
    return Signer(made_key(datetime.now(UTC)), "").sign(report)


def found(
    report: bytes, folder: Path, record: Path | None = None, *, quick: bool = False
) -> Verdict:
    path = folder / "checked.pdf"
    path.write_bytes(report)
    now = datetime.now(UTC)
    return Verification(lambda _day: KITES, now, None if quick else draw, record).of(path)


def check(verdict: Verdict, name: str) -> Check:
    return next(one for one in verdict.checks if one.name == name)


def states(verdict: Verdict) -> dict[str, str]:
    return {one.name: one.state.value for one in verdict.checks}


def stream_at(pdf: bytes, needle: bytes) -> tuple[int, int]:
    """Return where a packed stream begins and ends that holds a text when it is unpacked."""
    for match in re.finditer(rb"/Length (\d+)[^\n]*>>\nstream\n", pdf):
        end = match.end() + int(match[1])
        try:
            content = zlib.decompress(pdf[match.end() : end])
        except zlib.error:
            continue
        if needle in content:
            return match.end(), end
    raise AssertionError(needle)


def covered(pdf: bytes) -> bytes:
    """Lay a note over the first page, as an update at the end of the file."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    name, number = generic.NameObject, generic.NumberObject
    note = generic.DictionaryObject(
        {
            name("/Type"): name("/Annot"),
            name("/Subtype"): name("/FreeText"),
            name("/Rect"): generic.ArrayObject(map(number, (0, 0, 500, 800))),
            name("/Contents"): generic.TextStringObject("No role"),
        }
    )
    page = writer.root["/Pages"]["/Kids"][0]
    page.setdefault(name("/Annots"), generic.ArrayObject()).append(writer.add_object(note))
    writer.mark_update(writer.root["/Pages"]["/Kids"].raw_get(0).reference)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def renamed(pdf: bytes) -> bytes:
    """Give the document another title, as an update at the end of the file."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    info = writer.trailer["/Info"]
    info[generic.NameObject("/Title")] = generic.TextStringObject("Certified")
    writer.mark_update(writer.trailer.raw_get("/Info").reference)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def with_data(pdf: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Put other data of the same packed size into a report, with sizes and digests that fit."""
    match = re.search(rb"<<(/Type /EmbeddedFile[^\n]*)/Length (\d+)>>\nstream\n", pdf)
    assert match is not None
    end = match.end() + int(match[2])
    data = change(zlib.decompress(pdf[match.end() : end]))
    packed = zlib.compress(data)
    head = re.sub(rb"/Size \d+", b"/Size %d" % len(data), match[1])
    digest = hashlib.md5(data).hexdigest().encode()
    head = re.sub(rb"/CheckSum <\w+>", b"/CheckSum <%s>" % digest, head)
    return (
        pdf[: match.start()]
        + b"<<%s/Length %d>>\nstream\n" % (head, len(packed))
        + packed
        + pdf[end:]
    )


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


def test_that_a_self_made_signature_shows_integrity_and_nothing_more(
    signed: bytes, report: bytes, folder: Path
) -> None:
    assert signed.startswith(report)
    verdict = found(signed, folder)
    assert verdict.state is State.HOLDS
    text = check(verdict, "signature").text
    assert text.startswith("holds: nothing was changed since 20")
    assert "self-made, so this does not show who signed" in text


def test_that_a_signature_from_an_authority_names_both(report: bytes, folder: Path) -> None:
    verdict = found(signed_with(report, key_file(folder)), folder)
    text = check(verdict, "signature").text
    assert check(verdict, "signature").state is State.HOLDS
    assert "Signed by “Ada”, with a certificate of “Kite Authority”" in text
    assert "is not checked here" in text


def test_that_a_changed_byte_breaks_the_signature(
    signed: bytes, report: bytes, folder: Path
) -> None:
    for place in (2000, len(report) // 2, len(report) + 300):
        verdict = found(signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :], folder)
        assert check(verdict, "signature").state is State.BROKEN
        assert "is not what was signed" in check(verdict, "signature").text


@pytest.mark.parametrize("change", [covered, renamed])
def test_that_a_page_changed_by_an_update_is_found_although_the_signature_holds(
    report: bytes, folder: Path, change: Callable[[bytes], bytes]
) -> None:
    forged = Signer(made_key(datetime.now(UTC)), "").sign(change(report))
    verdict = found(forged, folder)
    assert check(verdict, "signature").state is State.HOLDS
    assert check(verdict, "pages").state is State.BROKEN
    assert verdict.state is State.BROKEN


def test_that_what_is_added_after_a_signature_is_found(signed: bytes, folder: Path) -> None:
    verdict = found(covered(signed), folder)
    assert check(verdict, "signature").state is State.BROKEN
    assert "something was added after it" in check(verdict, "signature").text
    assert check(verdict, "pages").state is State.BROKEN


def test_that_an_expired_certificate_is_named_with_its_days(report: bytes, folder: Path) -> None:
    path = key_file(folder, ends=datetime.now(UTC) + timedelta(seconds=2))
    forged = signed_with(report, path)
    target = folder / "checked.pdf"
    target.write_bytes(forged)
    later = datetime(2040, 1, 1, tzinfo=UTC)
    verdict = Verification(lambda _day: KITES, later, draw).of(target)
    assert check(verdict, "pages").state is State.HOLDS
    assert check(verdict, "signature").state is State.NOT_CHECKED
    text = check(verdict, "signature").text
    assert "the file is as it was signed, but the certificate does not hold today" in text
    assert "That of “Ada” is valid from" in text


def test_that_a_signature_from_outside_the_time_of_its_certificate_is_not_valid(
    report: bytes, folder: Path
) -> None:
    """A program with less care signs with a certificate that has ended."""
    key = key_file(folder, ends=NOW - timedelta(days=2))
    forged = Signer(read_key(key, WORDS, NOW - timedelta(days=3)), "").sign(report)
    verdict = found(forged, folder)
    assert check(verdict, "signature").state is State.BROKEN
    assert "at a time when the certificate did not hold" in check(verdict, "signature").text


def test_that_a_certificate_that_its_issuer_did_not_sign_is_broken(
    report: bytes, folder: Path
) -> None:
    path = key_file(folder, above=authority().certificate)  # of the same name, with another key
    verdict = found(signed_with(report, path), folder)
    assert "“Ada” is not signed by its issuer" in check(verdict, "signature").text
    assert verdict.state is State.BROKEN


def test_that_a_torn_signature_is_broken_and_harms_nobody(signed: bytes, folder: Path) -> None:
    begins = signed.index(b"/Contents <", len(signed) - 9000)
    ranges = signed.index(b"/ByteRange [")
    for forged in (
        signed.replace(b"/ByteRange [0 ", b"/ByteRange [9 "),
        signed[: begins + 12] + b"zz" + signed[begins + 14 :],
        signed[: begins + 11] + b"0" * 200 + signed[begins + 211 :],
        signed.replace(b"/ByteRange", b"/ByteRanje"),
        signed[:ranges] + b"/ByteRange [0 1 2 3]" + signed[ranges + 20 :],
    ):
        verdict = found(forged, folder)
        assert check(verdict, "signature").state is State.BROKEN


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
