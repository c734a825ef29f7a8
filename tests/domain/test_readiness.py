# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far duties are met: nothing is taken for met without an answer, and unknown stays unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from tests.domain.example import EXAMPLE, TODAY, evaluation, finding, obligation, question

from actready.domain import readiness
from actready.domain.answers import Value
from actready.domain.explanation import asked_questions, open_readiness
from actready.domain.questionnaire import Effort, Obligation, Questionnaire
from actready.domain.readiness import (
    counts,
    counts_by_theme,
    listed,
    order_of_work,
    status,
    typical_effort,
)
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Applies, Nature, Readiness, Theme

LENDER: Mapping[str, Value] = {"boat_use": "lend", "boat_return": ("money",)}
LENDS: Mapping[str, Value] = {"boat.use": "lend", "boat.return": ("money",)}
OPTIONS = ("done", "partly", "open", "not_applicable")
LENDER_ROLE = {"finding": "role.lender"}


def duty(name: str, day: str, **more: object) -> Obligation:
    return obligation(name, LENDER_ROLE, day).model_copy(update=more)


def ready(duties: Sequence[Obligation], **answers: Value) -> Evaluation:
    """Evaluate a lender with these duties; ``one`` answers the question ``ready.one``."""
    names = sorted({name for one in duties for name in one.readiness})
    asked = (question(name, "one_of", *OPTIONS, section="boat", act="cra") for name in names)
    questionnaire = Questionnaire(
        editions=EXAMPLE.editions,
        sections=EXAMPLE.sections,
        questions=(*EXAMPLE.questions, *asked),
        facts=EXAMPLE.facts,
        findings=EXAMPLE.findings,
        obligations=tuple(duties),
    )
    given = {f"ready.{name}": value for name, value in answers.items()}
    return Evaluation(questionnaire, {**LENDS, **given}, TODAY)


def test_that_without_a_readiness_question_the_status_is_unknown() -> None:
    alone = duty("duty.papers", "2026-01-01")
    assert status(ready([alone]), alone, Applies.YES) is Readiness.UNKNOWN
    assert status(ready([alone]), alone, Applies.MAYBE) is Readiness.UNKNOWN
    assert status(ready([alone]), alone, Applies.NO) is Readiness.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("done", "done", Readiness.MET),
        ("done", "partly", Readiness.PARTLY),
        ("done", "open", Readiness.PARTLY),
        ("partly", "partly", Readiness.PARTLY),
        ("open", "open", Readiness.OPEN),
        ("done", "dont_know", Readiness.UNKNOWN),
        ("open", "dont_know", Readiness.UNKNOWN),
        ("done", "not_applicable", Readiness.MET),
        ("open", "not_applicable", Readiness.OPEN),
        ("not_applicable", "not_applicable", Readiness.NOT_APPLICABLE),
        ("not_applicable", "dont_know", Readiness.UNKNOWN),
        ("done", "dropped_option", Readiness.UNKNOWN),
        ("done", True, Readiness.UNKNOWN),
    ],
)
def test_that_the_status_joins_the_answers(one: Value, two: Value, expected: Readiness) -> None:
    both = duty("duty.papers", "2026-01-01", readiness=("ready.one", "ready.two"))
    assert status(ready([both], one=one, two=two), both, Applies.YES) is expected


def test_that_one_unanswered_question_leaves_the_whole_unknown() -> None:
    both = duty("duty.papers", "2026-01-01", readiness=("ready.one", "ready.two"))
    assert status(ready([both], one="done"), both, Applies.YES) is Readiness.UNKNOWN


def test_that_only_what_applies_or_may_apply_is_listed() -> None:
    lender = evaluation(**LENDER)
    assert [one.id for one, _applies in listed(lender, Act.CRA)] == ["duty.papers", "duty.flag"]
    everything = listed(lender, Act.CRA, everything=True)
    assert [one.id for one, _applies in everything] == ["duty.papers", "duty.flag", "duty.host"]
    assert listed(lender, Act.AI_ACT) == ()


def test_that_only_what_applies_is_counted_unless_one_asks_for_more() -> None:
    lender = evaluation(**LENDER)
    assert counts(lender) == {one: int(one is Readiness.UNKNOWN) for one in Readiness}
    both = counts(lender, Applies.YES, Applies.MAYBE)
    assert both == {one: 2 * (one is Readiness.UNKNOWN) for one in Readiness}
    assert sum(counts(lender, Applies.MAYBE).values()) == 1


