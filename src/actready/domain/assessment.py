# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""An assessment: events folded into one organisation and its subjects, with undo and redo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from actready.domain.actions import NOTHING, Action
from actready.domain.answers import Value
from actready.domain.events import (
    AnswerCleared,
    Answered,
    AssessmentCreated,
    Entry,
    Event,
    Noted,
    OrganisationRenamed,
    Planned,
    Redone,
    ReportIssued,
    SubjectAdded,
    SubjectDescribed,
    SubjectDuplicated,
    SubjectRemoved,
    Undone,
)


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers and notes of one organisation or subject, by question id."""

    values: Mapping[str, Value] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    def with_value(self, question: str, value: Value) -> Answers:
        """Return a copy with one answer set."""
        return replace(self, values={**self.values, question: value})

    def without_value(self, question: str) -> Answers:
        """Return a copy in which one question is unanswered."""
        return replace(self, values={k: v for k, v in self.values.items() if k != question})

    def with_note(self, question: str, text: str) -> Answers:
        """Return a copy with one note set; an empty text removes it."""
        kept = {k: v for k, v in self.notes.items() if k != question}
        return replace(self, notes={**kept, question: text} if text else kept)


@dataclass(frozen=True, slots=True)
class Organisation:
    """The one who answers."""

    name: str = ""
    answers: Answers = field(default_factory=Answers)


@dataclass(frozen=True, slots=True)
class Subject:
    """A product, an open-source project, an AI system or a model. Roles belong to it alone.

    ``actions`` are what is planned for its duties, by obligation id; none of them is empty.
    """

    id: str
    name: str
    description: str = ""
    answers: Answers = field(default_factory=Answers)
    actions: Mapping[str, Action] = field(default_factory=dict)

    def with_action(self, obligation: str, action: Action) -> Subject:
        """Return a copy with one action set; an empty one removes it."""
        kept = {k: v for k, v in self.actions.items() if k != obligation}
        return replace(self, actions=kept if action.is_empty else {**kept, obligation: action})


@dataclass(frozen=True, slots=True)
class Assessment:
    """One organisation, its subjects, and the entries that can be undone or redone."""

    organisation: Organisation = field(default_factory=Organisation)
    subjects: tuple[Subject, ...] = ()
    editions: Mapping[str, str] = field(default_factory=dict)
    undoable: tuple[int, ...] = ()
    redoable: tuple[int, ...] = ()

    def subject(self, subject_id: str) -> Subject | None:
        """Return the subject with this id, if it is there."""
        return next((subject for subject in self.subjects if subject.id == subject_id), None)

    def answers_of(self, subject_id: str | None) -> Answers:
        """Return the answers of a subject, or of the organisation for None."""
        if subject_id is None:
            return self.organisation.answers
        subject = self.subject(subject_id)
        return subject.answers if subject else Answers()

    def action(self, subject_id: str, obligation: str) -> Action:
        """Return what is planned for a duty of a subject, which may be nothing."""
        subject = self.subject(subject_id)
        return subject.actions.get(obligation, NOTHING) if subject else NOTHING


def fold(entries: Iterable[Entry]) -> Assessment:
    """Return the assessment that a record of events amounts to."""
    listed = tuple(entries)
    undoable, redoable = _stacks(listed)
    counting = {*undoable}
    state = Assessment()
    for entry in listed:
        if entry.number in counting or not is_undoable(entry.event):
            state = _after(state, entry.event)
    return replace(state, undoable=undoable, redoable=redoable)


def advance(state: Assessment, entry: Entry) -> Assessment | None:
    """Return the state after one more entry; None where only a new fold can tell (undo, redo)."""
    if isinstance(entry.event, Undone | Redone):
        return None
    after = _after(state, entry.event)
    if not is_undoable(entry.event):
        return after
    return replace(after, undoable=(*state.undoable, entry.number), redoable=())


def is_undoable(event: Event) -> bool:
    """Tell whether a user can take this back."""
    return not isinstance(event, AssessmentCreated | ReportIssued | Undone | Redone)


def _stacks(entries: tuple[Entry, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    undoable: list[int] = []
    redoable: list[int] = []
    for entry in entries:
        match entry.event:
            case Undone(target=target) if undoable and undoable[-1] == target:
                redoable.append(undoable.pop())
            case Redone(target=target) if redoable and redoable[-1] == target:
                undoable.append(redoable.pop())
            case Undone() | Redone():
                continue
            case event if is_undoable(event):
                undoable.append(entry.number)
                redoable.clear()
    return tuple(undoable), tuple(redoable)


def _after(state: Assessment, event: Event) -> Assessment:
    match event:
        case AssessmentCreated(organisation=name, editions=editions):
            named = replace(state.organisation, name=name)
            return replace(state, organisation=named, editions=dict(editions))
        case OrganisationRenamed(name=name):
            return replace(state, organisation=replace(state.organisation, name=name))
        case Answered() | AnswerCleared() | Noted():
            return _answers_changed(state, event.subject, event)
        case Planned():
            return replace(state, subjects=_planned(state.subjects, event))
        case SubjectAdded() | SubjectDescribed() | SubjectDuplicated() | SubjectRemoved():
            return replace(state, subjects=_subjects_after(state.subjects, event))
        case _:
            return state


def _subjects_after(
    subjects: tuple[Subject, ...],
    event: SubjectAdded | SubjectDescribed | SubjectDuplicated | SubjectRemoved,
) -> tuple[Subject, ...]:
    match event:
        case SubjectAdded(subject=key, name=name, description=description):
            return (*subjects, Subject(key, name, description))
        case SubjectDescribed(subject=key, name=name, description=description):
            return tuple(
                replace(one, name=name, description=description) if one.id == key else one
                for one in subjects
            )
        case SubjectRemoved(subject=key):
            return tuple(one for one in subjects if one.id != key)
        case SubjectDuplicated():
            return tuple(copy for one in subjects for copy in _with_copy(one, event))
        case never:
            assert_never(never)


def _with_copy(subject: Subject, event: SubjectDuplicated) -> tuple[Subject, ...]:
    if subject.id != event.source:
        return (subject,)
    return (subject, replace(subject, id=event.subject, name=event.name))


def _planned(subjects: tuple[Subject, ...], event: Planned) -> tuple[Subject, ...]:
    return tuple(
        one.with_action(event.obligation, event.action) if one.id == event.subject else one
        for one in subjects
    )


def _answers_changed(
    state: Assessment, key: str | None, event: Answered | AnswerCleared | Noted
) -> Assessment:
    if key is None:
        answers = _answers_after(state.organisation.answers, event)
        return replace(state, organisation=replace(state.organisation, answers=answers))
    subjects = tuple(
        replace(one, answers=_answers_after(one.answers, event)) if one.id == key else one
        for one in state.subjects
    )
    return replace(state, subjects=subjects)


def _answers_after(answers: Answers, event: Answered | AnswerCleared | Noted) -> Answers:
    match event:
        case Answered(question=question, value=value):
            return answers.with_value(question, value)
        case AnswerCleared(question=question):
            return answers.without_value(question)
        case Noted(question=question, text=text):
            return answers.with_note(question, text)
        case never:
            assert_never(never)
