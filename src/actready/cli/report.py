# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready report: builds the report here, and lets a process of its own draw the PDF."""

from __future__ import annotations

from pathlib import Path

from actready import __version__
from actready.cli.console import Console
from actready.cli.source import Source
from actready.errors import AppError
from actready.files import missing
from actready.i18n import gettext as _
from actready.report.build import build_context
from actready.report.job import Issued, Job, Signing, job_for
from actready.report.pdf import child_command, run


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


def write_report(
    source: Source,
    console: Console,
    target: Path,
    language: str,
    signing: Signing | None = None,
) -> int:
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
    issued = drawn(job_for(context, target, source.canonical, signing), console)
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
    progress = Progress(console)
    try:
        return run(job, progress.step, child_command())
    finally:
        progress.finish()
