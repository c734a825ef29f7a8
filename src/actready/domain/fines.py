# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How high the fine for an obligation can be. A ceiling is no forecast of a fine.

Sums are counted in whole cents. A share of the turnover is rounded down to the cent, because a fine
"up to" that share cannot be higher than the share.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from actready.domain.answers import DONT_KNOW
from actready.domain.conditions import Condition, Truth
from actready.domain.penalties import NATIONAL, NO_FINE, Ceiling, Penalties, Relief
from actready.domain.questionnaire import Obligation
from actready.domain.scoring import Evaluation
from actready.domain.terms import Rule

_CENTS = 100


class Basis(StrEnum):
    """What makes the ceiling: the higher or the lower of amount and share, or the amount alone."""

    HIGHER = "higher"
    LOWER = "lower"
    AMOUNT = "amount"


class Kind(StrEnum):
    """What threatens: a fine up to a ceiling, no administrative fine, or what national law says."""

    CEILING = "ceiling"
    NONE = "none"
    NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Limit:
    """How high fines under a ceiling can be for one organisation. Sums are in cents.

    ``bases`` has several members as long as it is unknown which of them holds. ``share`` is None
    while the turnover is unknown. ``at_most`` is None where only the turnover can tell.
    """

    ceiling: Ceiling
    bases: frozenset[Basis]
    share: int | None

    @property
    def amount(self) -> int:
        """The amount that the law names."""
        return self.ceiling.amount * _CENTS

    @property
    def at_least(self) -> int:
        """The ceiling is this sum or more."""
        return min(_lowest(one, self.amount, self.share) for one in self.bases)

    @property
    def at_most(self) -> int | None:
        """The ceiling is this sum or less."""
        highest = [_highest(one, self.amount, self.share) for one in self.bases]
        return None if None in highest else max(one for one in highest if one is not None)

    @property
    def exact(self) -> int | None:
        """The ceiling itself, where all that it depends on is known."""
        return self.at_least if self.at_least == self.at_most else None

    @property
    def basis(self) -> Basis | None:
        """What makes the ceiling, or None while that is unknown."""
        return next(iter(self.bases)) if len(self.bases) == 1 else None

    @property
    def needs_turnover(self) -> bool:
        """Whether the turnover would tell more."""
        return self.share is None and self.bases != {Basis.AMOUNT}


def _lowest(basis: Basis, amount: int, share: int | None) -> int:
    known = 0 if share is None else share
    sums = {Basis.AMOUNT: amount, Basis.HIGHER: max(amount, known), Basis.LOWER: min(amount, known)}
    return sums[basis]


def _highest(basis: Basis, amount: int, share: int | None) -> int | None:
    if share is None:
        return None if basis is Basis.HIGHER else amount
    return _lowest(basis, amount, share)


@dataclass(frozen=True, slots=True)
class Fine:
    """What a breach of one obligation can cost. ``limit`` is None where no ceiling is laid down.

    ``relieved`` tells whether a relief lifts the fine, ``reliefs`` which do so, or which may.
    """

    penalty: str
    kind: Kind
    limit: Limit | None
    relieved: Truth
    reliefs: tuple[Relief, ...]

    @property
    def is_out(self) -> bool:
        """Whether no administrative fine can follow."""
        return self.kind is Kind.NONE or self.relieved is True

    @property
    def at_least(self) -> int | None:
        """The highest fine is this sum or more; None where this cannot be told."""
        if self.is_out or (self.limit and self.relieved is None):
            return 0
        return self.limit.at_least if self.limit else None

    @property
    def at_most(self) -> int | None:
        """The highest fine is this sum or less; None where this cannot be told."""
        if self.is_out:
            return 0
        return self.limit.at_most if self.limit else None

    @property
    def exact(self) -> int | None:
        """The highest fine, where all that it depends on is known."""
        return self.at_least if self.at_least == self.at_most else None


def fine_of(evaluation: Evaluation, obligation: Obligation) -> Fine:
    """Return the fine of an obligation, whether or not the obligation applies."""
    penalties = evaluation.questionnaire.penalties_of(obligation.act)
    kinds = {NO_FINE: Kind.NONE, NATIONAL: Kind.NATIONAL}
    kind = kinds.get(obligation.penalty, Kind.CEILING)
    if penalties is None or kind is Kind.NATIONAL:
        return Fine(obligation.penalty, kind, None, relieved=False, reliefs=())
    ceiling = penalties.ceiling(obligation.penalty)
    reaching = [one for one in penalties.relieved if one.covers(obligation.id)]
    relieved = any_of(one.when.truth(evaluation) for one in reaching)
    carrying = [one for one in reaching if one.when.truth(evaluation) is relieved]
    return Fine(
        obligation.penalty,
        kind,
        limit_of(evaluation, penalties, ceiling) if ceiling else None,
        relieved,
        () if relieved is False else tuple(carrying),
    )


def limit_of(evaluation: Evaluation, penalties: Penalties, ceiling: Ceiling) -> Limit:
    """Return how high fines under a ceiling can be, on what is known."""
    share = _share(evaluation, penalties.turnover, ceiling.percent)
    return Limit(ceiling, frozenset(_bases(evaluation, ceiling)), share)


def _bases(evaluation: Evaluation, ceiling: Ceiling) -> Iterable[Basis]:
    amount_only = truth_of(ceiling.amount_only_when, evaluation)
    lower = truth_of(ceiling.lower_when, evaluation)
    if amount_only is not False:
        yield Basis.AMOUNT
    if amount_only is not True:
        yield Basis.LOWER if lower else Basis(ceiling.rule)
        if lower is None:
            yield Basis(Rule.LOWER)


def _share(evaluation: Evaluation, question: str, percent: float) -> int | None:
    turnover = evaluation.answer(question)
    if turnover is None or turnover == DONT_KNOW or isinstance(turnover, bool | str | tuple):
        return None
    # By their decimal notation: 2.5 and 0.1 are meant as they are written.
    exact = Fraction(str(turnover)) * Fraction(str(percent)) / 100
    return int(exact * _CENTS)


def truth_of(condition: Condition | None, evaluation: Evaluation) -> Truth:
    """Return the value of a condition; one that is not given does not hold."""
    return False if condition is None else condition.truth(evaluation)


def any_of(values: Iterable[Truth]) -> Truth:
    """Return whether any of the values is true."""
    found = set(values)
    return True if True in found else None if None in found else False
