# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of findings beside a result: both acts at a glance, then group by group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from actready.domain.questionnaire import Group
from actready.domain.scoring import Evaluation
from actready.domain.terms import About, Act
from actready.gui.models.findings import (
    Names,
    Sign,
    act_name,
    covered_acts,
    group_standing,
    groups,
    headline,
)
from actready.i18n import gettext as _
from actready.i18n import ngettext

GroupKey = tuple[Act, str]

_OPEN = (Sign.UNDETERMINED, Sign.UNASKED)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """An entry of the list on the left."""

    key: GroupKey
    title: str
    sign: Sign
    headline: str


@dataclass(frozen=True, slots=True)
class ActGroups:
    """The entries of one act."""

    title: str
    places: tuple[GroupLine, ...]


@dataclass(frozen=True, slots=True)
class FindingsList:
    """The whole list. ``overview`` says that an overview of all acts stands at its head."""

    summary: str
    places: tuple[ActGroups, ...]
    overview: bool


def findings_list(evaluation: Evaluation, names: Names) -> FindingsList:
    """Return the list for a subject: every group in which something holds or is open."""
    found = [
        ActGroups(
            act_name(evaluation, edition.act),
            _listed(
                evaluation,
                [one for one in groups(evaluation, About.SUBJECT) if one[0] is edition.act],
                names,
            ),
        )
        for edition in evaluation.questionnaire.editions
    ]
    organisation = _listed(evaluation, groups(evaluation, About.ORGANISATION), names)
    found.append(ActGroups(names[0] or _("Your organisation"), organisation))
    places = tuple(one for one in found if one.places)
    return FindingsList(_summary(places), places, len(covered_acts(evaluation)) > 1)


def chosen_group(found: FindingsList, wanted: GroupKey | None) -> GroupKey:
    """Return the group that is wanted if it is listed, else the first role."""
    keys = [place.key for group in found.places for place in group.places]
    if wanted in keys and wanted is not None:
        return wanted
    roles = [key for key in keys if key[1] == "role"]
    return (roles or keys or [(Act.CRA, "role")])[0]


def _listed(
    evaluation: Evaluation, found: Iterable[tuple[Act, Group]], names: Names
) -> tuple[GroupLine, ...]:
    """Return the groups in which something is established or undetermined."""
    every = (
        GroupLine(
            (act, group.id),
            _(group.title),
            group_standing(evaluation, act, group.id),
            headline(evaluation, act, group.id, names),
        )
        for act, group in found
    )
    return tuple(one for one in every if one.sign is not Sign.EXCLUDED)


def _summary(places: tuple[ActGroups, ...]) -> str:
    signs = [place.sign for group in places for place in group.places]
    uncertain = sum(sign in _OPEN for sign in signs)
    certain = len(signs) - uncertain
    text = ngettext("{count} established", "{count} established", certain).format(count=certain)
    if not uncertain:
        return text
    more = ngettext("{count} undetermined", "{count} undetermined", uncertain)
    return f"{text}, {more.format(count=uncertain)}"
