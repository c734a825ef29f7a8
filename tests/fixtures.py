# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A questionnaire small enough to work out by hand, with every kind of question.

It is no law. A paid product of a legal person makes a manufacturer, a free one nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final

import pytest

from actready.domain.questionnaire import Questionnaire
from actready.domain.terms import Act
from actready.errors import AppError

AS_OF: Final = date(2026, 11, 24)
EDITIONS: Final = {"common": "2024-12-10", "cra": "2024-12-10"}

_PROVISIONS: Final = ["CRA Art. 3(13)"]


def _options(*ids: str, alone: str = "") -> list[dict[str, object]]:
    return [{"id": one, "label": one.capitalize(), "alone": one == alone} for one in ids]


def _question(question_id: str, kind: str, **fields: object) -> dict[str, object]:
    return {
        "id": question_id,
        "kind": kind,
        "text": f"What about {question_id}?",
        "why": "It decides.",
        "unknown": "Ask whoever knows.",
        "examples": ["An example."],
        "provisions": _PROVISIONS,
        "section": question_id.split(".")[0],
        "about": "organisation" if question_id.startswith("org.") else "subject",
        **fields,
    }


def _role(value: str, when: dict[str, object]) -> dict[str, object]:
    return {
        "id": f"role.{value}",
        "group": "role",
        "value": value,
        "act": "cra",
        "title": value.capitalize(),
        "sentence": f"The role is {value}.",
        "provisions": _PROVISIONS,
        "when": when,
    }


def _duty(obligation_id: str) -> dict[str, object]:
    return {
        "id": obligation_id,
        "act": "cra",
        "title": "Report {subject}",
        "text": "Tell them.",
        "provisions": _PROVISIONS,
        "when": {"finding": "role.manufacturer"},
        "applies_from": "2026-09-11",
        "penalty": "none",
    }


def small_questionnaire() -> Questionnaire:
    """Build the questionnaire."""
    paid = {"answer": "supply.price", "is": "paid"}
    legal = {"answer": "org.legal_form", "is": "legal_person"}
    return Questionnaire.model_validate(
        {
            "editions": [
                {"id": "2024-12-10", "act": act, "title": act, "applies_from": "2024-12-10"}
                for act in EDITIONS
            ],
            "sections": [
                {"id": "org", "title": "Organisation", "about": "organisation"},
                {"id": "supply", "title": "Supply"},
            ],
            "questions": [
                _question("org.legal_form", "one_of", options=_options("legal_person", "private")),
                _question("org.staff", "number", minimum=0),
                _question("supply.price", "one_of", options=_options("paid", "free")),
                _question(
                    "supply.form",
                    "several_of",
                    options=_options("download", "service", "nothing", alone="nothing"),
                ),
                _question("supply.maintained", "yes_no"),
                _question("supply.since", "date"),
                _question("supply.remark", "text"),
            ],
            "findings": [
                _role("manufacturer", {"all": [legal, paid]}),
                _role("none", {"not": {"all": [legal, paid]}}),
            ],
            "obligations": [_duty("duty.report"), _duty("duty.list")],
        }
    )


class SmallCatalogue:
    """Has the small questionnaire from 10 December 2024 on, and nothing before."""

    def questionnaire(self, as_of: date) -> Questionnaire:
        if as_of < date(2024, 12, 10):
            raise AppError("No questionnaire covers this date.", "Choose a later one.")
        return small_questionnaire()

    def pinned(self, as_of: date) -> Mapping[Act, str]:
        return {Act(act): edition for act, edition in EDITIONS.items()}


class Clock:
    """A clock that moves on by one second whenever somebody looks at it."""

    def __init__(self) -> None:
        self._seconds = 0

    def __call__(self) -> datetime:
        self._seconds += 1
        return datetime(2026, 11, 24, 15, self._seconds // 60, self._seconds % 60, tzinfo=UTC)


@pytest.fixture
def tiny_questionnaire() -> Questionnaire:
    return small_questionnaire()


@pytest.fixture
def clock() -> Clock:
    return Clock()
