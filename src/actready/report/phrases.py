# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the report writes dates, lists, answers and names that come from outside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime

from actready.domain.answers import DONT_KNOW, Value
from actready.domain.questionnaire import Question
from actready.domain.terms import Kind, Theme
from actready.domain.wording import numeral
from actready.i18n import gettext as _

_SHORT_NAME = 36
_NO_BREAK = "\u00a0"

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: Marks that turn the direction of the text that follows. A name must not do that to a sentence.
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


#: What stands before the article, annex or recital of a citation: the act.
_ACT = re.compile(r".*?(?=(?:Art\.|Annex|Recital)\s)")


def plain(text: str) -> str:
    """Return a text from outside without control characters and marks of direction."""
    kept = (
        " " if unicodedata.category(one) in {"Cc", "Zl", "Zp"} else one
        for one in unicodedata.normalize("NFC", text)
        if one not in _DIRECTION and unicodedata.category(one) not in {"Cs", "Cn", "Co"}
    )
    return " ".join("".join(kept).split())


def lines(text: str) -> str:
    """Return a longer text from outside, cleaned line by line."""
    return "\n".join(filter(None, (plain(line) for line in text.splitlines())))


def short(name: str) -> str:
    """Return a name that fits into a running head."""
    return name if len(name) <= _SHORT_NAME else f"{name[: _SHORT_NAME - 1].rstrip()}…"


def day(value: date) -> str:
    """Return a date like 23 November 2026."""
    return f"{value.day} {_(_MONTHS[value.month - 1])} {value.year}"


def short_day(value: date) -> str:
    """Return a date like 23 Nov 2026, which no line break divides."""
    return f"{value.day}\u00a0{_(_MONTHS[value.month - 1])[:3]}\u00a0{value.year}"


def month(value: date) -> str:
    """Return a month like Nov 2026."""
    return f"{_(_MONTHS[value.month - 1])[:3]} {value.year}"


def moment(iso: str) -> str:
    """Return an ISO time in UTC like 23 November 2026, 14:32 UTC; an unreadable one as it is."""
    try:
        value = datetime.fromisoformat(iso).astimezone(UTC)
    except ValueError:
        return iso
    return f"{day(value.date())}, {value:%H:%M} UTC"


def one_of(texts: Sequence[str]) -> str:
    """Return texts as alternatives: a, b or c."""
    return _joined(texts, _("{most} or {last}"))


def all_of(texts: Sequence[str]) -> str:
    """Return texts as a list: a, b and c."""
    return _joined(texts, _("{most} and {last}"))


def _joined(texts: Sequence[str], pattern: str) -> str:
    if len(texts) < 2:
        return "".join(texts)
    return pattern.format(most=", ".join(texts[:-1]), last=texts[-1])


def cited(provisions: Sequence[str]) -> tuple[str, ...]:
    """Return provisions for one column: the act is named once for those that follow each other."""
    found: list[str] = []
    act = ""
    for provision in provisions:
        own = _ACT.match(provision)
        named = own[0] if own else ""
        found.append(provision.removeprefix(named) if named == act else provision)
        act = named
    return tuple(found)


def theme_title(theme: Theme | None) -> str:
    """Return what the duties of a theme are about, in words."""
    words = {
        Theme.REPORTING: _("Reporting"),
        Theme.DESIGN: _("Design and properties"),
        Theme.COMPONENTS: _("Components"),
        Theme.VULNERABILITIES: _("Handling of vulnerabilities"),
        Theme.DOCUMENTATION: _("Documentation"),
        Theme.CONFORMITY: _("Conformity"),
        Theme.USERS: _("Information for users"),
        Theme.SUPPLY_CHAIN: _("Supply chain"),
        Theme.STEWARDSHIP: _("Stewardship"),
        Theme.COOPERATION: _("Cooperation with authorities"),
        Theme.PRACTICES: _("Prohibited practices"),
        Theme.OVERSIGHT: _("Human oversight"),
        Theme.DATA: _("Data"),
        Theme.TRANSPARENCY: _("Transparency"),
        Theme.MODELS: _("General-purpose models"),
        Theme.PEOPLE: _("People and skills"),
        None: _("Other duties"),
    }
    return words[theme]


def answer_text(question: Question, value: Value | None) -> str:
    """Return an answer in words."""
    if value is None:
        return _("Not answered")
    if value == DONT_KNOW:
        return _("I don’t know")
    match question.kind:
        case Kind.YES_NO:
            return _("Yes") if value is True else _("No")
        case Kind.ONE_OF | Kind.SEVERAL_OF:
            return "; ".join(_label(question, one) for one in _several(value))
        case Kind.DATE:
            return day(date.fromisoformat(str(value)))
        case Kind.NUMBER:
            return f"{numeral(value, _NO_BREAK)} {_(question.unit)}".strip()
        case Kind.TEXT:
            return lines(str(value))


def _several(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _label(question: Question, option_id: str) -> str:
    option = question.option(option_id)
    return _(option.label) if option else option_id
