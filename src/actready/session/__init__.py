# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""An assessment at work, without a window: answer, note, undo, redo, evaluate, tell who listens."""

from actready.session.assessment_session import AssessmentSession, Change
from actready.session.start import open_sealed, start_session

__all__ = ["AssessmentSession", "Change", "open_sealed", "start_session"]
