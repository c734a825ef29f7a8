# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""One card for each act: the verdict, what is banned, what else holds, and what is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from actready.gui.models.findings import Sign, word
from actready.gui.models.overview import ActOverview, OpenSourceVerdict, OverviewLine
from actready.gui.models.places import GroupKey
from actready.gui.models.result import Decider
from actready.gui.theme import Theme
from actready.gui.widgets.buttons import quiet
from actready.gui.widgets.lines import FoldingRow, sign_line
from actready.gui.widgets.panels import Card
from actready.gui.widgets.row_button import RowButton
from actready.gui.widgets.sign import Icon
from actready.gui.widgets.sign import Sign as SignWidget
from actready.gui.widgets.text import Label, rule
from actready.i18n import gettext as _

_STATUS_ROLE: Final = {Sign.ESTABLISHED: "accent", Sign.UNDETERMINED: "unk"}
_TITLE_WIDTH: Final = 180
_FOLDS_BELOW: Final = 480
_TOP: Final = Qt.AlignmentFlag.AlignTop
_LEFT: Final = Qt.AlignmentFlag.AlignLeft

Choose = Callable[[GroupKey], None]
Answer = Callable[[Decider], None]


class ActCard(Card):
    """What one act makes of a subject. A line leads to its reasons, an open point to a question."""

    def __init__(self, theme: Theme, act: ActOverview, choose: Choose, answer: Answer) -> None:
        super().__init__(theme, 0)
        self._theme = theme
        self._choose = choose
        self._answer = answer
        self.rows.setSpacing(0)
        self.rows.addWidget(self._verdict(act))
        for line in act.lines:
            self.rows.addWidget(rule())
            self.rows.addWidget(self._line(line))
        self._add_open_source(act)
        self._add_deciders(act)

    def _verdict(self, act: ActOverview) -> QWidget:
        theme = self._theme
        holder, rows = self._part(18)
        head = QHBoxLayout()
        head.addWidget(Label(act.title, "label"), 1)
        why = quiet(
            theme, _("See the reasons"), lambda: self._choose((act.act, "role")), dense=True
        )
        why.setAccessibleName(_("See the reasons: {act}").format(act=act.title))
        why.setObjectName(f"line {act.act} role")
        head.addWidget(why, 0, _TOP)
        rows.addLayout(head)
        line = QHBoxLayout()
        line.setSpacing(theme.length(12))
        line.addWidget(SignWidget(theme, act.sign, 24), 0, _TOP)
        words = QVBoxLayout()
        words.setSpacing(theme.length(4))
        words.addWidget(Label(act.headline, "h2"))
        if act.status:
            words.addWidget(Label(act.status, _STATUS_ROLE.get(act.sign, "ink_3")))
        words.addWidget(Label(act.sentence))
        if act.follows:
            words.addWidget(Label(act.follows, "small"))
        line.addLayout(words, 1)
        rows.addLayout(line)
        return holder

    def _line(self, line: OverviewLine) -> RowButton:
        theme = self._theme
        heard = ". ".join(filter(None, (word(line.sign), *line.values, line.open_point)))
        button = RowButton(theme, line.title, heard)
        button.setObjectName(f"line {line.key[0]} {line.key[1]}")
        button.clicked.connect(lambda _checked=False: self._choose(line.key))
        cells = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(12), theme.length(2))
        title = sign_line(theme, line.sign, line.title, "label", 18)
        title.setMinimumWidth(theme.length(_TITLE_WIDTH))
        cells.cells.addWidget(title, 0, _TOP)
        words = QWidget()
        rows = QVBoxLayout(words)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.length(2))
        for value in line.values:
            rows.addWidget(Label(value))
        if line.open_point:
            role = "unk" if line.sign is Sign.UNDETERMINED else "ink_3"
            rows.addWidget(Label(line.open_point, role))
        cells.cells.addWidget(words, 1)
        button.row.addWidget(cells, 1)
        button.row.addWidget(Icon(theme, "chevron_right", side=18))
        return button

    def _add_open_source(self, act: ActOverview) -> None:
        if not act.open_source:
            return
        self.rows.addWidget(rule())
        holder, rows = self._part(14)
        rows.addWidget(Label(_("Open source: each test by itself"), "label"))
        for one in act.open_source:
            rows.addWidget(self._open_source(one))
        why = quiet(
            self._theme, _("See each test"), lambda: self._choose((act.act, "open_source")),
            dense=True,
        )  # fmt: skip
        why.setObjectName(f"line {act.act} open_source")
        rows.addWidget(why, 0, _LEFT)
        self.rows.addWidget(holder)

    def _open_source(self, one: OpenSourceVerdict) -> QWidget:
        theme = self._theme
        cells = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(12), theme.length(0))
        cells.cells.addWidget(sign_line(theme, one.sign, one.title, "small_strong", 18), 1, _TOP)
        text = " ".join((f"{one.status}.", *one.failing))
        cells.cells.addWidget(Label(text, "small"), 1, _TOP)
        return cells

    def _add_deciders(self, act: ActOverview) -> None:
        if not act.deciders:
            return
        self.rows.addWidget(rule())
        holder, rows = self._part(14)
        rows.addWidget(Label(_("What is open, and what decides it"), "label"))
        for one in act.deciders:
            rows.addWidget(self._decider(one))
        if act.more_deciders:
            rows.addWidget(Label(act.more_deciders, "small"))
        self.rows.addWidget(holder)

    def _decider(self, one: Decider) -> QWidget:
        theme = self._theme
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.length(10))
        line.addWidget(SignWidget(theme, one.sign, 18), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(Label(one.text, "small_ink"), 1)
        button = quiet(theme, _("Answer"), lambda: self._answer(one), dense=True)
        button.setAccessibleName(_("Answer: {question}").format(question=one.text))
        button.setObjectName(f"answer {one.question}")
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _part(self, edge: int) -> tuple[QWidget, QVBoxLayout]:
        theme = self._theme
        holder = QWidget()
        rows = QVBoxLayout(holder)
        side, high = theme.length(20), theme.length(edge)
        rows.setContentsMargins(side, high, side, high)
        rows.setSpacing(theme.length(8))
        return holder, rows
