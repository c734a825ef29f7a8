# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places: where in the window one is, as plain values that can be kept and compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """The kinds of page that belong to an open assessment."""

    SUBJECTS = "subjects"
    QUESTION = "question"
    CHECK = "check"
    RESULT = "result"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Location:
    """One page. ``subject_id`` None means the organisation.

    ``section_id`` is the section that was finished last, for the page that checks answers.
    """

    place: Place
    subject_id: str | None = None
    question_id: str | None = None
    section_id: str | None = None
