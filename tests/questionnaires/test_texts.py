# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wording of the questionnaires: short, plain, and never a promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from actready.catalogue import open_catalogue
from actready.domain.questionnaire import Questionnaire

FORBIDDEN = re.compile(
    r"\b(compliant|compliance|guarantee|simply|just|please|exempt|exempted)\b|!", re.I
)
PLACE = re.compile(r"\{(\w*)\}")


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    return open_catalogue().questionnaire(date(2028, 1, 10))


def texts(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    for question in questionnaire.questions:
        yield question.id, question.text
        yield question.id, question.why
        yield question.id, question.unknown
        yield question.id, question.instruction
        yield from ((question.id, example) for example in question.examples)
        for option in question.options:
            yield question.id, option.label
            yield question.id, option.hint
    for fact in questionnaire.facts:
        yield fact.id, fact.text
        yield fact.id, fact.otherwise
    for finding in questionnaire.findings:
        yield finding.id, finding.sentence
        yield finding.id, finding.follows
    for obligation in questionnaire.obligations:
        yield obligation.id, obligation.text
    for penalties in questionnaire.penalties:
        yield penalties.turnover, penalties.note
        yield from ((one.id, one.sentence) for one in penalties.ceilings)
        yield from ((one.id, one.sentence) for one in penalties.relieved)


def test_that_no_text_promises_or_exempts(questionnaire: Questionnaire) -> None:
    found = [(one, text) for one, text in texts(questionnaire) if FORBIDDEN.search(text)]
    assert found == []


def test_that_texts_name_only_the_organisation_and_the_subject(
    questionnaire: Questionnaire,
) -> None:
    used = {name for _one, text in texts(questionnaire) for name in PLACE.findall(text)}
    assert used == {"organisation", "subject"}


def test_that_questions_fit_a_heading_of_two_lines(questionnaire: Questionnaire) -> None:
    too_long = [one.id for one in questionnaire.questions if len(one.text) > 110]
    assert too_long == []


def test_that_every_question_is_one_question(questionnaire: Questionnaire) -> None:
    several = [one.id for one in questionnaire.questions if one.text.count("?") != 1]
    assert several == []


def test_that_options_are_short_enough_for_one_row(questionnaire: Questionnaire) -> None:
    too_long = [
        (question.id, option.id)
        for question in questionnaire.questions
        for option in question.options
        if len(option.label) > 60 or len(option.hint) > 150
    ]
    assert too_long == []


def test_that_sentences_stay_short(questionnaire: Questionnaire) -> None:
    sentences = [
        (one, sentence)
        for one, text in texts(questionnaire)
        for sentence in re.split(r"(?<=[.?:]) ", text)
    ]
    assert [one for one in sentences if len(one[1].split()) > 32] == []
