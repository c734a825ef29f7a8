# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks what records say of each other: ids, options, operators, groups, provisions, cycles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from actready.catalogue.case_references import case_faults, date_faults
from actready.catalogue.cycles import find_cycle
from actready.catalogue.duty_references import duty_faults, tells_readiness
from actready.catalogue.editions import periods
from actready.catalogue.group_references import group_faults
from actready.catalogue.loaded import LoadedEdition, RecordKind
from actready.catalogue.penalty_references import (
    penalty_faults,
    placed_conditions,
    placed_provisions,
)
from actready.catalogue.places import Place
from actready.domain.conditions import (
    AllOf,
    AnswerTest,
    AnyOf,
    Condition,
    DateTest,
    FactTest,
    FindingTest,
    Not,
    leaves,
)
from actready.domain.questionnaire import Claim, Fact, Finding, Obligation, Question
from actready.domain.readiness import OPTIONS
from actready.domain.terms import Kind
from actready.errors import Fault, did_you_mean
from actready.i18n import gettext as _
from actready.yamltree import Marked

Path = tuple[str | int, ...]

#: The operators that fit each kind of question.
OPERATORS: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.ONE_OF: ("is", "is_one_of"),
    Kind.SEVERAL_OF: ("includes",),
    Kind.YES_NO: ("is",),
    Kind.NUMBER: ("at_least", "above", "below"),
    Kind.DATE: ("dated",),
    Kind.TEXT: (),
}

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_NAMES: Final = ("organisation", "subject")


def reference_faults(editions: Sequence[LoadedEdition]) -> list[Fault]:
    """Return the faults between the records of all editions that ever hold together."""
    spans = periods(one.edition for one in editions)
    faults = list(date_faults(editions, spans))
    for period in spans:
        together = [one for one in editions if one.edition in period.editions]
        faults += _Checker(together).faults()
        faults += case_faults(together, period)
    return faults


class _Checker:
    """Checks editions that hold on the same dates."""

    def __init__(self, editions: Sequence[LoadedEdition]) -> None:
        self._editions = editions
        self._questions = {
            question.id: question for one in editions for question in one.content.questions
        }
        self._claims: dict[str, Fact | Finding] = {}
        for one in editions:
            self._claims |= {fact.id: fact for fact in one.content.facts}
            self._claims |= {finding.id: finding for finding in one.content.findings}
        self._provisions = {provision for one in editions for provision in one.provisions}

    def faults(self) -> Iterator[Fault]:
        """Yield every fault."""
        yield from self._used_twice()
        for edition in self._editions:
            yield from group_faults(edition)
            for question in edition.content.questions:
                place = edition.places["question", question.id]
                yield from _option_faults(question, place)
                yield from self._provision_faults(question.provisions, place)
            for claim in (*edition.content.facts, *edition.content.findings):
                yield from self._claim_faults(claim, edition.places["claim", claim.id])
            for duty in edition.content.obligations:
                place = edition.places["obligation", duty.id]
                yield from self._claim_faults(duty, place)
                yield from self._readiness_faults(duty, place)
            for (kind, _name), place in edition.places.items():
                if kind != "case":
                    yield from _placeholder_faults(place, place.node, ())
            yield from self._penalties_faults(edition)
        yield from self._cycle_faults()
        yield from duty_faults(self._editions)
        yield from penalty_faults(self._editions)

    def _readiness_faults(self, duty: Obligation, place: Place) -> Iterator[Fault]:
        for number, name in enumerate(duty.readiness):
            question = self._questions.get(name)
            if question is None and not self._is_faulty("question", name):
                problem = _("There is no question '{name}'.").format(name=name[:60])
                hint = did_you_mean(name, self._questions)
                yield place.fault(problem, hint, "readiness", number)
            elif question is not None and not tells_readiness(question):
                problem = _("'{name}' does not ask how far something is done.").format(name=name)
                hint = _("Give it the options {options} and no others.")
                listed = ", ".join(OPTIONS)
                yield place.fault(problem, hint.format(options=listed), "readiness", number)

    def _used_twice(self) -> Iterator[Fault]:
        """Yield ids that two acts use for records of the same kind."""
        seen: dict[tuple[RecordKind, str], Place] = {}
        for edition in self._editions:
            for key, place in edition.places.items():
                if key[0] in ("edition", "case", "register", "penalties"):
                    continue
                first = seen.setdefault(key, place)
                if first is not place:
                    problem = _("The id '{id}' is used before, in {file}, line {line}.")
                    problem = problem.format(id=key[1], file=first.file, line=first.node.line)
                    yield place.fault(problem, _("Choose another id."), "id")

    def _claim_faults(self, claim: Claim, place: Place) -> Iterator[Fault]:
        yield from self._provision_faults(claim.provisions, place)
        for number, condition in enumerate(claim.conditions):
            path: Path = ("starts", number - 1, "when") if number else ("when",)
            yield from self._condition_faults(condition, place, path)

    def _penalties_faults(self, edition: LoadedEdition) -> Iterator[Fault]:
        penalties = edition.content.penalties
        if penalties is None:
            return
        place = edition.places["penalties", "penalties"]
        for provisions, path in placed_provisions(penalties):
            yield from self._provision_faults(provisions, place, *path)
        for condition, path in placed_conditions(penalties):
            yield from self._condition_faults(condition, place, path)

    def _condition_faults(self, condition: Condition, place: Place, path: Path) -> Iterator[Fault]:
        for leaf, at in placed_leaves(condition, path):
            match leaf:
                case AnswerTest():
                    yield from self._answer_faults(leaf, place, at)
                case FactTest(fact=name):
                    yield from self._name_faults(name, "fact", place, at)
                case FindingTest(finding=name):
                    yield from self._name_faults(name, "finding", place, at)

    def _provision_faults(
        self, provisions: Iterable[str], place: Place, *path: str | int
    ) -> Iterator[Fault]:
        for number, provision in enumerate(provisions):
            if provision not in self._provisions:
                problem = _("There is no provision '{name}'.").format(name=provision[:60])
                hint = did_you_mean(provision, self._provisions) or _("See provisions.txt.")
                yield place.fault(problem, hint, *path, "provisions", number)

    def _name_faults(self, name: str, wanted: str, place: Place, path: Path) -> Iterator[Fault]:
        """Yield a fault where a test names a fact or a finding that is not there."""
        known = self._claims.get(name)
        if known is None and self._is_faulty("claim", name):
            return
        is_finding = isinstance(known, Finding)
        if known is None or is_finding != (wanted == "finding"):
            problem = _("There is no {kind} '{name}'.").format(kind=_(wanted), name=name[:60])
            other = _("It is a finding: write 'finding:'.")
            if known is not None:
                hint = other if is_finding else _("It is a fact: write 'fact:'.")
            else:
                hint = did_you_mean(name, self._names_of(wanted))
            yield place.fault(problem, hint, *path, wanted)

    def _names_of(self, wanted: str) -> list[str]:
        kind = Finding if wanted == "finding" else Fact
        return [one.id for one in self._claims.values() if isinstance(one, kind)]

    def _is_faulty(self, kind: RecordKind, name: str) -> bool:
        """Tell whether a record with this id exists whose own faults are told elsewhere."""
        return any((kind, name) in one.places for one in self._editions)

    def _answer_faults(self, test: AnswerTest, place: Place, path: Path) -> Iterator[Fault]:
        question = self._questions.get(test.answer)
        if question is None:
            if not self._is_faulty("question", test.answer):
                problem = _("There is no question '{name}'.").format(name=test.answer[:60])
                hint = did_you_mean(test.answer, self._questions)
                yield place.fault(problem, hint, *path, "answer")
            return
        (operator,) = test.operators()
        if not _fits(test, question):
            problem = _("'{operator}' with this value does not fit '{question}' ({kind}).")
            yield place.fault(
                problem.format(operator=operator, question=question.id, kind=question.kind),
                _operator_hint(question),
                *path,
                operator,
            )
            return
        options = [option.id for option in question.options]
        for name in test.options():
            if name not in options:
                problem = _("'{name}' is no option of '{question}'.")
                hint = did_you_mean(name, options)
                listed = _("The options are: {options}.").format(options=", ".join(options))
                problem = problem.format(name=name[:60], question=question.id)
                yield place.fault(problem, hint or listed, *path, operator)

    def _cycle_faults(self) -> Iterator[Fault]:
        rests_on = {name: list(_claims_in(claim.when)) for name, claim in self._claims.items()}
        cycle = find_cycle(rests_on)
        if cycle:
            places = [one.places.get(("claim", cycle[0])) for one in self._editions]
            place = next(place for place in places if place is not None)
            problem = _("It rests on itself: {chain}.").format(chain=" → ".join(cycle))
            yield place.fault(problem, _("Let one of them test answers instead."), "when")


