# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A value is taken only if it fits its question; else two sentences say what to do."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.domain.example import QUESTIONS

from actready.domain.answers import DONT_KNOW, MAX_TEXT, AnswerFault, Value, checked, shown
from actready.domain.questionnaire import Question
from actready.domain.terms import Kind

BY_ID = {one.id: one for one in QUESTIONS}


@pytest.mark.parametrize(
    ("question", "raw", "kept"),
    [
        ("org.club", True, True),
        ("org.club", False, False),
        ("org.people", 0, 0),
        ("boat.length", 12.5, 12.5),
        ("boat.length", 400, 400),
        ("boat.use", "sail", "sail"),
        ("boat.return", "money", ("money",)),
        ("boat.return", ["favours", "money"], ("money", "favours")),
        ("boat.return", ("money", "money"), ("money",)),
        ("boat.return", ["nothing"], ("nothing",)),
        ("boat.launched", "2019-02-28", "2019-02-28"),
        ("boat.launched", date(2019, 2, 28), "2019-02-28"),
        ("boat.launched", datetime(2019, 2, 28, 12, 0), "2019-02-28"),
        ("boat.name", "Seagull", "Seagull"),
        ("boat.name", "x" * MAX_TEXT, "x" * MAX_TEXT),
    ],
)
def test_that_a_fitting_value_is_kept(question: str, raw: object, kept: Value) -> None:
    assert checked(BY_ID[question], raw) == kept


@pytest.mark.parametrize("question", BY_ID)
def test_that_dont_know_answers_every_question(question: str) -> None:
    assert checked(BY_ID[question], "dont_know") == DONT_KNOW


@pytest.mark.parametrize(
    ("question", "raw", "problem", "hint"),
    [
        ("org.club", "yes", '"yes" is no answer', "Write true, false or dont_know."),
        ("org.club", 1, '"1" is no answer', "true"),
        ("org.club", None, '"NoneType" is no answer', "true"),
        ("org.people", "34", '"34" is no number', "digits"),
        ("org.people", True, '"True" is no number', "digits"),
        ("org.people", float("nan"), "is no number", "digits"),
        ("org.people", float("inf"), "is no number", "digits"),
        ("org.people", -1, "too small", "smallest number here is 0."),
        ("boat.length", 401, "too large", "largest number here is 400."),
        ("boat.use", "send", "'boat.use'", "Did you mean 'lend'?"),
        ("boat.use", "zzz", "no option", "The options are: lend, sail."),
        ("boat.use", 3, "no option", "The options are: lend, sail."),
        ("boat.use", ["lend"], "no option", "The options are"),
        ("boat.return", [], "no list of options", "[money]"),
        ("boat.return", 3, "no list of options", "[money]"),
        ("boat.return", ["money", "nothing"], "'nothing' excludes", "alone"),
        ("boat.return", ["monney"], "no option", "'money'"),
        ("boat.launched", "28.2.2019", "no date", "2027-12-11"),
        ("boat.launched", "2019-02-30", "no date", "2027-12-11"),
        ("boat.launched", 20190228, "no date", "2027-12-11"),
        ("boat.launched", "２０１９-02-28", "no date", "2027-12-11"),
        ("boat.name", 7, "no text", "quotation marks"),
        ("boat.name", "x" * (MAX_TEXT + 1), "20001 characters", "20000"),
    ],
)
def test_that_an_unfit_value_is_refused_with_a_hint(
    question: str, raw: object, problem: str, hint: str
) -> None:
    with pytest.raises(AnswerFault) as refused:
        checked(BY_ID[question], raw)
    assert problem in refused.value.problem
    assert hint in refused.value.hint


def test_that_a_long_hostile_value_is_quoted_shortly() -> None:
    assert shown("x" * 1_000_000) == '"' + "x" * 60 + '…"'
    assert shown({"a": 1}) == '"dict"'


def test_that_a_number_beyond_all_bounds_is_refused_in_words() -> None:
    question = Question(
        id="q",
        kind=Kind.NUMBER,
        text="How many?",
        why="w",
        unknown="u",
        provisions=("CRA Art. 1",),
        examples=("e",),
        maximum=5,
    )
    with pytest.raises(AnswerFault, match="too large"):
        checked(question, 10**400)
