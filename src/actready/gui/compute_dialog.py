# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The calculator of training compute, from parameters and tokens or from hardware and hours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from actready.domain.answers import AnswerFault
from actready.domain.compute import Estimate, from_hardware, from_tokens, in_words
from actready.errors import AppError
from actready.gui.asking import Dialog
from actready.gui.editors import reading
from actready.gui.theme import Theme
from actready.gui.widgets.buttons import primary, secondary
from actready.gui.widgets.fault import FaultLine
from actready.gui.widgets.option_row import RadioRow
from actready.gui.widgets.text import Label
from actready.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to estimate: its title, its fields with an example in each, and what it works out."""

    title: str
    hint: str
    fields: Sequence[tuple[str, str]]
    estimate: Callable[[Sequence[str]], Estimate]


class ComputeDialog(Dialog):
    """Asks for the numbers, shows the range, and hands over the estimate."""

    def __init__(self, theme: Theme, parent: QWidget, then: Callable[[Estimate], None]) -> None:
        text = _("An estimate will do. Numbers like 7e9 mean 7 with nine zeros.")
        super().__init__(theme, parent, _("Estimate the training compute"), text)
        self._then = then
        self._ways = _ways()
        self._rows = [RadioRow(theme, one.title, one.hint) for one in self._ways]
        self._stack = QStackedWidget()
        self._inputs = [self._add_way(one) for one in self._ways]
        self._add_rows()
        self.content.addWidget(self._stack)
        self._result = Label(role="small_ink")
        self.content.addWidget(self._result)
        self.fault = FaultLine(theme)
        self.content.addWidget(self.fault)
        self.add_button(secondary(theme, _("Cancel"), self.reject))
        self.verb = primary(theme, _("Use this estimate"), self.finish)
        self.verb.setDefault(True)
        self.add_button(self.verb)
        self.choose(0)

    def choose(self, place: int) -> None:
        """Show the fields of one of the ways."""
        self._rows[place].setChecked(True)
        self._stack.setCurrentIndex(place)
        self._typed()
        self._inputs[place][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Hand over the estimate and close; where a number is faulty, say so."""
        try:
            estimate = self._estimate()
        except AppError as error:
            self.fault.show_text(str(error))
        else:
            self.accept()
            self._then(estimate)

    def _estimate(self) -> Estimate:
        place = self._stack.currentIndex()
        return self._ways[place].estimate([one.text().strip() for one in self._inputs[place]])

    def _typed(self) -> None:
        """Show what the numbers come to, once all of them can be read."""
        self.fault.show_text("")
        try:
            self._result.setText(in_words(self._estimate()))
        except AppError:
            self._result.setText("")

    def _add_rows(self) -> None:
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.theme.length(8))
        for place, row in enumerate(self._rows):
            row.clicked.connect(lambda _checked=False, place=place: self.choose(place))
            rows.addWidget(row)
        self.content.addWidget(holder)

    def _add_way(self, way: _Way) -> list[QLineEdit]:
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.theme.length(4))
        lines = []
        for name, example in way.fields:
            line = QLineEdit()
            line.setPlaceholderText(example)
            line.setAccessibleName(name)
            line.textEdited.connect(lambda _text: self._typed())
            label = Label(name, "strong")
            label.setBuddy(line)
            rows.addWidget(label)
            rows.addWidget(line)
            lines.append(line)
        rows.addStretch(1)
        self._stack.addWidget(holder)
        return lines


def _ways() -> tuple[_Way, ...]:
    return (
        _Way(
            _("From parameters and training tokens"),
            _("For language models and the like."),
            (
                (_("Parameters"), "7e9"),
                (_("Training tokens, each epoch counted"), "2e12"),
                (_("Active parameters, if only some work on one token"), ""),
            ),
            _by_tokens,
        ),
        _Way(
            _("From accelerators and hours"),
            _("30 to 50 % of the peak performance are taken to be reached."),
            (
                (_("Number of accelerators"), "1000"),
                (_("Hours of use of each"), "720"),
                (_("Peak performance of one, in FLOP a second"), "989e12"),
            ),
            _by_hardware,
        ),
    )


def _by_tokens(texts: Sequence[str]) -> Estimate:
    parameters, tokens, active = texts
    some = _number(active) if active else None
    return from_tokens(_number(parameters), _number(tokens), some)


def _by_hardware(texts: Sequence[str]) -> Estimate:
    accelerators, hours, peak = map(_number, texts)
    return from_hardware(accelerators, hours, peak)


def _number(text: str) -> float:
    try:
        return reading.large_number(text)
    except AnswerFault as fault:
        raise AppError(fault.problem, fault.hint) from fault
