# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The three families of signs, and icons, as widgets."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from actready.gui.theme import Theme


class Sign(QWidget):
    """A sign such as ``established`` or ``partly``. The word for it stands beside it."""

    def __init__(self, theme: Theme, sign: str, side: int = 20) -> None:
        super().__init__()
        self._theme = theme
        self._sign = sign
        side = theme.length(side)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        painter = QPainter(self)
        self._theme.draw_sign(painter, QRectF(self.rect()), self._sign)


class Icon(QWidget):
    """An icon beside a word."""

    def __init__(self, theme: Theme, name: str, role: str = "ink_2", side: int = 20) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._role = role
        side = theme.length(side)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        self._theme.draw(painter, QRectF(self.rect()), self._name, self._role)
