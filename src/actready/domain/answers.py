# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers: their values, and the check of a value against its question."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import TYPE_CHECKING, Final, assert_never

from actready.domain.terms import Kind
from actready.errors import did_you_mean
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.domain.questionnaire import Question

#: A value as it is kept: dates are ISO texts, several options a tuple.
Value = bool | int | float | str | tuple[str, ...]

DONT_KNOW: Final = "dont_know"
"""The answer "I don't know". It is an answer, and what follows from it stays unknown."""

MAX_TEXT: Final = 20_000
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class AnswerFault(ValueError):
    """A value does not fit its question. ``problem`` and ``hint`` are sentences for the user."""

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.hint = hint


def checked(question: Question, raw: object) -> Value:
    """Return ``raw`` as a value for ``question``, or raise :class:`AnswerFault`."""
    if raw == DONT_KNOW:
        return DONT_KNOW
    match question.kind:
        case Kind.YES_NO:
            return _boolean(raw)
        case Kind.NUMBER:
            return _number(question, raw)
        case Kind.DATE:
            return iso_date(raw)
        case Kind.TEXT:
            return limited_text(raw)
        case Kind.ONE_OF:
            return _option(question, raw)
        case Kind.SEVERAL_OF:
            return _options(question, raw)
        case never:
            assert_never(never)


def fits(question: Question, value: Value) -> bool:
    """Tell whether a kept value is an answer to the question as it stands now."""
    try:
        checked(question, value)
    except AnswerFault:
        return False
    return True


def _boolean(raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    raise AnswerFault(
        _("{value} is no answer to a yes/no question.").format(value=shown(raw)),
        _("Write true, false or dont_know."),
    )


def _number(question: Question, raw: object) -> int | float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not _is_finite(raw):
        raise AnswerFault(
            _("{value} is no number.").format(value=shown(raw)), _("Write digits only, like 34.")
        )
    if question.minimum is not None and raw < question.minimum:
        raise AnswerFault(
            _("{value} is too small.").format(value=shown(raw)),
            _("The smallest number here is {minimum:g}.").format(minimum=question.minimum),
        )
    if question.maximum is not None and raw > question.maximum:
        raise AnswerFault(
            _("{value} is too large.").format(value=shown(raw)),
            _("The largest number here is {maximum:g}.").format(maximum=question.maximum),
        )
    return raw


def _is_finite(raw: float) -> bool:
    return isinstance(raw, int) or math.isfinite(raw)


def iso_date(raw: object) -> str:
    """Return a date as ISO text, or raise AnswerFault."""
    if isinstance(raw, date):
        return raw.isoformat()[:10]
    if isinstance(raw, str) and _ISO_DATE.fullmatch(raw):
        try:
            return date.fromisoformat(raw).isoformat()
        except ValueError:
            pass
    raise AnswerFault(
        _("{value} is no date.").format(value=shown(raw)),
        _("Write year, month and day, like 2027-12-11."),
    )


def limited_text(raw: object, limit: int = MAX_TEXT) -> str:
    """Return a text that is not too long, or raise AnswerFault."""
    if not isinstance(raw, str):
        raise AnswerFault(
            _("{value} is no text.").format(value=shown(raw)), _("Put it in quotation marks.")
        )
    if len(raw) > limit:
        raise AnswerFault(
            _("The text has {count} characters.").format(count=len(raw)),
            _("The longest text here has {limit}.").format(limit=limit),
        )
    return raw


def _option(question: Question, raw: object) -> str:
    ids = [option.id for option in question.options]
    if isinstance(raw, str) and raw in ids:
        return raw
    hint = did_you_mean(raw, ids) if isinstance(raw, str) else ""
    raise AnswerFault(
        _("{value} is no option of '{question}'.").format(value=shown(raw), question=question.id),
        hint or _("The options are: {options}.").format(options=", ".join(ids)),
    )


def _options(question: Question, raw: object) -> tuple[str, ...]:
    listed = [raw] if isinstance(raw, str) else raw
    if not isinstance(listed, list | tuple) or not listed:
        raise AnswerFault(
            _("{value} is no list of options.").format(value=shown(raw)),
            _("Write one or more options, like [{example}].").format(
                example=question.options[0].id
            ),
        )
    chosen = {_option(question, one) for one in listed}
    alone = [option.id for option in question.options if option.alone and option.id in chosen]
    if alone and len(chosen) > 1:
        raise AnswerFault(
            _("'{option}' excludes the other options.").format(option=alone[0]),
            _("Choose it alone, or leave it out."),
        )
    return tuple(option.id for option in question.options if option.id in chosen)


def shown(raw: object) -> str:
    """Return a hostile value as a short quotation for a message."""
    text = str(raw) if isinstance(raw, str | int | float) else type(raw).__name__
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'
