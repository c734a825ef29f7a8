# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proof 7: every duty in the register of an edition has a counterpart that cites its provisions."""

from __future__ import annotations

from collections.abc import Iterator

from actready.catalogue.loaded import LoadedEdition
from actready.catalogue.places import Place
from actready.catalogue.proof import Material, Proof
from actready.catalogue.register_records import Register, RegisterEntry
from actready.domain.questionnaire import Claim, Obligation
from actready.errors import Fault, did_you_mean
from actready.i18n import gettext as _


def prove_register(material: Material) -> tuple[Proof, ...]:
    """Compare the obligations of each edition with its register. Without a register no proof."""
    with_one = [one for one in material.editions if one.register]
    if not with_one:
        return ()
    entries = sum(len(one.register.entries) for one in with_one if one.register)
    duties = sum(len(one.content.obligations) for one in with_one)
    aside = sum(len(_aside(one.register)) for one in with_one if one.register)
    counts = _("{entries} entries, {duties} obligations, {aside} set aside with a reason").format(
        entries=entries, duties=duties, aside=aside
    )
    title = _("Every duty of the register has a counterpart that cites its provisions")
    problems = tuple(
        fault
        for one in with_one
        if one.register
        for fault in _problems(one, one.register, one.places["register", "register"])
    )
    return (Proof(7, title, counts, problems),)


def _aside(register: Register) -> dict[str, tuple[str, ...]]:
    """Return the entries that no obligation stands for, with the claims that do."""
    return {name: one.claims for one in register.elsewhere for name in one.covers}


def _problems(edition: LoadedEdition, register: Register, place: Place) -> Iterator[Fault]:
    known = {entry.id for entry in register.entries}
    standing: dict[str, list[Claim]] = {}
    for duty in edition.content.obligations:
        yield from _unknown(edition, duty, known)
        for name in duty.covers:
            standing.setdefault(name, []).append(duty)
    claims = {one.id: one for one in (*edition.content.facts, *edition.content.findings)}
    for name, instead in _aside(register).items():
        standing.setdefault(name, []).extend(claims[one] for one in instead if one in claims)
    for number, entry in enumerate(register.entries):
        yield from _entry_problems(entry, standing.get(entry.id), place, number)


def _unknown(edition: LoadedEdition, duty: Obligation, known: set[str]) -> Iterator[Fault]:
    for number, name in enumerate(duty.covers):
        if name not in known:
            problem = _("There is no entry '{name}' in the register.").format(name=name[:60])
            place = edition.places["obligation", duty.id]
            yield place.fault(problem, did_you_mean(name, known), "covers", number)


def _entry_problems(
    entry: RegisterEntry, standing: list[Claim] | None, place: Place, number: int
) -> Iterator[Fault]:
    if standing is None:
        problem = _("No obligation covers '{id}'.").format(id=entry.id)
        hint = _("Name it under 'covers', or give a reason under 'elsewhere'.")
        yield place.fault(problem, hint, "entries", number)
        return
    cited = {provision for one in standing for provision in one.provisions}
    missing = [one for one in entry.provisions if one not in cited]
    if standing and missing:
        problem = _("What covers '{id}' does not cite {provisions}.")
        problem = problem.format(id=entry.id, provisions=", ".join(missing))
        yield place.fault(problem, _("Add them to the obligation."), "entries", number)
