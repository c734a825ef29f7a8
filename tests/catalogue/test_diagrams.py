# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Diagrams and expressions against brute force: every set of answers tried."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import given, settings
from tests.catalogue.random_law import (
    ALL_VALUES,
    BEFORE,
    COUNTED,
    DAY,
    FIRST,
    all_answers,
    conditions,
    option,
    question,
    questionnaire,
    questionnaires,
)

from actready.catalogue.choices import AS_OF
from actready.catalogue.diagrams import FALSE as DIAGRAM_FALSE
from actready.catalogue.diagrams import TRUE as DIAGRAM_TRUE
from actready.catalogue.diagrams import Diagrams
from actready.catalogue.expressions import FALSE, TRUE, Expressions
from actready.catalogue.proof import combinations
from actready.domain.answers import Value
from actready.domain.conditions import (
    AllOf,
    AnswerTest,
    AnyOf,
    Condition,
    DateRange,
    Not,
    Truth,
)
from actready.domain.questionnaire import (
    Questionnaire,
)
from actready.domain.scoring import Evaluation
from actready.domain.terms import Kind


def truths_of(when: Condition) -> dict[tuple[Value, ...], Truth]:
    """Return the value of a condition for every set of answers."""
    one = questionnaire([when], [when])
    return {
        tuple(answers.values()): when.truth(Evaluation(one, answers, DAY))
        for answers in all_answers()
    }


def changing(truths: Mapping[tuple[Value, ...], Truth]) -> set[str]:
    """Return the questions of which two answers lead to different values, all else equal."""
    found = set()
    for place, name in enumerate(ALL_VALUES):
        rest: dict[tuple[Value, ...], set[Truth]] = {}
        for values, truth in truths.items():
            others = (*values[:place], *values[place + 1 :])
            rest.setdefault(others, set()).add(truth)
        if any(len(values) > 1 for values in rest.values()):
            found.add(name)
    return found


@settings(max_examples=80, deadline=None)
@given(conditions)
def test_that_a_diagram_says_what_trying_every_answer_says(when: Condition) -> None:
    truths = truths_of(when)
    diagrams = Diagrams(questionnaire([when], [when]))
    diagram = diagrams.of(when)
    assert (diagram == DIAGRAM_TRUE) is all(truths.values())
    assert (diagram == DIAGRAM_FALSE) is (True not in truths.values())
    assert diagrams.questions(diagram) == changing(truths)
    assert diagrams.size > 1


@settings(max_examples=80, deadline=None)
@given(conditions)
def test_that_an_example_makes_the_condition_true(when: Condition) -> None:
    one = questionnaire([when], [when])
    diagrams = Diagrams(one)
    diagram = diagrams.of(when)
    answers = dict(diagrams.example(diagram))
    if diagram == DIAGRAM_FALSE:
        assert answers == {}
    else:
        completed = ({**rest, **answers} for rest in all_answers())
        assert all(when.truth(Evaluation(one, each, DAY)) for each in completed)


@settings(max_examples=40, deadline=None)
@given(conditions, conditions)
def test_that_conditions_that_mean_the_same_are_one_number(
    first: Condition, second: Condition
) -> None:
    diagrams = Diagrams(questionnaire([first], [second]))
    same = truths_of(first) == truths_of(second)
    assert (diagrams.of(first) == diagrams.of(second)) is same
    both = AllOf(parts=(first, second))
    either = Not(part=AnyOf(parts=(Not(part=first), Not(part=second))))
    assert diagrams.of(both) == diagrams.of(either)


def test_that_where_every_option_is_named_no_set_is_empty() -> None:
    several = question("some", Kind.SEVERAL_OF, option("a"), option("b"))
    named = [AnswerTest(answer="some", includes=(name,)) for name in "ab"]
    one = questionnaire([named[0]], [named[1]]).model_dump(exclude={"questions"}, by_alias=True)
    whole = Questionnaire.model_validate({**one, "questions": [several]})
    diagrams = Diagrams(whole)
    neither = AllOf(parts=tuple(Not(part=test) for test in named))
    assert diagrams.of(neither) == DIAGRAM_FALSE
    only_b = AllOf(parts=(Not(part=named[0]), named[1]))
    assert diagrams.example(diagrams.of(only_b)) == (("some", ("b",)),)
    assert diagrams.example(diagrams.of(named[0])) == (("some", ("a",)),)


