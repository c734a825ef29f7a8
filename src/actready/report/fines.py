# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How high fines can be, in words: a few for a column, a sentence for a line, a page for an act.

The same words stand in the report, in the window and on the command line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from actready.domain.fines import (
    Basis,
    Fine,
    Kind,
    Limit,
)
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act
from actready.domain.threats import Threat, reliefs, threats
from actready.domain.wording import fill
from actready.i18n import gettext as _
from actready.report.phrases import day

_MILLION: Final = 100_000_000
_TENTH: Final = _MILLION // 10
_SPACE: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class CeilingLine:
    """One ceiling: for what, how high, from when, and where the law says so.

    ``more`` says what else is known of the sum, or what would tell it.
    """

    id: str
    what_for: str
    ceiling: str
    more: str
    begins: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReliefLine:
    """A relief that holds."""

    text: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FineBox:
    """How high fines can be under an act.

    ``missing`` is the question about the turnover where it is unknown and would tell more.
    """

    lines: tuple[CeilingLine, ...]
    reliefs: tuple[ReliefLine, ...]
    note: str
    provisions: tuple[str, ...]
    missing: str
    act: Act = Act.COMMON


def money(cents: int) -> str:
    """Return a sum like EUR 37.5 million, EUR 250 000 or EUR 1 234.56; no line break divides it."""
    if cents >= _MILLION and cents % _TENTH == 0:
        return _("EUR {sum} million").format(sum=_millions(cents)).replace(" ", _SPACE)
    return "EUR" + _SPACE + _digits(cents)


def _short_money(cents: int) -> str:
    if cents >= _MILLION and cents % _TENTH == 0:
        return _("€{sum}m").format(sum=_millions(cents))
    return "€" + _digits(cents)


def _millions(cents: int) -> str:
    whole, tenths = divmod(cents // _TENTH, 10)
    return f"{_digits(whole * 100)}.{tenths}" if tenths else _digits(whole * 100)


def _digits(cents: int) -> str:
    whole, part = divmod(cents, 100)
    digits = f"{whole:,}".replace(",", _SPACE)
    return f"{digits}.{part:02}" if part else digits


def _percent(limit: Limit) -> str:
    return f"{limit.ceiling.percent:g}{_SPACE}%"


def brief(fine: Fine) -> str:
    """Return the highest fine in a few words, for a column."""
    if fine.is_out:
        return _("none")
    if fine.kind is Kind.NATIONAL:
        return _("national law")
    if fine.limit is None:
        return fine.penalty
    short = _brief_ceiling(fine.limit)
    return short if fine.relieved is False else _("{ceiling}, or none").format(ceiling=short)


def _brief_ceiling(limit: Limit) -> str:
    if limit.exact is not None:
        return _short_money(limit.exact)
    both = _("{amount} or {percent}")
    return both.format(amount=_short_money(limit.amount), percent=_percent(limit))


def line(fine: Fine, as_of: date) -> str:
    """Return the highest fine in one line, for the detail of a duty."""
    if fine.is_out:
        return _("No administrative fine")
    if fine.kind is Kind.NATIONAL:
        return _("National law sets the penalty")
    if fine.limit is None:
        return _("Fine under {provision}").format(provision=fine.penalty)
    ceiling = _("Fine ceiling: {ceiling}").format(ceiling=_one_line(fine.limit))
    begins = fine.limit.ceiling.begins
    begun = "" if begins <= as_of else _("from {day}").format(day=day(begins))
    return ", ".join(filter(None, (ceiling, begun)))


def _one_line(limit: Limit) -> str:
    if limit.exact is not None:
        return money(limit.exact)
    which = {
        Basis.HIGHER: _("{amount} or {percent} of turnover, whichever is higher"),
        Basis.LOWER: _("{amount} or {percent} of turnover, whichever is lower"),
        None: _("{amount} or {percent} of turnover, which of them is undetermined"),
    }
    return which[limit.basis].format(amount=money(limit.amount), percent=_percent(limit))


def ceiling_words(limit: Limit) -> str:
    """Return a ceiling in full: the sum where it is known, and what makes it."""
    what_makes_it = {
        Basis.HIGHER: _("the higher of {amount} and {percent} of turnover"),
        Basis.LOWER: _("the lower of {amount} and {percent} of turnover"),
        Basis.AMOUNT: _("the share of turnover holds for undertakings only"),
        None: "",
    }
    what = what_makes_it[limit.basis].format(amount=money(limit.amount), percent=_percent(limit))
    if limit.exact is not None:
        return (
            ": ".join(filter(None, (_("Up to {sum}").format(sum=money(limit.exact)), what))) + "."
        )
    return _("Up to {ceiling}.").format(ceiling=_one_line(limit))


def _bounds(limit: Limit) -> Iterator[str]:
    """Yield what is known of a sum that is not known, and what would tell it."""
    if limit.exact is None and limit.share is not None and limit.at_most is not None:
        between = _("It is at least {least} and at most {most}.")
        yield between.format(least=money(limit.at_least), most=money(limit.at_most))
    if limit.needs_turnover:
        yield _("Give the turnover to see the sum.")


def relief_text(fine: Fine, names: tuple[str, str]) -> str:
    """Return why a fine is lifted, or may be; empty where no relief is in question.

    A relief from everything is told once for the act, not again with each duty.
    """
    own = [one for one in fine.reliefs if not one.is_of_everything]
    sentences = " ".join(fill(one.sentence, *names) for one in own)
    if sentences and fine.relieved is None:
        return _("If the relief holds: {sentence}").format(sentence=sentences)
    return sentences


def fine_box(evaluation: Evaluation, act: Act, names: tuple[str, str]) -> FineBox | None:
    """Return how high fines can be under an act; None where neither ceiling nor relief is met."""
    penalties = evaluation.questionnaire.penalties_of(act)
    met = [one for one in threats(evaluation, act) if one.certain]
    lifted = reliefs(evaluation, act)
    if penalties is None or not (met or lifted):
        return None
    missing = any(one.limit.needs_turnover for one in met)
    return FineBox(
        lines=tuple(_ceiling_line(one, evaluation.date, names) for one in met),
        reliefs=tuple(ReliefLine(fill(one.sentence, *names), one.provisions) for one in lifted),
        note=fill(penalties.note, *names) if met else "",
        provisions=penalties.provisions if met else (),
        missing=penalties.turnover if missing else "",
        act=act,
    )


def _ceiling_line(threat: Threat, as_of: date, names: tuple[str, str]) -> CeilingLine:
    ceiling = threat.limit.ceiling
    words = _("Since {day}") if ceiling.begins <= as_of else _("From {day}")
    return CeilingLine(
        ceiling.id,
        fill(ceiling.sentence, *names),
        ceiling_words(threat.limit),
        " ".join(_bounds(threat.limit)),
        words.format(day=day(ceiling.begins)),
        ceiling.provisions,
    )
