# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The program as a whole: opens and closes assessments in the window, and keeps the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt

from actready import settings
from actready.catalogue import Catalogue, open_catalogue
from actready.gui import files
from actready.gui.asking import telling
from actready.gui.changes_dialog import ask_other_date
from actready.gui.dialogs import ask_law_date, show_about, show_shortcuts
from actready.gui.main_window import MainWindow
from actready.gui.models.recent import FileSummary
from actready.gui.pages.check_page import CheckPage
from actready.gui.pages.duties_page import DutiesPage
from actready.gui.pages.question_page import QuestionPage
from actready.gui.pages.report_page import ReportPages
from actready.gui.pages.result_page import ResultPage
from actready.gui.pages.start_page import StartPage
from actready.gui.pages.subjects_page import SubjectsPage
from actready.gui.places import TABS, Location, Place
from actready.gui.subject_actions import SubjectActions
from actready.gui.theme import TEXT_SIZES, Appearance
from actready.gui.workspace import PageMaker, Workspace
from actready.session import AssessmentSession

PAGES: Final[dict[Place, PageMaker]] = {
    Place.SUBJECTS: SubjectsPage,
    Place.QUESTION: QuestionPage,
    Place.CHECK: CheckPage,
    Place.RESULT: ResultPage,
    Place.DUTIES: DutiesPage,
}


def now() -> datetime:
    """Return the time, with its zone."""
    return datetime.now().astimezone()


