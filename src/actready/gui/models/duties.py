# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The duties that follow for a subject, grouped by when they begin to apply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from actready.domain.questionnaire import Obligation
from actready.domain.scoring import Evaluation, urgency
from actready.domain.terms import Act, Applies, Nature, Urgency
from actready.domain.wording import fill
from actready.gui.models.findings import URGENCY_SIGN, Names, Sign, capital
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.phrases import day


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """The duties that begin on one day, or with ``may_apply`` those still undecided.

    ``acts`` are those that they come from.
    """

    sign: Sign
    summary: str
    titles: tuple[str, ...]
    begins: date | None
    acts: tuple[Act, ...] = ()


def duty_groups(evaluation: Evaluation, act: Act | None, names: Names) -> tuple[DutyGroup, ...]:
    """Return the duties under an act, or for None of all: in force first, then day by day.

    Those that are undecided come last. Options and notes are no duties, and are left out.
    """
    mine = [
        (one, how)
        for one, how in evaluation.obligations
        if act in (None, one.act) and one.nature is Nature.DUTY
    ]
    certain = [one for one, how in mine if how is Applies.YES]
    undecided = [one for one, how in mine if how is Applies.MAYBE]
    days = {one.id: evaluation.due(one) for one in certain}
    begun = [one for one in certain if days[one.id] <= evaluation.date]
    later = sorted({begins for begins in days.values() if begins > evaluation.date})
    first = min((days[one.id] for one in begun), default=evaluation.date)
    found = [_in_force(begun, names, first)] if begun else []
    for begins in later:
        on_that_day = [one for one in certain if days[one.id] == begins]
        found.append(_from(begins, on_that_day, evaluation.date, names))
    return (*found, _may_apply(undecided, names)) if undecided else tuple(found)


def count(groups: tuple[DutyGroup, ...], *, certain: bool = True) -> int:
    """Return how many duties apply, or with ``certain`` false how many may apply."""
    return sum(len(one.titles) for one in groups if (one.sign is not Sign.MAY_APPLY) is certain)


def in_all(groups: tuple[DutyGroup, ...]) -> str:
    """Return the number of duties in words."""
    sure, unsure = count(groups), count(groups, certain=False)
    if sure:
        return ngettext("{count} duty", "{count} duties", sure).format(count=sure)
    if unsure:
        text = ngettext("{count} duty may apply", "{count} duties may apply", unsure)
        return text.format(count=unsure)
    return _("No duties")


def _in_force(begun: list[Obligation], names: Names, first: date) -> DutyGroup:
    text = ngettext("{count} duty in force now", "{count} duties in force now", len(begun))
    return _group(Sign.IN_FORCE, text.format(count=len(begun)), begun, names, first)


def _from(begins: date, duties: list[Obligation], as_of: date, names: Names) -> DutyGroup:
    near: Urgency = urgency(begins, as_of)
    text = ngettext("{count} duty from {day}", "{count} duties from {day}", len(duties))
    summary = text.format(count=len(duties), day=day(begins))
    return _group(URGENCY_SIGN[near], summary, duties, names, begins)


def _may_apply(undecided: list[Obligation], names: Names) -> DutyGroup:
    text = ngettext("{count} duty may apply", "{count} duties may apply", len(undecided))
    return _group(Sign.MAY_APPLY, text.format(count=len(undecided)), undecided, names, None)


def _group(
    sign: Sign, summary: str, duties: list[Obligation], names: Names, begins: date | None
) -> DutyGroup:
    titles = tuple(capital(fill(one.title, *names)) for one in duties)
    acts = tuple(dict.fromkeys(one.act for one in duties))
    return DutyGroup(sign, summary, titles, begins, acts)
