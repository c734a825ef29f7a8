# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The child process: reads one job from standard input, draws it, says how it goes."""

from __future__ import annotations

import hashlib
import sys
from typing import Final, TextIO

from pydantic import ValidationError

from actready.errors import AppError
from actready.files import replacing, told
from actready.i18n import gettext as _
from actready.report.engine import draw
from actready.report.job import Issued, Job, Message, Problem, Step

#: More than any report of hundreds of subjects needs.
MAX_JOB: Final = 200_000_000


def main(source: TextIO | None = None, answers: TextIO | None = None) -> int:
    """Do one job and return the exit status. Every failure is a sentence in a message."""
    channel = answers or sys.stdout
    try:
        say(channel, _issue(_read(source or sys.stdin), channel))
    except AppError as error:
        problem = Problem(message=error.message, hint=error.hint, exit_status=error.exit_status)
        say(channel, problem)
        return error.exit_status
    return 0


def say(channel: TextIO, message: Message) -> None:
    """Write one message as one line, at once."""
    channel.write(message.model_dump_json() + "\n")
    channel.flush()


def _read(source: TextIO) -> Job:
    text = source.read(MAX_JOB + 1)
    try:
        return Job.model_validate_json(text[:MAX_JOB])
    except ValidationError as error:
        raise AppError(
            _("This is no job for a report."),
            _("The program starts this command itself. Use “actready report” instead."),
        ) from error


def _issue(job: Job, channel: TextIO) -> Issued:
    drawing = draw(job, lambda text: say(channel, Step(text=text)))
    with replacing(job.target) as part, told(part):
        part.write_bytes(drawing.data)
    return Issued(pages=drawing.pages, sha256=hashlib.sha256(drawing.data).hexdigest())
