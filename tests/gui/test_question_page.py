# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The question page, as the people who answer meet it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from tests.domain.example import EXAMPLE
from tests.gui.conftest import ONLY_QUESTIONS, example_session
from tests.gui.driver import WizardDriver

from actready.domain.answers import DONT_KNOW, Value
from actready.domain.questionnaire import Option, Questionnaire
from actready.gui.main_window import MainWindow
from actready.gui.widgets.chip import ProvisionCard, Reference
from actready.gui.workspace import Workspace


def stored(driver: WizardDriver, question: str, subject: str | None = "s1") -> Value | None:
    return driver.session.assessment.answers_of(subject).values.get(question)


def test_that_a_question_shows_its_words_its_place_and_its_reasons(driver: WizardDriver) -> None:
    assert driver.question() == "What about boat.use?"
    for text in ("The boat", "Question 1 of 2", "Why we ask", "It matters.", "Example", "A boat."):
        assert driver.sees(text), text
    assert driver.offered() == ["Lend", "Sail", "I don’t know"]
    assert driver.chosen() == []


def test_that_an_answer_is_stored_the_moment_it_is_given(driver: WizardDriver) -> None:
    driver.answer("Lend")
    assert stored(driver, "boat.use") == "lend"
    assert driver.chosen() == ["Lend"]
    assert driver.question() == "What about boat.use?"
    driver.answer("Sail")
    assert stored(driver, "boat.use") == "sail"
    assert driver.chosen() == ["Sail"]


def test_that_choosing_the_same_answer_again_leaves_no_second_entry(driver: WizardDriver) -> None:
    driver.answer("Lend")
    entries = len(driver.session.file.entries())
    driver.answer("Lend")
    assert driver.chosen() == ["Lend"]
    assert len(driver.session.file.entries()) == entries


def test_that_i_dont_know_is_an_answer_that_stays_unknown(driver: WizardDriver) -> None:
    driver.dont_know()
    assert stored(driver, "boat.use") == DONT_KNOW
    assert driver.sees("1 “I don’t know”")
    assert driver.sees("Undetermined")
    assert not driver.sees("Established")


def test_that_several_options_can_be_chosen_and_taken_back(driver: WizardDriver) -> None:
    driver.open_question("s1", "boat.return")
    driver.answer("Money", "Favours")
    assert stored(driver, "boat.return") == ("money", "favours")
    driver.answer("Money")
    assert stored(driver, "boat.return") == ("favours",)
    driver.answer("Favours")
    assert stored(driver, "boat.return") is None
    assert driver.chosen() == []


def test_that_an_option_that_stands_alone_replaces_the_others(driver: WizardDriver) -> None:
    driver.open_question("s1", "boat.return")
    driver.answer("Money", "Nothing")
    assert stored(driver, "boat.return") == ("nothing",)
    driver.answer("Favours")
    assert stored(driver, "boat.return") == ("favours",)
    driver.dont_know()
    assert driver.chosen() == ["I don’t know"]
    driver.answer("Money")
    assert driver.chosen() == ["Money"]


def test_that_yes_and_no_are_stored_as_such(driver: WizardDriver) -> None:
    driver.open_question(None, "org.club")
    driver.answer("No")
    assert stored(driver, "org.club", None) is False
    driver.answer("Yes")
    assert stored(driver, "org.club", None) is True


def test_that_going_on_leads_to_the_next_question_and_then_to_the_answers(
    driver: WizardDriver,
) -> None:
    driver.answer("Lend")
    driver.press_continue()
    assert driver.question() == "What about boat.return?"
    assert driver.sees("Question 2 of 2")
    driver.answer("Money")
    driver.press_continue()
    assert driver.sees("[check]")


def test_that_questions_that_decide_nothing_any_more_are_passed_over(
    driver: WizardDriver,
) -> None:
    driver.answer("Sail")
    driver.press_continue()
    assert driver.sees("[check]")


def test_that_going_on_without_an_answer_is_explained(driver: WizardDriver) -> None:
    driver.press_continue()
    assert driver.question() == "What about boat.use?"
    assert driver.sees("There is no answer yet. Give one, or skip the question for now.")
    driver.answer("Lend")
    assert not driver.sees("There is no answer yet")


