# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers file: an assessment as YAML or JSON, for people and other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from actready.domain.actions import Action
from actready.domain.assessment import Answers, Assessment, fold
from actready.domain.events import AssessmentCreated, Entry, Event
from actready.domain.questionnaire import Questionnaire
from actready.storage.chain import canonical
from actready.storage.yaml_writer import Json, yaml_text

QuestionnaireFor = Callable[[date | None], Questionnaire]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where canonical JSON comes from: the version that wrote it, and the state of the record.

    ``head`` is the digest of the last of ``entries`` and ``at`` when that was written. They are
    empty where no record was kept.
    """

    made_with: str = ""
    entries: int = 0
    head: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What an answers file says.

    ``events`` make the assessment, in order, after it was created. ``as_of`` is None where the file
    names no date. ``editions`` are those that canonical JSON was written with, ``origin`` where
    it came from.
    """

    organisation: str
    events: tuple[Event, ...]
    as_of: date | None = None
    editions: Mapping[str, str] = field(default_factory=dict)
    origin: Origin = field(default_factory=Origin)

    @property
    def assessment(self) -> Assessment:
        """The assessment that the file amounts to."""
        created = AssessmentCreated(organisation=self.organisation, editions=dict(self.editions))
        return fold(
            Entry(number=number, at="", event=event)
            for number, event in enumerate((created, *self.events), 1)
        )


def read_answers(
    data: bytes, file: str, questionnaire: Questionnaire | QuestionnaireFor
) -> AnswersFile:
    """Read an answers file, YAML or JSON, and check every answer against its question.

    ``file`` is the name shown in faults. A function in place of a questionnaire is called with the
    date that the file states, or None. Raises FaultyInput with all faults.
    """
    # The window writes more often than it reads, and starts without the YAML library.
    from actready.storage.answers_reader import AnswersReader, read_tree

    reader = AnswersReader(file, read_tree(data, file))
    as_of = reader.as_of()
    chosen = questionnaire if isinstance(questionnaire, Questionnaire) else questionnaire(as_of)
    organisation, events = reader.events(chosen)
    editions, origin = reader.editions(), reader.origin()
    reader.finish()
    return AnswersFile(organisation, events, as_of, editions, origin)


def write_answers(assessment: Assessment, as_of: date) -> str:
    """Return an assessment as an answers file in YAML."""
    return yaml_text(_document(assessment, as_of))


def canonical_json(
    assessment: Assessment,
    as_of: date,
    editions: Mapping[str, str],
    origin: Origin | None = None,
) -> bytes:
    """Return an assessment as JSON in the one form that has a digest.

    It is an answers file too: keys sorted, no spaces, UTF-8, one line with its end.
    """
    document = {**_document(assessment, as_of), "editions": {**editions}, **_origin(origin)}
    return (canonical(document) + "\n").encode("utf-8")


def _origin(origin: Origin | None) -> dict[str, Json]:
    if origin is None:
        return {}
    record: Json = {"entries": origin.entries, "head": origin.head, "at": origin.at}
    return {"made_with": origin.made_with, **({"record": record} if origin.entries else {})}


def _document(assessment: Assessment, as_of: date) -> dict[str, Json]:
    organisation = assessment.organisation
    return {
        "format": 1,
        "as_of": as_of.isoformat(),
        "organisation": {"name": organisation.name, **_answers(organisation.answers)},
        "subjects": [
            {
                "name": subject.name,
                **({"description": subject.description} if subject.description else {}),
                **_answers(subject.answers),
                **_actions(subject.actions),
            }
            for subject in assessment.subjects
        ],
    }


def _answers(answers: Answers) -> dict[str, Json]:
    parts: dict[str, Json] = {
        "answers": {
            question: list(value) if isinstance(value, tuple) else value
            for question, value in answers.values.items()
        },
        "notes": dict(answers.notes),
    }
    return {name: part for name, part in parts.items() if part}


def _actions(actions: Mapping[str, Action]) -> dict[str, Json]:
    parts = {obligation: _action(one) for obligation, one in actions.items()}
    return {"actions": {**parts}} if parts else {}


def _action(action: Action) -> Json:
    parts: dict[str, Json] = {
        "owner": action.owner,
        "due": action.due.isoformat() if action.due else None,
        "note": action.note,
        "done": action.done_on.isoformat() if action.done_on else action.done,
        "effort": [*action.effort] if action.effort else None,
    }
    return {name: part for name, part in parts.items() if part}
