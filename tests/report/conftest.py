# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reports drawn once for all tests that look at them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.report.example import DATA, LENT, OPEN, RECORD, SOLD, context, kite
from tests.two_acts import ALL, BOTH, TODAY

from actready.domain.answers import Value
from actready.domain.assessment import Answers, Assessment, Organisation, Subject
from actready.report.build import build_context
from actready.report.context import ReportContext
from actready.report.engine import draw
from actready.report.job import job_for


def drawn(report: ReportContext) -> bytes:
    """Draw a report in this process."""
    return draw(job_for(report, Path("report.pdf"), DATA), lambda _text: None).data


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """A report with an established, a settled by doubt and an open role."""
    return drawn(context(SOLD, LENT, OPEN, org_club=True, org_people=3))


@pytest.fixture(scope="session")
def hostile_pdf() -> bytes:
    """A report on names that are long, foreign and full of markup."""
    name = "Œuvre ŽŁ Ελλάδα България <b>&</b> 公司 😀 " + "x" * 120
    return drawn(context(kite(name, {"kite.given": "sold"}, kite_given=name), name=name))


@pytest.fixture(scope="session")
def both_acts() -> ReportContext:
    """A report under two acts: everything at once, one act alone, and nothing known."""
    boats: tuple[dict[str, Value], ...] = (ALL, {**ALL, "pilot.steers": False}, {})
    subjects = tuple(
        Subject(f"s{number}", f"Boat {number}", "", Answers(one))
        for number, one in enumerate(boats, 1)
    )
    harbour = Assessment(Organisation("Harbour", Answers({"org.people": 5})), subjects)
    return build_context(harbour, BOTH, TODAY, RECORD, "1.2", "en")


@pytest.fixture(scope="session")
def both_pdf(both_acts: ReportContext) -> bytes:
    """The same report, drawn."""
    return drawn(both_acts)
