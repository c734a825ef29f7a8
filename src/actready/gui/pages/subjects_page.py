# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The subjects page: one organisation, its subjects, the role of each, and what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from actready.gui.focus import FocusKeeper
from actready.gui.models.findings import Sign as Signs
from actready.gui.models.findings import owner
from actready.gui.models.subjects import Notice, RoleCell, SubjectRow, SubjectsView, subjects_view
from actready.gui.pages.base import PageContext
from actready.gui.pages.headed import HeadedPage
from actready.gui.provisions import references
from actready.gui.subject_actions import SubjectActions
from actready.gui.widgets.buttons import Button, icon_button, secondary
from actready.gui.widgets.chip import chip_row
from actready.gui.widgets.lines import FoldingRow, sign_line
from actready.gui.widgets.panels import Banner, Card, clear
from actready.gui.widgets.row_button import RowButton
from actready.gui.widgets.sign import Icon, Sign
from actready.gui.widgets.text import Label, rule
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.gui.places import Location
    from actready.gui.theme import Theme
    from actready.session import Change

_FOLDS_BELOW: Final = 680
_SHARES: Final = (4, 7, 5)
_GAP: Final = 16
_MENU: Final = 42
_CHEVRON: Final = 20
_TOP: Final = Qt.AlignmentFlag.AlignTop
_STATUS_ROLE: Final = {
    Signs.ESTABLISHED: "accent",
    Signs.UNDETERMINED: "unk",
    Signs.UNASKED: "ink_3",
    Signs.EXCLUDED: "ink_3",
}


