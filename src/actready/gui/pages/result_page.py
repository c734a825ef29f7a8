# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The result page: what holds for a subject, why, what would change it, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from actready.gui.focus import FocusKeeper
from actready.gui.models.duties import DutyGroup
from actready.gui.models.findings import Sign, covered_acts
from actready.gui.models.overview import Overview, overview
from actready.gui.models.places import GroupKey
from actready.gui.models.reasons import Chain, ReasonRow
from actready.gui.models.result import Decider, ResultView, RuledOut, result_view
from actready.gui.pages.base import PageContext
from actready.gui.pages.headed import HeadedPage
from actready.gui.pages.overview_cards import ActCard
from actready.gui.pages.result_panels import ConsequencesPanel, FindingsPanel
from actready.gui.provisions import references
from actready.gui.widgets.buttons import Button, primary, quiet, secondary
from actready.gui.widgets.chip import Reference
from actready.gui.widgets.chip_column import ChipColumn
from actready.gui.widgets.lines import sign_line
from actready.gui.widgets.panels import Banner, Card, clear
from actready.gui.widgets.rail import RailEnd, RailStep
from actready.gui.widgets.sign import Sign as SignWidget
from actready.gui.widgets.text import Label, rule
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.gui.places import Location
    from actready.session import Change

_STATUS_ROLE: Final = {
    Sign.ESTABLISHED: "accent_lead",
    Sign.PROHIBITED: "bad_lead",
    Sign.UNDETERMINED: "unk_lead",
    Sign.UNASKED: "muted",
    Sign.EXCLUDED: "muted",
}
_TOP: Final = Qt.AlignmentFlag.AlignTop


