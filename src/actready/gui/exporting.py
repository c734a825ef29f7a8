# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saves an assessment in another format: asks for the place, writes, and says what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from actready.gui.asking import Choice, MessageDialog, telling
from actready.gui.models.exports import Export
from actready.gui.models.report import file_name
from actready.gui.widgets.menu_button import Command
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.gui.theme import Theme
    from actready.session import AssessmentSession


class Exporter:
    """Saves what one page offers, over that page."""

    def __init__(self, theme: Theme, parent: QWidget, session: AssessmentSession) -> None:
        self._theme = theme
        self._parent = parent
        self._session = session

    def commands(self, exports: Iterable[Export]) -> list[Command]:
        """Return the commands of a list, one for each format."""
        return [(one.command, self._saving(one)) for one in exports]

    def _saving(self, export: Export) -> Callable[[], None]:
        return lambda: self.ask(export)

    def ask(self, export: Export) -> None:
        """Ask for a place, and save there. What goes wrong is said, and nothing is left behind."""
        session = self._session
        name = file_name(
            session.assessment.organisation.name, session.as_of, export.kind, export.suffix
        )
        chosen, _filter = QFileDialog.getSaveFileName(
            self._parent,
            export.command.rstrip("…"),
            str(session.file.path.parent / name),
            export.filter,
        )
        if chosen:
            with telling(self._theme, self._parent):
                self._save(export, export.named(Path(chosen)))

    def _save(self, export: Export, target: Path) -> None:
        """Save. What writes the formats is loaded only now, since most sessions never need it."""
        from actready.exports.saving import save, save_oscal
        from actready.session.reporting import report_context

        context = report_context(self._session)
        if export.suffix:
            save(context, target)
        else:
            save_oscal(context, target)
        show = Choice(_("Show in folder"), lambda: _open_folder(target))
        MessageDialog(self._theme, self._parent, export.done, str(target), choice=show).open()


def _open_folder(target: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent)))
