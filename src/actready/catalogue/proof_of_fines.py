# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proof 10: every penalty of an obligation is a ceiling laid down, and every ceiling is used."""

from __future__ import annotations

from collections.abc import Iterator

from actready.catalogue.diagrams import FALSE, TRUE
from actready.catalogue.loaded import LoadedEdition
from actready.catalogue.penalty_references import placed_conditions
from actready.catalogue.proof import Material, Proof
from actready.domain.penalties import NATIONAL, NO_FINE, Penalties
from actready.errors import Fault, did_you_mean
from actready.i18n import gettext as _


def prove_fines(material: Material) -> tuple[Proof, ...]:
    """Compare obligations and ceilings. Without obligations there is nothing to prove."""
    duties = material.questionnaire.obligations
    if not duties:
        return ()
    listed = material.questionnaire.penalties
    counts = _("{obligations} obligations, {ceilings} ceilings, {reliefs} reliefs").format(
        obligations=len(duties),
        ceilings=sum(len(one.ceilings) for one in listed),
        reliefs=sum(len(one.relieved) for one in listed),
    )
    problems = tuple(fault for one in material.editions for fault in _problems(material, one))
    title = _("Every penalty is a ceiling, 'none' or 'national', and every ceiling is used")
    return (Proof(10, title, counts, problems),)


def _problems(material: Material, edition: LoadedEdition) -> Iterator[Fault]:
    penalties = edition.content.penalties
    yield from _unknown(edition, penalties)
    if penalties is not None:
        yield from _unused(edition, penalties)
        yield from _constant(material, edition, penalties)


def _unknown(edition: LoadedEdition, penalties: Penalties | None) -> Iterator[Fault]:
    ceilings = [one.id for one in penalties.ceilings] if penalties else []
    known = (*ceilings, NO_FINE, NATIONAL)
    for duty in edition.content.obligations:
        if duty.penalty not in known:
            problem = _("There is no ceiling '{name}' in penalties.yaml.")
            place = edition.places["obligation", duty.id]
            listed = _("Known are: {names}.").format(names=", ".join(known))
            hint = did_you_mean(duty.penalty, known) or listed
            yield place.fault(problem.format(name=duty.penalty[:60]), hint, "penalty")


def _unused(edition: LoadedEdition, penalties: Penalties) -> Iterator[Fault]:
    named = {duty.penalty for duty in edition.content.obligations}
    place = edition.places["penalties", "penalties"]
    for number, ceiling in enumerate(penalties.ceilings):
        if ceiling.id not in named and ceiling.when is None:
            problem = _("No obligation names the ceiling '{name}'.").format(name=ceiling.id)
            hint = _("Say with 'when' whom it concerns without one, or remove it.")
            yield place.fault(problem, hint, "ceilings", number)


def _constant(material: Material, edition: LoadedEdition, penalties: Penalties) -> Iterator[Fault]:
    place = edition.places["penalties", "penalties"]
    for condition, path in placed_conditions(penalties):
        diagram = material.diagrams.of(condition)
        if diagram in (TRUE, FALSE):
            problem = _("It holds on all answers.") if diagram == TRUE else _("It never holds.")
            yield place.fault(problem, _("Check its tests."), *path)
