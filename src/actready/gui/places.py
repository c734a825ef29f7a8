# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places: where in the window one is, as plain values that can be kept and compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from actready.i18n import gettext as _


class Place(StrEnum):
    """The kinds of page that belong to an open assessment."""

    SUBJECTS = "subjects"
    QUESTION = "question"
    CHECK = "check"
    RESULT = "result"
    DUTIES = "duties"
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


#: The places that have a tab, in the order of Ctrl+1, Ctrl+2 and so on.
TABS: Final = (Place.SUBJECTS, Place.QUESTION, Place.RESULT, Place.DUTIES, Place.REPORT)


def tab_title(place: Place) -> str:
    """Return the words on the tab of a place."""
    titles = {
        Place.SUBJECTS: _("Subjects"),
        Place.QUESTION: _("Questions"),
        Place.RESULT: _("Result"),
        Place.DUTIES: _("Duties"),
        Place.REPORT: _("Report"),
    }
    return titles[place]
