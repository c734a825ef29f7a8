# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The calculator beside a number: it fills in the answer and says in the note how it was found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.domain.example import EXAMPLE, question
from tests.gui.conftest import ONLY_QUESTIONS, example_session
from tests.gui.driver import WizardDriver

from actready.domain.answers import Value
from actready.domain.questionnaire import Questionnaire
from actready.gui.main_window import MainWindow
from actready.gui.workspace import Workspace

COMPUTED = question(
    "boat.length", "number", section="boat", act="cra", unit="FLOP", calculator="training_compute"
)
QUESTIONS = tuple(COMPUTED if one.id == COMPUTED.id else one for one in EXAMPLE.questions)


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> Iterator[WizardDriver]:
    """The question page at a number with a calculator."""
    # Made anew: a copy would keep what the example has remembered about its questions.
    records = {name: getattr(EXAMPLE, name) for name in Questionnaire.model_fields}
    questionnaire = Questionnaire.model_validate({**records, "questions": QUESTIONS})
    session = example_session(tmp_path / "harbour.actready", questionnaire)
    workspace = Workspace(window, session, ONLY_QUESTIONS, lambda: None)
    made = WizardDriver(window, workspace)
    made.open_question("s1", "boat.length")
    yield made
    workspace.close()
    session.close()


def answer(page: WizardDriver) -> Value | None:
    return page.session.assessment.answers_of("s1").values.get("boat.length")


def note(page: WizardDriver) -> str:
    return page.session.assessment.answers_of("s1").notes.get("boat.length", "")


def fill(page: WizardDriver, **texts: str) -> None:
    for name, text in texts.items():
        page.type_into(page.named(name.replace("_", " ")), text)


TOKENS = "Training tokens, each epoch counted"
ACTIVE = "Active parameters, if only some work on one token"
PEAK = "Peak performance of one, in FLOP a second"


def test_that_very_large_numbers_can_be_typed(page: WizardDriver) -> None:
    page.type_answer("3 × 10^24".replace("×", "x"))
    page.press_continue()
    assert answer(page) == 3e24


def test_that_what_is_no_number_is_explained_with_a_large_one(page: WizardDriver) -> None:
    page.type_answer("much")
    page.press_continue()
    assert page.sees("Write it like 3e24.")


def test_that_parameters_and_tokens_fill_in_answer_and_note(page: WizardDriver) -> None:
    page.click("Estimate…")
    assert page.focused() == "Parameters"
    fill(page, Parameters="7e9")
    page.type_into(page.named(TOKENS), "2e12")
    assert page.sees("= 8.4e22 FLOP (range: 5.9e22 to 1.1e23)")
    page.click("Use this estimate")
    assert answer(page) == 8.4e22
    assert page.typed() == "8.4e22"
    assert note(page).startswith("6 × 7e9 parameters × 2e12 tokens = 8.4e22 FLOP")
    assert "C(2025) 5045" in note(page)


def test_that_a_note_that_is_there_stays_and_nothing_is_written_twice(page: WizardDriver) -> None:
    page.write_note("Ask Ada.")
    for _time in range(2):
        page.click("Estimate…")
        fill(page, Parameters="7e9")
        page.type_into(page.named(TOKENS), "2e12")
        page.type_into(page.named(ACTIVE), "1e9")
        page.click("Use this estimate")
    assert note(page).splitlines()[0] == "Ask Ada."
    assert len(note(page).splitlines()) == 2
    assert answer(page) == 1.2e22


def test_that_hardware_is_the_other_way(page: WizardDriver) -> None:
    page.click("Estimate…")
    page.click("From accelerators and hours")
    assert page.focused() == "Number of accelerators"
    fill(page, Number_of_accelerators="1000", Hours_of_use_of_each="720")
    page.type_into(page.named(PEAK), "989e12")
    page.click("Use this estimate")
    assert answer(page) == 1.0253952e24


def test_that_a_faulty_number_is_said_and_the_dialog_stays(page: WizardDriver) -> None:
    page.click("Estimate…")
    fill(page, Parameters="many")
    page.click("Use this estimate")
    assert page.sees("is no number. Write it like 3e24.")
    page.type_into(page.named("Parameters"), "0")
    assert not page.sees("is no number.")
    page.type_into(page.named(TOKENS), "2e12")
    page.click("Use this estimate")
    assert page.sees("The number of parameters is not greater than zero.")
    page.click("Cancel")
    assert answer(page) is None
    assert note(page) == ""
