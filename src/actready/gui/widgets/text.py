# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Labels: plain text in one of the type roles, and hairlines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy


class Label(QLabel):
    """A label that shows plain text, wraps, and gives way when there is little room."""

    def __init__(self, text: str = "", role: str = "body", *, wrap: bool = True) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_role(self, role: str) -> None:
        """Show the text in another type role."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def minimumSizeHint(self) -> QSize:
        """Return a small width for text that wraps, so that no layout needs a scroll bar."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 40), hint.height()) if self.wordWrap() else hint


def rich_label(html: str, role: str = "body") -> Label:
    """Return a label with emphasis. ``html`` must come from us, with names escaped."""
    label = Label(role=role)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(html)
    return label


def rule(kind: str = "hair") -> QFrame:
    """Return a horizontal line: ``hair`` or ``strong``."""
    line = QFrame()
    line.setProperty("rule", kind)
    line.setFixedHeight(2 if kind == "strong" else 1)
    return line
