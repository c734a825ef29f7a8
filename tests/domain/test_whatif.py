# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would change a result, on the small law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import pytest
from tests.domain.example import EXAMPLE, evaluation, finding, question

from actready.domain.answers import DONT_KNOW, Value
from actready.domain.questionnaire import Finding, Questionnaire
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Status
from actready.domain.whatif import Other, WhatIf, changes, other_values, smallest_changes

LENDER: Mapping[str, Value] = {"boat_use": "lend", "boat_return": ("money",)}
HOST: Mapping[str, Value] = {"boat_use": "lend", "boat_return": ("nothing",), "org_club": True}


def of(finding_id: str) -> Finding:
    return cast("Finding", EXAMPLE.claim_by_id[finding_id])


def with_finding(when: object, **answers: Value) -> tuple[Evaluation, Finding]:
    """Evaluate one other finding over the questions of the example."""
    one = finding("f", "colour", "red", when)
    own = EXAMPLE.model_dump(include={"editions", "sections", "questions"}, by_alias=True)
    questionnaire = Questionnaire.model_validate({**own, "findings": [one]})
    given = {name.replace("_", ".", 1): value for name, value in answers.items()}
    return Evaluation(questionnaire, given, evaluation().date), one


def test_that_single_other_answers_that_change_the_roles_are_found() -> None:
    found = {
        (change.question, change.values, change.roles, change.possible)
        for change in changes(evaluation(**HOST), Act.CRA)
    }
    assert found == {
        ("boat.use", ("sail",), ("none",), ("none",)),
        ("boat.return", (("money",), ("favours",)), ("manufacturer",), ("manufacturer",)),
        ("org.club", (False,), ("none",), ("none",)),
    }


def test_that_an_answer_that_would_open_the_role_again_is_a_change_too() -> None:
    (use, returned) = changes(evaluation(**LENDER), Act.CRA)
    assert (use.question, use.roles) == ("boat.use", ("none",))
    assert returned.values == (("nothing",),)
    assert (returned.roles, returned.possible) == ((), ("steward", "none"))
    assert returned.provisions == ("Art. 1",)


def test_that_without_a_role_nothing_carries_and_nothing_changes() -> None:
    assert changes(evaluation(), Act.CRA) == ()


@pytest.mark.parametrize(
    ("kind", "options", "now", "others"),
    [
        ("yes_no", (), True, [False]),
        ("one_of", ("a", "b", "c"), "b", ["a", "c"]),
        ("several_of", ("a", "b"), ("a", "b"), [("a",), ("b",)]),
        ("several_of", ("a", "b"), ("a",), [("b",), ("a", "b")]),
        ("several_of", ("a", "b", "nothing"), ("nothing",), [("a",), ("b",)]),
        ("several_of", ("a", "nothing"), ("a",), [("nothing",)]),
        ("number", (), 3, []),
        ("date", (), "2026-01-01", []),
        ("text", (), "x", []),
    ],
)
def test_that_the_other_values_are_those_that_can_be_chosen(
    kind: str, options: tuple[str, ...], now: Value, others: list[Value]
) -> None:
    assert list(other_values(EXAMPLE, question("q", kind, *options), now)) == others


def test_that_of_numbers_and_dates_the_limits_of_rules_are_tried() -> None:
    by_id = EXAMPLE.question_by_id
    assert list(other_values(EXAMPLE, by_id["boat.length"], 30)) == [23, 24, 25]
    assert list(other_values(EXAMPLE, by_id["org.people"], 9)) == [10, 11]
    launched = list(other_values(EXAMPLE, by_id["boat.launched"], "2021-01-01"))
    assert launched == ["2019-12-31", "2020-01-01"]


def test_that_large_limits_are_tried_on_either_side_too() -> None:
    evaluation_, _one = with_finding({"answer": "org.people", "above": 1e25})
    questionnaire = evaluation_.questionnaire
    tried = list(other_values(questionnaire, questionnaire.question_by_id["org.people"], 5e24))
    assert tried == [0, 1e25, 2e25]


def test_that_a_single_other_answer_undoes_a_finding() -> None:
    found = smallest_changes(evaluation(**LENDER), of("role.lender"))
    assert found == (
        WhatIf((Other("boat.use", ("sail",)),), Status.EXCLUDED),
        WhatIf((Other("boat.return", (("nothing",),)),), Status.EXCLUDED),
    )


def test_that_a_single_other_answer_can_bring_a_finding_or_open_it() -> None:
    owed = evaluation(**{**LENDER, "org_club": True})
    assert smallest_changes(owed, of("role.host")) == (
        WhatIf((Other("boat.return", (("nothing",),)),), Status.ESTABLISHED),
    )
    assert smallest_changes(evaluation(**LENDER), of("role.host")) == (
        WhatIf((Other("boat.return", (("nothing",),)),), Status.UNDETERMINED),
    )


def test_that_two_answers_are_changed_where_no_single_one_is_enough() -> None:
    when = {"any": [{"answer": "org.club", "is": True}, {"answer": "boat.use", "is": "lend"}]}
    evaluation_, one = with_finding(when, org_club=True, boat_use="lend")
    assert smallest_changes(evaluation_, one) == (
        WhatIf((Other("org.club", (False,)), Other("boat.use", ("sail",))), Status.EXCLUDED),
    )


def test_that_a_pair_of_questions_is_told_once() -> None:
    when = {
        "all": [
            {"answer": "boat.use", "is": "sail"},
            {"answer": "boat.return", "includes": ["money", "favours"]},
        ]
    }
    evaluation_, one = with_finding(when, boat_use="lend", boat_return=("nothing",))
    (found,) = smallest_changes(evaluation_, one)
    assert [other.question for other in found.others] == ["boat.use", "boat.return"]


def test_that_what_is_unknown_is_no_change_but_an_open_question() -> None:
    assert smallest_changes(evaluation(boat_use="lend"), of("role.lender")) == ()
    unsure = evaluation(**{**HOST, "org_club": DONT_KNOW})
    assert smallest_changes(unsure, of("role.host")) == ()


def test_that_an_unanswered_question_is_not_changed() -> None:
    found = smallest_changes(evaluation(boat_use="sail"), of("role.lender"))
    assert found == (WhatIf((Other("boat.use", ("lend",)),), Status.UNDETERMINED),)
