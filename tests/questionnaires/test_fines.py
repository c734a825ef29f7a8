# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fines under Article 64 of the Cyber Resilience Act, with sums worked out from its text."""

from __future__ import annotations

from datetime import date

import pytest
from tests.questionnaires.test_traps import SOLD, SUSTAINED, TODAY

from actready.catalogue import open_catalogue
from actready.domain.answers import DONT_KNOW, Value
from actready.domain.explanation import asked_questions
from actready.domain.fines import Fine, fine_of
from actready.domain.questionnaire import Questionnaire
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Applies
from actready.domain.threats import reliefs, threats

NEW: dict[str, Value] = {
    **SOLD,
    "placing.date": "2028-01-03",
    "service.extra": False,
    "class.group": "none",
    "org.seat": "eu",
}
BILLION = 1_000_000_000
LARGE: dict[str, Value] = {"org.staff": 4000, "org.turnover": 2 * BILLION}
SMALL: dict[str, Value] = {"org.staff": 12, "org.turnover": 3_000_000}
MEDIUM: dict[str, Value] = {"org.staff": 60, "org.turnover": 12_000_000, "org.balance": 11_000_000}


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    return open_catalogue().questionnaire(TODAY)


def fine(evaluation: Evaluation, duty: str) -> Fine:
    (found,) = [one for one, _applies in evaluation.obligations if one.id == duty]
    assert evaluation.applies(found) is Applies.YES
    return fine_of(evaluation, found)


def ceilings(evaluation: Evaluation) -> dict[str, int | None]:
    """Return the ceilings that are met for certain, in euros."""
    met = [one.limit for one in threats(evaluation, Act.CRA) if one.certain]
    return {limit.ceiling.id: None if limit.exact is None else limit.exact // 100 for limit in met}


@pytest.mark.parametrize(
    ("turnover", "sums"),
    [
        # 2.5 %, 2 % and 1 % of 2 billion euros are more than 15, 10 and 5 million.
        (2 * BILLION, [50_000_000, 40_000_000, 20_000_000]),
        # Of 550 million they are 13.75, 11 and 5.5 million.
        (550_000_000, [15_000_000, 11_000_000, 5_500_000]),
        (3_000_000, [15_000_000, 10_000_000, 5_000_000]),
        (DONT_KNOW, [None, None, None]),
    ],
)
def test_that_a_manufacturer_meets_all_three_ceilings(
    questionnaire: Questionnaire, turnover: Value, sums: list[int | None]
) -> None:
    evaluation = Evaluation(questionnaire, {**NEW, "org.turnover": turnover}, TODAY)
    names = ["CRA Art. 64(2)", "CRA Art. 64(3)", "CRA Art. 64(4)"]
    assert ceilings(evaluation) == dict(zip(names, sums, strict=True))


def test_that_small_firms_have_no_lower_ceiling_under_this_act(
    questionnaire: Questionnaire,
) -> None:
    evaluation = Evaluation(questionnaire, {**NEW, **SMALL}, TODAY)
    assert ceilings(evaluation)["CRA Art. 64(2)"] == 15_000_000


def test_that_a_small_firm_is_not_fined_for_the_24_hours_and_for_nothing_else_is_spared(
    questionnaire: Questionnaire,
) -> None:
    evaluation = Evaluation(questionnaire, {**NEW, **SMALL}, TODAY)
    warning = fine(evaluation, "cra.duty.early_warning")
    assert warning.is_out
    assert [one.provisions[0] for one in warning.reliefs] == ["CRA Art. 64(10)(a)"]
    spared = [one.id for one in questionnaire.obligations if fine_of(evaluation, one).relieved]
    assert spared == ["cra.duty.early_warning"]


@pytest.mark.parametrize("size", [MEDIUM, LARGE])
def test_that_a_larger_firm_is_fined_for_the_24_hours_too(
    questionnaire: Questionnaire, size: dict[str, Value]
) -> None:
    warning = fine(Evaluation(questionnaire, {**NEW, **size}, TODAY), "cra.duty.early_warning")
    assert warning.relieved is False
    assert warning.exact is not None
    assert warning.exact >= 15_000_000_00


def test_that_without_the_size_it_stays_open_whether_the_24_hours_are_fined(
    questionnaire: Questionnaire,
) -> None:
    warning = fine(Evaluation(questionnaire, NEW, TODAY), "cra.duty.early_warning")
    assert (warning.relieved, warning.at_least, warning.at_most) == (None, 0, None)


def test_that_a_steward_meets_no_ceiling_and_is_told_why(questionnaire: Questionnaire) -> None:
    evaluation = Evaluation(questionnaire, {**SUSTAINED, **LARGE, "org.seat": "eu"}, TODAY)
    assert ceilings(evaluation) == {}
    assert [one.provisions for one in reliefs(evaluation, Act.CRA)] == [("CRA Art. 64(10)(b)",)]
    assert fine(evaluation, "cra.duty.steward_policy").is_out


def test_that_an_older_product_can_be_fined_for_reporting_only(
    questionnaire: Questionnaire,
) -> None:
    old = {**NEW, **LARGE, "placing.date": "2019-05-02", "placing.modified_since": False}
    assert ceilings(Evaluation(questionnaire, old, TODAY)) == {"CRA Art. 64(2)": 50_000_000}


def test_that_fines_begin_with_the_article_and_not_with_the_reporting(
    questionnaire: Questionnaire,
) -> None:
    penalties = questionnaire.penalties_of(Act.CRA)
    assert penalties is not None
    assert {one.begins for one in penalties.ceilings} == {date(2027, 12, 11)}


def test_that_a_large_firm_is_asked_for_its_turnover_although_its_size_is_settled(
    questionnaire: Questionnaire,
) -> None:
    large = Evaluation(questionnaire, {**NEW, "org.staff": 4000}, TODAY)
    assert "org.turnover" in {one.id for one in asked_questions(large)}
    steward = Evaluation(questionnaire, {**SUSTAINED, "org.staff": 4000}, TODAY)
    assert "org.turnover" not in {one.id for one in asked_questions(steward)}
