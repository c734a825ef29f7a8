# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The duties page: how far every duty of a subject is met, and the question that tells it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from actready.domain.scoring import Evaluation
from actready.domain.terms import Act
from actready.gui.exporting import Exporter
from actready.gui.focus import FocusKeeper
from actready.gui.models.duties_by_act import ActChoice, act_choices, of_act
from actready.gui.models.exports import plan_exports
from actready.gui.models.findings import Sign, act_name, covered_acts
from actready.gui.models.readiness import (
    Answering,
    DutiesView,
    DutyRow,
    DutySection,
    duties_view,
)
from actready.gui.pages.base import PageContext
from actready.gui.pages.fines_card import fines_card
from actready.gui.pages.headed import HeadedPage
from actready.gui.pages.plan_keeper import PlanKeeper
from actready.gui.pages.theme_counts import ThemeCounts
from actready.gui.provisions import references
from actready.gui.widgets.buttons import primary, quiet, secondary
from actready.gui.widgets.chip_column import ChipColumn
from actready.gui.widgets.choice_bar import ChoiceBar
from actready.gui.widgets.flow import FlowBox
from actready.gui.widgets.lines import FoldingRow, sign_line
from actready.gui.widgets.menu_button import CommandsButton
from actready.gui.widgets.panels import Card, Disclosure, clear
from actready.gui.widgets.pattern_bar import PatternBar
from actready.gui.widgets.text import Label, rule
from actready.i18n import gettext as _
from actready.report.fines import FineBox

if TYPE_CHECKING:
    from actready.gui.places import Location
    from actready.session import Change

_STATUS_ROLE: Final = {
    Sign.MET: "good",
    Sign.PARTLY: "part",
    Sign.OPEN: "bad",
    Sign.UNKNOWN: "unk",
}
_FOLDS_BELOW: Final = 620
_STATUS_WIDTH: Final = 150
_CHIPS: Final = 2
_TOP: Final = Qt.AlignmentFlag.AlignTop


