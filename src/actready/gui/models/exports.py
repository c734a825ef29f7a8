# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The formats that the window can save in, and how their files are named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from actready.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Export:
    """A format: the words of its command, what its file holds, and how its name ends.

    Without an end it is a folder. ``kind`` is a word of the suggested name.
    """

    command: str
    done: str
    filter: str
    kind: str
    suffix: str

    def named(self, chosen: Path) -> Path:
        """Return the chosen name with the end that belongs to the format."""
        if not self.suffix or chosen.suffix.lower() == self.suffix:
            return chosen
        return chosen.with_name(chosen.name + self.suffix)


def plan_exports() -> tuple[Export, ...]:
    """Return the formats of the plan of work."""
    done = _("The plan is saved")
    word = _("plan")
    return (
        Export(_("Calendar (ICS)…"), done, _("Calendars (*.ics)"), word, ".ics"),
        Export(_("Workbook (XLSX)…"), done, _("Workbooks (*.xlsx)"), word, ".xlsx"),
        Export(_("Table (CSV)…"), done, _("Tables (*.csv)"), word, ".csv"),
    )


def report_exports() -> tuple[Export, ...]:
    """Return the formats of the report besides the PDF."""
    text = _("Text document to edit (DOCX)…")
    folder = _("Folder for security tools (OSCAL)…")
    return (
        Export(text, _("The document is saved"), _("Documents (*.docx)"), _("report"), ".docx"),
        Export(folder, _("The folder is saved"), _("All files (*)"), "oscal", ""),
    )
