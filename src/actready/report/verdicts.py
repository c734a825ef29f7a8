# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a verdict reads: roles, tiers, bans and dates in words that window and report share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from actready.domain.questionnaire import Dated, Finding, Obligation
from actready.domain.scoring import Evaluation
from actready.domain.verdict import Verdict
from actready.domain.wording import fill
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.phrases import all_of, day

Names = tuple[str, str]
"""The names of the organisation and of the subject, to be filled into texts."""


def inside(title: str) -> str:
    """Return a title as it stands inside a sentence; an abbreviation keeps its capitals."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def roles_in_short(verdict: Verdict, names: Names) -> str:
    """Return the established roles as one heading, such as Provider and deployer; or nothing."""
    first, *others = [fill(one.title, *names) for one in verdict.roles] or [""]
    return all_of([first, *(inside(one) for one in others)])


def in_a_sentence(verdict: Verdict, names: Names) -> str:
    """Return the verdict on the role in one sentence, however many roles there are."""
    if len(verdict.roles) == 1:
        return fill(verdict.roles[0].sentence, *names)
    if verdict.roles:
        roles = all_of([inside(_(one.title)) for one in verdict.roles])
        text = _("{organisation} has several roles for {subject} at once: {roles}.")
        return fill(text.replace("{roles}", roles), *names)
    wording = ngettext(
        "The role is undetermined: {count} answer can still decide.",
        "The role is undetermined: {count} answers can still decide.",
        verdict.deciding,
    )
    return wording.format(count=verdict.deciding)


def tiers_in_short(verdict: Verdict, names: Names) -> str:
    """Return the established tiers in one line, and how many are open; empty without any.

    Titles of tiers have commas of their own, so semicolons stand between them.
    """
    known = [fill(one.title, *names) for one in verdict.tiers]
    if verdict.open_tiers and known:
        number = len(verdict.open_tiers)
        text = ngettext("{count} tier still open", "{count} tiers still open", number)
        known.append(text.format(count=number))
    return "; ".join(known)


def dated(evaluation: Evaluation, finding: Finding, names: Names) -> str:
    """Return the title of a finding with the day from which something follows from it."""
    title = fill(finding.title, *names)
    begins = evaluation.begins(finding)
    if begins is None:
        return title
    wording = _("{title}, since {day}") if begins <= evaluation.date else _("{title}, from {day}")
    return wording.format(title=title, day=day(begins))


def ban_in_words(verdict: Verdict, as_of: date) -> str:
    """Return since when or from when a practice is prohibited; empty where none is."""
    if verdict.prohibition is None:
        return ""
    begins = verdict.banned_from
    if begins is None:
        return _("Prohibited")
    wording = _("Prohibited since {day}") if begins <= as_of else _("Prohibited from {day}")
    return wording.format(day=day(begins))


def banned_points(verdict: Verdict, names: Names) -> str:
    """Return the practices that are banned with their points, in one line."""
    return "; ".join(f"{fill(one.title, *names)}, {one.value}" for one in verdict.banned)


def begins_in_words(
    evaluation: Evaluation, duty: Obligation, write: Callable[[date], str] = day
) -> str:
    """Return from when a duty applies. Both dates stand where the formal one is earlier."""
    due = evaluation.due(duty)
    formally = formal_day(evaluation, duty)
    if formally is not None:
        wording = _two_days(formally, due, evaluation.date)
        return wording.format(formal=write(formally), day=write(due))
    wording = _("In force since {day}") if due <= evaluation.date else _("From {day}")
    return wording.format(day=write(due))


def formal_day(evaluation: Evaluation, record: Dated) -> date | None:
    """Return the formal date of a duty where it differs from the day of its effect."""
    begins, formally = evaluation.begins(record), record.formally_from
    if begins is None or formally is None or formally >= begins:
        return None
    return formally


def _two_days(formally: date, due: date, as_of: date) -> str:
    if due <= as_of:
        return _("Formally since {formal}, in effect since {day}")
    if formally <= as_of:
        return _("Formally since {formal}, in effect from {day}")
    return _("Formally from {formal}, in effect from {day}")


def also_serves(
    duties: Sequence[Obligation], act: Callable[[Obligation], str], *, first: bool = False
) -> str:
    """Return a sentence with the duties of other acts that the same answer serves.

    With ``first`` no duty goes before these, so they are all that it serves.
    """
    if not duties:
        return ""
    named = "; ".join(f"{act(one)}: {_(one.title)}" for one in duties)
    return (_("Serves {duties}.") if first else _("Also serves {duties}.")).format(duties=named)
