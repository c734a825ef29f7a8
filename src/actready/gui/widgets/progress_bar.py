# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A bar that counts: answered in ink, "I don't know" in its own colour, the rest empty."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from actready.gui.theme import Theme


class CountBar(QWidget):
    """Shows counts as lengths. The counts stand beside it in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts = (0, 0, 0)
        self.setFixedHeight(theme.length(8))

    def set_counts(self, known: int, unknown: int, total: int) -> None:
        """Show how many are answered, how many are unknown, and how many there are."""
        self._counts = (known, unknown, total)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both lengths inside an outline."""
        known, unknown, total = self._counts
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.colour("line_strong"), 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRect(box)
        painter.setPen(Qt.PenStyle.NoPen)
        step = box.width() / total if total else 0.0
        first = self._length(box, 0, known * step)
        painter.fillRect(first, self._theme.colour("ink"))
        if unknown:
            second = self._length(box, known * step + 1, unknown * step - 1)
            painter.fillRect(second, self._theme.colour("unk"))

    def _length(self, box: QRectF, start: float, width: float) -> QRectF:
        left = box.right() - start - width if self.isRightToLeft() else box.left() + start
        return QRectF(left, box.top(), max(width, 0.0), box.height())
