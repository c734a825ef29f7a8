# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks what obligations say of each other, and of the questions that tell their status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actready.catalogue.cycles import find_cycle
from actready.catalogue.loaded import LoadedEdition
from actready.catalogue.places import Place
from actready.domain.questionnaire import Obligation, Question
from actready.domain.readiness import OPTIONS
from actready.domain.terms import Kind
from actready.errors import Fault, did_you_mean
from actready.i18n import gettext as _

_NEEDED = {"done", "open"}


def tells_readiness(question: Question) -> bool:
    """Tell whether a question asks how far something is done, in the options known for that."""
    options = {option.id for option in question.options}
    return question.kind is Kind.ONE_OF and _NEEDED <= options <= set(OPTIONS)


def duty_faults(editions: Sequence[LoadedEdition]) -> Iterator[Fault]:
    """Yield the faults of obligations that depend on others."""
    duties = {one.id: one for edition in editions for one in edition.content.obligations}
    places = {
        name: place
        for edition in editions
        for (kind, name), place in edition.places.items()
        if kind == "obligation"
    }
    for duty in duties.values():
        yield from _missing(duty, places)
    cycle = find_cycle({one.id: list(one.depends_on) for one in duties.values()})
    if cycle:
        problem = _("It depends on itself: {chain}.").format(chain=" → ".join(cycle))
        yield places[cycle[0]].fault(problem, _("Leave one of them out."), "depends_on")


def _missing(duty: Obligation, places: dict[str, Place]) -> Iterator[Fault]:
    for number, name in enumerate(duty.depends_on):
        if name not in places:
            problem = _("There is no obligation '{name}'.").format(name=name[:60])
            hint = did_you_mean(name, places)
            yield places[duty.id].fault(problem, hint, "depends_on", number)