def test_that_a_question_can_be_skipped_and_stays_open(driver: WizardDriver) -> None:
    driver.click("Skip for now")
    assert driver.question() == "What about boat.return?"
    assert stored(driver, "boat.use") is None


def test_that_back_leads_to_the_question_before_and_then_to_the_subjects(
    driver: WizardDriver,
) -> None:
    driver.open_question("s1", "boat.return")
    driver.click("Back")
    assert driver.question() == "What about boat.use?"
    driver.click("Back")
    assert driver.sees("[subjects]")


def test_that_a_note_is_kept_as_one_leaves_it(driver: WizardDriver) -> None:
    driver.write_note("Ask the harbour master")
    driver.press(Qt.Key.Key_Tab)
    notes = driver.session.assessment.answers_of("s1").notes
    assert notes == {"boat.use": "Ask the harbour master"}


def test_that_a_note_is_kept_when_one_goes_elsewhere_without_leaving_it(
    driver: WizardDriver,
) -> None:
    driver.write_note("Ask the harbour master")
    driver.workspace.show_subjects()
    notes = driver.session.assessment.answers_of("s1").notes
    assert notes == {"boat.use": "Ask the harbour master"}


def test_that_an_emptied_note_is_gone(driver: WizardDriver) -> None:
    driver.write_note("Ask")
    driver.press(Qt.Key.Key_Tab)
    driver.write_note("")
    driver.press(Qt.Key.Key_Tab)
    assert driver.session.assessment.answers_of("s1").notes == {}
    assert driver.sees("Add a note")


def test_that_the_result_so_far_follows_every_answer(driver: WizardDriver) -> None:
    assert driver.sees("Not known yet")
    driver.answer("Sail")
    assert driver.sees("Established")
    assert driver.sees("None")
    driver.answer("Lend")
    assert driver.sees("2 answers can still decide.")


def test_that_the_outline_counts_and_leads_to_a_section(driver: WizardDriver) -> None:
    assert driver.named("The boat").accessibleName() == "The boat, 0 of 2, not started"
    driver.answer("Lend")
    assert driver.named("The boat").accessibleName() == "The boat, 1 of 2, partly answered"
    driver.click("Harbour, 0 of 2, not started")
    assert driver.question() == "What about org.club?"
    driver.open_question("s1", "boat.use")
    driver.click("The boat")
    assert driver.question() == "What about boat.return?"
    driver.named("Check your answers").setFocus()
    driver.press(Qt.Key.Key_Return)
    assert driver.sees("[check]")


def test_that_the_number_keys_choose_and_enter_goes_on(driver: WizardDriver) -> None:
    driver.type_keys("1")
    assert driver.chosen() == ["Lend"]
    driver.press(Qt.Key.Key_Return)
    assert driver.question() == "What about boat.return?"
    driver.type_keys("2")
    driver.type_keys("1")
    assert driver.chosen() == ["Money", "Favours"]
    driver.type_keys("0")
    assert driver.chosen() == ["I don’t know"]


def test_that_arrows_move_without_choosing_and_space_chooses(driver: WizardDriver) -> None:
    assert driver.focused() == "Lend"
    driver.press(Qt.Key.Key_Down)
    assert (driver.focused(), driver.chosen()) == ("Sail", [])
    driver.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert driver.focused() == "Lend"
    driver.press(Qt.Key.Key_Up, Qt.Key.Key_Space)
    assert driver.chosen() == ["I don’t know"]


def test_that_undo_shows_the_question_whose_answer_it_takes_back(driver: WizardDriver) -> None:
    driver.answer("Lend")
    driver.press_continue()
    driver.click("Undo")
    assert driver.question() == "What about boat.use?"
    assert driver.chosen() == []
    driver.click("Redo")
    assert driver.chosen() == ["Lend"]


def test_that_answers_to_questions_no_longer_asked_are_kept(driver: WizardDriver) -> None:
    driver.open_question("s1", "boat.return")
    driver.answer("Money")
    driver.open_question("s1", "boat.use")
    driver.answer("Sail")
    assert stored(driver, "boat.return") == ("money",)
    driver.answer("Lend")
    driver.press_continue()
    assert driver.chosen() == ["Money"]


