# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The start page: begin, open, go on, and how it works."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from actready.gui.desk import Desk
from actready.gui.models.recent import FileSummary, when
from actready.gui.pages.base import Page
from actready.gui.theme import Theme
from actready.gui.widgets.buttons import primary, secondary
from actready.gui.widgets.lines import FoldingRow
from actready.gui.widgets.panels import Card
from actready.gui.widgets.row_button import RowButton
from actready.gui.widgets.sign import Icon, Sign
from actready.gui.widgets.text import Label, rule
from actready.i18n import gettext as _

_FOLDS_BELOW: Final = 1000
_GUIDE: Final = 304
_TOP: Final = Qt.AlignmentFlag.AlignTop


class StartPage(Page):
    """Shown while no assessment is open."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme, "measure_table")
        self._desk = desk
        self._begin = primary(theme, _("New assessment"), desk.new_assessment, "plus")
        columns = FoldingRow(theme.length(_FOLDS_BELOW), theme.length(64), theme.length(36))
        columns.cells.setContentsMargins(0, theme.length(24), 0, 0)
        self._rows: list[FileRow] = []
        columns.cells.addWidget(self._main_column(), 1, _TOP)
        guide = _guide(theme)
        guide.setMinimumWidth(theme.length(_GUIDE))
        columns.cells.addWidget(guide, 0, _TOP)
        side = theme.length(36)
        self.body.setContentsMargins(side, 0, side, 0)
        self.body.addWidget(columns)
        self.body.addSpacing(theme.length(36))
        self.body.addWidget(rule())
        self.body.addSpacing(theme.length(16))
        self.body.addWidget(_promise(theme))
        self._undescribed: Iterator[FileRow] = iter(self._rows)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._describe_next)
        self._timer.start()

    def title(self) -> str:
        """Return nothing: the window is called by the name of the program."""
        return ""

    def primary_focus(self) -> QWidget | None:
        """Return the button that begins."""
        return self._begin

    def _describe_next(self) -> None:
        """Say what one more file is about; each takes a turn, so that the page is there at once."""
        row = next(self._undescribed, None)
        if row is None:
            self._timer.stop()
        else:
            row.describe(self._desk.describe(row.path))

    def _main_column(self) -> QWidget:
        theme = self.theme
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(_brand(theme))
        rows.addSpacing(theme.length(20))
        rows.addWidget(Label(_("What does the Cyber Resilience Act ask of you?"), "display"))
        rows.addSpacing(theme.length(8))
        text = _(
            "Answer plain questions about each product or project. See which role you have, why, "
            "what is due when, and what is still unknown."
        )
        rows.addWidget(Label(text, "lead"))
        rows.addSpacing(theme.length(24))
        rows.addLayout(self._buttons_row())
        rows.addSpacing(theme.length(36))
        self._add_files(rows, _("Recent"), self._desk.recent(), sample=False)
        self._add_files(rows, _("Samples"), self._desk.samples(), sample=True)
        return column

    def _buttons_row(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.theme.length(12))
        line.addWidget(self._begin)
        line.addWidget(secondary(self.theme, _("Open…"), self._desk.choose_file))
        line.addStretch(1)
        return line

    def _add_files(
        self, rows: QVBoxLayout, title: str, paths: tuple[Path, ...], *, sample: bool
    ) -> None:
        if not paths:
            return
        theme = self.theme
        card = Card(theme, 0)
        card.rows.setSpacing(0)
        heading = Label(title, "h3")
        side = theme.length(20)
        heading.setContentsMargins(side, theme.length(14), side, theme.length(12))
        card.rows.addWidget(heading)
        for path in paths:
            card.rows.addWidget(rule())
            row = FileRow(theme, path, sample=sample)
            row.clicked.connect(lambda _checked=False, path=path: self._desk.open_path(path))
            self._rows.append(row)
            card.rows.addWidget(row)
        self._rows[-1].set_last()
        rows.addWidget(card)
        rows.addSpacing(theme.length(20))


class FileRow(RowButton):
    """A file that can be opened: its name at once, what it is about as soon as that is known."""

    def __init__(self, theme: Theme, path: Path, *, sample: bool) -> None:
        super().__init__(theme, path.stem)
        self.path = path
        self._sample = sample
        self.row.addWidget(Icon(theme, "document"))
        words = QVBoxLayout()
        words.setSpacing(theme.length(2))
        self._title = Label(path.stem, "strong")
        self._text = Label(str(path.parent) if not sample else _("Ships with ActReady"), "small")
        words.addWidget(self._title)
        words.addWidget(self._text)
        self.row.addLayout(words, 5)
        self._result = QHBoxLayout()
        self._result.setSpacing(theme.length(8))
        self.row.addLayout(self._result, 3)
        when_changed = Label(_("Sample") if sample else _changed(path), "small", wrap=False)
        self.row.addWidget(when_changed)

    def describe(self, summary: FileSummary | None) -> None:
        """Say what the file is about."""
        if summary is None:
            return
        title = summary.title
        if self._sample:
            title = _("Sample: {name}").format(name=summary.title)
        self._title.setText(title)
        self._text.setText(summary.text)
        self.setAccessibleName(f"{title}, {self.path.name}")
        self.setAccessibleDescription(f"{summary.text}. {summary.headline}")
        if summary.sign is not None:
            self._result.addWidget(Sign(self._theme, summary.sign, 18))
            self._result.addWidget(Label(summary.headline, "small"), 1)


def _changed(path: Path) -> str:
    """Return when a file was changed, or nothing where that cannot be known."""
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return ""
    return when(changed, datetime.now())


def _brand(theme: Theme) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.length(6))
    for drawing in ("signs/established", "signs/met", "signs/later"):
        line.addWidget(Icon(theme, drawing, "ink", 18))
    line.addSpacing(theme.length(6))
    line.addWidget(Label("ActReady", "h3"), 1)
    return holder


def _guide(theme: Theme) -> QWidget:
    guide = QWidget()
    rows = QVBoxLayout(guide)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    rows.addWidget(Label(_("How it works"), "h3"))
    rows.addSpacing(theme.length(14))
    rows.addLayout(_steps(theme))
    rows.addSpacing(theme.length(20))
    rows.addWidget(rule())
    rows.addSpacing(theme.length(20))
    rows.addWidget(Label(_("How to read the signs"), "h3"))
    rows.addSpacing(theme.length(12))
    rows.addLayout(_legend(theme))
    return guide


def _steps(theme: Theme) -> QGridLayout:
    steps = (
        (_("Answer"), _("Ten to twenty questions a product. “I don’t know” is a valid answer.")),
        (_("See where you stand"), _("Your role, with the answer and the provision of each step.")),
        (_("Prove it"), _("A dated list of duties, and a report that an auditor can check.")),
    )
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.length(16))
    grid.setVerticalSpacing(theme.length(2))
    for number, (title, text) in enumerate(steps, 1):
        row = 3 * number
        grid.addWidget(Label(str(number), "number", wrap=False), row, 0, 2, 1, _TOP)
        grid.addWidget(Label(title, "strong"), row, 1)
        grid.addWidget(Label(text, "small"), row + 1, 1)
        if number < len(steps):
            grid.setRowMinimumHeight(row + 2, theme.length(12))
    grid.setColumnStretch(1, 1)
    return grid


def _legend(theme: Theme) -> QVBoxLayout:
    families = (
        (("established", "undetermined"), _("Squares: what the law says you are")),
        (("met", "unknown"), _("Circles: how far a thing is done")),
        (("in_force", "later"), _("Diamonds: when it applies")),
    )
    rows = QVBoxLayout()
    rows.setSpacing(theme.length(12))
    for signs, text in families:
        line = QHBoxLayout()
        line.setSpacing(theme.length(8))
        for sign in signs:
            line.addWidget(Sign(theme, sign, 20))
        line.addSpacing(theme.length(4))
        line.addWidget(Label(text, "small"), 1)
        rows.addLayout(line)
    return rows


def _promise(theme: Theme) -> QWidget:
    text = _(
        "Everything stays in one file on this computer. ActReady never connects to a network. It "
        "helps you assess yourself; it is no legal advice and declares nothing on your behalf."
    )
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.length(12))
    line.addWidget(Icon(theme, "lock"), 0, _TOP)
    line.addWidget(Label(text, "small"), 1)
    return holder
