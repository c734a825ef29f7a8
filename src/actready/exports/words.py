# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words that all exports share, and texts in a form that no format chokes on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.context import IN_FORCE, AnswerLine, Duty
from actready.report.context_acts import OpenGroup
from actready.report.phrases import lines, plain

#: The longest text of a cell. Excel holds 32 767 characters; some need more than one of its units.
LONGEST: Final = 16_000


def clean(text: str) -> str:
    """Return a text without control characters, marks of direction and broken Unicode."""
    return _cut(lines(text), LONGEST)


def one_line(text: str, longest: int = LONGEST) -> str:
    """Return the same in one line."""
    return _cut(plain(text), longest)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def sign_word(sign: str) -> str:
    """Return the word that belongs to a sign of the report."""
    words = {
        "established": _("Established"),
        "excluded": _("Ruled out"),
        "prohibited": _("Prohibited practice"),
        "undetermined": _("Undetermined"),
        "unasked": _("Not answered"),
        "unknown": _("Unknown"),
        "met": _("Met"),
        "partly": _("Partly"),
        "open": _("Open"),
        "not_applicable": _("Not applicable"),
    }
    return words[sign]


def duty_word(duty: Duty) -> str:
    """Return how far a duty is met, or that it is none, or that it only may apply."""
    if duty.nature:
        return duty.nature
    return sign_word(duty.status) if duty.certain else _("May apply")


def is_in_force(duty: Duty) -> bool:
    """Tell whether a duty applies and its day has come."""
    return duty.certain and duty.moment.sign == IN_FORCE


def yes_no(value: bool) -> str:
    """Return yes or no in words."""
    return _("Yes") if value else _("No")


def day_of(iso: str) -> date:
    """Return the day of an ISO date or time."""
    return moment_of(iso).date()


def moment_of(iso: str) -> datetime:
    """Return an ISO date or time."""
    return datetime.fromisoformat(iso)


def still_possible(group: OpenGroup) -> str:
    """Return how many results of a matter are possible, and how many answers decide."""
    possible = ngettext(
        "{count} result is still possible", "{count} results are still possible", group.possible
    )
    deciding = ngettext("{count} answer decides.", "{count} answers decide.", group.deciding)
    words = (possible.format(count=group.possible), deciding.format(count=group.deciding))
    return "; ".join(words)


def fine_text(duty: Duty) -> str:
    """Return the highest fine, and why it is lifted or may be."""
    return ". ".join(filter(None, (duty.fine, duty.relief)))


def answer_state(line: AnswerLine) -> str:
    """Return whether an answer is known, not known, or missing."""
    states = {"": _("Answered"), "unknown": _("I don’t know"), "unasked": _("Not answered")}
    return states[line.state]
