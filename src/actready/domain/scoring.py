# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evaluation: from answers to findings and obligations, fast enough for every key press."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from actready.domain.answers import Value, fits
from actready.domain.assessment import Assessment, Subject
from actready.domain.conditions import Truth
from actready.domain.questionnaire import Dated, Finding, Obligation, Questionnaire
from actready.domain.terms import ROLES, Act, Applies, Status, Urgency

_STATUS: dict[Truth, Status] = {
    True: Status.ESTABLISHED,
    False: Status.EXCLUDED,
    None: Status.UNDETERMINED,
}
_APPLIES: dict[Truth, Applies] = {True: Applies.YES, False: Applies.NO, None: Applies.MAYBE}


_NOTHING: Mapping[str, Truth] = {}


class Evaluation:
    """What follows for one subject (or the organisation alone) on one date.

    Values of facts and findings are worked out when first asked for, and kept. ``known`` are values
    that follow from some of these answers already.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        answers: Mapping[str, Value],
        as_of: date,
        known: Mapping[str, Truth] = _NOTHING,
    ) -> None:
        self.questionnaire = questionnaire
        self.answers = answers
        self.date = as_of
        self.as_of = as_of.isoformat()
        self._truths: dict[str, Truth] = dict(known)

    def answer(self, question: str) -> Value | None:
        """Return the answer to a question, or None while it is unanswered."""
        return self.answers.get(question)

    def claim(self, claim_id: str) -> Truth:
        """Return the value of a fact or a finding."""
        try:
            return self._truths[claim_id]
        except KeyError:
            truth = self.questionnaire.claim_by_id[claim_id].when.truth(self)
            self._truths[claim_id] = truth
            return truth

    def known(self) -> dict[str, Truth]:
        """Return the values worked out so far that more answers cannot change."""
        return {one: truth for one, truth in self._truths.items() if truth is not None}

    def status(self, finding: Finding) -> Status:
        """Return how certain a finding is."""
        return _STATUS[self.claim(finding.id)]

    def applies(self, obligation: Obligation) -> Applies:
        """Return whether an obligation applies."""
        return _APPLIES[obligation.when.truth(self)]

    def begins(self, record: Dated) -> date | None:
        """Return from when a finding or an obligation applies on these answers.

        While a condition of ``starts`` is unknown, the earliest day that is possible.
        """
        possible: list[date] = []
        for start in record.starts:
            holds = start.when.truth(self)
            if holds is not False:
                possible.append(start.day)
            if holds:
                return min(possible)
        rest = [] if record.applies_from is None else [record.applies_from]
        return min([*possible, *rest], default=None)

    def due(self, obligation: Obligation) -> date:
        """Return from when an obligation applies on these answers."""
        return self.begins(obligation) or obligation.applies_from

    def values(self, act: Act, group: str, *wanted: Status) -> tuple[str, ...]:
        """Return the values of a group whose findings have one of the wanted statuses."""
        findings = self.questionnaire.findings_of(act, group)
        return tuple(one.value for one in findings if self.status(one) in wanted)

    def value(self, act: Act, group: str) -> str:
        """Return the established value of a group with exactly one, or "undetermined"."""
        return next(iter(self.values(act, group, Status.ESTABLISHED)), "undetermined")

    def roles(self, act: Act) -> tuple[str, ...]:
        """Return the established roles. Empty means undetermined; ``("none",)`` means no role."""
        return self.values(act, "role", Status.ESTABLISHED)

    def possible_roles(self, act: Act) -> tuple[str, ...]:
        """Return the roles that the answers leave possible, the established ones included."""
        if self.questionnaire.edition(act) is None:
            return ROLES[act]
        return self.values(act, "role", Status.ESTABLISHED, Status.UNDETERMINED)

    @cached_property
    def obligations(self) -> tuple[tuple[Obligation, Applies], ...]:
        """All obligations with whether they apply."""
        return tuple((one, self.applies(one)) for one in self.questionnaire.obligations)


@dataclass(frozen=True, slots=True)
class SubjectEvaluation:
    """A subject beside its evaluation."""

    subject: Subject
    evaluation: Evaluation


def evaluate(
    questionnaire: Questionnaire, assessment: Assessment, as_of: date
) -> tuple[SubjectEvaluation, ...]:
    """Evaluate every subject of an assessment on one date."""
    return tuple(
        SubjectEvaluation(subject, evaluate_subject(questionnaire, assessment, subject, as_of))
        for subject in assessment.subjects
    )


def evaluate_subject(
    questionnaire: Questionnaire, assessment: Assessment, subject: Subject | None, as_of: date
) -> Evaluation:
    """Evaluate one subject, or the organisation alone for None, on one date.

    An answer that does not fit its question, as after a change of edition, counts as unanswered: it
    must never be read as a "no".
    """
    own = subject.answers.values if subject else {}
    given = {**assessment.organisation.answers.values, **own}
    return Evaluation(questionnaire, _fitting(questionnaire, given), as_of)


def _fitting(questionnaire: Questionnaire, given: Mapping[str, Value]) -> dict[str, Value]:
    questions = questionnaire.question_by_id
    return {
        one: value
        for one, value in given.items()
        if one in questions and fits(questions[one], value)
    }


def urgency(applies_from: date, as_of: date) -> Urgency:
    """Tell when something applies, seen from a date. Twelve months are counted by the calendar."""
    if applies_from <= as_of:
        return Urgency.IN_FORCE
    limit = (as_of.year + 1, as_of.month, as_of.day)
    near = (applies_from.year, applies_from.month, applies_from.day) <= limit
    return Urgency.WITHIN_12_MONTHS if near else Urgency.LATER
