# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions that are answered by typing: when it counts, and what is said about faults."""

from __future__ import annotations

from PySide6.QtCore import Qt
from tests.gui.driver import WizardDriver

from actready.domain.answers import DONT_KNOW, Value


def stored(driver: WizardDriver, question: str, subject: str | None = "s1") -> Value | None:
    return driver.session.assessment.answers_of(subject).values.get(question)


def test_that_a_number_counts_when_one_goes_on(driver: WizardDriver) -> None:
    driver.open_question(None, "org.people")
    driver.type_answer("1 250")
    assert stored(driver, "org.people", None) is None
    driver.press(Qt.Key.Key_Return)
    assert stored(driver, "org.people", None) == 1250


def test_that_a_number_that_cannot_be_read_is_explained_under_its_field(
    driver: WizardDriver,
) -> None:
    driver.open_question(None, "org.people")
    driver.type_answer("many")
    driver.press_continue()
    assert driver.question() == "What about org.people?"
    assert driver.sees("is no number. Write digits only, like 34.")
    assert driver.typed() == "many"
    assert driver.focused() == "What about org.people?"
    driver.type_answer("34")
    assert not driver.sees("is no number")
    driver.press_continue()
    assert stored(driver, "org.people", None) == 34


def test_that_a_number_out_of_range_is_refused_with_the_limit(driver: WizardDriver) -> None:
    driver.open_question("s1", "boat.length")
    driver.type_answer("500")
    driver.press_continue()
    assert driver.sees("The largest number here is 400.")
    assert stored(driver, "boat.length") is None


def test_that_a_date_can_be_written_in_words(driver: WizardDriver) -> None:
    driver.open_question("s1", "boat.launched")
    driver.type_answer("28 Feb 2019")
    driver.press_continue()
    assert stored(driver, "boat.launched") == "2019-02-28"
    driver.open_question("s1", "boat.launched")
    assert driver.typed() == "28 February 2019"


def test_that_a_day_that_does_not_exist_is_no_date(driver: WizardDriver) -> None:
    driver.open_question("s1", "boat.launched")
    driver.type_answer("31.2.2026")
    driver.press_continue()
    assert driver.sees('"31.2.2026" is no date. Write it like 28 February 2026.')


def test_that_a_text_is_kept_when_one_leaves_the_field(driver: WizardDriver) -> None:
    driver.open_question("s1", "boat.name")
    driver.type_answer("Ada & Grace")
    driver.press(Qt.Key.Key_Tab)
    assert stored(driver, "boat.name") == "Ada & Grace"


def test_that_an_emptied_field_takes_the_answer_back(driver: WizardDriver) -> None:
    driver.open_question("s1", "boat.length")
    driver.type_answer("12")
    driver.press(Qt.Key.Key_Tab)
    assert stored(driver, "boat.length") == 12
    driver.type_answer("")
    driver.press(Qt.Key.Key_Tab)
    assert stored(driver, "boat.length") is None


def test_that_i_dont_know_replaces_what_was_typed_and_can_be_taken_back(
    driver: WizardDriver,
) -> None:
    driver.open_question("s1", "boat.length")
    driver.type_answer("12")
    driver.dont_know()
    assert stored(driver, "boat.length") == DONT_KNOW
    assert driver.typed() == ""
    driver.dont_know()
    assert stored(driver, "boat.length") is None
