# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asks for another date, and shows what differs between it and the date of the assessment."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from actready.domain.answers import AnswerFault
from actready.errors import AppError
from actready.gui.asking import AskDialog, Dialog, Field
from actready.gui.editors import reading
from actready.gui.models.changes import ChangesView, SubjectChanges, changes_view
from actready.gui.theme import Theme
from actready.gui.widgets.buttons import primary
from actready.gui.widgets.panels import Column, ScrollColumn
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.session import AssessmentSession


def ask_other_date(theme: Theme, parent: QWidget, session: AssessmentSession) -> None:
    """Ask for the date to compare with, then show what differs."""

    def show(typed: tuple[str, ...]) -> None:
        try:
            day = date.fromisoformat(reading.day(typed[0]))
        except AnswerFault as fault:
            raise AppError(fault.problem, fault.hint) from fault
        other = (day, session.questionnaire_on(day))
        now = (session.as_of, session.questionnaire)
        ChangesDialog(theme, parent, changes_view(session.assessment, now, other)).open()

    text = _(
        "Compares the results by the law of {day} with those of another date. Nothing is stored."
    )
    shown = reading.day_in_words(session.as_of.isoformat())
    AskDialog(
        theme,
        parent,
        _("Compare with another date"),
        (Field(_("Other date"), _("Write it like 28 February 2026.")),),
        _("Compare"),
        show,
        text.format(day=shown),
    ).open()


class ChangesDialog(Dialog):
    """Lists what differs, subject by subject."""

    def __init__(self, theme: Theme, parent: QWidget, view: ChangesView) -> None:
        super().__init__(theme, parent, view.title, " ".join(view.editions))
        holder = Column(gap=theme.length(6))
        for subject in view.subjects:
            self._add(holder, subject)
        scroll = ScrollColumn(holder)
        scroll.setMinimumHeight(min(theme.length(420), parent.window().height() * 2 // 3))
        scroll.setMinimumWidth(min(theme.length(640), parent.window().width() * 4 // 5))
        self.content.addWidget(scroll)
        close = primary(theme, _("Close"), self.accept)
        self.add_button(close)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, holder: Column, subject: SubjectChanges) -> None:
        holder.rows.addWidget(Label(subject.name, "h3"))
        for part in subject.parts:
            holder.rows.addWidget(Label(part.title, "label"))
            for line in part.lines:
                holder.rows.addWidget(Label(line, "small_ink"))
        if not subject.parts:
            holder.rows.addWidget(Label(_("Nothing changes."), "small"))
        holder.rows.addSpacing(self.theme.length(12))
