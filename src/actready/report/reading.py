# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""An evaluation read aloud: its texts with the names of organisation and subject filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from actready.domain.actions import Action
from actready.domain.answers import DONT_KNOW, Value
from actready.domain.explanation import Step, deciders, reasons
from actready.domain.questionnaire import Finding, Question
from actready.domain.scoring import Evaluation
from actready.domain.terms import Kind, Status
from actready.domain.wording import fill
from actready.i18n import gettext as _
from actready.report.context import (
    ESTABLISHED,
    UNASKED,
    UNDETERMINED,
    UNKNOWN,
    AnswerLine,
    ReasonStep,
    Result,
)
from actready.report.phrases import answer_text


@dataclass(frozen=True, slots=True)
class Reading:
    """One subject's evaluation (or the organisation's) and the names that its texts speak of.

    ``actions`` are what is planned for its duties.
    """

    evaluation: Evaluation
    organisation: str
    subject: str
    actions: Mapping[str, Action] = field(default_factory=dict)

    def fill(self, text: str) -> str:
        """Return a text of the questionnaire with the names filled in."""
        return fill(text, self.organisation, self.subject)

    def question(self, question_id: str) -> Question:
        """Return a question of the questionnaire."""
        return self.evaluation.questionnaire.question_by_id[question_id]

    def line(self, question: Question, value: Value | None, note: str = "") -> AnswerLine:
        """Return a question with an answer to it."""
        return AnswerLine(
            question=self.fill(question.text),
            answer=self.answer(question, value),
            state=state_of(value),
            note=note,
            provisions=question.provisions,
            id=question.id,
        )

    def answer(self, question: Question, value: Value | None) -> str:
        """Return an answer in words. What people wrote themselves is never filled in."""
        text = answer_text(question, value)
        return text if question.kind is Kind.TEXT else self.fill(text)

    def steps(self, found: Iterable[Step]) -> tuple[ReasonStep, ...]:
        """Return steps of a chain of reasons in words."""
        return tuple(self._step(one) for one in found)

    def result(self, finding: Finding) -> Result:
        """Return a finding that is not excluded, with its reasons or with what decides it."""
        established = self.evaluation.status(finding) is Status.ESTABLISHED
        group = self.evaluation.questionnaire.groups.get((finding.act, finding.group))
        return Result(
            sign=ESTABLISHED if established else UNDETERMINED,
            group=_(group.title) if group else "",
            title=_(finding.title),
            sentence=self.fill(finding.sentence),
            follows=self.fill(finding.follows),
            provisions=finding.provisions,
            note="" if finding.settled else self.fill(finding.note),
            steps=self.steps(reasons(self.evaluation, finding)),
            deciders=self.deciding_questions(finding),
        )

    def deciding_questions(self, finding: Finding) -> tuple[str, ...]:
        """Return the texts of the questions that can still decide a finding, in asking order."""
        position = self.evaluation.questionnaire.position
        deciding = sorted(deciders(self.evaluation, [finding.when]), key=position.__getitem__)
        return tuple(self.fill(self.question(one).text) for one in deciding)

    def _step(self, step: Step) -> ReasonStep:
        given = ((self.question(question), value) for question, value in step.given)
        return ReasonStep(
            answers=tuple(self.line(question, value) for question, value in given),
            texts=tuple(self.fill(text) for text in step.texts if text),
            provisions=step.provisions,
            note=self.fill(step.note),
        )


def state_of(value: Value | None) -> str:
    """Return the sign of an answer: none for a known one."""
    if value is None:
        return UNASKED
    return UNKNOWN if value == DONT_KNOW else ""
