# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The menu bar: every command of the program by name, with its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from actready.gui.places import TABS, tab_title
from actready.gui.theme import TEXT_SIZES, Appearance, Theme
from actready.i18n import gettext as _

#: Commands that make sense only while an assessment is open.
NEED_ASSESSMENT: Final = (
    "save_copy", "save_sealed", "close", "undo", "redo", "add_subject", "rename_organisation",
    "organisation_questions", "check", "law_date", "compare_dates",
    *(place.value for place in TABS),
)  # fmt: skip


class Menus:
    """Makes the actions once. Whoever carries a command out connects to it by name.

    Fresh from the start: actions that need an assessment are disabled until one is open.
    """

    def __init__(self, bar: QMenuBar, theme: Theme) -> None:
        self._theme = theme
        self.actions: dict[str, QAction] = {}
        self._fill_file(bar.addMenu(_("&File")))
        self._fill_edit(bar.addMenu(_("&Edit")))
        self._fill_assessment(bar.addMenu(_("&Assessment")))
        self._fill_view(bar.addMenu(_("&View")))
        self._fill_help(bar.addMenu(_("&Help")))
        self.set_open(is_open=False)

    def connect(self, name: str, command: Callable[[], object]) -> None:
        """Carry a command out with a function."""
        self.actions[name].triggered.connect(lambda _checked=False: command())

    def set_open(self, *, is_open: bool) -> None:
        """Enable what needs an assessment, or disable it."""
        for name in NEED_ASSESSMENT:
            self.actions[name].setEnabled(is_open)

    def set_history(self, *, can_undo: bool, can_redo: bool) -> None:
        """Enable undo and redo."""
        self.actions["undo"].setEnabled(can_undo)
        self.actions["redo"].setEnabled(can_redo)

    def show_look(self) -> None:
        """Tick the appearance and the text size in use."""
        self.actions[f"appearance_{self._theme.appearance.value}"].setChecked(True)
        if (size := self.actions.get(f"text_{self._theme.text_size}")) is not None:
            size.setChecked(True)

    def _fill_file(self, menu: QMenu) -> None:
        keys = QKeySequence.StandardKey
        self._add(menu, "new", _("New assessment…"), keys.New)
        self._add(menu, "open", _("Open…"), keys.Open)
        self.recent = menu.addMenu(_("Open recent"))
        menu.addSeparator()
        self._add(menu, "save_copy", _("Save a copy…"), "Ctrl+Shift+S")
        self._add(menu, "save_sealed", _("Save a sealed copy…"))
        menu.addSeparator()
        self._add(menu, "close", _("Close assessment"), keys.Close)
        self._add(menu, "quit", _("Quit"), "Ctrl+Q")

    def _fill_edit(self, menu: QMenu) -> None:
        self._add(menu, "undo", _("Undo"), "Ctrl+Z")
        self._add(menu, "redo", _("Redo"), "Ctrl+Shift+Z")

    def _fill_assessment(self, menu: QMenu) -> None:
        for number, place in enumerate(TABS, 1):
            self._add(menu, place.value, tab_title(place), f"Ctrl+{number}")
        menu.addSeparator()
        self._add(menu, "check", _("Check your answers"), "Ctrl+Shift+K")
        self._add(menu, "organisation_questions", _("Questions about the organisation"))
        menu.addSeparator()
        self._add(menu, "add_subject", _("Add a subject…"), "Ctrl+Shift+N")
        self._add(menu, "rename_organisation", _("Rename the organisation…"))
        menu.addSeparator()
        self._add(menu, "law_date", _("Law as of…"))
        self._add(menu, "compare_dates", _("Compare with another date…"))

    def _fill_view(self, menu: QMenu) -> None:
        looks = menu.addMenu(_("Appearance"))
        group = QActionGroup(menu)
        titles = {
            Appearance.SYSTEM: _("As the system"),
            Appearance.LIGHT: _("Light"),
            Appearance.DARK: _("Dark"),
            Appearance.HIGH_CONTRAST: _("High contrast"),
        }
        for look, title in titles.items():
            self._add_choice(looks, group, f"appearance_{look.value}", title)
        sizes = menu.addMenu(_("Text size"))
        self._add(sizes, "larger", _("Larger"), QKeySequence.StandardKey.ZoomIn)
        self._add(sizes, "smaller", _("Smaller"), QKeySequence.StandardKey.ZoomOut)
        sizes.addSeparator()
        group = QActionGroup(menu)
        for size in TEXT_SIZES:
            self._add_choice(sizes, group, f"text_{size}", _("{size} %").format(size=size))
        menu.addSeparator()
        self._add(menu, "reasons", _("Reasons"), "F1")
        self._add(menu, "outline", _("Outline"), "F6")

    def _fill_help(self, menu: QMenu) -> None:
        self._add(menu, "shortcuts", _("Keyboard shortcuts"), "Ctrl+/")
        self._add(menu, "about", _("About ActReady"))

    def _add(
        self,
        menu: QMenu,
        name: str,
        text: str,
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        action = menu.addAction(text)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        self.actions[name] = action
        return action

    def _add_choice(self, menu: QMenu, group: QActionGroup, name: str, text: str) -> None:
        action = self._add(menu, name, text)
        action.setCheckable(True)
        group.addAction(action)
