# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Roads to the roles against what the program asks."""

from __future__ import annotations

from hypothesis import given, settings
from tests.catalogue.random_law import (
    BEFORE,
    DAY,
    FIRST,
    all_answers,
    asked_along,
    questionnaire,
    questionnaires,
)

from actready.catalogue.expressions import Expressions
from actready.catalogue.roads import roads_to_roles
from actready.domain.conditions import (
    AllOf,
    AnswerTest,
    AnyOf,
)
from actready.domain.questionnaire import (
    Group,
    Questionnaire,
)
from actready.domain.terms import About


def bounded(one: Questionnaire, at_most: int) -> Questionnaire:
    """Return a questionnaire whose edition says how many questions are bearable."""
    editions = [{**each.model_dump(), "at_most": at_most} for each in one.editions]
    rest = one.model_dump(exclude={"editions"}, by_alias=True)
    return Questionnaire.model_validate({**rest, "editions": editions})


@settings(max_examples=30, deadline=None)
@given(questionnaires)
def test_that_the_roads_are_those_of_the_program(one: Questionnaire) -> None:
    (walk,) = roads_to_roles(bounded(one, 25), Expressions(one))
    lengths = {asked_along(one, answers)[1] for answers in all_answers()}
    assert walk.every
    assert walk.states > 0
    assert len(walk.longest) == max(lengths)
    assert len(walk.shortest) == min(lengths)
    along = {**next(all_answers()), **dict(walk.longest)}
    assert asked_along(one, along)[1] == max(lengths)


@settings(max_examples=20, deadline=None)
@given(questionnaires)
def test_that_roads_tried_are_real_roads(one: Questionnaire) -> None:
    (tried,) = roads_to_roles(one, Expressions(one))
    (walk,) = roads_to_roles(bounded(one, 25), Expressions(one))
    assert not tried.every
    assert len(walk.shortest) <= len(tried.shortest) <= len(tried.longest) <= len(walk.longest)


def test_that_the_date_is_settled_before_anything_is_asked() -> None:
    later = AnyOf.model_validate(
        {"any": [{"as_of": {"on_or_after": DAY}}, {"answer": "yes", "is": True}]}
    )
    one = bounded(questionnaire([later], [later]), 25)
    (walk,) = roads_to_roles(one, Expressions(one, FIRST, BEFORE))
    assert walk.longest == (("yes", True),)
    assert walk.shortest == ()
    free = questionnaire([later], [later])
    (tried,) = roads_to_roles(free, Expressions(free, FIRST, BEFORE))
    assert {name for name, _value in tried.longest} <= {"yes"}


def test_that_roads_end_when_the_roles_are_settled() -> None:
    role = AnswerTest(answer="yes", equals=True)
    scope = AllOf(parts=(role, AnswerTest(answer="one", equals="a")))
    one = bounded(questionnaire([role], [scope]), 25)
    (walk,) = roads_to_roles(one, Expressions(one))
    assert walk.longest == (("yes", True),)


def test_that_an_act_without_roles_has_no_roads() -> None:
    one = questionnaire([], [AnswerTest(answer="yes", equals=True)])
    assert roads_to_roles(one, Expressions(one)) == ()


def test_that_questions_about_the_organisation_alone_are_asked_last() -> None:
    role = AnswerTest(answer="one", equals="a")
    sizes = [AnswerTest(answer="count", at_least=limit) for limit in (1, 2, 3)]
    one = questionnaire([role], [AllOf(parts=(size, role)) for size in sizes])
    groups = (Group(id="role", title="R"), Group(id="scope", title="S", about=About.ORGANISATION))
    edition = one.editions[0].model_copy(update={"groups": groups, "at_most": 25})
    rest = one.model_dump(exclude={"editions"}, by_alias=True)
    one = Questionnaire.model_validate({**rest, "editions": [edition]})
    (walk,) = roads_to_roles(one, Expressions(one))
    assert [name for name, _value in walk.longest] == ["one"]
