# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The invented law of boats with fines: of every kind that a ceiling or a relief can be.

Art. 10 threatens 15 million euros or 2.5 % of the turnover, the higher; Art. 11 threatens 2 million
or 3 %, for fewer than 10 people the lower, and without an undertaking the amount alone; Art. 12
threatens whoever lends, with or without a duty. A club is not fined for its flag, and nobody who
lends a boat built before 2020 is fined at all.
"""

from __future__ import annotations

from datetime import date

from tests.domain.example import EXAMPLE, OBLIGATIONS, TODAY, named, obligation, question

from actready.domain.answers import Value
from actready.domain.penalties import Penalties
from actready.domain.questionnaire import Questionnaire
from actready.domain.scoring import Evaluation

_PAPERS, _FLAG, _HOST = OBLIGATIONS
_LENDS = {"finding": "role.lender"}


def ceiling(provision: str, amount: int, percent: float, **more: object) -> dict[str, object]:
    return {
        "id": provision, "amount": amount, "percent": percent, "from": "2027-12-11",
        "provisions": [provision, "Art. 99"], "sentence": f"For breaches of {provision}.", **more,
    }  # fmt: skip


PENALTIES = Penalties.model_validate(
    {
        "turnover": "org.turnover", "act": "cra", "provisions": ["Art. 13"],
        "note": "A ceiling for {organisation} is no forecast.",
        "ceilings": [
            ceiling("Art. 10", 15_000_000, 2.5),
            ceiling("Art. 11", 2_000_000, 3,
                    lower_when={"answer": "org.people", "below": 10},
                    amount_only_when={"answer": "org.trade", "is": False}),
            ceiling("Art. 12", 500_000, 1, rule="lower", when={"fact": "lends"}),
        ],
        "relieved": [
            {"id": "relief.flag", "of": ["duty.flag"], "when": {"answer": "org.club", "is": True},
             "provisions": ["Art. 14"], "sentence": "As a club, {organisation} is not fined."},
            {"id": "relief.old", "of": "all", "when": {"fact": "old"},
             "provisions": ["Art. 15"], "sentence": "Nobody is fined for {subject}."},
        ],
    }
)  # fmt: skip
FINED = Questionnaire.model_validate(
    {
        **{name: getattr(EXAMPLE, name) for name in Questionnaire.model_fields},
        "questions": (
            question("org.turnover", "number", section="organisation", about="organisation"),
            question("org.trade", "yes_no", section="organisation", about="organisation"),
            *EXAMPLE.questions,
        ),
        "obligations": (
            _PAPERS.model_copy(update={"penalty": "Art. 11"}),
            _FLAG,
            _HOST.model_copy(update={"penalty": "none"}),
            obligation("duty.log", _LENDS, "2026-01-01").model_copy(update={"penalty": "national"}),
            obligation("duty.rope", _LENDS, "2026-01-01").model_copy(update={"penalty": "Art. 77"}),
        ),
        "penalties": (PENALTIES,),
    }
)


def lender(as_of: date = TODAY, **answers: Value) -> Evaluation:
    """Evaluate someone who lends a large new boat for money, with more answers."""
    given: dict[str, Value] = {
        "boat_use": "lend", "boat_return": ("money",), "boat_length": 30,
        "boat_launched": "2024-01-01", "org_club": False, **answers,
    }  # fmt: skip
    return Evaluation(FINED, named(given), as_of)
