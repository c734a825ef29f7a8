# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The road through the questions: which are asked now, in which order, and how far one has come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from actready.domain.answers import DONT_KNOW
from actready.domain.explanation import asked_questions
from actready.domain.questionnaire import Question, Section
from actready.domain.scoring import Evaluation
from actready.domain.terms import About
from actready.i18n import gettext as _
from actready.i18n import ngettext


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the questions asked now are answered, "I don't know" among them."""

    total: int
    answered: int
    dont_know: int

    @property
    def is_done(self) -> bool:
        """Whether every question has an answer."""
        return self.answered == self.total

    @property
    def sign(self) -> str:
        """The sign for this state."""
        if self.dont_know:
            return "unknown"
        if self.is_done:
            return "met"
        return "partly" if self.answered else "not_started"

    @property
    def state(self) -> str:
        """The state in words, for those who do not see the sign."""
        words = {
            "unknown": _("unknown"),
            "met": _("answered"),
            "partly": _("partly answered"),
            "not_started": _("not started"),
        }
        return words[self.sign]

    @property
    def count(self) -> str:
        """The count in short, such as 2 of 5."""
        return _("{answered} of {total}").format(answered=self.answered, total=self.total)

    @property
    def summary(self) -> str:
        """The count as a line of its own."""
        text = _("{answered} of {total} answered")
        return text.format(answered=self.answered, total=self.total)

    @property
    def unknowns(self) -> str:
        """How often the answer is "I don't know", or nothing."""
        if not self.dont_know:
            return ""
        text = ngettext("{count} “I don’t know”", "{count} “I don’t know”", self.dont_know)
        return text.format(count=self.dont_know)


@dataclass(frozen=True, slots=True)
class Stage:
    """One section of the road, with the questions that are asked in it now."""

    section: Section
    questions: tuple[Question, ...]
    progress: Progress


@dataclass(frozen=True, slots=True)
class Road:
    """All questions that are asked now about a subject and its organisation, section by section."""

    stages: tuple[Stage, ...]

    def about(self, about: About) -> tuple[Stage, ...]:
        """Return the stages about the organisation, or about the subject."""
        return tuple(one for one in self.stages if one.section.about is about)

    def questions(self, about: About) -> tuple[Question, ...]:
        """Return the questions about the organisation, or about the subject, in order."""
        return tuple(question for stage in self.about(about) for question in stage.questions)

    def progress(self, *abouts: About) -> Progress:
        """Return the progress over all stages, or over those about some."""
        counted = [one.progress for one in self.stages if not abouts or one.section.about in abouts]
        return Progress(
            sum(one.total for one in counted),
            sum(one.answered for one in counted),
            sum(one.dont_know for one in counted),
        )

    def stage_of(self, question_id: str) -> Stage | None:
        """Return the stage in which a question is asked now."""
        for stage in self.stages:
            if any(one.id == question_id for one in stage.questions):
                return stage
        return None


class _Deciding:
    """An evaluation, equal to others in which the same questions are on the road.

    Readiness questions decide nothing, so their answers make no difference to the road.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        telling = evaluation.questionnaire.readiness_questions
        given = ((one, value) for one, value in evaluation.answers.items() if one not in telling)
        self._answers = (evaluation.date, frozenset(given))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Deciding)
            and self.evaluation.questionnaire is other.evaluation.questionnaire
            and self._answers == other._answers
        )

    def __hash__(self) -> int:
        return hash(self._answers)


def asked(evaluation: Evaluation) -> tuple[Question, ...]:
    """Return the questions on the road. Several parts of a page ask for them after each answer."""
    return _asked(_Deciding(evaluation))


@lru_cache(maxsize=8)
def _asked(deciding: _Deciding) -> tuple[Question, ...]:
    return asked_questions(deciding.evaluation)


def road(evaluation: Evaluation) -> Road:
    """Return the road for a subject, or for the organisation alone."""
    on_the_road = asked(evaluation)
    stages: list[Stage] = []
    for section in evaluation.questionnaire.sections:
        mine = tuple(one for one in on_the_road if one.section == section.id)
        if mine:
            stages.append(Stage(section, mine, _progress(evaluation, mine)))
    return Road(tuple(stages))


def next_question(evaluation: Evaluation, question: Question) -> Question | None:
    """Return the question that is asked after another in its section, or None at its end."""
    position = evaluation.questionnaire.position
    later = [
        one
        for one in asked(evaluation)
        if one.section == question.section and position[one.id] > position[question.id]
    ]
    return later[0] if later else None


def previous_question(evaluation: Evaluation, question: Question) -> Question | None:
    """Return the question before another about the same, or None at the beginning."""
    position = evaluation.questionnaire.position
    earlier = [
        one
        for one in asked(evaluation)
        if one.about is question.about and position[one.id] < position[question.id]
    ]
    return earlier[-1] if earlier else None


def first_open(evaluation: Evaluation, about: About, section_id: str = "") -> Question | None:
    """Return the first question without an answer; with ``section_id`` after that section."""
    sections = [one.id for one in evaluation.questionnaire.sections]
    start = sections.index(section_id) + 1 if section_id in sections else 0
    open_ones = [
        one for one in asked(evaluation) if one.about is about and evaluation.answer(one.id) is None
    ]
    later = [one for one in open_ones if sections.index(one.section) >= start]
    return next(iter([*later, *open_ones]), None)


def _progress(evaluation: Evaluation, questions: tuple[Question, ...]) -> Progress:
    given = [evaluation.answer(one.id) for one in questions]
    answered = sum(1 for one in given if one is not None)
    return Progress(len(questions), answered, sum(1 for one in given if one == DONT_KNOW))
