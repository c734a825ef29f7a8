# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar: what is entered, on which day, under which identifier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import cast

import icalendar
from tests.exports.example import (
    DONE,
    HOSTILE,
    PLANNED,
    SOLD,
    harmful,
    hostile,
    made,
    planned,
    usual,
)
from tests.report.example import LENT, OPEN

from actready.exports.calendar import calendar
from actready.report.context import ReportContext


def events(context: ReportContext) -> list[icalendar.Event]:
    read = icalendar.Calendar.from_ical(calendar(context))
    assert isinstance(read, icalendar.Calendar)
    return list(read.events)


def day_of(event: icalendar.Event) -> date:
    day = event.DTSTART
    assert isinstance(day, date)
    return day


def told(context: ReportContext) -> list[tuple[date, str]]:
    return [(day_of(one), str(one["summary"])) for one in events(context)]


def triggers(event: icalendar.Event) -> list[object]:
    return [cast("icalendar.Alarm", alarm).TRIGGER for alarm in event.walk("VALARM")]


def test_that_days_of_the_law_and_own_due_dates_are_entered() -> None:
    assert told(made(planned(SOLD, papers=PLANNED, flag=DONE), LENT)) == [
        (date(2026, 9, 11), "Kite Act: 1 duty from this day, Red"),
        (date(2026, 12, 1), "Done: Fly a flag, Red"),
        (date(2027, 1, 31), "Due: Carry papers, Red"),
        (date(2027, 6, 1), "Kite Act: 1 duty from this day, Red"),
        (date(2028, 1, 1), "Kite Act: 1 duty from this day, Blue"),
    ]


def test_that_an_event_lasts_a_day_and_blocks_no_time() -> None:
    for one in events(usual()):
        assert day_of(one) + timedelta(days=1) == one.DTEND
        assert one["transp"] == "TRANSPARENT"


def test_that_two_reminders_come_before_a_day_that_is_still_to_come() -> None:
    by_day = {day_of(one): one for one in events(made(planned(SOLD, papers=PLANNED)))}
    for day in (date(2027, 1, 31), date(2027, 6, 1)):
        assert triggers(by_day[day]) == [timedelta(days=-30), timedelta(days=-7)]


def test_that_nobody_is_reminded_of_what_is_past_or_done() -> None:
    by_day = {day_of(one): one for one in events(usual())}
    assert triggers(by_day[date(2026, 9, 11)]) == []
    assert triggers(by_day[date(2026, 12, 1)]) == []


def test_that_nobody_is_reminded_of_duties_that_are_met() -> None:
    context = made(SOLD)
    (subject,) = context.subjects
    (result,) = subject.results
    groups = tuple(
        replace(group, duties=tuple(replace(one, status="met") for one in group.duties))
        for group in result.duty_groups
    )
    met = replace(
        context, subjects=(replace(subject, results=(replace(result, duty_groups=groups),)),)
    )
    assert [triggers(one) for one in events(met)] == [[], []]


def test_that_the_text_says_who_and_what_and_where_the_law_says_so() -> None:
    found = events(made(planned(SOLD, papers=PLANNED)))
    by_day = {day_of(one): str(one["description"]) for one in found}
    own = by_day[date(2027, 1, 31)]
    for part in ("Owner: Ann", "6 to 10 hours", "Ask the printer.", "Kite Art. 9"):
        assert part in own
    assert "Unknown: Fly a flag (Kite Annex I)" in by_day[date(2027, 6, 1)]


def test_that_a_day_that_is_past_is_left_out_where_nothing_is_established() -> None:
    # Grey may be sold or lent: papers since September 2026, a flag, or a log.
    assert told(made(OPEN)) == [
        (date(2027, 6, 1), "Kite Act: 1 may apply from this day, Grey"),
        (date(2028, 1, 1), "Kite Act: 1 may apply from this day, Grey"),
    ]


def uids(context: ReportContext) -> set[str]:
    return {str(one["uid"]) for one in events(context)}


def test_that_an_event_keeps_its_identifier_when_words_and_dates_change() -> None:
    moved = PLANNED.model_copy(update={"due": date(2027, 3, 1), "note": ""})
    before = made(planned(SOLD, papers=PLANNED))
    after = made(planned(replace(SOLD, name="Crimson"), papers=moved), name="Firma Y")
    assert uids(before) == uids(after)
    assert len(uids(before)) == 3


def test_that_two_assessments_share_no_identifier() -> None:
    assert uids(made(SOLD)) & uids(made(SOLD, origin="ef" * 32)) == set()


def test_that_a_newer_file_replaces_an_older_one() -> None:
    context = usual()
    assert context.record is not None
    later = replace(context, record=replace(context.record, entries=8))
    assert {one["sequence"] for one in events(context)} == {7}
    assert {one["sequence"] for one in events(later)} == {8}


def test_that_an_answers_file_gives_a_calendar_too() -> None:
    context = replace(usual(), record=None)
    assert {one["sequence"] for one in events(context)} == {0}
    assert len(uids(context)) == len(events(context)) == 7


def test_that_the_same_context_gives_the_same_bytes() -> None:
    assert calendar(usual()) == calendar(usual())


def test_that_no_line_is_longer_than_the_standard_allows() -> None:
    lines = calendar(hostile()).split(b"\r\n")
    assert max(map(len, lines)) <= 75


def test_that_hostile_texts_add_no_event_and_no_line_of_their_own() -> None:
    data = calendar(hostile())
    found = events(hostile())
    # Each subject owes papers and a flag on two days, and has one plan.
    assert len(found) == 3 * len(HOSTILE)
    assert data.count(b"BEGIN:VEVENT\r\n") == len(found)
    kept = data.decode("utf-8").replace("\r\n", "")
    assert not harmful(kept)


def test_that_a_plan_for_what_is_no_duty_is_entered_too() -> None:
    found = told(made(planned(LENT, papers=PLANNED)))
    assert (date(2027, 1, 31), "Due: Carry papers, Blue") in found
