# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The status bar: saved and when, the date of the law, and that nothing goes over a network."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from actready.gui.theme import Theme
from actready.gui.widgets.panels import clear
from actready.gui.widgets.sign import Icon, Sign
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _


class StatusBar(QFrame):
    """Three short statements at the bottom of the window."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("status")
        self._theme = theme
        self._saved, self._law = "", ""
        self._row = QHBoxLayout(self)
        self.restyle()

    def restyle(self) -> None:
        """Build everything anew for the look in use."""
        theme = self._theme
        self.setFixedHeight(theme.size("status_bar"))
        clear(self._row)
        self._row.setContentsMargins(theme.length(16), 0, theme.length(14), 0)
        self._row.setSpacing(theme.length(7))
        self._sign = Sign(theme, "met", 14)
        self._row.addWidget(self._sign)
        self._saved_label = Label(self._saved, "caption", wrap=False)
        self._row.addWidget(self._saved_label)
        self._row.addStretch(1)
        self._law_icon = Icon(theme, "calendar", side=15)
        self._law_label = Label(self._law, "caption", wrap=False)
        self._row.addWidget(self._law_icon)
        self._row.addWidget(self._law_label)
        self._row.addSpacing(theme.length(16))
        self._row.addWidget(Icon(theme, "lock", side=15))
        self._row.addWidget(Label(_("Offline"), "caption", wrap=False))
        self._show()

    def show_state(self, saved: str, law: str) -> None:
        """Show when the last answer was saved, and whose law counts; empty texts are left out."""
        self._saved, self._law = saved, law
        self._show()

    @property
    def text(self) -> str:
        """Everything that is shown, for tests and for screen readers."""
        return " ".join(filter(None, (self._saved, self._law, _("Offline"))))

    def _show(self) -> None:
        self._saved_label.setText(self._saved)
        self._law_label.setText(self._law)
        shown: tuple[tuple[QWidget, str], ...] = (
            (self._sign, self._saved),
            (self._law_icon, self._law),
            (self._law_label, self._law),
        )
        for widget, text in shown:
            widget.setVisible(bool(text))
