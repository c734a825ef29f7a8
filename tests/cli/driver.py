# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs commands as a user would, in this process or in one of their own, and keeps what came."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from actready.cli.console import Console
from actready.cli.guard import guarded
from actready.cli.program import run
from actready.domain.contract import Json
from actready.domain.events import Answered, Event, SubjectAdded
from actready.storage.assessment_file import AssessmentFile

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "company-z.yaml"
NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit status and what it wrote to both streams."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Json:
        return cast("Json", json.loads(self.out))

    @property
    def object(self) -> dict[str, Json]:
        return cast("dict[str, Json]", self.json)

    @property
    def objects(self) -> list[dict[str, Json]]:
        return cast("list[dict[str, Json]]", self.json)


def actready(*arguments: object, clock: Callable[[], datetime] = lambda: NOW) -> Outcome:
    """Run a command in this process, on 23 November 2026."""
    out, err = io.StringIO(), io.StringIO()
    console = Console(out, err, clock)
    status = guarded(lambda: run([str(one) for one in arguments], console), err)
    return Outcome(status, out.getvalue(), err.getvalue())


def process(
    *arguments: object, environment: Mapping[str, str] | None = None, program: str = ""
) -> Outcome:
    """Run a command in a process of its own."""
    start = ["-c", program] if program else ["-m", "actready"]
    done = subprocess.run(
        [sys.executable, *start, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=100,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def answers_file(folder: Path, text: str, name: str = "answers.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def assessment_file(folder: Path, *events: Event, name: str = "file.actready") -> Path:
    """Write an assessment file of a firm called Harbour, and close it."""
    path = folder / name
    editions = {"common": "2024-12-10", "cra": "2024-12-10"}
    with closing(AssessmentFile.create(path, "Harbour", editions, NOW)) as file:
        for event in events:
            file.append(event, NOW)
    return path


#: A firm sells a closed program. By Art. 3(13) it is its manufacturer.
SOLD: Mapping[str, object] = {
    "supply.form": "download",
    "subject.relation": "make",
    "supply.reach": "union",
    "supply.price": ("paid",),
    "licence.kind": "closed",
    "product.connection": True,
    "product.other_law": "none",
}


#: Nobody outside uses it, and it is no product: no role, whatever else is answered.
OUTSIDE: Mapping[str, Json] = {
    "supply.form": "other",
    "subject.relation": "use",
    "supply.reach": "own_use",
}


def sold_program() -> tuple[Event, ...]:
    organisation = {"org.legal_form": "legal_person", "org.not_for_profit": False}
    return (
        SubjectAdded(subject="s1", name="Program"),
        *(
            Answered.model_validate({"question": key, "value": value})
            for key, value in organisation.items()
        ),
        *(
            Answered.model_validate({"subject": "s1", "question": key, "value": value})
            for key, value in SOLD.items()
        ),
    )


def subjects(outcome: Outcome) -> list[dict[str, Json]]:
    return cast("list[dict[str, Json]]", outcome.object["subjects"])


def under_cra(subject: Mapping[str, Json]) -> dict[str, Json]:
    return cast("dict[str, Json]", subject["cra"])
