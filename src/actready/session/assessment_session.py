# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""An assessment at work: every change is stored first, then folded in, then told to who listens."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from actready.domain.actions import Action
from actready.domain.answers import AnswerFault, checked
from actready.domain.assessment import Assessment, Subject, advance, fold
from actready.domain.events import (
    AnswerCleared,
    Answered,
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
from actready.domain.questionnaire import Question, Questionnaire
from actready.domain.scoring import Evaluation, evaluate_subject
from actready.domain.terms import About
from actready.errors import AppError, did_you_mean
from actready.i18n import gettext as _
from actready.storage.assessment_file import AssessmentFile
from actready.storage.limits import MAX_NAME, MAX_NOTE, MAX_SUBJECTS

QuestionnaireFor = Callable[[date], Questionnaire]
Clock = Callable[[], datetime]

_SUBJECT_ID: Final = re.compile(r"s(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to an assessment.

    ``kind`` is the kind of the event, or "as_of". ``subjects`` are those for whom something may be
    different now; None among them stands for the organisation.
    """

    kind: str
    subjects: frozenset[str | None]
    entry: Entry | None = None


class AssessmentSession:
    """One open assessment, judged by the law of one date.

    Each change is stored before its method returns. Where it cannot be stored, AppError says why,
    and the assessment stays as it was.
    """

    def __init__(
        self,
        file: AssessmentFile,
        questionnaire_for: QuestionnaireFor,
        as_of: date,
        clock: Clock,
    ) -> None:
        self._file = file
        self._questionnaire_for = questionnaire_for
        self._questionnaire = questionnaire_for(as_of)
        self._as_of = as_of
        self._clock = clock
        self._assessment = fold(file.entries())
        self._evaluations: dict[str | None, Evaluation] = {}
        self._listeners: list[Callable[[Change], None]] = []

    @property
    def file(self) -> AssessmentFile:
        """The file that keeps the assessment."""
        return self._file

    @property
    def assessment(self) -> Assessment:
        """The assessment as it stands."""
        return self._assessment

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire that holds on the date of the assessment."""
        return self._questionnaire

    @property
    def as_of(self) -> date:
        """The date by whose law the assessment is judged."""
        return self._as_of

    @property
    def last_saved(self) -> datetime:
        """When the last entry was stored, in UTC."""
        return datetime.fromisoformat(self._file.entries()[-1].at)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change that can be taken back."""
        return bool(self._assessment.undoable) and not self._file.read_only

    @property
    def can_redo(self) -> bool:
        """Whether there is a change taken back that can be made again."""
        return bool(self._assessment.redoable) and not self._file.read_only

    def evaluation(self, subject_id: str | None) -> Evaluation:
        """Return what follows for a subject, or for the organisation alone."""
        if subject_id not in self._evaluations:
            subject = None if subject_id is None else self._subject(subject_id)
            self._evaluations[subject_id] = evaluate_subject(
                self._questionnaire, self._assessment, subject, self._as_of
            )
        return self._evaluations[subject_id]

    def answer(self, subject_id: str | None, question_id: str, raw: object) -> None:
        """Answer a question. Raises AppError for a value that does not fit; see ``checked``."""
        question = self._question(subject_id, question_id)
        try:
            value = checked(question, raw)
        except AnswerFault as fault:
            raise AppError(fault.problem, fault.hint) from fault
        given = self._assessment.answers_of(subject_id).values.get(question_id)
        if (type(given), given) != (type(value), value):
            self._record(Answered(subject=subject_id, question=question_id, value=value))

    def clear_answer(self, subject_id: str | None, question_id: str) -> None:
        """Take an answer back, so that the question is unanswered."""
        self._question(subject_id, question_id)
        if question_id in self._assessment.answers_of(subject_id).values:
            self._record(AnswerCleared(subject=subject_id, question=question_id))

    def note(self, subject_id: str | None, question_id: str, text: str) -> None:
        """Write a note at a question; an empty text removes it."""
        self._question(subject_id, question_id)
        kept = _limited(text.strip(), MAX_NOTE)
        if kept != self._assessment.answers_of(subject_id).notes.get(question_id, ""):
            self._record(Noted(subject=subject_id, question=question_id, text=kept))

    def plan(self, subject_id: str, obligation_id: str, action: Action) -> None:
        """Write down what is planned for a duty, as a whole; an empty action removes it.

        What is newly done gets the day of its entry, in UTC as the record has it.
        """
        kept = self._assessment.action(subject_id, obligation_id)
        self._check_obligation(subject_id, obligation_id, planned=not kept.is_empty)
        if action.done and not action.done_on:
            day = kept.done_on if kept.done else self._clock().astimezone(UTC).date()
            action = action.model_copy(update={"done_on": day})
        if action != kept:
            self._record(Planned(subject=subject_id, obligation=obligation_id, action=action))

    def rename_organisation(self, name: str) -> None:
        """Give the organisation another name, which may be empty."""
        kept = _one_line(name)
        if kept != self._assessment.organisation.name:
            self._record(OrganisationRenamed(name=kept))

    def add_subject(self, name: str, description: str = "") -> str:
        """Add a product, project or system, and return its id."""
        key = self._new_subject_id()
        text = _limited(description.strip(), MAX_NOTE)
        self._record(SubjectAdded(subject=key, name=_some_name(name), description=text))
        return key

    def describe_subject(self, subject_id: str, name: str, description: str) -> None:
        """Give a subject another name and description."""
        subject = self._subject(subject_id)
        wanted = (_some_name(name), _limited(description.strip(), MAX_NOTE))
        if wanted != (subject.name, subject.description):
            self._record(
                SubjectDescribed(subject=subject_id, name=wanted[0], description=wanted[1])
            )

    def duplicate_subject(self, subject_id: str, name: str) -> str:
        """Copy a subject, with all that was written for it, and return the new id."""
        self._subject(subject_id)
        key = self._new_subject_id()
        self._record(SubjectDuplicated(subject=key, source=subject_id, name=_some_name(name)))
        return key

    def remove_subject(self, subject_id: str) -> None:
        """Take a subject out. This can be undone, and its answers stay in the record."""
        self._subject(subject_id)
        self._record(SubjectRemoved(subject=subject_id))

    def report_issued(self, as_of: date, sha256: str) -> None:
        """Record that a report with this digest was made."""
        self._record(ReportIssued(as_of=as_of.isoformat(), sha256=sha256))

    def undo(self) -> None:
        """Take the last change back. Nothing happens where there is none."""
        if self._assessment.undoable:
            self._record(Undone(target=self._assessment.undoable[-1]))

    def redo(self) -> None:
        """Make the change again that was taken back last. Nothing happens where there is none."""
        if self._assessment.redoable:
            self._record(Redone(target=self._assessment.redoable[-1]))

    def set_as_of(self, as_of: date) -> None:
        """Judge by the law of another date. Raises AppError where no questionnaire covers it."""
        self._questionnaire = self._questionnaire_for(as_of)
        self._as_of = as_of
        self._tell(Change("as_of", self._everybody()))

    def questionnaire_on(self, day: date) -> Questionnaire:
        """Return the questionnaire of another date. Raises AppError where none covers it."""
        return self._questionnaire_for(day)

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``callback`` after each change, until the function returned here is called."""
        self._listeners.append(callback)

        def unsubscribe() -> None:
            if callback in self._listeners:
                self._listeners.remove(callback)

        return unsubscribe

    def close(self) -> None:
        """Close the file. Nothing is lost: everything was stored when it happened."""
        self._listeners.clear()
        self._file.close()

    def _record(self, event: Event) -> None:
        entry = self._file.append(event, self._clock())
        before = self._everybody()
        state = advance(self._assessment, entry)
        self._assessment = fold(self._file.entries()) if state is None else state
        concerned = self._concerned(event)
        self._tell(Change(event.kind, concerned or before | self._everybody(), entry))

    def _tell(self, change: Change) -> None:
        for subject in change.subjects:
            self._evaluations.pop(subject, None)
        for listener in tuple(self._listeners):
            listener(change)

    def _concerned(self, event: Event) -> frozenset[str | None]:
        """Return whom an event concerns; empty stands for everybody."""
        match event:
            case Undone(target=target) | Redone(target=target):
                return self._concerned(self._file.entries()[target - 1].event)
            case ReportIssued():
                return frozenset((None,))
            case Planned():
                return frozenset((event.subject,))
            case Answered() | AnswerCleared() | Noted() if event.subject is not None:
                return frozenset((event.subject,))
            case SubjectAdded() | SubjectDescribed() | SubjectDuplicated() | SubjectRemoved():
                return frozenset((event.subject,))
            case _:
                return frozenset()

    def _everybody(self) -> frozenset[str | None]:
        return frozenset((None, *(subject.id for subject in self._assessment.subjects)))

    def _subject(self, subject_id: str) -> Subject:
        subject = self._assessment.subject(subject_id)
        if subject is None:
            raise AppError(
                _("This product or project is not part of the assessment."),
                _("Choose one from the list."),
            )
        return subject

    def _question(self, subject_id: str | None, question_id: str) -> Question:
        question = self._questionnaire.question_by_id.get(question_id)
        if question is None:
            raise AppError(
                _("There is no question “{question}”.").format(question=question_id[:60]),
                did_you_mean(question_id, self._questionnaire.question_by_id),
            )
        if subject_id is not None:
            self._subject(subject_id)
        if (question.about is About.ORGANISATION) != (subject_id is None):
            raise AppError(
                _("“{question}” is asked somewhere else.").format(question=question_id),
                _("Open it under the organisation, or under the product or project."),
            )
        return question

    def _check_obligation(self, subject_id: str, obligation_id: str, *, planned: bool) -> None:
        """Raise AppError for an obligation that the law does not have, unless it has an action."""
        self._subject(subject_id)
        known = self._questionnaire.obligation_by_id
        if obligation_id not in known and not planned:
            raise AppError(
                _("There is no obligation “{obligation}”.").format(obligation=obligation_id[:60]),
                did_you_mean(obligation_id, known) or _("Choose one from the list of duties."),
            )

    def _new_subject_id(self) -> str:
        """Return an id that was never used, not even by a subject taken out since."""
        if len(self._assessment.subjects) >= MAX_SUBJECTS:
            raise AppError(
                _("The assessment has {limit} products and projects.").format(limit=MAX_SUBJECTS),
                _("Begin another assessment for more."),
            )
        made = (
            _SUBJECT_ID.fullmatch(entry.event.subject)
            for entry in self._file.entries()
            if isinstance(entry.event, SubjectAdded | SubjectDuplicated)
        )
        return f"s{max((int(found[1]) for found in made if found), default=0) + 1}"


def _one_line(name: str) -> str:
    return _limited(" ".join(name.split()), MAX_NAME)


def _some_name(name: str) -> str:
    kept = _one_line(name)
    if not kept:
        raise AppError(_("There is no name."), _("Type the name by which you know it."))
    return kept


def _limited(text: str, limit: int) -> str:
    if len(text) > limit:
        raise AppError(
            _("The text has {count} characters.").format(count=len(text)),
            _("The longest text here has {limit}.").format(limit=limit),
        )
    return text
