# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps what is planned on the duties page: takes what is typed to the session, and shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from actready.domain.actions import Action
from actready.domain.answers import AnswerFault
from actready.domain.events import Planned
from actready.errors import AppError
from actready.gui.models.plan import changed, marked
from actready.gui.models.readiness import Answering, DutyRow, plan_of
from actready.gui.pages.plan_row import PlanRow

if TYPE_CHECKING:
    from actready.gui.theme import Theme
    from actready.session import AssessmentSession, Change


class PlanKeeper:
    """Adds a plan to each row of a subject, and remembers which plans are unfolded."""

    def __init__(
        self,
        theme: Theme,
        session: AssessmentSession,
        subject: str,
        ask: Callable[[Answering], None],
        reveal: Callable[[QWidget], None],
    ) -> None:
        """Take what to do to ``ask`` a question, and to ``reveal`` what was unfolded."""
        self._theme = theme
        self._session = session
        self._subject = subject
        self._ask = ask
        self._reveal = reveal
        self._rows: dict[str, PlanRow] = {}
        self._opened: set[str] = set()

    def add_to(
        self, row: DutyRow, holder: QWidget, words: QVBoxLayout, buttons: QHBoxLayout
    ) -> QWidget:
        """Return a row with its plan, where it has one: a line, a button, and folded fields."""
        if row.plan is None:
            return holder
        plan = PlanRow(self._theme, holder, row.plan, lambda: self._answer(row))
        words.addWidget(plan.summary)
        buttons.addWidget(plan.button, 0, Qt.AlignmentFlag.AlignTop)
        plan.set_opened(opened=row.id in self._opened)
        plan.typed.connect(self._keep_part)
        plan.ticked.connect(self._keep_tick)
        plan.toggled.connect(self._remember)
        plan.unfolded.connect(self._reveal)
        self._rows[row.id] = plan
        return plan

    def shows(self, change: Change | None) -> bool:
        """Show a change that concerns one plan alone in its row; tell whether it was one."""
        event = change.entry.event if change is not None and change.entry else None
        if not isinstance(event, Planned) or event.obligation not in self._rows:
            return False
        self._show(event.obligation)
        return True

    def commit(self) -> None:
        """Keep what is being typed."""
        for row in self._rows.values():
            row.commit()

    def forget(self) -> None:
        """Let go of the rows, which are made anew; what is unfolded stays so."""
        for row in self._rows.values():
            row.blockSignals(True)
        self._rows.clear()

    def _keep_part(self, obligation: str, part: str, text: str) -> None:
        try:
            self._keep(obligation, changed(self._action(obligation), part, text))
            fault = ""
        except AnswerFault as error:
            fault = f"{error.problem} {error.hint}"
        except AppError as error:
            fault = str(error)
        self._rows[obligation].show_fault(part, fault)

    def _keep_tick(self, obligation: str, done: bool) -> None:
        fault = ""
        try:
            self._keep(obligation, marked(self._action(obligation), done=done))
        except AppError as error:
            self._show(obligation)
            fault = str(error)
        self._rows[obligation].show_fault("done", fault)

    def _action(self, obligation: str) -> Action:
        return self._session.assessment.action(self._subject, obligation)

    def _keep(self, obligation: str, action: Action) -> None:
        self._session.plan(self._subject, obligation, action)
        self._show(obligation)

    def _show(self, obligation: str) -> None:
        evaluation = self._session.evaluation(self._subject)
        view = plan_of(self._session.assessment, evaluation, self._subject, obligation)
        self._rows[obligation].show_view(view)

    def _remember(self, obligation: str, opened: bool) -> None:
        (self._opened.add if opened else self._opened.discard)(obligation)

    def _answer(self, row: DutyRow) -> None:
        if row.answering is not None:
            self._ask(row.answering)
