# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drives the window as a user does: by words and keys, never by layout or internals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from actready.gui.main_window import MainWindow
from actready.gui.workspace import Workspace

Kind = TypeVar("Kind", bound=QWidget)


class WizardDriver:
    """One open assessment in one window."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        self.window = window
        self.workspace = workspace
        self.session = workspace.session

    # What one sees

    def sees(self, text: str) -> bool:
        """Tell whether a text is visible, in whole or as part of another."""
        return any(text in one for one in self.texts())

    def texts(self) -> list[str]:
        """Return all visible texts of labels and buttons."""
        return [text for widget in self._visible(QWidget) if (text := words_of(widget))]

    def question(self) -> str:
        """Return the question that is shown, or nothing on another page."""
        return next(
            (one.text() for one in self._visible(QLabel) if one.property("role") in ("h1", "h2")),
            "",
        )

    def chosen(self) -> list[str]:
        """Return the options that are chosen."""
        return [name_of(one) for one in self._options() if one.isChecked()]

    def offered(self) -> list[str]:
        """Return the options in order."""
        return [name_of(one) for one in self._options()]

    def typed(self) -> str:
        """Return what stands in the field of the question."""
        return text_of(self._field())

    def status(self) -> str:
        """Return the status bar."""
        return self.window.status.text

    def focused(self) -> str:
        """Return the name of what has the focus."""
        widget = QApplication.focusWidget()
        return name_of(widget) if widget is not None else ""

    # What one does

    def open_question(self, subject: str | None, question: str | None = None) -> None:
        """Go to a question of a subject."""
        self.workspace.show_question(subject, question)
        self.settle()

    def answer(self, *titles: str) -> None:
        """Click on options."""
        for title in titles:
            self.click(title)

    def dont_know(self) -> None:
        """Click on "I don't know"."""
        self.click("I don’t know")

    def type_answer(self, text: str) -> None:
        """Type into the field of the question, in place of what stands there."""
        self.type_into(self._field(), text)

    def write_note(self, text: str) -> None:
        """Begin a note, or take up the one that is there, and type."""
        if self.sees("Add a note"):
            self.click("Add a note")
        self.type_into(self.named("Your note"), text)

    def press_continue(self) -> None:
        """Save and continue."""
        self.click("Save and continue")

    def click(self, name: str) -> None:
        """Click on the button, option or row with a name, which may go on after a comma."""
        widget = self.named(name)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(20, widget.height() // 2))
        self.settle()

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Press keys, wherever the focus is."""
        modifier = held or Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
            self.settle()

    def type_keys(self, text: str) -> None:
        """Type on the keyboard, wherever the focus is. ASCII only."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        self.settle()

    def resize(self, width: int, height: int) -> None:
        """Make the window larger or smaller."""
        self.window.resize(width, height)
        self.settle()

    def settle(self) -> None:
        """Let the window finish what it has begun."""
        for _round in range(3):
            QApplication.processEvents()

    def type_into(self, field: QWidget, text: str) -> None:
        """Replace the text of a field by typing, and stay in it."""
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        self.settle()

    def named(self, name: str) -> QWidget:
        """Return the visible widget that can be used and has a name."""
        found = [one for one in self._visible(QWidget) if can_be_used(one)]
        exact = [one for one in found if name_of(one) == name]
        begins = [one for one in found if name_of(one).startswith(f"{name},")]
        assert exact or begins, f"{name!r} is not among {sorted(map(name_of, found))}"
        return (exact or begins)[0]

    def _options(self) -> list[QAbstractButton]:
        return [*self._visible(QRadioButton), *self._visible(QCheckBox)]

    def _field(self) -> QWidget:
        page = self.window.page
        assert page is not None
        fields = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
        return next(one for one in fields if one.accessibleName() == self.question())

    def _visible(self, kind: type[Kind]) -> Iterator[Kind]:
        return (one for one in self.window.findChildren(kind) if one.isVisible())


def can_be_used(widget: QWidget) -> bool:
    """Tell whether a widget can have the focus."""
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled()


def name_of(widget: QWidget) -> str:
    """Return the name by which assistive technology knows a widget."""
    return widget.accessibleName() or words_of(widget)


def words_of(widget: QWidget) -> str:
    """Return the words that a widget shows."""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text().replace("&&", "&")
    return ""


def text_of(field: QWidget) -> str:
    """Return what stands in a field."""
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
