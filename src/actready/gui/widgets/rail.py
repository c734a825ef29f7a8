# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The numbered rail: steps under one another, joined by a line, that end in a conclusion."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from actready.gui.theme import Theme
from actready.gui.widgets.chip import Reference
from actready.gui.widgets.chip_column import ChipColumn
from actready.gui.widgets.sign import Sign
from actready.gui.widgets.text import Label, rich_label

_START = 62
_MIDDLE = 35
_RADIUS = 12
_TOP = Qt.AlignmentFlag.AlignTop


class RailStep(QWidget):
    """One step: its number on the rail, words beside it, provisions at the right."""

    def __init__(self, theme: Theme, number: int, *, first: bool, last: bool) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._first = first
        self._last = last
        side = theme.length(20)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.length(_START), theme.length(20 if first else 8), side, 0)
        row.setSpacing(side)
        self.words = QVBoxLayout()
        self.words.setSpacing(theme.length(2))
        self.words.setContentsMargins(0, 0, 0, theme.length(14 if not last else 22))
        self.words.addStretch(1)
        row.addLayout(self.words, 1)
        self._row = row

    def say(self, text: str, role: str = "body") -> None:
        """Add a line of plain text."""
        if text:
            self._add(Label(text, role))

    def say_answer(self, introduction: str, answer: str) -> None:
        """Add a line such as You answered: **a price**. The answer is shown as plain text."""
        words = f"{escape(introduction)} <b>{escape(answer)}</b>"
        self._add(rich_label(words, "muted"))

    def cite(self, references: tuple[Reference, ...], ground: str = "surface") -> None:
        """Add the provisions."""
        self._row.addWidget(ChipColumn(self._theme, references, ground), 0, _TOP)

    def _add(self, label: Label) -> None:
        self.words.insertWidget(self.words.count() - 1, label)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rail and the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        centre = self._centre()
        painter.setPen(QPen(theme.colour("line_strong"), 1.5))
        top = centre.y() if self._first else 0
        bottom = centre.y() if self._last else self.height()
        painter.drawLine(QPointF(centre.x(), top), QPointF(centre.x(), bottom))
        radius = theme.length(_RADIUS)
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("caption", strong=True))
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _centre(self) -> QPointF:
        x = self._theme.length(_MIDDLE)
        y = self._theme.length(32 if self._first else 20)
        return QPointF(self.width() - x if self.isRightToLeft() else x, y)


class RailEnd(QFrame):
    """The tinted row a chain ends in: the square and the sentence that begins with So."""

    def __init__(
        self,
        theme: Theme,
        sign: str,
        sentence: str,
        more: tuple[str, ...],
        references: tuple[Reference, ...],
    ) -> None:
        super().__init__()
        self.setProperty("card", "conclusion")
        row = QHBoxLayout(self)
        side, edge = theme.length(20), theme.length(14)
        row.setContentsMargins(theme.length(_MIDDLE - 11), edge, side, edge)
        row.setSpacing(theme.length(15))
        row.addWidget(Sign(theme, sign, 22), 0, _TOP)
        words = QVBoxLayout()
        words.setSpacing(theme.length(4))
        words.addWidget(Label(sentence, "h3"))
        for text in more:
            words.addWidget(Label(text, "small"))
        row.addLayout(words, 1)
        row.addWidget(ChipColumn(theme, references, "tint"), 0, _TOP)
