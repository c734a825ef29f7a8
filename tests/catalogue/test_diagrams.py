# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Diagrams and roads against brute force: every set of answers tried with the evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations as subsets
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from actready.catalogue.choices import choices_of, date_choices
from actready.catalogue.diagrams import FALSE as DIAGRAM_FALSE
from actready.catalogue.diagrams import TRUE as DIAGRAM_TRUE
from actready.catalogue.diagrams import Diagrams
from actready.catalogue.expressions import AS_OF, FALSE, TRUE, Expressions
from actready.catalogue.proof import combinations
from actready.catalogue.roads import roads_to_roles
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
from actready.domain.explanation import open_questions
from actready.domain.questionnaire import (
    Edition,
    Finding,
    Group,
    Option,
    Question,
    Questionnaire,
    Section,
)
from actready.domain.scoring import Evaluation
from actready.domain.terms import About, Act, Kind

DAY = date(2028, 1, 10)
FIRST, BEFORE = date(2026, 1, 1), date(2029, 1, 1)


def question(name: str, kind: Kind, *options: Option, minimum: float | None = None) -> Question:
    return Question(
        id=name,
        kind=kind,
        text="What?",
        why="Why.",
        unknown="Ask.",
        provisions=("Art. 1",),
        examples=("One.",),
        options=options,
        minimum=minimum,
        section="all",
    )


def option(name: str, *, alone: bool = False) -> Option:
    return Option(id=name, label=name, alone=alone)


QUESTIONS = (
    question("one", Kind.ONE_OF, option("a"), option("b"), option("c")),
    question("some", Kind.SEVERAL_OF, option("a"), option("b"), option("n", alone=True)),
    question("yes", Kind.YES_NO),
    question("count", Kind.NUMBER, minimum=0),
    question("day", Kind.DATE),
)

#: Every answer to a question that could matter to the tests below.
ALL_VALUES: Mapping[str, tuple[Value, ...]] = {
    "one": ("a", "b", "c"),
    "some": (("a",), ("b",), ("a", "b"), ("n",)),
    "yes": (True, False),
    "count": (0, 4, 5, 9, 10, 11),
    "day": ("2027-12-10", "2027-12-11", "2028-01-01"),
}
#: One value for each stretch between the limits, to count what the walk counts.
COUNTED: Mapping[str, int] = {"one": 3, "some": 4, "yes": 2, "count": 3, "day": 2}

tests = st.sampled_from(
    [
        AnswerTest(answer="one", equals="a"),
        AnswerTest(answer="one", one_of=("b", "c")),
        AnswerTest(answer="some", includes=("a",)),
        AnswerTest(answer="some", includes=("b", "n")),
        AnswerTest(answer="yes", equals=True),
        AnswerTest(answer="yes", equals=False),
        AnswerTest(answer="count", at_least=5),
        AnswerTest(answer="count", below=10),
        AnswerTest(answer="day", dated=DateRange(before=date(2027, 12, 11))),
    ]
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    tests,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(parts=tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(parts=tuple(parts))),
        inner.map(lambda part: Not(part=part)),
    ),
    max_leaves=5,
)


def finding(number: int, group: str, when: Condition) -> Finding:
    return Finding(
        id=f"{group}.{number}",
        group=group,
        value=f"v{number}",
        title="T",
        sentence="S.",
        when=when,
        provisions=("Art. 1",),
        act=Act.CRA,
    )


def questionnaire(roles: list[Condition], scopes: list[Condition]) -> Questionnaire:
    edition = Edition(
        id="2024-12-10",
        act=Act.CRA,
        title="T",
        applies_from=date(2024, 12, 10),
        groups=(Group(id="role", title="R"), Group(id="scope", title="S")),
    )
    findings = [finding(number, "role", when) for number, when in enumerate(roles)]
    findings += [finding(number, "scope", when) for number, when in enumerate(scopes)]
    section = Section(id="all", title="All")
    return Questionnaire(
        editions=(edition,), sections=(section,), questions=QUESTIONS, findings=tuple(findings)
    )


