# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one place that knows where the data folders lie: in an installed program or in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from actready.errors import ComputerError
from actready.i18n import gettext as _

DataFolder = Literal["ui", "questionnaires", "templates", "samples"]

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: DataFolder, package: Path = _PACKAGE) -> Path:
    """Return the folder ``name`` that belongs to the program installed at ``package``.

    A wheel or a bundle carries the folders in ``actready/_data``; in a checkout, editable installs
    included, they lie beside ``src``. Raises ComputerError where the installation has lost them.
    """
    installed = package / "_data"
    root = installed if installed.is_dir() else package.parent.parent
    folder = root / name
    if not folder.is_dir():
        raise ComputerError(
            _("The folder “{name}” of this installation is missing.").format(name=name),
            _("Install ActReady again."),
        )
    return folder
