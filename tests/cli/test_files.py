# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Commands that make or check files: report, export, verify, check and the self-test."""

from __future__ import annotations

import hashlib
import io
import json
import os
import signal
import stat
from pathlib import Path

import pytest
from tests.catalogue import tiny
from tests.cli.driver import (
    NOW,
    SAMPLE,
    actready,
    answers_file,
    assessment_file,
    process,
    sold_program,
)

from actready.cli import RENDER
from actready.cli import report as report_module
from actready.cli.console import Console
from actready.cli.report import Progress
from actready.report.job import Issued, Job


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a firm with one product."""
    folder = tmp_path_factory.mktemp("report")
    made = actready("report", assessment_file(folder, *sold_program()), "-o", folder / "r.pdf")
    assert (made.status, made.out) == (0, "")
    digest = hashlib.sha256((folder / "r.pdf").read_bytes()).hexdigest()
    assert made.err.splitlines()[-1].endswith(f"pages, SHA-256 {digest}")
    return folder / "r.pdf"


def test_that_a_report_is_a_pdf_that_carries_its_data(pdf: Path) -> None:
    assert pdf.read_bytes().startswith(b"%PDF-1.7")
    found = actready("verify", pdf)
    assert found.status == 0
    for expected in ("Harbour", "Program", "cra 2024-12-10", "Signature      none"):
        assert expected in found.out


def test_that_the_data_in_a_report_is_the_canonical_export(pdf: Path) -> None:
    exported = actready("export", pdf.with_name("file.actready"), "--format", "json").out
    digest = hashlib.sha256(exported.encode()).hexdigest()
    assert digest in actready("verify", pdf).out


def test_that_a_report_without_readable_data_is_refused(pdf: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(b"%PDF-1.7\nnothing more")
    found = actready("verify", cut)
    assert found.status == 1
    assert "Data           broken: This file holds no data" in found.out
    assert pdf.exists()


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_that_progress_stays_on_one_line_of_a_terminal_and_short_in_a_log() -> None:
    screen, log = Screen(), io.StringIO()
    for stream in (screen, log):
        progress = Progress(Console(stream, stream, lambda: NOW))
        for text in ("Page 1", "Page 2", "Page 3", "Writing"):
            progress.step(text)
        progress.finish()
    assert "\n" not in screen.getvalue()
    assert screen.getvalue().endswith("Writing\r\x1b[K")
    assert log.getvalue() == "Page 1\nWriting\n"


def with_child(monkeypatch: pytest.MonkeyPatch, *command: str) -> None:
    monkeypatch.setattr(report_module, "child_command", lambda: list(command))


@pytest.mark.parametrize("signal_number", [signal.SIGKILL, signal.SIGSEGV])
def test_that_a_child_that_dies_leaves_the_old_report_alone(
    signal_number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_child(monkeypatch, "sh", "-c", f"cat > /dev/null; kill -{int(signal_number)} $$")
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    failed = actready("report", SAMPLE, "-o", target)
    assert (failed.status, failed.out) == (3, "")
    assert "broke off" in failed.err
    assert target.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["report.pdf"]


def test_that_a_child_that_never_listens_is_told_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_child(monkeypatch, "sh", "-c", "exec <&-; exit 4")
    failed = actready("report", SAMPLE, "-o", tmp_path / "report.pdf")
    assert failed.status == 3
    assert "broke off" in failed.err


@pytest.mark.parametrize("status", [1, 3])
def test_that_what_the_child_says_reaches_the_user(
    status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = {"kind": "problem", "message": "No font.", "hint": "Get one.", "exit_status": status}
    line = json.dumps(problem)
    with_child(monkeypatch, "sh", "-c", f"cat > /dev/null; echo odd; echo '{line}'")
    failed = actready("report", SAMPLE, "-o", tmp_path / "report.pdf")
    assert (failed.status, failed.err.splitlines()[-1]) == (status, "No font. Get one.")


def test_that_the_child_refuses_what_is_no_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("{}"))
    refused = actready(RENDER)
    assert refused.status == 1
    assert json.loads(refused.out)["kind"] == "problem"


def test_that_a_report_for_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    refused = actready("report", SAMPLE, "-o", tmp_path / "no" / "r.pdf")
    assert refused.status == 3
    assert "There is no folder" in refused.err
    assert actready("report", SAMPLE, "-o", tmp_path).status == 1
    assert list(tmp_path.iterdir()) == []


def test_that_exported_answers_are_read_again_as_they_were(tmp_path: Path) -> None:
    first = actready("export", SAMPLE)
    assert first.status == 0
    again = actready("export", answers_file(tmp_path, first.out))
    assert again.out == first.out
    canonical = actready("export", SAMPLE, "--format", "json")
    assert json.loads(canonical.out)["organisation"]["name"] == "Company Z"
    as_json = answers_file(tmp_path, canonical.out, "answers.json")
    assert actready("export", as_json, "--format", "json").out == canonical.out


def test_that_an_exported_file_replaces_the_old_one_whole(tmp_path: Path) -> None:
    target = answers_file(tmp_path, "old", "out.yaml")
    made = actready("export", SAMPLE, "-o", target)
    assert (made.status, made.out) == (0, "")
    assert target.read_text("utf-8") == actready("export", SAMPLE).out
    assert [one.name for one in tmp_path.iterdir()] == ["out.yaml"]
    assert stat.S_IMODE(target.stat().st_mode) & 0o400


def test_that_an_intact_record_is_verified_with_its_digest(tmp_path: Path) -> None:
    path = assessment_file(tmp_path, *sold_program())
    found = actready("verify", path)
    assert found.status == 0
    assert "Record         intact" in found.out
    assert f"Entries        {len(sold_program()) + 1}" in found.out


def test_that_a_changed_record_is_found_out(tmp_path: Path) -> None:
    path = assessment_file(tmp_path, *sold_program())
    data = path.read_bytes()
    assert b'"download"' in data
    path.write_bytes(data.replace(b'"download"', b'"doomload"'))
    found = actready("verify", path)
    assert found.status == 1
    assert "broken: " in found.out
    assert actready("evaluate", path).status == 1


def test_that_an_answers_file_has_no_record_to_verify() -> None:
    refused = actready("verify", SAMPLE)
    assert (refused.status, refused.out) == (1, "")
    assert "keeps no record" in refused.err


def test_that_verifying_a_missing_file_names_it(tmp_path: Path) -> None:
    refused = actready("verify", tmp_path / "none.actready")
    assert (refused.status, refused.out) == (1, "")
    assert "none.actready" in refused.err


@pytest.fixture
def questionnaires(tmp_path: Path) -> Path:
    """A small questionnaire that is right, in a folder of its own."""
    return tiny.written(tmp_path / "questionnaires")


def broken(root: Path, name: str, was: str, becomes: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")


def test_that_check_prints_what_it_proved(questionnaires: Path) -> None:
    proved = actready("check", "--questionnaires", questionnaires)
    assert (proved.status, proved.err) == (0, "")
    assert "cra 2024-12-10  sha256 " in proved.out
    assert proved.out.endswith("Everything that was to be proved holds.\n")


def test_that_check_fails_where_a_case_comes_out_otherwise(questionnaires: Path) -> None:
    broken(questionnaires, "cra/2024-12-10/cases/firm.yaml", "roles: [steward]", "roles: [none]")
    failed = actready("check", "--questionnaires", questionnaires)
    assert failed.status == 1
    assert "firm" in failed.out


def test_that_check_lists_the_faults_of_what_cannot_be_read(questionnaires: Path) -> None:
    broken(questionnaires, "cra/2024-12-10/rules/10-roles.yaml", "facts:", "fakts:")
    failed = actready("check", "--questionnaires", questionnaires)
    assert (failed.status, failed.out) == (1, "")
    assert "10-roles.yaml:1:" in failed.err
    assert "facts" in failed.err


def test_that_check_of_an_empty_folder_proves_nothing(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        failed = actready("check", "--questionnaires", folder)
        assert (failed.status, failed.out) == (1, "")
        assert "There are no questionnaires" in failed.err


def test_that_the_self_test_tries_everything_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    tried = actready("--self-test")
    assert tried.status == 0
    assert [line.split("  ")[0] for line in tried.out.splitlines()] == ["ok"] * 6
    assert "Library B: steward" in tried.out
    assert list(tmp_path.iterdir()) == []


def test_that_the_self_test_stops_at_the_step_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    with_child(monkeypatch, "sh", "-c", "cat > /dev/null; exit 9")
    tried = actready("--self-test")
    assert tried.status == 1
    assert tried.out.splitlines()[-1].startswith("failed  Report: ")


def test_that_the_self_test_notices_a_report_without_its_data(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def drawn(job: Job, _console: Console) -> Issued:
        job.target.write_bytes(b"%PDF-")
        return Issued(pages=1, sha256="")

    monkeypatch.setattr("actready.cli.self_test.drawn", drawn)
    monkeypatch.setattr("actready.cli.self_test.read_attachment", lambda _pdf: b"other")
    tried = actready("--self-test")
    assert tried.status == 1
    assert "does not hold its data" in tried.out


def test_that_the_self_test_notices_a_disk_that_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actready.cli.self_test._content", lambda _assessment: (object(),))
    tried = actready("--self-test")
    assert tried.status == 1
    assert "What was read is not what was written." in tried.out


def test_that_the_self_test_works_in_a_process_of_its_own(tmp_path: Path) -> None:
    tried = process("--self-test", environment={**os.environ, "TMPDIR": str(tmp_path)})
    assert tried.status == 0
    assert list(tmp_path.iterdir()) == []
