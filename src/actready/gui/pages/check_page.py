# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check your answers: everything that counts in one list, the unknown first, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from actready.gui.focus import FocusKeeper
from actready.gui.models.check import AnswerRow, AnswerSection, CheckView, check_view
from actready.gui.models.findings import Sign
from actready.gui.pages.base import PageContext
from actready.gui.pages.headed import HeadedPage
from actready.gui.pages.outline_panel import OutlinePanel
from actready.gui.widgets.buttons import Button, primary, quiet, secondary
from actready.gui.widgets.lines import FoldingRow, sign_line
from actready.gui.widgets.panels import Banner, Card, Disclosure, clear
from actready.gui.widgets.text import Label, rule
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.gui.places import Location
    from actready.session import Change

_FOLDS_BELOW: Final = 560
_TOP: Final = Qt.AlignmentFlag.AlignTop


class CheckPage(HeadedPage):
    """The answers about one subject, or about the organisation for None, section by section."""

    def __init__(self, context: PageContext, location: Location) -> None:
        super().__init__(context.theme, "measure_wide")
        self._session = context.session
        self._navigator = context.navigator
        self._subject = location.subject_id
        self._finished = location.section_id
        self._keeper = FocusKeeper(self)
        self._outline_panel = OutlinePanel(context, location)
        self.set_outline(self._outline_panel)
        self._add_buttons()
        self.refresh(None)

    def title(self) -> str:
        """Return the name of the page for the window's title."""
        return _("Check your answers")

    def primary_focus(self) -> QWidget | None:
        """Return the button that leads on."""
        return self._forward

    def refresh(self, change: Change | None) -> None:
        """Show the present state."""
        evaluation = self._session.evaluation(self._subject)
        self._view = check_view(self._session.assessment, evaluation, self._subject)
        with self._keeper:
            clear(self.body)
            self._add_heading(self._view)
            for section in self._view.sections:
                self.body.addWidget(self._section(section))
                self.body.addSpacing(self.theme.length(16))
            if self._view.kept:
                self.body.addWidget(self._kept(self._view))
        self._name_forward()
        self._outline_panel.refresh()

    def _add_heading(self, view: CheckView) -> None:
        theme = self.theme
        line = QHBoxLayout()
        line.addWidget(Label(view.name, "label"), 1)
        if view.unknown_title and len(view.sections) > 1:
            line.addWidget(
                Label(_("Sections with unknown answers come first"), "small", wrap=False)
            )
        self.body.addLayout(line)
        self.body.addWidget(self.make_heading(_("Check your answers")))
        self.body.addSpacing(theme.length(16))
        if view.unknown_title:
            title, text = view.unknown_title, view.unknown_text
            self.body.addWidget(Banner(theme, "unk", "undetermined", title, text))
            self.body.addSpacing(theme.length(16))
        if view.open_text:
            self.body.addWidget(Banner(theme, "accent", "unasked", view.open_text))
            self.body.addSpacing(theme.length(16))

    def _section(self, section: AnswerSection) -> Card:
        theme = self.theme
        card = Card(theme, 0)
        card.rows.setSpacing(0)
        heading = Label(section.title, "h3")
        side = theme.length(20)
        heading.setContentsMargins(side, theme.length(14), side, theme.length(12))
        card.rows.addWidget(heading)
        for row in section.rows:
            card.rows.addWidget(rule())
            card.rows.addWidget(self._row(row, last=row is section.rows[-1]))
        return card

    def _row(self, row: AnswerRow, *, last: bool) -> QWidget:
        theme = self.theme
        holder = QFrame()
        if row.sign is Sign.UNKNOWN:
            holder.setProperty("card", "unk_row_last" if last else "unk_row")
        line = QHBoxLayout(holder)
        side, edge = theme.length(20), theme.length(12)
        line.setContentsMargins(side, edge, theme.length(12), edge)
        line.setSpacing(theme.length(12))
        cells = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(20), theme.length(4))
        cells.cells.addWidget(Label(row.text, "muted"), 6, _TOP)
        cells.cells.addWidget(self._answer(row), 7, _TOP)
        line.addWidget(cells, 1)
        line.addWidget(self._change_button(row), 0, _TOP)
        return holder

    def _answer(self, row: AnswerRow) -> QWidget:
        theme = self.theme
        cell = QWidget()
        rows = QVBoxLayout(cell)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.length(3))
        if row.sign is Sign.UNKNOWN:
            rows.addWidget(sign_line(theme, row.sign, row.answer, "unk_body", 20))
        elif row.sign is Sign.NOT_STARTED:
            rows.addWidget(sign_line(theme, row.sign, row.answer, "muted", 20))
        else:
            rows.addWidget(Label(row.answer))
        if row.find_out:
            rows.addWidget(Label(row.find_out, "small"))
        if row.note:
            rows.addWidget(Label(_("Note: {text}").format(text=row.note), "small"))
        return cell

    def _change_button(self, row: AnswerRow) -> Button:
        verb = _("Answer") if row.sign is Sign.NOT_STARTED else _("Change")
        button = quiet(self.theme, verb, lambda: self._change(row), dense=True)
        button.setAccessibleName(f"{verb}: {row.text}")
        button.setObjectName(f"change {row.question}")
        return button

    def _change(self, row: AnswerRow) -> None:
        self._navigator.show_question(row.owner, row.question)

    def _kept(self, view: CheckView) -> Disclosure:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.theme.length(8))
        text = _("They count again as soon as another answer makes their question matter.")
        rows.addWidget(Label(text, "small"))
        for row in view.kept:
            rows.addWidget(Label(f"{row.text} {row.answer}", "small_ink"))
        return Disclosure(self.theme, view.kept_title, inside, opened=False)

    def _add_buttons(self) -> None:
        back = secondary(self.theme, _("Back"), self._back)
        self.add_action(back, "left")
        self._forward = primary(self.theme, "", self._go_forward)
        self.add_action(Label(_("You can change any answer later."), "small"))
        self.add_action(self._forward)

    def _name_forward(self) -> None:
        if self._view.first_open is not None:
            self._forward.setText(_("Go on with the questions"))
        elif self._subject is None:
            self._forward.setText(_("See the subjects"))
        else:
            self._forward.setText(_("See the result"))

    def _go_forward(self) -> None:
        if self._view.first_open is not None:
            self._change(self._view.first_open)
        elif self._subject is None:
            self._navigator.show_subjects()
        else:
            self._navigator.show_result(self._subject)

    def _back(self) -> None:
        """Lead to the last question of the section finished last, or of the last section."""
        sections = [one for one in self._view.sections if one.id == self._finished]
        rows = [row for one in (sections or self._view.sections) for row in one.rows]
        if rows:
            self._change(rows[-1])
        else:
            self._navigator.show_subjects()
