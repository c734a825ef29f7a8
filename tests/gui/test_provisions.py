# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Provisions as chips show them."""

from __future__ import annotations

import pytest
from tests.domain.example import EXAMPLE

from actready.domain.questionnaire import Edition, Questionnaire
from actready.gui.provisions import reference, references
from actready.gui.widgets.chip import Reference

ELI = "http://data.europa.eu/eli/reg/2024/2847/oj"
LAW = Questionnaire(
    editions=(
        EXAMPLE.editions[0],
        Edition.model_validate(
            {
                "id": "2024-12-10", "act": "cra", "title": "Cyber Resilience Act", "short": "CRA",
                "number": "Regulation (EU) 2024/2847", "eli": ELI, "applies_from": "2024-12-10",
            }
        ),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("provision", "act", "place", "words"),
    [
        ("CRA Art. 3(13)", "CRA", "Art. 3(13)",
         "Cyber Resilience Act (Regulation (EU) 2024/2847), Article 3(13)"),
        ("CRA Recital 15", "CRA", "Recital 15",
         "Cyber Resilience Act (Regulation (EU) 2024/2847), Recital 15"),
        ("CRA Annex I Part II", "CRA", "Annex I Part II",
         "Cyber Resilience Act (Regulation (EU) 2024/2847), Annex I Part II"),
    ],
)  # fmt: skip
def test_that_a_provision_of_a_covered_act_has_words_and_an_address(
    provision: str, act: str, place: str, words: str
) -> None:
    assert reference(LAW, provision) == Reference(act, place, words, ELI)
    assert reference(LAW, provision).id == provision


def test_that_a_provision_of_another_text_is_shown_without_an_address() -> None:
    shown = reference(LAW, "Rec 2003/361/EC Annex Art. 2(1)")
    assert (shown.act, shown.place, shown.address) == ("Rec 2003/361/EC", "Annex Art. 2(1)", "")
    assert shown.words == "Rec 2003/361/EC, Annex Article 2(1)"


def test_that_what_is_no_provision_at_all_is_shown_as_it_is() -> None:
    assert references(LAW, ["Something"]) == (Reference("Something", "", "Something"),)
