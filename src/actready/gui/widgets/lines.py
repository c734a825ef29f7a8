# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small compositions that several pages need: a sign with its word, rows that fold when narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from actready.gui.theme import Theme
from actready.gui.widgets.sign import Sign
from actready.gui.widgets.text import Label


def sign_line(
    theme: Theme, sign: str, text: str, role: str = "body", side: int = 18, *, wrap: bool = True
) -> QWidget:
    """Return a sign with its words beside it."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.length(8))
    mark = Sign(theme, sign, side)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(text, role, wrap=wrap), 1)
    return line


class FoldingRow(QWidget):
    """Widgets side by side, or under one another where the row is narrower than ``limit``."""

    def __init__(self, limit: int, gap: int, gap_when_folded: int) -> None:
        super().__init__()
        self._limit = limit
        self._gap = gap
        self._gap_when_folded = gap_when_folded
        self.cells = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.cells.setContentsMargins(0, 0, 0, 0)
        self.cells.setSpacing(gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_folded(self) -> bool:
        """Whether the widgets stand under one another."""
        return self.cells.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold as the width asks for it."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._limit
        if narrow is not self.is_folded:
            across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self.cells.setDirection(down if narrow else across)
            self.cells.setSpacing(self._gap_when_folded if narrow else self._gap)
            self.updateGeometry()
