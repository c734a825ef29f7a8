# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report page: what the report will hold, and the button that makes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from actready.gui.exporting import Exporter
from actready.gui.models.exports import report_exports
from actready.gui.models.report import ReportView, file_name, report_view
from actready.gui.pages.base import PageContext
from actready.gui.pages.headed import HeadedPage
from actready.gui.report_task import Phase, ReportTask, TaskState
from actready.gui.sign_dialog import SignDialog
from actready.gui.widgets.buttons import Button, primary, secondary
from actready.gui.widgets.lines import sign_line
from actready.gui.widgets.menu_button import CommandsButton
from actready.gui.widgets.panels import Banner, Card, Column, clear
from actready.gui.widgets.sign import Icon
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _
from actready.i18n import ngettext

if TYPE_CHECKING:
    from actready.gui.places import Location
    from actready.report.job import Signing
    from actready.session import AssessmentSession, Change


class ReportPage(HeadedPage):
    """Asks where to put the report, shows how far it is, and opens it when it is there."""

    def __init__(self, context: PageContext, task: ReportTask) -> None:
        super().__init__(context.theme, "measure")
        self._session = context.session
        self._task = task
        self._state_rows = Column()
        self._add_buttons()
        self.refresh(None)
        task.changed.connect(self._show_task)

    def title(self) -> str:
        """Return the name of the page for the window's title."""
        return _("Report")

    def primary_focus(self) -> QWidget | None:
        """Return the button that makes the report."""
        return self._make

    def refresh(self, change: Change | None) -> None:
        """Show the present state."""
        session = self._session
        view = report_view(session.assessment, session.evaluation, session.as_of)
        clear(self.body)
        self._add_heading(view)
        self._state_rows = Column()
        self.body.addWidget(self._state_rows)
        self.body.addWidget(self._subjects(view))
        self.body.addSpacing(self.theme.length(20))
        self._add_contents(view)
        self._show_task()

    def ask_key(self) -> None:
        """Ask with which key to sign, then where the report shall lie, and make it there."""
        SignDialog(self.theme, self, self.choose_target).open()

    def choose_target(self, signing: Signing | None = None) -> None:
        """Ask where the report shall lie, and make it there, signed where that was chosen."""
        session = self._session
        name = file_name(session.assessment.organisation.name, session.as_of)
        start = str(session.file.path.parent / name)
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Make the report"), start, _("PDF files (*.pdf)")
        )
        if chosen:
            target = Path(chosen)
            self._task.start(target if target.suffix else target.with_suffix(".pdf"), signing)

    def _add_buttons(self) -> None:
        self._cancel: Button = secondary(self.theme, _("Cancel"), self._task.cancel)
        self._make: Button = primary(
            self.theme, _("Make the report"), lambda: self.choose_target(), "document"
        )
        pdf = (_("PDF…"), self.choose_target)
        others = Exporter(self.theme, self, self._session).commands(report_exports())
        self._save_as = CommandsButton(self.theme, _("Save as…"), [pdf, *others])
        self.add_action(self._save_as, "left")
        self._sign: Button = secondary(self.theme, _("Sign…"), self.ask_key)
        self.add_action(self._cancel)
        self.add_action(self._sign)
        self.add_action(self._make)

    def _add_heading(self, view: ReportView) -> None:
        theme = self.theme
        self.body.addWidget(Label(f"{view.organisation} · {view.law}", "label"))
        self.body.addSpacing(theme.length(8))
        self.body.addWidget(self.make_heading(_("Report")))
        self.body.addSpacing(theme.length(6))
        text = _(
            "One PDF with everything that an auditor needs to check the result. The answers travel "
            "inside it as data, and the record of the file names its digest."
        )
        self.body.addWidget(Label(text, "muted"))
        self.body.addSpacing(theme.length(18))

    def _subjects(self, view: ReportView) -> Card:
        theme = self.theme
        card = Card(theme, 20)
        card.rows.setSpacing(theme.length(10))
        card.rows.addWidget(Label(_("On the cover"), "h3"))
        for one in view.subjects:
            text = _("{subject}: {role}").format(subject=one.name, role=one.headline)
            card.rows.addWidget(sign_line(theme, one.sign, text, side=20))
        if not view.subjects:
            text = _("No subjects yet. The report will hold the organisation alone.")
            card.rows.addWidget(Label(text, "muted"))
        if view.open_points:
            card.rows.addWidget(Label(view.open_points, "small"))
        return card

    def _add_contents(self, view: ReportView) -> None:
        theme = self.theme
        self.body.addWidget(Label(_("What it will hold"), "h3"))
        self.body.addSpacing(theme.length(8))
        for text in view.contents:
            line = QHBoxLayout()
            line.setSpacing(theme.length(10))
            line.addWidget(Icon(theme, "check", "ink_3", 18), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(text), 1)
            self.body.addLayout(line)
            self.body.addSpacing(theme.length(6))

    def _show_task(self) -> None:
        state = self._task.state
        working = state.phase is Phase.WORKING
        had_focus = any(one.hasFocus() for one in (self._make, self._cancel, self._save_as))
        shown, hidden = (self._cancel, self._make) if working else (self._make, self._cancel)
        again = state.phase is Phase.DONE
        self._make.setText(_("Make it again") if again else _("Make the report"))
        shown.show()
        self._save_as.setVisible(not working)
        if had_focus:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        hidden.hide()
        self._sign.setVisible(not working)
        clear(self._state_rows.rows)
        for widget in self._state_widgets(state):
            self._state_rows.rows.addWidget(widget)
            self._state_rows.rows.addSpacing(self.theme.length(16))

    def _state_widgets(self, state: TaskState) -> list[QWidget]:
        match state.phase:
            case Phase.WORKING:
                return [self._progress(state)]
            case Phase.DONE:
                return [self._done(state)]
            case Phase.FAILED:
                error = state.error
                title, text = (error.message, error.hint) if error else ("", "")
                return [Banner(self.theme, "bad", "in_force", title, text)]
        return []

    def _progress(self, state: TaskState) -> Card:
        card = Card(self.theme, 20)
        line = QHBoxLayout()
        line.setSpacing(self.theme.length(10))
        line.addWidget(Icon(self.theme, "clock", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(state.step or _("Starting"), "strong"), 1)
        card.rows.addLayout(line)
        text = _("You can go on working. The report shows the answers as they were when it began.")
        card.rows.addWidget(Label(text, "small"))
        return card

    def _done(self, state: TaskState) -> QWidget:
        theme = self.theme
        pages = ngettext("{count} page", "{count} pages", state.pages).format(count=state.pages)
        name = state.target.name if state.target else ""
        text = _("{name}, {pages}. SHA-256 {digest}").format(
            name=name, pages=pages, digest=state.sha256
        )
        if state.error is not None:
            text = f"{text}. {state.error}"
        holder = Column(gap=theme.length(10))
        holder.rows.addWidget(Banner(theme, "good", "met", _("The report is ready"), text))
        line = QHBoxLayout()
        line.setSpacing(theme.length(12))
        line.addWidget(secondary(theme, _("Open it"), self.open_report, "external"))
        line.addWidget(secondary(theme, _("Show in folder"), self.open_folder, "folder"))
        line.addStretch(1)
        holder.rows.addLayout(line)
        return holder

    def open_report(self) -> None:
        """Open the report in the program that the system has for PDFs."""
        if (target := self._task.state.target) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    def open_folder(self) -> None:
        """Open the folder in which the report lies."""
        if (target := self._task.state.target) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent)))


class ReportPages:
    """Makes the page, and keeps one task for the open assessment, whatever page is shown."""

    def __init__(self, parent: QObject) -> None:
        self._parent = parent
        self._session: AssessmentSession | None = None
        self._task: ReportTask | None = None

    def __call__(self, context: PageContext, _location: Location) -> ReportPage:
        """Return the page for an assessment, with what is being made for it."""
        if self._task is None or self._session is not context.session:
            self.stop()
            self._session = context.session
            self._task = ReportTask(context.session, self._parent)
        return ReportPage(context, self._task)

    def stop(self) -> None:
        """Stop what is being made, since its assessment closes."""
        if self._task is not None:
            self._task.stop()
            self._task.deleteLater()
        self._task = self._session = None
