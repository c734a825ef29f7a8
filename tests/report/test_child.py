# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The child process: what it says, and that nothing half-written stays behind."""

from __future__ import annotations

import builtins
import io
import logging
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest
from tests.report.example import DATA, SOLD, context

from actready.errors import AppError, ComputerError
from actready.report import child, pdf
from actready.report.attachment import read_attachment
from actready.report.job import ANSWER, Issued, Job, Problem, Step, job_for


def spoken(source: str) -> tuple[int, list[Step | Issued | Problem]]:
    answers = io.StringIO()
    status = child.main(io.StringIO(source), answers)
    return status, [ANSWER.validate_json(line) for line in answers.getvalue().splitlines()]


def tiny_job(target: Path) -> Job:
    return Job(html="<html lang=en><title>T</title><p>T</p>", attachment="{}",
               issued="2026-11-23T00:00:00+00:00", target=target)  # fmt: skip


def test_that_the_program_makes_a_report_in_a_child(tmp_path: Path) -> None:
    target, said = tmp_path / "report.pdf", list[str]()
    issued = pdf.write_pdf(context(SOLD), target, DATA, said.append)
    assert read_attachment(target.read_bytes()) == DATA
    assert issued.pages > 5
    digest = subprocess.run(["sha256sum", target], capture_output=True, check=True, text=True)
    assert issued.sha256 == digest.stdout.split()[0]
    assert said[-1] == "Writing the PDF"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("source", ["", "{", '{"format": 2}', '{"format": 1, "html": "<p>"}'])
def test_that_a_bad_job_is_answered_with_a_sentence(source: str) -> None:
    status, (problem,) = spoken(source)
    assert status == 1
    assert isinstance(problem, Problem)
    assert problem.message == "This is no job for a report."
    assert "actready report" in problem.hint


def test_that_a_folder_that_is_not_there_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    job = tiny_job(tmp_path / "gone" / "report.pdf")
    status, answers = spoken(job.model_dump_json())
    assert status == ComputerError.exit_status
    assert isinstance(answers[-1], Problem)
    assert "gone" in answers[-1].message
    assert list(tmp_path.iterdir()) == []


def test_that_an_older_report_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"older")
    answers = io.StringIO()

    class Broken(io.StringIO):
        def write(self, text: str) -> int:
            if "Writing" in text:
                raise AppError("Stopped.")
            return answers.write(text)

    status = child.main(io.StringIO(tiny_job(target).model_dump_json()), Broken())
    assert status == 1
    assert target.read_bytes() == b"older"
    assert child.main(io.StringIO(tiny_job(target).model_dump_json()), answers) == 0
    assert target.read_bytes().startswith(b"%PDF-1.7")


def test_that_a_killed_child_leaves_no_file(tmp_path: Path) -> None:
    job = job_for(context(SOLD), tmp_path / "report.pdf", DATA)
    with subprocess.Popen(
        pdf.child_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(job.model_dump_json())
        process.stdin.close()
        assert ANSWER.validate_json(process.stdout.readline()) == Step(text="Laying out the pages")
        process.kill()
    assert list(tmp_path.iterdir()) == []


def test_that_an_interruption_ends_the_child(tmp_path: Path) -> None:
    def interrupted(_text: str) -> None:
        raise KeyboardInterrupt

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        pdf.write_pdf(context(SOLD), tmp_path / "report.pdf", DATA, interrupted)
    assert time.monotonic() - started < 60
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "program", ["print('noise')", "import sys; sys.stdin.read(); print('noise')", ""]
)
def test_that_a_child_that_breaks_off_is_an_error_in_words(tmp_path: Path, program: str) -> None:
    job = tiny_job(tmp_path / "report.pdf").model_copy(update={"attachment": "x" * 3_000_000})
    with pytest.raises(ComputerError, match="broke off"):
        pdf.run(job, lambda _text: None, [sys.executable, "-c", program])


def test_that_a_problem_of_the_child_keeps_its_exit_status(tmp_path: Path) -> None:
    with pytest.raises(ComputerError, match="no folder"):
        pdf.run(tiny_job(tmp_path / "gone" / "r.pdf"), lambda _text: None, pdf.child_command())


def test_that_a_missing_library_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without_pango(name: str, *rest: object) -> ModuleType:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without_pango)
    status, answers = spoken(tiny_job(tmp_path / "report.pdf").model_dump_json())
    assert status == 3
    assert isinstance(answers[-1], Problem)
    assert "Pango" in answers[-1].message
    assert "packaging/bootstrap" in answers[-1].hint


def test_that_a_report_fetches_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("p::after { content: 'STOLEN' }")
    html = (
        f'<html lang=en><title>T</title><link rel=stylesheet href="{secret.as_uri()}">'
        '<link rel=stylesheet href="http://127.0.0.1:9/x.css"><p>T'
    )
    job = tiny_job(tmp_path / "report.pdf").model_copy(update={"html": html})
    status, answers = spoken(job.model_dump_json())
    assert status == 0
    assert isinstance(answers[-1], Issued)
    document = pypdfium2.PdfDocument((tmp_path / "report.pdf").read_bytes())
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert text.strip() == "T"
    faults = [one for one in caplog.records if one.levelno >= logging.WARNING]
    refused = [one.getMessage() for one in faults]
    assert len(refused) == 2
    assert all("disallowed protocol" in one for one in refused)
    caplog.clear()


def test_that_a_bundle_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pdf.child_command() == [sys.executable, "-m", "actready", "render-report"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert pdf.child_command() == [sys.executable, "render-report"]
