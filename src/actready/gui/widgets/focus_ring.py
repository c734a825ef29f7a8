# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The focus ring: one overlay for the whole window, so that no style sheet has to draw focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QMenuBar, QScrollArea, QWidget

from actready.gui.theme import Theme

_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
    QEvent.Type.ParentChange,
)


class FocusRing(QWidget):
    """Stands around the widget that has the focus, 5 px outside it, and moves with it.

    It is shown while the keyboard is used, and goes away with a click.
    """

    def __init__(self, theme: Theme, window: QWidget, application: QApplication) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._watched: list[QObject] = []
        self._target: QWidget | None = None
        self._whole = QRect()
        self._by_keyboard = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._application = application
        self._is_watching = False

    def watch(self) -> None:
        """Begin to follow the focus. The frame alone has none, and is faster without a filter."""
        if not self._is_watching:
            self._is_watching = True
            self._application.focusChanged.connect(self._focus_changed)
            self._application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focused widget, and notice whether mouse or keyboard is used."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            self._used_by(keyboard=True)
        elif kind is QEvent.Type.MouseButtonPress:
            self._used_by(keyboard=False)
        elif kind in _MOVES and watched in self._watched:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the yellow ring and its dark edge."""
        ring = self._theme.tokens.ring
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge, width = ring["outer_edge"], ring["ring"]
        outer = QRectF(self._box()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        radius = self._theme.tokens.radii["control"] + 3.0
        painter.setPen(QPen(self._theme.colour("focus_edge"), edge))
        painter.drawRoundedRect(outer, radius, radius)
        inset = edge / 2 + width / 2
        painter.setPen(QPen(self._theme.colour("focus"), width))
        inner = outer.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, radius - 1.5, radius - 1.5)

    def _box(self) -> QRect:
        """Return the whole ring in own coordinates; part of it may lie outside what is visible."""
        return self._whole.translated(-self.pos())

    def _used_by(self, *, keyboard: bool) -> None:
        if keyboard != self._by_keyboard:
            self._by_keyboard = keyboard
            self._place()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        ours = new is not None and new.window() is self._window
        self._target = new if ours and not isinstance(new, QMenuBar) else None
        self._watch()
        self._bring_into_view()
        self._place()

    def _watch(self) -> None:
        self._watched = []
        widget = self._target
        while widget is not None and widget is not self._window:
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _bring_into_view(self) -> None:
        """Scroll to what has the focus, where the keyboard has put it."""
        for column in self._watched if self._by_keyboard else ():
            if isinstance(column, QScrollArea) and self._target is not None:
                column.ensureWidgetVisible(self._target, 0, self._theme.length(24))

    def _place(self) -> None:
        target = self._target
        if target is None or not self._by_keyboard or not target.isVisible():
            self.hide()
            return
        outset = int(self._theme.tokens.ring["outset"])
        corner = target.mapTo(self._window, QPoint(0, 0))
        whole = QRect(corner, target.size()).adjusted(-outset, -outset, outset, outset)
        part = self._visible_part(target)
        # A row from edge to edge of its column has no room beside it; the ring stands on it there.
        whole.setLeft(max(whole.left(), part.left()))
        whole.setRight(min(whole.right(), part.right()))
        self._whole = whole
        visible = whole.intersected(part)
        if visible.isEmpty():
            self.hide()
            return
        self.setGeometry(visible)
        self.show()
        self.raise_()
        self.update()

    def _visible_part(self, target: QWidget) -> QRect:
        """Return what the scrolling columns around a widget leave visible, in the window."""
        part = self._window.rect()
        widget = target.parentWidget()
        while widget is not None and widget is not self._window:
            if isinstance(widget, QScrollArea):
                port = widget.viewport()
                part = part.intersected(QRect(port.mapTo(self._window, QPoint(0, 0)), port.size()))
            widget = widget.parentWidget()
        return part