class SubjectsPage(HeadedPage):
    """All subjects with their results. A row leads to the questions, or to the result."""

    def __init__(self, context: PageContext, _location: Location) -> None:
        super().__init__(context.theme, "measure_table")
        self._session = context.session
        self._navigator = context.navigator
        self._subjects = SubjectActions(context.session, context.navigator, context.theme, self)
        self._add_button: Button | None = None
        self._keeper = FocusKeeper(self)
        self.refresh(None)

    def title(self) -> str:
        """Return the name of the page for the window's title."""
        return _("Subjects")

    def primary_focus(self) -> QWidget | None:
        """Return the first row, or the button that adds one."""
        return self.findChild(RowButton) or self._add_button

    def refresh(self, change: Change | None) -> None:
        """Show the present state."""
        view = subjects_view(self._session.assessment, self._session.evaluation)
        with self._keeper:
            clear(self.body)
            self.body.addWidget(self._head(view))
            self.body.addSpacing(self.theme.length(16))
            for notice in view.notices:
                self.body.addWidget(self._banner(notice))
                self.body.addSpacing(self.theme.length(8))
            if view.notices:
                self.body.addSpacing(self.theme.length(8))
            self.body.addWidget(self._list(view) if view.rows else self._nothing_yet())

    def _head(self, view: SubjectsView) -> QWidget:
        theme = self.theme
        line = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(16), theme.length(12))
        words = QWidget()
        rows = QVBoxLayout(words)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.length(4))
        name = QHBoxLayout()
        name.addWidget(self.make_heading(view.organisation), 0)
        rename = _("Rename the organisation")
        name.addWidget(icon_button(theme, rename, "pencil", self._subjects.rename_organisation))
        name.addStretch(1)
        rows.addLayout(name)
        rows.addWidget(Label(view.summary, "muted"))
        line.cells.addWidget(words, 1)
        line.cells.addLayout(self._head_buttons())
        return line

    def _head_buttons(self) -> QHBoxLayout:
        theme = self.theme
        self._add_button = secondary(theme, _("Add a subject"), self._subjects.add, "plus")
        self._add_button.setObjectName("add")
        about = secondary(
            theme, _("Your organisation"), lambda: self._navigator.show_question(None)
        )
        about.setObjectName("organisation")
        about.setAccessibleDescription(_("Questions about the organisation itself"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.length(12))
        buttons.addWidget(about, 0, Qt.AlignmentFlag.AlignBottom)
        buttons.addWidget(self._add_button, 0, Qt.AlignmentFlag.AlignBottom)
        return buttons

    def _banner(self, notice: Notice) -> Banner:
        button = secondary(self.theme, notice.button, lambda: self._follow(notice))
        button.setObjectName(f"notice {notice.sign}")
        kind = "unk" if notice.sign is Signs.UNDETERMINED else "bad"
        return Banner(self.theme, kind, notice.sign, notice.title, notice.text, button)

    def _follow(self, notice: Notice) -> None:
        if notice.question is None:
            self._navigator.show_result(notice.subject)
        else:
            self._ask(notice.subject, notice.question)

    def _ask(self, subject_id: str, question_id: str) -> None:
        """Show a question where it belongs: with the subject, or with the organisation."""
        place = owner(self._session.questionnaire, question_id, subject_id)
        self._navigator.show_question(place, question_id)

    def _nothing_yet(self) -> Card:
        card = Card(self.theme, 24)
        card.rows.addWidget(Label(_("No subjects yet"), "h3"))
        text = _(
            "Each product, component or open-source project that you make, sell or sustain is a "
            "subject. It gets its own questions and its own result."
        )
        card.rows.addWidget(Label(text, "muted"))
        return card

    def _list(self, view: SubjectsView) -> Card:
        card = Card(self.theme, 0)
        card.rows.setSpacing(0)
        card.rows.addWidget(self._column_heads(view))
        for place, row in enumerate(view.rows):
            card.rows.addWidget(rule())
            made = self._row(row)
            if place == len(view.rows) - 1:
                made.set_last()
            card.rows.addWidget(made)
        return card

    def _column_heads(self, view: SubjectsView) -> QWidget:
        theme = self.theme
        heads = QWidget()
        line = QHBoxLayout(heads)
        line.setContentsMargins(
            theme.length(20), theme.length(10), theme.length(20), theme.length(10)
        )
        line.setSpacing(theme.length(_GAP))
        cells = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(_GAP), 0)
        roles = _("Role under each act")
        if len(view.acts) == 1:
            roles = _("Role under the {act}").format(act=view.acts[0])
        for text, share in zip(
            (_("Subject"), roles, _("Duties and next date")), _SHARES, strict=True
        ):
            cells.cells.addWidget(Label(text, "label"), share)
        line.addWidget(cells, 1)
        line.addSpacing(theme.length(_MENU + _CHEVRON + 2 * _GAP))
        return heads

    def _row(self, row: SubjectRow) -> RowButton:
        theme = self.theme
        state = ", ".join(_heard(one, row) for one in row.roles)
        button = RowButton(theme, row.name, f"{state}. {row.duties}. {row.open_points}")
        button.setObjectName(f"row {row.subject}")
        button.row.setSpacing(theme.length(_GAP))
        button.clicked.connect(lambda _checked=False: self._enter(row))
        cells = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(_GAP), theme.length(10))
        made = (self._name_cell(row), self._role_cell(row), self._duties_cell(row))
        for cell, share in zip(made, _SHARES, strict=True):
            cells.cells.addWidget(cell, share, _TOP)
        button.row.addWidget(cells, 1)
        button.row.addWidget(self._menu_button(row))
        button.row.addWidget(Icon(theme, "chevron_right", side=_CHEVRON))
        return button

    def _enter(self, row: SubjectRow) -> None:
        """Go on with the questions as long as there are any without an answer."""
        if row.is_unfinished and row.next_question is not None:
            self._ask(row.subject, row.next_question)
        else:
            self._navigator.show_result(row.subject)

    def _name_cell(self, row: SubjectRow) -> QWidget:
        cell, rows = _cell(self.theme)
        rows.addWidget(Label(row.name, "h3"))
        if row.description:
            rows.addWidget(Label(row.description, "small"))
        return cell

    def _role_cell(self, row: SubjectRow) -> QWidget:
        cell, rows = _cell(self.theme)
        rows.setSpacing(self.theme.length(10))
        for role in row.roles:
            rows.addWidget(self._role(role, row))
        return cell

    def _role(self, role: RoleCell, row: SubjectRow) -> QWidget:
        theme = self.theme
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.length(10))
        across.addWidget(Sign(theme, role.sign, 18), 0, _TOP)
        rows = QVBoxLayout()
        rows.setSpacing(theme.length(4))
        rows.addWidget(Label(_named(role, row), "strong"))
        if role.ban:
            rows.addWidget(sign_line(theme, Signs.PROHIBITED, role.ban, "bad", 16))
        if len(row.roles) > 1:
            rows.setSpacing(theme.length(2))
            rows.addWidget(Label(_in_short(role), "small"))
        else:
            if role.status:
                rows.addWidget(self._status(role))
            rows.addWidget(Label(role.reason, "small"))
        across.addLayout(rows, 1)
        return line

    def _status(self, role: RoleCell) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(self.theme.length(10))
        across.addWidget(Label(role.status, _STATUS_ROLE[role.sign], wrap=False))
        across.addWidget(
            chip_row(self.theme, references(self._session.questionnaire, role.provisions)), 1
        )
        return line

    def _duties_cell(self, row: SubjectRow) -> QWidget:
        theme = self.theme
        cell, rows = _cell(theme)
        rows.addWidget(Label(row.duties, "strong"))
        if not row.dates:
            for text in filter(None, (role.follows for role in row.roles)):
                rows.addWidget(Label(text, "small"))
        for one in row.dates:
            rows.addWidget(sign_line(theme, one.sign, one.text, "small", 16))
        if row.open_points:
            sign = Signs.UNKNOWN if row.has_unknown else Signs.NOT_STARTED
            rows.addWidget(sign_line(theme, sign, row.open_points, "small", 16))
        return cell

    def _menu_button(self, row: SubjectRow) -> Button:
        name = _("More about {name}").format(name=row.name)
        button = icon_button(self.theme, name, "more", lambda: self._open_menu(button, row))
        button.setObjectName(f"more {row.subject}")
        button.setFixedWidth(self.theme.length(_MENU))
        return button

    def _open_menu(self, button: QWidget, row: SubjectRow) -> None:
        menu = self.menu_of(row)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def menu_of(self, row: SubjectRow) -> QMenu:
        """Return the menu of everything that can be done with a subject."""
        subject = row.subject
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Questions"), lambda: self._navigator.show_question(subject))
        menu.addAction(_("Check your answers"), lambda: self._navigator.show_check(subject))
        menu.addAction(_("Result"), lambda: self._navigator.show_result(subject))
        menu.addSeparator()
        menu.addAction(_("Rename or describe…"), lambda: self._subjects.describe(subject))
        menu.addAction(_("Duplicate…"), lambda: self._subjects.duplicate(subject))
        menu.addAction(_("Remove…"), lambda: self._subjects.remove(subject))
        return menu


def _named(role: RoleCell, row: SubjectRow) -> str:
    """Return the role, with the act before it where there are several."""
    if len(row.roles) == 1:
        return role.headline
    return _("{act}: {role}").format(act=role.name, role=role.headline)


def _in_short(role: RoleCell) -> str:
    """Return one line under a role: its tiers where it is established, else what decides."""
    if role.sign is not Signs.ESTABLISHED:
        return role.reason
    return "; ".join(filter(None, (role.status, role.tiers)))


def _heard(role: RoleCell, row: SubjectRow) -> str:
    return " ".join(filter(None, (_named(role, row), role.status, role.ban, role.tiers)))


def _cell(theme: Theme) -> tuple[QWidget, QVBoxLayout]:
    cell = QWidget()
    rows = QVBoxLayout(cell)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(theme.length(4))
    return cell, rows
