# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""From answers to findings and obligations; more answers never turn what is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.example import (
    EXAMPLE,
    FINDINGS,
    OBLIGATIONS,
    QUESTIONS,
    TODAY,
    assessment,
    evaluation,
)

from actready.domain.answers import DONT_KNOW, Value
from actready.domain.assessment import Answers, Assessment, Subject
from actready.domain.conditions import AnswerTest
from actready.domain.questionnaire import Fact, Option, Question, Questionnaire
from actready.domain.scoring import Evaluation, evaluate, evaluate_subject, urgency
from actready.domain.terms import ROLES, Act, Applies, Kind, Status, Urgency

LENDER: Mapping[str, Value] = {"boat_use": "lend", "boat_return": ("money",)}


def test_that_lending_for_money_makes_a_lender_and_nobody_else() -> None:
    lender = evaluation(**LENDER)
    assert lender.roles(Act.CRA) == ("manufacturer",)
    assert lender.possible_roles(Act.CRA) == ("manufacturer",)
    assert lender.value(Act.CRA, "scope") == "in"


def test_that_sailing_alone_leads_to_no_role() -> None:
    sailor = evaluation(boat_use="sail")
    assert sailor.roles(Act.CRA) == ("none",)
    assert sailor.value(Act.CRA, "scope") == "out"


def test_that_without_answers_every_role_is_possible_and_none_established() -> None:
    nothing = evaluation()
    assert nothing.roles(Act.CRA) == ()
    assert nothing.possible_roles(Act.CRA) == ("manufacturer", "steward", "none")
    assert nothing.value(Act.CRA, "scope") == "undetermined"


def test_that_dont_know_keeps_open_what_it_decides() -> None:
    unsure = evaluation(boat_use="lend", boat_return=("nothing",), org_club=DONT_KNOW)
    assert unsure.roles(Act.CRA) == ()
    assert unsure.possible_roles(Act.CRA) == ("steward", "none")


def test_that_an_act_without_a_questionnaire_leaves_all_its_roles_possible() -> None:
    assert evaluation(**LENDER).roles(Act.AI_ACT) == ()
    assert evaluation(**LENDER).possible_roles(Act.AI_ACT) == ROLES[Act.AI_ACT]


def test_that_obligations_apply_may_apply_or_do_not() -> None:
    applies = {one.id: value for one, value in evaluation(**LENDER).obligations}
    assert applies == {
        "duty.papers": Applies.MAYBE,
        "duty.flag": Applies.YES,
        "duty.host": Applies.NO,
    }
    large = evaluation(**LENDER, boat_length=24)
    assert large.applies(OBLIGATIONS[0]) is Applies.YES


def test_that_values_are_listed_by_status() -> None:
    lender = evaluation(**LENDER)
    assert lender.values(Act.CRA, "role", Status.EXCLUDED) == ("steward", "none")
    assert lender.status(FINDINGS[0]) is Status.ESTABLISHED


def test_that_a_subject_sees_the_answers_of_the_organisation() -> None:
    free: Mapping[str, Value] = {"boat.use": "lend", "boat.return": ("nothing",)}
    club = assessment({"org.club": True}, free, {"boat.use": "sail"})
    first, second = evaluate(EXAMPLE, club, TODAY)
    assert first.subject.name == "Boat 1"
    assert first.evaluation.roles(Act.CRA) == ("steward",)
    assert second.evaluation.roles(Act.CRA) == ("none",)


def test_that_the_organisation_alone_has_its_size_and_no_role() -> None:
    club = assessment({"org.people": 9}, {"boat.use": "sail"})
    alone = evaluate_subject(EXAMPLE, club, None, TODAY)
    assert alone.value(Act.COMMON, "size") == "small"
    assert alone.roles(Act.CRA) == ()


@pytest.mark.parametrize(
    ("begins", "as_of", "expected"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), Urgency.IN_FORCE),
        (date(2026, 11, 24), date(2026, 11, 23), Urgency.WITHIN_12_MONTHS),
        (date(2027, 11, 23), date(2026, 11, 23), Urgency.WITHIN_12_MONTHS),
        (date(2027, 11, 24), date(2026, 11, 23), Urgency.LATER),
        (date(2029, 2, 28), date(2028, 2, 29), Urgency.WITHIN_12_MONTHS),
        (date(2029, 3, 1), date(2028, 2, 29), Urgency.LATER),
    ],
)
def test_that_twelve_months_are_counted_by_the_calendar(
    begins: date, as_of: date, expected: Urgency
) -> None:
    assert urgency(begins, as_of) is expected


def values_of(question: Question) -> st.SearchStrategy[Value]:
    match question.kind:
        case Kind.YES_NO:
            known: st.SearchStrategy[Value] = st.booleans()
        case Kind.ONE_OF:
            known = st.sampled_from([one.id for one in question.options])
        case Kind.SEVERAL_OF:
            known = st.sampled_from([("money",), ("favours",), ("money", "favours"), ("nothing",)])
        case Kind.NUMBER:
            known = st.integers(1, 400)
        case Kind.DATE:
            known = st.dates().map(date.isoformat)
        case Kind.TEXT:
            known = st.text(max_size=5)
    return st.one_of(known, st.just(DONT_KNOW))


ANSWERS = st.fixed_dictionaries({}, optional={one.id: values_of(one) for one in QUESTIONS})


@given(ANSWERS, st.data())
def test_that_one_more_answer_never_turns_a_claim_that_is_decided(
    answers: dict[str, Value], data: st.DataObject
) -> None:
    open_ = [one for one in QUESTIONS if answers.get(one.id, DONT_KNOW) == DONT_KNOW]
    if not open_:
        return
    question = data.draw(st.sampled_from(open_))
    more = {**answers, question.id: data.draw(values_of(question))}
    before = Evaluation(EXAMPLE, answers, TODAY)
    after = Evaluation(EXAMPLE, more, TODAY)
    for claim_id in EXAMPLE.claim_by_id:
        if before.claim(claim_id) is not None:
            assert after.claim(claim_id) is before.claim(claim_id)


@given(ANSWERS)
def test_that_dont_know_and_no_answer_mean_the_same(answers: dict[str, Value]) -> None:
    known = {key: value for key, value in answers.items() if value != DONT_KNOW}
    first, second = (Evaluation(EXAMPLE, one, TODAY) for one in (answers, known))
    assert all(first.claim(one) is second.claim(one) for one in EXAMPLE.claim_by_id)


def test_that_an_answer_that_no_longer_fits_its_question_counts_as_unanswered() -> None:
    question = Question(
        id="q",
        kind=Kind.ONE_OF,
        text="Which?",
        why="w",
        unknown="u",
        provisions=("CRA Art. 1",),
        examples=("e",),
        options=(Option(id="a", label="A"), Option(id="b", label="B")),
    )
    fact = Fact(
        id="f",
        text="It is a.",
        otherwise="It is not a.",
        when=AnswerTest(answer="q", equals="a"),
        provisions=("CRA Art. 1",),
    )
    questionnaire = Questionnaire(editions=(), questions=(question,), facts=(fact,))

    def truth(values: dict[str, Value]) -> bool | None:
        subject = Subject("s", "S", answers=Answers(values=values))
        evaluation = evaluate_subject(questionnaire, Assessment(), subject, date(2028, 1, 1))
        return evaluation.claim("f")

    assert truth({"q": "b"}) is False
    assert truth({"q": "dropped_option"}) is None
    assert truth({"q": True, "unknown_question": 1}) is None
