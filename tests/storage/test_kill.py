# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A program that is killed while it writes loses nothing that it had called stored.

25 rounds in every test run. ``ACTREADY_KILL_ROUNDS=1000`` makes the long run, whose figures are
printed with ``-s``.
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from actready.storage.assessment_file import AssessmentFile

ROUNDS = int(os.environ.get("ACTREADY_KILL_ROUNDS", "25"))
ROUNDS_A_FILE = 25
PROGRAM = Path(__file__).with_name("appending.py")


@dataclass
class Tally:
    """What happened in all rounds."""

    acknowledged: int = 0
    unacknowledged: int = 0
    journals: int = 0
    hot_journals: int = 0

    def saw_journal(self, journal: Path) -> None:
        if journal.exists():
            self.journals += 1
            self.hot_journals += any(journal.read_bytes()[:8])


def killed_at_random(path: Path, chance: random.Random) -> list[tuple[int, str]]:
    """Let a program write, kill it, and return the number and digest of what it called stored."""
    with subprocess.Popen(
        [sys.executable, PROGRAM, path], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(chance.randint(1, 12))]
        with suppress(subprocess.TimeoutExpired):
            child.wait(chance.uniform(0, 0.004))
        child.kill()
        lines += child.stdout.readlines()
    whole = [line.split() for line in lines if line.endswith("\n")]
    return [(int(number), head) for number, head in whole]


def digests(path: Path) -> dict[int, str]:
    with closing(sqlite3.connect(path)) as database:
        return dict(database.execute("SELECT number, digest FROM events").fetchall())


@pytest.mark.timeout(60 + 5 * ROUNDS)
def test_that_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    chance = random.Random(20261124)
    tally = Tally()
    path = tmp_path / "0.actready"
    for number in range(ROUNDS):
        if number % ROUNDS_A_FILE == 0:
            path = tmp_path / f"{number}.actready"
            AssessmentFile.create(path, "Company Z", {}, datetime.now(UTC)).close()
        acknowledged = killed_at_random(path, chance)
        tally.saw_journal(Path(f"{path}-journal"))
        AssessmentFile.open(path).close()  # checks the whole chain
        stored = digests(path)
        assert acknowledged, "the program did not come to write"
        assert [stored.get(one) for one, _ in acknowledged] == [head for _, head in acknowledged]
        tally.acknowledged += len(acknowledged)
        tally.unacknowledged += len(stored) - acknowledged[-1][0]
        assert len(stored) - acknowledged[-1][0] in (0, 1)
    assert [one for one in tmp_path.iterdir() if one.suffix != ".actready"] == []
    print(f"{ROUNDS} rounds: {tally}")  # noqa: T201  # the figures of the long run
