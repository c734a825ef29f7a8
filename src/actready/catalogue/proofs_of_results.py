# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proofs 4, 5 and 9: on every road the results are complete, consistent and soon found."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from itertools import combinations

from actready.catalogue.cases import Outcome
from actready.catalogue.decisions import Decisions, Terminal
from actready.catalogue.proof import Material, Proof, limited, written
from actready.domain.questionnaire import Edition, Group
from actready.domain.terms import Act
from actready.errors import Fault
from actready.i18n import gettext as _

_NONE = "none"


def prove_complete(material: Material) -> Proof:
    """Prove that every full set of answers yields one value of each such group, and a role."""
    counts = _("{states} states, {combinations} combinations of answers, {terminals} ends")
    counts = counts.format(
        states=sum(one.states for one in material.decisions),
        combinations=large(material.combinations),
        terminals=sum(len(one.terminals) for one in material.decisions),
    )
    title = _("Every full set of answers yields exactly one scope, and a role or none")
    return Proof(4, title, counts, limited(_incomplete(material)))


def _incomplete(material: Material) -> Iterator[Fault]:
    for act, group, terminal in _ends(material, whole=True):
        values = _values(material, act, group, terminal)
        if group.exactly_one and len(values) != 1:
            found = ", ".join(values) or _("no value")
            problem = _("'{group}' has {found} for: {road}.")
            problem = problem.format(group=group.id, found=found, road=written(terminal.road))
            yield _at_group(material, act, group, problem, _("Exactly one has to hold."))
        elif group.id == "role" and not values:
            problem = _("There is no role for: {road}.").format(road=written(terminal.road))
            hint = _("Add a role, or let the finding 'none' hold.")
            yield _at_group(material, act, group, problem, hint)


def prove_exclusive(material: Material) -> Proof:
    """Prove that values declared exclusive never hold together, and "none" only alone."""
    pairs = sum(len(_pairs(material, act, group)) for act, group in _groups(material))
    counts = _("{pairs} pairs").format(pairs=pairs)
    title = _("Roles that exclude each other never hold together")
    return Proof(5, title, counts, limited(_clashes(material)))


def _clashes(material: Material) -> Iterator[Fault]:
    for act, group, terminal in _ends(material):
        values = _values(material, act, group, terminal)
        pairs = _pairs(material, act, group)
        for pair in combinations(values, 2):
            if frozenset(pair) in pairs:
                problem = _("'{one}' and '{other}' both hold for: {road}.").format(
                    one=pair[0], other=pair[1], road=written(terminal.road)
                )
                yield _at_group(material, act, group, problem, _("Let one exclude the other."))


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
    editions = [one for one in material.period.editions if _walk_of_roles(material, one.act)]
    counts = [_lengths(material, one, found) for one in editions]
    problems = [fault for one in editions for fault in _too_long(material, one)]
    title = _("Roles are settled within the number of questions allowed")
    return Proof(9, title, "; ".join(counts) or _("no roles"), tuple(problems))


def _walk_of_roles(material: Material, act: Act) -> Decisions | None:
    roles = {one.id for one in material.questionnaire.findings_of(act, "role")}
    walks = (one for one in material.decisions if not roles.isdisjoint(one.findings))
    return next(walks, None)


def _lengths(material: Material, edition: Edition, found: Sequence[Outcome]) -> str:
    walk = _walk_of_roles(material, edition.act)
    assert walk is not None  # only editions with roles are looked at
    own = {case.id for one in material.editions if one.edition == edition for case in one.cases}
    settled = [
        one.until_settled for one in found if one.until_settled is not None and one.case.id in own
    ]
    usual = _("no worked case")
    if settled:
        usual = _("usually {median:g} (mean {mean:.1f}, {count} worked subjects)").format(
            median=statistics.median(settled), mean=statistics.fmean(settled), count=len(settled)
        )
    text = _(
        "{act} at most {longest}, at least {shortest}, {usual}, {idle} of {states} states ask idly"
    )
    return text.format(
        act=edition.short or edition.title,
        longest=len(walk.longest),
        shortest=len(walk.shortest),
        usual=usual,
        idle=walk.idle,
        states=walk.states,
    )


def _too_long(material: Material, edition: Edition) -> Iterator[Fault]:
    walk = _walk_of_roles(material, edition.act)
    assert walk is not None  # only editions with roles are looked at
    if edition.at_most and len(walk.longest) > edition.at_most:
        problem = _("{count} questions are asked, {most} allowed, for: {road}.").format(
            count=len(walk.longest), most=edition.at_most, road=written(walk.longest)
        )
        yield Fault(problem, _("Let an earlier answer decide."))


def _groups(material: Material) -> Iterator[tuple[Act, Group]]:
    for (act, _name), group in material.questionnaire.groups.items():
        yield act, group


def _ends(material: Material, *, whole: bool = False) -> Iterator[tuple[Act, Group, Terminal]]:
    """Yield every group with the ends of walks that settle values of it, or all of its values."""
    for act, group in _groups(material):
        findings = {one.id for one in material.questionnaire.findings_of(act, group.id)}
        for decisions in material.decisions:
            walked = findings.intersection(decisions.findings)
            if walked == findings if whole else walked:
                for terminal in decisions.terminals:
                    yield act, group, terminal


def _values(material: Material, act: Act, group: Group, terminal: Terminal) -> tuple[str, ...]:
    findings = material.questionnaire.findings_of(act, group.id)
    return tuple(one.value for one in findings if one.id in terminal.established)


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
