# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one act makes of one subject: roles, reasons, what was ruled out, what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from actready.domain.explanation import (
    OpenQuestion,
    deciders,
    open_questions,
    reasons,
)
from actready.domain.questionnaire import Finding
from actready.domain.terms import Act, Status
from actready.domain.verdict import results, titles_of_results, verdict
from actready.domain.whatif import Change, changes
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.acts import by_reason, is_told_elsewhere, with_act, with_point, with_when
from actready.report.context import (
    ESTABLISHED,
    UNASKED,
    UNDETERMINED,
    UNKNOWN,
    ActResult,
    OpenPoint,
    OtherAnswers,
    Outcome,
    Result,
    RuledOut,
)
from actready.report.duties import duties_of, grouped, theme_lines
from actready.report.fines import fine_box
from actready.report.phrases import all_of
from actready.report.reading import Reading
from actready.report.verdicts import roles_in_short

_ROLE = "role"

#: The groups of which the report says what would change them.
_CHANGING = ("role", "tier")


def act_result(reading: Reading, act: Act) -> ActResult:
    """Return the result of one act for one subject."""
    evaluation = reading.evaluation
    all_listed = duties_of(reading, act)
    duties = [one for one in all_listed if not one.nature]
    certain = [duty for duty in duties if duty.certain]
    roles = _roles(reading, act, Status.ESTABLISHED)
    found = {group: changes(evaluation, act, group) for group in _CHANGING}
    settling = {group: _settling(these) for group, these in found.items()}
    edition = evaluation.questionnaire.edition(act)
    names = (reading.organisation, reading.subject)
    result = ActResult(
        act=_(edition.title) if edition else act.value,
        headline=roles_in_short(verdict(evaluation, act), names) or _("Role undetermined"),
        sign=ESTABLISHED if roles else UNDETERMINED,
        state=_state(reading, act, decided=bool(roles)),
        roles=roles,
        undecided=_roles(reading, act, Status.UNDETERMINED),
        further=_further(reading, act, roles),
        ruled_out=_ruled_out(reading, act),
        changes=tuple(
            one
            for group, these in settling.items()
            for one in _other_answers(reading, these, act, group)
        ),
        more_changes=found != settling,
        duty_groups=grouped(duties),
        options=tuple(one for one in all_listed if one.nature),
        themes=theme_lines(reading, act),
        duty_count=len(certain),
        possible_count=len(duties) - len(certain),
        first_duty=certain[0].moment if certain else None,
        fines=fine_box(evaluation, act, (reading.organisation, reading.subject)),
        open_points=open_points(reading, act),
        id=act.value,
    )
    return with_act(reading, result, act)


def _roles(reading: Reading, act: Act, wanted: Status) -> tuple[Result, ...]:
    evaluation = reading.evaluation
    return tuple(
        with_when(reading, finding, reading.result(finding))
        for finding in evaluation.questionnaire.findings_of(act, _ROLE)
        if evaluation.status(finding) is wanted
    )


def _state(reading: Reading, act: Act, *, decided: bool) -> str:
    evaluation = reading.evaluation
    findings = evaluation.questionnaire.findings_of(act, _ROLE)
    count = len(deciders(evaluation, [finding.when for finding in findings]))
    if not count:
        return _("Established")
    if decided:
        wording = ngettext(
            "Established; {count} answer can add a role",
            "Established; {count} answers can add a role",
            count,
        )
    else:
        wording = ngettext(
            "Undetermined: {count} answer decides",
            "Undetermined: {count} answers decide",
            count,
        )
    return wording.format(count=count)


def _further(reading: Reading, act: Act, roles: tuple[Result, ...]) -> tuple[Result, ...]:
    """Return the other findings, each with the steps that the chains of the roles do not show."""
    evaluation = reading.evaluation
    told = {text for role in roles for step in role.steps for text in step.texts}
    return tuple(
        _without(told, with_point(finding, reading.result(finding)))
        for finding in results(evaluation.questionnaire.findings)
        if finding.act == act
        and evaluation.status(finding) is not Status.EXCLUDED
        and not is_told_elsewhere(evaluation, finding)
    )


def _without(told: set[str], result: Result) -> Result:
    known = told | {result.sentence}
    fresh = (
        replace(one, texts=tuple(text for text in one.texts if text not in known))
        for one in result.steps
    )
    return replace(result, steps=tuple(one for one in fresh if one.texts))


def _ruled_out(reading: Reading, act: Act) -> tuple[RuledOut, ...]:
    evaluation = reading.evaluation
    found = [
        (finding, *_why_not(reading, finding))
        for finding in evaluation.questionnaire.findings_of(act, _ROLE)
        if evaluation.status(finding) is Status.EXCLUDED and finding.value != "none"
    ]
    return tuple(RuledOut(*one) for one in by_reason(found))


def _why_not(reading: Reading, finding: Finding) -> tuple[str, tuple[str, ...]]:
    first = next(iter(reasons(reading.evaluation, finding)), None)
    if first is None:
        why = reading.fill(finding.otherwise) or _("It does not follow from the answers.")
        return why, finding.provisions
    return " ".join(reading.fill(text) for text in first.texts), first.provisions


def _other_answers(
    reading: Reading, found: Iterable[Change], act: Act, group: str
) -> Iterator[OtherAnswers]:
    for question_id, of_question in groupby(found, attrgetter("question")):
        question = reading.question(question_id)
        yield OtherAnswers(
            question=reading.fill(question.text),
            now=reading.answer(question, reading.evaluation.answer(question_id)),
            outcomes=tuple(
                Outcome(
                    tuple(reading.answer(question, value) for value in change.values),
                    _values_then(reading, act, group, change),
                )
                for change in of_question
            ),
            provisions=question.provisions,
        )


def _settling(found: Iterable[Change]) -> tuple[Change, ...]:
    """Keep what leads to something else for certain; the rest needs more answers first."""
    return tuple(change for change in found if change.roles)


def _values_then(reading: Reading, act: Act, group: str, change: Change) -> str:
    findings = reading.evaluation.questionnaire.findings_of(act, group)
    titles = {finding.value: _(finding.title) for finding in findings}
    values = all_of([titles[value] for value in change.roles])
    if group == _ROLE:
        return values
    title = reading.evaluation.questionnaire.groups[act, group].title
    return _("{group}: {values}").format(group=_(title), values=values)


def open_points(reading: Reading, act: Act) -> tuple[OpenPoint, ...]:
    """Return the questions that can still change a finding of an act, the weightiest first."""
    return tuple(_open_point(reading, one) for one in open_questions(reading.evaluation, act))


def _open_point(reading: Reading, one: OpenQuestion) -> OpenPoint:
    return OpenPoint(
        id=one.question.id,
        question=reading.fill(one.question.text),
        state=UNKNOWN if one.dont_know else UNASKED,
        find_out=reading.fill(one.question.unknown),
        decides=tuple(_(title) for title in titles_of_results(one.findings))
        or (_("which duties apply"),),
        provisions=one.question.provisions,
    )
