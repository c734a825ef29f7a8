# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers file that names the state of the record it was taken from."""

from __future__ import annotations

import pytest
from tests.fixtures import AS_OF, small_questionnaire
from tests.storage.hands import example

from actready.errors import FaultyInput
from actready.storage.interchange import Origin, canonical_json, read_answers

QUESTIONNAIRE = small_questionnaire()


HEAD = "0f" * 32


def test_that_canonical_json_can_name_the_state_of_the_record() -> None:
    origin = Origin("1.2.3", 7, HEAD, "2026-11-22T08:05:30Z")
    data = canonical_json(example(), AS_OF, {}, origin)
    assert b'"made_with":"1.2.3"' in data
    assert f'"record":{{"at":"2026-11-22T08:05:30Z","entries":7,"head":"{HEAD}"}}'.encode() in data
    read = read_answers(data, "report", small_questionnaire())
    assert read.origin == origin
    assert canonical_json(read.assessment, AS_OF, {}, read.origin) == data


def test_that_canonical_json_without_a_record_names_the_program_alone() -> None:
    data = canonical_json(example(), AS_OF, {}, Origin("1.2.3"))
    assert b"record" not in data
    assert read_answers(data, "report", small_questionnaire()).origin == Origin("1.2.3")


@pytest.mark.parametrize(
    "record",
    [
        "{entries: 0, head: HEAD, at: '2026-11-22T08:05:30Z'}",
        "{entries: true, head: HEAD, at: '2026-11-22T08:05:30Z'}",
        "{head: HEAD, at: '2026-11-22T08:05:30Z'}",
        "{entries: 1, head: abc, at: '2026-11-22T08:05:30Z'}",
        "{entries: 1, head: HEAD, at: yesterday}",
        "{entries: 1, head: HEAD, at: '2026-11-22T08:05:30'}",
        "{entries: 1, head: HEAD}",
    ],
)
def test_that_a_record_that_names_no_state_is_a_fault(record: str) -> None:
    text = f"format: 1\nrecord: {record.replace('HEAD', HEAD)}\n"
    with pytest.raises(FaultyInput, match="does not name the state of a record"):
        read_answers(text.encode(), "answers.yaml", small_questionnaire())


def test_that_an_empty_record_is_none() -> None:
    read = read_answers(b"format: 1\nrecord:\n", "answers.yaml", small_questionnaire())
    assert read.origin == Origin()
