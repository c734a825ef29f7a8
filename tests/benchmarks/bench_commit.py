# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What storing one answer costs beside a bare SQLite commit with the same settings.

Run with ``python -m tests.benchmarks.bench_commit``.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tests.fixtures import AS_OF, SmallCatalogue

from actready.session import AssessmentSession
from actready.storage.assessment_file import AssessmentFile
from actready.storage.connection import connect_for_writing

ROUNDS = 400
HISTORY = 2000


def milliseconds(work: Callable[[int], object]) -> list[float]:
    """Return how long each call took, sorted."""
    taken = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        work(number)
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def bare_commits(folder: Path) -> list[float]:
    """Store rows of the size of an answer, with SQLite alone."""
    path = folder / "bare.db"
    path.touch()
    with closing(connect_for_writing(path)) as database:
        database.execute("CREATE TABLE rows (number INTEGER PRIMARY KEY, text TEXT)")
        text = "x" * 300
        return milliseconds(
            lambda _: database.execute("INSERT INTO rows (text) VALUES (?)", [text])
        )


def answers(folder: Path) -> list[float]:
    """Answer a question anew, in a file that has a history already."""
    path = folder / "answers.actready"
    with closing(AssessmentFile.create(path, "Company Z", {}, datetime.now(UTC))) as file:
        session = AssessmentSession(
            file, SmallCatalogue().questionnaire, AS_OF, lambda: datetime.now(UTC)
        )
        for number in range(HISTORY):
            session.answer(None, "org.staff", number)
        return milliseconds(lambda number: session.answer(None, "org.staff", HISTORY + number))


def opening(folder: Path) -> float:
    """Open the file with its history, every check included."""
    start = time.perf_counter()
    AssessmentFile.open(folder / "answers.actready").close()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare, stored = bare_commits(folder), answers(folder)
        ratio = statistics.median(stored) / statistics.median(bare)
        for label, taken in (("bare SQLite commit", bare), ("answer stored", stored)):
            median, late = statistics.median(taken), taken[int(ROUNDS * 0.99)]
            print(f"{label:20} median {median:6.2f} ms   99 % below {late:6.2f} ms")  # noqa: T201
        print(f"{'ratio of medians':20} {ratio:6.2f}")  # noqa: T201
        print(f"{'open and check':20} {opening(folder):6.1f} ms for {HISTORY + ROUNDS} events")  # noqa: T201


if __name__ == "__main__":
    main()
