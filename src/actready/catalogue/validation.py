# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a place in a file to a frozen record, with a fault in plain words for each thing wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from actready.catalogue.cases import CaseOrganisation, CaseSubject, Expected
from actready.catalogue.places import Place
from actready.catalogue.register_records import Elsewhere, RegisterEntry
from actready.domain.answers import shown
from actready.domain.conditions import (
    AllOf,
    AnswerTest,
    AnyOf,
    DateRange,
    FactTest,
    FindingTest,
    Not,
)
from actready.domain.penalties import Ceiling, Relief
from actready.domain.questionnaire import Effort, Group, Option, Start
from actready.domain.terms import About, Kind, Nature, Rule, Theme
from actready.errors import Fault, did_you_mean
from actready.i18n import gettext as _
from actready.yamltree import Marked

Step = str | int
R = TypeVar("R", bound=BaseModel)

_TERMS: Final[Mapping[str, type[StrEnum]]] = {
    "kind": Kind,
    "about": About,
    "theme": Theme,
    "nature": Nature,
    "rule": Rule,
}

#: What kind of record stands under a field, or under the tag of a condition.
_MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "options": Option,
    "groups": Group,
    "all": AllOf,
    "any": AnyOf,
    "not": Not,
    "fact": FactTest,
    "finding": FindingTest,
    "as_of": DateRange,
    "answer": AnswerTest,
    "dated": DateRange,
    "organisation": CaseOrganisation,
    "subjects": CaseSubject,
    "expected": Expected,
    "effort": Effort,
    "starts": Start,
    "entries": RegisterEntry,
    "elsewhere": Elsewhere,
    "ceilings": Ceiling,
    "relieved": Relief,
}

#: The fields that hold a condition.
_CONDITIONS: Final = ("when", "lower_when", "amount_only_when", "not")


def record(
    model: type[R], place: Place, given: Mapping[str, object], faults: list[Fault]
) -> R | None:
    """Return the record at a place, or None after adding its faults.

    ``given`` are fields that follow from folder and section, not from the author.
    """
    if not isinstance(place.node.value, dict):
        faults.append(place.fault(_("Fields with values are expected here."), _("Write 'id: …'.")))
        return None
    written = place.node.value
    clashing = sorted(given.keys() & written.keys())
    for name in clashing:
        problem = _("'{field}' follows from the folder or the section.").format(field=name)
        faults.append(place.fault(problem, _("Remove it."), name))
    fields = {name: _frozen(value, name) for name, value in written.items()}
    try:
        made = model.model_validate({**fields, **given}, strict=True)
    except ValidationError as error:
        names = [name for name in _field_names(model) if name not in given]
        faults.extend(_faults(error, place, names))
        return None
    return None if clashing else made


def _frozen(marked: Marked, name: str) -> object:
    """Return a value as the strict models take it: tuples for lists, terms for their words."""
    match marked.value:
        case list(items):
            return tuple(_frozen(item, "") for item in items)
        case dict(fields):
            return {key: _frozen(value, key) for key, value in fields.items()}
        case str(word) if name in _TERMS and word in set(_TERMS[name]):
            return _TERMS[name](word)
        case value:
            return value


def _faults(error: ValidationError, place: Place, names: list[str]) -> Iterator[Fault]:
    for detail in error.errors(include_url=False):
        if not _is_echo(detail):
            path = _without_tags(detail["loc"])
            problem, hint = _sentence(detail, path, names)
            yield place.fault(problem, hint, *path)


def _is_echo(detail: ErrorDetails) -> bool:
    """Tell whether a list only counts as too short because its items are faulty themselves."""
    return detail["type"] == "too_short" and bool(detail["input"])


def _without_tags(location: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return a location as it stands in the file.

    Pydantic adds a tag before each condition, and after "is" the type that was tried.
    """
    path: list[Step] = []
    tag_follows = False
    for step in location:
        if tag_follows:
            tag_follows = False
            continue
        path.append(step)
        if step == "is":
            break
        is_part = isinstance(step, int) and path[-2:-1] in (["all"], ["any"])
        tag_follows = is_part or step in _CONDITIONS
    return tuple(path)


def _sentence(detail: ErrorDetails, path: tuple[Step, ...], names: list[str]) -> tuple[str, str]:
    """Return what is wrong and what to do, for one fault found by a model."""
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_field(field, _names_at(detail["loc"], names))
    if kind == "is_instance_of" and field in _TERMS:
        return _unknown_word(field, detail["input"])
    if field == "is":
        return _("'is' takes one option, true or false."), _("For several use is_one_of.")
    if kind in ("value_error", "condition"):
        return _own_words(detail)
    explain = _SENTENCES.get(kind)
    if explain is None:
        return _("'{field}' is faulty: {reason}.").format(field=field, reason=detail["msg"]), ""
    problem, hint = explain()
    return problem.format(field=field), hint


def _names_at(location: tuple[Step, ...], names: list[str]) -> list[str]:
    """Return the valid field names beside an unknown one."""
    around = [step for step in location[:-1] if isinstance(step, str)]
    return list(_field_names(_MODELS[around[-1]])) if around and around[-1] in _MODELS else names


def _field_names(model: type[BaseModel]) -> Iterable[str]:
    return (field.alias or name for name, field in model.model_fields.items())


def _unknown_field(field: str, names: list[str]) -> tuple[str, str]:
    listed = _("The fields are: {names}.").format(names=", ".join(names))
    problem = _("'{field}' is no field here.").format(field=field[:60])
    return problem, did_you_mean(field, names) or listed


def _unknown_word(field: str, value: object) -> tuple[str, str]:
    words = [str(word) for word in _TERMS[field]]
    problem = _("{value} is no '{field}'.").format(value=shown(value), field=field)
    listed = _("The words are: {names}.").format(names=", ".join(words))
    return problem, did_you_mean(str(value), words) or listed


def _own_words(detail: ErrorDetails) -> tuple[str, str]:
    reason = detail["msg"].removeprefix("Value error, ")
    return _(reason[:1].upper() + reason[1:] + "."), ""


_SENTENCES: Final[Mapping[str, Callable[[], tuple[str, str]]]] = {
    "missing": lambda: (_("'{field}' is missing."), _("Add it.")),
    "string_type": lambda: (_("'{field}' is no text."), _("Put it in quotation marks.")),
    "tuple_type": lambda: (_("'{field}' is no list."), _("Write it in square brackets: […].")),
    "model_type": lambda: (_("Fields with values are expected in '{field}'."), _("Write 'id: …'.")),
    "bool_type": lambda: (_("'{field}' is neither true nor false."), _("Write true or false.")),
    "int_type": lambda: (_("'{field}' is no whole number."), _("Write digits only, like 34.")),
    "float_type": lambda: (_("'{field}' is no number."), _("Write digits only, like 34.")),
    "date_type": lambda: (
        _("'{field}' is no date."),
        _("Write year, month and day, without quotation marks, like 2027-12-11."),
    ),
    "too_short": lambda: (_("'{field}' is empty."), _("Write one item or more.")),
    "too_long": lambda: (_("'{field}' has too many items."), _("Write two for a pair.")),
}
