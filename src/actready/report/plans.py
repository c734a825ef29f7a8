# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How report and window write what is planned for a duty."""

from __future__ import annotations

from actready.domain.actions import Action
from actready.i18n import gettext as _
from actready.report.phrases import plain, short_day


def plan_line(action: Action) -> str:
    """Return owner, due date and own estimate in one line, as far as they are there."""
    parts = list(who_and_when(action))
    if action.effort:
        parts.append(_("Own estimate: {hours}").format(hours=hours(action.effort)))
    return " · ".join(parts)


def who_and_when(action: Action) -> tuple[str, ...]:
    """Return owner and due date, as far as they are there."""
    found = []
    if action.owner:
        found.append(_("Owner: {owner}").format(owner=plain(action.owner)))
    if action.due:
        found.append(_("Due: {day}").format(day=short_day(action.due)))
    return tuple(found)


def done_line(action: Action) -> str:
    """Return that a duty was marked done, and when; empty where it was not."""
    if not action.done:
        return ""
    if action.done_on is None:
        return _("Marked done")
    return _("Marked done on {day}").format(day=short_day(action.done_on))


def hours(effort: tuple[float, float]) -> str:
    """Return a range of hours in words."""
    return _("{range} hours").format(range=hour_range(effort))


def hour_range(effort: tuple[float, float]) -> str:
    """Return the fewest and the most hours, or one number where they are the same."""
    fewest, most = (f"{one:g}" if one < 10_000 else f"{one:.0f}" for one in effort)
    return fewest if fewest == most else _("{fewest} to {most}").format(fewest=fewest, most=most)
