# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands for an act as a whole in the context of a report: bans, open source, what is open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ban:
    """A prohibited practice: since when or from when, which one, and what to do."""

    title: str
    text: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenSourceLine:
    """One of the verdicts on open source, with the tests that fail, if any."""

    sign: str
    title: str
    failing: tuple[str, ...]
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """A matter with many values that are still possible, and how many answers decide it."""

    title: str
    possible: int
    deciding: int
