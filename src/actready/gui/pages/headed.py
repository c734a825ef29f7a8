# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page with a heading, which is set in smaller type where there is little room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from actready.gui.pages.base import Page
from actready.gui.theme import Theme
from actready.gui.widgets.text import Label


class HeadedPage(Page):
    """Keeps hold of its heading, which is made anew with the rest of the content."""

    def __init__(self, theme: Theme, measure: str = "measure") -> None:
        self._heading: Label | None = None
        super().__init__(theme, measure)

    def make_heading(self, text: str) -> Label:
        """Return the heading of the page."""
        self._heading = Label(text, self._heading_role())
        return self._heading

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the type that fits the width."""
        super().resizeEvent(event)
        if self._heading is not None:
            self._heading.set_role(self._heading_role())

    def _heading_role(self) -> str:
        return "h2" if self.is_narrow else "h1"
