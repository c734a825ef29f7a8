# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The theme: tokens made into palette, style sheet, fonts and drawings."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from actready.gui.tokens import Look, Tokens, read_tokens

TEXT_SIZES: Final = (100, 125, 150, 175, 200)

_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_ICON_SIDE: Final = 20


class Appearance(StrEnum):
    """What the user can choose in the View menu."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Theme(QObject):
    """The look in use. Everything visible asks it for colours, lengths, fonts and drawings.

    ``changed`` is sent after palette and style sheet were replaced; pages are then built anew.
    """

    changed = Signal()

    def __init__(self, application: QApplication, ui: Path) -> None:
        super().__init__(application)
        self._application = application
        self._ui = ui
        self.tokens: Tokens = read_tokens(ui / "styles")
        self.appearance = Appearance.SYSTEM
        self.text_size = 100
        self._drawings: dict[tuple[str, str], QSvgRenderer] = {}
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._load_fonts()
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    def apply(self, appearance: Appearance | None = None, text_size: int | None = None) -> None:
        """Put the look into effect, with another appearance or text size (per cent) if given."""
        self.appearance = self.appearance if appearance is None else appearance
        self.text_size = self.text_size if text_size is None else _bounded(text_size)
        self._drawings.clear()
        self._fonts.clear()
        self._application.setPalette(self._palette())
        self._application.setFont(self.font("body"))
        self._application.setStyleSheet(self.style_sheet())
        self.changed.emit()

    @property
    def look(self) -> Look:
        """The set of colours in use."""
        match self.appearance:
            case Appearance.LIGHT:
                return Look.LIGHT
            case Appearance.DARK:
                return Look.DARK
            case Appearance.HIGH_CONTRAST:
                return Look.HIGH_CONTRAST
        return self._look_of_the_system()

    def colour(self, role: str) -> QColor:
        """Return the colour of a role, such as ``ink`` or ``accent_tint``."""
        return QColor(self.tokens.colours[self.look][role])

    def length(self, pixels: float) -> int:
        """Return a length at 100 % as it is at the text size in use."""
        return round(pixels * self.text_size / 100)

    def size(self, name: str) -> int:
        """Return a named length, such as ``reasons`` or ``control``."""
        return self.length(self.tokens.lengths[name])

    def breakpoint(self, name: str) -> int:
        """Return the width below which the layout changes."""
        return self.length(self.tokens.breakpoints[name])

    def font(self, size: str = "body", *, strong: bool = False) -> QFont:
        """Return the font of a type size, such as ``body`` or ``h1``."""
        key = (size, strong)
        if key not in self._fonts:
            font = QFont(self.tokens.family)
            font.setPixelSize(self.length(self.tokens.type_sizes[size]))
            font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[key] = font
        return self._fonts[key]

    def draw(self, painter: QPainter, box: QRectF, name: str, role: str) -> None:
        """Draw an icon, or a sign as ``signs/met``, in the colour of a role."""
        self._drawing(name, role).render(painter, box)

    def draw_sign(self, painter: QPainter, box: QRectF, sign: str) -> None:
        """Draw one of the signs in its own colour."""
        self.draw(painter, box, f"signs/{sign}", self.tokens.sign_colours[sign])

    def icon(self, name: str, role: str = "ink_2", gap: int = 0) -> QIcon:
        """Return an icon, sharp on every screen, with a gap between it and the words after it."""
        icon = QIcon()
        for scale in (1, 2, 3):
            icon.addPixmap(self._picture(name, role, self.length(gap), scale))
        return icon

    def icon_size(self, gap: int = 0) -> QSize:
        """Return the size of an icon with its gap."""
        return QSize(self.length(_ICON_SIDE) + self.length(gap), self.length(_ICON_SIDE))

    def _picture(self, name: str, role: str, gap: int, scale: int) -> QPixmap:
        side = self.length(_ICON_SIDE)
        pixmap = QPixmap(QSize(side + gap, side) * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        mirrored = self._application.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.draw(painter, QRectF(gap if mirrored else 0, 0, side, side), name, role)
        painter.end()
        return pixmap

    def style_sheet(self) -> str:
        """Return the style sheet with all tokens filled in."""
        names = {
            **self.tokens.colours[self.look],
            **{name: f"{self.length(px)}px" for name, px in self.tokens.type_sizes.items()},
            **{f"{name}_side": f"{self.size(name)}px" for name in self.tokens.lengths},
        }
        return _PLACEHOLDER.sub(lambda place: self._value(place[1], names), self._template)

    def _value(self, name: str, names: dict[str, str]) -> str:
        """Return a token, or for a name such as ``l12`` a length of 12 at this text size."""
        return names[name] if name in names else f"{self.length(int(name[1:]))}px"

    @cached_property
    def _template(self) -> str:
        return (self._ui / "styles" / "window.qss").read_text("utf-8")

    def _drawing(self, name: str, role: str) -> QSvgRenderer:
        key = (name, role)
        if key not in self._drawings:
            source = (self._ui / "icons" / f"{name}.svg").read_text("utf-8")
            # White in a drawing is the mark on a filled ground; it takes the colour made for that.
            source = source.replace("#FFFFFF", self.colour("on_accent").name())
            source = source.replace("currentColor", self.colour(role).name())
            self._drawings[key] = QSvgRenderer(QByteArray(source.encode()))
        return self._drawings[key]

    def _load_fonts(self) -> None:
        for file in self.tokens.font_files:
            QFontDatabase.addApplicationFont(str(self._ui / "fonts" / file))

    def _look_of_the_system(self) -> Look:
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return Look.HIGH_CONTRAST
        return Look.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Look.LIGHT

    def _system_changed(self) -> None:
        if self.appearance is Appearance.SYSTEM:
            self.apply()

    def _palette(self) -> QPalette:
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, name in {
            roles.Window: "canvas",
            roles.WindowText: "ink",
            roles.Base: "surface",
            roles.AlternateBase: "sunken",
            roles.Text: "ink",
            roles.PlaceholderText: "ink_3",
            roles.Button: "surface",
            roles.ButtonText: "ink",
            roles.BrightText: "bad",
            roles.Light: "surface",
            roles.Midlight: "sunken",
            roles.Mid: "line_strong",
            roles.Dark: "line_strong",
            roles.Shadow: "line_strong",
            roles.Highlight: "accent",
            roles.HighlightedText: "on_accent",
            roles.Accent: "accent",
            roles.Link: "accent",
            roles.LinkVisited: "accent",
            roles.ToolTipBase: "surface",
            roles.ToolTipText: "ink",
        }.items():
            palette.setColor(role, self.colour(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("ink_3"))
        return palette


def _bounded(text_size: int) -> int:
    return max(TEXT_SIZES[0], min(TEXT_SIZES[-1], text_size))
