# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The note at a question: a quiet button that becomes a field, kept as one leaves it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from actready.gui.theme import Theme
from actready.gui.widgets.buttons import quiet
from actready.gui.widgets.leaving_text import LeavingTextEdit
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _


class NoteEditor(QWidget):
    """Shows the note where there is one, otherwise the button that begins one."""

    written = Signal(str)

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.length(6))
        self.add_button = quiet(theme, _("Add a note"), self.begin, "note")
        self.label = Label(_("Your note. It is printed in the report."), "label")
        self.field = LeavingTextEdit()
        self.field.setAccessibleName(_("Your note"))
        self.field.setFixedHeight(theme.length(84))
        self.field.left.connect(self.commit)
        rows.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.label)
        rows.addWidget(self.field)
        self._kept = ""
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show the stored note."""
        if text != self._kept or not text:
            self._kept = text
            self.field.setPlainText(text)
        self._open(bool(text))

    def begin(self) -> None:
        """Open the field and put the focus there."""
        self._open(True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Tell of the note if it is another one now; close an empty field."""
        text = self.field.toPlainText().strip()
        if text != self._kept:
            self._kept = text
            self.written.emit(text)
        if not text:
            self._open(False)

    def _open(self, opened: bool) -> None:
        self.add_button.setVisible(not opened)
        self.label.setVisible(opened)
        self.field.setVisible(opened)
