# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A window for every test, on the small invented law or on the questionnaires of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from tests.domain.example import EXAMPLE, TODAY
from tests.gui.driver import WizardDriver

from actready import settings
from actready.domain.questionnaire import Questionnaire
from actready.gui.application import make_application, make_window
from actready.gui.main_window import MainWindow
from actready.gui.pages.base import Page, PageContext
from actready.gui.pages.question_page import QuestionPage
from actready.gui.places import Location, Place
from actready.gui.theme import Theme
from actready.gui.widgets.text import Label
from actready.gui.workspace import PageMaker, Workspace
from actready.session import AssessmentSession
from actready.storage.assessment_file import AssessmentFile

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class OtherPage(Page):
    """Stands for a page that is not under test; it shows its place."""

    def __init__(self, context: PageContext, location: Location) -> None:
        super().__init__(context.theme)
        self.body.addWidget(Label(f"[{location.place}]"))


ONLY_QUESTIONS: dict[Place, PageMaker] = {
    **dict.fromkeys(Place, OtherPage),
    Place.QUESTION: QuestionPage,
}


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    """An empty window of the usual size, in the light look."""
    application = make_application()
    made = make_window(application, settings.Settings(appearance="light"))
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    application.processEvents()
    yield made
    made.close()
    made.deleteLater()
    # Without a running event loop nothing is let go by itself, and each window would cost the next.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()


@pytest.fixture
def theme(window: MainWindow) -> Theme:
    return window.theme


MakeSession = Callable[[Path], AssessmentSession]


def example_session(path: Path, questionnaire: Questionnaire = EXAMPLE) -> AssessmentSession:
    """Open an assessment of a club with one boat, or make it where there is none yet."""

    def held(_day: date) -> Questionnaire:
        return questionnaire

    if path.exists():
        return AssessmentSession(AssessmentFile.open(path), held, TODAY, lambda: NOON)
    file = AssessmentFile.create(path, "Harbour", {}, NOON)
    session = AssessmentSession(file, held, TODAY, lambda: NOON)
    session.add_subject("Boat 1")
    return session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[AssessmentSession]:
    """The club "Harbour" with "Boat 1", whose id is s1."""
    made = example_session(tmp_path / "harbour.actready")
    yield made
    made.close()


@pytest.fixture
def driver(window: MainWindow, session: AssessmentSession) -> Iterator[WizardDriver]:
    """The question page on the example; other pages are stand-ins."""
    workspace = Workspace(window, session, ONLY_QUESTIONS, lambda: None)
    made = WizardDriver(window, workspace)
    made.open_question("s1")
    yield made
    workspace.close()
