# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the subjects page shows: the organisation, its subjects with their roles, what is due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from actready.domain.answers import DONT_KNOW
from actready.domain.assessment import Assessment, Subject
from actready.domain.explanation import open_questions, reasons
from actready.domain.questionnaire import Finding
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Status
from actready.domain.verdict import verdict
from actready.domain.wording import fill
from actready.gui.models.duties import DutyGroup, count, duty_groups, in_all
from actready.gui.models.findings import (
    Names,
    Sign,
    act_name,
    capital,
    covered_acts,
    group_standing,
    headline,
    names_of,
    still_possible,
    with_status,
    word,
)
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.phrases import short_day
from actready.report.verdicts import (
    ban_in_words,
    banned_points,
    roles_in_short,
    tiers_in_short,
)

Evaluator = Callable[[str | None], Evaluation]
"""Gives the evaluation of a subject, or of the organisation for None."""


@dataclass(frozen=True, slots=True)
class RoleCell:
    """The role of a subject under one act, and why.

    ``tiers`` are all tiers that hold at once; ``ban`` says that one of them is a prohibition, and
    when it applies.
    """

    act: Act
    name: str
    sign: Sign
    headline: str
    status: str
    provisions: tuple[str, ...]
    reason: str
    tiers: str
    ban: str
    follows: str


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line about time: the sign and its words."""

    sign: Sign
    text: str


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """One subject in the list.

    ``next_question`` is where to go on, None when all is answered. ``is_unfinished`` says that a
    question has no answer yet, ``has_unknown`` that "I don't know" leaves something open.
    """

    subject: str
    name: str
    description: str
    roles: tuple[RoleCell, ...]
    duties: str
    dates: tuple[DateLine, ...]
    open_points: str
    has_unknown: bool
    is_unfinished: bool
    next_question: str | None


@dataclass(frozen=True, slots=True)
class Notice:
    """One of the at most two banners; its button leads to a question, or to the result."""

    sign: Sign
    title: str
    text: str
    button: str
    subject: str
    question: str | None


@dataclass(frozen=True, slots=True)
class SubjectsView:
    """The whole page."""

    organisation: str
    summary: str
    acts: tuple[str, ...]
    notices: tuple[Notice, ...]
    rows: tuple[SubjectRow, ...]


def subjects_view(assessment: Assessment, evaluate: Evaluator) -> SubjectsView:
    """Return what the subjects page shows for an assessment."""
    alone = evaluate(None)
    rows = tuple(_row(assessment, one, evaluate(one.id)) for one in assessment.subjects)
    return SubjectsView(
        organisation=assessment.organisation.name or _("Your organisation"),
        summary=" · ".join(_summary(alone, len(rows))),
        acts=tuple(act_name(alone, act, short=True) for act in covered_acts(alone)),
        notices=_notices(assessment, evaluate),
        rows=rows,
    )


def _summary(alone: Evaluation, count_of_subjects: int) -> tuple[str, ...]:
    size = with_status(alone, Act.COMMON, "size", Status.ESTABLISHED)
    subjects = ngettext("{count} subject", "{count} subjects", count_of_subjects)
    return (
        _(size[0].title) if size else _("Size not known yet"),
        subjects.format(count=count_of_subjects),
        _("a role belongs to a subject, never to the organisation"),
    )


def _row(assessment: Assessment, subject: Subject, evaluation: Evaluation) -> SubjectRow:
    names = names_of(assessment, subject.id)
    acts = covered_acts(evaluation)
    groups = duty_groups(evaluation, None, names)
    open_points = _open_points(evaluation)
    return SubjectRow(
        subject=subject.id,
        name=subject.name,
        description=subject.description,
        roles=tuple(_role(evaluation, act, names) for act in acts),
        duties=in_all(groups),
        dates=tuple(_date_line(evaluation, one) for one in groups[:2]) if count(groups) else (),
        open_points=_open_words(evaluation, open_points),
        has_unknown=any(evaluation.answer(one) == DONT_KNOW for one in open_points),
        is_unfinished=any(evaluation.answer(one) is None for one in open_points),
        next_question=next(iter(open_points), None),
    )


def _role(evaluation: Evaluation, act: Act, names: Names) -> RoleCell:
    found = verdict(evaluation, act)
    sign = group_standing(evaluation, act, "role")
    title = roles_in_short(found, names) or headline(evaluation, act, "role", names)
    status = word(sign)
    return RoleCell(
        act=act,
        name=act_name(evaluation, act, short=True),
        sign=sign,
        headline=title,
        status="" if status == title else status,
        provisions=found.roles[0].provisions[:1] if found.roles else (),
        reason=_reason(evaluation, found.roles, act, names),
        tiers=tiers_in_short(found, names),
        ban=ban_in_words(found, evaluation.date),
        follows=" ".join(fill(one.follows, *names) for one in found.roles),
    )


def _reason(evaluation: Evaluation, certain: tuple[Finding, ...], act: Act, names: Names) -> str:
    """Return the last thing that the chain of reasons says before its result."""
    if not certain:
        return _what_decides(evaluation, act, names)
    steps = reasons(evaluation, certain[0])
    if not steps:
        return fill(certain[0].sentence, *names)
    return capital(fill(steps[-1].texts[-1], *names))


def _what_decides(evaluation: Evaluation, act: Act, names: Names) -> str:
    number = len(open_questions(evaluation, act))
    text = ngettext("{count} answer can still decide.", "{count} answers can still decide.", number)
    possible = still_possible(evaluation, act, "role", names)
    return f"{possible} {text.format(count=number)}"


def _date_line(evaluation: Evaluation, group: DutyGroup) -> DateLine:
    if group.begins is None:
        return DateLine(group.sign, group.summary)
    number = len(group.titles)
    text = _("{count} from {day}")
    if group.sign is Sign.IN_FORCE:
        text = _("{count} in force since {day}")
    line = text.format(count=number, day=short_day(group.begins))
    if len(covered_acts(evaluation)) < 2:
        return DateLine(group.sign, line)
    acts = ", ".join(act_name(evaluation, one, short=True) for one in group.acts)
    return DateLine(group.sign, _("{line} ({acts})").format(line=line, acts=acts))


def _open_points(evaluation: Evaluation) -> tuple[str, ...]:
    """Return the questions that can still decide something about the subject itself."""
    found = (one for act in covered_acts(evaluation) for one in open_questions(evaluation, act))
    ordered = sorted(found, key=lambda one: one.dont_know)
    return tuple(dict.fromkeys(one.question.id for one in ordered))


def _open_words(evaluation: Evaluation, questions: tuple[str, ...]) -> str:
    unknown = sum(evaluation.answer(one) is not None for one in questions)
    parts = (
        (unknown, ngettext("{count} answer unknown", "{count} answers unknown", unknown)),
        (
            len(questions) - unknown,
            ngettext("{count} question open", "{count} questions open", len(questions) - unknown),
        ),
    )
    return ", ".join(text.format(count=number) for number, text in parts if number)


def _notices(assessment: Assessment, evaluate: Evaluator) -> tuple[Notice, ...]:
    """Return at most two notices: what is banned or else due, then what is unknown."""
    kinds = (_banned, _in_force), (_unknown,)
    found = (
        next(
            filter(None, (make(one, assessment, evaluate(one.id)) for make in makers
                          for one in assessment.subjects)),
            None,
        )
        for makers in kinds
    )  # fmt: skip
    return tuple(one for one in found if one)


def _banned(subject: Subject, assessment: Assessment, evaluation: Evaluation) -> Notice | None:
    names = names_of(assessment, subject.id)
    for act in covered_acts(evaluation):
        found = verdict(evaluation, act)
        if found.prohibition is not None:
            title = _("{ban} by the {act}: a practice of {subject}")
            return Notice(
                sign=Sign.PROHIBITED,
                title=title.format(
                    ban=ban_in_words(found, evaluation.date),
                    act=act_name(evaluation, act, short=True),
                    subject=subject.name,
                ),
                text=banned_points(found, names),
                button=_("See the result"),
                subject=subject.id,
                question=None,
            )
    return None


def _in_force(subject: Subject, assessment: Assessment, evaluation: Evaluation) -> Notice | None:
    names = names_of(assessment, subject.id)
    group = next(iter(duty_groups(evaluation, None, names)), None)
    if group is None or group.sign is not Sign.IN_FORCE:
        return None
    number = count((group,))
    title = ngettext(
        "{count} duty is already in force for {subject}",
        "{count} duties are already in force for {subject}",
        number,
    )
    return Notice(
        sign=Sign.IN_FORCE,
        title=title.format(count=number, subject=subject.name),
        text="; ".join(group.titles[:3]),
        button=_("See the result"),
        subject=subject.id,
        question=None,
    )


def _unknown(subject: Subject, assessment: Assessment, evaluation: Evaluation) -> Notice | None:
    names = names_of(assessment, subject.id)
    for act in covered_acts(evaluation):
        unknown = [one for one in open_questions(evaluation, act) if one.dont_know]
        if unknown:
            title = ngettext(
                "{count} unknown answer leaves a result open for {subject}",
                "{count} unknown answers leave a result open for {subject}",
                len(unknown),
            )
            return Notice(
                sign=Sign.UNDETERMINED,
                title=title.format(count=len(unknown), subject=subject.name),
                text=fill(unknown[0].question.text, *names),
                button=ngettext("Answer it", "Answer them", len(unknown)),
                subject=subject.id,
                question=unknown[0].question.id,
            )
    return None
