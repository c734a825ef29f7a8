# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import date

from tests.two_acts import ALL, BOTH, TODAY, of

from actready.domain.terms import Act
from actready.domain.verdict import verdict
from actready.report import verdicts

NAMES = ("Harbour", "Cutter")
LOGBOOK = next(one for one in BOTH.obligations if one.id == "duty.logbook")
FLAG = next(one for one in BOTH.obligations if one.id == "duty.flag")


def test_that_several_roles_make_one_heading_and_one_sentence() -> None:
    found = verdict(of(ALL), Act.AI_ACT)
    assert verdicts.roles_in_short(found, NAMES) == "Provider and deployer"
    assert (
        verdicts.in_a_sentence(found, NAMES)
        == "Harbour has several roles for Cutter at once: provider and deployer."
    )


def test_that_an_open_role_is_said_to_be_undetermined_and_never_none() -> None:
    found = verdict(of({"pilot.steers": True, "pilot.part": "dont_know"}), Act.AI_ACT)
    assert verdicts.roles_in_short(found, NAMES) == ""
    assert verdicts.in_a_sentence(found, NAMES).startswith("The role is undetermined: ")


def test_that_all_tiers_stand_in_one_line_and_open_ones_are_counted() -> None:
    assert (
        verdicts.tiers_in_short(verdict(of(ALL), Act.AI_ACT), NAMES)
        == "Prohibited practice; High risk, towing; Notice"
    )
    assert verdicts.tiers_in_short(verdict(of({}), Act.AI_ACT), NAMES) == ""


def test_that_a_ban_has_its_date_before_and_after_it_applies() -> None:
    found = verdict(of(ALL), Act.AI_ACT)
    assert verdicts.ban_in_words(found, TODAY) == "Prohibited from 2 December 2026"
    later = date(2026, 12, 2)
    found = verdict(of(ALL, later), Act.AI_ACT)
    assert verdicts.ban_in_words(found, later) == "Prohibited since 2 December 2026"
    assert verdicts.banned_points(found, NAMES) == "Tricks, Art. 5(1)(ba)"
    assert verdicts.ban_in_words(verdict(of({}), Act.AI_ACT), TODAY) == ""


def test_that_tiers_say_from_when_anything_follows_from_them() -> None:
    evaluation = of(ALL)
    tiers = verdict(evaluation, Act.AI_ACT).tiers
    assert [verdicts.dated(evaluation, one, NAMES) for one in tiers] == [
        "Prohibited practice, from 2 December 2026",
        "High risk, towing, from 2 December 2027",
        "Notice, since 2 August 2026",
    ]


def test_that_both_dates_stand_where_the_formal_one_is_earlier() -> None:
    assert (
        verdicts.begins_in_words(of(ALL), LOGBOOK)
        == "Formally since 2 August 2026, in effect from 2 December 2027"
    )
    early, late = of(ALL, date(2026, 7, 27)), of(ALL, date(2028, 1, 1))
    assert verdicts.begins_in_words(early, LOGBOOK).startswith("Formally from 2 August 2026")
    assert verdicts.begins_in_words(late, LOGBOOK).endswith("in effect since 2 December 2027")
    assert verdicts.begins_in_words(of(ALL), FLAG) == "From 24 November 2026"


def test_that_shared_evidence_names_the_other_duty() -> None:
    text = verdicts.also_serves((LOGBOOK,), lambda one: str(one.act))
    assert text == "Also serves ai_act: Logbook."
    assert verdicts.also_serves((), str) == ""
