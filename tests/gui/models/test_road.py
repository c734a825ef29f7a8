# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The road through the questions, on the small invented law."""

from __future__ import annotations

from tests.domain.example import EXAMPLE, evaluation

from actready.domain.answers import DONT_KNOW
from actready.domain.questionnaire import Question
from actready.domain.terms import About
from actready.gui.models.road import (
    Progress,
    first_open,
    next_question,
    previous_question,
    road,
)


def question(question_id: str) -> Question:
    return EXAMPLE.question_by_id[question_id]


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [one.id for one in questions]


def test_that_the_road_holds_only_what_can_still_decide_and_what_was_answered() -> None:
    way = road(evaluation())
    assert ids(way.questions(About.ORGANISATION)) == ["org.club", "org.people"]
    assert ids(way.questions(About.SUBJECT)) == ["boat.use", "boat.return"]
    way = road(evaluation(boat_use="sail"))
    assert ids(way.questions(About.SUBJECT)) == ["boat.use"]


def test_that_progress_counts_answers_and_keeps_unknown_ones_apart() -> None:
    way = road(evaluation(boat_use="lend", boat_return=DONT_KNOW))
    assert way.progress() == Progress(total=4, answered=2, dont_know=1)
    assert way.progress(About.ORGANISATION) == Progress(2, 0, 0)
    stage = way.stage_of("boat.return")
    assert stage is not None
    assert (stage.section.id, stage.progress) == ("boat", Progress(2, 2, 1))
    assert way.stage_of("boat.name") is None


def test_that_each_state_has_its_sign_and_its_words() -> None:
    shown = {
        Progress(3, 0, 0): ("not_started", "not started", "0 of 3", ""),
        Progress(3, 2, 0): ("partly", "partly answered", "2 of 3", ""),
        Progress(3, 3, 0): ("met", "answered", "3 of 3", ""),
        Progress(3, 3, 1): ("unknown", "unknown", "3 of 3", "1 “I don’t know”"),
        Progress(3, 2, 2): ("unknown", "unknown", "2 of 3", "2 “I don’t know”"),
    }
    for progress, words in shown.items():
        told = (progress.sign, progress.state, progress.count, progress.unknowns)
        assert told == words
    assert Progress(3, 2, 0).summary == "2 of 3 answered"
    assert not Progress(3, 2, 0).is_done


def test_that_the_next_question_is_the_next_one_asked_in_the_same_section() -> None:
    lending = evaluation(boat_use="lend")
    following = next_question(lending, question("boat.use"))
    assert following is not None
    assert following.id == "boat.return"
    assert next_question(lending, question("boat.return")) is None
    assert next_question(evaluation(boat_use="sail"), question("boat.use")) is None


def test_that_the_question_before_is_about_the_same() -> None:
    lending = evaluation(boat_use="lend")
    before = previous_question(lending, question("boat.return"))
    assert before is not None
    assert before.id == "boat.use"
    assert previous_question(lending, question("boat.use")) is None


def test_that_one_begins_at_the_first_question_without_an_answer() -> None:
    begins = first_open(evaluation(boat_use="lend"), About.SUBJECT)
    assert begins is not None
    assert begins.id == "boat.return"
    done = evaluation(boat_use="lend", boat_return=("money",))
    assert first_open(done, About.SUBJECT) is None


def test_that_after_a_section_one_goes_on_behind_it_and_else_starts_over() -> None:
    begins = first_open(evaluation(), About.SUBJECT, "organisation")
    assert begins is not None
    assert begins.id == "boat.use"
    again = first_open(evaluation(), About.SUBJECT, "boat")
    assert again is not None
    assert again.id == "boat.use"
