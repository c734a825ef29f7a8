# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every editor shares: it shows a value, and says when another one is given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from actready.domain.answers import Value
from actready.domain.questionnaire import Question
from actready.gui.theme import Theme
from actready.gui.widgets.fault import FaultLine

Filled = Callable[[str], str]
"""Puts the names of organisation and subject into a text."""


class Editor(QWidget):
    """Edits the answer to one question.

    ``given`` carries a raw value once it is chosen or typed whole; ``cleared`` says that there is
    no answer any more. The page stores what is given and shows the stored value again.
    ``explained`` carries how an answer was found, for the note.
    """

    given = Signal(object)
    cleared = Signal()
    explained = Signal(str)

    def __init__(self, theme: Theme, question: Question, filled: Filled) -> None:
        super().__init__()
        self.theme = theme
        self.question = question
        self.filled = filled
        self.fault = FaultLine(theme)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(theme.length(8))

    def show_value(self, value: Value | None) -> None:
        """Show the stored answer, or none."""
        raise NotImplementedError

    def primary_focus(self) -> QWidget:
        """Return the widget in which one begins."""
        raise NotImplementedError

    def commit(self) -> bool:
        """Give what was typed; return False where it is faulty and the reader has to look at it."""
        return True

    def show_fault(self, text: str) -> None:
        """Show what is wrong under the field, or with an empty text nothing."""
        self.fault.show_text(text)
