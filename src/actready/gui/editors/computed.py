# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The editor for a number that a calculator helps to find."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from actready.domain.compute import Estimate, in_words
from actready.gui.compute_dialog import ComputeDialog
from actready.gui.editors import reading
from actready.gui.editors.typed import NumberEditor
from actready.gui.widgets.buttons import quiet
from actready.i18n import gettext as _


class ComputedEditor(NumberEditor):
    """A number with a button beside it that opens the calculator of training compute."""

    def read(self, text: str) -> object:
        """Return the number, which may be as large as 3e24."""
        return reading.large_number(text)

    def _field_row(self) -> QHBoxLayout:
        row = super()._field_row()
        button = quiet(self.theme, _("Estimate…"), self._calculate)
        button.setAccessibleDescription(_("Opens a calculator of training compute"))
        row.insertWidget(row.count() - 1, button)
        return row

    def _calculate(self) -> None:
        ComputeDialog(self.theme, self, self._take).open()

    def _take(self, estimate: Estimate) -> None:
        self.given.emit(estimate.amount.likely)
        self.explained.emit(" ".join((f"{in_words(estimate)}.", *estimate.sources)))
