# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of an outline: sign, words, and a count; the present one is marked by a bar and white."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from actready.gui.theme import Theme
from actready.gui.widgets.keys import ENTER

_SCROLL_BAR: Final = 14


class OutlineRow(QAbstractButton):
    """One row that leads somewhere. ``state`` says in words what the sign shows."""

    def __init__(
        self,
        theme: Theme,
        sign: str,
        text: str,
        count: str = "",
        *,
        state: str = "",
        current: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._sign = sign
        self._count = count
        self._current = current
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(", ".join(filter(None, (text, count, state))))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def update_state(self, sign: str, count: str, state: str) -> None:
        """Show another state of the same row."""
        if (sign, count) != (self._sign, self._count):
            self._sign, self._count = sign, count
            self.setAccessibleName(", ".join(filter(None, (self._words, count, state))))
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Return that long words take several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width, beside the scroll bar that may come."""
        flags = int(Qt.TextFlag.TextWordWrap.value)
        bar = self._theme.length(_SCROLL_BAR)
        room = QRectF(0, 0, max(width - self._taken() - bar, 40), 10_000)
        needed = self._metrics().boundingRect(room, flags, self._words).height()
        return max(self._theme.size("outline_row"), round(needed) + self._theme.length(14))

    def sizeHint(self) -> QSize:
        """Return the size in a panel of the usual width."""
        width = self._theme.size("outline")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a small width, see the class Label, and a height that cuts no line."""
        return QSize(40, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter too; systems differ in this."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._current or self.underMouse():
            painter.fillRect(box, theme.colour("surface" if self._current else "hover"))
        if self._current:
            painter.fillRect(self._mirrored(QRectF(0, 0, 4, box.height())), theme.colour("accent"))
        side = theme.length(18)
        top = (theme.size("outline_row") - side) / 2
        if self._sign:
            place = self._mirrored(QRectF(theme.length(16), top, side, side))
            theme.draw_sign(painter, place, self._sign)
        self._paint_words(painter, box)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        left = theme.length(44)
        room = QRectF(left, 0, box.width() - self._taken(), box.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("small", strong=self._current))
        flags = middle | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.drawText(self._mirrored(room), flags, self._words)
        painter.setPen(theme.colour("ink_2"))
        painter.setFont(theme.font("caption"))
        side = box.adjusted(0, 0, -theme.length(14), 0)
        trailing = middle | Qt.AlignmentFlag.AlignTrailing
        painter.drawText(self._mirrored(side), trailing, self._count)

    def _taken(self) -> float:
        """Return the width that sign, count and gaps take."""
        caption = QFontMetricsF(self._theme.font("caption"))
        count = caption.horizontalAdvance(self._count) + self._theme.length(8) if self._count else 0
        return self._theme.length(44 + 14) + count

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font("small", strong=True))

    def _mirrored(self, box: QRectF) -> QRectF:
        if not self.isRightToLeft():
            return box
        return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())
