# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would change a role: single other answers, and the role they would lead to."""

from __future__ import annotations

from dataclasses import dataclass

from actready.domain.scoring import Evaluation
from actready.domain.terms import Act
from actready.domain.whatif import Change, changes
from actready.domain.wording import fill
from actready.gui.models.answers import in_words
from actready.gui.models.findings import Names
from actready.i18n import gettext as _
from actready.report.phrases import one_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """Other answers to a question that lead to the same, and what the role would then be."""

    answer: str
    role: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """A question whose other answers change the role."""

    question: str
    outcomes: tuple[Outcome, ...]
    provisions: tuple[str, ...]


def alternatives(evaluation: Evaluation, act: Act, names: Names) -> tuple[Alternative, ...]:
    """Return the questions whose other answers change the role.

    Those with an answer that leads to another role come first, then those that lead to none. Of
    these, the ones with few outcomes come first, since they are read at a glance.
    """
    by_question: dict[str, list[Change]] = {}
    for change in sorted(changes(evaluation, act), key=_rank):
        by_question.setdefault(change.question, []).append(change)
    few_first = sorted(by_question.values(), key=lambda found: (_rank(found[0]), len(found)))
    return tuple(_alternative(evaluation, act, found, names) for found in few_first)


def _rank(change: Change) -> tuple[bool, bool]:
    return (not change.roles, change.roles == ("none",))


def _alternative(
    evaluation: Evaluation, act: Act, found: list[Change], names: Names
) -> Alternative:
    question = evaluation.questionnaire.question_by_id[found[0].question]
    return Alternative(
        question=fill(question.text, *names),
        outcomes=tuple(_outcome(evaluation, act, one, names) for one in found),
        provisions=question.provisions,
    )


def _outcome(evaluation: Evaluation, act: Act, change: Change, names: Names) -> Outcome:
    question = evaluation.questionnaire.question_by_id[change.question]
    quoted = [_("“{text}”").format(text=in_words(question, one, names)) for one in change.values]
    return Outcome(one_of(quoted), _role(evaluation, act, change, names))


def _role(evaluation: Evaluation, act: Act, change: Change, names: Names) -> str:
    titles = {
        one.value: fill(one.title, *names)
        for one in evaluation.questionnaire.findings_of(act, "role")
    }
    if change.roles:
        certain = ", ".join(titles[one] for one in change.roles)
        return _("Then the role is: {role}.").format(role=certain)
    possible = one_of([titles[one] for one in change.possible])
    return _("Then the role is open again: {roles}.").format(roles=possible)
