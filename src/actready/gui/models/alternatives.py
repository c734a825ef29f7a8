# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would change a result: the smallest changes of answers, and what they would lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from actready.domain.answers import Value
from actready.domain.questionnaire import Finding, Question
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Status
from actready.domain.whatif import Change, changes, smallest_changes
from actready.domain.wording import fill
from actready.gui.models.answers import in_words
from actready.gui.models.findings import Names
from actready.gui.models.places import GroupKey
from actready.i18n import gettext as _
from actready.report.phrases import all_of, one_of

#: How many pairs of answers are named at most.
_MOST_PAIRS: Final = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """Other answers that lead to the same, and what the result would then be."""

    answer: str
    role: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """A question, or two, whose other answers change the result."""

    question: str
    outcomes: tuple[Outcome, ...]
    provisions: tuple[str, ...]


def alternatives(
    evaluation: Evaluation, act: Act, group: str, names: Names
) -> tuple[Alternative, ...]:
    """Return the questions whose other answers change what a group establishes.

    Those with an answer that leads to another value come first, then those that lead to none. Of
    these, the ones with few outcomes come first, since they are read at a glance. Where no single
    answer changes anything, two together are named.
    """
    by_question: dict[str, list[Change]] = {}
    for change in sorted(changes(evaluation, act, group), key=_rank):
        by_question.setdefault(change.question, []).append(change)
    few_first = sorted(by_question.values(), key=lambda found: (_rank(found[0]), len(found)))
    if not few_first:
        return tuple(islice(_pairs(evaluation, act, group, names), _MOST_PAIRS))
    return tuple(_alternative(evaluation, (act, group), found, names) for found in few_first)


def _rank(change: Change) -> tuple[bool, bool]:
    return (not change.roles, change.roles == ("none",))


def _alternative(
    evaluation: Evaluation, key: GroupKey, found: list[Change], names: Names
) -> Alternative:
    question = evaluation.questionnaire.question_by_id[found[0].question]
    return Alternative(
        question=fill(question.text, *names),
        outcomes=tuple(_outcome(evaluation, key, one, names) for one in found),
        provisions=question.provisions,
    )


def _outcome(evaluation: Evaluation, key: GroupKey, change: Change, names: Names) -> Outcome:
    question = evaluation.questionnaire.question_by_id[change.question]
    quoted = [_quoted(question, one, names) for one in change.values]
    return Outcome(one_of(quoted), _then(evaluation, key, change, names))


def _quoted(question: Question, value: Value, names: Names) -> str:
    return _("“{text}”").format(text=in_words(question, value, names))


def _then(evaluation: Evaluation, key: GroupKey, change: Change, names: Names) -> str:
    titles = {
        one.value: fill(one.title, *names) for one in evaluation.questionnaire.findings_of(*key)
    }
    is_role = key[1] == "role"
    if change.roles:
        certain = ", ".join(titles[one] for one in change.roles)
        text = _("Then the role is: {role}.") if is_role else _("Then it is: {role}.")
        return text.format(role=certain)
    if not change.possible:
        return _("Then nothing of this holds.")
    possible = one_of([titles[one] for one in change.possible])
    text = _("Then the role is open again: {roles}.") if is_role else _("Then it is open: {roles}.")
    return text.format(roles=possible)


def _pairs(evaluation: Evaluation, act: Act, group: str, names: Names) -> Iterator[Alternative]:
    """Yield two answers that together take away what is established."""
    by_id = evaluation.questionnaire.question_by_id
    for finding in evaluation.questionnaire.findings_of(act, group):
        if evaluation.status(finding) is not Status.ESTABLISHED:
            continue
        for found in smallest_changes(evaluation, finding):
            questions = [by_id[other.question] for other in found.others]
            answers = [
                _quoted(question, other.values[0], names)
                for question, other in zip(questions, found.others, strict=True)
            ]
            yield Alternative(
                question=all_of([fill(one.text, *names) for one in questions]),
                outcomes=(Outcome(all_of(answers), _without(finding, found.then, names)),),
                provisions=tuple(dict.fromkeys(p for one in questions for p in one.provisions)),
            )


def _without(finding: Finding, then: Status, names: Names) -> str:
    text = _("Then this no longer holds: {title}.")
    if then is Status.UNDETERMINED:
        text = _("Then this is open again: {title}.")
    return text.format(title=fill(finding.title, *names))
