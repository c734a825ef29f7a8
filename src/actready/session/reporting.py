# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report and every export of an open assessment are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actready import __version__
from actready.report.build import build_context
from actready.report.context import Record, ReportContext

if TYPE_CHECKING:
    from actready.session.assessment_session import AssessmentSession


def report_context(session: AssessmentSession) -> ReportContext:
    """Return the context of an assessment as it stands now.

    Raises AppError where its record cannot be read.
    """
    file = session.file
    entries = file.entries()
    record = Record(
        entries=len(entries),
        head=file.head,
        last_at=entries[-1].at,
        intact=file.audit().intact,
        origin=file.origin,
    )
    return build_context(
        session.assessment, session.questionnaire, session.as_of, record, __version__, "en"
    )
