# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The frame of the window: menu, header, the page, status bar. It knows nothing of the law."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from actready.gui.menus import Menus
from actready.gui.status_bar import StatusBar
from actready.gui.theme import Theme
from actready.gui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from actready.gui.header import Header
    from actready.gui.pages.base import Page

_SMALLEST: Final = (640, 400)
_USUAL: Final = (1280, 800)


class MainWindow(QMainWindow):
    """Holds one page at a time."""

    file_dropped = Signal(str)
    closing = Signal()

    def __init__(self, theme: Theme, application: QApplication) -> None:
        super().__init__()
        self.theme = theme
        self._page: Page | None = None
        self._has_header = False
        self.setWindowTitle("ActReady")
        self.setAcceptDrops(True)
        self.menus = Menus(self.menuBar(), theme)
        self.status = StatusBar(theme)
        middle = QWidget()
        self._rows = QVBoxLayout(middle)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._pages = QVBoxLayout()
        self._rows.addLayout(self._pages, 1)
        self._rows.addWidget(self.status)
        self.setCentralWidget(middle)
        self.ring = FocusRing(theme, self, application)
        self.menus.connect("outline", self.toggle_outline)
        self.menus.connect("reasons", self.toggle_reasons)
        self.menus.connect("quit", self.close)
        self.fit()

    @cached_property
    def header(self) -> Header:
        """The header. It is made when an assessment opens, since the first picture needs none."""
        from actready.gui.header import Header

        header = Header(self.theme)
        header.outline_asked.connect(self.toggle_outline)
        self._rows.insertWidget(0, header)
        self._has_header = True
        return header

    @property
    def page(self) -> Page | None:
        """The page in the window."""
        return self._page

    def fit(self) -> None:
        """Keep the window large enough for the text size, and inside the screen."""
        room = self.screen().availableGeometry().size()
        smallest = [min(self.theme.length(one), 1280) for one in _SMALLEST]
        self.setMinimumSize(min(smallest[0], room.width()), min(smallest[1], room.height()))

    def open_at_usual_size(self) -> None:
        """Take the usual size, or what the screen has."""
        room = self.screen().availableGeometry().size()
        self.resize(min(_USUAL[0], room.width()), min(_USUAL[1], room.height()))

    def restyle(self) -> None:
        """Build header and status bar anew for the look in use."""
        self.fit()
        if self._has_header:
            self.header.restyle()
        self.status.restyle()
        self.menus.show_look()

    def show_page(self, page: Page, *, with_header: bool = True) -> None:
        """Put a page into the window in place of the one before."""
        self.ring.watch()
        before, self._page = self._page, page
        self._pages.addWidget(page)
        if before is not None:
            self._pages.removeWidget(before)
            before.hide()
            before.deleteLater()
        if with_header:
            self.header.show_outline_button(has_outline=page.has_outline)
        if self._has_header:
            self.header.setVisible(with_header)

    def toggle_outline(self) -> None:
        """Show or hide the outline of the page, where the window is too narrow for both."""
        if self._page is not None and self._page.is_narrow:
            self._page.toggle_outline()

    def toggle_reasons(self) -> None:
        """Unfold or fold the reasons of the page."""
        if self._page is not None:
            self._page.toggle_reasons()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything be kept before the window goes."""
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one local file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file."""
        self.file_dropped.emit(event.mimeData().urls()[0].toLocalFile())
