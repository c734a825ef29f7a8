# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report page shows: what the report will hold, and what is still open in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from actready.domain.assessment import Assessment
from actready.domain.scoring import Evaluation
from actready.gui.models.findings import (
    Sign,
    covered_acts,
    group_standing,
    names_of,
    role_lines,
)
from actready.gui.models.subjects import Evaluator
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.phrases import day

_LONGEST_NAME = 60
_OPEN = (Sign.UNDETERMINED, Sign.UNASKED)


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """A subject as the cover of the report will show it, its roles under all acts in one line."""

    name: str
    sign: Sign
    headline: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole page."""

    organisation: str
    law: str
    subjects: tuple[SubjectLine, ...]
    contents: tuple[str, ...]
    open_points: str


def report_view(assessment: Assessment, evaluate: Evaluator, as_of: date) -> ReportView:
    """Return what the report page shows."""
    signs = {subject.id: _signs(evaluate(subject.id)) for subject in assessment.subjects}
    lines = tuple(
        SubjectLine(
            subject.name,
            next((one for one in signs[subject.id] if one in _OPEN), Sign.ESTABLISHED),
            " · ".join(role_lines(evaluate(subject.id), names_of(assessment, subject.id))),
        )
        for subject in assessment.subjects
    )
    still_open = sum(sign in _OPEN for found in signs.values() for sign in found)
    return ReportView(
        organisation=assessment.organisation.name or _("Your organisation"),
        law=_("Law as of {day}").format(day=day(as_of)),
        subjects=lines,
        contents=_contents(),
        open_points=_open_points(still_open),
    )


def _contents() -> tuple[str, ...]:
    return (
        _("A cover with every subject, its role under each act, and everything unknown"),
        _("A page for management: what is in force, what is not known, what to do next"),
        _("For each subject the reasons, step by step, with their provisions"),
        _("The duties that follow, with their dates"),
        _("All answers with your notes"),
        _("The law it rests on, the method and its limits, and the record of the file"),
    )


def _signs(evaluation: Evaluation) -> tuple[Sign, ...]:
    """Return the sign of the role under each act."""
    acts = covered_acts(evaluation)
    return tuple(group_standing(evaluation, act, "role") for act in acts)


def _open_points(number: int) -> str:
    if not number:
        return ""
    text = ngettext(
        "{count} role is undetermined. The report says so on its first pages.",
        "{count} roles are undetermined. The report says so on its first pages.",
        number,
    )
    return text.format(count=number)


def file_name(organisation: str, as_of: date, kind: str = "", suffix: str = ".pdf") -> str:
    """Return a file name that every system accepts; without a ``kind`` it is that of a report."""
    plain = unicodedata.normalize("NFKC", organisation)
    kept = re.sub(r"[^\w\- ]+", "", plain).strip()[:_LONGEST_NAME].strip()
    words = [kept or _("Organisation"), kind or _("report"), as_of.isoformat()]
    return "-".join("-".join(words).split()) + suffix
