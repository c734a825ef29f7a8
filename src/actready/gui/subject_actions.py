# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done to a subject or the organisation as a whole: add, rename, copy, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from actready.gui.asking import AskDialog, Choice, ConfirmDialog, Field, telling
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.gui.pages.base import Navigator
    from actready.gui.theme import Theme
    from actready.session import AssessmentSession


class SubjectActions:
    """Asks what has to be asked, and hands the answer to the session."""

    def __init__(
        self, session: AssessmentSession, navigator: Navigator, theme: Theme, parent: QWidget
    ) -> None:
        self._session = session
        self._navigator = navigator
        self._theme = theme
        self._parent = parent

    def add(self) -> None:
        """Ask for a new subject, and go to its first question."""

        def store(typed: tuple[str, ...]) -> None:
            subject = self._session.add_subject(*typed)
            self._navigator.show_question(subject)

        AskDialog(
            self._theme,
            self._parent,
            _("Add a subject"),
            _subject_fields(),
            _("Add the subject"),
            store,
            _("A product, a component, an open-source project: whatever has a role of its own."),
        ).open()

    def describe(self, subject_id: str) -> None:
        """Ask for another name and description of a subject."""
        subject = self._session.assessment.subject(subject_id)
        if subject is None:
            return
        AskDialog(
            self._theme,
            self._parent,
            _("Rename or describe"),
            _subject_fields(subject.name, subject.description),
            _("Save"),
            lambda typed: self._session.describe_subject(subject_id, *typed),
        ).open()

    def duplicate(self, subject_id: str) -> None:
        """Ask for a name, and copy a subject with its answers under it."""
        subject = self._session.assessment.subject(subject_id)
        if subject is None:
            return

        def store(typed: tuple[str, ...]) -> None:
            self._session.duplicate_subject(subject_id, typed[0])

        AskDialog(
            self._theme,
            self._parent,
            _("Duplicate {name}").format(name=subject.name),
            (Field(_("Name of the copy"), value=_("{name} (copy)").format(name=subject.name)),),
            _("Duplicate"),
            store,
            _("The copy starts with the same answers and notes."),
        ).open()

    def remove(self, subject_id: str) -> None:
        """Ask, and take a subject out."""
        subject = self._session.assessment.subject(subject_id)
        if subject is None:
            return
        ConfirmDialog(
            self._theme,
            self._parent,
            _("Remove {name}?").format(name=subject.name),
            _("It leaves the list with its answers. Undo brings it back."),
            Choice(_("Remove"), lambda: self._removed(subject_id)),
        ).open()

    def rename_organisation(self) -> None:
        """Ask for another name of the organisation."""
        name = self._session.assessment.organisation.name
        AskDialog(
            self._theme,
            self._parent,
            _("Rename the organisation"),
            (Field(_("Name"), _("As it shall stand in the report."), name),),
            _("Save"),
            lambda typed: self._session.rename_organisation(typed[0]),
        ).open()

    def _removed(self, subject_id: str) -> None:
        with telling(self._theme, self._parent):
            self._session.remove_subject(subject_id)


def _subject_fields(name: str = "", description: str = "") -> tuple[Field, ...]:
    return (
        Field(_("Name"), _("The name by which you know it."), name),
        Field(_("Description"), _("A sentence, for the list and the report."), description, True),
    )
