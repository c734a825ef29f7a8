# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Chains of reasons in words: what was answered, what follows, and the sentence they end in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from actready.domain.explanation import Step, reasons
from actready.domain.questionnaire import Finding
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Status
from actready.domain.wording import fill
from actready.gui.models.answers import in_words
from actready.gui.models.findings import Names, capital, with_status
from actready.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One step: what was answered, what follows from it, where it is written."""

    answers: tuple[str, ...]
    text: str
    provisions: tuple[str, ...]
    open_point: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The reasons for one established finding, and the sentence they end in.

    ``continues`` says that it also rests on steps of the chains before it, which are not repeated.
    """

    continues: bool
    steps: tuple[ReasonRow, ...]
    conclusion: str
    follows: str
    provisions: tuple[str, ...]
    open_point: str


def chains(evaluation: Evaluation, act: Act, group: str, names: Names) -> tuple[Chain, ...]:
    """Return one chain for each finding of a group that is established."""
    seen: set[ReasonRow] = set()
    found: list[Chain] = []
    for finding in with_status(evaluation, act, group, Status.ESTABLISHED):
        whole = _chain(evaluation, finding, names)
        fresh = tuple(one for one in whole.steps if one not in seen)
        found.append(replace(whole, steps=fresh, continues=fresh != whole.steps))
        seen.update(fresh)
    return tuple(found)


def _chain(evaluation: Evaluation, finding: Finding, names: Names) -> Chain:
    steps = reasons(evaluation, finding)
    if steps and steps[-1].texts == (finding.sentence,):
        steps = (*steps[:-1], _without_sentence(steps[-1]))
    rows = tuple(_row(evaluation, one, names) for one in steps)
    return Chain(
        continues=False,
        steps=rows,
        conclusion=_so(finding.sentence, names),
        follows=fill(finding.follows, *names),
        provisions=finding.provisions,
        open_point="" if finding.settled else fill(finding.note, *names),
    )


def _without_sentence(step: Step) -> Step:
    """Return the last step without the finding's own sentence, which the conclusion says."""
    return Step(step.given, (), step.provisions, True, "")


def _so(sentence: str, names: Names) -> str:
    """Return the sentence of a finding as the end of a chain: So Company Z is ..."""
    text = fill(sentence, *names)
    starts_with_name = sentence.startswith("{")
    return _("So {sentence}").format(
        sentence=text if starts_with_name else text[:1].lower() + text[1:]
    )


def _row(evaluation: Evaluation, step: Step, names: Names) -> ReasonRow:
    by_id = evaluation.questionnaire.question_by_id
    return ReasonRow(
        answers=tuple(in_words(by_id[question], value, names) for question, value in step.given),
        text=" ".join(capital(fill(one, *names)) for one in step.texts),
        provisions=step.provisions,
        open_point=fill(step.note, *names),
    )


def known_so_far(
    evaluation: Evaluation, act: Act, group: str, names: Names
) -> tuple[ReasonRow, ...]:
    """Return the steps that are known although the group is undetermined, each once."""
    if with_status(evaluation, act, group, Status.ESTABLISHED):
        return ()
    undecided = with_status(evaluation, act, group, Status.UNDETERMINED)
    steps = (step for finding in undecided for step in reasons(evaluation, finding))
    return tuple(dict.fromkeys(_row(evaluation, one, names) for one in steps if one.given))
