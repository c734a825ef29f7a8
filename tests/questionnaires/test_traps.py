# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Traps of the Cyber Resilience Act that a role and a scope alone do not show.

Traps about role and scope are worked cases of the edition (``trap-*.yaml``), proved by the check.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from actready.catalogue import open_catalogue
from actready.domain.answers import Value
from actready.domain.explanation import is_settled, reasons
from actready.domain.questionnaire import Finding, Questionnaire
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Applies, Status, Theme

PROGRAM: Mapping[str, Value] = {
    "org.legal_form": "legal_person",
    "org.not_for_profit": False,
    "supply.form": "download",
    "subject.relation": "make",
    "supply.reach": "union",
    "product.connection": True,
    "product.other_law": "none",
}
SOLD: Mapping[str, Value] = {**PROGRAM, "supply.price": ("paid",), "licence.kind": "closed"}
SUSTAINED: Mapping[str, Value] = {
    **PROGRAM,
    "supply.price": ("nothing",),
    "licence.kind": "open_source",
    "steward.intended": True,
    "steward.support": ("engineering", "infrastructure"),
    "steward.viability": True,
}
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    return open_catalogue().questionnaire(TODAY)


def duties(evaluation: Evaluation) -> set[str]:
    return {one.id for one, applies in evaluation.obligations if applies is Applies.YES}


def role(evaluation: Evaluation, value: str) -> Finding:
    roles = evaluation.questionnaire.findings_of(Act.CRA, "role")
    return next(finding for finding in roles if finding.value == value)


def test_that_an_older_product_owes_reporting_and_nothing_else(
    questionnaire: Questionnaire,
) -> None:
    old = {**SOLD, "placing.date": "2019-05-02", "placing.modified_since": False}
    due = [
        one
        for one, applies in Evaluation(questionnaire, old, TODAY).obligations
        if applies is Applies.YES
    ]
    assert {one.theme for one in due if one.applies_from <= TODAY} == {Theme.REPORTING}
    later = {provision for one in due if one.applies_from > TODAY for provision in one.provisions}
    assert later == {"CRA Art. 63(1)"}


def test_that_the_last_day_before_the_date_is_legacy_and_the_day_itself_is_not(
    questionnaire: Questionnaire,
) -> None:
    def scope(day: str) -> str:
        answers = {**SOLD, "placing.date": day, "placing.modified_since": False}
        answers |= {"service.extra": False}
        return Evaluation(questionnaire, answers, date(2028, 1, 10)).value(Act.CRA, "scope")

    assert scope("2027-12-10") == "partly"
    assert scope("2027-12-11") == "in"


def test_that_stewards_have_no_duty_in_force_before_december_2027(
    questionnaire: Questionnaire,
) -> None:
    steward = Evaluation(questionnaire, SUSTAINED, TODAY)
    assert steward.roles(Act.CRA) == ("steward",)
    due = [one for one, applies in steward.obligations if applies is Applies.YES]
    assert {one.applies_from for one in due} == {date(2027, 12, 11)}
    assert role(steward, "steward").applies_from == date(2027, 12, 11)


def test_that_an_old_project_is_no_shield_for_a_steward(questionnaire: Questionnaire) -> None:
    old = {**SUSTAINED, "placing.date": "2015-01-01", "placing.modified_since": False}
    assert Evaluation(questionnaire, old, TODAY).value(Act.CRA, "scope") == "partly"
    assert "cra.duty.steward_policy" in duties(Evaluation(questionnaire, old, TODAY))


def test_that_nobody_asks_a_steward_for_a_ce_marking_or_fines_it(
    questionnaire: Questionnaire,
) -> None:
    steward = Evaluation(questionnaire, SUSTAINED, TODAY)
    due = [one for one, applies in steward.obligations if applies is Applies.YES]
    assert all(one.penalty == "none" for one in due)
    assert not any("Art. 30" in provision for one in due for provision in one.provisions)


def test_that_the_depth_of_a_stewards_reporting_follows_its_support(
    questionnaire: Questionnaire,
) -> None:
    def depth(*support: str) -> tuple[str, ...]:
        evaluation = Evaluation(questionnaire, {**SUSTAINED, "steward.support": support}, TODAY)
        return evaluation.values(Act.CRA, "depth", Status.ESTABLISHED)

    assert depth("governance") == ("policy_only",)
    assert depth("infrastructure") == ("infrastructure",)
    assert depth("engineering", "infrastructure") == ("engineering", "infrastructure")


def test_that_every_limb_of_the_steward_survives_as_unknown(questionnaire: Questionnaire) -> None:
    for limb in ("org.legal_form", "licence.kind", "steward.intended", "steward.viability"):
        unknown = Evaluation(questionnaire, {**SUSTAINED, limb: "dont_know"}, TODAY)
        assert "steward" not in unknown.roles(Act.CRA), limb
        assert "steward" in unknown.possible_roles(Act.CRA), limb
        assert "none" in unknown.possible_roles(Act.CRA), limb


def test_that_gated_updates_are_marked_as_resting_on_guidance(
    questionnaire: Questionnaire,
) -> None:
    gated = {**SOLD, "licence.kind": "open_source", "supply.price": ("gated",)}
    evaluation = Evaluation(questionnaire, gated, TODAY)
    assert evaluation.roles(Act.CRA) == ("manufacturer",)
    assert not is_settled(evaluation, role(evaluation, "manufacturer"))
    priced = Evaluation(questionnaire, SOLD, TODAY)
    assert is_settled(priced, role(priced, "manufacturer"))


def test_that_donations_without_return_are_marked_as_resting_on_guidance(
    questionnaire: Questionnaire,
) -> None:
    given = {**SUSTAINED, "supply.price": ("donations",)}
    evaluation = Evaluation(questionnaire, given, TODAY)
    assert evaluation.roles(Act.CRA) == ("steward",)
    assert not is_settled(evaluation, role(evaluation, "steward"))


def test_that_a_test_version_makes_a_manufacturer_who_need_not_conform_yet(
    questionnaire: Questionnaire,
) -> None:
    beta = {**SOLD, "supply.reach": "testers", "test.conditions": True}
    evaluation = Evaluation(questionnaire, beta, date(2028, 1, 10))
    assert evaluation.roles(Act.CRA) == ("manufacturer",)
    assert evaluation.value(Act.CRA, "scope") == "partly"
    assert "cra.duty.essential_requirements" not in duties(evaluation)


def test_that_nothing_known_means_every_role_is_possible(questionnaire: Questionnaire) -> None:
    evaluation = Evaluation(questionnaire, {}, TODAY)
    assert evaluation.roles(Act.CRA) == ()
    assert set(evaluation.possible_roles(Act.CRA)) == {
        "manufacturer",
        "steward",
        "importer",
        "distributor",
        "authorised_representative",
        "fulfilment_service_provider",
        "none",
    }
    assert duties(evaluation) == set()


def test_that_a_chain_of_reasons_names_an_answer_twice_only_where_it_stands_alone(
    questionnaire: Questionnaire,
) -> None:
    evaluation = Evaluation(questionnaire, SUSTAINED, TODAY)
    steps = reasons(evaluation, role(evaluation, "steward"))
    shared = [
        {question for question, _answer in step.given} for step in steps if len(step.given) > 1
    ]
    assert shared == []
    named = [question for step in steps for question, _answer in step.given]
    assert set(named) == set(SUSTAINED) - {"org.not_for_profit"}
