# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much an assessment, and a file that holds one, may hold."""

from __future__ import annotations

from typing import Final

from actready.domain.answers import MAX_TEXT as MAX_NOTE

MAX_ASSESSMENT_FILE: Final = 1_000_000_000
"""Bytes of an assessment file."""

MAX_ANSWERS_FILE: Final = 5_000_000
"""Bytes of an answers file."""

MAX_EVENT: Final = 1_000_000
"""Characters of one event as JSON."""

MAX_SUBJECTS: Final = 500
MAX_NAME: Final = 200
"""Characters of the name of an organisation or a subject."""

MAX_FAULTS: Final = 100
"""Faults that are collected in one answers file before reading stops."""

__all__ = [
    "MAX_ANSWERS_FILE",
    "MAX_ASSESSMENT_FILE",
    "MAX_EVENT",
    "MAX_FAULTS",
    "MAX_NAME",
    "MAX_NOTE",
    "MAX_SUBJECTS",
]
