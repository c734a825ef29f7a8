# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the program begins: commands go to the command line, everything else to the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from actready.cli import COMMANDS
from actready.errors import ComputerError
from actready.i18n import gettext as _


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    from actready.cli.guard import guarded

    if asks_for_window(given):
        return guarded(lambda: open_window(given), sys.stderr)
    from actready.cli.console import Console
    from actready.cli.program import run

    console = Console.of_this_process(lambda: datetime.now().astimezone())
    return guarded(lambda: run(given, console), sys.stderr)


def asks_for_window(arguments: Sequence[str]) -> bool:
    """Tell whether the window is meant: no argument at all, or one file to open in it."""
    if len(arguments) != 1:
        return not arguments
    only = arguments[0]
    if only.startswith("-") or only in COMMANDS:
        return False
    path = Path(only)
    return bool(path.suffix or path.parent != Path()) or path.exists()


def open_window(arguments: Sequence[str]) -> int:
    """Open the window. Raises ComputerError where this computer has no display or no Qt."""
    if sys.platform == "linux" and not _has_display():
        raise ComputerError(
            _("There is no display here, so the window cannot be opened."),
            _("Use the commands instead; actready --help lists them."),
        )
    try:
        from actready.gui.application import run
    except ImportError as error:
        raise ComputerError(
            _("The window cannot be opened, because a library is missing: {reason}.").format(
                reason=error
            ),
            _("In a checkout, run packaging/bootstrap. Otherwise install ActReady again."),
        ) from error
    return run(list(arguments))


def _has_display() -> bool:
    return any(os.environ.get(one) for one in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    raise SystemExit(main())
