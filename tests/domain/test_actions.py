# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is planned for a duty: each part is checked, and what does not fit is told."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from actready.domain.actions import NOTHING, PARTS, Action, with_part
from actready.domain.answers import AnswerFault

WHOLE = Action(
    owner="Ann", due=date(2027, 1, 31), note="Ask", done=True, done_on=date(2026, 11, 24),
    effort=(4, 12),
)  # fmt: skip


@pytest.mark.parametrize(
    ("part", "raw", "expected"),
    [
        ("owner", " Head  of\nproduct ", Action(owner="Head of product")),
        ("owner", "x" * 200, Action(owner="x" * 200)),
        ("due", "2027-01-31", Action(due=date(2027, 1, 31))),
        ("due", date(2027, 1, 31), Action(due=date(2027, 1, 31))),
        ("note", " two\nlines ", Action(note="two\nlines")),
        ("done", True, Action(done=True)),
        ("done", False, NOTHING),
        ("done", "2026-11-24", Action(done=True, done_on=date(2026, 11, 24))),
        ("effort", [4, 12.5], Action(effort=(4, 12.5))),
        ("effort", (0, 0), Action(effort=(0, 0))),
        ("effort", 8, Action(effort=(8, 8))),
        ("effort", [0, 100_000], Action(effort=(0, 100_000))),
    ],
)
def test_that_a_part_is_kept_as_it_was_meant(part: str, raw: object, expected: Action) -> None:
    assert with_part(NOTHING, part, raw) == expected


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("empty", [None, ""])
def test_that_an_empty_part_clears_that_part_alone(part: str, empty: object) -> None:
    left = with_part(WHOLE, part, empty)
    assert not getattr(left, part)
    others = {*Action.model_fields} - {part, "done_on"}
    assert all(getattr(left, one) == getattr(WHOLE, one) for one in others)
    assert (left.done_on is None) is (part == "done")


def test_that_an_action_without_any_part_is_empty() -> None:
    left = WHOLE
    for part in PARTS:
        assert not left.is_empty
        left = with_part(left, part, None)
    assert left.is_empty


@pytest.mark.parametrize(
    ("part", "raw", "problem", "hint"),
    [
        ("owner", 5, '"5" is no text', "quotation marks"),
        ("owner", "x" * 201, "has 201 characters", "200"),
        ("note", "x" * 20_001, "has 20001 characters", "20000"),
        ("due", "soon", '"soon" is no date', "2027-12-11"),
        ("due", "2026-02-30", "is no date", "2027-12-11"),
        ("due", 20270131, "is no date", "2027-12-11"),
        ("done", "yes", '"yes" is no date', "true, false"),
        ("done", 1, "is no date", "true, false"),
        ("effort", "much", '"much" is no number of hours', "[4, 12]"),
        ("effort", [4], "is no number of hours", "[4, 12]"),
        ("effort", [1, 2, 3], "is no number of hours", "[4, 12]"),
        ("effort", [4, "12"], "is no number of hours", "[4, 12]"),
        ("effort", [False, True], "is no number of hours", "[4, 12]"),
        ("effort", True, "is no number of hours", "[4, 12]"),
        ("effort", float("nan"), "is no number of hours", "[4, 12]"),
        ("effort", [0, float("inf")], "is no number of hours", "[4, 12]"),
        ("effort", {"from": 4}, "is no number of hours", "[4, 12]"),
        ("effort", [12, 4], 'from "12" to "4" hours', "smaller number first"),
        ("effort", [-1, 4], 'from "-1" to "4" hours', "smaller number first"),
        ("effort", [0, 10**30], "hours", "100000"),
    ],
)
def test_that_a_part_that_does_not_fit_is_told_with_a_remedy(
    part: str, raw: object, problem: str, hint: str
) -> None:
    with pytest.raises(AnswerFault) as caught:
        with_part(WHOLE, part, raw)
    assert problem in caught.value.problem
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    "data",
    [
        {"effort": [12, 4]},
        {"effort": [4]},
        {"effort": [-1, 4]},
        {"effort": [0, 100_001]},
        {"effort": [True, True]},
        {"effort": ["4", "12"]},
        {"effort": [0.0, float("nan")]},
        {"due": "soon"},
        {"done_on": "2026-11-24"},
        {"more": 1},
    ],
)
def test_that_a_stored_action_that_makes_no_sense_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Action.model_validate(data)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)


@given(st.sampled_from(PARTS), ANYTHING)
def test_that_whatever_is_taken_can_be_stored_and_read_back(part: str, raw: object) -> None:
    try:
        action = with_part(NOTHING, part, raw)
    except AnswerFault:
        return
    stored = action.model_dump(mode="json")
    assert Action.model_validate(stored) == action
