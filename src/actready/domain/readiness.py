# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far obligations are met. Without readiness answers an obligation's status is unknown."""

from __future__ import annotations

from collections import Counter

from actready.domain.questionnaire import Obligation
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Applies, Readiness


def status(applies: Applies) -> Readiness:
    """Return the status of an obligation; nothing is ever taken for met without an answer."""
    return Readiness.NOT_APPLICABLE if applies is Applies.NO else Readiness.UNKNOWN


def listed(
    evaluation: Evaluation, act: Act, *, everything: bool = False
) -> tuple[tuple[Obligation, Applies], ...]:
    """Return the obligations of an act that apply or may apply, or with ``everything`` all."""
    return tuple(
        (obligation, applies)
        for obligation, applies in evaluation.obligations
        if obligation.act == act and (everything or applies is not Applies.NO)
    )


def counts(evaluation: Evaluation) -> dict[Readiness, int]:
    """Count the obligations that apply or may apply by status."""
    counted = Counter(
        status(applies) for _one, applies in evaluation.obligations if applies is not Applies.NO
    )
    return {one: counted.get(one, 0) for one in Readiness}
