# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The composition root: makes the window, shows its frame, then loads the rest.

Whatever is imported here is paid for before the first picture; the questionnaires and the core of
the program come in the next turn of the event loop.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from actready import __version__, settings
from actready.gui.main_window import MainWindow
from actready.gui.theme import Appearance, Theme
from actready.resources import data_folder

if TYPE_CHECKING:
    from actready.gui.program import Program


def run(arguments: Sequence[str]) -> int:
    """Open the window, on a file if one is given, and return the exit status when it closes."""
    application = make_application()
    window = make_window(application, settings.load(settings.settings_file()))
    window.show()
    path = Path(arguments[0]).absolute() if arguments else None
    started: list[Program] = []

    def begin() -> None:
        from actready.gui.crash import CrashReporter

        reporter = CrashReporter(window)
        reporter.install()
        application.aboutToQuit.connect(reporter.remove)
        started.append(start(window, path))

    QTimer.singleShot(0, begin)
    status = application.exec()
    for program in started:
        program.close()
    return status


def make_application() -> QApplication:
    """Return the one QApplication, with names and style set."""
    known = QApplication.instance()
    application = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    QCoreApplication.setApplicationName("ActReady")
    QCoreApplication.setApplicationVersion(__version__)
    application.setStyle("Fusion")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    return application


def make_window(application: QApplication, chosen: settings.Settings) -> MainWindow:
    """Return the frame of the window in the look that the user chose."""
    theme = Theme(application, data_folder("ui"))
    known = chosen.appearance in {one.value for one in Appearance}
    theme.apply(Appearance(chosen.appearance) if known else None, chosen.text_size)
    window = MainWindow(theme, application)
    window.open_at_usual_size()
    return window


def start(window: MainWindow, path: Path | None) -> Program:
    """Load the core, and show the file or the start page."""
    from actready.gui.program import Program

    program = Program(window, settings.settings_file(), settings.user_data_folder())
    program.begin(path)
    return program
