# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready compare: what differs between two dates, because the law or the calendar moved on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from actready.cli import layout
from actready.cli.console import Console
from actready.cli.source import Source
from actready.domain.answers import Value
from actready.domain.assessment import Assessment, Subject
from actready.domain.comparison import (
    Comparison,
    FindingSide,
    ObligationSide,
    compare,
)
from actready.domain.contract import Json
from actready.domain.questionnaire import Questionnaire
from actready.domain.scoring import evaluate_subject
from actready.domain.terms import Act
from actready.i18n import gettext as _
from actready.report.changes import parts
from actready.report.phrases import day, plain

FORMAT: Final = 1
"""Raised when the meaning of a name or a value changes."""


def print_comparison(
    source: Source, earlier: Questionnaire, first: date, console: Console, form: str
) -> int:
    """Print what differs for each subject between ``first`` and the date of the source."""
    found = [
        (subject, _compared(source, earlier, first, subject))
        for subject in source.assessment.subjects
    ]
    if form == "json":
        console.print_json(
            {
                "format": FORMAT,
                "from": _side(earlier, first),
                "to": _side(source.questionnaire, source.as_of),
                "subjects": [_object(subject, one) for subject, one in found],
            }
        )
        return 0
    console.print_text("\n".join(_text(source, earlier, first, found)))
    return 0


def _compared(source: Source, earlier: Questionnaire, first: date, subject: Subject) -> Comparison:
    before = evaluate_subject(earlier, source.assessment, subject, first)
    after = evaluate_subject(source.questionnaire, source.assessment, subject, source.as_of)
    return compare(before, after, _given(source.assessment, subject))


def _given(assessment: Assessment, subject: Subject) -> Mapping[str, Value]:
    return {**assessment.organisation.answers.values, **subject.answers.values}


def _side(questionnaire: Questionnaire, as_of: date) -> dict[str, Json]:
    editions = {act: questionnaire.edition(act) for act in (Act.CRA, Act.AI_ACT)}
    return {
        "as_of": as_of.isoformat(),
        "editions": {act.value: one.id if one else None for act, one in editions.items()},
    }


def _object(subject: Subject, found: Comparison) -> dict[str, Json]:
    return {
        "name": subject.name,
        "findings": [
            {
                "id": one.finding.id,
                "title": one.finding.title,
                "before": _finding_object(one.before),
                "after": _finding_object(one.after),
            }
            for one in found.findings
        ],
        "obligations": [
            {
                "id": one.obligation.id,
                "title": one.obligation.title,
                "ways": [way.value for way in one.ways],
                "before": _duty_object(one.before),
                "after": _duty_object(one.after),
            }
            for one in found.obligations
        ],
        "look_again": [one.id for one in (*found.reworded, *found.misfits)],
        "new_questions": [one.id for one in found.added],
    }


def _finding_object(side: FindingSide) -> dict[str, Json]:
    return {
        "status": side.status.value if side.finding else None,
        "applies_from": side.begins.isoformat() if side.begins else None,
        "in_force": side.in_force,
    }


def _duty_object(side: ObligationSide) -> dict[str, Json]:
    return {
        "applies": side.applies.value if side.obligation else None,
        "applies_from": side.due.isoformat() if side.due else None,
        "in_force": side.in_force,
        "penalty": side.obligation.penalty if side.obligation else None,
    }


def _text(
    source: Source,
    earlier: Questionnaire,
    first: date,
    found: list[tuple[Subject, Comparison]],
) -> Iterator[str]:
    organisation = plain(source.assessment.organisation.name) or _("Organisation without a name")
    title = _("{name}: what changes between {first} and {last}")
    yield layout.heading(
        title.format(name=organisation, first=day(first), last=day(source.as_of)), "="
    )
    for act in (Act.CRA, Act.AI_ACT):
        one, other = earlier.edition(act), source.questionnaire.edition(act)
        if one and other and one.id != other.id:
            text = _("{act}: edition {one} before, edition {other} after.")
            yield layout.paragraph(text.format(act=_(other.title), one=one.id, other=other.id))
    for subject, comparison in found:
        names = (organisation, plain(subject.name))
        yield "\n" + layout.heading(names[1], "-")
        for part in parts(comparison, names):
            yield part.title
            yield layout.bullets(part.lines)
        if comparison.is_empty:
            yield layout.paragraph(_("Nothing changes."))
