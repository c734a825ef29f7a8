# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the result page shows: each group of findings with its chain of reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from actready.domain.assessment import Assessment
from actready.domain.explanation import deciders, reasons
from actready.domain.questionnaire import Finding, Question
from actready.domain.scoring import Evaluation
from actready.domain.terms import About, Act, Status
from actready.domain.wording import fill
from actready.gui.models.alternatives import Alternative, alternatives
from actready.gui.models.answers import in_words
from actready.gui.models.duties import DutyGroup, duty_groups
from actready.gui.models.findings import (
    Names,
    Sign,
    act_name,
    capital,
    group_standing,
    headline,
    names_of,
    still_possible,
    with_status,
    word,
)
from actready.gui.models.places import FindingsList, GroupKey, chosen_group, findings_list
from actready.gui.models.reasons import Chain, ReasonRow, chains, known_so_far
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.phrases import day

#: From so many findings on, a heading no longer names them one by one.
_MANY: Final = 3


@dataclass(frozen=True, slots=True)
class Decider:
    """A question that can still decide. ``owner`` is its subject, None the organisation."""

    owner: str | None
    question: str
    text: str
    state: str
    sign: Sign


@dataclass(frozen=True, slots=True)
class RuledOut:
    """A finding that the answers exclude, and the first reason why."""

    title: str
    reason: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultView:
    """The whole page for one chosen group."""

    findings: FindingsList
    chosen: GroupKey
    label: str
    title: str
    sign: Sign
    status: str
    lead: str
    possible: str
    chains: tuple[Chain, ...]
    known_so_far: tuple[ReasonRow, ...]
    deciders: tuple[Decider, ...]
    ruled_out: tuple[RuledOut, ...]
    alternatives: tuple[Alternative, ...]
    duties: tuple[DutyGroup, ...]


def result_view(
    assessment: Assessment,
    evaluation: Evaluation,
    subject_id: str,
    chosen: GroupKey | None = None,
) -> ResultView:
    """Return what the page shows for a subject. Without ``chosen``, the role comes first."""
    names = names_of(assessment, subject_id)
    findings = findings_list(evaluation, names)
    key = chosen_group(findings, chosen)
    act, group = key
    sign = group_standing(evaluation, act, group)
    shows_role = group == "role"
    title, status = _title(evaluation, act, group, names)
    return ResultView(
        findings=findings,
        chosen=key,
        label=_label(evaluation, act, group, names),
        title=title,
        sign=sign,
        status="" if status == title else status,
        lead=_lead(evaluation, sign),
        possible=_possible(evaluation, act, group, names),
        chains=chains(evaluation, act, group, names),
        known_so_far=known_so_far(evaluation, act, group, names),
        deciders=_deciders(evaluation, act, group, subject_id, names),
        ruled_out=_ruled_out(evaluation, act, group, names),
        alternatives=alternatives(evaluation, act, group, names),
        duties=duty_groups(evaluation, act, names) if shows_role else (),
    )


def _label(evaluation: Evaluation, act: Act, group: str, names: Names) -> str:
    found = evaluation.questionnaire.groups.get((act, group))
    title = _(found.title) if found else group
    if found is not None and found.about is About.ORGANISATION:
        return f"{names[0] or _('Your organisation')} · {title}"
    return f"{names[1]} · {act_name(evaluation, act)} · {title}"


def _title(evaluation: Evaluation, act: Act, group: str, names: Names) -> tuple[str, str]:
    """Return the heading and the word under it; of many findings the heading is their matter."""
    found = evaluation.questionnaire.groups.get((act, group))
    number = len(with_status(evaluation, act, group, Status.ESTABLISHED))
    if found is not None and number >= _MANY:
        text = ngettext("{count} established", "{count} established", number)
        return _(found.title), text.format(count=number)
    return headline(evaluation, act, group, names), word(group_standing(evaluation, act, group))


def _possible(evaluation: Evaluation, act: Act, group: str, names: Names) -> str:
    """Return what is still possible; of many findings first what is established."""
    certain = with_status(evaluation, act, group, Status.ESTABLISHED)
    many = headline(evaluation, act, group, names) + "." if len(certain) >= _MANY else ""
    return " ".join(filter(None, (many, still_possible(evaluation, act, group, names))))


def _lead(evaluation: Evaluation, sign: Sign) -> str:
    as_of = day(evaluation.date)
    if sign in (Sign.ESTABLISHED, Sign.PROHIBITED):
        return _(
            "On the answers given, with the law as of {day}. Every step below is one of your "
            "answers and the provision it meets."
        ).format(day=as_of)
    if sign is Sign.UNDETERMINED:
        return _(
            "Answers that are unknown can still decide this. It stays undetermined until then."
        )
    if sign is Sign.UNASKED:
        return _("The questions that decide this are still to come.")
    return _("On the answers given, nothing of this applies.")


def _deciders(
    evaluation: Evaluation, act: Act, group: str, subject_id: str, names: Names
) -> tuple[Decider, ...]:
    undecided = with_status(evaluation, act, group, Status.UNDETERMINED)
    found = deciders(evaluation, (one.when for one in undecided))
    questionnaire = evaluation.questionnaire
    listed = [one for one in questionnaire.questions if one.id in found]
    return tuple(decider(evaluation, one, subject_id, names) for one in listed)


def decider(evaluation: Evaluation, question: Question, subject_id: str, names: Names) -> Decider:
    """Return a question that can still decide, with how it stands."""
    answer = evaluation.answer(question.id)
    return Decider(
        owner=None if question.about is About.ORGANISATION else subject_id,
        question=question.id,
        text=fill(question.text, *names),
        state=in_words(question, answer, names),
        sign=Sign.NOT_STARTED if answer is None else Sign.UNKNOWN,
    )


def _ruled_out(evaluation: Evaluation, act: Act, group: str, names: Names) -> tuple[RuledOut, ...]:
    """Return what is excluded. "None of them" goes without saying, and is left out."""
    excluded = with_status(evaluation, act, group, Status.EXCLUDED)
    return tuple(_excluded(evaluation, one, names) for one in excluded if one.value != "none")


def _excluded(evaluation: Evaluation, finding: Finding, names: Names) -> RuledOut:
    first = next(iter(reasons(evaluation, finding)), None)
    text = capital(fill(first.texts[0], *names)) if first else ""
    return RuledOut(
        title=fill(finding.title, *names),
        reason=text or fill(finding.otherwise, *names),
        provisions=first.provisions if first else finding.provisions,
    )
