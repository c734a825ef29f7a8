# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from pathlib import Path

import pytest
from tests.domain.example import TODAY

from actready.exports.saving import PLANS
from actready.gui.models.exports import plan_exports, report_exports
from actready.gui.models.report import file_name


def test_that_the_window_offers_every_format_of_the_plan() -> None:
    assert tuple(one.suffix for one in plan_exports()) == PLANS


@pytest.mark.parametrize(
    ("chosen", "named"),
    [("plan", "plan.ics"), ("plan.ics", "plan.ics"), ("plan.ICS", "plan.ICS"),
     ("plan.2027", "plan.2027.ics")],
)  # fmt: skip
def test_that_a_name_gets_the_end_of_its_format(chosen: str, named: str) -> None:
    assert plan_exports()[0].named(Path(chosen)) == Path(named)


def test_that_a_folder_gets_no_end() -> None:
    assert report_exports()[-1].named(Path("oscal")) == Path("oscal")


def test_that_a_plan_gets_a_name_of_its_own() -> None:
    assert file_name("Company Z", TODAY, "plan", ".ics") == "Company-Z-plan-2026-11-23.ics"
    assert file_name("Company Z", TODAY, "oscal", "") == "Company-Z-oscal-2026-11-23"
