# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""An assessment file to work with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.hands import NOON

from actready.storage.assessment_file import AssessmentFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Company Z.actready"


@pytest.fixture
def file(path: Path) -> Iterator[AssessmentFile]:
    made = AssessmentFile.create(path, "Company Z", {"cra": "2024-12-10"}, NOON)
    yield made
    made.close()
