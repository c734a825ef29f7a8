# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from tests.domain.example import EXAMPLE, TODAY, assessment
from tests.two_acts import ALL, BOTH

from actready.domain.scoring import Evaluation, evaluate_subject
from actready.gui.models.findings import Sign
from actready.gui.models.report import file_name, report_view


def test_that_the_page_shows_each_subject_as_the_cover_will() -> None:
    shown = assessment({}, {"boat.use": "sail"}, {"boat.use": "dont_know"})

    def evaluate(subject_id: str | None) -> Evaluation:
        subject = shown.subject(subject_id) if subject_id else None
        return evaluate_subject(EXAMPLE, shown, subject, TODAY)

    view = report_view(shown, evaluate, TODAY)
    assert view.organisation == "Harbour"
    assert view.law == "Law as of 23 November 2026"
    assert [(one.name, one.sign, one.headline) for one in view.subjects] == [
        ("Boat 1", Sign.ESTABLISHED, "None"),
        ("Boat 2", Sign.UNDETERMINED, "Undetermined"),
    ]
    assert view.open_points == ("1 role is undetermined. The report says so on its first pages.")


def test_that_a_subject_has_its_roles_under_all_acts_in_one_line() -> None:
    shown = assessment({}, ALL)

    def evaluate(_subject_id: str | None) -> Evaluation:
        return evaluate_subject(BOTH, shown, shown.subjects[0], TODAY)

    assert [one.headline for one in report_view(shown, evaluate, TODAY).subjects] == [
        "Boats: Manufacturer · Pilot: Provider and deployer"
    ]


@pytest.mark.parametrize(
    ("organisation", "name"),
    [
        ("Company Z", "Company-Z-report-2026-11-23.pdf"),
        ("Żółw & Söhne GmbH", "Żółw-Söhne-GmbH-report-2026-11-23.pdf"),
        ("../../etc/passwd", "etcpasswd-report-2026-11-23.pdf"),
        ("", "Organisation-report-2026-11-23.pdf"),
        ("///", "Organisation-report-2026-11-23.pdf"),
    ],
)
def test_that_a_report_gets_a_file_name_that_leads_nowhere_else(
    organisation: str, name: str
) -> None:
    assert file_name(organisation, TODAY) == name
