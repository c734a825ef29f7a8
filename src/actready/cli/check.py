# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready check: proves the questionnaires and prints what was proved."""

from __future__ import annotations

from pathlib import Path

from actready.catalogue.editions import edition_folders
from actready.catalogue.proofs import prove, render
from actready.cli.console import Console
from actready.errors import AppError, FaultyInput
from actready.i18n import gettext as _
from actready.resources import data_folder


def check(root: Path | None, console: Console) -> int:
    """Prove the questionnaires under a folder; 1 where a proof fails.

    Raises FaultyInput where they cannot even be read, AppError where there are none.
    """
    folder = data_folder("questionnaires") if root is None else root
    if not edition_folders(folder):
        raise AppError(
            _("There are no questionnaires in “{folder}”.").format(folder=folder),
            _("Choose the folder that holds the folders of the acts, such as cra."),
        )
    report = prove(folder)
    if report.faults and not report.periods:
        raise FaultyInput(
            _("The questionnaires cannot be read, so nothing was proved."), report.faults
        )
    console.print_text(render(report))
    return 0 if report.ok else 1