def test_that_a_provision_opens_a_card_and_nothing_else(driver: WizardDriver) -> None:
    driver.click("Art. 1")
    cards = [one for one in QApplication.topLevelWidgets() if isinstance(one, ProvisionCard)]
    assert [one.accessibleName() for one in cards] == ["Art. 1"]
    cards[0].close()


def test_that_the_official_text_opens_only_on_request(
    driver: WizardDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    address = "http://data.europa.eu/eli/reg/2024/2847/oj"
    shown = Reference("CRA", "Art. 3(13)", "Cyber Resilience Act, Article 3(13)", address)
    card = ProvisionCard(driver.window.theme, shown, driver.window)
    card.show_below(driver.window)
    texts = [one.text() for one in card.findChildren(QLabel)]
    assert texts == ["CRA Art. 3(13)", "Cyber Resilience Act, Article 3(13)", address]
    assert opened == []
    card.findChildren(QPushButton)[0].click()
    assert opened == [address]
    assert not card.isVisible()


def test_that_reasons_move_under_the_answers_where_the_window_is_narrow(
    driver: WizardDriver,
) -> None:
    def left_of(text: str) -> int:
        labels = driver.window.findChildren(QLabel)
        label = next(one for one in labels if one.isVisible() and one.text() == text)
        return label.mapTo(driver.window, label.rect().topLeft()).x()

    assert left_of("It matters.") > 900
    driver.resize(1100, 700)
    assert 256 < left_of("It matters.") < 500
    driver.press(Qt.Key.Key_F1)
    assert not driver.sees("It matters.")
    driver.press(Qt.Key.Key_F1)
    assert driver.sees("It matters.")
    driver.resize(1280, 800)
    assert left_of("It matters.") > 900


def test_that_the_outline_hides_behind_a_button_in_a_small_window(driver: WizardDriver) -> None:
    driver.resize(800, 600)
    assert not driver.sees("0 of 4 answered")
    driver.click("Outline")
    assert driver.sees("0 of 4 answered")
    driver.press(Qt.Key.Key_F6)
    assert not driver.sees("0 of 4 answered")
    assert driver.sees("Lend")


def test_that_a_restart_finds_answers_and_question_again(
    driver: WizardDriver, window: MainWindow, tmp_path: Path
) -> None:
    driver.answer("Lend")
    driver.press_continue()
    place = driver.workspace.location
    driver.workspace.close()
    driver.session.close()
    session = example_session(tmp_path / "harbour.actready")
    workspace = Workspace(window, session, ONLY_QUESTIONS, lambda: None)
    workspace.go_to(place)
    again = WizardDriver(window, workspace)
    again.settle()
    assert again.question() == "What about boat.return?"
    again.click("Back")
    assert again.chosen() == ["Lend"]
    workspace.close()
    session.close()


def test_that_the_status_bar_says_when_it_was_saved_and_whose_law_counts(
    driver: WizardDriver,
) -> None:
    assert "Every answer is saved. Last at" in driver.status()
    assert "Law as of 23 November 2026" in driver.status()
    assert "Offline" in driver.status()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700), (640, 400)])
def test_that_no_option_is_cut_where_its_words_are_long(
    window: MainWindow, tmp_path: Path, size: tuple[int, int]
) -> None:
    long = [
        {"id": str(place), "label": "Langes Wort " * place, "hint": "Erläuterung " * 3 * place}
        for place in range(1, 9)
    ]
    changed = EXAMPLE.question_by_id["boat.use"].model_copy(
        update={"options": tuple(Option.model_validate(one) for one in long)}
    )
    questions = tuple(changed if one.id == changed.id else one for one in EXAMPLE.questions)
    law = Questionnaire(
        editions=EXAMPLE.editions,
        sections=EXAMPLE.sections,
        questions=questions,
        facts=EXAMPLE.facts,
        findings=EXAMPLE.findings,
    )
    session = example_session(tmp_path / "long.actready", law)
    workspace = Workspace(window, session, ONLY_QUESTIONS, lambda: None)
    user = WizardDriver(window, workspace)
    user.resize(*size)
    user.open_question("s1", "boat.use")
    rows = [user.named(name) for name in user.offered()]
    assert len(rows) == 9
    assert [one.height() >= one.heightForWidth(one.width()) for one in rows] == [True] * 9
    assert max(one.height() for one in rows) > min(one.height() for one in rows)
    workspace.close()
    session.close()
