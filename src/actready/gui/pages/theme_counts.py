# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many duties of each theme are met, partly met, open and unknown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from actready.gui.models.readiness import ThemeRow
from actready.gui.theme import Theme
from actready.gui.widgets.flow import FlowBox
from actready.gui.widgets.lines import FoldingRow, sign_line
from actready.gui.widgets.text import Label, rule

_FOLDS_BELOW: Final = 620
_NAME_WIDTH: Final = 240
_TOP: Final = Qt.AlignmentFlag.AlignTop


def theme_counts(theme: Theme, rows: Sequence[ThemeRow]) -> QWidget:
    """Return a line for each theme; statuses that no duty has are left out."""
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(theme.length(10), 0, theme.length(10), theme.length(6))
    lines.setSpacing(0)
    for row in rows:
        lines.addWidget(rule())
        lines.addWidget(_line(theme, row))
    return holder


def _line(theme: Theme, row: ThemeRow) -> QWidget:
    line = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(12), theme.length(2))
    edge = theme.length(6)
    line.cells.setContentsMargins(0, edge, 0, edge)
    name = Label(row.title, "small_ink")
    name.setMinimumWidth(theme.length(_NAME_WIDTH))
    counts = FlowBox(theme.length(20))
    for one in row.counts:
        counts.add(sign_line(theme, one.sign, one.text, "small_ink", wrap=False))
    line.cells.addWidget(name, 0, _TOP)
    line.cells.addWidget(counts, 1)
    return line
