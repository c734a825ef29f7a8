# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The drawing of the time line in the context of a report: marks and where they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A label on the time line: where its sign and its text stand, in points."""

    sign: str
    label: str
    x: float
    text_x: float
    row: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing of law dates, with every place worked out; ``words`` says the same as a text."""

    words: str
    width: float
    axis_from: float
    rows: int
    today: Mark
    band_to: float
    marks: tuple[Mark, ...]
    ticks: tuple[Mark, ...]
