# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fields of a plan for a duty, each kept as one leaves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from actready.gui.models.plan import PlanView
from actready.gui.theme import Theme
from actready.gui.widgets.buttons import quiet
from actready.gui.widgets.fault import FaultLine
from actready.gui.widgets.leaving_text import LeavingTextEdit
from actready.gui.widgets.lines import FoldingRow
from actready.gui.widgets.option_row import CheckRow
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _

_FOLDS_BELOW: Final = 560
_SIDE: Final = 20
_LEFT: Final = Qt.AlignmentFlag.AlignLeft


class PlanEditor(QWidget):
    """The fields of a plan. ``typed`` carries a part and its text as one leaves the field."""

    typed = Signal(str, str)
    ticked = Signal(bool)

    def __init__(self, theme: Theme, view: PlanView, answer: Callable[[], None]) -> None:
        super().__init__()
        self._theme = theme
        self._title = view.title
        self._id = view.obligation
        self._sent = ""
        self._faulty = ""
        self._kept = dict(view.fields)
        self._lines: dict[str, QLineEdit] = {}
        self._parts: dict[str, QWidget] = {}
        rows = QVBoxLayout(self)
        side = theme.length(_SIDE)
        rows.setContentsMargins(side, theme.length(4), side, theme.length(16))
        rows.setSpacing(theme.length(10))
        rows.addWidget(self._short_fields())
        self._fault = FaultLine(theme)
        rows.addWidget(self._fault)
        if view.typical:
            rows.addWidget(Label(view.typical, "small"))
        rows.addLayout(self._note_field(view))
        self._add_done(rows, view, answer)
        self.show_view(view)

    def first_field(self) -> QWidget:
        """Return the field in which one begins."""
        return self._lines["owner"]

    def first_part(self) -> QWidget:
        """Return the first field with its label."""
        return self._parts["owner"]

    def show_view(self, view: PlanView) -> None:
        """Show the plan as it is now, and leave alone what is being typed."""
        for part, text in view.fields.items():
            stands = self._text(part)
            if stands != text and (stands == self._kept[part] or part == self._sent):
                self._fill(part, text)
        self._kept = dict(view.fields)
        self._tick.show_chosen(chosen=view.is_done)
        self._tick.setAccessibleDescription(view.hint)
        self._hint.setText(view.hint)
        self._answer.setVisible(view.asks)

    def commit(self) -> None:
        """Tell of every field in which something else stands now."""
        for part in self._lines:
            self._commit(part)
        self._commit("note")

    def show_fault(self, part: str, sentence: str) -> None:
        """Say what is wrong in a field, or with an empty sentence that nothing is."""
        if not sentence and part != self._faulty:
            return
        self._faulty = part if sentence else ""
        self._fault.show_text(sentence)
        for name, line in self._lines.items():
            line.setProperty("faulty", bool(sentence) and name == part)
            line.style().unpolish(line)
            line.style().polish(line)

    def _commit(self, part: str) -> None:
        text = self._text(part)
        if text == self._kept[part]:
            self.show_fault(part, "")
            return
        self._sent = part
        self.typed.emit(part, text)
        self._sent = ""

    def _text(self, part: str) -> str:
        line = self._lines.get(part)
        return (line.text() if line is not None else self._note.toPlainText()).strip()

    def _fill(self, part: str, text: str) -> None:
        if part in self._lines:
            self._lines[part].setText(text)
        else:
            self._note.setPlainText(text)

    def _short_fields(self) -> QWidget:
        theme = self._theme
        row = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(16), theme.length(10))
        row.cells.addWidget(self._field("owner", _("Owner"), _("A name or a role")), 2)
        row.cells.addWidget(self._field("due", _("Due date"), _("28 February 2026")), 1)
        row.cells.addWidget(self._field("effort", _("Own estimate in hours"), _("4 to 12")), 1)
        return row

    def _field(self, part: str, label: str, example: str) -> QWidget:
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self._theme.length(4))
        line = QLineEdit(self._kept[part])
        line.setPlaceholderText(example)
        line.setAccessibleName(f"{label}: {self._title}")
        line.setObjectName(f"{part} {self._id}")
        line.editingFinished.connect(lambda: self._commit(part))
        self._lines[part] = line
        self._parts[part] = holder
        name = Label(label, "label")
        name.setBuddy(line)
        rows.addWidget(name)
        rows.addWidget(line)
        return holder

    def _note_field(self, view: PlanView) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(self._theme.length(4))
        label = Label(_("Note. It is printed in the report."), "label")
        self._note = LeavingTextEdit()
        self._note.setPlainText(view.fields["note"])
        self._note.setAccessibleName(_("Note: {title}").format(title=self._title))
        self._note.setObjectName(f"note {self._id}")
        self._note.setFixedHeight(self._theme.length(64))
        self._note.left.connect(lambda: self._commit("note"))
        label.setBuddy(self._note)
        rows.addWidget(label)
        rows.addWidget(self._note)
        return rows

    def _add_done(self, rows: QVBoxLayout, view: PlanView, answer: Callable[[], None]) -> None:
        theme = self._theme
        self._tick = CheckRow(theme, _("Done"))
        self._tick.setAccessibleName(_("Done: {title}").format(title=view.title))
        self._tick.setObjectName(f"done {self._id}")
        self._tick.clicked.connect(self.ticked)
        rows.addWidget(self._tick)
        self._hint = Label(role="small")
        rows.addWidget(self._hint)
        self._answer = quiet(theme, _("Answer the question"), answer, dense=True)
        name = _("Answer the question that tells how far it is met: {title}")
        self._answer.setAccessibleName(name.format(title=view.title))
        rows.addWidget(self._answer, 0, _LEFT)