class Program(QObject):
    """What the start page and the menus ask for. At most one assessment is open at a time."""

    def __init__(self, window: MainWindow, settings_file: Path, data_folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._theme = window.theme
        self._settings_file = settings_file
        self._workplace = data_folder
        self._settings = settings.load(settings_file)
        self._workspace: Workspace | None = None
        self._report_pages = ReportPages(self)
        self._connect_menus()
        self._connect_look()
        window.file_dropped.connect(lambda name: self.open_path(Path(name)))
        window.closing.connect(self.close)
        self._theme.changed.connect(self._look_changed)
        window.menus.show_look()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The questionnaires. Raises AppError where this installation has lost them."""
        return open_catalogue()

    @property
    def kept_settings(self) -> settings.Settings:
        """What is remembered for the user."""
        return self._settings

    @property
    def workspace(self) -> Workspace | None:
        """The open assessment, if there is one."""
        return self._workspace

    def begin(self, path: Path | None) -> None:
        """Show the start page, or open a file instead."""
        if path is not None:
            self.open_path(path)
        if self._workspace is None:
            self.show_start()

    def show_start(self) -> None:
        """Close the assessment, if one is open, and show the start page."""
        self.close()
        self._window.menus.set_open(is_open=False)
        self._window.status.show_state("", "")
        self._window.setWindowTitle("ActReady")
        page = StartPage(self._theme, self)
        self._window.show_page(page, with_header=False)
        if (first := page.primary_focus()) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Close the assessment. Nothing is lost: every answer was stored when it was given."""
        if self._workspace is not None:
            workspace, self._workspace = self._workspace, None
            self._report_pages.stop()
            workspace.close()
            workspace.session.close()

    def new_assessment(self) -> None:
        """Ask for a name and a place, and open a new assessment."""
        files.ask_new(self._theme, self._window, self._folder(), self._create)

    def choose_file(self) -> None:
        """Ask for a file, and open it."""
        files.ask_open(self._window, self._folder(), self.open_path)

    def open_path(self, path: Path) -> None:
        """Open an assessment or an answers file; what is wrong with it is said."""
        if self._is_open(path):
            return
        with telling(self._theme, self._window):
            files.open_session(
                self._theme, self._window, path, self.catalogue, now, self._workplace, self._show
            )

    def _is_open(self, path: Path) -> bool:
        """Tell whether this is the assessment in the window."""
        return self._workspace is not None and self._workspace.session.file.path == path

    def recent(self) -> tuple[Path, ...]:
        """Return the files opened last that are still there, newest first."""
        return tuple(path for one in self._settings.recent if (path := Path(one)).is_file())

    def samples(self) -> tuple[Path, ...]:
        """Return the samples that ship with the program."""
        return files.samples()

    def describe(self, path: Path) -> FileSummary | None:
        """Return what a file is about, or None where it cannot be read now."""
        return files.describe(path, self.catalogue, now)

    def _create(self, path: Path, organisation: str) -> None:
        self._show(files.create_session(path, organisation, self.catalogue, now))

    def _show(self, session: AssessmentSession) -> None:
        """Show an assessment where one stopped in it, or its subjects."""
        self.close()
        workspace = Workspace(self._window, session, self._pages(), self.show_start)
        self._workspace = workspace
        self._keep(self._settings.opened(session.file.path))
        self._fill_recent()
        self._window.menus.set_open(is_open=True)
        stop = self._settings.stop_in(session.file.path)
        workspace.go_to(_location(stop) if stop else Location(Place.SUBJECTS))
        workspace.moved.connect(self._moved)

    def _pages(self) -> dict[Place, PageMaker]:
        return {**PAGES, Place.REPORT: self._report_pages}

    def _moved(self, location: Location) -> None:
        if self._workspace is not None:
            stop = settings.Stop(location.place, location.subject_id, location.question_id)
            self._keep(self._settings.stopped(self._workspace.session.file.path, stop))

    def _keep(self, chosen: settings.Settings) -> None:
        self._settings = chosen
        settings.save(chosen, self._settings_file)

    def _folder(self) -> Path:
        """Return where file dialogs begin: beside the file opened last, or at home."""
        recent = self.recent()
        return recent[0].parent if recent else Path.home()

    def _look_changed(self) -> None:
        look = replace(
            self._settings,
            appearance=self._theme.appearance.value,
            text_size=self._theme.text_size,
        )
        self._keep(look)
        if self._workspace is None:
            self._window.restyle()
            self.show_start()

    def _fill_recent(self) -> None:
        menu = self._window.menus.recent
        menu.clear()
        for path in self.recent():
            action = menu.addAction(path.name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=path: self.open_path(path))
        menu.setEnabled(not menu.isEmpty())

    def _connect_menus(self) -> None:
        commands = {
            "new": self.new_assessment,
            "open": self.choose_file,
            "close": self.show_start,
            "about": lambda: show_about(self._theme, self._window),
            "shortcuts": lambda: show_shortcuts(
                self._theme, self._window, self._window.menus.actions
            ),
            "larger": lambda: self._theme.apply(text_size=_next_size(self._theme.text_size, 1)),
            "smaller": lambda: self._theme.apply(text_size=_next_size(self._theme.text_size, -1)),
        }
        for name, command in commands.items():
            self._window.menus.connect(name, command)
        for name, work in WORK.items():
            self._window.menus.connect(name, partial(self._with_workspace, work))
        self._fill_recent()

    def _connect_look(self) -> None:
        connect = self._window.menus.connect
        for look in Appearance:
            connect(f"appearance_{look.value}", partial(self._theme.apply, look))
        for size in TEXT_SIZES:
            connect(f"text_{size}", partial(self._theme.apply, None, size))

    def _with_workspace(self, work: Callable[[Workspace], None]) -> None:
        """Carry out a command that needs an open assessment; a fault is said."""
        if self._workspace is not None:
            with telling(self._theme, self._window):
                work(self._workspace)


def _go(place: Place, workspace: Workspace) -> None:
    workspace.show_place(place)


def _actions(workspace: Workspace) -> SubjectActions:
    context = workspace.context
    return SubjectActions(context.session, context.navigator, context.theme, workspace.window)


#: The commands of the menus that need an open assessment.
WORK: Final[dict[str, Callable[[Workspace], None]]] = {
    "save_copy": lambda one: files.ask_copy(one.context.theme, one.window, one.session),
    "save_sealed": lambda one: files.ask_sealed_copy(one.context.theme, one.window, one.session),
    "undo": Workspace.undo,
    "redo": Workspace.redo,
    "add_subject": lambda one: _actions(one).add(),
    "rename_organisation": lambda one: _actions(one).rename_organisation(),
    "organisation_questions": lambda one: one.show_question(None),
    "check": lambda one: one.show_check(one.subject_id),
    "law_date": lambda one: ask_law_date(one.context.theme, one.window, one.session),
    "compare_dates": lambda one: ask_other_date(one.context.theme, one.window, one.session),
    **{place.value: partial(_go, place) for place in TABS},
}


def _location(stop: settings.Stop) -> Location:
    known = stop.place in {one.value for one in Place}
    place = Place(stop.place) if known else Place.SUBJECTS
    return Location(place, stop.subject, stop.question)


def _next_size(size: int, step: int) -> int:
    place = TEXT_SIZES.index(size) if size in TEXT_SIZES else 0
    return TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, place + step))]
