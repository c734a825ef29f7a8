# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Has the report drawn by a child process, so that a crash there costs nothing here."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import ValidationError

from actready.errors import AppError, ComputerError
from actready.i18n import gettext as _
from actready.report.context import ReportContext
from actready.report.job import ANSWER, Issued, Job, Problem, Step, job_for

VERB = "render-report"


def child_command() -> list[str]:
    """Return the command that starts a child of this program, bundled or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, VERB]
    return [sys.executable, "-m", "actready", VERB]


def write_pdf(
    context: ReportContext,
    target: Path,
    attachment: bytes,
    progress: Callable[[str], None],
    command: Sequence[str] = (),
) -> Issued:
    """Write the report to ``target``, with the data of the assessment inside.

    ``progress`` gets a sentence at each step. Raises AppError with what went wrong; ``target`` is
    then as it was before.
    """
    job = job_for(context, target, attachment)
    return run(job, progress, command or child_command())


def run(job: Job, progress: Callable[[str], None], command: Sequence[str]) -> Issued:
    """Give a job to a child and wait for it. An exception in ``progress`` ends the child."""
    with subprocess.Popen(
        list(command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as child:
        try:
            return _conversation(child, job, progress)
        finally:
            child.kill()


def _conversation(
    child: subprocess.Popen[str], job: Job, progress: Callable[[str], None]
) -> Issued:
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(job.model_dump_json())
        child.stdin.close()
    except BrokenPipeError:
        raise _broke_off() from None
    for line in child.stdout:
        match _answer(line):
            case Step(text=text):
                progress(text)
            case Issued() as issued:
                return issued
            case Problem() as problem:
                raise _error(problem)
    raise _broke_off()


def _answer(line: str) -> Step | Issued | Problem | None:
    try:
        return ANSWER.validate_json(line)
    except ValidationError:
        return None


def _error(problem: Problem) -> AppError:
    kind = ComputerError if problem.exit_status == ComputerError.exit_status else AppError
    return kind(problem.message, problem.hint)


def _broke_off() -> ComputerError:
    return ComputerError(
        _("The part of the program that draws reports broke off. No report was written."),
        _("Try again. If it happens twice, report it with the size of the assessment."),
    )
