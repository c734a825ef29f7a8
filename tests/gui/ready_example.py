# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The invented law of boats with questions that tell how far its duties are met.

A lender of a large boat owes papers, in force since today, and a flag from tomorrow. A lender may
also rest; a note says that boats float.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.domain.example import EXAMPLE, OBLIGATIONS, obligation, question

from actready.domain.questionnaire import Questionnaire, Section
from actready.domain.terms import Act, Nature

_PAPERS, _FLAG, _HOST = OBLIGATIONS
_LENDS = {"finding": "role.lender"}


def _ready(name: str) -> object:
    return question(f"ready.{name}", "one_of", "done", "partly", "open", section="ready", act="cra")


def changed(**parts: object) -> Questionnaire:
    """Return the law with other parts; a mere copy would keep what was worked out of it."""
    kept = {name: getattr(EXAMPLE, name) for name in Questionnaire.model_fields}
    return Questionnaire.model_validate({**kept, **parts})


READY: Questionnaire = changed(
    sections=(
        *EXAMPLE.sections,
        Section.model_validate({"id": "ready", "title": "Readiness: boats", "act": "cra"}),
    ),
    questions=(*EXAMPLE.questions, _ready("papers"), _ready("copies"), _ready("flag")),
    obligations=(
        _FLAG.model_copy(update={"title": "Show a flag", "readiness": ("ready.flag",)}),
        _PAPERS.model_copy(
            update={"next_step": "Print them.", "readiness": ("ready.papers", "ready.copies")}
        ),
        _HOST,
        obligation("may.rest", _LENDS, "2026-01-01").model_copy(
            update={"title": "Rest at noon", "nature": Nature.OPTION}
        ),
        obligation("note.float", _LENDS, "2026-01-01").model_copy(
            update={"title": "Boats float", "nature": Nature.NOTE}
        ),
    ),
)


class ReadyLaw:
    """Stands for the catalogue, with this law on every date."""

    def questionnaire(self, as_of: date) -> Questionnaire:
        return READY

    def pinned(self, as_of: date) -> Mapping[Act, str]:
        return {Act.CRA: "2025-06-01"}
