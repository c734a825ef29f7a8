# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody plans to do about a duty, and the check of its parts.

An action never meets a duty. Only the answers to the readiness questions do.
"""

from __future__ import annotations

import math
from datetime import date
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, model_validator

from actready.domain.answers import MAX_TEXT, AnswerFault, iso_date, limited_text, shown
from actready.i18n import gettext as _

MAX_OWNER: Final = 200
MAX_HOURS: Final = 100_000
PARTS: Final = ("owner", "due", "note", "done", "effort")
"""The parts of an action, as they are named in the answers file and in the evaluation."""

_Hours = (
    Annotated[int, Field(ge=0, le=MAX_HOURS, strict=True)]
    | Annotated[float, Field(ge=0, le=MAX_HOURS, allow_inf_nan=False, strict=True)]
)


class Action(BaseModel):
    """Who does something about a duty, by when, a remark, whether it is done, and own hours.

    ``done_on`` is the day on which it was marked done, where that is known. ``effort`` runs from
    the fewest to the most hours.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    owner: str = ""
    due: date | None = None
    note: str = ""
    done: bool = False
    done_on: date | None = None
    effort: tuple[_Hours, _Hours] | None = None

    @model_validator(mode="after")
    def _parts_fit_together(self) -> Action:
        if self.done_on is not None and not self.done:
            raise ValueError("what is not done has no day on which it was done")
        if self.effort is not None and self.effort[0] > self.effort[1]:
            raise ValueError("an effort runs from fewer to more hours")
        return self

    @property
    def is_empty(self) -> bool:
        """Whether nothing is planned."""
        return self == NOTHING


NOTHING: Final = Action()
"""No plan at all."""


def with_part(action: Action, part: str, raw: object) -> Action:
    """Return an action with one part as somebody wrote it; None or an empty text clears it.

    Raises AnswerFault for a value that does not fit.
    """
    empty = raw is None or raw == ""
    match part:
        case "owner":
            text = "" if empty else limited_text(raw, MAX_OWNER)
            changed: dict[str, object] = {"owner": " ".join(text.split())}
        case "note":
            changed = {"note": "" if empty else limited_text(raw, MAX_TEXT).strip()}
        case "due":
            changed = {"due": None if empty else date.fromisoformat(iso_date(raw))}
        case "done":
            changed = _done(None if empty else raw)
        case _:
            changed = {"effort": None if empty else _effort(raw)}
    return action.model_copy(update=changed)


def _done(raw: object) -> dict[str, object]:
    if raw is None or isinstance(raw, bool):
        return {"done": raw is True, "done_on": None}
    try:
        return {"done": True, "done_on": date.fromisoformat(iso_date(raw))}
    except AnswerFault as fault:
        raise AnswerFault(
            fault.problem, _("Write true, false, or the day on which it was done, like 2027-12-11.")
        ) from fault


def _effort(raw: object) -> tuple[float, float]:
    ends: list[object] = [*raw] if isinstance(raw, list | tuple) else [raw, raw]
    hours = [one for one in ends if isinstance(one, int | float) and _is_finite(one)]
    if not len(ends) == len(hours) == 2:
        raise AnswerFault(
            _("{value} is no number of hours.").format(value=shown(raw)),
            _("Write the fewest and the most hours, like [4, 12]."),
        )
    fewest, most = hours
    if not 0 <= fewest <= most <= MAX_HOURS:
        raise AnswerFault(
            _("The effort cannot run from {fewest} to {most} hours.").format(
                fewest=shown(fewest), most=shown(most)
            ),
            _("Write the smaller number first. The largest here is {limit}.").format(
                limit=MAX_HOURS
            ),
        )
    return fewest, most


def _is_finite(number: float) -> bool:
    return not isinstance(number, bool) and (isinstance(number, int) or math.isfinite(number))
