# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads what people type: numbers with spaces in them, dates in the usual ways to write them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from actready.domain.answers import AnswerFault, shown
from actready.domain.wording import numeral
from actready.i18n import gettext as _

_GROUPED: Final = re.compile(r"(?<=\d)[\s\u00a0\u202f'’](?=\d)")
_NUMBER: Final = re.compile(r"-?\d{1,15}(?:[.,]\d{1,2})?", re.ASCII)
_POWER: Final = re.compile(
    r"(?P<plain>\d{1,15}(?:[.,]\d{1,12})?)[eE]\+?(?P<tens>\d{1,2})"
    r"|(?:(?P<factor>\d{1,15}(?:[.,]\d{1,12})?)[x×*·])?10\^(?P<power>\d{1,2})",
    re.ASCII,
)
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", re.ASCII)
_NAMED: Final = re.compile(r"(\d{1,2})\.?\s+(\w+)\.?\s+(\d{4})")
_FEWEST_LETTERS: Final = 3
_RANGE: Final = re.compile(r"([\d.,]+)(?:\s*(?:[-–—]|\s[^\W\d]+\s)\s*([\d.,]+))?", re.ASCII)


def month_names() -> tuple[str, ...]:
    """Return the names of the months, January first."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip


def number(text: str) -> int | float:
    """Return the number in a text, or raise AnswerFault."""
    plain = _GROUPED.sub("", text.strip())
    if not _NUMBER.fullmatch(plain):
        raise AnswerFault(
            _("{value} is no number.").format(value=shown(text.strip())),
            _("Write digits only, like 34."),
        )
    value = float(plain.replace(",", "."))
    return int(value) if value.is_integer() else value


def large_number(text: str) -> int | float:
    """Return the number in a text; one like 3e24, 10^24 or 3 × 10^24 is also understood."""
    found = _POWER.fullmatch("".join(text.split()))
    if found is None:
        try:
            return number(text)
        except AnswerFault as fault:
            raise AnswerFault(fault.problem, _("Write it like 3e24.")) from fault
    factor = found["plain"] or found["factor"] or "1"
    return float(f"{factor.replace(',', '.')}e{found['tens'] or found['power']}")


def day(text: str) -> str:
    """Return the date in a text as ISO text, or raise AnswerFault."""
    parts = _parts(" ".join(text.split()))
    if parts is not None:
        try:
            return date(*parts).isoformat()
        except ValueError:
            pass
    raise AnswerFault(
        _("{value} is no date.").format(value=shown(text.strip())),
        _("Write it like 28 February 2026."),
    )


def hours(text: str) -> list[int | float]:
    """Return the fewest and the most hours in a text like "4 to 12" or "8"."""
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        raise AnswerFault(
            _("{value} is no number of hours.").format(value=shown(text.strip())),
            _("Write it like “4 to 12”, or a single number."),
        )
    return [number(found[1]), number(found[2] or found[1])]


def day_in_words(iso: str) -> str:
    """Return an ISO date as people write it."""
    value = date.fromisoformat(iso)
    return f"{value.day} {month_names()[value.month - 1]} {value.year}"


def number_in_words(value: float) -> str:
    """Return a number with its thousands apart."""
    return numeral(value, "\u202f")


def _parts(text: str) -> tuple[int, int, int] | None:
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _NAMED.fullmatch(text):
        month = _month(found[2])
        return None if month is None else (int(found[3]), month, int(found[1]))
    return None


def _month(word: str) -> int | None:
    begins = [
        place
        for place, name in enumerate(month_names(), 1)
        if len(word) >= _FEWEST_LETTERS and name.casefold().startswith(word.casefold())
    ]
    return begins[0] if len(begins) == 1 else None
