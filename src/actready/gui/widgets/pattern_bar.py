# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bar of statuses: each has a pattern of its own, so that it can be read without colours."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from actready.gui.theme import Theme


class PatternBar(QWidget):
    """Shows counts as lengths: full, hatched, outlined, dashed, and a thin line for the rest.

    The counts stand beside it in words, so it is of no use to assistive technology.
    """

    def __init__(self, theme: Theme, counts: Mapping[str, int]) -> None:
        """Take the counts of met, partly, open, unknown and not_applicable."""
        super().__init__()
        self._theme = theme
        self._counts = counts
        self.setFixedHeight(theme.length(13))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one length after another, from the side at which reading begins."""
        total = sum(self._counts.values())
        if not total:
            return
        painter = QPainter(self)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        left = 0.0
        for status, number in self._counts.items():
            width = self.width() * number / total
            if number:
                box = QRectF(left, 0, max(width - 2, 1), self.height())
                self._paint(painter, box, status)
            left += width

    def _paint(self, painter: QPainter, box: QRectF, status: str) -> None:
        colour = self._theme.colour
        inner = box.adjusted(1, 1, -1, -1)
        match status:
            case "met":
                painter.fillRect(box, colour("good"))
            case "partly":
                painter.fillRect(box, colour("part_tint"))
                painter.fillRect(box, QBrush(colour("part"), Qt.BrushStyle.BDiagPattern))
                self._outline(painter, inner, QPen(colour("part"), 2))
            case "open":
                self._outline(painter, inner, QPen(colour("bad"), 2))
            case "unknown":
                painter.fillRect(inner, colour("unk_tint"))
                self._outline(painter, inner, QPen(colour("unk"), 2, Qt.PenStyle.DashLine))
            case _:
                line = QRectF(box.left(), box.center().y() - 1, box.width(), 2)
                painter.fillRect(line, colour("line_strong"))

    def _outline(self, painter: QPainter, box: QRectF, pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
