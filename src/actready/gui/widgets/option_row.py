# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Option rows: the whole row is the target, with indicator, title, hint and number key.

They are Qt's own radio buttons and check boxes with another painting, so that screen readers know
them by their role, name, description and state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from actready.gui.theme import Theme
from actready.gui.widgets.keys import ENTER, UP_DOWN

# Qt allows one Qt class among the bases, and that is the button itself.
if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object

_WRAP: Final = int(Qt.TextFlag.TextWordWrap.value)
_SIDE, _LEFT, _TEXT, _RIGHT, _TOP = 22, 16, 53, 44, 9


class _Row(_Base):
    """What both kinds of row share, in front of one of Qt's buttons."""

    def prepare(self, theme: Theme, title: str, hint: str, key: str, *, unknown: bool) -> None:
        """Take what the row shows; ``unknown`` is the row "I don't know"."""
        self._theme = theme
        self._title = title
        self._hint = hint
        self._key = key
        self._unknown = unknown
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chosen(self, *, chosen: bool) -> None:
        """Show whether the option is chosen, without a click."""
        self.setChecked(chosen)

    @property
    def title(self) -> str:
        """The words of the option."""
        return self._title

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter and the arrows to the page, so that they never choose by themselves."""
        if event.key() in (*ENTER, *UP_DOWN):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def hitButton(self, pos: QPoint) -> bool:
        """Return that the whole row is the target."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """Return that long words take several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of title and hint at a width."""
        title, hint = self._heights(width)
        needed = title + hint + 2 * self._theme.length(_TOP)
        return max(self._theme.size("option_min"), round(needed))

    def sizeHint(self) -> QSize:
        """Return the size at the usual measure."""
        width = self._theme.size("measure")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a small width; the height follows from the width that is given."""
        return QSize(self._theme.length(120), self._theme.size("option_min"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, indicator, words and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        self._paint_indicator(painter)
        self._paint_words(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        theme, chosen = self._theme, self.isChecked()
        if chosen:
            pen = QPen(theme.colour("unk" if self._unknown else "accent"), 2)
            ground = "unk_tint" if self._unknown else "accent_tint"
        else:
            pen = QPen(theme.colour("unk" if self._unknown else "line_strong"), 1)
            ground = "canvas" if self._unknown else "surface"
            ground = "hover" if self.underMouse() else ground
        if self._unknown and not chosen:
            pen.setDashPattern([4, 3])
        inset = pen.widthF() / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(pen)
        painter.setBrush(theme.colour(ground))
        radius = theme.tokens.radii["control"]
        painter.drawRoundedRect(box, radius, radius)

    def _paint_indicator(self, painter: QPainter) -> None:
        theme = self._theme
        side = theme.length(_SIDE)
        title_height = QFontMetricsF(theme.font("body", strong=True)).height()
        top = self._words_top() + (title_height - side) / 2
        box = self._mirrored(QRectF(theme.length(_LEFT), top, side, side))
        if self._unknown:
            theme.draw_sign(painter, box, self.sign())
        else:
            self.paint_mark(painter, box)

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._theme
        title, hint = self._heights(self.width())
        room = QRectF(
            theme.length(_TEXT), self._words_top(), self._room(self.width()), title + hint
        )
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("body", strong=self.isChecked()))
        painter.drawText(self._mirrored(room), flags, self._title)
        painter.setPen(theme.colour("ink_2"))
        painter.setFont(theme.font("small"))
        painter.drawText(self._mirrored(room.adjusted(0, title, 0, 1)), flags, self._hint)
        painter.setPen(theme.colour("ink_3"))
        edge = QRectF(0, self._words_top(), self.width() - theme.length(16), title)
        key = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
        painter.setFont(theme.font("caption"))
        painter.drawText(self._mirrored(edge), key, self._key)

    def sign(self) -> str:
        """Return the sign of the row "I don't know"."""
        raise NotImplementedError

    def paint_mark(self, painter: QPainter, box: QRectF) -> None:
        """Paint the indicator of an ordinary row."""
        raise NotImplementedError

    def _words_top(self) -> float:
        """Return where the words begin, so that they stand in the middle of the row."""
        title, hint = self._heights(self.width())
        return max((self.height() - title - hint) / 2, 0)

    def _heights(self, width: int) -> tuple[float, float]:
        room = QRectF(0, 0, self._room(width), 100_000)
        strong = QFontMetricsF(self._theme.font("body", strong=True))
        title = strong.boundingRect(room, _WRAP, self._title).height()
        if not self._hint:
            return title, 0.0
        small = QFontMetricsF(self._theme.font("small"))
        return title, small.boundingRect(room, _WRAP, self._hint).height()

    def _room(self, width: int) -> float:
        return max(width - self._theme.length(_TEXT + _RIGHT), self._theme.length(60))

    def _mirrored(self, box: QRectF) -> QRectF:
        if not self.isRightToLeft():
            return box
        return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())


class RadioRow(_Row, QRadioButton):
    """An option of which one is chosen. Rows with the same parent exclude each other."""

    def __init__(
        self, theme: Theme, title: str, hint: str = "", key: str = "", *, unknown: bool = False
    ) -> None:
        super().__init__()
        self.prepare(theme, title, hint, key, unknown=unknown)

    def show_chosen(self, *, chosen: bool) -> None:
        """Show the choice; Qt lets go of the last chosen one only where none excludes another."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def sign(self) -> str:
        """Return the round sign."""
        return "unknown"

    def paint_mark(self, painter: QPainter, box: QRectF) -> None:
        """Paint a circle, with a dot when chosen."""
        chosen = self.isChecked()
        painter.setBrush(self._theme.colour("surface"))
        painter.setPen(QPen(self._theme.colour("accent" if chosen else "line_strong"), 2))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            dot = box.width() / 4
            painter.drawEllipse(box.adjusted(dot, dot, -dot, -dot))


class CheckRow(_Row, QCheckBox):
    """An option of which several can be chosen."""

    def __init__(
        self, theme: Theme, title: str, hint: str = "", key: str = "", *, unknown: bool = False
    ) -> None:
        super().__init__()
        self.prepare(theme, title, hint, key, unknown=unknown)

    def sign(self) -> str:
        """Return the square sign."""
        return "undetermined"

    def paint_mark(self, painter: QPainter, box: QRectF) -> None:
        """Paint a square, filled with a tick when chosen."""
        chosen = self.isChecked()
        painter.setBrush(self._theme.colour("accent" if chosen else "surface"))
        painter.setPen(QPen(self._theme.colour("accent" if chosen else "line_strong"), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        if chosen:
            inset = box.width() / 8
            mark = box.adjusted(inset, inset, -inset, -inset)
            self._theme.draw(painter, mark, "check", "on_accent")
