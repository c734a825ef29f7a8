# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""One piece of evidence for several duties: which of them a readiness question serves."""

from __future__ import annotations

from actready.domain.questionnaire import Obligation
from actready.domain.scoring import Evaluation
from actready.domain.terms import Applies, Nature


def served_by(evaluation: Evaluation, question: str) -> tuple[Obligation, ...]:
    """Return the duties that apply and whose status an answer to a readiness question tells."""
    return tuple(
        one
        for one, applies in evaluation.obligations
        if applies is Applies.YES and one.nature is Nature.DUTY and question in one.readiness
    )


def also_served(evaluation: Evaluation, obligation: Obligation) -> tuple[Obligation, ...]:
    """Return the duties of other acts that share a readiness question with a duty.

    What is shown for one of them counts for the other, so it is gathered once.
    """
    found = (
        other
        for question in obligation.readiness
        for other in served_by(evaluation, question)
        if other.act is not obligation.act
    )
    return tuple({one.id: one for one in found}.values())