def test_that_an_unnamed_option_stands_for_the_empty_set() -> None:
    diagrams = Diagrams(questionnaire([AnswerTest(answer="some", includes=("a",))], []))
    test = AnswerTest(answer="some", includes=("a",))
    assert diagrams.example(diagrams.of(Not(part=test))) == (("some", ("n",)),)
    several = question("some", Kind.SEVERAL_OF, option("a"), option("b"))
    rest = questionnaire([test], []).model_dump(exclude={"questions"}, by_alias=True)
    whole = Diagrams(Questionnaire.model_validate({**rest, "questions": [several]}))
    assert whole.example(whole.of(Not(part=test))) == (("some", ("b",)),)


def test_that_the_date_is_a_question_of_its_own() -> None:
    late = AnyOf.model_validate({"any": [{"as_of": {"on_or_after": DAY}}]})
    diagrams = Diagrams(questionnaire([late], []), FIRST, BEFORE)
    diagram = diagrams.of(late)
    assert diagrams.questions(diagram) == {AS_OF}
    assert diagrams.example(diagram) == ((AS_OF, "2028-01-10"),)


@settings(max_examples=30, deadline=None)
@given(questionnaires)
def test_that_combinations_count_every_answer_to_the_questions_used(one: Questionnaire) -> None:
    expressions = Expressions(one)
    nodes = [expressions.of_claim(each.id) for each in one.findings]
    used = set().union(*(expressions.questions(node) for node in nodes))
    expected = 1
    for name in used:
        expected *= COUNTED[name]
    both_limits = Expressions(one)
    for number in (5.0, 10.0):
        both_limits.of(AnswerTest(answer="count", at_least=number))
    both_limits.of(AnswerTest(answer="day", dated=DateRange(before=date(2027, 12, 11))))
    assert combinations(one, both_limits) == expected


@settings(max_examples=60, deadline=None)
@given(conditions)
def test_that_partial_answers_leave_unknown_what_the_evaluation_leaves_unknown(
    when: Condition,
) -> None:
    one = questionnaire([when], [when])
    expressions = Expressions(one)
    some: dict[str, Value] = {"yes": True, "count": 5, "some": ("a", "b")}
    node = expressions.of(when)
    for name, value in some.items():
        node = expressions.given(node, name, expressions.passed(name, value))
    expected = when.truth(Evaluation(one, some, DAY))
    assert {TRUE: True, FALSE: False}.get(node) is expected
    passed = {name: expressions.passed(name, value) for name, value in some.items()}
    assert expressions.truth(expressions.of(when), passed, {}) is expected


def test_that_equal_expressions_are_one_node_and_constants_fold_away() -> None:
    one = questionnaire([AnswerTest(answer="yes", equals=True)], [])
    graph = Expressions(one)
    a = graph.of(AnswerTest(answer="yes", equals=True))
    b = graph.of(AnswerTest(answer="one", equals="a"))
    assert graph.all_of((a, b)) == graph.all_of((b, a, TRUE))
    assert graph.all_of((a, graph.all_of((a, b)))) == graph.all_of((a, b))
    assert graph.any_of((a, FALSE)) == a
    assert graph.any_of((a, TRUE)) == TRUE
    assert [graph.truth(one, {}, {}) for one in (TRUE, FALSE)] == [True, False]
    assert graph.all_of((a, FALSE)) == FALSE
    assert graph.all_of(()) == TRUE
    assert graph.opposite(graph.opposite(a)) == a
    assert graph.opposite(TRUE) == FALSE
    assert graph.questions(graph.any_of((a, b))) == {"yes", "one"}
