# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two evaluations side by side, on the small law and on a later edition of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.domain.example import EXAMPLE, TODAY, evaluation, finding, named, question

from actready.domain.answers import Value
from actready.domain.comparison import Comparison, Way, compare
from actready.domain.questionnaire import Questionnaire
from actready.domain.scoring import Evaluation
from actready.domain.terms import Applies, Status

LENDER: Mapping[str, Value] = {"boat_use": "lend", "boat_return": ("money",), "boat_length": 30}


def edition(**changed: object) -> Questionnaire:
    """Return the example with some of its parts replaced."""
    kept = EXAMPLE.model_dump(exclude=set(changed), by_alias=True)
    return Questionnaire.model_validate({**kept, **changed})


def compared(
    later: Questionnaire, answers: Mapping[str, Value] = {}, on: date = TODAY
) -> Comparison:
    given = named(answers)
    fitting = {one: value for one, value in given.items() if one in later.question_by_id}
    return compare(evaluation(**answers), Evaluation(later, fitting, on), given)


def duty(comparison: Comparison) -> dict[str, tuple[Way, ...]]:
    return {one.obligation.id: one.ways for one in comparison.obligations}


def test_that_nothing_differs_between_equals() -> None:
    same = compared(EXAMPLE, LENDER)
    assert same.is_empty
    assert same == Comparison((), (), (), (), ())


def test_that_on_a_later_day_a_duty_is_in_force() -> None:
    later = compared(EXAMPLE, LENDER, date(2026, 11, 24))
    assert duty(later) == {"duty.flag": (Way.IN_FORCE,)}
    (change,) = later.obligations
    assert (change.before.in_force, change.after.in_force) == (False, True)
    assert not later.is_empty


def test_that_other_answers_change_findings_and_what_applies() -> None:
    lent, sailed = evaluation(**LENDER), evaluation(boat_use="sail", boat_length=30)
    found = compare(lent, sailed, sailed.answers)
    assert {one.finding.id: (one.before.status, one.after.status) for one in found.findings} == {
        "role.lender": (Status.ESTABLISHED, Status.EXCLUDED),
        "role.none": (Status.EXCLUDED, Status.ESTABLISHED),
        "scope.in": (Status.ESTABLISHED, Status.EXCLUDED),
        "scope.out": (Status.EXCLUDED, Status.ESTABLISHED),
    }
    assert duty(found) == {"duty.papers": (Way.APPLIES,), "duty.flag": (Way.APPLIES,)}


def test_that_a_duty_of_one_edition_only_does_not_apply_in_the_other() -> None:
    duties = [one for one in EXAMPLE.obligations if one.id != "duty.flag"]
    found = compared(edition(obligations=duties), LENDER)
    (change,) = found.obligations
    assert (change.obligation.id, change.ways) == ("duty.flag", (Way.APPLIES,))
    assert (change.before.applies, change.after.applies) == (Applies.YES, Applies.NO)
    assert (change.after.obligation, change.after.due) == (None, None)


@pytest.mark.parametrize(
    ("field", "value", "ways"),
    [
        ("applies_from", date(2027, 5, 1), (Way.APPLIES_FROM, Way.IN_FORCE)),
        ("penalty", "none", (Way.PENALTY,)),
        ("text", "Show them.", (Way.TEXT,)),
    ],
)
def test_that_a_duty_that_was_changed_says_in_which_ways(
    field: str, value: object, ways: tuple[Way, ...]
) -> None:
    duties = [one.model_dump(by_alias=True) for one in EXAMPLE.obligations]
    duties[0][field] = value
    assert duty(compared(edition(obligations=duties), LENDER)) == {"duty.papers": ways}


def test_that_a_finding_of_one_edition_only_is_told_where_it_matters() -> None:
    more = [
        *EXAMPLE.findings,
        finding("role.captain", "role", "importer", {"answer": "boat.use", "is": "lend"}),
        finding("role.sailor", "role", "distributor", {"answer": "boat.use", "is": "sail"}),
    ]
    (change,) = compared(edition(findings=more), LENDER).findings
    assert change.finding.id == "role.captain"
    assert (change.before.finding, change.before.begins) == (None, None)
    (back,) = compare(
        Evaluation(edition(findings=more), evaluation(**LENDER).answers, TODAY),
        evaluation(**LENDER),
        {},
    ).findings
    assert back.finding.id == "role.captain"
    assert back.after.finding is None


def test_that_a_question_in_other_words_needs_another_look_where_it_is_answered() -> None:
    questions = [
        question("boat.use", "one_of", "lend", "sail", "race", section="boat", act="cra"),
        *(one for one in EXAMPLE.questions if one.id != "boat.use"),
    ]
    later = edition(questions=questions)
    assert [one.id for one in compared(later, LENDER).reworded] == ["boat.use"]
    assert compared(later).reworded == ()


def test_that_an_answer_that_no_longer_fits_is_told() -> None:
    questions = [
        question("boat.use", "one_of", "rent", "sail", section="boat", act="cra"),
        *(one for one in EXAMPLE.questions if one.id != "boat.use"),
    ]
    when = {"answer": "boat.use", "is": "rent"}
    facts = [one.model_dump(by_alias=True) for one in EXAMPLE.facts]
    facts[0]["when"] = when
    later = edition(questions=questions, facts=facts)
    given = named(LENDER)
    fitting = {one: value for one, value in given.items() if one != "boat.use"}
    found = compare(evaluation(**LENDER), Evaluation(later, fitting, TODAY), given)
    assert [one.id for one in found.misfits] == ["boat.use"]
    assert [one.id for one in found.added] == ["boat.use"]


def test_that_a_new_question_is_told_and_one_answered_with_dont_know_is_not_new() -> None:
    questions = [
        *EXAMPLE.questions,
        question("boat.flag", "yes_no", section="boat", act="cra"),
    ]
    more = [
        *EXAMPLE.findings,
        finding("role.captain", "role", "importer", {"answer": "boat.flag", "is": True}),
    ]
    later = edition(questions=questions, findings=more)
    answers: dict[str, Value] = {"boat_use": "sail", "org_people": 3}
    assert [one.id for one in compared(later, answers).added] == ["boat.flag"]
    unsure = evaluation(boat_use="dont_know")
    added = compare(evaluation(boat_use="sail"), unsure, unsure.answers).added
    assert [one.id for one in added] == ["boat.return", "org.club"]
