# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The duties that follow for one subject under one act, grouped by when they begin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from actready.domain.actions import NOTHING, Action
from actready.domain.fines import fine_of
from actready.domain.questionnaire import Obligation
from actready.domain.readiness import counts_by_theme, listed, order_of_work, status
from actready.domain.scoring import urgency
from actready.domain.terms import Act, Applies, Nature, Readiness, Urgency
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.context import (
    IN_FORCE,
    LATER,
    WITHIN_12_MONTHS,
    Duty,
    DutyGroup,
    Moment,
    ThemeLine,
)
from actready.report.duty_acts import with_act_of_duty
from actready.report.fines import brief, relief_text
from actready.report.phrases import lines, plain, short_day, theme_title
from actready.report.planned import OtherPlan, Plan
from actready.report.plans import done_line, plan_line, who_and_when
from actready.report.reading import Reading

_SIGNS = {
    Urgency.IN_FORCE: IN_FORCE,
    Urgency.WITHIN_12_MONTHS: WITHIN_12_MONTHS,
    Urgency.LATER: LATER,
}


def moment_of(start: date, as_of: date) -> Moment:
    """Return when something begins, seen from the date of the assessment."""
    near = urgency(start, as_of)
    since = near is Urgency.IN_FORCE
    words = _("In force since {day}") if since else _("From {day}")
    return Moment(
        _SIGNS[near], short_day(start), start.isoformat(), words.format(day=short_day(start))
    )


def duties_of(reading: Reading, act: Act) -> tuple[Duty, ...]:
    """Return what applies or may apply, the earliest first, options and notes included."""
    found = [_whole(reading, one, applies) for one, applies in listed(reading.evaluation, act)]
    return tuple(sorted(found, key=lambda duty: duty.moment.iso))


def work_of(reading: Reading) -> tuple[Duty, ...]:
    """Return the duties that apply and are not met, in the order in which to do them."""
    found = order_of_work(reading.evaluation)
    return tuple(_whole(reading, one, Applies.YES) for one in found)


def _whole(reading: Reading, obligation: Obligation, applies: Applies) -> Duty:
    return with_act_of_duty(reading, obligation, _duty(reading, obligation, applies))


def _duty(reading: Reading, obligation: Obligation, applies: Applies) -> Duty:
    fine = fine_of(reading.evaluation, obligation)
    return Duty(
        id=obligation.id,
        title=reading.fill(obligation.title),
        text=reading.fill(obligation.text),
        evidence=tuple(reading.fill(one) for one in obligation.evidence),
        provisions=obligation.provisions,
        fine=brief(fine),
        relief=relief_text(fine, (reading.organisation, reading.subject)),
        certain=applies is Applies.YES,
        moment=moment_of(reading.evaluation.due(obligation), reading.evaluation.date),
        status=status(reading.evaluation, obligation, applies).value,
        nature=_nature(obligation.nature),
        next_step=reading.fill(obligation.next_step),
        plan=_plan(reading.actions.get(obligation.id, NOTHING)),
    )


def _plan(action: Action) -> Plan:
    return Plan(plan_line(action), who_and_when(action), done_line(action), lines(action.note))


def other_plans(reading: Reading) -> tuple[OtherPlan, ...]:
    """Return what is planned beyond what applies or may apply, also for duties of another law."""
    known = reading.evaluation.questionnaire.obligation_by_id
    shown = {one.id for one, how in reading.evaluation.obligations if how is not Applies.NO}
    return tuple(
        OtherPlan(reading.fill(known[one].title) if one in known else plain(one), _plan(action))
        for one, action in reading.actions.items()
        if one not in shown
    )


def theme_lines(reading: Reading, act: Act) -> tuple[ThemeLine, ...]:
    """Return how many of the duties of each theme are met, and so on."""
    return tuple(
        ThemeLine(theme_title(one.theme), tuple(one.counts[status] for status in Readiness))
        for one in counts_by_theme(reading.evaluation, act)
    )


def _nature(nature: Nature) -> str:
    words = {Nature.OPTION: _("Option"), Nature.NOTE: _("Note")}
    return words.get(nature, "")


def grouped(duties: Sequence[Duty]) -> tuple[DutyGroup, ...]:
    """Return duties by urgency. A group without duties says so; no duties make no groups."""
    if not duties:
        return ()
    titles = {
        IN_FORCE: _("In force now"),
        WITHIN_12_MONTHS: _("Within 12 months"),
        LATER: _("Later"),
    }
    return tuple(_group(sign, title, duties) for sign, title in titles.items())


def _group(sign: str, title: str, duties: Sequence[Duty]) -> DutyGroup:
    own = tuple(duty for duty in duties if duty.moment.sign == sign)
    return DutyGroup(sign, title, counted(own) or _("No duty"), own)


def counted(duties: Sequence[Duty]) -> str:
    """Return how many duties apply and how many may apply, in words; empty for none."""
    certain = sum(duty.certain for duty in duties)
    possible = len(duties) - certain
    parts = []
    if certain:
        parts.append(ngettext("{count} duty", "{count} duties", certain).format(count=certain))
    if possible:
        wording = ngettext("{count} may apply", "{count} may apply", possible)
        parts.append(wording.format(count=possible))
    return ", ".join(parts)
