# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import date

from tests.two_acts import ALL, BOTH, of

from actready.domain.sharing import also_served, served_by
from actready.domain.terms import Act
from actready.domain.verdict import failed_tests, judging_acts, results, verdict


def values(found: tuple[object, ...]) -> list[str]:
    return [one.value for one in found]  # type: ignore[attr-defined]


def test_that_both_acts_are_judged_and_what_they_share_is_none() -> None:
    assert judging_acts(BOTH) == (Act.CRA, Act.AI_ACT)


def test_that_roles_and_tiers_hold_at_once_and_the_prohibition_comes_first() -> None:
    found = verdict(of(ALL), Act.AI_ACT)
    assert values(found.roles) == ["provider", "deployer"]
    assert values(found.tiers) == ["prohibited", "high_risk_annex_iii", "transparency_art50"]
    assert values(found.banned) == ["Art. 5(1)(ba)"]
    assert found.banned_from == date(2026, 12, 2)
    assert (found.open_roles, found.open_tiers, found.deciding) == ((), (), 0)


def test_that_a_banned_act_without_a_role_prohibits_nothing_yet() -> None:
    found = verdict(of({"pilot.does": ("trick",)}), Act.AI_ACT)
    assert found.prohibition is None
    assert found.banned == ()
    assert "prohibited" in values(found.open_tiers)


def test_that_without_answers_no_role_and_no_tier_is_established() -> None:
    found = verdict(of({}), Act.AI_ACT)
    assert (found.roles, found.tiers, found.is_none) == ((), (), False)
    assert "minimal" in values(found.open_tiers)


def test_that_circumstances_are_no_results() -> None:
    groups = {one.group for one in results(BOTH.findings)}
    assert "circumstance" not in groups
    assert results(BOTH.findings)[0].value == "prohibited"


def test_that_an_excluded_verdict_names_the_test_on_which_it_fails() -> None:
    relief = next(one for one in BOTH.findings if one.value == "relief")
    assert failed_tests(of(ALL), relief) == ("Yes to tows.",)
    assert failed_tests(of({**ALL, "pilot.does": ("talk",)}), relief) == ("No to tows.",)


def test_that_one_answer_serves_duties_of_both_acts() -> None:
    evaluation = of(ALL)
    assert [one.id for one in served_by(evaluation, "ready.log")] == ["duty.flag", "duty.logbook"]
    flag = next(one for one in BOTH.obligations if one.id == "duty.flag")
    assert [one.id for one in also_served(evaluation, flag)] == ["duty.logbook"]


def test_that_a_duty_that_does_not_apply_is_not_served() -> None:
    evaluation = of({**ALL, "pilot.does": ("talk",)})
    flag = next(one for one in BOTH.obligations if one.id == "duty.flag")
    assert also_served(evaluation, flag) == ()
