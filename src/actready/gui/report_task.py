# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The making of a report, from the press of the button to the entry in the record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from actready import __version__
from actready.errors import AppError
from actready.gui.workers import ReportWorker

if TYPE_CHECKING:
    from actready.report.job import Job, Signing
    from actready.session import AssessmentSession


class Phase(StrEnum):
    """How far the making is."""

    IDLE = "idle"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TaskState:
    """What the page shows: the phase, and what belongs to it."""

    phase: Phase = Phase.IDLE
    step: str = ""
    target: Path | None = None
    pages: int = 0
    sha256: str = ""
    error: AppError | None = None


class ReportTask(QObject):
    """Lives as long as the session is open, so that one may leave the page while it works."""

    changed = Signal()

    def __init__(
        self, session: AssessmentSession, parent: QObject, worker: ReportWorker | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._worker = worker or ReportWorker(self)
        self._worker.stepped.connect(self._stepped)
        self._worker.issued.connect(self._issued)
        self._worker.failed.connect(self._failed)
        self._worker.cancelled.connect(self._cancelled)
        self._as_of = session.as_of
        self.state = TaskState()

    def start(self, target: Path, signing: Signing | None = None) -> None:
        """Build the report, and let it be drawn to ``target`` and signed."""
        self._as_of = self._session.as_of
        try:
            job = self._job(target, signing)
        except AppError as error:
            self._show(TaskState(Phase.FAILED, error=error))
            return
        self._show(TaskState(Phase.WORKING, target=target))
        self._worker.start(job)

    def cancel(self) -> None:
        """Stop drawing."""
        self._worker.cancel()

    def stop(self) -> None:
        """Stop drawing for good, and wait until the process is gone."""
        self._worker.stop()

    def _job(self, target: Path, signing: Signing | None) -> Job:
        """Build the job. What draws it is loaded only now, since most sessions never need it."""
        from actready.report.job import job_for
        from actready.session.reporting import report_context
        from actready.storage.interchange import Origin, canonical_json

        session = self._session
        context = report_context(session)
        editions = {one.act.value: one.id for one in session.questionnaire.editions}
        record = context.record
        assert record is not None  # an open assessment has one
        origin = Origin(__version__, record.entries, record.head, record.last_at)
        data = canonical_json(session.assessment, session.as_of, editions, origin)
        return job_for(context, target, data, signing)

    def _stepped(self, text: str) -> None:
        self._show(TaskState(Phase.WORKING, text, self.state.target))

    def _issued(self, pages: int, sha256: str) -> None:
        """Record the report. One that was made but not recorded is said to be so."""
        done = TaskState(Phase.DONE, "", self.state.target, pages, sha256)
        try:
            self._session.report_issued(self._as_of, sha256)
        except AppError as error:
            done = TaskState(Phase.DONE, "", self.state.target, pages, sha256, error)
        self._show(done)

    def _failed(self, error: AppError) -> None:
        self._show(TaskState(Phase.FAILED, error=error))

    def _cancelled(self) -> None:
        self._show(TaskState())

    def _show(self, state: TaskState) -> None:
        self.state = state
        self.changed.emit()
