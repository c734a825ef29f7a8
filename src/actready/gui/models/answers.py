# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers in words, with the names filled into the labels of options."""

from __future__ import annotations

from actready.domain.answers import DONT_KNOW, Value
from actready.domain.questionnaire import Question
from actready.domain.terms import Kind
from actready.domain.wording import fill
from actready.gui.models.findings import Names
from actready.report.phrases import answer_text

_CHOOSING = (Kind.ONE_OF, Kind.SEVERAL_OF)


def in_words(question: Question, value: Value | None, names: Names) -> str:
    """Return an answer in words; what a user typed is never read as a place for a name."""
    if question.kind not in _CHOOSING or value is None or value == DONT_KNOW:
        return answer_text(question, value)
    chosen = value if isinstance(value, tuple) else (str(value),)
    options = (question.option(one) for one in chosen)
    return "; ".join(fill(one.label, *names) for one in options if one is not None)