class DutiesPage(HeadedPage):
    """Lists the duties that apply by urgency; what may apply is folded, what is free comes last."""

    def __init__(self, context: PageContext, location: Location) -> None:
        super().__init__(context.theme, "measure_table")
        self._session = context.session
        self._navigator = context.navigator
        self._subject = location.subject_id or ""
        self._keeper = FocusKeeper(self)
        self._first_open: Answering | None = None
        self._act: Act | None = None
        self._plans = PlanKeeper(
            context.theme, self._session, self._subject, self._ask, self.reveal
        )
        self._shows_themes = False
        self._next = secondary(context.theme, _("Answer the next open one"), self._answer_next)
        self.add_action(self._next, "left")
        self._forward = primary(context.theme, _("Next: report"), self._navigator.show_report)
        self.add_action(self._forward)
        self.refresh(None)

    def title(self) -> str:
        """Return the name of the page for the window's title."""
        return _("Duties")

    def primary_focus(self) -> QWidget | None:
        """Return the button that leads on."""
        return self._forward

    def refresh(self, change: Change | None) -> None:
        """Show the present state; another plan changes its own row alone."""
        if self._plans.shows(change):
            return
        evaluation = self._session.evaluation(self._subject)
        every = duties_view(self._session.assessment, evaluation, self._subject)
        choices = act_choices(evaluation, every)
        view = of_act(evaluation, every, self._act if choices else None)
        self._first_open = view.first_open
        with self._keeper:
            self._plans.forget()
            clear(self.body)
            self._add_heading(view)
            self._add_acts(choices)
            if view.sections:
                self._add(self._sections(view.sections))
            if view.undecided:
                self._add(self._undecided(view))
            self._add_titled(_("You may also use"), view.options)
            self._add_titled(_("Other plans"), view.other)
            self._add_fines(view.fines, evaluation)
            self._next.setVisible(view.first_open is not None)

    def leave(self) -> None:
        """Keep what is being typed."""
        self._plans.commit()

    def _add(self, widget: QWidget) -> None:
        self.body.addWidget(widget)
        self.body.addSpacing(self.theme.length(20))

    def _add_heading(self, view: DutiesView) -> None:
        theme = self.theme
        self.body.addWidget(Label(view.label, "label"))
        self.body.addSpacing(theme.length(4))
        self.body.addWidget(self.make_heading(_("Duties")))
        self.body.addSpacing(theme.length(12))
        if view.nothing:
            self.body.addWidget(Label(view.nothing, "muted"))
        else:
            self._add_counts(view)
            self.body.addSpacing(theme.length(10))
            line = QHBoxLayout()
            line.addWidget(self._export_button())
            line.addStretch(1)
            self.body.addLayout(line)
        self.body.addSpacing(theme.length(16))

    def _add_acts(self, choices: tuple[ActChoice, ...]) -> None:
        if choices:
            bar = ChoiceBar(self.theme, _("Whose duties are shown"))
            for one in choices:
                bar.offer(one.title, one.name, self._showing(one.act), chosen=one.act is self._act)
            self.body.addWidget(bar)
            self.body.addSpacing(self.theme.length(12))

    def _showing(self, act: Act | None) -> Callable[[], None]:
        def show() -> None:
            self._act = act
            self.refresh(None)

        return show

    def _add_titled(self, title: str, rows: tuple[DutyRow, ...]) -> None:
        if rows:
            self.body.addWidget(Label(title, "h3"))
            self.body.addSpacing(self.theme.length(8))
            self._add(self._card(rows))

    def _add_fines(self, boxes: tuple[FineBox, ...], evaluation: Evaluation) -> None:
        for box in boxes:
            title = _("How high fines can be")
            if len(covered_acts(evaluation)) > 1:
                act = act_name(evaluation, box.act)
                title = _("How high fines can be: {act}").format(act=act)
            self.body.addWidget(Label(title, "h3"))
            self.body.addSpacing(self.theme.length(8))
            self._add(fines_card(self.theme, self._session.questionnaire, box, self._ask_own))

    def _export_button(self) -> QWidget:
        exporter = Exporter(self.theme, self, self._session)
        return CommandsButton(
            self.theme,
            _("Export plan…"),
            [(words, self._kept(act)) for words, act in exporter.commands(plan_exports())],
        )

    def _kept(self, act: Callable[[], object]) -> Callable[[], None]:
        """Return a command that keeps what is being typed before it acts."""

        def keep_and_act() -> None:
            self.leave()
            act()

        return keep_and_act

    def _add_counts(self, view: DutiesView) -> None:
        theme = self.theme
        words = FlowBox(theme.length(20))
        for one in view.counts:
            words.add(sign_line(theme, one.sign, one.text, "small_strong", wrap=False))
        words.add(Label(view.total, "small", wrap=False))
        self.body.addWidget(words)
        self.body.addSpacing(theme.length(8))
        self.body.addWidget(PatternBar(theme, {one.sign: one.number for one in view.counts}))
        self.body.addSpacing(theme.length(6))
        themes = ThemeCounts(theme, view.themes, opened=self._shows_themes)
        themes.toggled.connect(self._remember_themes)
        self.body.addWidget(themes)

    def _sections(self, sections: tuple[DutySection, ...]) -> Card:
        card = self._card(())
        for section in sections:
            card.rows.addWidget(self._section_heading(section, first=section is sections[0]))
            self._fill(card, section.rows)
        return card

    def _section_heading(self, section: DutySection, *, first: bool) -> QWidget:
        theme = self.theme
        holder = QWidget()
        holder.setObjectName("group_row" if first else "group_row_below")
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(holder)
        side = theme.length(20)
        line.setContentsMargins(side, theme.length(12), side, theme.length(10))
        cells = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(12), theme.length(2))
        cells.cells.addWidget(sign_line(theme, section.sign, section.title, "strong", 20), 0, _TOP)
        cells.cells.addWidget(Label(section.summary, "small"), 1)
        line.addWidget(cells, 1)
        return holder

    def _undecided(self, view: DutiesView) -> Disclosure:
        """Fold what may apply; its rows are made when somebody looks at them."""
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        folded = Disclosure(self.theme, view.undecided_title, inside, opened=False)

        def fill(opened: bool) -> None:
            if opened and not rows.count():
                for row in view.undecided:
                    rows.addWidget(rule())
                    rows.addWidget(self._row(row))

        folded.toggled.connect(fill)
        return folded

    def _card(self, rows: tuple[DutyRow, ...]) -> Card:
        card = Card(self.theme, 0)
        card.rows.setSpacing(0)
        self._fill(card, rows)
        return card

    def _fill(self, card: Card, rows: tuple[DutyRow, ...]) -> None:
        for row in rows:
            if card.rows.count():
                card.rows.addWidget(rule())
            card.rows.addWidget(self._row(row))

    def _row(self, row: DutyRow) -> QWidget:
        theme = self.theme
        holder = QWidget()
        line = QHBoxLayout(holder)
        edge = theme.length(10)
        line.setContentsMargins(theme.length(20), edge, theme.length(12), edge)
        line.setSpacing(theme.length(12))
        cells = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(12), theme.length(4))
        cells.cells.addWidget(self._status(row), 0, _TOP)
        words, buttons = self._words(row), QHBoxLayout()
        cells.cells.addLayout(words, 1)
        cells.cells.addWidget(self._provisions(row), 0, _TOP | Qt.AlignmentFlag.AlignLeft)
        self._add_answering(row, buttons)
        cells.cells.addLayout(buttons)
        line.addWidget(cells, 1)
        whole = self._plans.add_to(row, holder, words, buttons)
        words.addStretch(1)
        return whole

    def _status(self, row: DutyRow) -> QWidget:
        theme = self.theme
        if row.sign is None:
            status: QWidget = Label(row.status, "label")
        else:
            role = _STATUS_ROLE.get(row.sign, "label")
            status = sign_line(theme, row.sign, row.status, role, 20)
        status.setMinimumWidth(theme.length(_STATUS_WIDTH))
        return status

    def _words(self, row: DutyRow) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.theme.length(2))
        rows.addWidget(Label(row.title))
        for text in filter(None, (row.more, row.fine)):
            rows.addWidget(Label(text, "small"))
        for note in row.notes:
            rows.addWidget(Label(note, "caption"))
        return rows

    def _provisions(self, row: DutyRow) -> QWidget:
        shown = references(self._session.questionnaire, row.provisions)
        return ChipColumn(self.theme, shown, most=_CHIPS, of=row.title)

    def _add_answering(self, row: DutyRow, line: QHBoxLayout) -> None:
        """Add the button that leads to the question, where there is one."""
        answering = row.answering
        if answering is None:
            return
        verb = _("Change") if answering.is_known else _("Answer")
        button = quiet(self.theme, verb, lambda: self._ask(answering), dense=True)
        button.setAccessibleName(f"{verb}: {row.title}")
        button.setAccessibleDescription(row.status)
        button.setObjectName(f"answer {row.id}")
        line.addWidget(button, 0, _TOP)

    def _remember_themes(self, opened: bool) -> None:
        self._shows_themes = opened

    def _ask(self, answering: Answering) -> None:
        self._navigator.show_question(answering.owner, answering.question)

    def _ask_own(self, question: str) -> None:
        self._navigator.show_question(None, question)

    def _answer_next(self) -> None:
        if self._first_open is not None:
            self._ask(self._first_open)
