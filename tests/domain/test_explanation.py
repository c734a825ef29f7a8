# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a finding holds, and what can still decide it, on the small law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.example import (
    EXAMPLE,
    FACTS,
    FINDINGS,
    OLD_FACT_NOTE,
    QUESTIONS,
    TODAY,
    evaluation,
    fact,
    finding,
)

from actready.domain.answers import DONT_KNOW, Value
from actready.domain.explanation import (
    asked_questions,
    deciders,
    is_settled,
    open_questions,
    reasons,
)
from actready.domain.questionnaire import Finding, Questionnaire
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act

LENDER: Mapping[str, Value] = {"boat_use": "lend", "boat_return": ("money",)}
HOST: Mapping[str, Value] = {"boat_use": "lend", "boat_return": ("nothing",), "org_club": True}


def of(finding_id: str) -> Finding:
    return cast("Finding", EXAMPLE.claim_by_id[finding_id])


def told(evaluation_: Evaluation, finding_id: str) -> list[tuple[tuple[str, ...], str]]:
    """Return the steps as (questions, text)."""
    return [
        (tuple(question for question, _answer in step.given), " ".join(step.texts))
        for step in reasons(evaluation_, of(finding_id))
    ]


def with_claims(*claims: object, **answers: Value) -> Evaluation:
    """Evaluate other facts and findings over the questions of the example."""
    questionnaire = EXAMPLE.model_copy(
        update={
            "facts": tuple(one for one in claims if not isinstance(one, Finding)),
            "findings": tuple(one for one in claims if isinstance(one, Finding)),
            "obligations": (),
        }
    )
    fresh = Questionnaire.model_validate(questionnaire.model_dump(by_alias=True))
    return Evaluation(fresh, {k.replace("_", ".", 1): v for k, v in answers.items()}, TODAY)


def test_that_each_step_names_its_answers_and_a_sum_joins_the_last() -> None:
    assert told(evaluation(**LENDER), "role.lender") == [
        (("boat.use",), "Yes to lends."),
        (("boat.return",), "Yes to earns. Yes to lends_for_return."),
    ]


def test_that_a_step_carries_its_answer_and_its_provisions() -> None:
    first, second = reasons(evaluation(**LENDER), of("role.lender"))
    assert first.given == (("boat.use", "lend"),)
    assert first.provisions == ("Art. of lends",)
    assert second.given == (("boat.return", ("money",)),)
    assert second.provisions == ("Art. of earns", "Art. of lends_for_return")


def test_that_what_rules_out_a_finding_is_one_decisive_step() -> None:
    assert told(evaluation(**LENDER), "role.host") == [(("boat.return",), "Yes to earns.")]
    assert told(evaluation(boat_use="sail"), "role.host") == [(("boat.use",), "No to lends.")]


def test_that_an_open_finding_tells_what_is_known_so_far() -> None:
    known = evaluation(boat_use="lend", org_club=DONT_KNOW)
    assert told(known, "role.host") == [(("boat.use",), "Yes to lends.")]
    assert told(evaluation(), "role.host") == []
    assert told(evaluation(boat_use="lend"), "role.lender") == [(("boat.use",), "Yes to lends.")]


def test_that_a_finding_over_another_ends_with_the_answers_of_the_other() -> None:
    claims = (
        finding("small", "size", "small", {"answer": "org.people", "below": 10}),
        finding("f", "role", "none", {"finding": "small"}),
    )
    result = with_claims(*claims, org_people=9)
    (step,) = reasons(result, result.questionnaire.findings[1])
    assert step.given == (("org.people", 9),)
    assert step.texts == ("{organisation} and {subject}: none.",)


def test_that_a_finding_over_an_answer_ends_with_its_own_sentence() -> None:
    small = evaluation(org_people=9)
    (step,) = reasons(small, of("size.small"))
    assert step.given == (("org.people", 9),)
    assert step.texts == ("{organisation} and {subject}: small.",)
    assert reasons(small, of("size.large")) == ()


def test_that_a_finding_rests_on_settled_law_only_if_every_step_does() -> None:
    host = evaluation(**HOST)
    assert not is_settled(host, of("role.host"))
    assert [step.note for step in reasons(host, of("role.host"))][-1] == OLD_FACT_NOTE
    assert is_settled(evaluation(**LENDER), of("role.lender"))


def test_that_what_is_open_about_a_fact_does_not_matter_where_it_fails() -> None:
    no_club = evaluation(**{**HOST, "org_club": False})
    assert no_club.roles(Act.CRA) == ("none",)
    assert is_settled(no_club, of("role.host"))


def test_that_a_step_without_words_is_left_out() -> None:
    claims = (
        fact("whole", {"any": [{"fact": "lends"}, {"fact": "earns"}]}, otherwise=""),
        FACTS[0],
        FACTS[1],
        finding("f", "role", "none", {"not": {"fact": "whole"}}),
    )
    result = with_claims(*claims, boat_use="sail", boat_return=("nothing",))
    steps = reasons(result, result.questionnaire.findings[0])
    assert [step.texts for step in steps] == [("No to lends.",), ("No to earns.",)]


