# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready report: builds the report here, and lets a process of its own draw the PDF."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from actready import __version__
from actready.cli import RENDER
from actready.cli.console import Console
from actready.cli.source import Source
from actready.errors import AppError, ComputerError
from actready.files import missing
from actready.i18n import gettext as _
from actready.report.build import build_context
from actready.report.job import ANSWER, Issued, Job, Problem, Step, job_for
from actready.storage.interchange import canonical_json


class Progress:
    """Shows how far the work is: on one line of a terminal, or as few lines of a log."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._said = ""

    def step(self, text: str) -> None:
        """Show a step; where lines stay, one that differs in a number only is left out."""
        stem = text.rstrip("0123456789")
        if self._console.err.isatty():
            self._console.err.write(f"\r\x1b[K{text}")
            self._console.err.flush()
        elif stem != self._said:
            self._console.say(text)
        self._said = stem

    def finish(self) -> None:
        """Clear the line."""
        if self._console.err.isatty():
            self._console.err.write("\r\x1b[K")


_COMMAND: Final = (sys.executable, "-m", "actready", RENDER)


def write_report(source: Source, console: Console, target: Path, language: str) -> int:
    """Write the report of an assessment to ``target``, which appears when it is complete.

    Raises AppError where there is no such folder, before any work is done.
    """
    _check_place(target)
    context = build_context(
        source.assessment,
        source.questionnaire,
        source.as_of,
        source.record,
        __version__,
        language,
    )
    data = canonical_json(source.assessment, source.as_of, source.editions)
    issued = drawn(job_for(context, target, data), console)
    console.say(
        _("{target}: {pages} pages, SHA-256 {digest}").format(
            target=target, pages=issued.pages, digest=issued.sha256
        )
    )
    return 0


def _check_place(target: Path) -> None:
    if not target.parent.is_dir():
        raise missing(target)
    if target.is_dir():
        raise AppError(
            _("“{path}” is a folder.").format(path=target), _("Add the name of a file to it.")
        )


def drawn(job: Job, console: Console) -> Issued:
    """Let a child process draw a report. Raises AppError with what it says where it cannot."""
    with subprocess.Popen(
        _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            child.stdin.write(job.model_dump_json())
            child.stdin.close()
        except BrokenPipeError:
            raise _died(child.wait()) from None
        result: Issued | None = None
        progress = Progress(console)
        try:
            for line in child.stdout:
                result = _heard(line, progress) or result
        finally:
            progress.finish()
    if result is None:
        raise _died(child.returncode)
    return result


def _heard(line: str, progress: Progress) -> Issued | None:
    try:
        message = ANSWER.validate_json(line)
    except ValidationError:
        return None
    match message:
        case Step(text=text):
            progress.step(text)
        case Problem(message=problem, hint=hint, exit_status=status):
            raise ComputerError(problem, hint) if status == 3 else AppError(problem, hint)
        case Issued():
            return message
    return None


def _command() -> tuple[str, ...]:
    bundled = getattr(sys, "frozen", False)
    return (sys.executable, RENDER) if bundled else _COMMAND


def _died(status: int | None) -> ComputerError:
    return ComputerError(
        _("The report could not be drawn: its process ended with status {status}.").format(
            status=status
        ),
        _("Nothing was written. Run actready --self-test, which says what is missing."),
    )
