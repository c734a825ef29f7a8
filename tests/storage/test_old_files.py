# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files of every format ever written keep opening, with everything that is in them."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from tests.storage.hands import NOON

from actready.domain.actions import Action
from actready.domain.answers import Value
from actready.domain.assessment import Answers, Organisation, Subject, fold
from actready.domain.events import EVENT, Planned
from actready.storage import schema
from actready.storage.assessment_file import AssessmentFile
from actready.storage.audit import verify

FILES = Path(__file__).parents[1] / "files"
PLANNED = Planned(subject="s1", obligation="cra.reporting", action=Action(owner="Ann"))


def opened(version: int, folder: Path) -> AssessmentFile:
    path = folder / "old.actready"
    shutil.copy(FILES / f"version-{version}.actready", path)
    return AssessmentFile.open(path)


def test_that_there_is_a_file_of_every_format() -> None:
    kept = {path.name for path in FILES.glob("*.actready")}
    assert kept == {f"version-{one.version}.actready" for one in schema.FORMATS}


#: The kinds of event that a format brought with it; all others are in the first.
NEW_KINDS = {1: {"planned"}, 2: set[str]()}


@pytest.mark.parametrize(("version", "unknown"), NEW_KINDS.items())
def test_that_a_file_holds_every_kind_of_event_of_its_format(
    tmp_path: Path, version: int, unknown: set[str]
) -> None:
    with closing(opened(version, tmp_path)) as file:
        kinds = {entry.event.kind for entry in file.entries()}
    schemas = EVENT.json_schema()["discriminator"]["mapping"]
    assert kinds == set(schemas) - unknown


def test_that_a_file_without_actions_is_brought_on_and_then_takes_one(tmp_path: Path) -> None:
    with closing(opened(1, tmp_path)) as file:
        before = file.head
        file.append(PLANNED, NOON)
    kept = tmp_path / "old.version-1.actready"
    assert kept.read_bytes()[60:64] == b"\0\0\0\1"
    assert verify(kept).head == before
    assert file.path.read_bytes()[60:64] == b"\0\0\0\2"
    with closing(AssessmentFile.open(file.path)) as again:
        assert again.entries()[-1].event == PLANNED
    assert verify(file.path).intact


def test_that_version_2_opens_with_all_its_actions(tmp_path: Path) -> None:
    with closing(opened(2, tmp_path)) as file:
        assessment = fold(file.entries())
        head = file.head
    whole = Action(
        owner="Head of product", due=date(2027, 1, 31), note="Zoë: “ask sales”", effort=(4, 12.5)
    )
    done = whole.model_copy(update={"done": True, "done_on": date(2026, 11, 24)})
    assert [dict(one.actions) for one in assessment.subjects] == [
        {"cra.reporting": done, "cra.sbom": Action(owner="Ann")},
        {"cra.reporting": whole, "gone.from.the.law": Action(done=True)},
    ]
    # Written down on 25 November 2026, when the file was made.
    assert head == "47ffdbc1149def84f551780dca6d7a929e7dcfe9f63532f353750929119338c1"


def test_that_version_1_opens_with_all_its_answers(tmp_path: Path) -> None:
    with closing(opened(1, tmp_path)) as file:
        assessment = fold(file.entries())
    assert assessment.organisation == Organisation(
        "Company Z", Answers({"org.legal_form": "legal_person", "org.staff": 36})
    )
    first: dict[str, Value] = {
        "supply.price": "paid",
        "supply.form": ("download", "service"),
        "supply.maintained": True,
        "supply.since": "2025-01-31",
        "supply.remark": "Zoë said: “ask sales”",
    }
    second = {**first, "supply.price": "dont_know"}
    del second["supply.since"]
    notes = {"supply.price": "Price list of 3 May"}
    assert assessment.subjects == (
        Subject("s1", "Product A", "Backup for small offices", Answers(first, notes)),
        Subject("s2", "Library B", "", Answers(second, notes)),
    )
    assert assessment.editions == {"common": "2024-12-10", "cra": "2024-12-10"}


def test_that_version_1_has_the_digest_it_was_written_with(tmp_path: Path) -> None:
    # Written down on 24 November 2026, when the file was made.
    with closing(opened(1, tmp_path)) as file:
        assert file.head == "6048ff62579ae78ca8313e52dad50c6bf26066cfac9c3f55676b2be3c08c0d97"
    assert verify(file.path).intact
