# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Buttons: one primary a page, secondary ones outlined, quiet ones in the accent colour."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from actready.gui.theme import Theme
from actready.gui.widgets.keys import ENTER

_ICON_GAP: Final = 6


class Button(QPushButton):
    """A button with a verb. ``kind`` is primary, secondary, quiet, tool or tab."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        dense: bool = False,
    ) -> None:
        super().__init__(text.replace("&", "&&"))
        self.setProperty("kind", kind)
        self.setProperty("dense", dense)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            role = {"primary": "on_accent", "quiet": "accent"}.get(kind, "ink_2")
            gap = _ICON_GAP if text else 0
            self.setIcon(theme.icon(icon, role, gap))
            self.setIconSize(theme.icon_size(gap))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with Enter too; systems differ in this."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


def primary(theme: Theme, text: str, action: Callable[[], object], icon: str = "") -> Button:
    """Return the one primary button of a page."""
    return _connected(Button(theme, text, "primary", icon=icon), action)


def secondary(theme: Theme, text: str, action: Callable[[], object], icon: str = "") -> Button:
    """Return an outlined button."""
    return _connected(Button(theme, text, "secondary", icon=icon), action)


def quiet(
    theme: Theme, text: str, action: Callable[[], object], icon: str = "", *, dense: bool = False
) -> Button:
    """Return a button that looks like a link."""
    return _connected(Button(theme, text, "quiet", icon=icon, dense=dense), action)


def icon_button(theme: Theme, name: str, icon: str, action: Callable[[], object]) -> Button:
    """Return a button that shows only an icon; ``name`` is its tooltip and accessible name."""
    button = _connected(Button(theme, "", "tool", icon=icon), action)
    button.setAccessibleName(name)
    button.setToolTip(as_tooltip(name))
    return button


def as_tooltip(text: str) -> str:
    """Return plain words for a tooltip. Qt would take some for markup; names come from files."""
    return f"<qt>{escape(text)}</qt>"


def _connected(button: Button, action: Callable[[], object]) -> Button:
    button.clicked.connect(lambda _checked=False: action())
    return button
