# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from tests.gui.driver_pages import ProgramDriver

from actready.gui.places import Place


def check(user: ProgramDriver, place: int | None = 0) -> None:
    """Go to the answers of a subject, by its place in the list, or of the organisation."""
    subjects = user.session.assessment.subjects
    user.workspace.show_check(None if place is None else subjects[place].id)
    user.settle()


def test_that_all_answers_are_listed_with_notes_and_the_unknown_say_how_to_find_out(
    harbour: ProgramDriver,
) -> None:
    check(harbour, 3)
    for text in (
        "Check your answers",
        "2 answers are still unknown",
        "Sections with unknown answers come first",
        "I don’t know",
        "Ask around.",
        "Note: The list is with the treasurer.",
        "1 question has no answer yet",
        "Not answered yet",
    ):
        assert harbour.sees(text), text


def test_that_each_answer_can_be_changed_where_it_was_given(harbour: ProgramDriver) -> None:
    check(harbour)
    harbour.click("Change: What about org.people?")
    assert harbour.workspace.location.subject_id is None
    assert harbour.question() == "What about org.people?"
    check(harbour)
    harbour.click("Change: What about boat.return?")
    assert harbour.question() == "What about boat.return?"
    assert harbour.chosen() == ["Money"]


def test_that_it_leads_on_with_the_questions_while_one_is_open(harbour: ProgramDriver) -> None:
    check(harbour, 3)
    harbour.click("Go on with the questions")
    assert harbour.question() == "What about boat.return?"


def test_that_it_leads_to_the_result_when_all_is_answered(harbour: ProgramDriver) -> None:
    harbour.session.answer(None, "org.people", 9)
    check(harbour)
    assert not harbour.sees("no answer yet")
    assert not harbour.sees("still unknown")
    harbour.click("See the result")
    assert harbour.workspace.location.place is Place.RESULT


def test_that_the_organisation_leads_back_to_the_subjects(harbour: ProgramDriver) -> None:
    check(harbour, None)
    assert harbour.sees("1 answer is still unknown")
    assert not harbour.sees("What about boat.use?")
    harbour.click("See the subjects")
    assert harbour.workspace.location.place is Place.SUBJECTS


def test_that_answers_not_needed_now_are_kept_in_a_folded_line(harbour: ProgramDriver) -> None:
    check(harbour, 2)
    assert not harbour.sees("They count again")
    harbour.click("1 earlier answer is kept but not needed now")
    assert harbour.sees("They count again")
    assert harbour.sees("What about boat.return? Favours")


def test_that_back_leads_to_the_section_that_was_finished(harbour: ProgramDriver) -> None:
    subject = harbour.session.assessment.subjects[0].id
    harbour.workspace.show_check(subject, "boat")
    harbour.settle()
    harbour.click("Back")
    assert harbour.question() == "What about boat.return?"


def test_that_undo_shows_in_the_list_at_once(harbour: ProgramDriver) -> None:
    check(harbour, 3)
    harbour.session.answer(harbour.session.assessment.subjects[3].id, "boat.use", "sail")
    harbour.settle()
    assert harbour.sees("Sail")
    harbour.choose("Undo")
    assert not harbour.sees("Sail")
    assert harbour.workspace.location.place is Place.CHECK
