# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready verify: whether a report, or the record of an assessment, is as it was made."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from actready.catalogue import open_catalogue
from actready.cli import layout
from actready.cli.console import Console
from actready.cli.report import drawn
from actready.cli.source import is_assessment_file
from actready.domain.contract import Json
from actready.errors import AppError
from actready.i18n import gettext as _
from actready.report.attachment import is_report
from actready.report.job import Job
from actready.report.phrases import plain
from actready.session.verification import Check, State, Verdict, Verification
from actready.storage import audit

FORMAT: Final = 1
"""Raised when the meaning of a name or a value changes."""

_LABEL: Final = 15
_STATUS: Final = {State.HOLDS: 0, State.BROKEN: 1, State.NOT_CHECKED: 3}


def verify(options: argparse.Namespace, console: Console) -> int:
    """Print what was checked and found; 1 where something is broken, 3 where it stayed open."""
    path: Path = options.file
    if is_report(path):
        return _report(options, console)
    if path.exists() and not is_assessment_file(path):
        raise AppError(
            _("“{name}” keeps no record that could be verified.").format(name=path.name),
            _("Choose an .actready file, or a report that ActReady wrote."),
        )
    return _file(path, console, options.format)


def _file(path: Path, console: Console, form: str) -> int:
    result = audit.verify(path)
    if form == "json":
        console.print_json(
            {
                "format": FORMAT,
                "kind": "assessment",
                "state": (State.HOLDS if result.intact else State.BROKEN).value,
                "entries": result.entries,
                "head": result.head,
                "problem": result.problem or None,
            }
        )
    else:
        broken = _("broken: {problem}").format(problem=result.problem)
        _print(
            console,
            (_("Record"), _("intact") if result.intact else broken),
            (_("Entries"), str(result.entries)),
            (_("Digest"), result.head),
        )
    return 0 if result.intact else 1


def _report(options: argparse.Namespace, console: Console) -> int:
    def draw(job: Job) -> None:
        drawn(job, console)

    catalogue = open_catalogue()
    verification = Verification(
        catalogue.questionnaire, console.clock(), None if options.quick else draw, options.record
    )
    verdict = verification.of(options.file)
    if options.format == "json":
        console.print_json(_object(verdict))
    else:
        checks = ((_title(check), check.text) for check in verdict.checks)
        _print(console, *_about(verdict), *checks, *_digests(verdict), _sum(verdict))
    return _STATUS[verdict.state]


def _about(verdict: Verdict) -> tuple[tuple[str, str], ...]:
    if verdict.answers is None:
        return ()
    answers = verdict.answers
    assessment = answers.assessment
    return (
        (_("Of"), plain(assessment.organisation.name) or _("Organisation without a name")),
        (_("Subjects"), ", ".join(plain(one.name) for one in assessment.subjects)),
        (_("Editions"), ", ".join(f"{act} {one}" for act, one in answers.editions.items())),
    )


def _digests(verdict: Verdict) -> tuple[tuple[str, str], ...]:
    return (
        *(((_("Data digest"), verdict.data_sha256),) if verdict.data_sha256 else ()),
        (_("Report digest"), verdict.report_sha256),
    )


def _title(check: Check) -> str:
    words = {
        "data": _("Data"),
        "pages": _("Pages"),
        "record": _("Record"),
        "signature": _("Signature"),
    }
    return words[check.name]


def _sum(verdict: Verdict) -> tuple[str, str]:
    words = {
        State.HOLDS: _("everything that was checked holds"),
        State.BROKEN: _("do not rely on this report: something in it is broken"),
        State.NOT_CHECKED: _("nothing broken was found, but not everything could be checked"),
    }
    return _("Together"), words[verdict.state]


def _object(verdict: Verdict) -> dict[str, Json]:
    answers = verdict.answers
    return {
        "format": FORMAT,
        "kind": "report",
        "state": verdict.state.value,
        "organisation": answers.assessment.organisation.name if answers else None,
        "subjects": [one.name for one in answers.assessment.subjects] if answers else [],
        "as_of": answers.as_of.isoformat() if answers and answers.as_of else None,
        "editions": {**answers.editions} if answers else {},
        "made_with": answers.origin.made_with or None if answers else None,
        "data_sha256": verdict.data_sha256 or None,
        "report_sha256": verdict.report_sha256,
        "checks": [
            {
                "check": check.name,
                "state": check.state.value,
                "text": check.text,
                "concerned": [*check.parts],
            }
            for check in verdict.checks
        ],
    }


def _print(console: Console, *rows: tuple[str, str]) -> None:
    console.print_text("\n".join(layout.row(label, text, _LABEL, 0) for label, text in rows))
