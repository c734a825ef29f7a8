# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A row of buttons of which exactly one is chosen, such as which act to show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup

from actready.gui.theme import Theme
from actready.gui.widgets.buttons import Button
from actready.gui.widgets.flow import FlowBox


class ChoiceBar(FlowBox):
    """Buttons side by side, in more rows where there is little room."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme.length(8))
        self._theme = theme
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)

    def offer(self, text: str, name: str, choose: Callable[[], None], *, chosen: bool) -> None:
        """Add a choice. ``name`` says it in full to the ear."""
        button = Button(self._theme, text, "choice")
        button.setCheckable(True)
        button.setChecked(chosen)
        button.setAccessibleName(name)
        button.setObjectName(f"choice {name}")
        button.clicked.connect(lambda _checked=False: choose())
        self._group.addButton(button)
        self.add(button)
