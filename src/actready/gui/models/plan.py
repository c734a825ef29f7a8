# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the window shows of the plan for a duty, and how it reads what is typed there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from actready.domain.actions import Action, with_part
from actready.domain.questionnaire import Effort, Obligation
from actready.domain.readiness import typical_effort
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act
from actready.gui.editors import reading
from actready.i18n import gettext as _
from actready.report.plans import done_line, hour_range, hours, plan_line


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan for one duty. ``fields`` are the parts as they stand in their fields.

    ``line`` and ``done`` stand in the list; ``hint`` says what the tick means, ``typical`` how much
    work is usual. ``asks`` tells whether an answer is wanted to count the duty as met.
    """

    obligation: str
    title: str
    line: str
    done: str
    is_done: bool
    hint: str
    typical: str
    fields: Mapping[str, str]
    asks: bool


def plan_view(
    evaluation: Evaluation, obligation_id: str, title: str, action: Action, *, is_gap: bool
) -> PlanView:
    """Return what is shown of an action, also for an obligation that the law has no longer."""
    obligation = evaluation.questionnaire.obligation_by_id.get(obligation_id)
    asks = action.done and is_gap and bool(obligation and obligation.readiness)
    return PlanView(
        obligation=obligation_id,
        title=title,
        line=plan_line(action),
        done=done_line(action),
        is_done=action.done,
        hint=_hint(action, is_gap=is_gap, asks=asks),
        typical=_typical(evaluation, obligation),
        fields={
            "owner": action.owner,
            "due": reading.day_in_words(action.due.isoformat()) if action.due else "",
            "effort": hour_range(action.effort) if action.effort else "",
            "note": action.note,
        },
        asks=asks,
    )


def changed(action: Action, part: str, typed: str) -> Action:
    """Return an action with one part as it was typed, or raise AnswerFault."""
    text = typed.strip()
    raw: object = text
    if text and part == "due":
        raw = reading.day(text)
    elif text and part == "effort":
        raw = reading.hours(text)
    return with_part(action, part, raw)


def marked(action: Action, *, done: bool) -> Action:
    """Return an action that is marked done, or is not."""
    return with_part(action, "done", done)


def _hint(action: Action, *, is_gap: bool, asks: bool) -> str:
    if asks:
        return _("Marked done; answer the question below to count it as met.")
    if action.done and is_gap:
        return _("Marked done; no question asks yet whether it is met, so it stays unknown.")
    if action.done:
        return done_line(action) + "."
    return _("For your own list. Only the answer to its question counts a duty as met.")


def _typical(evaluation: Evaluation, obligation: Obligation | None) -> str:
    if obligation is None or obligation.effort is None:
        return ""
    return f"{_usual(evaluation, obligation, obligation.effort)} {_(obligation.effort.source)}."


def _usual(evaluation: Evaluation, obligation: Obligation, effort: Effort) -> str:
    usual = typical_effort(evaluation, obligation)
    if usual is not None:
        words = {
            "micro": _("Typical for a microenterprise: {hours}."),
            "small": _("Typical for a small enterprise: {hours}."),
            "medium": _("Typical for a medium-sized enterprise: {hours}."),
        }
        return words[evaluation.value(Act.COMMON, "size")].format(hours=hours(usual))
    text = _("Typical: {micro} for a micro, {small} for a small, {medium} for a medium-sized firm.")
    return text.format(
        micro=hours(effort.micro), small=hours(effort.small), medium=hours(effort.medium)
    )