def test_that_duties_are_counted_by_theme_in_a_fixed_order() -> None:
    duties = [
        duty("bare", "2026-01-01"),
        duty("users", "2026-01-01", theme=Theme.USERS, readiness=("ready.users",)),
        duty("report", "2026-01-01", theme=Theme.REPORTING, readiness=("ready.report",)),
        duty("again", "2026-01-01", theme=Theme.REPORTING),
        duty("free", "2026-01-01", theme=Theme.DESIGN, nature=Nature.OPTION),
    ]
    evaluated = ready(duties, users="done", report="partly")
    assert [
        (one.theme, {status.value: number for status, number in one.counts.items() if number})
        for one in counts_by_theme(evaluated)
    ] == [
        (Theme.REPORTING, {"partly": 1, "unknown": 1}),
        (Theme.USERS, {"met": 1}),
        (None, {"unknown": 1}),
    ]
    assert counts_by_theme(evaluated, Act.CRA) == counts_by_theme(evaluated)
    assert counts_by_theme(evaluated, Act.AI_ACT) == ()
    assert counts_by_theme(Evaluation(evaluated.questionnaire, {}, TODAY)) == ()


EFFORT = Effort(micro=(1, 2), small=(4, 12), medium=(10, 40), source="A guess")


@pytest.mark.parametrize(
    ("size", "expected"),
    [("micro", (1, 2)), ("small", (4, 12)), ("medium", (10, 40)), ("large", None), ("", None)],
)
def test_that_the_typical_effort_is_that_of_the_size_of_the_firm(
    size: str, expected: tuple[float, float] | None
) -> None:
    findings = [finding("size", "size", size, {"answer": "org.club", "is": True}, act="common")]
    law = Questionnaire(
        editions=EXAMPLE.editions,
        sections=EXAMPLE.sections,
        questions=EXAMPLE.questions,
        facts=EXAMPLE.facts,
        findings=tuple(findings),
    )
    of_size = Evaluation(law, {"org.club": True}, TODAY)
    assert typical_effort(of_size, duty("papers", "2026-01-01", effort=EFFORT)) == expected
    assert typical_effort(of_size, duty("papers", "2026-01-01")) is None
    unknown = Evaluation(law, {}, TODAY)
    assert typical_effort(unknown, duty("papers", "2026-01-01", effort=EFFORT)) is None


def test_that_the_order_of_work_is_urgency_then_date_then_weight() -> None:
    duties = [
        duty("later", "2028-01-01"),
        duty("near.light", "2027-05-01"),
        duty("near.heavy", "2027-05-01", weight=3),
        duty("now", "2026-01-01"),
    ]
    found = [one.id for one in order_of_work(ready(duties))]
    assert found == ["now", "near.heavy", "near.light", "later"]


def test_that_what_a_duty_depends_on_comes_before_it() -> None:
    duties = [
        duty("now", "2026-01-01", depends_on=("basis", "elsewhere")),
        duty("basis", "2028-01-01", depends_on=("deeper",)),
        duty("deeper", "2028-01-01"),
        duty("also", "2026-01-02", depends_on=("basis",)),
    ]
    found = [one.id for one in order_of_work(ready(duties))]
    assert found == ["deeper", "basis", "now", "also"]


def test_that_what_is_met_or_does_not_apply_is_no_work() -> None:
    met = duty("met", "2026-01-01", readiness=("ready.met",))
    gap = duty("gap", "2026-01-01", readiness=("ready.gap",))
    none = duty("none", "2026-01-01", readiness=("ready.none",))
    evaluated = ready([met, gap, none], met="done", gap="partly", none="not_applicable")
    assert [one.id for one in order_of_work(evaluated)] == ["gap"]


def test_that_readiness_questions_are_asked_once_their_duty_applies() -> None:
    papers = duty("papers", "2026-01-01", readiness=("ready.papers",))
    asked = [one.id for one in asked_questions(ready([papers]))]
    assert asked[-1] == "ready.papers"
    nobody = Evaluation(ready([papers]).questionnaire, {"boat.use": "sail"}, TODAY)
    assert "ready.papers" not in [one.id for one in asked_questions(nobody)]
    assert readiness.questions(nobody) == ()


def test_that_open_readiness_begins_with_the_most_urgent_duty() -> None:
    duties = [
        duty("later", "2028-01-01", readiness=("ready.a", "ready.b")),
        duty("now", "2026-01-01", readiness=("ready.b", "ready.c")),
    ]
    found = open_readiness(ready(duties, c="done", a="dont_know"))
    assert [(one.question.id, one.dont_know) for one in found] == [
        ("ready.b", False),
        ("ready.a", True),
    ]
    assert [[duty.id for duty in one.duties] for one in found] == [["now", "later"], ["later"]]
    assert open_readiness(ready(duties), Act.AI_ACT) == ()
    assert len(open_readiness(ready(duties), Act.CRA)) == 3
