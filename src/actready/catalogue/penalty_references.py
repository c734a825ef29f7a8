# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks what penalties.yaml says of provisions, of the turnover and of obligations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actready.catalogue.loaded import LoadedEdition
from actready.catalogue.places import Place
from actready.domain.conditions import Condition
from actready.domain.penalties import EVERYTHING, Penalties, Relief
from actready.domain.questionnaire import Question
from actready.domain.terms import About, Kind
from actready.errors import Fault, did_you_mean
from actready.i18n import gettext as _

Path = tuple[str | int, ...]


def placed_conditions(penalties: Penalties) -> Iterator[tuple[Condition, Path]]:
    """Yield every condition with its path in the file."""
    for number, ceiling in enumerate(penalties.ceilings):
        for name, condition in ceiling.conditions():
            yield condition, ("ceilings", number, name)
    for number, relief in enumerate(penalties.relieved):
        yield relief.when, ("relieved", number, "when")


def placed_provisions(penalties: Penalties) -> Iterator[tuple[tuple[str, ...], Path]]:
    """Yield every list of provisions with the path of what holds it."""
    yield penalties.provisions, ()
    for number, ceiling in enumerate(penalties.ceilings):
        yield ceiling.provisions, ("ceilings", number)
    for number, relief in enumerate(penalties.relieved):
        yield relief.provisions, ("relieved", number)


def penalty_faults(editions: Sequence[LoadedEdition]) -> Iterator[Fault]:
    """Yield the faults of ids, of the turnover and of the obligations that reliefs name."""
    questions = {one.id: one for edition in editions for one in edition.content.questions}
    asked = {name for edition in editions for kind, name in edition.places if kind == "question"}
    for edition in editions:
        penalties = edition.content.penalties
        if penalties is None:
            continue
        place = edition.places["penalties", "penalties"]
        yield from _ceiling_faults(penalties, edition.provisions, place)
        if penalties.turnover in questions or penalties.turnover not in asked:
            yield from _turnover_faults(penalties.turnover, questions, place)
        duties = [name for kind, name in edition.places if kind == "obligation"]
        for number, relief in enumerate(penalties.relieved):
            yield from _relief_faults(relief, number, duties, place)
        yield from _twice([one.id for one in penalties.relieved], "relieved", place)


def _ceiling_faults(
    penalties: Penalties, provisions: Sequence[str], place: Place
) -> Iterator[Fault]:
    names = [one.id for one in penalties.ceilings]
    for number, name in enumerate(names):
        if name not in provisions:
            problem = _("There is no provision '{name}'.").format(name=name[:60])
            hint = did_you_mean(name, provisions) or _("See provisions.txt.")
            yield place.fault(problem, hint, "ceilings", number, "id")
    yield from _twice(names, "ceilings", place)


def _twice(names: Sequence[str], field: str, place: Place) -> Iterator[Fault]:
    for number, name in enumerate(names):
        if name in names[:number]:
            problem = _("The id '{id}' is there twice.").format(id=name[:60])
            yield place.fault(problem, _("Choose another id."), field, number, "id")


def _turnover_faults(name: str, questions: dict[str, Question], place: Place) -> Iterator[Fault]:
    question = questions.get(name)
    if question is None:
        problem = _("There is no question '{name}'.").format(name=name[:60])
        yield place.fault(problem, did_you_mean(name, questions), "turnover")
    elif question.kind is not Kind.NUMBER or question.about is not About.ORGANISATION:
        problem = _("'{name}' does not ask for a number about the organisation.").format(name=name)
        yield place.fault(problem, _("Name the question about the turnover."), "turnover")


def _relief_faults(
    relief: Relief, number: int, duties: Sequence[str], place: Place
) -> Iterator[Fault]:
    if relief.is_of_everything and len(relief.of) > 1:
        problem = _("'{name}' already means every obligation.").format(name=EVERYTHING)
        yield place.fault(problem, _("Leave out the others."), "relieved", number, "of")
        return
    for item, name in enumerate(() if relief.is_of_everything else relief.of):
        if name not in duties:
            problem = _("There is no obligation '{name}'.").format(name=name[:60])
            yield place.fault(problem, did_you_mean(name, duties), "relieved", number, "of", item)
