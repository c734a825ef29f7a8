# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drives the whole program: the start page, the menus, dialogs, and every page of an assessment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.driver import WizardDriver, can_be_used, name_of

from actready.gui.main_window import MainWindow
from actready.gui.program import Program

_PATIENCE = 60_000


class ProgramDriver(WizardDriver):
    """The program in its window, whatever is open in it."""

    def __init__(
        self, window: MainWindow, program: Program, patch: pytest.MonkeyPatch, qtbot: QtBot
    ) -> None:
        self.window = window
        self.program = program
        self._patch = patch
        self._qtbot = qtbot
        self.opened: list[str] = []
        patch.setattr(QDesktopServices, "openUrl", self._open_url)

    # What one sees

    def settle(self) -> None:
        """Let the window finish, and follow it to what is open now."""
        super().settle()
        if self.program.workspace is not None:
            self.workspace = self.program.workspace
            self.session = self.program.workspace.session

    @property
    def has_assessment(self) -> bool:
        """Whether an assessment is open."""
        return self.program.workspace is not None

    def dialog(self) -> str:
        """Return the title of the dialog in front, or nothing."""
        shown = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        return shown[-1].windowTitle() if shown else ""

    def named_all(self) -> list[str]:
        """Return the names of everything that can be used."""
        return [name_of(one) for one in self._visible(QWidget) if can_be_used(one)]

    def details(self) -> str:
        """Return the details that a dialog shows."""
        field = self.named("Details")
        assert isinstance(field, QPlainTextEdit)
        return field.toPlainText()

    # What one does

    def choose(self, command: str) -> None:
        """Choose a command of the menus."""
        action = next(
            one for one in self.window.menus.actions.values() if one.text().rstrip("…") == command
        )
        assert action.isEnabled(), f"{command} cannot be chosen now"
        action.trigger()
        self.settle()

    def fill(self, label: str, text: str) -> None:
        """Type into a field of a dialog."""
        self.type_into(self.named(label), text)

    def will_choose(self, path: Path | None) -> None:
        """Answer the next dialogs that ask for a place or a file; None is Cancel."""

        def answer(*_given: object, **_named: object) -> tuple[str, str]:
            return str(path or ""), ""

        self._patch.setattr(QFileDialog, "getSaveFileName", answer)
        self._patch.setattr(QFileDialog, "getOpenFileName", answer)

    def open_file(self, path: Path) -> None:
        """Open a file as the command line or a dropped file does."""
        self.program.open_path(path)
        self.settle()

    def go_to(self, place: str) -> None:
        """Choose one of the places by its command."""
        self.choose(place)

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Wait for another process; nothing in the window itself needs waiting."""
        self._qtbot.waitUntil(condition, timeout=_PATIENCE)
        self.settle()

    def widget(self, name: str) -> QWidget:
        """Return what has an object name; for menus that open beside a button."""
        found = self.window.findChild(QWidget, name)
        assert found is not None, f"nothing is called {name}"
        return found

    def _open_url(self, url: QUrl) -> bool:
        self.opened.append(url.toLocalFile() or url.toString())
        return True
