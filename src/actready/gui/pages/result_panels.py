# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two panels beside a result: the list of findings, and what would change or follows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from actready.gui.models.alternatives import Alternative, Outcome
from actready.gui.models.duties import DutyGroup
from actready.gui.models.findings import word
from actready.gui.models.places import FindingsList, GroupKey, GroupLine
from actready.gui.models.result import ResultView
from actready.gui.provisions import references
from actready.gui.widgets.buttons import quiet
from actready.gui.widgets.chip import chip_row
from actready.gui.widgets.lines import sign_line
from actready.gui.widgets.outline_list import OutlineRow
from actready.gui.widgets.panels import Column, clear
from actready.gui.widgets.sign import Icon
from actready.gui.widgets.text import Label, rule
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.domain.questionnaire import Questionnaire
    from actready.gui.theme import Theme

_QUESTIONS_AT_FIRST: Final = 3
_OUTCOMES_AT_FIRST: Final = 2
_CHIPS: Final = 2


class FindingsPanel(QWidget):
    """Every group of findings with its sign, after the overview; pressing one shows it."""

    def __init__(self, theme: Theme, choose: Callable[[GroupKey | None], None]) -> None:
        super().__init__()
        self._theme = theme
        self._choose = choose
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, theme.length(12))
        self._rows.setSpacing(0)

    def show_places(self, found: FindingsList, chosen: GroupKey | None) -> None:
        """Show the list with the chosen entry marked, the overview for None."""
        clear(self._rows)
        theme = self._theme
        self._add(Label(_("Findings"), "small_strong"), 18)
        self._add(Label(found.summary, "caption"), 4)
        self._rows.addSpacing(theme.length(16))
        self._rows.addWidget(rule())
        if found.overview:
            self._rows.addSpacing(theme.length(8))
            self._rows.addWidget(self._overview_row(chosen=chosen is None))
        for group in found.places:
            self._add(Label(group.title, "label"), 16)
            self._rows.addSpacing(theme.length(6))
            for place in group.places:
                self._rows.addWidget(self._row(place, chosen=place.key == chosen))

    def _overview_row(self, *, chosen: bool) -> OutlineRow:
        row = OutlineRow(self._theme, "", _("Both acts at a glance"), current=chosen)
        row.setObjectName("place overview")
        row.clicked.connect(lambda _checked=False: self._choose(None))
        return row

    def _row(self, place: GroupLine, *, chosen: bool) -> OutlineRow:
        row = OutlineRow(
            self._theme, place.sign, place.title, state=word(place.sign), current=chosen
        )
        row.setAccessibleDescription(place.headline)
        row.setObjectName(f"place {place.key[0]} {place.key[1]}")
        row.clicked.connect(lambda _checked=False: self._choose(place.key))
        return row

    def _add(self, label: Label, above: int) -> None:
        side = self._theme.length(16)
        label.setContentsMargins(side, self._theme.length(above), side, 0)
        self._rows.addWidget(label)


class ConsequencesPanel(QWidget):
    """What would change the result, and the duties that follow, in numbers."""

    def __init__(self, theme: Theme, questionnaire: Questionnaire) -> None:
        super().__init__()
        self._theme = theme
        self._questionnaire = questionnaire
        self._rows = QVBoxLayout(self)
        side = theme.length(20)
        self._rows.setContentsMargins(side, side, side, side)
        self._rows.setSpacing(theme.length(12))

    def show_view(self, view: ResultView) -> None:
        """Show what belongs to the chosen group."""
        clear(self._rows)
        if view.duties:
            self._add_duties(view.duties)
            self._rows.addWidget(rule())
        self._rows.addWidget(Label(_("What would change this"), "label"))
        if view.alternatives:
            self._add_alternatives(view.alternatives)
        else:
            self._rows.addWidget(Label(_nothing(view), "small"))

    def show_duties(self, duties: tuple[DutyGroup, ...]) -> None:
        """Show what follows from all acts together."""
        clear(self._rows)
        self._add_duties(duties)
        text = _("What would change a role stands with the reasons for it.")
        self._rows.addWidget(Label(text, "small"))

    def _add_duties(self, duties: tuple[DutyGroup, ...]) -> None:
        self._rows.addWidget(Label(_("What follows"), "label"))
        for group in duties:
            self._rows.addWidget(sign_line(self._theme, group.sign, group.summary))
        if not duties:
            self._rows.addWidget(Label(_("No duties"), "small"))

    def _add_alternatives(self, found: tuple[Alternative, ...]) -> None:
        """Add the questions; what goes beyond a glance is folded away."""
        folded: list[QWidget] = []
        for place, one in enumerate(found):
            widget, rest = self._alternative(one)
            self._rows.addWidget(widget)
            if place >= _QUESTIONS_AT_FIRST:
                widget.hide()
                folded.append(widget)
            folded += rest
        if folded:
            self._add_unfolding(folded)

    def _add_unfolding(self, folded: list[QWidget]) -> None:
        for widget in folded:
            widget.hide()
        more = quiet(self._theme, _("Show all"), lambda: None, dense=True)
        more.setAccessibleName(_("Show everything that would change this"))

        def unfold() -> None:
            more.hide()
            for widget in folded:
                widget.show()

        more.clicked.connect(unfold)
        self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _alternative(self, alternative: Alternative) -> tuple[QWidget, list[QWidget]]:
        """Return the lines for a question, and those of them that are folded away at first."""
        theme = self._theme
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, theme.length(4))
        line.setSpacing(theme.length(10))
        line.addWidget(Icon(theme, "fork", "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.length(4))
        words.addWidget(Label(alternative.question, "caption"))
        outcomes = [_outcome(theme, one) for one in alternative.outcomes]
        for outcome in outcomes:
            words.addWidget(outcome)
        shown = references(self._questionnaire, alternative.provisions[:_CHIPS])
        words.addWidget(chip_row(theme, shown))
        line.addLayout(words, 1)
        return holder, outcomes[_OUTCOMES_AT_FIRST:]


def _outcome(theme: Theme, outcome: Outcome) -> QWidget:
    words = Column(gap=theme.length(2))
    words.rows.addWidget(Label(outcome.answer, "small_strong"))
    words.rows.addWidget(Label(outcome.role, "small"))
    return words


def _nothing(view: ResultView) -> str:
    if view.deciders:
        return _("What the open answers will be. The list beside this shows them.")
    return _("No other answer to one question or two, as far as they were tried.")
