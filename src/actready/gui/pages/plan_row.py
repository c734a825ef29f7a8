# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plan for a duty: a line in the list, and the fields that unfold under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from actready.gui.models.plan import PlanView
from actready.gui.pages.plan_editor import PlanEditor
from actready.gui.theme import Theme
from actready.gui.widgets.buttons import quiet
from actready.gui.widgets.sign import Icon
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _

_TOP: Final = Qt.AlignmentFlag.AlignTop


class PlanSummary(QWidget):
    """Owner, due date and "marked done" in small words, as far as there is something to say."""

    def __init__(self, theme: Theme, view: PlanView) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.length(2))
        self._line = Label(role="small_ink")
        rows.addWidget(self._line)
        self._done_line = QWidget()
        cells = QHBoxLayout(self._done_line)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.setSpacing(theme.length(4))
        cells.addWidget(Icon(theme, "check", "ink_2", 16), 0, _TOP)
        self._done = Label(role="label")
        cells.addWidget(self._done, 1)
        rows.addWidget(self._done_line)
        self.show_view(view)

    def show_view(self, view: PlanView) -> None:
        """Show the plan as it is now."""
        self._line.setText(view.line)
        self._line.setVisible(bool(view.line))
        self._done.setText(view.done)
        self._done_line.setVisible(bool(view.done))


class PlanRow(QWidget):
    """A row of the list with its plan under it, folded until somebody asks for it."""

    typed = Signal(str, str, str)
    ticked = Signal(str, bool)
    toggled = Signal(str, bool)
    unfolded = Signal(QWidget)

    def __init__(
        self, theme: Theme, row: QWidget, view: PlanView, answer: Callable[[], None]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._view = view
        self._ask = answer
        self._editor: PlanEditor | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(row)
        self.summary = PlanSummary(theme, view)
        self.button = quiet(theme, _("Plan"), self.toggle, "chevron_down", dense=True)
        self.button.setObjectName(f"plan {view.obligation}")
        self._name_button()

    def toggle(self) -> None:
        """Unfold the fields and go to the first, or keep what was typed and fold them."""
        opening = self._editor is None
        self.set_opened(opened=opening)
        self.toggled.emit(self._view.obligation, opening)
        if self._editor is not None:
            self._editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
            self.unfolded.emit(self._editor)
            self.unfolded.emit(self._editor.first_part())

    def set_opened(self, *, opened: bool) -> None:
        """Unfold or fold the fields."""
        if opened and self._editor is None:
            self._editor = PlanEditor(self._theme, self._view, self._ask)
            self._editor.typed.connect(self._typed)
            self._editor.ticked.connect(self._ticked)
            self._rows.addWidget(self._editor)
            self._editor.show()  # at once, for only what is shown can take the focus
        elif not opened and self._editor is not None:
            editor, self._editor = self._editor, None
            editor.commit()
            editor.hide()
            editor.deleteLater()
        icon = "chevron_up" if opened else "chevron_down"
        self.button.setIcon(self._theme.icon(icon, "accent", gap=6))

    def show_view(self, view: PlanView) -> None:
        """Show the plan as it is now."""
        self._view = view
        self.summary.show_view(view)
        self._name_button()
        if self._editor is not None:
            self._editor.show_view(view)

    def show_fault(self, part: str, sentence: str) -> None:
        """Say what is wrong in a field, or with an empty sentence that nothing is."""
        if self._editor is not None:
            self._editor.show_fault(part, sentence)

    def commit(self) -> None:
        """Keep what is being typed."""
        if self._editor is not None:
            self._editor.commit()

    def _typed(self, part: str, text: str) -> None:
        self.typed.emit(self._view.obligation, part, text)

    def _ticked(self, done: bool) -> None:
        self.ticked.emit(self._view.obligation, done)

    def _name_button(self) -> None:
        self.button.setAccessibleName(_("Plan: {title}").format(title=self._view.title))
        words = filter(None, (self._view.line, self._view.done))
        self.button.setAccessibleDescription(", ".join(words) or _("Nothing is planned."))
