# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The dialogs of the menus: the date of the law, the keys, and what this program is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from actready import __version__
from actready.domain.answers import AnswerFault
from actready.errors import AppError
from actready.gui.asking import AskDialog, Dialog, Field, MessageDialog
from actready.gui.editors import reading
from actready.gui.theme import Theme
from actready.gui.widgets.buttons import primary
from actready.gui.widgets.panels import Column, ScrollColumn
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.session import AssessmentSession


def ask_law_date(theme: Theme, parent: QWidget, session: AssessmentSession) -> None:
    """Ask for the date by whose law the assessment is judged."""

    def set_date(typed: tuple[str, ...]) -> None:
        try:
            day = date.fromisoformat(reading.day(typed[0]))
        except AnswerFault as fault:
            raise AppError(fault.problem, fault.hint) from fault
        session.set_as_of(day)

    shown = reading.day_in_words(session.as_of.isoformat())
    AskDialog(
        theme,
        parent,
        _("Law as of"),
        (Field(_("Date"), _("Write it like 28 February 2026."), shown),),
        _("Use this date"),
        set_date,
        _("The results are judged by the law that holds on this date. The answers stay the same."),
    ).open()


def show_about(theme: Theme, parent: QWidget) -> None:
    """Say what the program is, its version and its licence."""
    text = _(
        "Helps you find your role under the Cyber Resilience Act, and says why. Everything stays "
        "on this computer. It is no legal advice and declares nothing on your behalf."
    )
    details = "\n".join(
        (
            _("Version {version}").format(version=__version__),
            _("Licence: European Union Public Licence 1.2"),
            _("Typeface: Source Sans 3, SIL Open Font License 1.1"),
            _("Qt {qt}, used under the GNU Lesser General Public License 3").format(qt=qVersion()),
        )
    )
    MessageDialog(theme, parent, _("About ActReady"), text, details).open()


def show_shortcuts(theme: Theme, parent: QWidget, actions: Mapping[str, QAction]) -> None:
    """List the keys of the menus, and those of the question page."""
    dialog = Dialog(theme, parent, _("Keyboard shortcuts"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.length(28))
    grid.setVerticalSpacing(theme.length(6))
    for row, (keys, text) in enumerate(_shortcuts(actions)):
        grid.addWidget(Label(keys, "small_strong", wrap=False), row, 0)
        grid.addWidget(Label(text, "small_ink"), row, 1)
    grid.setColumnStretch(1, 1)
    holder = Column()
    holder.rows.addLayout(grid)
    scroll = ScrollColumn(holder)
    scroll.setMinimumHeight(min(theme.length(420), parent.window().height() * 2 // 3))
    dialog.content.addWidget(scroll)
    close = primary(theme, _("Close"), dialog.accept)
    dialog.add_button(close)
    close.setFocus(Qt.FocusReason.OtherFocusReason)
    dialog.open()


def _shortcuts(actions: Mapping[str, QAction]) -> list[tuple[str, str]]:
    native = QKeySequence.SequenceFormat.NativeText
    own = [
        (_("1 to 9"), _("Choose an answer")),
        ("0", _("I don’t know")),
        (_("Space"), _("Choose or unchoose the answer that has the focus")),
        (_("Enter"), _("Save and continue")),
    ]
    named = [
        (action.shortcut().toString(native), action.text().rstrip("…"))
        for action in actions.values()
        if not action.shortcut().isEmpty()
    ]
    return own + named
