# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The last resort: an error in the program itself becomes a calm dialog with details to copy."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, qVersion
from PySide6.QtWidgets import QApplication

from actready import __version__
from actready.errors import AppError
from actready.gui.asking import Choice, MessageDialog, tell
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.gui.main_window import MainWindow

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]

_MOST_LINES: Final = 60


class CrashReporter:
    """Takes the place of Python's excepthook while a window is open. Says each error once."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._said: set[str] = set()
        self._before: Hook = sys.excepthook

    def install(self) -> None:
        """Begin to catch what nothing else caught."""
        self._before = sys.excepthook
        sys.excepthook = self.catch

    def remove(self) -> None:
        """Give back what was there before, unless somebody else took the place."""
        if sys.excepthook == self.catch:
            sys.excepthook = self._before

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Say an error. Ctrl+C ends the program as ever."""
        if not issubclass(kind, Exception):
            self._before(kind, error, trace)
        elif isinstance(error, AppError):
            tell(self._window.theme, self._window, error)
        else:
            self._say_once(details_of(error))

    def _say_once(self, details: str) -> None:
        """Open the dialog in the next turn, since Qt may be in the middle of painting."""
        if details not in self._said:
            self._said.add(details)
            QTimer.singleShot(0, self._window, lambda: self._say(details))

    def _say(self, details: str) -> None:
        MessageDialog(
            self._window.theme,
            self._window,
            _("Something in ActReady went wrong"),
            _(
                "No answer is lost: each one was stored when you gave it. You can go on. If it "
                "happens again, send these details to the makers of the program."
            ),
            details,
            Choice(_("Copy the details"), lambda: QApplication.clipboard().setText(details)),
        ).open()


def details_of(error: BaseException) -> str:
    """Return what a programmer needs, without names of folders on this computer."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames]
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return "\n".join(
        (
            f"ActReady {__version__}, Qt {qVersion()}, {system}",
            f"{type(error).__name__}: {error}",
            *places[-_MOST_LINES:],
        )
    )
