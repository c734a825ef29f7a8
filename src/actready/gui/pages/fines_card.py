# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card that says how high fines can be under an act, at the end of the duties page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from actready.domain.questionnaire import Questionnaire
from actready.gui.provisions import references
from actready.gui.theme import Theme
from actready.gui.widgets.buttons import secondary
from actready.gui.widgets.chip_column import ChipColumn
from actready.gui.widgets.lines import FoldingRow
from actready.gui.widgets.panels import Card
from actready.gui.widgets.text import Label, rule
from actready.i18n import gettext as _
from actready.report.fines import FineBox

_FOLDS_BELOW: Final = 620
_NAME_WIDTH: Final = 150
_TOP: Final = Qt.AlignmentFlag.AlignTop


def fines_card(
    theme: Theme, questionnaire: Questionnaire, box: FineBox, ask: Callable[[str], None]
) -> Card:
    """Return the card; ``ask`` leads to the question that would tell the sums."""
    return _Card(theme, questionnaire, ask).filled(box)


class _Card:
    def __init__(
        self, theme: Theme, questionnaire: Questionnaire, ask: Callable[[str], None]
    ) -> None:
        self._theme = theme
        self._questionnaire = questionnaire
        self._ask = ask
        self._card = Card(theme, 0)
        self._card.rows.setSpacing(0)

    def filled(self, box: FineBox) -> Card:
        for one in box.lines:
            texts = (one.ceiling, one.what_for, one.more)
            self._add(one.id, one.begins, texts, one.provisions)
        for relief in box.reliefs:
            self._add(_("Relief"), "", (relief.text,), relief.provisions)
        if box.note:
            self._add(_("What this means"), "", ("", box.note), box.provisions)
        if box.missing:
            self._add_button(box.missing)
        return self._card

    def _add(
        self, name: str, under: str, texts: tuple[str, ...], provisions: tuple[str, ...]
    ) -> None:
        theme = self._theme
        if self._card.rows.count():
            self._card.rows.addWidget(rule())
        cells = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(12), theme.length(4))
        edge = theme.length(10)
        cells.setContentsMargins(theme.length(20), edge, theme.length(12), edge)
        heading = self._column((Label(name, "strong"), Label(under, "small") if under else None))
        heading.setMinimumWidth(theme.length(_NAME_WIDTH))
        first, *others = texts
        words = [Label(one, "small") for one in others if one]
        cells.cells.addWidget(heading, 0, _TOP)
        cells.cells.addWidget(self._column((Label(first) if first else None, *words)), 1, _TOP)
        shown = references(self._questionnaire, provisions)
        chips = ChipColumn(theme, shown, most=2, of=name)
        cells.cells.addWidget(chips, 0, _TOP | Qt.AlignmentFlag.AlignLeft)
        self._card.rows.addWidget(cells)

    def _column(self, labels: tuple[Label | None, ...]) -> QWidget:
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self._theme.length(2))
        for label in labels:
            if label is not None:
                rows.addWidget(label)
        return holder

    def _add_button(self, question: str) -> None:
        theme = self._theme
        button = secondary(theme, _("Give the turnover"), lambda: self._ask(question))
        button.setObjectName("give_turnover")
        self._card.rows.addWidget(rule())
        holder = QWidget()
        row = QVBoxLayout(holder)
        edge = theme.length(12)
        row.setContentsMargins(theme.length(20), edge, theme.length(20), edge)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._card.rows.addWidget(holder)
