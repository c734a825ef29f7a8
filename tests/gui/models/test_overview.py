# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from tests.domain.example import assessment
from tests.two_acts import ALL, BOTH, TODAY

from actready.domain.answers import Value
from actready.domain.scoring import evaluate_subject
from actready.domain.terms import Act
from actready.gui.models.findings import Sign
from actready.gui.models.overview import ActOverview, Overview, overview


def view_of(boat: dict[str, Value]) -> Overview:
    shown = assessment({"org.people": 5}, boat)
    evaluation = evaluate_subject(BOTH, shown, shown.subjects[0], TODAY)
    return overview(shown, evaluation, "s1")


def pilot_of(boat: dict[str, Value]) -> ActOverview:
    return view_of(boat).acts[1]


def test_that_each_act_has_its_verdict_in_one_sentence() -> None:
    boats, pilot = view_of(ALL).acts
    assert (boats.act, boats.sentence) == (Act.CRA, "Harbour and Boat 1: manufacturer.")
    assert pilot.headline == "Provider and deployer"
    assert pilot.sentence.endswith("several roles for Boat 1 at once: provider and deployer.")
    assert (pilot.sign, pilot.status) == (Sign.ESTABLISHED, "Established")


def test_that_a_prohibited_practice_comes_first_with_its_date_and_what_to_do() -> None:
    (ban,) = view_of(ALL).bans
    assert ban.title == "Prohibited from 2 December 2026 by the Pilot Act"
    assert ban.text == "Tricks, Art. 5(1)(ba). Stop it."
    tiers = next(one for one in pilot_of(ALL).lines if one.title == "Tiers")
    assert tiers.sign is Sign.PROHIBITED
    assert view_of({**ALL, "pilot.does": ("tow",)}).bans == ()


def test_that_all_tiers_and_points_hold_at_once_with_their_dates() -> None:
    lines = {one.title: one.values for one in pilot_of(ALL).lines}
    assert lines == {
        "Scope": ("In",),
        "Tiers": (
            "Prohibited practice, from 2 December 2026",
            "High risk, towing, from 2 December 2027",
            "Notice, since 2 August 2026",
        ),
        "Place in the annexes": ("Annex III point 2: Towing",),
    }


def test_that_circumstances_are_listed_nowhere() -> None:
    view = view_of(ALL)
    titles = {one.title for act in view.acts for one in act.lines}
    titles |= {place.title for group in view.findings.places for place in group.places}
    assert "What else matters" not in titles


def test_that_verdicts_on_open_source_stand_side_by_side_with_the_failing_test() -> None:
    told = pilot_of(ALL).open_source
    assert [(one.sign, one.title, one.failing) for one in told] == [
        (Sign.ESTABLISHED, "Open plans", ()),
        (Sign.EXCLUDED, "Relief", ("Yes to tows.",)),
    ]
    told = pilot_of({**ALL, "pilot.does": ("talk",)}).open_source
    assert [(one.title, one.status, one.failing) for one in told] == [
        ("Open plans", "Established", ()),
        ("Relief", "Established", ("No to tows.",)),
    ]
    assert pilot_of({**ALL, "pilot.plans": "closed"}).open_source == ()


def test_that_what_is_open_names_the_answers_that_decide() -> None:
    pilot = pilot_of({"pilot.steers": True})
    assert (pilot.headline, pilot.status) == ("Not known yet", "")
    assert pilot.deciders[0].question == "pilot.part"
    assert pilot.more_deciders == "and 1 more answer"
    assert pilot.lines == ()
    pilot = pilot_of({"pilot.steers": True, "pilot.part": ("build",)})
    tiers = next(one for one in pilot.lines if one.title == "Tiers")
    assert (tiers.values, tiers.open_point) == ((), "Not known yet: 1 answer decides")


def test_that_without_a_role_scope_and_class_go_without_saying() -> None:
    pilot = pilot_of({**ALL, "pilot.steers": False})
    assert (pilot.headline, pilot.sign) == ("No role", Sign.ESTABLISHED)
    assert "Scope" not in {one.title for one in pilot.lines}


def test_that_duties_of_both_acts_are_counted_together() -> None:
    assert [one.summary for one in view_of(ALL).duties] == [
        "2 duties in force now",
        "1 duty from 24 November 2026",
        "1 duty from 2 December 2027",
    ]
