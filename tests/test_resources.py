# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the data folders are found, and what is said when they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from actready.errors import ComputerError
from actready.resources import data_folder

ROOT = Path(__file__).parents[1]


def test_that_a_checkout_uses_the_folders_beside_src() -> None:
    assert data_folder("ui") == ROOT / "ui"


def test_that_an_installed_program_uses_the_folders_it_carries(tmp_path: Path) -> None:
    carried = tmp_path / "actready" / "_data" / "templates"
    carried.mkdir(parents=True)
    assert data_folder("templates", package=tmp_path / "actready") == carried


def test_that_an_installed_program_never_looks_outside_itself(tmp_path: Path) -> None:
    package = tmp_path / "lib" / "actready"
    (package / "_data").mkdir(parents=True)
    (tmp_path / "ui").mkdir()
    with pytest.raises(ComputerError):
        data_folder("ui", package=package)


def test_that_a_lost_folder_is_reported_with_its_name_and_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ComputerError) as caught:
        data_folder("questionnaires", package=tmp_path / "src" / "actready")
    assert "questionnaires" in caught.value.message
    assert caught.value.hint
    assert caught.value.exit_status == 3
