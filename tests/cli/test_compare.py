# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""compare prints what differs between two dates or editions."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from tests.cli.driver import actready, answers_file, assessment_file

from actready.domain.contract import Json

IMAGES = """
format: 1
organisation: {name: A studio, answers: {org.seat: eu, org.legal_form: legal_person}}
subjects:
  - name: Undressing app
    answers:
      supply.form: remote_only
      subject.relation: make
      supply.reach: union
      licence.kind: closed
      ai.kind: system
      ai.exclusive_purpose: none
      ai.practices: [intimate]
      ai.intimate: without_consent
      ai.intimate_output: purpose
  - name: Word processor
    answers: {ai.kind: rules, supply.form: other}
"""


def subjects(found: dict[str, Json]) -> list[dict[str, Json]]:
    return cast("list[dict[str, Json]]", found["subjects"])


def by_id(found: Json) -> dict[str, dict[str, Json]]:
    return {str(one["id"]): one for one in cast("list[dict[str, Json]]", found)}


def test_that_a_prohibition_comes_into_force_between_two_dates(tmp_path: Path) -> None:
    file = answers_file(tmp_path, IMAGES)
    done = actready(
        "compare", file, "--from", "2026-11-23", "--as-of", "2026-12-02", "--format", "json"
    )
    assert done.status == 0, done.err
    assert cast("dict[str, Json]", done.object["from"])["as_of"] == "2026-11-23"
    app, processor = subjects(done.object)
    tier = by_id(app["findings"])["ai.tier.prohibited"]
    before, after = (cast("dict[str, Json]", tier[side]) for side in ("before", "after"))
    assert (before["status"], before["in_force"]) == ("established", False)
    assert (after["status"], after["in_force"]) == ("established", True)
    assert after["applies_from"] == "2026-12-02"
    assert by_id(app["obligations"])["ai.duty.intimate_images"]["ways"] == ["in_force"]
    assert processor["findings"] == []


def test_that_the_text_says_in_words_what_changes(tmp_path: Path) -> None:
    file = answers_file(tmp_path, IMAGES)
    done = actready("compare", file, "--from", "2026-11-23", "--as-of", "2026-12-02")
    assert done.status == 0, done.err
    words = " ".join(done.out.split())
    assert "A studio: what changes between 23 November 2026 and 2 December 2026" in words
    expected = "established, from 2 December 2026 → established, in force since 2 December 2026"
    assert f"Prohibited practice: {expected}" in words
    assert "Nothing changes." in words


def test_that_an_assessment_file_is_compared_as_well(tmp_path: Path) -> None:
    file = assessment_file(tmp_path)
    done = actready("compare", file, "--from", "2026-09-01", "--as-of", "2026-09-11")
    assert done.status == 0, done.err


def test_that_a_date_that_no_edition_covers_is_told_in_a_sentence(tmp_path: Path) -> None:
    file = answers_file(tmp_path, IMAGES)
    done = actready("compare", file, "--from", "2019-01-01")
    assert done.status == 1
    assert "covers 2019-01-01" in done.err
