# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is planned for a duty, as the report prints it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """Who does something about a duty and by when, that it was marked done, and the note.

    ``line`` is all in one line; ``who`` only owner and due date.
    """

    line: str = ""
    who: tuple[str, ...] = ()
    done: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """A plan for what is no duty on these answers, or not in the law of this day."""

    title: str
    plan: Plan
