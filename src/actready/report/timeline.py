# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The time line of law dates: from dates to places in a drawing, so that no two labels meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from actready.i18n import gettext as _
from actready.report.context import LawDate
from actready.report.context_timeline import Mark, Timeline
from actready.report.phrases import day, month, short_day

#: Points: the width of the text block, where the axis begins, and a letter at 7.8 points.
WIDTH = 484.0
AXIS_FROM = 62.0
_AXIS_TO = 476.0
_LETTER = 3.75
_GAP = 10.0
_YEAR = timedelta(days=365)
_MOST_TICKS = 8
_STEPS = (1, 3, 6, 12, 24, 60, 120)


class _Scale:
    def __init__(self, first: date, last: date) -> None:
        pad = timedelta(days=max(20, (last - first).days // 12))
        self.first = first - pad
        self.last = last + pad
        self._days = (self.last - self.first).days

    def x(self, when: date) -> float:
        share = (when - self.first).days / self._days
        return round(AXIS_FROM + share * (_AXIS_TO - AXIS_FROM), 2)


def timeline(dates: Sequence[LawDate], as_of: date) -> Timeline | None:
    """Return the drawing of these dates around the date of the assessment; None without dates."""
    if not dates:
        return None
    days = [date.fromisoformat(one.moment.iso) for one in dates]
    scale = _Scale(min(*days, as_of), max(*days, as_of + _YEAR))
    labels = [_label(one) for one in dates]
    places = [scale.x(one) for one in days]
    signs = [one.moment.sign for one in dates]
    marks = tuple(_placed(signs, labels, places))
    today = _("As of {day}").format(day=short_day(as_of))
    return Timeline(
        words=_("Time line, law as of {day}. {dates}.").format(
            day=day(as_of), dates="; ".join(_in_full(one) for one in dates)
        ),
        width=WIDTH,
        axis_from=AXIS_FROM,
        rows=1 + max(mark.row for mark in marks),
        today=Mark("", today, scale.x(as_of), _start(scale.x(as_of), today), 0),
        band_to=scale.x(as_of + _YEAR),
        marks=marks,
        ticks=tuple(_ticks(scale)),
    )


def _label(one: LawDate) -> str:
    """Return the label of a mark. With several acts it names them; the table has the numbers."""
    return f"{one.moment.day}: {one.acts or one.duties}"


def _in_full(one: LawDate) -> str:
    acts = f"{one.acts}, " if one.acts else ""
    return f"{one.moment.day}: {acts}{one.duties}"


def _start(x: float, label: str) -> float:
    width = len(label) * _LETTER
    return round(max(AXIS_FROM - _GAP, min(x - width / 2, WIDTH - width)), 2)


def _placed(signs: Sequence[str], labels: Sequence[str], places: Sequence[float]) -> Iterator[Mark]:
    """Put each label into the first row in which it does not touch the one before it."""
    ends: list[float] = []
    for sign, label, x in zip(signs, labels, places, strict=True):
        start = _start(x, label)
        row = next((row for row, end in enumerate(ends) if end + _GAP <= start), len(ends))
        ends[row : row + 1] = [start + len(label) * _LETTER]
        yield Mark(sign, label, x, start, row)


def _ticks(scale: _Scale) -> Iterator[Mark]:
    months = (scale.last - scale.first).days // 30
    step = next((one for one in _STEPS if months / one <= _MOST_TICKS), _STEPS[-1])
    index = scale.first.year * 12 + scale.first.month
    index += -index % step
    while (when := date(index // 12, index % 12 + 1, 1)) < scale.last:
        if when > scale.first:
            label = month(when)
            yield Mark("", label, scale.x(when), _start(scale.x(when), label), 0)
        index += step
