# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reports checked and opened, signed, and copies sealed: from the command line."""

from __future__ import annotations

import getpass
import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.driver import (
    OUTSIDE,
    SAMPLE,
    Outcome,
    actready,
    answers_file,
    assessment_file,
    sold_program,
)
from tests.report.signed import WORDS, key_file

from actready.cli import passphrase as asking
from actready.cli.verify import FORMAT
from actready.domain.events import Answered, Event, SubjectAdded
from actready.report.job import Job
from actready.storage.assessment_file import AssessmentFile

SECRET = "correct horse battery"
SMALL: tuple[Event, ...] = (
    SubjectAdded(subject="s1", name="Tool"),
    *(
        Answered.model_validate({"subject": "s1", "question": key, "value": value})
        for key, value in OUTSIDE.items()
    ),
)


@pytest.fixture(autouse=True)
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(asking.VARIABLE, raising=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("trust")


@pytest.fixture(scope="module")
def record(folder: Path) -> Path:
    return assessment_file(folder, *SMALL)


@pytest.fixture(scope="module")
def report(record: Path) -> Path:
    """A signed report, drawn by the real process."""
    target = record.with_name("report.pdf")
    made = actready("report", record, "-o", target, "--sign-self")
    assert made.status == 0, made.err
    return target


@pytest.fixture
def as_drawn(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the report be drawn again in an instant: it was drawn in this very test run."""
    data = report.read_bytes()
    drawn = data[: data.index(b"%%EOF\n") + 6]
    monkeypatch.setattr(
        "actready.cli.verify.drawn", lambda job, _console: job.target.write_bytes(drawn)
    )


def verify(*arguments: object) -> Outcome:
    """Check a report now: signatures are made by the clock of this computer."""
    return actready("verify", *arguments, clock=lambda: datetime.now(UTC))


def checks(outcome: Outcome) -> dict[str, str]:
    return {one["check"]: one["state"] for one in json.loads(outcome.out)["checks"]}


@pytest.mark.timeout(300)
def test_that_a_signed_report_holds_and_every_check_is_told(report: Path, record: Path) -> None:
    found = verify(report, "--record", record)
    assert found.status == 0
    for line in (
        "Of             Harbour",
        "Subjects       Tool",
        "Data           intact: SHA-256 as printed",
        "Pages          as they follow from the data",
        "Record         whole, and the data are the answers that stood in it at entry",
        "Signature      holds: nothing was changed since",
        "Together       everything that was checked holds",
    ):
        assert line in found.out, line


@pytest.mark.usefixtures("as_drawn")
def test_that_programs_read_the_verdict_as_json(report: Path) -> None:
    found = verify(report, "--format", "json")
    assert found.status == 0
    said = json.loads(found.out)
    assert (said["format"], said["kind"], said["state"]) == (FORMAT, "report", "holds")
    assert (said["organisation"], said["subjects"]) == ("Harbour", ["Tool"])
    assert said["as_of"] == "2026-11-23"
    assert said["editions"]["cra"] == "2024-12-10"
    assert checks(found) == {
        "data": "holds", "pages": "holds", "record": "absent", "signature": "holds",
    }  # fmt: skip
    exported = actready("export", report, "--format", "json")
    assert json.loads(exported.out)["subjects"] == [{"name": "Tool", "answers": OUTSIDE}]


@pytest.mark.usefixtures("as_drawn")
def test_that_a_changed_byte_ends_with_status_1(report: Path, tmp_path: Path) -> None:
    data = bytearray(report.read_bytes())
    data[len(data) // 2] ^= 1
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(data)
    found = verify(changed)
    assert found.status == 1
    assert "changed: not what follows from the data. Concerned: " in found.out
    assert "broken: the file is not what was signed" in found.out
    assert found.out.endswith("do not rely on this report: something in it is broken\n")


def test_that_what_was_not_checked_ends_with_status_3(report: Path) -> None:
    found = verify(report, "--quick")
    assert found.status == 3
    assert "Pages          not compared, as you asked" in found.out
    assert "not everything could be checked" in found.out


def test_that_a_pdf_of_somebody_else_ends_with_status_1(tmp_path: Path) -> None:
    other = tmp_path / "letter.pdf"
    other.write_bytes(b"%PDF-1.7\n%%EOF\n")
    found = actready("verify", other)
    assert found.status == 1
    assert "holds no data of an assessment" in found.out
    said = json.loads(actready("verify", other, "--format", "json").out)
    assert (said["organisation"], said["as_of"], said["data_sha256"]) == (None, None, None)


def test_that_the_verdict_on_a_record_is_json_too(record: Path) -> None:
    said = json.loads(actready("verify", record, "--format", "json").out)
    assert (said["kind"], said["state"], said["problem"]) == ("assessment", "holds", None)
    assert said["entries"] == len(SMALL) + 1


def test_that_a_report_opens_as_the_assessment_it_was_made_from(tmp_path: Path) -> None:
    """Without drawing: a report is its data as far as opening it goes."""
    record = assessment_file(tmp_path, *sold_program())
    exported = actready("export", record, "--format", "json").out.encode()
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(
        b"%%PDF-1.7\n1 0 obj\n<</Type /EmbeddedFile /Length %d /Size %d>>\nstream\n"
        % (len(exported), len(exported))
        + exported
        + b"\nendstream\nendobj\n"
    )
    wanted = json.loads(actready("evaluate", record, "--format", "json").out)
    assert json.loads(actready("evaluate", pdf, "--format", "json").out) == wanted
    restored = tmp_path / "restored.yaml"
    assert actready("export", pdf, "-o", restored).status == 0
    assert json.loads(actready("evaluate", restored, "--format", "json").out) == wanted


def test_that_a_report_without_data_cannot_be_opened(tmp_path: Path) -> None:
    other = tmp_path / "letter.pdf"
    other.write_bytes(b"%PDF-1.7\n%%EOF\n")
    refused = actready("evaluate", other)
    assert (refused.status, refused.out) == (1, "")
    assert "holds no data of an assessment" in refused.err


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> list[str]:
    """Let somebody sit at a terminal and type these; return what was asked."""
    asked: list[str] = []
    answers: Iterator[str] = iter(lines)

    def ask(question: str) -> str:
        asked.append(question)
        return next(answers)

    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", terminal)
    monkeypatch.setattr(getpass, "getpass", ask)
    return asked


def signed_jobs(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """Keep the jobs instead of drawing them."""
    jobs: list[Job] = []

    def drawn(job: Job, _console: object) -> object:
        jobs.append(job)
        return type("Issued", (), {"pages": 1, "sha256": ""})

    monkeypatch.setattr("actready.cli.report.drawn", drawn)
    return jobs


def test_that_the_passphrase_of_a_key_is_asked_for_or_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs, path = signed_jobs(monkeypatch), key_file(tmp_path)
    asked = typed(monkeypatch, WORDS)
    made = actready("report", SAMPLE, "-o", tmp_path / "r.pdf", "--sign", path)
    assert made.status == 0
    assert asked == ["Passphrase of ada.p12: "]
    monkeypatch.setenv(asking.VARIABLE, "from outside")
    assert actready("report", SAMPLE, "-o", tmp_path / "r.pdf", "--sign", path).status == 0
    assert asked == ["Passphrase of ada.p12: "]
    secrets = [one.signing.passphrase.get_secret_value() for one in jobs if one.signing]
    assert secrets == [WORDS, "from outside"]
    assert all(one.signing is not None and one.signing.file == path for one in jobs)


def test_that_nobody_at_the_terminal_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    refused = actready("report", SAMPLE, "-o", tmp_path / "r.pdf", "--sign", key_file(tmp_path))
    assert refused.status == 1
    assert "no terminal to ask for it" in refused.err
    assert "ACTREADY_PASSPHRASE" in refused.err


@pytest.mark.parametrize("trouble", [EOFError, getpass.GetPassWarning])
def test_that_a_terminal_that_would_show_the_passphrase_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: type[Exception]
) -> None:
    def ask(_question: str) -> str:
        raise trouble

    typed(monkeypatch)
    monkeypatch.setattr(getpass, "getpass", ask)
    refused = actready("seal", SAMPLE, "-o", tmp_path / "copy")
    assert refused.status == 1
    assert "without showing it" in refused.err


def test_that_a_wrong_passphrase_of_a_key_is_told_by_the_real_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(asking.VARIABLE, "wrong")
    target = tmp_path / "r.pdf"
    refused = actready("report", SAMPLE, "-o", target, "--sign", key_file(tmp_path))
    assert refused.status == 1
    assert "The passphrase does not open “ada.p12”." in refused.err
    assert not target.exists()


def test_that_one_key_is_enough(tmp_path: Path) -> None:
    refused = actready("report", SAMPLE, "-o", "r.pdf", "--sign", "a.p12", "--sign-self")
    assert refused.status == 2


def test_that_a_copy_is_sealed_and_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = assessment_file(tmp_path, *sold_program())
    copy, opened = tmp_path / "copy.actready-sealed", tmp_path / "opened.actready"
    asked = typed(monkeypatch, SECRET, SECRET, SECRET)
    made = actready("seal", record, "-o", copy)
    assert (made.status, made.out) == (0, "")
    assert actready("unseal", copy, "-o", opened).status == 0
    assert asked == ["New passphrase: ", "Once more: ", "Passphrase: "]
    assert opened.read_bytes() == record.read_bytes()


def test_that_two_different_passphrases_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, SECRET, SECRET + "?")
    refused = actready("seal", SAMPLE, "-o", tmp_path / "copy")
    assert refused.status == 1
    assert "differ" in refused.err
    assert list(tmp_path.iterdir()) == []


def test_that_an_assessment_that_is_open_elsewhere_is_not_sealed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(asking.VARIABLE, SECRET)
    record = assessment_file(tmp_path)
    file = AssessmentFile.open(record)
    refused = actready("seal", record, "-o", tmp_path / "copy")
    file.close()
    assert refused.status == 3
    assert "open in another window" in refused.err
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("command", ["seal", "unseal"])
def test_that_what_is_not_there_is_named_before_anything_is_asked(
    command: str, tmp_path: Path
) -> None:
    refused = actready(command, tmp_path / "none", "-o", tmp_path / "copy")
    assert refused.status == 1
    assert "There is no file" in refused.err


def test_that_an_answers_file_is_sealed_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(asking.VARIABLE, SECRET)
    answers = answers_file(tmp_path, "format: 1\n")
    assert actready("seal", answers, "-o", tmp_path / "copy").status == 0
    assert actready("unseal", tmp_path / "copy", "-o", tmp_path / "again").status == 0
    assert (tmp_path / "again").read_text("utf-8") == "format: 1\n"
    assert actready("unseal", answers, "-o", tmp_path / "x").status == 1
