# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready report: builds the report here, and lets a process of its own draw the PDF."""

from __future__ import annotations

from pathlib import Path

from actready.cli.console import Console
from actready.cli.source import Source
from actready.errors import AppError
from actready.exports.saving import DOCUMENT, check_place
from actready.i18n import gettext as _
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

    A name that ends with .docx gives a text document, every other a PDF. Raises AppError where
    there is no such folder, before any work is done.
    """
    check_place(target)
    if target.suffix.lower() == DOCUMENT:
        if signing is not None:
            raise AppError(
                _("A text document cannot be signed."), _("Sign the report as a PDF instead.")
            )
        from actready.cli.plan import write_document

        return write_document(source, console, target, language)
    context = source.context(language)
    issued = drawn(job_for(context, target, source.canonical, signing), console)
    console.say(
        _("{target}: {pages} pages, SHA-256 {digest}").format(
            target=target, pages=issued.pages, digest=issued.sha256
        )
    )
    return 0


def drawn(job: Job, console: Console) -> Issued:
    """Let a child process draw a report. Raises AppError with what it says where it cannot."""
    progress = Progress(console)
    try:
        return run(job, progress.step, child_command())
    finally:
        progress.finish()
