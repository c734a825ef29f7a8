# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the start page and the File menu can ask of the program as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from actready.gui.models.recent import FileSummary


class Desk(Protocol):
    """Opens and closes assessments. Faults are shown as sentences, never raised."""

    def new_assessment(self) -> None:
        """Ask for a name and a place, and open a new assessment."""

    def choose_file(self) -> None:
        """Ask for a file, and open it."""

    def open_path(self, path: Path) -> None:
        """Open an assessment or an answers file."""

    def recent(self) -> tuple[Path, ...]:
        """Return the files opened last that are still there, newest first."""

    def samples(self) -> tuple[Path, ...]:
        """Return the samples that ship with the program; opening one makes a copy of it."""

    def describe(self, path: Path) -> FileSummary | None:
        """Return what a file is about, or None where it cannot be read now."""
