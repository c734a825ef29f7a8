# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""An error under a field: a bar, a sign and a sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from actready.gui.theme import Theme
from actready.gui.widgets.sign import Icon
from actready.gui.widgets.text import Label


class FaultLine(QFrame):
    """Hidden until there is something to say; then it says it, to screen readers as well."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "bad")
        row = QHBoxLayout(self)
        edge = theme.length(8)
        row.setContentsMargins(theme.length(12), edge, theme.length(12), edge)
        row.setSpacing(theme.length(10))
        row.addWidget(Icon(theme, "alert", "bad", 18), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Label(role="small_ink")
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence, empty while there is none."""
        return self._words.text() if not self.isHidden() else ""

    def show_text(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the line."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
