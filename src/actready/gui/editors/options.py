# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Editors for questions that are answered by choosing: one of, several of, yes or no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from actready.domain.answers import DONT_KNOW, Value
from actready.domain.questionnaire import Question
from actready.domain.terms import Kind
from actready.gui.editors.base import Editor, Filled
from actready.gui.theme import Theme
from actready.gui.widgets.option_row import CheckRow, RadioRow
from actready.i18n import gettext as _

Row = RadioRow | CheckRow

_KEYS: Final = "123456789"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen."""

    value: Value
    title: str
    hint: str = ""
    alone: bool = False


def choices(question: Question, filled: Filled) -> tuple[Choice, ...]:
    """Return what can be chosen, without "I don't know"."""
    if question.kind is Kind.YES_NO:
        return (Choice(True, _("Yes")), Choice(False, _("No")))
    return tuple(
        Choice(one.id, filled(one.label), filled(one.hint), one.alone) for one in question.options
    )


class OptionsEditor(Editor):
    """Rows to choose from, with "I don't know" at the end. Number keys choose, arrows move."""

    row_kind: type[Row] = RadioRow

    def __init__(self, theme: Theme, question: Question, filled: Filled) -> None:
        super().__init__(theme, question, filled)
        self._choices = choices(question, filled)
        self._options = [self._row(place, one) for place, one in enumerate(self._choices)]
        self._unknown = self.row_kind(
            theme, _("I don’t know"), filled(question.unknown), "0", unknown=True
        )
        self._unknown.clicked.connect(self._unknown_clicked)
        self.rows.addSpacing(theme.length(6))
        self.rows.addWidget(self._unknown)
        self.rows.addWidget(self.fault)

    @property
    def option_rows(self) -> tuple[Row, ...]:
        """All rows in order, "I don't know" last."""
        return (*self._options, self._unknown)

    def primary_focus(self) -> QWidget:
        """Return the chosen row, or the first."""
        rows = self.option_rows
        return next((row for row in rows if row.isChecked()), rows[0])

    def show_value(self, value: Value | None) -> None:
        """Mark the rows that are chosen."""
        chosen = self._chosen_values(value)
        for choice, row in zip(self._choices, self._options, strict=True):
            row.show_chosen(chosen=value != DONT_KNOW and choice.value in chosen)
        self._unknown.show_chosen(chosen=value == DONT_KNOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the number keys and move with the arrows."""
        row = self._row_for_key(event.text())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif row is not None:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            row.click()
        elif event.key() == Qt.Key.Key_Down:
            self._move(1)
        elif event.key() == Qt.Key.Key_Up:
            self._move(-1)
        else:
            super().keyPressEvent(event)

    def _chosen_values(self, value: Value | None) -> tuple[Value, ...]:
        return value if isinstance(value, tuple) else () if value is None else (value,)

    def _row(self, place: int, choice: Choice) -> Row:
        key = _KEYS[place] if place < len(_KEYS) else ""
        row = self.row_kind(self.theme, choice.title, choice.hint, key)
        row.clicked.connect(lambda _checked=False: self.option_clicked(place))
        self.rows.addWidget(row)
        return row

    def option_clicked(self, place: int) -> None:
        """Give the value that follows from a click on an option."""
        raise NotImplementedError

    def _unknown_clicked(self) -> None:
        self._unknown.show_chosen(chosen=True)
        self.given.emit(DONT_KNOW)

    def _row_for_key(self, text: str) -> Row | None:
        if text == "0":
            return self._unknown
        place = _KEYS.find(text) if text else -1
        return self._options[place] if 0 <= place < len(self._options) else None

    def _move(self, step: int) -> None:
        rows = self.option_rows
        now = next((place for place, row in enumerate(rows) if row.hasFocus()), -step)
        rows[(now + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)


class OneEditor(OptionsEditor):
    """One option, or yes or no."""

    def option_clicked(self, place: int) -> None:
        """Give the option; choosing it again changes nothing."""
        self._options[place].show_chosen(chosen=True)
        self.given.emit(self._choices[place].value)


class SeveralEditor(OptionsEditor):
    """Any number of options; some exclude all others."""

    row_kind = CheckRow

    def option_clicked(self, place: int) -> None:
        """Give the options that are chosen now, or none."""
        clicked = self._choices[place]
        pairs = zip(self._choices, self._options, strict=True)
        chosen = [choice for choice, row in pairs if row.isChecked()]
        if clicked.alone and clicked in chosen:
            chosen = [clicked]
        else:
            chosen = [one for one in chosen if one is clicked or not one.alone]
        if chosen:
            self.given.emit(tuple(one.value for one in chosen))
        else:
            self.cleared.emit()
