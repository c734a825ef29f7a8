# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks findings against the groups that their edition declares, and the groups themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actready.catalogue.loaded import LoadedEdition
from actready.catalogue.places import Place
from actready.domain.questionnaire import Finding, Group
from actready.domain.terms import ROLES
from actready.errors import Fault, did_you_mean
from actready.i18n import gettext as _


def group_faults(edition: LoadedEdition) -> Iterator[Fault]:
    """Yield findings outside the groups, values used twice, pairs of values not there."""
    place = edition.places["edition", edition.edition.id]
    groups = [group.id for group in edition.edition.groups]
    values: dict[str, list[str]] = {group: [] for group in groups}
    for finding in edition.content.findings:
        at = edition.places["claim", finding.id]
        if finding.group not in values:
            problem = _("There is no group '{name}' in edition.yaml.").format(name=finding.group)
            yield at.fault(problem, did_you_mean(finding.group, groups), "group")
            continue
        if finding.value in values[finding.group]:
            problem = _("Another finding of the group has the value '{value}'.")
            yield at.fault(problem.format(value=finding.value), _("Join the two."), "value")
        values[finding.group].append(finding.value)
        yield from _role_faults(finding, at)
    for number, group in enumerate(edition.edition.groups if edition.is_whole else ()):
        yield from _one_group_faults(group, number, values[group.id], place)


def _role_faults(finding: Finding, place: Place) -> Iterator[Fault]:
    roles = ROLES.get(finding.act, ())
    if finding.group == "role" and finding.value not in roles:
        problem = _("'{value}' is no role of this act.").format(value=finding.value)
        listed = _("The roles are: {names}.").format(names=", ".join(roles))
        yield place.fault(problem, did_you_mean(finding.value, roles) or listed, "value")


def _one_group_faults(
    group: Group, number: int, values: Sequence[str], place: Place
) -> Iterator[Fault]:
    if not values:
        problem = _("The group '{name}' has no finding.").format(name=group.id)
        yield place.fault(problem, _("Add a finding or remove the group."), "groups", number)
    for pair_number, pair in enumerate(group.exclusive):
        for value in pair:
            if value not in values:
                problem = _("No finding of '{group}' has the value '{value}'.")
                problem = problem.format(group=group.id, value=value)
                path = ("groups", number, "exclusive", pair_number)
                yield place.fault(problem, did_you_mean(value, values), *path)
