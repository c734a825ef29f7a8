# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from tests.domain.example import EXAMPLE, TODAY, assessment
from tests.two_acts import ALL, BOTH, of

from actready.domain.questionnaire import Questionnaire
from actready.domain.scoring import Evaluation, evaluate_subject
from actready.domain.terms import Act
from actready.gui.models.duties_by_act import act_choices, of_act
from actready.gui.models.duty_notes import question_serves
from actready.gui.models.readiness import DutiesView, duties_view


def view_of(law: Questionnaire = BOTH) -> tuple[Evaluation, DutiesView]:
    shown = assessment({}, ALL if law is BOTH else {"boat.use": "lend", "boat.return": ("money",)})
    evaluation = evaluate_subject(law, shown, shown.subjects[0], TODAY)
    return evaluation, duties_view(shown, evaluation, "s1")


def titles(view: DutiesView) -> list[str]:
    return [row.title for section in view.sections for row in section.rows]


def test_that_duties_of_both_acts_stand_in_one_order_of_work() -> None:
    assert titles(view_of()[1]) == ["Notice", "Papers of Boat 1", "Show a flag", "Logbook"]


def test_that_each_duty_names_its_act_and_both_dates_where_they_differ() -> None:
    notes = {row.title: row.notes for one in view_of()[1].sections for row in one.rows}
    assert notes["Notice"] == ("Pilot · In force since 2 August 2026",)
    assert notes["Logbook"] == (
        "Pilot · Formally since 2 August 2026, in effect from 2 December 2027",
        "Also serves Boats: Show a flag.",
    )


def test_that_one_act_can_be_shown_alone_with_its_own_counts() -> None:
    evaluation, every = view_of()
    assert [(one.act, one.title) for one in act_choices(evaluation, every)] == [
        (None, "Both acts"),
        (Act.CRA, "Boats Act (2)"),
        (Act.AI_ACT, "Pilot Act (2)"),
    ]
    alone = of_act(evaluation, every, Act.AI_ACT)
    assert titles(alone) == ["Notice", "Logbook"]
    assert alone.total == "2 duties in all"
    assert [one.summary for one in alone.sections] == [
        "1 duty, since 2 August 2026",
        "Nothing new begins to apply",
        "1 duty, from 2 December 2027",
    ]
    assert of_act(evaluation, every, None) == every


def test_that_with_one_act_there_is_nothing_to_choose_and_no_act_to_name() -> None:
    evaluation, every = view_of(EXAMPLE)
    assert act_choices(evaluation, every) == ()
    assert {row.notes for one in every.sections for row in one.rows} == {()}


def test_that_a_question_names_all_duties_it_serves_when_they_come_from_two_acts() -> None:
    text = question_serves(of(ALL), "ready.log")
    assert text == "Serves Boats: Show a flag; Pilot: Logbook."
    assert question_serves(of({**ALL, "pilot.does": ("talk",)}), "ready.log") == ""
