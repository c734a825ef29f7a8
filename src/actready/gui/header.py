# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The header: what one works on, the places, undo and redo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from actready.gui.places import TABS, Place, tab_title
from actready.gui.theme import Theme
from actready.gui.widgets.buttons import Button, as_tooltip, icon_button
from actready.gui.widgets.panels import clear
from actready.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class HeaderState:
    """What the header shows. A key of None stands for the organisation."""

    place: Place
    subject_id: str | None
    subjects: tuple[tuple[str | None, str], ...]
    can_undo: bool
    can_redo: bool


class MenuButton(Button):
    """A button that opens a list, with a chevron at its end."""

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__(theme, "", "switch")
        self._theme = theme
        self._current = ""
        self._list = QMenu(self)
        self.setMaximumWidth(theme.length(width))
        self.setMinimumWidth(theme.length(96))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: self.open_list())

    def show_choices(
        self, name: str, current: str, choices: Sequence[tuple[str, Callable[[], None]]]
    ) -> None:
        """Show the present choice; ``name`` says what is chosen here."""
        self._current = current
        self._show_what_fits()
        self.setAccessibleName(f"{name}: {current}")
        self.setToolTip(as_tooltip(current))
        self._list.clear()
        for text, choose in choices:
            action = self._list.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(text == current)
            action.triggered.connect(lambda _checked=False, choose=choose: choose())

    @property
    def choices(self) -> QMenu:
        """The list."""
        return self._list

    def sizeHint(self) -> QSize:
        """Return the largest width."""
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the words as fits."""
        super().resizeEvent(event)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        room = self.width() - self._theme.length(56)
        elided = self.fontMetrics().elidedText(self._current, Qt.TextElideMode.ElideRight, room)
        self.setText(elided.replace("&", "&&"))

    def open_list(self) -> None:
        """Open the list under the button."""
        self._list.setMinimumWidth(self.width())
        self._list.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the chevron."""
        super().paintEvent(event)
        side = self._theme.length(20)
        left = self._theme.length(8) if self.isRightToLeft() else self.width() - side * 1.4
        box = QRectF(left, (self.height() - side) / 2, side, side)
        self._theme.draw(QPainter(self), box, "chevron_down", "ink_2")


class Header(QFrame):
    """Sends what is chosen; the places fold into one menu where there is little room."""

    place_chosen = Signal(Place)
    subject_chosen = Signal(object)
    undo_asked = Signal()
    redo_asked = Signal()
    outline_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("header")
        self._theme = theme
        self._state: HeaderState | None = None
        self._has_outline = False
        self._row = QHBoxLayout(self)
        self.restyle()

    def restyle(self) -> None:
        """Build everything anew for the look in use."""
        theme = self._theme
        self.setFixedHeight(theme.size("header"))
        clear(self._row)
        self._row.setContentsMargins(theme.length(12), 0, theme.length(12), 0)
        self._row.setSpacing(theme.length(8))
        self._outline = Button(theme, _("Outline"), "switch", icon="outline")
        self._outline.clicked.connect(lambda _checked=False: self.outline_asked.emit())
        self._subject = MenuButton(theme, 232)
        self._places = MenuButton(theme, 144)
        self._tabs = {place: self._tab(place) for place in TABS}
        self._undo = icon_button(theme, _("Undo"), "undo", self.undo_asked.emit)
        self._redo = icon_button(theme, _("Redo"), "redo", self.redo_asked.emit)
        self._row.addWidget(self._outline)
        self._row.addWidget(self._subject)
        self._row.addWidget(self._places)
        self._row.addSpacing(theme.length(12))
        self._row.addWidget(self._tab_bar())
        self._row.addStretch(1)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._redo)
        self._arrange()
        if self._state is not None:
            self.show_state(self._state)

    def show_state(self, state: HeaderState) -> None:
        """Show where one is and what can be done."""
        self._state = state
        names = dict(state.subjects)
        subjects = [(name, self._choosing(key)) for key, name in state.subjects]
        self._subject.show_choices(_("Subject"), names.get(state.subject_id, ""), subjects)
        shown = Place.QUESTION if state.place is Place.CHECK else state.place
        for place, tab in self._tabs.items():
            tab.setChecked(place is shown)
        places = [(tab_title(place), self._going(place)) for place in TABS]
        self._places.show_choices(_("Place"), tab_title(shown), places)
        self._undo.setEnabled(state.can_undo)
        self._redo.setEnabled(state.can_redo)

    @property
    def subject_list(self) -> QMenu:
        """The list of the organisation and its subjects."""
        return self._subject.choices

    def history_buttons(self) -> tuple[Button, Button]:
        """Return undo and redo."""
        return self._undo, self._redo

    def show_outline_button(self, *, has_outline: bool) -> None:
        """Tell whether the page has an outline, which hides in a narrow window."""
        self._has_outline = has_outline
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the places where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self._theme.breakpoint("outline_button")
        self._outline.setVisible(narrow and self._has_outline)
        self._places.setVisible(narrow)
        self._tabs_bar.setVisible(not narrow)
        self._subject.setMaximumWidth(self._theme.length(200 if narrow else 232))

    def _tab_bar(self) -> QWidget:
        self._tabs_bar = QWidget()
        self._tabs_bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(self._tabs_bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for tab in self._tabs.values():
            row.addWidget(tab)
        return self._tabs_bar

    def _tab(self, place: Place) -> Button:
        tab = Button(self._theme, tab_title(place), "tab")
        tab.setCheckable(True)
        tab.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        tab.clicked.connect(lambda _checked=False: self._tab_clicked(place))
        # The semibold word of the present place is wider. Room is kept for it, so nothing moves.
        metrics = tab.fontMetrics()
        tab.setMinimumWidth(metrics.horizontalAdvance(tab.text()) + self._theme.length(38))
        return tab

    def _tab_clicked(self, place: Place) -> None:
        if self._state is not None:
            self.show_state(self._state)
        self.place_chosen.emit(place)

    def _choosing(self, key: str | None) -> Callable[[], None]:
        return lambda: self.subject_chosen.emit(key)

    def _going(self, place: Place) -> Callable[[], None]:
        return lambda: self.place_chosen.emit(place)
