# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The result so far beside a question, on the small invented law."""

from __future__ import annotations

from tests.domain.example import evaluation
from tests.two_acts import ALL, of

from actready.domain.answers import DONT_KNOW
from actready.domain.terms import About
from actready.gui.models.findings import Sign
from actready.gui.models.so_far import SoFar, so_far

NAMES = ("Harbour", "Boat 1")


def test_that_nothing_is_said_before_anything_is_answered() -> None:
    scope, role = so_far(evaluation(), About.SUBJECT, NAMES)
    assert scope == SoFar(
        Sign.UNASKED, "Scope: in or out", "Not known yet", "3 answers can still decide."
    )
    assert (role.sign, role.title) == (Sign.UNASKED, "Role")


def test_that_an_established_finding_is_called_by_its_title() -> None:
    scope, role = so_far(evaluation(boat_use="lend", boat_return=("money",)), About.SUBJECT, NAMES)
    assert (scope.sign, scope.title, scope.text) == (Sign.ESTABLISHED, "In", "")
    assert (role.title, role.word) == ("Manufacturer", "Established")


def test_that_after_i_dont_know_the_matter_is_undetermined() -> None:
    lines = so_far(
        evaluation(boat_use="lend", boat_return=DONT_KNOW, org_club=False), About.SUBJECT, NAMES
    )
    role = lines[1]
    assert (role.sign, role.word) == (Sign.UNDETERMINED, "Undetermined")
    assert role.title == "Role: manufacturer or none"
    assert role.text == "1 answer can still decide."


def test_that_the_organisation_has_a_size_and_no_role() -> None:
    lines = so_far(evaluation(org_people=4), About.ORGANISATION, NAMES)
    assert [(one.title, one.word) for one in lines] == [("Small", "Established")]


def test_that_with_two_acts_each_has_its_role_and_a_ban_comes_before_it() -> None:
    lines = so_far(of(ALL), About.SUBJECT, NAMES)
    assert [(one.sign, one.title, one.text) for one in lines] == [
        (Sign.ESTABLISHED, "Boats: Manufacturer", ""),
        (Sign.PROHIBITED, "Pilot: Prohibited from 2 December 2026", "Tricks, Art. 5(1)(ba)"),
        (
            Sign.ESTABLISHED,
            "Pilot: Provider and deployer",
            "Prohibited practice; High risk, towing; Notice",
        ),
    ]
    assert so_far(of({}), About.SUBJECT, NAMES)[1].title == "Pilot: Role"
