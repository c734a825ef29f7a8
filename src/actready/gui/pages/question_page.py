# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The question page: one question, its answer, and the reasons to ask it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from actready.domain.wording import fill
from actready.errors import AppError
from actready.gui.editors.base import Editor
from actready.gui.editors.registry import editor_for
from actready.gui.models.findings import names_of
from actready.gui.models.road import next_question, previous_question, road
from actready.gui.pages.base import Page, PageContext
from actready.gui.pages.note_editor import NoteEditor
from actready.gui.pages.outline_panel import OutlinePanel
from actready.gui.pages.reasons_panel import ReasonsPanel
from actready.gui.places import Location
from actready.gui.widgets.buttons import primary, quiet, secondary
from actready.gui.widgets.keys import ENTER
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.domain.questionnaire import Question
    from actready.session import Change


class QuestionPage(Page):
    """Every answer is stored the moment it is given; the buttons only lead on."""

    def __init__(self, context: PageContext, location: Location) -> None:
        super().__init__(context.theme)
        self._context = context
        self._session = context.session
        self._subject_id = location.subject_id
        self.question: Question = self._session.questionnaire.question_by_id[
            location.question_id or ""
        ]
        names = names_of(self._session.assessment, self._subject_id)
        self._filled = partial(_filled, names)
        self._build(location)
        self.refresh(None)

    def title(self) -> str:
        """Return the question."""
        return self._filled(self.question.text)

    def primary_focus(self) -> QWidget | None:
        """Return the first option, the chosen one, or the field."""
        return self._editor.primary_focus()

    def refresh(self, change: Change | None) -> None:
        """Show the stored answer and note, and what follows from them."""
        answers = self._session.assessment.answers_of(self._subject_id)
        self._editor.show_value(answers.values.get(self.question.id))
        self._note.show_text(answers.notes.get(self.question.id, ""))
        self._show_position()
        self._outline_panel.refresh()
        self._reasons_panel.refresh()

    def leave(self) -> None:
        """Keep what was typed, if it can be read."""
        self._note.commit()
        self._editor.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, wherever no button has the focus."""
        if event.key() in ENTER:
            self.go_on()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use smaller words where there is little room."""
        super().resizeEvent(event)
        self._heading.set_role("h2" if self.is_narrow else "h1")
        self._skip.setText(_("Skip") if self.is_narrow else _("Skip for now"))

    def go_on(self) -> None:
        """Lead to the next question of the section, or to the answers at its end."""
        self._note.commit()
        if not self._editor.commit():
            self._editor.primary_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        values = self._session.assessment.answers_of(self._subject_id).values
        if self.question.id not in values:
            self._editor.show_fault(
                _("There is no answer yet. Give one, or skip the question for now.")
            )
            return
        self.skip()

    def skip(self) -> None:
        """Lead on without asking for an answer; an answer that is there stays."""
        evaluation = self._session.evaluation(self._subject_id)
        following = next_question(evaluation, self.question)
        if following is None:
            self._context.navigator.show_check(self._subject_id, self.question.section)
        else:
            self._context.navigator.show_question(self._subject_id, following.id)

    def go_back(self) -> None:
        """Lead to the question before this one, or to the subjects."""
        evaluation = self._session.evaluation(self._subject_id)
        before = previous_question(evaluation, self.question)
        if before is None:
            self._context.navigator.show_subjects()
        else:
            self._context.navigator.show_question(self._subject_id, before.id)

    def _build(self, location: Location) -> None:
        theme = self.theme
        self._outline_panel = OutlinePanel(self._context, location, self.question.section)
        self.set_outline(self._outline_panel)
        self._build_head()
        self._editor = self._make_editor()
        self.body.addWidget(self._editor)
        self.body.addSpacing(theme.length(14))
        self._note = NoteEditor(theme, "")
        self._note.written.connect(self._keep_note)
        self.body.addWidget(self._note)
        self._reasons_panel = ReasonsPanel(
            self._context, self._subject_id, self.question, self._filled
        )
        self.set_reasons(self._reasons_panel, _("Reasons and result so far"))
        self.add_action(secondary(theme, _("Back"), self.go_back), "left")
        self._skip = quiet(theme, _("Skip for now"), self.skip)
        self.add_action(self._skip)
        self.add_action(primary(theme, _("Save and continue"), self.go_on))

    def _build_head(self) -> None:
        theme = self.theme
        line = QHBoxLayout()
        line.addWidget(Label(_(self._section_title()), "label"), 1)
        self._position = Label(role="caption", wrap=False)
        line.addWidget(self._position, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        self.body.addSpacing(theme.length(8))
        self._heading = Label(self._filled(self.question.text), "h1")
        self.body.addWidget(self._heading)
        if self.question.instruction:
            self.body.addSpacing(theme.length(6))
            self.body.addWidget(Label(self._filled(self.question.instruction), "muted"))
        self.body.addSpacing(theme.length(18))

    def _make_editor(self) -> Editor:
        editor = editor_for(self.theme, self.question, self._filled)
        editor.setAccessibleName(self._filled(self.question.text))
        editor.given.connect(self._keep)
        editor.cleared.connect(self._clear)
        editor.explained.connect(self._explain)
        return editor

    def _keep(self, raw: object) -> None:
        try:
            self._session.answer(self._subject_id, self.question.id, raw)
            self._editor.show_fault("")
        except AppError as error:
            self.refresh(None)
            self._editor.show_fault(str(error))

    def _clear(self) -> None:
        try:
            self._session.clear_answer(self._subject_id, self.question.id)
            self._editor.show_fault("")
        except AppError as error:
            self.refresh(None)
            self._editor.show_fault(str(error))

    def _explain(self, text: str) -> None:
        """Write into the note how the answer was found, below what stands there."""
        self._note.commit()
        notes = self._session.assessment.answers_of(self._subject_id).notes
        before = notes.get(self.question.id, "")
        if text not in before:
            self._keep_note(f"{before}\n{text}".strip())

    def _keep_note(self, text: str) -> None:
        try:
            self._session.note(self._subject_id, self.question.id, text)
        except AppError as error:
            self._editor.show_fault(str(error))

    def _show_position(self) -> None:
        stage = road(self._session.evaluation(self._subject_id)).stage_of(self.question.id)
        ids = [one.id for one in stage.questions] if stage else []
        text = _("Question {number} of {total}")
        place = ids.index(self.question.id) + 1 if self.question.id in ids else 0
        self._position.setText(text.format(number=place, total=len(ids)) if place else "")

    def _section_title(self) -> str:
        sections = self._session.questionnaire.sections
        return next((one.title for one in sections if one.id == self.question.section), "")


def _filled(names: tuple[str, str], text: str) -> str:
    return fill(text, *names) if text else ""
