# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads what a command works on: an assessment file, an answers file or a report."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from actready import __version__
from actready.catalogue import Catalogue
from actready.domain.assessment import Assessment, fold
from actready.domain.questionnaire import Questionnaire
from actready.errors import FaultyInput
from actready.files import told
from actready.report.attachment import answers_in
from actready.report.context import Record, ReportContext
from actready.storage.assessment_file import SUFFIX, AssessmentFile
from actready.storage.interchange import AnswersFile, Origin, canonical_json, read_answers
from actready.storage.limits import MAX_ANSWERS_FILE

_SQLITE: Final = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Source:
    """An assessment, the date it is judged on, and the questionnaire of that date.

    ``record`` is None for an answers file, which keeps none.
    """

    assessment: Assessment
    questionnaire: Questionnaire
    as_of: date
    editions: Mapping[str, str]
    record: Record | None = None

    def context(self, language: str) -> ReportContext:
        """Return what the report and every export of this assessment are made from."""
        from actready.report.build import build_context

        return build_context(
            self.assessment, self.questionnaire, self.as_of, self.record, __version__, language
        )

    @property
    def canonical(self) -> bytes:
        """The data as a report carries it, with the state of the record."""
        record = self.record
        state = (record.entries, record.head, record.last_at) if record else (0, "", "")
        origin = Origin(__version__, *state)
        return canonical_json(self.assessment, self.as_of, self.editions, origin)


def read_source(path: Path, catalogue: Catalogue, as_of: date | None, today: date) -> Source:
    """Read a file. The date is the one asked for, else the file's own, else today.

    Raises AppError where the file cannot be read or no questionnaire covers the date.
    """
    if is_assessment_file(path):
        return _from_record(path, catalogue, as_of or today)
    answers = _from_answers(path, catalogue, as_of, today)
    day = as_of or answers.as_of or today
    questionnaire = catalogue.questionnaire(day)
    return Source(answers.assessment, questionnaire, day, _editions(catalogue, day))


def _from_answers(path: Path, catalogue: Catalogue, as_of: date | None, today: date) -> AnswersFile:
    """Read an answers file by the questions of the date asked for.

    Answers that were given to the questions of another date, the file's own or today, are welcome
    too: what does not fit the edition of the date asked for then counts as unanswered.
    """
    data = answers_in(path, MAX_ANSWERS_FILE)

    def read(day: date | None) -> AnswersFile:
        return read_answers(
            data, str(path), lambda stated: catalogue.questionnaire(day or stated or today)
        )

    try:
        return read(as_of)
    except FaultyInput:
        if as_of is None:
            raise
        with suppress(FaultyInput):
            return read(None)
        raise


def is_assessment_file(path: Path) -> bool:
    """Tell whether this is an .actready file, by its name or by how it begins."""
    return path.suffix.lower() == SUFFIX or _beginning(path).startswith(_SQLITE)


def _beginning(path: Path) -> bytes:
    if not path.is_file():
        return b""
    with told(path), path.open("rb") as stream:
        return stream.read(len(_SQLITE))


def _from_record(path: Path, catalogue: Catalogue, day: date) -> Source:
    with closing(AssessmentFile.open(path, read_only=True)) as file:
        entries = file.entries()
        record = Record(len(entries), file.head, entries[-1].at, intact=True, origin=file.origin)
    questionnaire = catalogue.questionnaire(day)
    return Source(fold(entries), questionnaire, day, _editions(catalogue, day), record)


def _editions(catalogue: Catalogue, day: date) -> dict[str, str]:
    return {act.value: edition for act, edition in catalogue.pinned(day).items()}
