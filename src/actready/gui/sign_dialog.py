# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asks with which key a report shall be signed. Neither key nor passphrase is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QRadioButton, QWidget

from actready.errors import AppError
from actready.gui.asking import Dialog
from actready.gui.models.signing import KeyChoice, KeyKind, key_choices, signing_with
from actready.gui.theme import Theme
from actready.gui.widgets.buttons import primary, secondary
from actready.gui.widgets.fault import FaultLine
from actready.gui.widgets.panels import Column
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.report.job import Signing


class SignDialog(Dialog):
    """A choice of two kinds of key; the fields for a file appear where one is wanted."""

    def __init__(self, theme: Theme, parent: QWidget, then: Callable[[Signing], None]) -> None:
        text = _("A signature shows whether the report was changed after it was made.")
        super().__init__(theme, parent, _("Sign the report"), text)
        self._then = then
        self._choices = {one.kind: self._add_choice(one) for one in key_choices()}
        self._fields = Column(gap=theme.length(8))
        self.file = self._add_entry(_("File with the key"))
        browse = secondary(theme, _("Choose the file…"), self.choose_file, "folder")
        self._fields.rows.addWidget(browse, 0, Qt.AlignmentFlag.AlignLeft)
        self.passphrase = self._add_entry(_("Passphrase of the file"))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.content.addWidget(self._fields)
        self.fault = FaultLine(theme)
        self.content.addWidget(self.fault)
        self.add_button(secondary(theme, _("Cancel"), self.reject))
        verb = primary(theme, _("Choose a place for the report"), self.finish)
        verb.setDefault(True)
        self.add_button(verb)
        self._choices[KeyKind.MADE].setChecked(True)
        self._choices[KeyKind.FILE].toggled.connect(self._show_fields)
        self._choices[KeyKind.MADE].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_fields()

    def choose_file(self) -> None:
        """Ask for the file that holds the key."""
        chosen, _filter = QFileDialog.getOpenFileName(
            self,
            _("Choose the file…"),
            str(Path.home()),
            _("Keys (*.p12 *.pfx);;All files (*)"),
        )
        if chosen:
            self.file.setText(chosen)
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Hand the choice over, and close, if the key will do."""
        kind = next(kind for kind, button in self._choices.items() if button.isChecked())
        try:
            signing = signing_with(kind, self.file.text(), self.passphrase.text())
        except AppError as error:
            self.fault.show_text(str(error))
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.accept()
            self._then(signing)

    def _add_choice(self, choice: KeyChoice) -> QRadioButton:
        button = QRadioButton(choice.label)
        button.setAccessibleName(choice.label)
        button.setAccessibleDescription(choice.meaning)
        self.content.addWidget(button)
        self.content.addWidget(Label(choice.meaning, "small"))
        return button

    def _add_entry(self, name: str) -> QLineEdit:
        label, entry = Label(name, "strong"), QLineEdit()
        label.setBuddy(entry)
        entry.setAccessibleName(name)
        self._fields.rows.addWidget(label)
        self._fields.rows.addWidget(entry)
        return entry

    def _show_fields(self) -> None:
        self._fields.setVisible(self._choices[KeyKind.FILE].isChecked())
        self.adjustSize()
