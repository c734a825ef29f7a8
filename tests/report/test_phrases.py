# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates, lists and citations as the report writes them."""

from __future__ import annotations

import pytest

from actready.domain.answers import Value
from actready.domain.questionnaire import Question
from actready.report.phrases import all_of, answer_text, cited, lines, moment, one_of, short


def test_that_lists_read_like_sentences() -> None:
    assert all_of([]) == ""
    assert all_of(["a"]) == "a"
    assert all_of(["a", "b"]) == "a and b"
    assert one_of(["a", "b", "c"]) == "a, b or c"


def test_that_the_act_is_named_once_for_citations_that_follow_each_other() -> None:
    listed = ("CRA Art. 3(1)", "CRA Annex I Part I", "AI Act Art. 3(1)", "AI Act Recital 12")
    assert cited(listed) == ("CRA Art. 3(1)", "Annex I Part I", "AI Act Art. 3(1)", "Recital 12")
    assert cited(("Rec 2003/361/EC Art. 2", "CRA Art. 5")) == (
        "Rec 2003/361/EC Art. 2",
        "CRA Art. 5",
    )
    assert cited(("something else", "something else")) == ("something else", "something else")


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2026-11-23T14:32:05+00:00", "23 November 2026, 14:32 UTC"),
        ("2026-11-23T23:30:00-02:00", "24 November 2026, 01:30 UTC"),
        ("not a time", "not a time"),
    ],
)
def test_that_times_are_shown_in_utc(iso: str, shown: str) -> None:
    assert moment(iso) == shown


def test_that_a_long_name_is_cut_for_the_running_head_and_a_short_one_is_not() -> None:
    assert short("Firma X") == "Firma X"
    assert short("x" * 200) == "x" * 35 + "…"


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("yes_no", False, "No"),
        ("date", "2027-12-11", "11 December 2027"),
        ("text", "one\ntwo\x00", "one\ntwo"),
        ("number", 2.5, "2.5 m"),
        ("number", 1250000, "1\u00a0250\u00a0000 m"),
        ("yes_no", "dont_know", "I don’t know"),
        ("date", None, "Not answered"),
        ("several_of", ("a", "c"), "Alpha; c"),
    ],
)
def test_that_answers_of_every_kind_are_written_in_words(
    kind: str, value: Value | None, shown: str
) -> None:
    question = Question.model_validate(
        {
            "id": "q", "kind": kind, "text": "?", "why": "?", "unknown": "?", "unit": "m",
            "provisions": ["Art. 1"], "examples": ["?"],
            "options": [{"id": "a", "label": "Alpha"}, {"id": "b", "label": "Beta"}]
            if kind == "several_of" else [],
        }
    )  # fmt: skip
    assert answer_text(question, value) == shown


def test_that_notes_keep_their_lines_and_lose_control_characters() -> None:
    assert lines("first\x07 line\r\n\r\n  second \u202eline") == "first line\nsecond line"
