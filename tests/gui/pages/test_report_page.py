# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest
from tests.gui.driver_pages import ProgramDriver

from actready.domain.events import ReportIssued
from actready.errors import AppError, ComputerError
from actready.gui import workers
from actready.gui.places import Place

DIGEST = "ab" * 32
STEP = '{"kind": "step", "text": "Drawing page 3"}'
ISSUED = '{"kind": "issued", "pages": 7, "sha256": "' + DIGEST + '"}'
PROBLEM = (
    '{"kind": "problem", "message": "The disk is full.", "hint": "Make room.", "exit_status": 3}'
)


def instead(patch: pytest.MonkeyPatch, *lines: str, then: str = "") -> None:
    """Let a small program stand for the one that draws the report."""
    said = "".join(f"print({line!r}, flush=True);" for line in lines)
    source = f"import sys, time; sys.stdin.read(); {said} {then}"
    patch.setattr(workers, "render_command", lambda: (sys.executable, "-c", source))


def make(user: ProgramDriver, target: Path) -> None:
    user.go_to("Report")
    user.will_choose(target)
    user.click("Make the report")


def issued(user: ProgramDriver) -> list[ReportIssued]:
    events = (entry.event for entry in user.session.file.entries())
    return [event for event in events if isinstance(event, ReportIssued)]


def test_that_the_page_says_what_the_report_will_hold(harbour: ProgramDriver) -> None:
    harbour.go_to("Report")
    for text in (
        "Harbour · Law as of 23",
        "Cutter: Manufacturer",
        "Dinghy: Undetermined",
        "1 role is undetermined. The report says so on its first pages.",
        "For each subject the reasons, step by step, with their provisions",
    ):
        assert harbour.sees(text), text
    assert harbour.focused() == "Make the report"


def test_that_a_report_is_made_recorded_and_opened(
    harbour: ProgramDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(monkeypatch, STEP, ISSUED)
    make(harbour, tmp_path / "report")
    harbour.wait_until(lambda: harbour.sees("The report is ready"))
    assert harbour.sees(f"report.pdf, 7 pages. SHA-256 {DIGEST}")
    assert issued(harbour) == [ReportIssued(as_of="2026-11-23", sha256=DIGEST)]
    harbour.click("Open it")
    harbour.click("Show in folder")
    assert harbour.opened == [str(tmp_path / "report.pdf"), str(tmp_path)]


def test_that_the_steps_are_shown_and_the_work_can_be_cancelled(
    harbour: ProgramDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(monkeypatch, STEP, then="time.sleep(60)")
    make(harbour, tmp_path / "report.pdf")
    harbour.wait_until(lambda: harbour.sees("Drawing page 3"))
    assert harbour.focused() == "Cancel"
    harbour.click("Cancel")
    harbour.wait_until(lambda: harbour.sees("Make the report"))
    assert not harbour.sees("Drawing page 3")
    assert harbour.focused() == "Make the report"
    assert issued(harbour) == []


def test_that_one_can_work_elsewhere_while_the_report_is_made(
    harbour: ProgramDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(monkeypatch, STEP, ISSUED)
    make(harbour, tmp_path / "report.pdf")
    harbour.go_to("Subjects")
    harbour.wait_until(lambda: bool(issued(harbour)))
    assert harbour.workspace.location.place is Place.SUBJECTS
    harbour.go_to("Report")
    assert harbour.sees("The report is ready")
    assert harbour.sees("Make it again")


@pytest.mark.parametrize(
    ("lines", "then", "sentence"),
    [
        ((STEP, PROBLEM), "sys.exit(3)", "The disk is full."),
        ((), "sys.exit(7)", "its process ended with status 7"),
        (("nonsense",), "", "its process ended with status 0"),
    ],
)
def test_that_a_failure_is_a_sentence_and_nothing_is_recorded(
    harbour: ProgramDriver,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lines: tuple[str, ...],
    then: str,
    sentence: str,
) -> None:
    instead(monkeypatch, *lines, then=then)
    make(harbour, tmp_path / "report.pdf")
    harbour.wait_until(lambda: harbour.sees(sentence))
    assert issued(harbour) == []
    assert harbour.sees("Make the report")


def test_that_a_program_that_cannot_be_started_is_said_to_be_so(
    harbour: ProgramDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "render_command", lambda: (str(tmp_path / "nothing"),))
    make(harbour, tmp_path / "report.pdf")
    harbour.wait_until(lambda: harbour.sees("could not be started"))


def test_that_closing_the_assessment_stops_the_work(
    harbour: ProgramDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(monkeypatch, STEP, then="time.sleep(60)")
    make(harbour, tmp_path / "report.pdf")
    harbour.wait_until(lambda: harbour.sees("Drawing page 3"))
    harbour.choose("Close assessment")
    assert harbour.sees("New assessment")


def test_that_without_a_place_nothing_is_made(harbour: ProgramDriver) -> None:
    harbour.go_to("Report")
    harbour.will_choose(None)
    harbour.click("Make the report")
    assert harbour.focused() == "Make the report"
    assert issued(harbour) == []


def test_that_the_real_report_lies_where_it_was_asked_for(
    harbour: ProgramDriver, tmp_path: Path
) -> None:
    target = tmp_path / "report.pdf"
    make(harbour, target)
    harbour.wait_until(lambda: harbour.sees("The report is ready"))
    data = target.read_bytes()
    assert data.startswith(b"%PDF-")
    assert [one.sha256 for one in issued(harbour)] == [hashlib.sha256(data).hexdigest()]


def test_that_a_report_that_could_not_be_recorded_says_so(
    harbour: ProgramDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise ComputerError("The disk is full.", "Make room.")

    instead(monkeypatch, ISSUED)
    monkeypatch.setattr(harbour.session, "report_issued", refuse)
    make(harbour, tmp_path / "report.pdf")
    harbour.wait_until(lambda: harbour.sees("The report is ready"))
    assert harbour.sees("The disk is full. Make room.")
    assert issued(harbour) == []


def test_that_a_report_that_cannot_be_built_is_a_sentence(
    harbour: ProgramDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise AppError("Part of this file is damaged.", "Open a copy.")

    monkeypatch.setattr(harbour.session.file, "audit", fail)
    make(harbour, tmp_path / "report.pdf")
    assert harbour.sees("Part of this file is damaged.")
    assert harbour.sees("Open a copy.")


def test_that_a_change_of_the_look_keeps_what_is_being_made(
    harbour: ProgramDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(monkeypatch, ISSUED)
    make(harbour, tmp_path / "report.pdf")
    harbour.wait_until(lambda: harbour.sees("The report is ready"))
    harbour.choose("Dark")
    assert harbour.sees("The report is ready")
    harbour.choose("Light")
