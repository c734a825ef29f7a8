# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What differs between two dates, as the window lists it."""

from __future__ import annotations

from datetime import date

from tests.domain.example import EXAMPLE, TODAY, assessment

from actready.domain.questionnaire import Questionnaire
from actready.gui.models.changes import changes_view

LATER = date(2026, 11, 24)


def test_that_the_earlier_date_comes_first_and_subjects_are_listed() -> None:
    lent = assessment({}, {"boat.use": "lend", "boat.return": ("money",)}, {"boat.use": "sail"})
    view = changes_view(lent, (LATER, EXAMPLE), (TODAY, EXAMPLE))
    assert view.title == "What changes between 23 November 2026 and 24 November 2026"
    assert view.editions == ()
    boat, other = view.subjects
    assert [(part.title, len(part.lines)) for part in boat.parts] == [("Duties", 1)]
    assert (
        boat.parts[0].lines[0].endswith("from 24 November 2026 → in force since 24 November 2026")
    )
    assert (other.name, other.parts) == ("Boat 2", ())


def test_that_editions_that_differ_are_named() -> None:
    data = EXAMPLE.model_dump(by_alias=True)
    shared, boats = data["editions"]
    data["editions"] = (shared, {**boats, "id": "2026-11-24"})
    newer = Questionnaire.model_validate(data)
    view = changes_view(assessment({}), (TODAY, EXAMPLE), (LATER, newer))
    assert view.editions == ("Boats Act: edition 2025-06-01 before, edition 2026-11-24 after.",)
