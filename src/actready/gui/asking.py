# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dialogs: a question with fields, a question with yes or no, and a sentence to read.

They open without stopping the program, and call a function when they are answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from actready.errors import AppError, FaultyInput
from actready.gui.theme import Theme
from actready.gui.widgets.buttons import Button, primary, secondary
from actready.gui.widgets.fault import FaultLine
from actready.gui.widgets.focus_ring import FocusRing
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _

#: Lines of details shown at once, and characters that surely fit into one.
_MOST_LINES = 8
_LINE = 48


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to type: its label, a hint under the label, and what stands in it.

    What is ``secret`` is not shown while it is typed.
    """

    label: str
    hint: str = ""
    value: str = ""
    long: bool = False
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a dialog: its verb, and what it does."""

    verb: str
    action: Callable[[], None]


class Dialog(QDialog):
    """A dialog with a heading, a text, content, and buttons at the right."""

    def __init__(self, theme: Theme, parent: QWidget, title: str, text: str = "") -> None:
        super().__init__(parent.window())
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.theme = theme
        rows = QVBoxLayout(self)
        side = theme.length(24)
        rows.setContentsMargins(side, side, side, theme.length(20))
        rows.setSpacing(theme.length(16))
        rows.addWidget(Label(title, "h2"))
        if text:
            rows.addWidget(Label(text, "muted"))
        self.content = QVBoxLayout()
        self.content.setSpacing(theme.length(12))
        rows.addLayout(self.content)
        rows.addStretch(1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.length(12))
        self.buttons.addStretch(1)
        rows.addLayout(self.buttons)
        self.setMinimumWidth(min(theme.length(480), parent.window().width()))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.ring = FocusRing(theme, self, application)

    def add_button(self, button: Button) -> None:
        """Add a button at the right; the last one is the primary one."""
        self.buttons.addWidget(button)

    def sizeHint(self) -> QSize:
        """Return the width of the dialog with the height that its texts need there."""
        width = max(self.minimumWidth(), super().sizeHint().width())
        layout = self.layout()
        height = layout.heightForWidth(width) if layout is not None else -1
        return QSize(width, height if height > 0 else super().sizeHint().height())


class AskDialog(Dialog):
    """Asks for one text or several. What does not fit is said under the fields."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        title: str,
        fields: Sequence[Field],
        verb: str,
        then: Callable[[tuple[str, ...]], None],
        text: str = "",
    ) -> None:
        super().__init__(theme, parent, title, text)
        self._then = then
        self.inputs = tuple(self._add_field(one) for one in fields)
        self.fault = FaultLine(theme)
        self.content.addWidget(self.fault)
        self.add_button(secondary(theme, _("Cancel"), self.reject))
        self.verb = primary(theme, verb, self.finish)
        self.verb.setDefault(True)
        self.add_button(self.verb)
        self.inputs[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Hand over what was typed, and close if it is accepted."""
        try:
            self._then(tuple(_typed(one) for one in self.inputs))
        except AppError as error:
            self.fault.show_text(str(error))
            self.inputs[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.accept()

    def _add_field(self, field: Field) -> QLineEdit | QPlainTextEdit:
        box = QVBoxLayout()
        box.setSpacing(self.theme.length(4))
        label = Label(field.label, "strong")
        box.addWidget(label)
        if field.hint:
            box.addWidget(Label(field.hint, "small"))
        entry = self._entry(field)
        label.setBuddy(entry)
        entry.setAccessibleName(field.label)
        entry.setAccessibleDescription(field.hint)
        box.addWidget(entry)
        self.content.addLayout(box)
        return entry

    def _entry(self, field: Field) -> QLineEdit | QPlainTextEdit:
        if field.long:
            text = QPlainTextEdit(field.value)
            text.setTabChangesFocus(True)
            text.setFixedHeight(self.theme.length(92))
            return text
        line = QLineEdit(field.value)
        line.selectAll()
        if field.secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        return line


class ConfirmDialog(Dialog):
    """Asks before something is taken away. The verb is on the button."""

    def __init__(
        self, theme: Theme, parent: QWidget, title: str, text: str, choice: Choice
    ) -> None:
        super().__init__(theme, parent, title, text)
        cancel = secondary(theme, _("Cancel"), self.reject)
        self.add_button(cancel)
        self.verb = primary(theme, choice.verb, self.accept)
        self.add_button(self.verb)
        self.accepted.connect(choice.action)
        cancel.setFocus(Qt.FocusReason.OtherFocusReason)


class MessageDialog(Dialog):
    """Says what happened and what to do, and offers to do it where the program can."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        title: str,
        text: str,
        details: str = "",
        choice: Choice | None = None,
    ) -> None:
        super().__init__(theme, parent, title, text)
        if details:
            self.content.addWidget(_details(theme, details))
        if choice is None:
            close = primary(theme, _("Close"), self.accept)
        else:
            close = secondary(theme, _("Close"), self.reject)
        self.add_button(close)
        if choice is not None:
            self.verb = primary(theme, choice.verb, self.accept)
            self.add_button(self.verb)
            self.accepted.connect(choice.action)
        close.setFocus(Qt.FocusReason.OtherFocusReason)


def tell(theme: Theme, parent: QWidget, error: AppError, choice: Choice | None = None) -> None:
    """Say an error as a sentence with what to do, and list all faults of a faulty file."""
    faults = error.faults if isinstance(error, FaultyInput) else ()
    details = "\n".join(str(one) for one in faults)
    MessageDialog(theme, parent, error.message, error.hint, details, choice).open()


@contextmanager
def telling(theme: Theme, parent: QWidget) -> Iterator[None]:
    """Turn an error inside the block into a sentence for the user."""
    try:
        yield
    except AppError as error:
        tell(theme, parent, error)


def _details(theme: Theme, details: str) -> QPlainTextEdit:
    text = QPlainTextEdit(details)
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAccessibleName(_("Details"))
    lines = min(sum(1 + len(one) // _LINE for one in details.splitlines()), _MOST_LINES)
    text.setFixedHeight(theme.length(lines * 24 + 24))
    return text


def _typed(entry: QLineEdit | QPlainTextEdit) -> str:
    return entry.text() if isinstance(entry, QLineEdit) else entry.toPlainText()
