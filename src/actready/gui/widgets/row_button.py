# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A row of a list that is one button: the whole width is its target."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy

from actready.gui.theme import Theme


class RowButton(QAbstractButton):
    """A row that can be pressed. Fill its ``row``, a horizontal layout, with labels and signs."""

    def __init__(self, theme: Theme, name: str, description: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._rounds_below = False
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = QHBoxLayout(self)
        side, edge = theme.length(20), theme.length(12)
        self.row.setContentsMargins(side, edge, side, edge)
        self.row.setSpacing(theme.length(14))

    def set_last(self) -> None:
        """Round the lower corners of the hover tint, for the last row of a card."""
        self._rounds_below = True

    def minimumSizeHint(self) -> QSize:
        """Return the height alone; the width gives way."""
        return QSize(0, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the row as Space does, and the arrows walk along the rows."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Down:
                self._walk(1)
            case Qt.Key.Key_Up:
                self._walk(-1)
            case _:
                super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        """Give the focus to the row below or above in the same list, if there is one."""
        holder = self.parentWidget()
        rows = [one for one in holder.findChildren(RowButton) if one.isVisible()] if holder else []
        rows.sort(key=lambda row: row.y())
        place = rows.index(self) + step if self in rows else -1
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the tint under the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the tint away."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint the row under the mouse."""
        if not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._shape(), self._theme.colour("hover"))

    def _shape(self) -> QPainterPath:
        box = QRectF(self.rect())
        path = QPainterPath()
        path.addRect(box)
        if self._rounds_below:
            path.clear()
            path.addRoundedRect(box, 7, 7)
            path.addRect(QRectF(box.topLeft(), QPointF(box.right(), box.center().y())))
            path.setFillRule(Qt.FillRule.WindingFill)
        return path
