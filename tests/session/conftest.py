# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session that can be closed and opened again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.fixtures import AS_OF, EDITIONS, Clock, SmallCatalogue
from tests.session.verified import made

from actready.report.keys import made_key
from actready.report.signing import Signer
from actready.session import AssessmentSession
from actready.storage.assessment_file import AssessmentFile

Reopen = Callable[[], AssessmentSession]


@pytest.fixture
def reopen(tmp_path: Path, clock: Clock) -> Iterator[Reopen]:
    """Return a function that closes the session and opens the file again, as a restart does."""
    path = tmp_path / "Company Z.actready"
    AssessmentFile.create(path, "Company Z", EDITIONS, clock()).close()
    open_now: list[AssessmentSession] = []

    def again() -> AssessmentSession:
        while open_now:
            open_now.pop().close()
        file = AssessmentFile.open(path)
        open_now.append(AssessmentSession(file, SmallCatalogue().questionnaire, AS_OF, clock))
        return open_now[-1]

    yield again
    open_now[-1].close()


@pytest.fixture
def session(reopen: Reopen) -> AssessmentSession:
    return reopen()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="module")
def record(folder: Path) -> Path:
    return made(folder)[0]


@pytest.fixture(scope="module")
def report(record: Path) -> bytes:
    return (record.parent / "report.pdf").read_bytes()


@pytest.fixture(scope="module")
def signed(report: bytes) -> bytes:
    return Signer(made_key(datetime.now(UTC)), "").sign(report)
