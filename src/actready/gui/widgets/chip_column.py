# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Provision chips under one another, at the right of a step or a row."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from actready.gui.theme import Theme
from actready.gui.widgets.buttons import quiet
from actready.gui.widgets.chip import ProvisionChip, Reference
from actready.i18n import ngettext

_MOST: Final = 3
_RIGHT: Final = Qt.AlignmentFlag.AlignRight


class ChipColumn(QWidget):
    """A column of chips. Of many only the first are shown, until one asks for the others."""

    def __init__(
        self,
        theme: Theme,
        references: tuple[Reference, ...],
        ground: str = "surface",
        most: int = _MOST,
        of: str = "",
    ) -> None:
        """Show at most ``most`` chips at first; ``of`` says to the ear what they belong to."""
        super().__init__()
        self._of = of
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.length(5))
        shown = references if len(references) <= most else references[: most - 1]
        for one in shown:
            self._rows.addWidget(ProvisionChip(theme, one, ground), 0, _RIGHT)
        self._add_folded(theme, references[len(shown) :], ground)
        self._rows.addStretch(1)

    def _add_folded(self, theme: Theme, others: tuple[Reference, ...], ground: str) -> None:
        if not others:
            return
        number = len(others)
        text = ngettext("{count} more", "{count} more", number).format(count=number)
        name = ngettext("{count} more provision", "{count} more provisions", number)
        more = quiet(theme, text, lambda: None, dense=True)
        heard = name.format(count=number)
        more.setAccessibleName(f"{heard}: {self._of}" if self._of else heard)
        self._rows.addWidget(more, 0, _RIGHT)

        def unfold() -> None:
            chips = [ProvisionChip(theme, one, ground) for one in others]
            for place, chip in enumerate(chips, self._rows.indexOf(more)):
                self._rows.insertWidget(place, chip, 0, _RIGHT)
                chip.show()
            more.hide()
            chips[0].setFocus(Qt.FocusReason.OtherFocusReason)

        more.clicked.connect(unfold)
