# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proofs 4, 5 and 9: on every road the results are complete, consistent and soon found."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from actready.catalogue.cases import Outcome
from actready.catalogue.diagrams import FALSE, TRUE
from actready.catalogue.proof import Material, Proof, limited, written
from actready.catalogue.roads import Roads
from actready.domain.questionnaire import Finding, Group
from actready.domain.terms import Act
from actready.errors import Fault
from actready.i18n import gettext as _
from actready.i18n import ngettext

_NONE = "none"


def prove_complete(material: Material) -> Proof:
    """Prove that every full set of answers yields one value of each such group, and a role."""
    groups = [group for _act, group in _groups(material) if group.exactly_one]
    text = ngettext("{count} group", "{count} groups", len(groups)).format(count=len(groups))
    counts = _("{groups}, {combinations} combinations of answers").format(
        groups=text, combinations=large(material.combinations)
    )
    title = _("Every full set of answers yields exactly one scope, and a role or none")
    return Proof(4, title, counts, limited(_incomplete(material)))


def _incomplete(material: Material) -> Iterator[Fault]:
    diagrams = material.diagrams
    deciding = [
        (act, group) for act, group in _groups(material) if group.exactly_one or group.id == "role"
    ]
    for act, group in deciding:
        findings = material.questionnaire.findings_of(act, group.id)
        one_holds = diagrams.any_of(diagrams.of_claim(one.id) for one in findings)
        if one_holds != TRUE:
            road = written(diagrams.example(diagrams.opposite(one_holds)))
            problem = _("'{group}' has no value for: {road}.").format(group=group.id, road=road)
            hint = _("Exactly one has to hold.")
            if group.id == "role":
                problem = _("There is no role for: {road}.").format(road=road)
                hint = _("Add a role, or let the finding 'none' hold.")
            yield _at_group(material, act, group, problem, hint)
        if group.exactly_one:
            pairs = combinations(findings, 2)
            yield from _both(material, act, group, pairs, _("Exactly one has to hold."))


def _both(
    material: Material,
    act: Act,
    group: Group,
    pairs: Iterable[tuple[Finding, Finding]],
    hint: str,
) -> Iterator[Fault]:
    """Yield a fault for each pair of findings that can hold together."""
    diagrams = material.diagrams
    for one, other in pairs:
        both = diagrams.all_of((diagrams.of_claim(one.id), diagrams.of_claim(other.id)))
        if both != FALSE:
            problem = _("'{one}' and '{other}' both hold for: {road}.").format(
                one=one.value, other=other.value, road=written(diagrams.example(both))
            )
            yield _at_group(material, act, group, problem, hint)


def prove_exclusive(material: Material) -> Proof:
    """Prove that values declared exclusive never hold together, and "none" only alone."""
    pairs = sum(len(_pairs(material, act, group)) for act, group in _groups(material))
    counts = _("{pairs} pairs").format(pairs=pairs)
    title = _("Roles that exclude each other never hold together")
    return Proof(5, title, counts, limited(_clashes(material)))


def _clashes(material: Material) -> Iterator[Fault]:
    for act, group in _groups(material):
        findings = material.questionnaire.findings_of(act, group.id)
        declared = _pairs(material, act, group)
        pairs = (
            pair
            for pair in combinations(findings, 2)
            if frozenset(one.value for one in pair) in declared
        )
        yield from _both(material, act, group, pairs, _("Let one exclude the other."))


def _pairs(material: Material, act: Act, group: Group) -> frozenset[frozenset[str]]:
    """Return the declared pairs, and in a group of roles "none" with every other role."""
    declared = {frozenset(pair) for pair in group.exclusive}
    if group.id == "role":
        values = [one.value for one in material.questionnaire.findings_of(act, group.id)]
        declared |= {frozenset((_NONE, value)) for value in values if value != _NONE}
    return frozenset(declared)


def prove_short(material: Material, found: Sequence[Outcome]) -> Proof:
    """Prove that roles are settled within the number of questions that each edition allows.

    ``found`` are the worked cases, whose roads are the usual ones.
    """
    counts = [_lengths(material, one, found) for one in material.roads]
    problems = tuple(fault for one in material.roads for fault in _too_long(one))
    title = _("Roles are settled within the number of questions allowed")
    return Proof(9, title, "; ".join(counts) or _("no roles"), problems)


def _lengths(material: Material, roads: Roads, found: Sequence[Outcome]) -> str:
    own = {
        case.id for one in material.editions if one.edition == roads.edition for case in one.cases
    }
    settled = [
        one.until_settled for one in found if one.until_settled is not None and one.case.id in own
    ]
    usual = _("no worked case")
    if settled:
        usual = _("usually {median:g} (mean {mean:.1f}, {count} worked subjects)").format(
            median=statistics.median(settled), mean=statistics.fmean(settled), count=len(settled)
        )
    text = _("{act} at most {longest}, at least {shortest}, {usual}, {states} states")
    if not roads.every:
        text = _("{act} up to {longest} on {states} roads tried, at least {shortest}, {usual}")
    return text.format(
        act=roads.edition.short or roads.edition.title,
        longest=len(roads.longest),
        shortest=len(roads.shortest),
        usual=usual,
        states=roads.states,
    )


def _too_long(roads: Roads) -> Iterator[Fault]:
    most = roads.edition.at_most
    if most and len(roads.longest) > most:
        problem = _("{count} questions are asked, {most} allowed, for: {road}.").format(
            count=len(roads.longest), most=most, road=written(roads.longest)
        )
        yield Fault(problem, _("Let an earlier answer decide."))


def _groups(material: Material) -> Iterator[tuple[Act, Group]]:
    for (act, _name), group in material.questionnaire.groups.items():
        yield act, group


def _at_group(material: Material, act: Act, group: Group, problem: str, hint: str) -> Fault:
    edition = material.questionnaire.edition(act)
    assert edition is not None  # its group has just been looked at
    number = [one.id for one in edition.groups].index(group.id)
    place = next(
        one.places["edition", edition.id] for one in material.editions if one.edition == edition
    )
    return place.fault(problem, hint, "groups", number)


def large(number: int) -> str:
    """Return a number with gaps, or as a power of ten where it is very large."""
    if number < 10**9:
        return f"{number:,}".replace(",", " ")
    mantissa, exponent = f"{number:.1e}".split("e+")
    return f"{mantissa} × 10^{int(exponent)}"
