# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from dataclasses import replace

from tests.domain.example import EXAMPLE, TODAY, assessment

from actready.domain.assessment import Assessment
from actready.domain.scoring import evaluate_subject
from actready.gui.models.check import CheckView, check_view
from actready.gui.models.findings import Sign


def view_of(shown: Assessment, subject_id: str | None = "s1") -> CheckView:
    subject = shown.subject(subject_id) if subject_id else None
    return check_view(shown, evaluate_subject(EXAMPLE, shown, subject, TODAY), subject_id)


def test_that_sections_with_unknown_answers_come_first() -> None:
    known = view_of(assessment({"org.people": 5}, {"boat.use": "sail"}))
    unknown = view_of(assessment({"org.people": 5}, {"boat.use": "dont_know"}))
    assert [one.title for one in known.sections] == ["Organisation", "The boat"]
    assert [one.title for one in unknown.sections] == ["The boat", "Organisation"]


def test_that_unknown_answers_are_counted_and_say_how_to_find_out() -> None:
    view = view_of(assessment({"org.club": "dont_know"}, {"boat.use": "dont_know"}))
    assert view.unknown_title == "2 answers are still unknown"
    rows = {row.question: row for section in view.sections for row in section.rows}
    assert rows["boat.use"].answer == "I don’t know"
    assert rows["boat.use"].find_out == "Ask around."
    assert rows["boat.use"].sign is Sign.UNKNOWN


def test_that_questions_without_an_answer_are_listed_as_such() -> None:
    view = view_of(assessment({"org.people": 5, "org.club": False}, {"boat.use": "lend"}))
    assert view.open_text == "1 question has no answer yet"
    assert view.first_open is not None
    assert (view.first_open.question, view.first_open.answer) == ("boat.return", "Not answered yet")
    assert view.first_open.sign is Sign.NOT_STARTED


def test_that_answers_are_shown_in_words() -> None:
    view = view_of(
        assessment({"org.people": 5}, {"boat.use": "lend", "boat.return": ("money", "favours")})
    )
    rows = {row.question: row.answer for section in view.sections for row in section.rows}
    assert rows == {"org.people": "5", "boat.use": "Lend", "boat.return": "Money; Favours"}
    assert (view.unknown_title, view.open_text, view.kept_title) == ("", "", "")


def test_that_each_answer_leads_back_to_where_it_belongs() -> None:
    view = view_of(assessment({"org.people": 5}, {"boat.use": "sail"}))
    owners = {row.question: row.owner for section in view.sections for row in section.rows}
    assert owners == {"org.people": None, "boat.use": "s1"}


def test_that_notes_are_shown() -> None:
    noted = assessment({"org.people": 5}, {"boat.use": "sail"})
    subject = noted.subjects[0]
    answers = subject.answers.with_note("boat.use", "Since 1999.")
    view = view_of(replace(noted, subjects=(replace(subject, answers=answers),)))
    assert [row.note for section in view.sections for row in section.rows] == ["", "Since 1999."]


def test_that_answers_that_are_not_needed_now_are_kept_and_said_to_be() -> None:
    view = view_of(assessment({}, {"boat.use": "sail", "boat.return": ("money",)}))
    assert view.kept_title == "1 earlier answer is kept but not needed now"
    assert [(row.question, row.answer) for row in view.kept] == [("boat.return", "Money")]


def test_that_the_organisation_has_its_own_answers_only() -> None:
    view = view_of(assessment({"org.people": 5}, {"boat.use": "sail"}), None)
    assert view.name == "Harbour"
    assert [one.title for one in view.sections] == ["Organisation"]