questionnaires = st.builds(
    questionnaire,
    st.lists(conditions, min_size=1, max_size=3),
    st.lists(conditions, min_size=1, max_size=2),
)


def all_answers() -> Iterator[dict[str, Value]]:
    for values in product(*ALL_VALUES.values()):
        yield dict(zip(ALL_VALUES, values, strict=True))


def asked_along(one: Questionnaire, answers: Mapping[str, Value]) -> tuple[tuple[str, ...], int]:
    """Return the questions asked with these answers, and how many before the roles were settled."""
    known: dict[str, Value] = {}
    until_settled = None
    while True:
        evaluation = Evaluation(one, known, DAY)
        roles = one.findings_of(Act.CRA, "role")
        if until_settled is None and all(evaluation.claim(role.id) is not None for role in roles):
            until_settled = len(known)
        following = open_questions(evaluation)
        if not following:
            assert until_settled is not None
            return tuple(known), until_settled
        name = following[0].question.id
        known[name] = answers[name]


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
    assert graph.all_of((a, FALSE)) == FALSE
    assert graph.all_of(()) == TRUE
    assert graph.opposite(graph.opposite(a)) == a
    assert graph.opposite(TRUE) == FALSE
    assert graph.questions(graph.any_of((a, b))) == {"yes", "one"}


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


def test_that_choices_of_several_are_all_sets_and_alone_stays_alone() -> None:
    several = question("some", Kind.SEVERAL_OF, *map(option, "abcd"), option("n", alone=True))
    test = AnswerTest(answer="some", includes=("a", "n"))
    found = choices_of(several, [test])
    valid = [set(one) for size in range(1, 5) for one in subsets("abcd", size)] + [{"n"}]
    passing = [one for one in valid if one & {"a", "n"}]
    assert {one.passed: one.size for one in found} == {
        1: len(passing),
        0: len(valid) - len(passing),
    }
    assert all(test.holds(one.value) == bool(one.passed) for one in found)


def test_that_many_options_are_no_burden() -> None:
    several = question("some", Kind.SEVERAL_OF, *(option(f"o{number}") for number in range(60)))
    found = choices_of(several, [AnswerTest(answer="some", includes=("o1",))])
    assert sum(one.size for one in found) == 2**60 - 1


def test_that_numbers_stay_within_their_bounds() -> None:
    bounded = question("count", Kind.NUMBER, minimum=0).model_copy(update={"maximum": 7.0})
    limits = [AnswerTest(answer="count", at_least=limit) for limit in (0, 2.5, 10)]
    assert [one.value for one in choices_of(bounded, limits)] == [0, 2.5]
    free = question("count", Kind.NUMBER)
    assert [one.value for one in choices_of(free, limits)] == [-1, 0, 2.5, 10]
    assert len(choices_of(free, [])) == 1


def test_that_above_tells_a_number_from_the_next_greater_one() -> None:
    test = AnswerTest(answer="count", above=1e25)
    found = choices_of(question("count", Kind.NUMBER, minimum=0), [test])
    assert [(one.value == 1e25, one.passed) for one in found] == [(False, 0), (False, 1)]
    assert test.holds(found[1].value)
    assert not test.holds(1e25)


def test_that_dates_stay_within_the_period() -> None:
    tests = [
        AnswerTest(answer="day", dated=DateRange(on_or_after=FIRST, before=DAY)),
        AnswerTest(answer="day", dated=DateRange(before=date.min)),
        AnswerTest(answer="count", below=3),
    ]
    days = [one.value for one in date_choices(tests[:1], FIRST, DAY)]
    assert days == ["2026-01-01"]
    assert {one.passed for one in date_choices(tests[:1])} == {0, 1}
    assert len(date_choices(tests)) == 2
    assert [one.value for one in choices_of(question("note", Kind.TEXT), [])] == ["text"]
