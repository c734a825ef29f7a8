# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import date

from tests.domain.example import evaluation

from actready.domain.scoring import Evaluation
from actready.domain.terms import Act
from actready.gui.models.duties import count, duty_groups, in_all
from actready.gui.models.findings import Sign

NAMES = ("Harbour", "Boat 1")


def lender(**more: float) -> Evaluation:
    return evaluation(boat_use="lend", boat_return=("money",), **more)


def test_that_duties_are_grouped_by_the_day_they_begin() -> None:
    groups = duty_groups(lender(boat_length=30), Act.CRA, NAMES)
    assert [(one.sign, one.summary, one.begins) for one in groups] == [
        (Sign.IN_FORCE, "1 duty in force now", date(2026, 11, 23)),
        (Sign.WITHIN_12_MONTHS, "1 duty from 24 November 2026", date(2026, 11, 24)),
    ]
    assert groups[0].titles[0] == "Papers of Boat 1"
    assert in_all(groups) == "2 duties"


def test_that_a_duty_that_may_apply_is_never_counted_as_one_that_does() -> None:
    groups = duty_groups(lender(), Act.CRA, NAMES)
    assert [(one.sign, one.summary) for one in groups] == [
        (Sign.WITHIN_12_MONTHS, "1 duty from 24 November 2026"),
        (Sign.MAY_APPLY, "1 duty may apply"),
    ]
    assert (count(groups), count(groups, certain=False)) == (1, 1)
    assert in_all(groups) == "1 duty"


def test_that_without_any_answer_all_duties_may_apply() -> None:
    groups = duty_groups(evaluation(), Act.CRA, NAMES)
    assert [one.sign for one in groups] == [Sign.MAY_APPLY]
    assert in_all(groups) == "3 duties may apply"


def test_that_nobody_has_no_duties() -> None:
    assert duty_groups(evaluation(boat_use="sail"), Act.CRA, NAMES) == ()
    assert in_all(()) == "No duties"
