# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outline of the questions: how far one has come, and every section with its state."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from actready.domain.terms import About
from actready.gui.models.outline import OutlineGroup, outline_groups
from actready.gui.models.road import Progress, Road, Stage, road
from actready.gui.pages.base import PageContext
from actready.gui.places import Location, Place
from actready.gui.widgets.buttons import as_tooltip
from actready.gui.widgets.outline_list import OutlineRow
from actready.gui.widgets.panels import clear
from actready.gui.widgets.progress_bar import CountBar
from actready.gui.widgets.text import Label, rule
from actready.i18n import gettext as _


class OutlinePanel(QWidget):
    """Leads to the first open question of a section. Rows come and go with the answers."""

    def __init__(self, context: PageContext, location: Location, section_id: str = "") -> None:
        super().__init__()
        self._context = context
        self._location = location
        self._section_id = section_id
        self._shape: tuple[object, ...] = ()
        self._rows: dict[str, OutlineRow] = {}
        self._after_layout = QTimer(self, singleShot=True, interval=0)
        self._after_layout.timeout.connect(self._show_current)
        theme = context.theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.length(12))
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(rule())
        layout.addSpacing(theme.length(8))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        layout.addLayout(self._list)
        self.refresh()

    def refresh(self) -> None:
        """Show the present state."""
        session = self._context.session
        evaluation = session.evaluation(self._location.subject_id)
        way = road(evaluation)
        self._show_progress(way.progress(*self._abouts()))
        groups = outline_groups(evaluation, way, self._subject_name())
        shape = tuple(
            (one.title, one.unneeded_titles, *(stage.section.id for stage in one.stages))
            for one in groups
        )
        names = (session.assessment.organisation.name, self._subject_name())
        if (shape, names) != self._shape:
            self._shape = (shape, names)
            self._build(way, groups)
        else:
            self._update(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the present section into view, once the panel around this knows its height."""
        super().resizeEvent(event)
        self._after_layout.start()

    def _show_current(self) -> None:
        row = self._rows.get(self._section_id)
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if row is not None and isinstance(around, QScrollArea):
            around.ensureWidgetVisible(row, 0, row.height())

    def _head(self) -> QWidget:
        theme = self._context.theme
        head = QWidget()
        rows = QVBoxLayout(head)
        side, edge = theme.length(16), theme.length(18)
        rows.setContentsMargins(side, edge, side, edge)
        rows.setSpacing(theme.length(6))
        self._summary = Label(role="small_strong")
        self._bar = CountBar(theme)
        self._unknowns = Label(role="caption")
        for widget in (self._summary, self._bar, self._unknowns):
            rows.addWidget(widget)
        return head

    def _show_progress(self, progress: Progress) -> None:
        self._summary.setText(progress.summary)
        known = progress.answered - progress.dont_know
        self._bar.set_counts(known, progress.dont_know, progress.total)
        self._unknowns.setText(progress.unknowns)
        self._unknowns.setVisible(bool(progress.unknowns))

    def _build(self, way: Road, groups: tuple[OutlineGroup, ...]) -> None:
        clear(self._list)
        self._rows = {}
        organisation = self._context.session.assessment.organisation.name
        organisation = organisation or _("Your organisation")
        if self._location.subject_id is None:
            self._heading(organisation)
            self._add_stages(way.about(About.ORGANISATION))
        else:
            progress = way.progress(About.ORGANISATION)
            if progress.total:
                self._add("", organisation, progress, self._to_organisation)
            for group in groups:
                self._heading(group.title)
                self._add_stages(group.stages)
                self._add_unneeded(group)
        self._add_check()

    def _update(self, way: Road) -> None:
        states = {one.section.id: one.progress for one in way.stages}
        states[""] = way.progress(About.ORGANISATION)
        for section_id, row in self._rows.items():
            state = states[section_id]
            row.update_state(state.sign, state.count, state.state)

    def _add_stages(self, stages: tuple[Stage, ...]) -> None:
        for stage in stages:
            self._add(stage.section.id, _(stage.section.title), stage.progress, self._to(stage))

    def _add_unneeded(self, group: OutlineGroup) -> None:
        if group.unneeded:
            theme = self._context.theme
            label = Label(group.unneeded, "caption")
            label.setToolTip(as_tooltip(group.unneeded_titles))
            label.setAccessibleDescription(group.unneeded_titles)
            label.setContentsMargins(
                theme.length(44), theme.length(4), theme.length(16), theme.length(4)
            )
            self._list.addWidget(label)

    def _add(self, section_id: str, text: str, state: Progress, go: Callable[[], None]) -> None:
        row = OutlineRow(
            self._context.theme,
            state.sign,
            text,
            state.count,
            state=state.state,
            current=section_id == self._section_id and bool(section_id),
        )
        row.clicked.connect(lambda _checked=False: go())
        self._rows[section_id] = row
        self._list.addWidget(row)

    def _add_check(self) -> None:
        subject_id = self._location.subject_id
        row = OutlineRow(
            self._context.theme,
            "",
            _("Check your answers"),
            current=self._location.place is Place.CHECK,
        )
        row.clicked.connect(lambda _checked=False: self._context.navigator.show_check(subject_id))
        self._list.addSpacing(self._context.theme.length(8))
        self._list.addWidget(row)

    def _heading(self, text: str) -> None:
        theme = self._context.theme
        label = Label(text, "label")
        label.setContentsMargins(
            theme.length(16), theme.length(10), theme.length(16), theme.length(6)
        )
        self._list.addWidget(label)

    def _to(self, stage: Stage) -> Callable[[], None]:
        def go() -> None:
            session = self._context.session
            evaluation = session.evaluation(self._location.subject_id)
            open_ones = [one for one in stage.questions if evaluation.answer(one.id) is None]
            question = (*open_ones, *stage.questions)[0]
            self._context.navigator.show_question(self._location.subject_id, question.id)

        return go

    def _to_organisation(self) -> None:
        self._context.navigator.show_question(None)

    def _abouts(self) -> tuple[About, ...]:
        return (About.ORGANISATION,) if self._location.subject_id is None else ()

    def _subject_name(self) -> str:
        subject_id = self._location.subject_id
        subject = self._context.session.assessment.subject(subject_id) if subject_id else None
        return subject.name if subject else ""
