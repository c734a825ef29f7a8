# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Boxes: cards, banners, scrolling columns, and the disclosure that folds a part away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from actready.gui.theme import Theme
from actready.gui.widgets.buttons import Button
from actready.gui.widgets.sign import Sign
from actready.gui.widgets.text import Label


class Column(QWidget):
    """A column of widgets that gives way sideways, so that only its height makes it scroll."""

    def __init__(self, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0) -> None:
        super().__init__()
        self.setObjectName("column")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(*margins)
        self.rows.setSpacing(gap)

    def minimumSizeHint(self) -> QSize:
        """Return nothing, see the class."""
        return QSize(0, 0)


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down on its own and never sideways."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        """Return nothing: a scrolling column fits everywhere."""
        return QSize(0, 0)


class Card(QFrame):
    """A white sheet with a hairline around it. Its ``rows`` take widgets."""

    def __init__(self, theme: Theme, pad: int = 20, kind: str = "plain") -> None:
        super().__init__()
        self.setProperty("card", kind)
        self.rows = QVBoxLayout(self)
        pad = theme.length(pad)
        self.rows.setContentsMargins(pad, pad, pad, pad)
        self.rows.setSpacing(theme.length(8))


class Banner(QFrame):
    """One sentence that one must not miss, with one button at most.

    ``kind`` is ``unk`` for unknown, ``bad`` for due or error, ``accent`` for news.
    """

    def __init__(
        self,
        theme: Theme,
        kind: str,
        sign: str,
        title: str,
        text: str = "",
        button: Button | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("card", kind)
        row = QHBoxLayout(self)
        edge = theme.length(8)
        row.setContentsMargins(theme.length(16), edge, theme.length(14), edge)
        row.setSpacing(theme.length(14))
        row.addWidget(Sign(theme, sign), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.length(2))
        words.addWidget(Label(title, "strong"))
        if text:
            words.addWidget(Label(text, "small"))
        row.addLayout(words, 1)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class Disclosure(QFrame):
    """A card whose content can be folded away under its heading, also with ``key``."""

    toggled = Signal(bool)

    def __init__(
        self, theme: Theme, title: str, inside: QWidget, *, opened: bool = True, key: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._theme = theme
        self._inside = inside
        rows = QVBoxLayout(self)
        pad = theme.length(10)
        rows.setContentsMargins(pad, pad, pad, pad)
        self.heading = Button(theme, title, "quiet", icon="chevron_up")
        self.heading.clicked.connect(lambda _checked=False: self.toggle())
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(Label(key, "caption", wrap=False))
        rows.addLayout(head)
        rows.addWidget(inside)
        self._set_opened(opened)

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return not self._inside.isHidden()

    def toggle(self) -> None:
        """Show the content, or fold it away."""
        self._set_opened(not self.is_open)
        self.toggled.emit(self.is_open)

    def _set_opened(self, opened: bool) -> None:
        self._inside.setVisible(opened)
        name = "chevron_up" if opened else "chevron_down"
        self.heading.setIcon(self._theme.icon(name, "accent", gap=6))


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
