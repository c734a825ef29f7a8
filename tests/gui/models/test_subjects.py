# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from collections.abc import Callable

from tests.domain.example import EXAMPLE, TODAY, assessment
from tests.two_acts import ALL, BOTH

from actready.domain.answers import Value
from actready.domain.assessment import Assessment
from actready.domain.scoring import Evaluation, evaluate_subject
from actready.gui.models.findings import Sign
from actready.gui.models.subjects import SubjectsView, subjects_view

LENT: dict[str, Value] = {"boat.use": "lend", "boat.return": ("money",), "boat.length": 30}


def evaluator(of: Assessment) -> Callable[[str | None], Evaluation]:
    def evaluate(subject_id: str | None) -> Evaluation:
        subject = of.subject(subject_id) if subject_id else None
        return evaluate_subject(EXAMPLE, of, subject, TODAY)

    return evaluate


def view_of(shown: Assessment) -> SubjectsView:
    return subjects_view(shown, evaluator(shown))


def test_that_every_subject_has_its_own_role() -> None:
    view = view_of(assessment({}, LENT, {"boat.use": "sail"}, {}))
    assert [(row.name, row.roles[0].headline) for row in view.rows] == [
        ("Boat 1", "Manufacturer"),
        ("Boat 2", "None"),
        ("Boat 3", "Not known yet"),
    ]
    assert view.acts == ("Boats Act",)


def test_that_an_established_role_says_its_last_reason_and_its_provision() -> None:
    role = view_of(assessment({}, LENT)).rows[0].roles[0]
    assert (role.sign, role.status) == (Sign.ESTABLISHED, "Established")
    assert role.reason == "Yes to lends_for_return."
    assert role.provisions == ("Art. of manufacturer",)


def test_that_an_open_role_says_what_is_possible_and_how_many_answers_decide() -> None:
    role = view_of(assessment({}, {"boat.use": "lend", "boat.return": ("nothing",)})).rows[0].roles
    assert role[0].reason == "Still possible: Steward, None. 1 answer can still decide."
    assert role[0].provisions == ()
    assert role[0].status == ""


def test_that_a_row_leads_to_questions_without_an_answer_before_the_unknown_ones() -> None:
    row = view_of(assessment({}, {"boat.use": "lend", "boat.return": "dont_know"})).rows[0]
    assert row.next_question == "org.club"
    assert row.open_points == "1 answer unknown, 1 question open"
    assert row.is_unfinished
    assert row.has_unknown


def test_that_a_finished_subject_has_no_open_points() -> None:
    row = view_of(assessment({"org.people": 5}, {"boat.use": "sail"})).rows[0]
    assert row.next_question is None
    assert row.open_points == ""
    assert not row.is_unfinished


def test_that_duties_come_with_their_next_dates() -> None:
    row = view_of(assessment({}, LENT)).rows[0]
    assert row.duties == "2 duties"
    assert [(one.sign, one.text) for one in row.dates] == [
        (Sign.IN_FORCE, "1 in force since 23\u00a0Nov\u00a02026"),
        (Sign.WITHIN_12_MONTHS, "1 from 24\u00a0Nov\u00a02026"),
    ]


def test_that_duties_that_may_apply_are_said_to_be_so() -> None:
    undecided = view_of(assessment({}, {})).rows[0]
    assert (undecided.duties, undecided.dates) == ("3 duties may apply", ())
    partly = view_of(assessment({}, {"boat.use": "lend", "boat.return": ("money",)})).rows[0]
    assert (partly.duties, partly.dates[-1].sign) == ("1 duty", Sign.MAY_APPLY)


def test_that_there_are_at_most_two_notices_and_the_due_comes_first() -> None:
    unknown: dict[str, Value] = {"boat.use": "dont_know"}
    view = view_of(assessment({}, unknown, LENT, LENT, unknown))
    assert [(one.sign, one.subject) for one in view.notices] == [
        (Sign.IN_FORCE, "s2"),
        (Sign.UNDETERMINED, "s1"),
    ]
    due, open_point = view.notices
    assert due.title == "1 duty is already in force for Boat 2"
    assert due.question is None
    assert open_point.title == "1 unknown answer leaves a result open for Boat 1"
    assert open_point.question == "boat.use"


def test_that_nothing_is_noticed_where_nothing_is_due_or_unknown() -> None:
    assert view_of(assessment({}, {}, {"boat.use": "sail"})).notices == ()


def test_that_the_size_of_the_organisation_is_said_only_when_it_is_known() -> None:
    assert view_of(assessment({}, {})).summary.startswith("Size not known yet · 1 subject · ")
    assert view_of(assessment({"org.people": 5})).summary.startswith("Small · 0 subjects · ")


def both(*boats: dict[str, Value]) -> SubjectsView:
    shown = assessment({}, *boats)

    def evaluate(subject_id: str | None) -> Evaluation:
        subject = shown.subject(subject_id) if subject_id else None
        return evaluate_subject(BOTH, shown, subject, TODAY)

    return subjects_view(shown, evaluate)


def test_that_both_acts_have_their_role_and_tiers_in_one_row() -> None:
    boats, pilot = both(ALL).rows[0].roles
    assert (boats.name, boats.headline, boats.tiers) == ("Boats", "Manufacturer", "")
    assert (pilot.name, pilot.headline) == ("Pilot", "Provider and deployer")
    assert pilot.tiers == "Prohibited practice; High risk, towing; Notice"
    assert pilot.ban == "Prohibited from 2 December 2026"


def test_that_dates_of_both_acts_stand_in_order_and_name_their_act() -> None:
    assert [one.text for one in both(ALL).rows[0].dates] == [
        "2 in force since 2\u00a0Aug\u00a02026 (Boats, Pilot)",
        "1 from 24\u00a0Nov\u00a02026 (Boats)",
    ]


def test_that_neither_a_minimal_tier_nor_no_role_is_shown_while_it_is_open() -> None:
    open_row = both({"pilot.steers": True, "pilot.does": ("nothing",)}).rows[0]
    for role in open_row.roles:
        assert (role.headline, role.tiers, role.ban) == ("Not known yet", "", "")


def test_that_a_prohibited_practice_is_the_first_notice() -> None:
    lender = {**LENT, "pilot.steers": False}
    first = both(lender, ALL).notices[0]
    assert first.title == "Prohibited from 2 December 2026 by the Pilot: a practice of Boat 2"
    assert (first.text, first.subject) == ("Tricks, Art. 5(1)(ba)", "s2")
