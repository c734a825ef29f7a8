# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many duties of each theme are met, partly met, open and unknown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from actready.gui.models.readiness import ThemeRow
from actready.gui.theme import Theme
from actready.gui.widgets.buttons import quiet
from actready.gui.widgets.flow import FlowBox
from actready.gui.widgets.lines import FoldingRow, sign_line
from actready.gui.widgets.panels import Card
from actready.gui.widgets.text import Label, rule
from actready.i18n import gettext as _

_FOLDS_BELOW: Final = 620
_NAME_WIDTH: Final = 240
_TOP: Final = Qt.AlignmentFlag.AlignTop


class ThemeCounts(QWidget):
    """A line for each theme, folded away at first; statuses that no duty has are left out."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, rows: Sequence[ThemeRow], *, opened: bool) -> None:
        super().__init__()
        self._theme = theme
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.length(4))
        self._button = quiet(theme, _("By theme"), self._toggle, "chevron_down", dense=True)
        self._button.setObjectName("themes")
        lines.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._card = Card(theme, 0)
        self._card.rows.setSpacing(0)
        for row in rows:
            if self._card.rows.count():
                self._card.rows.addWidget(rule())
            self._card.rows.addWidget(_line(theme, row))
        lines.addWidget(self._card)
        self._show(opened)

    def _toggle(self) -> None:
        opened = self._card.isHidden()
        self._show(opened)
        self.toggled.emit(opened)

    def _show(self, opened: bool) -> None:
        self._card.setVisible(opened)
        icon = "chevron_up" if opened else "chevron_down"
        self._button.setIcon(self._theme.icon(icon, "accent", gap=6))


def _line(theme: Theme, row: ThemeRow) -> QWidget:
    line = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(12), theme.length(2))
    side, edge = theme.length(20), theme.length(6)
    line.cells.setContentsMargins(side, edge, side, edge)
    name = Label(row.title, "small_ink")
    name.setMinimumWidth(theme.length(_NAME_WIDTH))
    counts = FlowBox(theme.length(20))
    for one in row.counts:
        counts.add(sign_line(theme, one.sign, one.text, "small_ink", wrap=False))
    line.cells.addWidget(name, 0, _TOP)
    line.cells.addWidget(counts, 1)
    return line
