# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A box that puts widgets side by side and begins a new row where the width ends.

It is a widget and no QLayout: a layout written in Python has to return None from ``itemAt`` to Qt,
and each such return takes one reference to None too many, until the interpreter stops.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowBox(QWidget):
    """Rows of widgets with a fixed gap, mirrored for writing from right to left."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._gap = gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Take a widget at the end."""
        widget.setParent(self)
        self._widgets.append(widget)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Return that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        places = self._places(width)
        return max((box.y() + box.height() for box in places), default=0)

    def sizeHint(self) -> QSize:
        """Return the size of everything in one row."""
        sizes = [one.sizeHint() for one in self._widgets]
        width = sum(one.width() for one in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((one.height() for one in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest widget."""
        sizes = [one.sizeHint() for one in self._widgets]
        width = max((one.width() for one in sizes), default=0)
        return QSize(width, max((one.height() for one in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the widgets."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Place the widgets again when one of them changes its size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        for widget, box in zip(self._widgets, self._places(self.width()), strict=True):
            widget.setGeometry(self._mirrored(box))

    def _places(self, width: int) -> list[QRect]:
        x = y = row = 0
        places: list[QRect] = []
        for widget in self._widgets:
            size = widget.sizeHint().boundedTo(QSize(max(width, 1), 16_777_215))
            if x > 0 and x + size.width() > width:
                x, y, row = 0, y + row + self._gap, 0
            places.append(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            row = max(row, size.height())
        return places

    def _mirrored(self, box: QRect) -> QRect:
        if not self.isRightToLeft():
            return box
        return QRect(QPoint(self.width() - box.x() - box.width(), box.y()), box.size())
