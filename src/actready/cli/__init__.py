# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command line: every result of the program for people at a terminal and for other programs."""

from __future__ import annotations

from typing import Final

COMMANDS: Final = (
    "evaluate",
    "compare",
    "next",
    "questions",
    "compute",
    "report",
    "export",
    "verify",
    "seal",
    "unseal",
    "check",
)

RENDER: Final = "render-report"
"""Used by the program itself: renders a report in a process of its own."""
