# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The small questionnaire in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.catalogue import tiny


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the small questionnaire."""
    return tiny.written(tmp_path / "questionnaires")
