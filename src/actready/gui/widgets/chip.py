# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The provision chip: a small button that names a provision and opens what we know of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from actready.gui.theme import Theme
from actready.gui.widgets.buttons import quiet
from actready.gui.widgets.flow import FlowBox
from actready.gui.widgets.keys import ENTER
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Reference:
    """A provision as it is shown: ``CRA`` + ``Art. 3(13)``, in words, and its official address."""

    act: str
    place: str
    words: str
    address: str = ""

    @property
    def id(self) -> str:
        """The provision id, such as CRA Art. 3(13)."""
        return f"{self.act} {self.place}".strip()


class ProvisionChip(QAbstractButton):
    """A focusable chip. ``ground`` is ``tint`` on tinted ground, where the chip is white."""

    def __init__(self, theme: Theme, reference: Reference, ground: str = "surface") -> None:
        super().__init__()
        self._theme = theme
        self._ground = "surface" if ground == "tint" else "accent_tint"
        self.reference = reference
        self.setText(reference.id)
        self.setAccessibleDescription(reference.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        """Return the room for both parts of the text."""
        act, place = self._widths()
        pad = self._theme.length(10)
        height = QFontMetricsF(self._theme.font("small")).height() + self._theme.length(6)
        return QSize(round(act + place + 2 * pad + 1), round(height))

    def minimumSizeHint(self) -> QSize:
        """Return the same as the size hint: a chip is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter too; systems differ in this."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the act in semibold and the reference beside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hover" if self.underMouse() else self._ground))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._theme.colour("accent"))
        self._paint_texts(painter, box)

    def _paint_texts(self, painter: QPainter, box: QRectF) -> None:
        act, place = self._widths()
        pad = self._theme.length(10)
        first, second = (act, place) if not self.isRightToLeft() else (place, act)
        left = QRectF(box.x() + pad, box.y(), first + 1, box.height())
        right = QRectF(left.x() + first, box.y(), second + 1, box.height())
        act_box, place_box = (left, right) if not self.isRightToLeft() else (right, left)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._theme.font("small", strong=True))
        painter.drawText(act_box, middle, self.reference.act)
        painter.setFont(self._theme.font("small"))
        gap = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(place_box, gap, self.reference.place)

    def _widths(self) -> tuple[float, float]:
        strong = QFontMetricsF(self._theme.font("small", strong=True))
        normal = QFontMetricsF(self._theme.font("small"))
        gap = normal.horizontalAdvance(" ")
        return (
            strong.horizontalAdvance(self.reference.act),
            normal.horizontalAdvance(self.reference.place) + gap,
        )

    def _open(self) -> None:
        card = ProvisionCard(self._theme, self.reference, self)
        card.show_below(self)


class ProvisionCard(QFrame):
    """The small window that a chip opens: the id, our words, and the official address."""

    def __init__(self, theme: Theme, reference: Reference, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", "popup")
        self.setAccessibleName(reference.id)
        self._address = reference.address
        self._rows = QVBoxLayout(self)
        pad = theme.length(16)
        self._rows.setContentsMargins(pad, pad, pad, pad)
        self._rows.setSpacing(theme.length(6))
        self._rows.addWidget(Label(reference.id, "strong"))
        self._rows.addWidget(Label(reference.words, "small_ink"))
        self._add_address(theme, reference)
        self.setFixedWidth(theme.length(360))

    def show_below(self, chip: QWidget) -> None:
        """Open under the chip, inside the screen, with the focus on what can be done."""
        self.adjustSize()
        place = chip.mapToGlobal(chip.rect().bottomLeft())
        room = chip.screen().availableGeometry()
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = place.y() + 6
        if y + self.height() > room.bottom():
            y = chip.mapToGlobal(chip.rect().topLeft()).y() - self.height() - 6
        self.move(x, y)
        self.show()

    def _add_address(self, theme: Theme, reference: Reference) -> None:
        if not reference.address:
            return
        self._rows.addWidget(Label(reference.address, "small"))
        button = quiet(
            theme, _("Open the official text"), self.open_address, "external", dense=True
        )
        self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(button)

    def open_address(self) -> None:
        """Open the official address in the user's browser."""
        QDesktopServices.openUrl(QUrl(self._address))
        self.close()


def chip_row(theme: Theme, references: Iterable[Reference], ground: str = "surface") -> QWidget:
    """Return chips side by side, in as many rows as they need."""
    row = FlowBox(theme.length(6))
    for reference in references:
        row.add(ProvisionChip(theme, reference, ground))
    return row
