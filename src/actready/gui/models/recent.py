# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the start page says about a file: its subjects, their roles, and when it was changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from actready.domain.assessment import Assessment
from actready.domain.terms import Status
from actready.domain.wording import fill
from actready.gui.models.findings import (
    Sign,
    covered_acts,
    group_standing,
    names_of,
    with_status,
)
from actready.gui.models.subjects import Evaluator
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.phrases import short_day


@dataclass(frozen=True, slots=True)
class FileSummary:
    """A file in a few words; ``sign`` is None where there is nothing to say yet."""

    title: str
    text: str
    sign: Sign | None
    headline: str


def file_summary(assessment: Assessment, evaluate: Evaluator) -> FileSummary:
    """Sum up an assessment for the list of recent files."""
    number = len(assessment.subjects)
    subjects = ngettext("{count} subject", "{count} subjects", number).format(count=number)
    titles = _titles(assessment, evaluate)
    roles = _("{subjects}: {roles}").format(subjects=subjects, roles=", ".join(titles))
    sign, headline = _headline(assessment, evaluate, titles)
    return FileSummary(
        title=assessment.organisation.name or _("Your organisation"),
        text=roles if titles else subjects,
        sign=sign,
        headline=headline,
    )


def _titles(assessment: Assessment, evaluate: Evaluator) -> tuple[str, ...]:
    """Return the roles of all subjects, each once."""
    titles = (
        fill(finding.title, *names_of(assessment, subject.id))
        for subject in assessment.subjects
        for act in covered_acts(evaluate(subject.id))
        for finding in with_status(evaluate(subject.id), act, "role", Status.ESTABLISHED)
    )
    return tuple(dict.fromkeys(titles))


def _headline(
    assessment: Assessment, evaluate: Evaluator, titles: tuple[str, ...]
) -> tuple[Sign | None, str]:
    signs = [
        group_standing(evaluate(subject.id), act, "role")
        for subject in assessment.subjects
        for act in covered_acts(evaluate(subject.id))
    ]
    open_signs = [one for one in signs if one in (Sign.UNDETERMINED, Sign.UNASKED)]
    if Sign.UNDETERMINED in open_signs:
        number = len(open_signs)
        text = ngettext("{count} role undetermined", "{count} roles undetermined", number)
        return Sign.UNDETERMINED, text.format(count=number)
    if open_signs:
        number = len(open_signs)
        text = ngettext("{count} role still to find", "{count} roles still to find", number)
        return Sign.UNASKED, text.format(count=number)
    if len(titles) == 1:
        return Sign.ESTABLISHED, titles[0]
    if not titles:
        return None, ""
    text = ngettext("{count} role established", "{count} roles established", len(signs))
    return Sign.ESTABLISHED, text.format(count=len(signs))


def when(changed: datetime, now: datetime) -> str:
    """Return when a file was changed, in local time: Today, 14:32 or Yesterday or a date."""
    days = (now.date() - changed.date()).days
    if days == 0:
        return _("Today, {time}").format(time=f"{changed:%H:%M}")
    if days == 1:
        return _("Yesterday")
    return short_day(changed.date())
