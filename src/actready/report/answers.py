# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers as they were given, section by section, with their notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from actready.domain.assessment import Answers
from actready.domain.questionnaire import Question
from actready.domain.terms import About
from actready.i18n import gettext as _
from actready.report.context import AnswerSection
from actready.report.phrases import lines
from actready.report.reading import Reading

#: So many questions of a section are listed even when none of them is answered.
_FEW = 3


def answer_sections(
    reading: Reading, answers: Answers, asked: Iterable[Question], about: About
) -> tuple[AnswerSection, ...]:
    """Return the asked questions about the organisation or about a subject, by section."""
    own = [question for question in asked if question.about is about]
    sections = reading.evaluation.questionnaire.sections
    found = (
        _section(reading, answers, _(section.title), [q for q in own if q.section == section.id])
        for section in sections
    )
    return tuple(section for section in found if section.lines or section.unanswered)


def _section(
    reading: Reading, answers: Answers, title: str, questions: Sequence[Question]
) -> AnswerSection:
    """Return one section. Readiness questions without an answer are only counted.

    So are the questions of a long section in which nothing is answered yet.
    """
    readiness = reading.evaluation.questionnaire.readiness_questions
    open_ones = [
        one.id for one in questions if one.id not in answers.values and one.id not in answers.notes
    ]
    untouched = len(open_ones) == len(questions) > _FEW
    counted = {one for one in open_ones if untouched or one in readiness}
    shown = tuple(
        reading.line(one, answers.values.get(one.id), lines(answers.notes.get(one.id, "")))
        for one in questions
        if one.id not in counted
    )
    return AnswerSection(title, shown, len(counted))


def kept_count(answers: Answers, asked: Iterable[Question]) -> int:
    """Count the answers that are kept although their questions do not matter now."""
    shown = {question.id for question in asked}
    return sum(question not in shown for question in answers.values)
