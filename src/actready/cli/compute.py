# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready compute: how much computing power the training of a model takes, and what it exceeds.

The limits are those with which the questionnaire compares its answers; none is written here.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from actready.cli import layout
from actready.cli.console import Console
from actready.domain.compute import (
    UTILISATION,
    Amount,
    Estimate,
    Side,
    figure,
    from_hardware,
    from_tokens,
    in_words,
    limits,
    side,
)
from actready.domain.contract import Json
from actready.domain.questionnaire import Fact, Questionnaire
from actready.domain.wording import fill
from actready.errors import AppError
from actready.i18n import gettext as _

_TOKENS = ("parameters", "tokens")
_HARDWARE = ("accelerators", "hours", "peak")


@dataclass(frozen=True, slots=True)
class _Compared:
    """A limit of the questionnaire, the question that it belongs to, and where the amount lies."""

    limit: float
    question: str
    fact: Fact
    side: Side


@dataclass(frozen=True, slots=True)
class _Share:
    """The share of the original that a change takes, and where it lies against a part of it."""

    amount: Amount
    part: float | None
    side: Side | None


def compute(options: argparse.Namespace, questionnaire: Questionnaire, console: Console) -> int:
    """Print an estimate and compare it with the limits of the questionnaire."""
    estimate = _estimate(options)
    compared = tuple(_compared(estimate.amount, questionnaire))
    share = _share(estimate.amount, options.original, options.part)
    if options.format == "json":
        console.print_json(_object(estimate, compared, share))
    else:
        console.print_text("\n".join(_text(estimate, compared, share)))
    return 0


def _estimate(options: argparse.Namespace) -> Estimate:
    tokens, hardware = _given(options, _TOKENS), _given(options, _HARDWARE)
    if any(tokens) and any(hardware):
        raise AppError(
            _("Numbers for both ways to estimate are given."),
            _("Take either --parameters and --tokens, or --accelerators, --hours and --peak."),
        )
    if all(tokens):
        return from_tokens(options.parameters, options.tokens, options.active)
    if all(hardware):
        part = Amount(*options.utilisation) if options.utilisation else UTILISATION
        return from_hardware(options.accelerators, options.hours, options.peak, part)
    raise AppError(
        _("Numbers are missing."),
        _("Give --parameters and --tokens, or --accelerators, --hours and --peak."),
    )


def _given(options: argparse.Namespace, names: tuple[str, ...]) -> list[bool]:
    return [getattr(options, name) is not None for name in names]


def _compared(amount: Amount, questionnaire: Questionnaire) -> Iterator[_Compared]:
    for question in (one for one in questionnaire.questions if one.calculator):
        for limit, fact in limits(questionnaire, question.id):
            yield _Compared(limit, question.id, fact, side(amount, Amount.exactly(limit)))


def _share(amount: Amount, original: float | None, part: float | None) -> _Share | None:
    if original is None:
        return None
    if not original > 0:
        raise AppError(_("The original is not greater than zero."), _("Write it like 1e24."))
    whole = Amount.exactly(original)
    place = None if part is None else side(amount, whole.times(part))
    return _Share(amount.over(whole), part, place)


def _object(
    estimate: Estimate, compared: tuple[_Compared, ...], share: _Share | None
) -> dict[str, Json]:
    return {
        "flop": _range(estimate.amount),
        "formula": estimate.formula,
        "sources": [*estimate.sources],
        "limits": [
            {
                "flop": one.limit,
                "question": one.question,
                "fact": one.fact.id,
                "provisions": [*one.fact.provisions],
                "side": one.side.value,
            }
            for one in compared
        ],
        "share": None if share is None else _share_object(share),
    }


def _share_object(share: _Share) -> dict[str, Json]:
    return {
        "of_original": _range(share.amount),
        "part": share.part,
        "side": share.side.value if share.side else None,
    }


def _range(amount: Amount) -> dict[str, Json]:
    return {"low": amount.low, "likely": amount.likely, "high": amount.high}


def _text(
    estimate: Estimate, compared: tuple[_Compared, ...], share: _Share | None
) -> Iterator[str]:
    yield layout.heading(_("Training compute"), "=")
    yield ""
    yield layout.paragraph(in_words(estimate), 2)
    yield layout.bullets(estimate.sources)
    if share is not None:
        yield ""
        yield layout.paragraph(_share_in_words(share), 2)
    for one in compared:
        yield ""
        yield layout.paragraph(f"{one.question}: {_side_in_words(one.side, one.limit)}", 2)
        names = ("", "")
        meaning = _("Above it: {text}").format(text=fill(one.fact.text, *names))
        yield layout.paragraph(f"{meaning} {layout.cited(one.fact.provisions)}", 4)


def _share_in_words(share: _Share) -> str:
    low, likely, high = (
        f"{one:.1%}" for one in (share.amount.low, share.amount.likely, share.amount.high)
    )
    text = _("That is {likely} of the original (range: {low} to {high}).")
    found = text.format(low=low, likely=likely, high=high)
    if share.side is None or share.part is None:
        return found
    return f"{found} {_part_in_words(share.side, share.part)}"


def _part_in_words(place: Side, part: float) -> str:
    text = {
        Side.ABOVE: _("It is more than {part}."),
        Side.BELOW: _("It is not more than {part}."),
        Side.OPEN: _("Whether it is more than {part} is open: the range reaches over it."),
    }[place]
    return text.format(part=f"{part:.1%}")


def _side_in_words(place: Side, limit: float) -> str:
    text = {
        Side.ABOVE: _("above {limit} FLOP."),
        Side.BELOW: _("not above {limit} FLOP."),
        Side.OPEN: _("open, the range reaches over {limit} FLOP."),
    }[place]
    return text.format(limit=figure(limit))
