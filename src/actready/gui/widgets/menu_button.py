# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A button that opens a list of commands under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from actready.gui.theme import Theme
from actready.gui.widgets.buttons import Button
from actready.i18n import gettext as _

Command = tuple[str, Callable[[], object]]

_CHEVRON: Final = 20


class CommandsButton(Button):
    """Has a chevron at its end; what it does is said in the words of its list."""

    def __init__(self, theme: Theme, text: str, commands: Sequence[Command]) -> None:
        super().__init__(theme, text, "switch")
        self._theme = theme
        self._list = QMenu(self)
        for words, act in commands:
            action = self._list.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, act=act: act())
        self.setAccessibleName(text)
        self.setAccessibleDescription(_("Opens a list"))
        self.clicked.connect(lambda _checked=False: self.open_list())

    def open_list(self) -> None:
        """Open the list under the button."""
        self._list.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        """Leave room for the chevron."""
        return super().sizeHint() + QSize(self._theme.length(_CHEVRON), 0)

    def minimumSizeHint(self) -> QSize:
        """Leave room for the chevron."""
        return super().minimumSizeHint() + QSize(self._theme.length(_CHEVRON), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the chevron."""
        super().paintEvent(event)
        side = self._theme.length(_CHEVRON)
        left = self._theme.length(6) if self.isRightToLeft() else self.width() - side * 1.3
        box = QRectF(left, (self.height() - side) / 2, side, side)
        self._theme.draw(QPainter(self), box, "chevron_down", "ink_2")