def placed_leaves(
    condition: Condition, path: Path
) -> Iterator[tuple[FactTest | FindingTest | DateTest | AnswerTest, Path]]:
    """Yield every test in a condition with its path in the file."""
    match condition:
        case AllOf(parts=parts):
            for number, part in enumerate(parts):
                yield from placed_leaves(part, (*path, "all", number))
        case AnyOf(parts=parts):
            for number, part in enumerate(parts):
                yield from placed_leaves(part, (*path, "any", number))
        case Not(part=part):
            yield from placed_leaves(part, (*path, "not"))
        case _:
            yield condition, path


def _claims_in(condition: Condition) -> Iterator[str]:
    for leaf in leaves(condition):
        if isinstance(leaf, FactTest):
            yield leaf.fact
        elif isinstance(leaf, FindingTest):
            yield leaf.finding


def _fits(test: AnswerTest, question: Question) -> bool:
    (operator,) = test.operators()
    if operator == "is" and isinstance(test.equals, bool) != (question.kind is Kind.YES_NO):
        return False
    return operator in OPERATORS[question.kind]


def _operator_hint(question: Question) -> str:
    match question.kind:
        case Kind.YES_NO:
            return _("Write 'is: true' or 'is: false'.")
        case Kind.TEXT:
            return _("A text decides nothing. Test another question.")
    listed = ", ".join(OPERATORS[question.kind])
    return _("Fitting here: {operators}.").format(operators=listed)


def _option_faults(question: Question, place: Place) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, option in enumerate(question.options):
        if option.id in seen:
            problem = _("The option '{name}' is there twice.").format(name=option.id)
            yield place.fault(problem, _("Choose another id."), "options", number, "id")
        elif option.id == "dont_know":
            problem = _("'dont_know' can be answered everywhere and is no option.")
            yield place.fault(problem, _("Remove it."), "options", number, "id")
        seen.add(option.id)


def _placeholder_faults(place: Place, marked: Marked, path: Path) -> Iterator[Fault]:
    match marked.value:
        case str(text):
            for name in _PLACEHOLDER.findall(text):
                if name not in _NAMES:
                    problem = _("'{{{name}}}' stands for nothing.").format(name=name[:40])
                    listed = _("Write {organisation} or {subject}.")
                    yield place.fault(problem, did_you_mean(name, _NAMES) or listed, *path)
        case list(items):
            for number, item in enumerate(items):
                yield from _placeholder_faults(place, item, (*path, number))
        case dict(fields):
            for name, value in fields.items():
                yield from _placeholder_faults(place, value, (*path, name))