def test_that_a_fact_on_answers_already_told_that_fails_goes_without_saying() -> None:
    claims = (
        FACTS[0],
        fact("sails", {"answer": "boat.use", "is": "sail"}),
        finding("f", "role", "none", {"all": [{"fact": "lends"}, {"not": {"fact": "sails"}}]}),
    )
    result = with_claims(*claims, boat_use="lend")
    steps = reasons(result, result.questionnaire.findings[0])
    assert [step.texts for step in steps] == [("Yes to lends.",)]


def test_that_a_fact_is_told_once_even_if_two_ways_lead_to_it() -> None:
    claims = (
        FACTS[0],
        finding("f", "role", "none", {"all": [{"fact": "lends"}, {"any": [{"fact": "lends"}]}]}),
    )
    result = with_claims(*claims, boat_use="lend")
    assert len(reasons(result, result.questionnaire.findings[0])) == 1


def test_that_a_fact_about_the_date_alone_is_a_step_without_answers() -> None:
    claims = (
        fact("now", {"as_of": {"before": "2027-01-01"}}),
        finding("f", "role", "none", {"fact": "now"}),
    )
    result = with_claims(*claims)
    (step,) = reasons(result, result.questionnaire.findings[0])
    assert (step.given, step.texts) == ((), ("Yes to now.",))


def test_that_a_negative_reason_is_preferred_where_several_decide() -> None:
    claims = (
        FACTS[0],
        FACTS[1],
        finding("f", "role", "none", {"any": [{"fact": "lends"}, {"not": {"fact": "earns"}}]}),
    )
    result = with_claims(*claims, boat_use="lend", boat_return=("nothing",))
    steps = reasons(result, result.questionnaire.findings[0])
    assert [step.texts for step in steps] == [("No to earns.",)]


def test_that_notes_of_joined_steps_are_kept_once_each() -> None:
    note = {"settled": False, "note": "Open."}
    claims = (
        fact("lends", {"answer": "boat.use", "is": "lend"}, **note),
        fact("same", {"fact": "lends"}, otherwise="", **note),
        finding("f", "role", "none", {"fact": "same"}),
    )
    result = with_claims(*claims, boat_use="lend")
    (step,) = reasons(result, result.questionnaire.findings[0])
    assert (step.settled, step.note) == (False, "Open.")


def test_that_only_questions_that_can_still_decide_are_open() -> None:
    conditions = [of("role.host").when]
    assert deciders(evaluation(), conditions) == {"boat.use", "boat.return", "org.club"}
    assert deciders(evaluation(boat_use="lend"), conditions) == {"boat.return", "org.club"}
    assert deciders(evaluation(boat_use="sail"), conditions) == frozenset()


def test_that_the_question_that_decides_most_comes_first_and_size_last() -> None:
    asked = open_questions(evaluation())
    assert [one.question.id for one in asked] == [
        "boat.use",
        "boat.return",
        "org.club",
        "org.people",
    ]
    assert [one.id for one in asked[-1].findings] == ["size.small", "size.large"]


def test_that_open_questions_can_be_limited_to_one_act() -> None:
    common = open_questions(evaluation(), Act.COMMON)
    assert [one.question.id for one in common] == ["org.people"]


def test_that_a_question_answered_with_dont_know_stays_open_and_says_so() -> None:
    asked = open_questions(evaluation(**{**HOST, "org_club": DONT_KNOW}), Act.CRA)
    assert [(one.question.id, one.dont_know) for one in asked] == [("org.club", True)]
    assert {one.id for one in asked[0].findings} == {
        "role.host",
        "role.none",
        "scope.in",
        "scope.out",
    }


def test_that_a_finding_of_an_unlisted_group_counts_as_one_of_the_subject() -> None:
    claims = (finding("f", "colour", "red", {"answer": "boat.name", "is": "red"}),)
    assert [one.question.id for one in open_questions(with_claims(*claims))] == ["boat.name"]


def test_that_a_question_that_became_irrelevant_leaves_the_road() -> None:
    stale = evaluation(boat_use="sail", boat_return=("money",), boat_name="Seagull")
    assert [one.id for one in asked_questions(stale)] == ["org.people", "boat.use"]


def test_that_the_road_keeps_answers_that_mattered_and_shows_what_is_open() -> None:
    road = asked_questions(evaluation(org_club=True, boat_use="lend"))
    assert [one.id for one in road] == ["org.club", "org.people", "boat.use", "boat.return"]


@given(st.data())
def test_that_answering_what_is_open_settles_everything(data: st.DataObject) -> None:
    answers: dict[str, Value] = {}
    known: dict[str, list[Value]] = {
        "org.club": [True, False], "org.people": [3, 30], "boat.use": ["lend", "sail"],
        "boat.return": [("money",), ("nothing",)],
    }  # fmt: skip
    for _turn in QUESTIONS:
        asked = open_questions(Evaluation(EXAMPLE, answers, TODAY))
        if not asked:
            break
        question_id = asked[0].question.id
        answers[question_id] = data.draw(st.sampled_from(known[question_id]))
    settled = Evaluation(EXAMPLE, answers, TODAY)
    assert all(settled.claim(one.id) is not None for one in FINDINGS)
