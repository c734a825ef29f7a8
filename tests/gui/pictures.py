# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saves pictures of every page of the program, in several looks and sizes, for people to look at.

Run it as ``python -m tests.gui.pictures [FOLDER]``; the folder is build/pictures by default. It
opens the real window on the first sample. Without a display set QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication, QPushButton

from actready import settings
from actready.gui import files
from actready.gui.application import make_application, make_window
from actready.gui.main_window import MainWindow
from actready.gui.places import Location, Place
from actready.gui.program import Program
from actready.gui.theme import Appearance


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at a page."""

    name: str
    appearance: Appearance
    width: int = 1280
    height: int = 800
    text_size: int = 100


VIEWS: Final = (
    View("light", Appearance.LIGHT),
    View("dark", Appearance.DARK),
    View("contrast", Appearance.HIGH_CONTRAST),
    View("light-1024", Appearance.LIGHT, 1024, 700),
    View("light-200", Appearance.LIGHT, text_size=200),
    View("dark-200", Appearance.DARK, text_size=200),
    View("light-smallest", Appearance.LIGHT, 640, 400),
)


def main(folder: Path) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ[name] = temporary
        application = make_application()
        window = make_window(application, settings.Settings())
        window.show()
        window.activateWindow()
        program = Program(window, settings.settings_file(), settings.user_data_folder())
        program.begin(None)
        for view in VIEWS:
            window.theme.apply(view.appearance, view.text_size)
            window.resize(view.width, view.height)
            _take(window, program, folder, view)
        window.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")  # noqa: T201


def _take(window: MainWindow, program: Program, folder: Path, view: View) -> None:
    program.show_start()
    _save(window, folder / f"start-{view.name}.png")
    program.open_path(files.samples()[0])
    assert program.workspace is not None
    subjects = [one.id for one in program.workspace.session.assessment.subjects]
    for name, location in _locations(subjects).items():
        program.workspace.go(location)
        _save(window, folder / f"{name}-{view.name}.png")
    _take_plan(window, program, folder / f"duties-plan-{view.name}.png", subjects[0])


def _take_plan(window: MainWindow, program: Program, target: Path, subject: str) -> None:
    """Unfold the counts by theme and the plan for a duty that was marked done."""
    assert program.workspace is not None
    program.workspace.go(Location(Place.DUTIES, subject))
    page = window.page
    assert page is not None
    for name in ("themes", "plan cra.duty.secrecy"):
        _settle()
        (button,) = (one for one in page.findChildren(QPushButton) if one.objectName() == name)
        button.click()
    _save(window, target)


def _locations(subjects: list[str]) -> dict[str, Location]:
    first, still_open, chatbot = subjects[0], subjects[3], subjects[4]
    return {
        "subjects": Location(Place.SUBJECTS),
        "question-several": Location(Place.QUESTION, first, "supply.price"),
        "question-one": Location(Place.QUESTION, first, "supply.form"),
        "question-yes-no": Location(Place.QUESTION, None, "org.not_for_profit"),
        "question-number": Location(Place.QUESTION, None, "org.staff"),
        "question-date": Location(Place.QUESTION, first, "placing.date"),
        "check": Location(Place.CHECK, first),
        "result": Location(Place.RESULT, first),
        "result-open": Location(Place.RESULT, still_open),
        "result-ai": Location(Place.RESULT, chatbot),
        "duties": Location(Place.DUTIES, first),
        "duties-open": Location(Place.DUTIES, still_open),
        "duties-ai": Location(Place.DUTIES, chatbot),
        "question-ai": Location(Place.QUESTION, chatbot, "ai.people"),
        "report": Location(Place.REPORT, first),
    }


def _save(window: MainWindow, target: Path) -> None:
    _settle()
    window.grab().save(str(target))


def _settle() -> None:
    for _round in range(8):
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/pictures"))
