# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every page shares: its context, its way to other pages, and the one layout of all pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from actready.gui.widgets.panels import Column, Disclosure, ScrollColumn
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.gui.theme import Theme
    from actready.session import AssessmentSession, Change

_FULL: Final = 16_777_215
_GAP: Final = 36
#: Layouts inside layouts take turns until all heights follow from the width.
_ROUNDS: Final = 5


class Navigator(Protocol):
    """The way from one page to another."""

    def show_subjects(self) -> None:
        """Show the organisation and its subjects."""

    def show_question(self, subject_id: str | None, question_id: str | None = None) -> None:
        """Show a question; without an id the first that is open."""

    def show_check(self, subject_id: str | None, section_id: str | None = None) -> None:
        """Show the answers to check; ``section_id`` is the section finished last."""

    def show_result(self, subject_id: str | None) -> None:
        """Show what follows for a subject."""

    def show_duties(self, subject_id: str | None) -> None:
        """Show the duties of a subject and how far they are met."""

    def show_report(self) -> None:
        """Show the page that makes the report."""

    def show_start(self) -> None:
        """Close the assessment and show the start page."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """What a page works with."""

    session: AssessmentSession
    navigator: Navigator
    theme: Theme


class Page(QWidget):
    """A page: an outline at the left where it has one, content, reasons at the right, actions.

    A page is built for one place and is built anew when the theme changes, so its parts read the
    theme once. Subclasses fill ``self.body`` (a vertical layout), and call ``set_outline``,
    ``set_reasons`` and ``add_action`` as they need. Below 1160 the reasons move under the content,
    below 880 the outline stands behind a button of the header.
    """

    def __init__(self, theme: Theme, measure: str = "measure") -> None:
        """Make an empty page; ``measure`` is measure, measure_wide or full."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.theme = theme
        self.measure = measure
        self._outline: QFrame | None = None
        self._outline_asked_for = False
        self._is_arranged = False
        self._reasons: QFrame | None = None
        self._reasons_inside: QWidget | None = None
        self._reasons_title = ""
        self._disclosure: Disclosure | None = None
        self._panes = QHBoxLayout(self)
        self._panes.setContentsMargins(0, 0, 0, 0)
        self._panes.setSpacing(0)
        self._middle_pane()

    def refresh(self, change: Change | None) -> None:
        """Show the present state; ``change`` says what happened, None that anything may have."""

    def title(self) -> str:
        """Return the name of the page for the window's title."""
        return ""

    def primary_focus(self) -> QWidget | None:
        """Return the widget that has the focus when the page opens."""
        return None

    def leave(self) -> None:
        """Keep what is being typed; called before another page takes the place of this one."""

    @property
    def is_narrow(self) -> bool:
        """Whether the outline stands behind a button."""
        return self.width() < self.theme.breakpoint("outline_button")

    @property
    def has_outline(self) -> bool:
        """Whether the page has an outline."""
        return self._outline is not None

    def set_outline(self, inside: QWidget) -> None:
        """Put a list at the left of the page."""
        self._outline = self._side_panel("outline", inside)
        self._panes.insertWidget(0, self._outline)

    def set_reasons(self, inside: QWidget, title: str) -> None:
        """Put a panel at the right; ``title`` is its heading where it stands under the content."""
        self._reasons_inside = inside
        self._reasons_title = title
        if self._is_arranged:
            self._place_reasons()

    def toggle_reasons(self) -> None:
        """Unfold or fold the reasons where they stand under the content."""
        if self._disclosure is not None:
            self._disclosure.toggle()
            if self._disclosure.is_open:
                self._scroll.ensureWidgetVisible(self._disclosure)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a part of the content that was unfolded, once everything has its place."""
        for _round in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._scroll.ensureWidgetVisible(widget, 0, self.theme.length(_GAP))

    def toggle_outline(self) -> None:
        """Show the outline in place of the content in a narrow window, or the content again."""
        self._outline_asked_for = not self._outline_asked_for
        self._arrange()
        if self._outline is not None and self._outline_asked_for:
            self._outline.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._outline.focusNextChild()

    def scroll_to_top(self) -> None:
        """Show the beginning of the content, after something else took its place."""
        self._scroll.verticalScrollBar().setValue(0)

    def add_action(self, button: QWidget, side: str = "right") -> None:
        """Put a button into the action bar, at the ``left`` or the ``right`` edge of the column."""
        self._actions.show()
        if side == "left":
            self._buttons.insertWidget(self._left_buttons, button)
            self._left_buttons += 1
        else:
            self._buttons.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the layout that fits the width."""
        super().resizeEvent(event)
        self._is_arranged = True
        self._arrange()

    def _middle_pane(self) -> None:
        """Build the content, which scrolls alone, over the actions, which never scroll away."""
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._content_pane(), 1)
        middle.addWidget(self._action_bar())
        self._panes.addWidget(self._middle, 1)

    def _content_pane(self) -> QWidget:
        content = Column()
        content.setObjectName("content")
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self._foot = QVBoxLayout()
        inside = QVBoxLayout()
        inside.setSpacing(self.theme.length(20))
        inside.addLayout(self.body)
        inside.addLayout(self._foot)
        self._content_box = _measured(inside)
        content.rows.addLayout(_at_the_left(self._content_box))
        content.rows.addStretch(1)
        self._scroll = ScrollColumn(content)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._arrange_margins)
        return self._scroll

    def _action_bar(self) -> QWidget:
        self._actions = QFrame()
        self._actions.setObjectName("actions")
        self._actions.setFixedHeight(self.theme.size("action_bar"))
        self._actions.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(self.theme.length(12))
        self._buttons.addStretch(1)
        self._left_buttons = 0
        self._action_box = _measured(self._buttons)
        self._actions.setLayout(_at_the_left(self._action_box))
        return self._actions

    def _side_panel(self, name: str, inside: QWidget) -> QFrame:
        frame = QFrame()
        frame.setObjectName(name)
        frame.setFixedWidth(self.theme.size(name))
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(0, 0, 0, 0)
        holder = Column()
        holder.rows.addWidget(inside)
        holder.rows.addStretch(1)
        rows.addWidget(ScrollColumn(holder))
        return frame

    def _arrange(self) -> None:
        self._arrange_margins()
        self._arrange_outline(narrow=self.is_narrow)
        self._place_reasons()

    @Slot()
    def _arrange_margins(self) -> None:
        """Keep the two edges of the column: a scroll bar takes its room from the margin."""
        side = self.theme.length(24 if self.is_narrow else _GAP)
        top = self.theme.length(16 if self.is_narrow else 22)
        limit = _FULL if self.measure == "full" else self.theme.size(self.measure) + 2 * side
        bar = self._scroll.verticalScrollBar()
        taken = min(bar.sizeHint().width(), side) if bar.maximum() > 0 else 0
        self._content_box.setContentsMargins(side, top, side - taken, top)
        self._content_box.setMaximumWidth(limit - taken)
        self._action_box.setContentsMargins(side, 0, side, 0)
        self._action_box.setMaximumWidth(limit)

    def _arrange_outline(self, *, narrow: bool) -> None:
        if self._outline is None:
            return
        instead = narrow and self._outline_asked_for
        self._outline.setVisible(not narrow or instead)
        self._outline.setMaximumWidth(_FULL if instead else self.theme.size("outline"))
        self._middle.setVisible(not instead)

    def _place_reasons(self) -> None:
        """Put the reasons at the right of a wide page, and under the content of another."""
        inside = self._reasons_inside
        if inside is None:
            return
        wide = self.width() >= self.theme.breakpoint("reasons_below")
        if wide and self._reasons is None:
            self._reasons = self._side_panel("reasons", inside)
            self._panes.addWidget(self._reasons)
            self._drop_disclosure()
        elif not wide and self._disclosure is None:
            title = self._reasons_title or _("Why we ask")
            self._disclosure = Disclosure(self.theme, title, inside, key=_("Key F1"))
            self._foot.addWidget(self._disclosure)
            self._drop_reasons()

    def _drop_disclosure(self) -> None:
        if self._disclosure is not None:
            box, self._disclosure = self._disclosure, None
            _let_go(box)

    def _drop_reasons(self) -> None:
        if self._reasons is not None:
            panel, self._reasons = self._reasons, None
            _let_go(panel)


def _let_go(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def _measured(layout: QVBoxLayout | QHBoxLayout) -> QWidget:
    """Return a box for a layout; margins are those of the box."""
    box = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    box.setLayout(layout)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return box


def _at_the_left(box: QWidget) -> QHBoxLayout:
    """Return a layout in which a box with a largest width keeps to the left.

    Qt asks a box for its height at the width it gets only in a horizontal layout; in a vertical one
    it would ask for the height at the full width, and cut long texts.
    """
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(box, 1)
    line.addStretch(0)
    return line
