# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The panel beside a question: why it is asked, an example, and the result so far."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from actready.domain.questionnaire import Question
from actready.gui.editors.base import Filled
from actready.gui.models.duty_notes import question_serves
from actready.gui.models.findings import names_of
from actready.gui.models.so_far import SoFar, so_far
from actready.gui.pages.base import PageContext
from actready.gui.provisions import references
from actready.gui.widgets.chip import chip_row
from actready.gui.widgets.panels import clear
from actready.gui.widgets.sign import Sign
from actready.gui.widgets.text import Label, rule
from actready.i18n import gettext as _

#: The colour of the word beside each sign of a finding.
WORD_ROLES = {"established": "accent", "prohibited": "bad", "undetermined": "unk"}


class ReasonsPanel(QWidget):
    """Three parts with hairlines between them."""

    def __init__(
        self, context: PageContext, subject_id: str | None, question: Question, filled: Filled
    ) -> None:
        super().__init__()
        self._context = context
        self._subject_id = subject_id
        self._question = question
        self._shown: tuple[SoFar, ...] | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._add_why(filled)
        self._rows.addWidget(rule())
        self._add_examples(filled)
        self._rows.addWidget(rule())
        self._results = self._part(_("Result so far"))
        self._list = QVBoxLayout()
        self._list.setSpacing(context.theme.length(14))
        self._results.addLayout(self._list)
        self.refresh()

    def refresh(self) -> None:
        """Show the present result."""
        session = self._context.session
        evaluation = session.evaluation(self._subject_id)
        names = names_of(session.assessment, self._subject_id)
        lines = so_far(evaluation, self._question.about, names)
        if lines != self._shown:
            self._shown = lines
            clear(self._list)
            for line in lines:
                self._list.addWidget(self._line(line))

    def _add_why(self, filled: Filled) -> None:
        part = self._part(_("Why we ask"))
        part.addWidget(Label(filled(self._question.why)))
        questionnaire = self._context.session.questionnaire
        chips = references(questionnaire, self._question.provisions)
        part.addWidget(chip_row(self._context.theme, chips))
        if self._question.guidance:
            part.addWidget(Label(filled(self._question.guidance), "small"))
        evaluation = self._context.session.evaluation(self._subject_id)
        if serves := question_serves(evaluation, self._question.id):
            part.addWidget(Label(serves, "small"))

    def _add_examples(self, filled: Filled) -> None:
        several = len(self._question.examples) > 1
        part = self._part(_("Examples") if several else _("Example"))
        for example in self._question.examples:
            part.addWidget(Label(filled(example)))

    def _part(self, title: str) -> QVBoxLayout:
        theme = self._context.theme
        part = QVBoxLayout()
        side, edge = theme.length(21), theme.length(20)
        part.setContentsMargins(side, edge, side, edge)
        part.setSpacing(theme.length(8))
        part.addWidget(Label(title, "label"))
        self._rows.addLayout(part)
        return part

    def _line(self, line: SoFar) -> QWidget:
        theme = self._context.theme
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.length(12))
        row.addWidget(Sign(theme, line.sign), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.length(1))
        words.addWidget(Label(line.title, "strong"))
        words.addWidget(Label(line.word, WORD_ROLES.get(line.sign, "ink_3")))
        if line.text:
            words.addWidget(Label(line.text, "small"))
        row.addLayout(words, 1)
        return widget
