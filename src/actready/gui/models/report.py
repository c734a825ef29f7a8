# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report page shows: what the report will hold, and what is still open in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from actready.domain.assessment import Assessment
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


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """A subject as the cover of the report will show it."""

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
    lines = tuple(
        SubjectLine(subject.name, group_standing(evaluate(subject.id), act, "role"), role)
        for subject in assessment.subjects
        for act, role in zip(
            covered_acts(evaluate(subject.id)),
            role_lines(evaluate(subject.id), names_of(assessment, subject.id)),
            strict=True,
        )
    )
    return ReportView(
        organisation=assessment.organisation.name or _("Your organisation"),
        law=_("Law as of {day}").format(day=day(as_of)),
        subjects=lines,
        contents=_contents(),
        open_points=_open_points(lines),
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


def _open_points(lines: tuple[SubjectLine, ...]) -> str:
    number = sum(one.sign in (Sign.UNDETERMINED, Sign.UNASKED) for one in lines)
    if not number:
        return ""
    text = ngettext(
        "{count} role is undetermined. The report says so on its first pages.",
        "{count} roles are undetermined. The report says so on its first pages.",
        number,
    )
    return text.format(count=number)


def file_name(organisation: str, as_of: date) -> str:
    """Return a file name for the report that every system accepts."""
    plain = unicodedata.normalize("NFKC", organisation)
    kept = re.sub(r"[^\w\- ]+", "", plain).strip()[:_LONGEST_NAME].strip()
    words = [kept or _("Organisation"), _("report"), as_of.isoformat()]
    return "-".join("-".join(words).split()) + ".pdf"
