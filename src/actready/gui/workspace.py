# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""An open assessment in the window: the way between its pages, and what happens on a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from actready.domain.events import AnswerCleared, Answered, Noted, Planned, Redone, Undone
from actready.domain.questionnaire import Question
from actready.domain.terms import About
from actready.gui.asking import telling
from actready.gui.editors.reading import day_in_words
from actready.gui.header import HeaderState
from actready.gui.main_window import MainWindow
from actready.gui.models.road import first_open
from actready.gui.notifier import Notifier
from actready.gui.pages.base import Page, PageContext
from actready.gui.places import Location, Place
from actready.i18n import gettext as _
from actready.session import AssessmentSession, Change

PageMaker = Callable[[PageContext, Location], Page]

_AT_A_QUESTION: Final = (Answered, AnswerCleared, Noted)
_OF_A_SUBJECT: Final = (Place.QUESTION, Place.CHECK, Place.RESULT, Place.DUTIES)


class Workspace(QObject):
    """Shows one page at a time for one session. Every page is built for its location.

    ``moved`` carries each new location. ``leave_for_start`` is called where the user goes back to
    the start page.
    """

    moved = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        session: AssessmentSession,
        pages: Mapping[Place, PageMaker],
        leave_for_start: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._pages = pages
        self._leave_for_start = leave_for_start
        self._context = PageContext(session, self, window.theme)
        self._page: Page | None = None
        self.location = Location(Place.SUBJECTS)
        self._subject_id: str | None = None
        self._notifier = Notifier(session, self)
        self._notifier.changed.connect(self._changed)
        self._links = [
            window.theme.changed.connect(self._restyle),
            window.header.place_chosen.connect(self.show_place),
            window.header.subject_chosen.connect(self.show_subject),
            window.header.undo_asked.connect(self.undo),
            window.header.redo_asked.connect(self.redo),
        ]

    @property
    def session(self) -> AssessmentSession:
        """The assessment."""
        return self._session

    @property
    def window(self) -> MainWindow:
        """The window that shows it."""
        return self._window

    @property
    def context(self) -> PageContext:
        """What pages and dialogs work with."""
        return self._context

    @property
    def subject_id(self) -> str | None:
        """The subject one works on, or None for the organisation."""
        return self._subject_id

    def close(self) -> None:
        """Keep what is being typed, and let go of the window."""
        if self._page is not None:
            self._page.leave()
            self._page = None
        self._notifier.stop()
        while self._links:
            QObject.disconnect(self._links.pop())
        self.deleteLater()

    def undo(self) -> None:
        """Take the last change back."""
        with telling(self._window.theme, self._window):
            self._session.undo()

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        with telling(self._window.theme, self._window):
            self._session.redo()

    def show_start(self) -> None:
        """Close the assessment and show the start page."""
        self._leave_for_start()

    def show_subjects(self) -> None:
        """Show the organisation and its subjects."""
        self.go(Location(Place.SUBJECTS))

    def show_question(self, subject_id: str | None, question_id: str | None = None) -> None:
        """Show a question; without an id the first that is open, or the answers if none is."""
        question = self._question(subject_id, question_id)
        if question is None:
            self.show_check(subject_id)
        else:
            self.go(Location(Place.QUESTION, subject_id, question.id))

    def show_check(self, subject_id: str | None, section_id: str | None = None) -> None:
        """Show the answers to check."""
        self.go(Location(Place.CHECK, subject_id, section_id=section_id))

    def show_result(self, subject_id: str | None) -> None:
        """Show what follows for a subject; without subjects, the page where one adds them."""
        subject_id = subject_id or self._some_subject()
        if subject_id is None:
            self.show_subjects()
        else:
            self.go(Location(Place.RESULT, subject_id))

    def show_duties(self, subject_id: str | None) -> None:
        """Show the duties of a subject; without subjects, the page where one adds them."""
        subject_id = subject_id or self._some_subject()
        if subject_id is None:
            self.show_subjects()
        else:
            self.go(Location(Place.DUTIES, subject_id))

    def show_report(self) -> None:
        """Show the page that makes the report."""
        self.go(Location(Place.REPORT, self._subject_id))

    def show_place(self, place: Place) -> None:
        """Show a place for the subject one works on."""
        match place:
            case Place.SUBJECTS:
                self.show_subjects()
            case Place.QUESTION:
                self.show_question(self._subject_id or self._some_subject())
            case Place.CHECK:
                self.show_check(self._subject_id)
            case Place.RESULT:
                self.show_result(self._subject_id)
            case Place.DUTIES:
                self.show_duties(self._subject_id)
            case Place.REPORT:
                self.show_report()

    def show_subject(self, subject_id: str | None) -> None:
        """Show the same place for another subject, or the questions."""
        if self.location.place is Place.RESULT and subject_id is not None:
            self.show_result(subject_id)
        elif self.location.place is Place.DUTIES and subject_id is not None:
            self.show_duties(subject_id)
        elif self.location.place is Place.CHECK:
            self.show_check(subject_id)
        else:
            self.show_question(subject_id)

    def go_to(self, location: Location) -> None:
        """Show a page from another time, or the subjects where it exists no longer."""
        wanted = location.place is Place.QUESTION and location.question_id is None
        if wanted or not self._is_there(location):
            self.show_subjects()
        else:
            self.go(location)

    def go(self, location: Location) -> None:
        """Show a page."""
        if self._page is not None:
            page, self._page = self._page, None
            page.leave()
        self.location = location
        if location.place in _OF_A_SUBJECT:
            self._subject_id = location.subject_id
        self._page = self._pages[location.place](self._context, location)
        self._window.show_page(self._page)
        self._show_frame()
        self._focus(self._page.primary_focus())
        self.moved.emit(location)

    def _focus(self, widget: QWidget | None) -> None:
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _question(self, subject_id: str | None, question_id: str | None) -> Question | None:
        if question_id is not None:
            return self._session.questionnaire.question_by_id.get(question_id)
        about = About.ORGANISATION if subject_id is None else About.SUBJECT
        return first_open(self._session.evaluation(subject_id), about)

    def _some_subject(self) -> str | None:
        subjects = self._session.assessment.subjects
        return subjects[0].id if subjects else None

    def _changed(self, change: Change) -> None:
        """Redraw the page; after undo and redo show where the change was."""
        if not self._is_there(self.location):
            self._subject_id = None
            self._page = None
            self.show_subjects()
            return
        concerned = self._place_of(change)
        if concerned is not None and concerned != self.location:
            self.go(concerned)
        elif self._page is not None:
            self._page.refresh(change)
            self._show_frame()

    def _is_there(self, location: Location) -> bool:
        subject_id = location.subject_id or self._subject_id
        known = subject_id is None or self._session.assessment.subject(subject_id) is not None
        questions = self._session.questionnaire.question_by_id
        return known and (location.question_id is None or location.question_id in questions)

    def _place_of(self, change: Change) -> Location | None:
        """Return the question or the duties at which something was undone or redone."""
        entry = change.entry
        if entry is None or not isinstance(entry.event, Undone | Redone):
            return None
        event = self._session.file.entries()[entry.event.target - 1].event
        if self.location.place not in (Place.QUESTION, Place.DUTIES):
            return None
        if isinstance(event, Planned):
            location = Location(Place.DUTIES, event.subject)
        elif self.location.place is Place.QUESTION and isinstance(event, _AT_A_QUESTION):
            location = Location(Place.QUESTION, event.subject, event.question)
        else:
            return None
        return location if self._is_there(location) else None

    def _restyle(self) -> None:
        self._window.restyle()
        self.go(self.location)

    def _show_frame(self) -> None:
        """Show in header, menus, status bar and title where one is."""
        session = self._session
        organisation = session.assessment.organisation.name or _("Your organisation")
        subjects = tuple((one.id, one.name) for one in session.assessment.subjects)
        shown = self.location.subject_id
        self._window.header.show_state(
            HeaderState(
                self.location.place,
                shown,
                ((None, organisation), *subjects),
                session.can_undo,
                session.can_redo,
            )
        )
        self._window.menus.set_history(can_undo=session.can_undo, can_redo=session.can_redo)
        self._show_status()
        title = self._page.title() if self._page is not None else ""
        parts = filter(None, (title, session.file.path.stem, "ActReady"))
        self._window.setWindowTitle(" – ".join(parts))

    def _show_status(self) -> None:
        session = self._session
        if session.file.read_only:
            saved = _("Read only. Nothing is changed in this file.")
        else:
            saved = _("Every answer is saved. Last at {time}")
            saved = saved.format(time=_clock_time(session.last_saved))
        law = _("Law as of {day}").format(day=day_in_words(session.as_of.isoformat()))
        self._window.status.show_state(saved, law)


def _clock_time(moment: datetime) -> str:
    return f"{moment.astimezone():%H:%M}"
