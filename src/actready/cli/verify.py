# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready verify: whether the record of an assessment, or the data in a report, is intact."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from actready.catalogue import open_catalogue
from actready.cli import layout
from actready.cli.console import Console
from actready.cli.source import is_assessment_file, is_report
from actready.errors import AppError
from actready.files import read_limited
from actready.i18n import gettext as _
from actready.report.attachment import read_attachment
from actready.report.phrases import plain
from actready.storage import audit
from actready.storage.interchange import read_answers

_MAX_REPORT: Final = 200_000_000
_LABEL: Final = 15


def verify(path: Path, console: Console) -> int:
    """Print what was checked and found; 1 where something is broken."""
    if is_report(path):
        return _report(path, console)
    if path.exists() and not is_assessment_file(path):
        raise AppError(
            _("“{name}” keeps no record that could be verified.").format(name=path.name),
            _("Choose an .actready file, or a report that ActReady wrote."),
        )
    result = audit.verify(path)
    _print(
        console,
        (
            _("Record"),
            _("intact") if result.intact else _("broken: {problem}").format(problem=result.problem),
        ),
        (_("Entries"), str(result.entries)),
        (_("Digest"), result.head),
    )
    return 0 if result.intact else 1


def _report(path: Path, console: Console) -> int:
    """Check that the data in a report can be read, and print the digests to compare."""
    report = read_limited(path, _MAX_REPORT)
    data = read_attachment(report)
    answers = read_answers(
        data,
        _("{name} (attached data)").format(name=path.name),
        lambda stated: open_catalogue().questionnaire(stated or console.today),
    )
    assessment = answers.assessment
    _print(
        console,
        (_("Data"), _("readable, every answer fits its question")),
        (_("Of"), plain(assessment.organisation.name) or _("Organisation without a name")),
        (_("Subjects"), ", ".join(plain(one.name) for one in assessment.subjects)),
        (_("Editions"), ", ".join(f"{act} {one}" for act, one in assessment.editions.items())),
        (_("Data digest"), f"{hashlib.sha256(data).hexdigest()} ({_('printed in the report')})"),
        (
            _("Report digest"),
            f"{hashlib.sha256(report).hexdigest()} ({_('kept in the assessment, if it made it')})",
        ),
        (_("Signature"), _("not checked, reports are not signed yet")),
    )
    return 0


def _print(console: Console, *rows: tuple[str, str]) -> None:
    console.print_text("\n".join(layout.row(label, text, _LABEL, 0) for label, text in rows))
