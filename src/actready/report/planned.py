# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report knows of a plan: in words for the page, and part by part for exports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """Who does something about a duty and by when, that it was marked done, and the note.

    ``line`` is all in one line; ``who`` only owner and due date. The rest is the same once more,
    each part alone: ``due`` and ``done_on`` as ISO dates, empty where they are not known, and
    ``effort`` in hours.
    """

    line: str = ""
    who: tuple[str, ...] = ()
    done: str = ""
    note: str = ""
    owner: str = ""
    due: str = ""
    is_done: bool = False
    done_on: str = ""
    effort: str = ""


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """A plan for what is no duty on these answers, or not in the law of this day."""

    title: str
    plan: Plan
    id: str = ""
