# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The time line: its order, its edges, and that labels do not meet."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from actready.report.context import LawDate
from actready.report.context_timeline import Mark
from actready.report.duties import moment_of
from actready.report.timeline import AXIS_FROM, WIDTH, timeline

AS_OF = date(2026, 11, 23)
LETTER = 3.75


def law_date(day: date) -> LawDate:
    return LawDate(moment_of(day, AS_OF), "3 duties", "Red")


def overlap(one: Mark, other: Mark) -> bool:
    if one.row != other.row:
        return False
    first, second = sorted((one, other), key=lambda mark: mark.text_x)
    return first.text_x + len(first.label) * LETTER > second.text_x


def test_that_marks_stand_in_the_order_of_their_dates_inside_the_drawing() -> None:
    days = [date(2026, 9, 11), date(2027, 6, 1), date(2027, 12, 11)]
    line = timeline([law_date(day) for day in days], AS_OF)
    assert line is not None
    places = [mark.x for mark in line.marks]
    assert places == sorted(places)
    assert places[0] < line.today.x < places[1] < line.band_to < places[2]
    assert all(AXIS_FROM <= place <= WIDTH for place in places)
    assert [mark.sign for mark in line.marks] == ["in_force", "within_12_months", "later"]


def test_that_labels_of_near_dates_move_to_rows_of_their_own() -> None:
    days = [AS_OF + timedelta(days=step) for step in (1, 3, 5, 8, 400)]
    line = timeline([law_date(day) for day in days], AS_OF)
    assert line is not None
    assert line.rows == 4
    assert not [pair for pair in combinations(line.marks, 2) if overlap(*pair)]


def test_that_labels_stay_inside_and_ticks_stay_few_over_thirty_years() -> None:
    line = timeline([law_date(date(2005, 1, 1)), law_date(date(2036, 1, 1))], AS_OF)
    assert line is not None
    assert 3 <= len(line.ticks) <= 9
    for mark in (*line.marks, *line.ticks, line.today):
        assert mark.text_x >= 0
        assert mark.text_x + len(mark.label) * LETTER <= WIDTH + 0.01


def test_that_the_drawing_says_in_words_what_it_shows() -> None:
    line = timeline([law_date(date(2027, 12, 11))], AS_OF)
    assert line is not None
    assert line.words == "Time line, law as of 23 November 2026. 11\u00a0Dec\u00a02027: 3 duties."


def test_that_no_dates_make_no_drawing() -> None:
    assert timeline([], AS_OF) is None
