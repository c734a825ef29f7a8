# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which editor belongs to which kind of question."""

from __future__ import annotations

from typing import Final

from actready.domain.questionnaire import Question
from actready.domain.terms import Kind
from actready.gui.editors.base import Editor, Filled
from actready.gui.editors.computed import ComputedEditor
from actready.gui.editors.options import OneEditor, SeveralEditor
from actready.gui.editors.typed import DateEditor, NumberEditor, TextEditor
from actready.gui.theme import Theme

EDITORS: Final[dict[Kind, type[Editor]]] = {
    Kind.ONE_OF: OneEditor,
    Kind.SEVERAL_OF: SeveralEditor,
    Kind.YES_NO: OneEditor,
    Kind.NUMBER: NumberEditor,
    Kind.DATE: DateEditor,
    Kind.TEXT: TextEditor,
}


def editor_for(theme: Theme, question: Question, filled: Filled) -> Editor:
    """Return an editor for a question."""
    kind = ComputedEditor if question.calculator else EDITORS[question.kind]
    return kind(theme, question, filled)
