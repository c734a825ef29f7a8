# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of work as a calendar (iCalendar, RFC 5545): deadlines of the law, and own due dates.

Events, not tasks: Google Calendar and Outlook drop tasks from a file without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final

from actready.exports.identity import Identity
from actready.exports.listing import duties_by_act, options_of
from actready.exports.words import clean, day_of, duty_word, moment_of, one_line
from actready.i18n import gettext as _
from actready.report.context import (
    ActResult,
    Duty,
    ReportContext,
    SubjectReport,
)
from actready.report.duties import counted
from actready.report.planned import Plan

if TYPE_CHECKING:
    import icalendar

_REMINDERS: Final = (30, 7)
_LONGEST_TITLE: Final = 200
_SETTLED: Final = ("met", "not_applicable")


@dataclass(frozen=True, slots=True)
class _Happening:
    """A day to enter; ``key`` is what stays the same while the words change."""

    key: tuple[str, ...]
    day: date
    title: str
    text: str
    kind: str
    reminds: bool


def calendar(context: ReportContext) -> bytes:
    """Return the calendar. An event keeps its identifier, so a newer file replaces it."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", f"-//ActReady contributors//ActReady {context.version}//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    name = _("Deadlines: {organisation}").format(organisation=context.organisation)
    made.add("x-wr-calname", one_line(name, _LONGEST_TITLE))
    identity = Identity.of(context)
    for one in sorted(_happenings(context), key=lambda one: (one.day, one.key)):
        made.add_component(_event(one, context, identity))
    return bytes(made.to_ical())


def _event(one: _Happening, context: ReportContext, identity: Identity) -> icalendar.Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{identity.uuid('calendar', *one.key)}@actready")
    event.add("dtstamp", moment_of(context.issued).astimezone(UTC))
    event.add("sequence", context.record.entries if context.record else 0)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", one_line(one.title, _LONGEST_TITLE))
    event.add("description", clean(one.text))
    event.add("categories", [one.kind])
    event.add("transp", "TRANSPARENT")
    if one.reminds and one.day > day_of(context.day):
        for days in _REMINDERS:
            event.add_component(_reminder(days, one.title))
    return event


def _reminder(days: int, title: str) -> icalendar.Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-days))
    text = _("In {days} days: {title}").format(days=days, title=title)
    alarm.add("description", one_line(text, _LONGEST_TITLE))
    return alarm


def _happenings(context: ReportContext) -> Iterator[_Happening]:
    for subject in context.subjects:
        for result, duties in duties_by_act(subject):
            awaited = [one for one in duties if one.certain or one.moment.iso > context.day]
            for iso, begun in groupby(awaited, key=lambda duty: duty.moment.iso):
                yield _deadline(subject, result, iso, list(begun))
            for duty in (*duties, *options_of(subject, result)):
                if duty.plan.due:
                    yield _due(subject, duty.id, duty.title, duty.plan, _help(duty))
        for other in subject.other_plans:
            if other.plan.due:
                yield _due(subject, other.id, other.title, other.plan, ())


def _deadline(
    subject: SubjectReport, result: ActResult, iso: str, duties: list[Duty]
) -> _Happening:
    """Return the day on which duties begin. What is met reminds nobody.

    One event for all of them: dozens begin on one day, and dozens of reminders would hide it.
    """
    title = _("{act}: {duties} from this day, {subject}").format(
        act=result.act, duties=counted(duties), subject=subject.name
    )
    return _Happening(
        key=(subject.id, result.id, "begins", iso),
        day=day_of(iso),
        title=title,
        text="\n".join(_line(duty) for duty in duties),
        kind=_("Deadline of the law"),
        reminds=any(duty.status not in _SETTLED for duty in duties),
    )


def _line(duty: Duty) -> str:
    return _("{status}: {duty} ({provisions})").format(
        status=duty_word(duty), duty=duty.title, provisions=", ".join(duty.provisions)
    )


def _due(
    subject: SubjectReport, key: str, title: str, plan: Plan, more: tuple[str, ...]
) -> _Happening:
    words = _("Done: {duty}, {subject}") if plan.is_done else _("Due: {duty}, {subject}")
    return _Happening(
        key=(subject.id, key, "due"),
        day=day_of(plan.due),
        title=words.format(duty=title, subject=subject.name),
        text="\n".join(filter(None, (plan.line, plan.done, plan.note, *more))),
        kind=_("Own plan"),
        reminds=not plan.is_done,
    )


def _help(duty: Duty) -> tuple[str, ...]:
    return duty.next_step, ", ".join(duty.provisions)
