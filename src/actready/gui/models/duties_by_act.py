# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Duties of several acts in one list: what a row says about its act, and one act alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from actready.domain import readiness
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act
from actready.gui.models.findings import act_name, covered_acts
from actready.gui.models.readiness import (
    DutiesView,
    DutyRow,
    DutySection,
    first_open,
    section_summary,
    status_counts,
    theme_rows,
    total_words,
    undecided_words,
)
from actready.i18n import gettext as _
from actready.i18n import ngettext


@dataclass(frozen=True, slots=True)
class ActChoice:
    """An entry of the choice between acts; None stands for all of them."""

    act: Act | None
    title: str
    name: str


def act_choices(evaluation: Evaluation, view: DutiesView) -> tuple[ActChoice, ...]:
    """Return what can be chosen; nothing where one act alone is covered, or has duties."""
    acts = covered_acts(evaluation)
    numbers = {act: sum(row.act is act for row in _rows(view)) for act in acts}
    if sum(number > 0 for number in numbers.values()) < 2:
        return ()
    every = ActChoice(None, _("Both acts"), _("Duties of both acts"))
    return (every, *(_choice(evaluation, act, numbers[act]) for act in acts))


def _choice(evaluation: Evaluation, act: Act, number: int) -> ActChoice:
    name = ngettext("{act} alone, {count} duty", "{act} alone, {count} duties", number)
    title = act_name(evaluation, act)
    return ActChoice(act, f"{title} ({number})", name.format(act=title, count=number))


def _rows(view: DutiesView) -> list[DutyRow]:
    return [row for section in view.sections for row in section.rows]


def of_act(evaluation: Evaluation, view: DutiesView, act: Act | None) -> DutiesView:
    """Return the part of the page that one act gives, or for None all of it."""
    if act is None:
        return view
    sections = tuple(_section(one, act) for one in view.sections)
    rows = [row for section in sections for row in section.rows]
    undecided = _only(view.undecided, act)
    return replace(
        view,
        total=total_words(len(rows)),
        counts=status_counts(readiness.counts(evaluation, act=act)),
        themes=theme_rows(evaluation, act),
        sections=sections,
        options=_only(view.options, act),
        undecided_title=undecided_words(len(undecided)),
        undecided=undecided,
        other=_only(view.other, act),
        fines=tuple(box for box in view.fines if box.act is act),
        first_open=first_open(rows),
    )


def _only(rows: Sequence[DutyRow], act: Act) -> tuple[DutyRow, ...]:
    return tuple(row for row in rows if row.act is act)


def _section(section: DutySection, act: Act) -> DutySection:
    rows = _only(section.rows, act)
    begins = [row.begins for row in rows if row.begins is not None]
    return replace(section, summary=section_summary(section.sign, begins), rows=rows)
