# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing is taken for met without an answer."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.domain.example import evaluation

from actready.domain.answers import Value
from actready.domain.readiness import counts, listed, status
from actready.domain.terms import Act, Applies, Readiness

LENDER: Mapping[str, Value] = {"boat_use": "lend", "boat_return": ("money",)}


@pytest.mark.parametrize(
    ("applies", "expected"),
    [
        (Applies.YES, Readiness.UNKNOWN),
        (Applies.MAYBE, Readiness.UNKNOWN),
        (Applies.NO, Readiness.NOT_APPLICABLE),
    ],
)
def test_that_the_status_is_unknown_unless_ruled_out(applies: Applies, expected: Readiness) -> None:
    assert status(applies) is expected


def test_that_only_what_applies_or_may_apply_is_listed() -> None:
    lender = evaluation(**LENDER)
    assert [one.id for one, _applies in listed(lender, Act.CRA)] == ["duty.papers", "duty.flag"]
    everything = listed(lender, Act.CRA, everything=True)
    assert [one.id for one, _applies in everything] == ["duty.papers", "duty.flag", "duty.host"]
    assert listed(lender, Act.AI_ACT) == ()


def test_that_what_does_not_apply_is_not_counted() -> None:
    counted = counts(evaluation(**LENDER))
    assert counted[Readiness.UNKNOWN] == 2
    assert sum(counted.values()) == 2
    assert set(counted) == set(Readiness)
