# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What differs for every subject between the date of the assessment and another one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from actready.domain.assessment import Assessment
from actready.domain.comparison import compare
from actready.domain.questionnaire import Questionnaire
from actready.domain.scoring import evaluate_subject
from actready.domain.terms import Act
from actready.gui.models.findings import names_of
from actready.i18n import gettext as _
from actready.report.changes import Part, parts
from actready.report.phrases import day

#: A date and the questionnaire that holds on it.
Moment = tuple[date, Questionnaire]


@dataclass(frozen=True, slots=True)
class SubjectChanges:
    """What differs for one subject."""

    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What differs between two dates, the earlier one first. ``editions`` are those that differ."""

    title: str
    editions: tuple[str, ...]
    subjects: tuple[SubjectChanges, ...]


def changes_view(assessment: Assessment, one: Moment, other: Moment) -> ChangesView:
    """Compare two dates, whichever comes first."""
    earlier, later = sorted((one, other), key=lambda moment: moment[0])
    title = _("What changes between {first} and {last}")
    return ChangesView(
        title.format(first=day(earlier[0]), last=day(later[0])),
        tuple(_editions(earlier[1], later[1])),
        tuple(_subjects(assessment, earlier, later)),
    )


def _editions(earlier: Questionnaire, later: Questionnaire) -> list[str]:
    pairs = [(earlier.edition(act), later.edition(act)) for act in Act]
    return [
        _("{act}: edition {one} before, edition {other} after.").format(
            act=_(other.title), one=one.id, other=other.id
        )
        for one, other in pairs
        if one is not None and other is not None and one.id != other.id
    ]


def _subjects(assessment: Assessment, earlier: Moment, later: Moment) -> list[SubjectChanges]:
    found: list[SubjectChanges] = []
    for subject in assessment.subjects:
        before, after = (
            evaluate_subject(questionnaire, assessment, subject, as_of)
            for as_of, questionnaire in (earlier, later)
        )
        given = {**assessment.organisation.answers.values, **subject.answers.values}
        names = names_of(assessment, subject.id)
        found.append(SubjectChanges(names[1], parts(compare(before, after, given), names)))
    return found
