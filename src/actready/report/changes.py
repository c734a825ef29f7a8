# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison of two dates or editions in words, for the window and for the command line."""

from __future__ import annotations

from dataclasses import dataclass

from actready.domain.comparison import (
    Comparison,
    FindingChange,
    FindingSide,
    ObligationChange,
    ObligationSide,
    Way,
)
from actready.domain.questionnaire import Question
from actready.domain.terms import Applies, Nature, Status
from actready.domain.wording import fill
from actready.i18n import gettext as _
from actready.report.phrases import day


@dataclass(frozen=True, slots=True)
class Part:
    """One sort of difference: its title, and a line for each."""

    title: str
    lines: tuple[str, ...]


def parts(found: Comparison, names: tuple[str, str]) -> tuple[Part, ...]:
    """Return what differs, sort by sort. ``names`` are those of organisation and subject."""
    every = (
        Part(_("Results"), tuple(_finding(one) for one in found.findings)),
        Part(_("Duties"), tuple(_duty(one, names) for one in found.obligations)),
        Part(_("Answers that need another look"), _questions(found.reworded, names)),
        Part(_("Answers that no longer fit"), _questions(found.misfits, names)),
        Part(_("New questions"), _questions(found.added, names)),
    )
    return tuple(part for part in every if part.lines)


def _questions(questions: tuple[Question, ...], names: tuple[str, str]) -> tuple[str, ...]:
    return tuple(f"{fill(one.text, *names)} [{one.id}]" for one in questions)


def _finding(change: FindingChange) -> str:
    before, after = _standing(change.before), _standing(change.after)
    return _("{title}: {before} → {after}").format(
        title=_(change.finding.title), before=before, after=after
    )


def _standing(side: FindingSide) -> str:
    if side.finding is None:
        return _("not in this edition")
    words = {
        Status.ESTABLISHED: _("established"),
        Status.EXCLUDED: _("ruled out"),
        Status.UNDETERMINED: _("undetermined"),
    }
    if side.status is Status.EXCLUDED or side.begins is None:
        return words[side.status]
    text = _("{status}, in force since {day}") if side.in_force else _("{status}, from {day}")
    return text.format(status=words[side.status], day=day(side.begins))


def _duty(change: ObligationChange, names: tuple[str, str]) -> str:
    title = fill(change.obligation.title, *names)
    if change.ways == (Way.TEXT,):
        return _("{title}: in other words").format(title=title)
    before, after = _due(change.before), _due(change.after)
    if change.obligation.nature is not Nature.DUTY:
        title = _("{title} (option or note)").format(title=title)
    return _("{title}: {before} → {after}").format(title=title, before=before, after=after)


def _due(side: ObligationSide) -> str:
    if side.due is None or side.applies is Applies.NO:
        return _("does not apply")
    if side.applies is Applies.MAYBE:
        return _("may apply, from {day}").format(day=day(side.due))
    text = _("in force since {day}") if side.in_force else _("from {day}")
    return text.format(day=day(side.due))
