# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turns what a session tells into one Qt signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from actready.session import AssessmentSession, Change


class Notifier(QObject):
    """Sends ``changed`` with the Change each time something happened to the assessment."""

    changed = Signal(object)

    def __init__(self, session: AssessmentSession, parent: QObject) -> None:
        super().__init__(parent)
        self._unsubscribe = session.subscribe(self._tell)

    def stop(self) -> None:
        """Listen no longer."""
        self._unsubscribe()

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)
