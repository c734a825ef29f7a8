# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Estimates how many floating-point operations (FLOP) the training of a model takes.

There are two ways: from parameters and training tokens, and from the hardware and how long it ran.
Both give a range, because nobody knows the number exactly. Limits of the law are no matter of this
module; they come in as arguments.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from actready.domain.conditions import AnswerTest, leaves
from actready.domain.questionnaire import Fact, Questionnaire
from actready.errors import AppError
from actready.i18n import gettext as _

#: Operations for each parameter and token: two in the forward pass, four in the backward pass.
PASSES: Final = 6

#: How far an estimate may lie from the truth. Commission guidance C(2025) 5045, annex, A.2.
MARGIN: Final = 0.3

_SECONDS: Final = 3600
_FIGURES: Final = 9
_LARGE: Final = 10_000


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of operations that is known only as a range."""

    low: float
    likely: float
    high: float

    @classmethod
    def exactly(cls, number: float) -> Amount:
        """Return an amount that is known."""
        return cls(number, number, number)

    def times(self, factor: float) -> Amount:
        """Return a multiple or a part of the amount."""
        return Amount(self.low * factor, self.likely * factor, self.high * factor)

    def over(self, whole: Amount) -> Amount:
        """Return which share of a whole this is: at least, likely, and at most."""
        return Amount(self.low / whole.high, self.likely / whole.likely, self.high / whole.low)


#: What part of their peak performance accelerators reach in training; see ``utilisation_source``.
UTILISATION: Final = Amount(0.3, 0.4, 0.5)


@dataclass(frozen=True, slots=True)
class Estimate:
    """An amount, the formula with its numbers filled in, and where both come from."""

    amount: Amount
    formula: str
    sources: tuple[str, ...]


class Side(StrEnum):
    """Where an amount lies. ``open``: the range reaches over the limit."""

    ABOVE = "above"
    BELOW = "below"
    OPEN = "open"


def from_tokens(parameters: float, tokens: float, active: float | None = None) -> Estimate:
    """Estimate from parameters and training tokens, each epoch counted.

    ``active`` is the number of parameters that work on one token, where that is a part of them, as
    in a mixture of experts. Raises AppError for numbers that cannot be.
    """
    _check(_("The number of parameters"), parameters)
    _check(_("The number of training tokens"), tokens)
    working = parameters if active is None else active
    _check(_("The number of active parameters"), working)
    if working > parameters:
        raise AppError(
            _("There are more active parameters than parameters."),
            _("Active are those that work on one token. Write all parameters, and these."),
        )
    likely = _product(PASSES, working, tokens)
    formula = _("{passes} × {parameters} parameters × {tokens} tokens")
    sources = [_tokens_source()]
    if active is not None:
        formula = _("{passes} × {parameters} active parameters × {tokens} tokens")
        sources.append(_experts_source())
    filled = formula.format(passes=PASSES, parameters=_figure(working), tokens=_figure(tokens))
    amount = Amount(likely * (1 - MARGIN), likely, likely * (1 + MARGIN))
    return _estimate(amount, filled, tuple(sources))


def from_hardware(
    accelerators: float, hours: float, peak: float, utilisation: Amount = UTILISATION
) -> Estimate:
    """Estimate from the number of accelerators, hours of use of each, and peak FLOP a second.

    ``utilisation`` is the part of the peak that is reached. Raises AppError for numbers that cannot
    be.
    """
    _check(_("The number of accelerators"), accelerators)
    _check(_("The number of hours"), hours)
    _check(_("The peak performance"), peak)
    _check_utilisation(utilisation)
    at_peak = _product(accelerators, hours, _SECONDS, peak)
    formula = _(
        "{accelerators} accelerators × {hours} hours × {seconds} seconds × {peak} FLOP/s × {part}"
    ).format(
        accelerators=_figure(accelerators),
        hours=_figure(hours),
        seconds=_SECONDS,
        peak=_figure(peak),
        part=_figure(utilisation.likely),
    )
    own = utilisation != UTILISATION
    sources = (_hardware_source(), *([] if own else [utilisation_source()]))
    return _estimate(utilisation.times(at_peak), formula, sources)


def side(amount: Amount, limit: Amount) -> Side:
    """Tell on which side of a limit an amount lies. Equal to the limit is not above it."""
    if amount.low > limit.high:
        return Side.ABOVE
    return Side.BELOW if amount.high <= limit.low else Side.OPEN


def limits(questionnaire: Questionnaire, question: str) -> tuple[tuple[float, Fact], ...]:
    """Return the numbers that an answer is compared with, each with the fact that does so."""
    found = (
        (limit, fact)
        for fact in questionnaire.facts
        for test in leaves(fact.when)
        if isinstance(test, AnswerTest) and test.answer == question
        for limit in _numbers(test)
    )
    return tuple(sorted(found, key=lambda one: one[0]))


def in_words(estimate: Estimate) -> str:
    """Return an estimate as one sentence: formula, likely value, and range."""
    amount = estimate.amount
    return _("{formula} = {likely} FLOP (range: {low} to {high})").format(
        formula=estimate.formula,
        likely=figure(amount.likely),
        low=figure(amount.low),
        high=figure(amount.high),
    )


def figure(number: float) -> str:
    """Return a number with two figures, as the Commission wants it reported: 8.4e22."""
    return f"{number:.1e}".replace("e+", "e")


def utilisation_source() -> str:
    """Return where the part of the peak comes from."""
    return _(
        "Utilisation 30 to 50 %: Commission guidance C(2025) 5045, annex, A.3, takes 50 %;"
        " Sevilla and others, “Estimating Training Compute of Deep Learning Models” (2022),"
        " recommend 30 % for language models and 40 % for others."
    )


def _numbers(test: AnswerTest) -> Iterator[float]:
    yield from (one for one in (test.at_least, test.above, test.below) if one is not None)


def _estimate(amount: Amount, formula: str, sources: tuple[str, ...]) -> Estimate:
    """Return an estimate with few enough figures to be written down and read again."""
    low, likely, high = (
        float(f"{one:.{_FIGURES}e}") for one in (amount.low, amount.likely, amount.high)
    )
    return Estimate(Amount(low, likely, high), formula, sources)


def _check(name: str, number: float) -> None:
    if not (math.isfinite(number) and number > 0):
        raise AppError(
            _("{name} is not greater than zero.").format(name=name),
            _("Write it like 7e9, which means 7 with nine zeros."),
        )


def _check_utilisation(part: Amount) -> None:
    if not 0 < part.low <= part.likely <= part.high <= 1:
        raise AppError(
            _("The utilisation is no range between 0 and 1."),
            _("Write the lowest, the likely and the highest part of the peak, like 0.3 0.4 0.5."),
        )


def _product(*factors: float) -> float:
    product = math.prod(map(float, factors))
    if not (math.isfinite(product * 2) and product > 0):
        raise AppError(_("The result is out of range."), _("Check the exponents of the numbers."))
    return product


def _figure(number: float) -> str:
    """Return a number of the formula as people write it: 2000, 0.4, 3.8e9."""
    plain = f"{number:.4g}" if number < _LARGE else f"{number:.3e}"
    mantissa, mark, exponent = plain.partition("e")
    if not mark:
        return plain
    short = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{short}e{int(exponent)}"


def _tokens_source() -> str:
    return _(
        "Formula and error margin of 30 %: Commission guidance C(2025) 5045, annex, A.2 and A.2.2,"
        " for dense transformer models. It does not bind."
    )


def _experts_source() -> str:
    return _(
        "Only active parameters are counted: they do the operations of a pass. The guidance"
        " does not name mixtures of experts."
    )


def _hardware_source() -> str:
    return _("Formula: Commission guidance C(2025) 5045, annex, A.2.1. It does not bind.")
