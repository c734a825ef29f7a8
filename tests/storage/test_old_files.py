# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files of every format ever written keep opening, with everything that is in them."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from actready.domain.answers import Value
from actready.domain.assessment import Answers, Organisation, Subject, fold
from actready.domain.events import EVENT
from actready.storage import schema
from actready.storage.assessment_file import AssessmentFile
from actready.storage.audit import verify

FILES = Path(__file__).parents[1] / "files"


def opened(version: int, folder: Path) -> AssessmentFile:
    path = folder / "old.actready"
    shutil.copy(FILES / f"version-{version}.actready", path)
    return AssessmentFile.open(path)


def test_that_there_is_a_file_of_every_format() -> None:
    kept = {path.name for path in FILES.glob("*.actready")}
    assert kept == {f"version-{one.version}.actready" for one in schema.FORMATS}


def test_that_version_1_holds_every_kind_of_event(tmp_path: Path) -> None:
    with closing(opened(1, tmp_path)) as file:
        kinds = {entry.event.kind for entry in file.entries()}
    schemas = EVENT.json_schema()["discriminator"]["mapping"]
    assert kinds == set(schemas)


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
