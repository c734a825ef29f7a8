# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Editors for questions that are answered by typing: number, date, text."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from actready.domain.answers import DONT_KNOW, AnswerFault, Value, checked
from actready.domain.questionnaire import Question
from actready.gui.editors import reading
from actready.gui.editors.base import Editor, Filled
from actready.gui.theme import Theme
from actready.gui.widgets.leaving_text import LeavingTextEdit
from actready.gui.widgets.option_row import CheckRow
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _


class TypedEditor(Editor):
    """A field and "I don't know". What is typed counts when one leaves the field or goes on."""

    def __init__(self, theme: Theme, question: Question, filled: Filled) -> None:
        super().__init__(theme, question, filled)
        self._kept = ""
        self._value: Value | None = None
        self.field = self.make_field()
        self.field.setAccessibleName(filled(question.text))
        self.field.setAccessibleDescription(filled(question.instruction))
        self.rows.addLayout(self._field_row())
        self.rows.addWidget(self.fault)
        self._unknown = CheckRow(
            theme, _("I don’t know"), filled(question.unknown), "", unknown=True
        )
        self._unknown.clicked.connect(self._unknown_clicked)
        self.rows.addSpacing(theme.length(6))
        self.rows.addWidget(self._unknown)

    def make_field(self) -> QWidget:
        """Return the field to type in."""
        raise NotImplementedError

    def typed(self) -> str:
        """Return what stands in the field."""
        raise NotImplementedError

    def fill_field(self, text: str) -> None:
        """Put a text into the field."""
        raise NotImplementedError

    def read(self, text: str) -> object:
        """Return the raw value of a text, or raise AnswerFault."""
        return text

    def shown(self, value: Value) -> str:
        """Return a value as it stands in the field."""
        return str(value)

    def primary_focus(self) -> QWidget:
        """Return the field, or "I don't know" where that is the answer."""
        return self._unknown if self._unknown.isChecked() else self.field

    def show_value(self, value: Value | None) -> None:
        """Put the stored answer into the field, unless something else is being typed there."""
        self._unknown.show_chosen(chosen=value == DONT_KNOW)
        unchanged = self.typed() == self._kept
        self._value = value
        self._kept = "" if value is None or value == DONT_KNOW else self.shown(value)
        if unchanged or value is not None:
            self.fill_field(self._kept)

    def commit(self) -> bool:
        """Give what was typed; where it cannot be read, say so under the field."""
        text = self.typed().strip()
        if text == self._kept:
            return True
        try:
            value = checked(self.question, self.read(text)) if text else None
        except AnswerFault as fault:
            self.show_fault(f"{fault.problem} {fault.hint}")
            self.mark(faulty=True)
            return False
        self.show_fault("")
        self.mark(faulty=False)
        self._kept = text
        if value is None:
            self.cleared.emit()
        else:
            self.given.emit(value)
        return True

    def mark(self, *, faulty: bool) -> None:
        """Mark the field as faulty, or not."""
        self.field.setProperty("faulty", faulty)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def _field_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.length(10))
        row.addWidget(self.field)
        if self.question.unit:
            row.addWidget(Label(self.filled(self.question.unit), "muted", wrap=False))
        if isinstance(self.field, QLineEdit):
            self.field.setFixedWidth(self.theme.length(240))
            row.addStretch(1)
        return row

    def _unknown_clicked(self) -> None:
        """Choosing it empties the field, and choosing it again takes it back."""
        self._kept = ""
        self.fill_field("")
        self.show_fault("")
        self.mark(faulty=False)
        if self._unknown.isChecked():
            self.given.emit(DONT_KNOW)
        else:
            self.cleared.emit()


class LineEditor(TypedEditor):
    """An editor with one line."""

    def make_field(self) -> QWidget:
        """Return a line that gives its text when one leaves it."""
        self._line = QLineEdit()
        self._line.editingFinished.connect(self.commit)
        self._line.textEdited.connect(lambda _text: self.show_fault(""))
        return self._line

    def typed(self) -> str:
        """Return the text of the line."""
        return self._line.text()

    def fill_field(self, text: str) -> None:
        """Replace the text of the line."""
        if text != self._line.text():
            self._line.setText(text)


class NumberEditor(LineEditor):
    """A number, typed with or without spaces between thousands."""

    def read(self, text: str) -> object:
        """Return the number."""
        return reading.number(text)

    def shown(self, value: Value) -> str:
        """Return the number with its thousands apart."""
        return reading.number_in_words(value) if isinstance(value, int | float) else str(value)


class DateEditor(LineEditor):
    """A date, typed in any of the usual ways."""

    def make_field(self) -> QWidget:
        """Return a line with an example in it."""
        field = super().make_field()
        self._line.setPlaceholderText(_("28 February 2026"))
        return field

    def read(self, text: str) -> object:
        """Return the date."""
        return reading.day(text)

    def shown(self, value: Value) -> str:
        """Return the date in words."""
        return reading.day_in_words(str(value))


class TextEditor(TypedEditor):
    """A text of several lines."""

    def make_field(self) -> QWidget:
        """Return a field in which Tab goes on to what follows."""
        self._text = LeavingTextEdit()
        self._text.left.connect(self.commit)
        self._text.setFixedHeight(self.theme.length(120))
        return self._text

    def typed(self) -> str:
        """Return the text of the field."""
        return self._text.toPlainText()

    def fill_field(self, text: str) -> None:
        """Replace the text of the field."""
        if text != self._text.toPlainText():
            self._text.setPlainText(text)
