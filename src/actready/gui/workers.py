# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Work in a process of its own: the report is drawn there, so that the window never waits."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, Signal

from actready.errors import AppError, ComputerError
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.report.job import Job

_VERB: Final = "render-report"
#: Milliseconds; a killed process is gone long before.
_PATIENCE: Final = 5000
_MODULE: Final = ("-m", "actready")


def render_command() -> tuple[str, ...]:
    """Return how the program starts itself to draw a report."""
    module = () if getattr(sys, "frozen", False) else _MODULE
    return (sys.executable, *module, _VERB)


class ReportWorker(QObject):
    """Draws one report at a time.

    Ends with ``issued`` (pages, SHA-256), with ``failed`` (an AppError) or with ``cancelled``.
    """

    stepped = Signal(str)
    issued = Signal(int, str)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject, command: tuple[str, ...] | None = None) -> None:
        super().__init__(parent)
        self._command = command or render_command()
        self._process: QProcess | None = None
        self._result: tuple[int, str] | AppError | None = None
        self._cancelling = False
        self._rest = b""

    def start(self, job: Job) -> None:
        """Begin to draw a report."""
        process = QProcess(self)
        self._process = process
        self._result = None
        self._cancelling = False
        self._rest = b""
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fail)
        data = job.model_dump_json().encode()
        process.started.connect(lambda: self._hand_over(process, data))
        process.start(self._command[0], list(self._command[1:]))

    def cancel(self) -> None:
        """Stop drawing. What was at the target stays as it was."""
        if self._process is not None:
            self._cancelling = True
            self._process.kill()

    def stop(self) -> None:
        """Stop drawing without a word, and wait until the process is gone."""
        if (process := self._process) is not None:
            self._process = None
            process.finished.disconnect()
            process.kill()
            process.waitForFinished(_PATIENCE)
            process.deleteLater()

    def _hand_over(self, process: QProcess, data: bytes) -> None:
        process.write(data)
        process.closeWriteChannel()

    def _hear(self) -> None:
        if self._process is None:
            return
        text = self._rest + bytes(self._process.readAllStandardOutput().data())
        *lines, self._rest = text.split(b"\n")
        for line in lines:
            self._heard(line)

    def _heard(self, line: bytes) -> None:
        from pydantic import ValidationError

        from actready.report.job import ANSWER, Issued, Problem, Step

        try:
            message = ANSWER.validate_json(line)
        except ValidationError:
            return
        match message:
            case Step(text=text):
                self.stepped.emit(text)
            case Issued(pages=pages, sha256=digest):
                self._result = (pages, digest)
            case Problem(message=problem, hint=hint):
                self._result = AppError(problem, hint)

    def _fail(self, error: QProcess.ProcessError) -> None:
        """Say that the process could not even be started; other errors end in ``_finish``."""
        if error is QProcess.ProcessError.FailedToStart:
            self._let_go()
            self.failed.emit(
                ComputerError(
                    _("The process that draws the report could not be started."),
                    _("Nothing was written. Install ActReady again."),
                )
            )

    def _finish(self, status: int) -> None:
        self._hear()
        self._let_go()
        if self._cancelling:
            self.cancelled.emit()
        elif isinstance(self._result, tuple):
            self.issued.emit(*self._result)
        else:
            self.failed.emit(self._result or _died(status))

    def _let_go(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None


def _died(status: int) -> ComputerError:
    return ComputerError(
        _("The report could not be drawn: its process ended with status {status}.").format(
            status=status
        ),
        _("Nothing was written. Run actready --self-test, which says what is missing."),
    )
