# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Worked cases: situations whose result is known, kept beside the rules that have to yield it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import Field

from actready.domain.answers import Value, checked
from actready.domain.explanation import open_questions
from actready.domain.fines import fine_of
from actready.domain.questionnaire import Questionnaire
from actready.domain.records import Record
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Applies, Status
from actready.domain.threats import threats


class Expected(Record):
    """What a case has to yield. Whatever is left out is not compared.

    ``findings`` gives the established values of further groups, such as the product class.
    ``duties`` have to apply, ``no_duties`` must not; neither list need be complete.
    ``applies_from`` says from when some of them apply. ``fines`` are all ceilings that are met for
    certain; ``relieved`` duties apply and their fine is lifted.
    """

    scope: str
    roles: tuple[str, ...]
    possible_roles: tuple[str, ...] | None = None
    findings: Mapping[str, tuple[str, ...]] = {}
    duties: tuple[str, ...] = ()
    applies_from: Mapping[str, date] = {}
    no_duties: tuple[str, ...] = ()
    fines: tuple[str, ...] | None = None
    relieved: tuple[str, ...] = ()


class CaseOrganisation(Record):
    """Who answers in a case."""

    name: str = ""
    answers: Mapping[str, object] = {}


class CaseSubject(Record):
    """One subject of a case. ``assumed`` says why an answer stands that the facts do not give."""

    name: str
    answers: Mapping[str, object] = {}
    expected: Expected
    facts: str = ""
    assumed: Mapping[str, str] = {}


class Case(Record):
    """A situation with its result and where the result comes from."""

    id: str
    title: str
    as_of: date
    source: tuple[str, ...] = Field(min_length=1)
    organisation: CaseOrganisation = CaseOrganisation()
    subjects: tuple[CaseSubject, ...] = Field(min_length=1)
    facts: str = ""
    doubt: str = ""
    act: Act = Act.COMMON


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one subject of a case amounts to, and how it was asked for along the open questions.

    ``wrong`` lists differences from what is expected: what it is about, expected, found.
    ``road`` are the questions asked, in order; ``until_settled`` counts those before the roles
    were settled, and is None where they never are. ``unused`` are answers never asked for.
    """

    case: Case
    subject: int
    wrong: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    same_by_road: bool
    road: tuple[str, ...]
    until_settled: int | None
    unused: tuple[str, ...]


def outcomes(case: Case, questionnaire: Questionnaire) -> Iterator[Outcome]:
    """Evaluate every subject of a case with all its answers, and again question by question."""
    for number, subject in enumerate(case.subjects):
        raw = {**case.organisation.answers, **subject.answers}
        by_id = questionnaire.question_by_id
        answers = {one: checked(by_id[one], value) for one, value in raw.items()}
        evaluation = Evaluation(questionnaire, answers, case.as_of)
        road = list(_road(evaluation, case.act))
        asked = {question: answers[question] for question, _settled in road}
        by_road = Evaluation(questionnaire, asked, case.as_of)
        yield Outcome(
            case,
            number,
            tuple(_differences(subject.expected, evaluation, case.act)),
            _result(by_road, case.act) == _result(evaluation, case.act),
            tuple(question for question, _settled in road),
            _until_settled(road, by_road, case.act),
            tuple(one for one in subject.answers if one not in asked),
        )


def _road(known: Evaluation, act: Act) -> Iterator[tuple[str, bool]]:
    """Yield the questions asked while open, those without an answer left out.

    With each goes whether the roles were settled before it was asked.
    """
    asked: dict[str, Value] = {}
    while True:
        so_far = Evaluation(known.questionnaire, asked, known.date)
        open_now = (one.question.id for one in open_questions(so_far))
        following = next((q for q in open_now if q in known.answers and q not in asked), None)
        if following is None:
            return
        yield following, _settled(so_far, act)
        asked[following] = known.answers[following]


def _settled(evaluation: Evaluation, act: Act) -> bool:
    return not evaluation.values(act, "role", Status.UNDETERMINED)


def _until_settled(road: list[tuple[str, bool]], end: Evaluation, act: Act) -> int | None:
    if not _settled(end, act):
        return None
    return sum(not settled for _question, settled in road)


Result = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def _result(evaluation: Evaluation, act: Act) -> Result:
    scope = (evaluation.value(act, "scope"),)
    return scope, evaluation.roles(act), evaluation.possible_roles(act)


def _those(names: tuple[str, ...], among: set[str]) -> tuple[str, ...]:
    return tuple(one for one in names if one in among)


def _relieved(evaluation: Evaluation) -> Iterator[str]:
    for one in evaluation.questionnaire.obligations:
        if fine_of(evaluation, one).relieved:
            yield one.id


def _differences(
    expected: Expected, evaluation: Evaluation, act: Act
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    scope, roles, possible = _result(evaluation, act)
    pairs = [("scope", (expected.scope,), scope), ("roles", expected.roles, roles)]
    if expected.possible_roles is not None:
        pairs.append(("possible_roles", expected.possible_roles, possible))
    for group, values in expected.findings.items():
        pairs.append((group, values, evaluation.values(act, group, Status.ESTABLISHED)))
    due = {one.id for one, applies in evaluation.obligations if applies is Applies.YES}
    pairs.append(("duties", expected.duties, _those(expected.duties, due)))
    pairs.append(("no_duties", (), _those(expected.no_duties, due)))
    pairs.append(_dates(expected, evaluation))
    if expected.fines is not None:
        met = (one for one in threats(evaluation, act) if one.certain)
        pairs.append(("fines", expected.fines, tuple(one.limit.ceiling.id for one in met)))
    lifted = _those(expected.relieved, {*_relieved(evaluation)} & due)
    pairs.append(("relieved", expected.relieved, lifted))
    return ((what, due, found) for what, due, found in pairs if set(due) != set(found))


def _dates(
    expected: Expected, evaluation: Evaluation
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    wanted = {name: begins.isoformat() for name, begins in expected.applies_from.items()}
    found = {
        one.id: evaluation.due(one).isoformat()
        for one in evaluation.questionnaire.obligations
        if one.id in wanted
    }
    return "applies_from", _dated(wanted), _dated(found)


def _dated(dates: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{name} {begins}" for name, begins in dates.items())
