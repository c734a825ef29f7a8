# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps the focus where it was while a page builds its content anew."""

from __future__ import annotations

from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class FocusKeeper:
    """Remembers the named widget that has the focus, and gives it back to the one that follows it.

    Used as a context around the work. Widgets without an object name are not remembered.
    """

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._name = ""

    def __enter__(self) -> None:
        """Remember who has the focus."""
        widget = QApplication.focusWidget()
        inside = widget is not None and self._page.isAncestorOf(widget)
        self._name = widget.objectName() if widget is not None and inside else ""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the focus back."""
        found = self._page.findChild(QWidget, self._name) if self._name else None
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
