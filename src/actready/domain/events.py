# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can happen to an assessment. Events are only ever appended, never changed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from actready.domain.actions import Action
from actready.domain.answers import Value


class Happening(BaseModel):
    """Common ground of all events: frozen, and no field that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class AssessmentCreated(Happening):
    """The file was made, for an organisation, with the editions that hold for it."""

    kind: Literal["assessment_created"] = "assessment_created"
    organisation: str = ""
    editions: dict[str, str] = {}


class OrganisationRenamed(Happening):
    """The organisation got another name."""

    kind: Literal["organisation_renamed"] = "organisation_renamed"
    name: str


class SubjectAdded(Happening):
    """A product, project, AI system or model was added."""

    kind: Literal["subject_added"] = "subject_added"
    subject: str
    name: str
    description: str = ""


class SubjectDescribed(Happening):
    """A subject got another name or description."""

    kind: Literal["subject_described"] = "subject_described"
    subject: str
    name: str
    description: str = ""


class SubjectDuplicated(Happening):
    """A subject was copied with all its answers, notes and actions."""

    kind: Literal["subject_duplicated"] = "subject_duplicated"
    subject: str
    source: str
    name: str


class SubjectRemoved(Happening):
    """A subject was taken out. Its answers stay in the record."""

    kind: Literal["subject_removed"] = "subject_removed"
    subject: str


class Answered(Happening):
    """A question was answered, for a subject or (subject None) for the organisation."""

    kind: Literal["answered"] = "answered"
    subject: str | None = None
    question: str
    value: Value


class AnswerCleared(Happening):
    """An answer was taken back; the question is unanswered again."""

    kind: Literal["answer_cleared"] = "answer_cleared"
    subject: str | None = None
    question: str


class Noted(Happening):
    """A note was written at a question. An empty text removes it."""

    kind: Literal["noted"] = "noted"
    subject: str | None = None
    question: str
    text: str


class Planned(Happening):
    """What somebody plans to do about a duty, as a whole. An empty action removes it."""

    kind: Literal["planned"] = "planned"
    subject: str
    obligation: str
    action: Action


class ReportIssued(Happening):
    """A report was made from the assessment as it stood."""

    kind: Literal["report_issued"] = "report_issued"
    as_of: str
    sha256: str


class Undone(Happening):
    """An earlier event counts no longer."""

    kind: Literal["undone"] = "undone"
    target: int


class Redone(Happening):
    """An undone event counts again."""

    kind: Literal["redone"] = "redone"
    target: int


Event = Annotated[
    AssessmentCreated
    | OrganisationRenamed
    | SubjectAdded
    | SubjectDescribed
    | SubjectDuplicated
    | SubjectRemoved
    | Answered
    | AnswerCleared
    | Noted
    | Planned
    | ReportIssued
    | Undone
    | Redone,
    Field(discriminator="kind"),
]

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads and writes events as JSON."""


class Entry(Happening):
    """One line of the record: its number from 1, when it was written (UTC, ISO), the event."""

    number: int
    at: str
    event: Event