class ResultPage(HeadedPage):
    """Shows all acts at a glance, or one group of findings; the list at the left chooses."""

    def __init__(self, context: PageContext, location: Location) -> None:
        super().__init__(context.theme, "measure")
        self._session = context.session
        self._navigator = context.navigator
        self._subject = location.subject_id or ""
        self._chosen: GroupKey | None = None
        self._keeper = FocusKeeper(self)
        self._findings = FindingsPanel(context.theme, self._choose)
        self._consequences = ConsequencesPanel(context.theme, context.session.questionnaire)
        self.set_outline(self._findings)
        self.set_reasons(self._consequences, _("What would change this, and what follows"))
        self._add_buttons()
        self.refresh(None)

    def title(self) -> str:
        """Return the name of the page for the window's title."""
        return _("Result")

    def primary_focus(self) -> QWidget | None:
        """Return the button that leads on."""
        return self._forward

    def refresh(self, change: Change | None) -> None:
        """Show the present state."""
        evaluation = self._session.evaluation(self._subject)
        assessment = self._session.assessment
        with self._keeper:
            clear(self.body)
            if self._chosen is None and len(covered_acts(evaluation)) > 1:
                self._show_overview(overview(assessment, evaluation, self._subject))
            else:
                self._show_group(result_view(assessment, evaluation, self._subject, self._chosen))

    def _show_overview(self, view: Overview) -> None:
        theme = self.theme
        self.body.addWidget(Label(view.subject, "label"))
        self.body.addSpacing(theme.length(4))
        self.body.addWidget(self.make_heading(_("Result")))
        self.body.addSpacing(theme.length(4))
        self.body.addWidget(Label(view.lead, "muted"))
        self.body.addSpacing(theme.length(16))
        for ban in view.bans:
            self._add(Banner(theme, "bad", Sign.PROHIBITED, ban.title, ban.text))
        for act in view.acts:
            self._add(ActCard(theme, act, self._look_into, self._ask))
        self._findings.show_places(view.findings, None)
        self._consequences.show_duties(view.duties)

    def _show_group(self, view: ResultView) -> None:
        if view.findings.overview:
            back = quiet(self.theme, _("Both acts at a glance"), self._look_at_all, dense=True)
            back.setObjectName("overview")
            self.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_heading(view)
        self._show_parts(view)
        self._findings.show_places(view.findings, view.chosen)
        self._consequences.show_view(view)

    def _show_parts(self, view: ResultView) -> None:
        for chain in view.chains:
            self._add(self._chain(chain))
        if view.deciders:
            self._add(self._deciders(view))
        if view.known_so_far:
            self._add_titled(_("What is known so far"), self._steps(view.known_so_far))
        if view.ruled_out:
            self._add_titled(_("What is ruled out"), self._ruled_out(view.ruled_out))
        if view.duties:
            self._add_titled(_("The duties that follow"), self._duties(view.duties))

    def _choose(self, key: GroupKey | None) -> None:
        self._chosen = key
        self.refresh(None)
        self.scroll_to_top()

    def _look_into(self, key: GroupKey) -> None:
        """Show a group from the overview; the focus goes to the way back."""
        self._choose(key)
        self._focus_on("overview")

    def _look_at_all(self) -> None:
        """Show the overview; the focus goes to the line that one came from."""
        act, group = self._chosen or ("", "")
        self._choose(None)
        self._focus_on(f"line {act} {group}")

    def _focus_on(self, name: str) -> None:
        found = self.findChild(QWidget, name) or self._forward
        found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_buttons(self) -> None:
        theme = self.theme
        review = secondary(
            theme,
            _("Check your answers"),
            lambda: self._navigator.show_check(self._subject),
            "pencil",
        )
        self.add_action(review, "left")
        self._forward: Button = primary(theme, _("Next: duties"), self._see_duties)
        self.add_action(self._forward)

    def _add(self, widget: QWidget) -> None:
        self.body.addWidget(widget)
        self.body.addSpacing(self.theme.length(20))

    def _add_titled(self, title: str, widget: QWidget) -> None:
        self.body.addSpacing(self.theme.length(4))
        self.body.addWidget(Label(title, "h3"))
        self.body.addSpacing(self.theme.length(8))
        self._add(widget)

    def _add_heading(self, view: ResultView) -> None:
        theme = self.theme
        self.body.addWidget(Label(view.label, "label"))
        self.body.addSpacing(theme.length(8))
        line = QHBoxLayout()
        line.setSpacing(theme.length(14))
        mark = QVBoxLayout()
        mark.setContentsMargins(0, theme.length(4), 0, 0)
        mark.addWidget(SignWidget(theme, view.sign, 30))
        mark.addStretch(1)
        line.addLayout(mark)
        words = QVBoxLayout()
        words.setSpacing(theme.length(4))
        words.addWidget(self.make_heading(view.title))
        if view.status:
            words.addWidget(Label(view.status, _STATUS_ROLE[view.sign]))
        line.addLayout(words, 1)
        self.body.addLayout(line)
        self.body.addSpacing(theme.length(8))
        self.body.addWidget(Label(view.lead, "muted"))
        if view.possible:
            self.body.addSpacing(theme.length(4))
            self.body.addWidget(Label(view.possible, "strong"))
        self.body.addSpacing(theme.length(16))

    def _chain(self, chain: Chain) -> Card:
        theme = self.theme
        card = self._steps(chain.steps)
        if chain.continues:
            text = _("The steps above, and:") if chain.steps else _("By the steps above:")
            card.rows.insertWidget(0, self._inset(text))
        end = RailEnd(
            theme,
            Sign.ESTABLISHED,
            chain.conclusion,
            tuple(filter(None, (chain.follows, _open_point(chain.open_point)))),
            self._references(chain.provisions),
        )
        card.rows.addWidget(end)
        return card

    def _inset(self, text: str) -> Label:
        label = Label(text, "label")
        side = self.theme.length(20)
        label.setContentsMargins(side, self.theme.length(14), side, 0)
        return label

    def _steps(self, steps: tuple[ReasonRow, ...]) -> Card:
        card = Card(self.theme, 0)
        card.rows.setSpacing(0)
        for number, row in enumerate(steps, 1):
            step = RailStep(self.theme, number, first=number == 1, last=number == len(steps))
            if row.answers:
                step.say_answer(_("You answered:"), "; ".join(row.answers))
            step.say(row.text)
            step.say(_open_point(row.open_point), "small")
            step.cite(self._references(row.provisions))
            card.rows.addWidget(step)
        return card

    def _deciders(self, view: ResultView) -> Card:
        theme = self.theme
        card = Card(theme, 0)
        card.rows.setSpacing(0)
        heading = Label(_("These answers decide it"), "h3")
        side = theme.length(20)
        heading.setContentsMargins(side, theme.length(14), side, theme.length(12))
        card.rows.addWidget(heading)
        for one in view.deciders:
            card.rows.addWidget(rule())
            card.rows.addWidget(self._decider(one))
        return card

    def _decider(self, decider: Decider) -> QWidget:
        theme = self.theme
        holder = QWidget()
        line = QHBoxLayout(holder)
        side, edge = theme.length(20), theme.length(12)
        line.setContentsMargins(side, edge, theme.length(12), edge)
        words = QVBoxLayout()
        words.setSpacing(theme.length(4))
        words.addWidget(Label(decider.text))
        role = "unk" if decider.sign is Sign.UNKNOWN else "small"
        words.addWidget(sign_line(theme, decider.sign, decider.state, role))
        line.addLayout(words, 1)
        button = quiet(theme, _("Answer"), lambda: self._ask(decider), dense=True)
        button.setAccessibleName(_("Answer: {question}").format(question=decider.text))
        button.setObjectName(f"answer {decider.question}")
        line.addWidget(button, 0, _TOP)
        return holder

    def _ask(self, decider: Decider) -> None:
        self._navigator.show_question(decider.owner, decider.question)

    def _ruled_out(self, found: tuple[RuledOut, ...]) -> Card:
        card = Card(self.theme, 0)
        card.rows.setSpacing(0)
        for one in found:
            if one is not found[0]:
                card.rows.addWidget(rule())
            card.rows.addWidget(self._excluded(one))
        return card

    def _duties(self, groups: tuple[DutyGroup, ...]) -> Card:
        """Return how many duties follow; each of them stands on a page of its own."""
        theme = self.theme
        card = Card(theme)
        for group in groups:
            card.rows.addWidget(sign_line(theme, group.sign, group.summary, "strong", 20))
        more = quiet(theme, _("See the duties"), self._see_duties, dense=True)
        card.rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _see_duties(self) -> None:
        self._navigator.show_duties(self._subject)

    def _excluded(self, found: RuledOut) -> QWidget:
        theme = self.theme
        holder = QWidget()
        line = QHBoxLayout(holder)
        side, edge = theme.length(20), theme.length(10)
        line.setContentsMargins(side, edge, side, edge)
        line.setSpacing(theme.length(12))
        line.addWidget(SignWidget(theme, Sign.EXCLUDED, 18), 0, _TOP)
        words = QVBoxLayout()
        words.setSpacing(theme.length(2))
        words.addWidget(Label(found.title, "strong"))
        words.addWidget(Label(found.reason, "small"))
        words.addStretch(1)
        line.addLayout(words, 1)
        line.addWidget(ChipColumn(theme, self._references(found.provisions)), 0, _TOP)
        return holder

    def _references(self, provisions: tuple[str, ...]) -> tuple[Reference, ...]:
        return references(self._session.questionnaire, provisions)


def _open_point(note: str) -> str:
    return _("Not settled: {note}").format(note=note) if note else ""
