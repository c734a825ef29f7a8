# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Begins to work on what a user opens: an assessment file, or an answers file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import Final, Protocol

from actready.domain.questionnaire import Questionnaire
from actready.domain.terms import Act
from actready.errors import AppError
from actready.files import told
from actready.i18n import gettext as _
from actready.report.attachment import answers_in
from actready.session.assessment_session import AssessmentSession, Clock
from actready.storage.assessment_file import SUFFIX, AssessmentFile
from actready.storage.interchange import read_answers
from actready.storage.limits import MAX_ANSWERS_FILE
from actready.storage.sealed import unseal

_DATABASE: Final = b"SQLite format 3\0"


class Questionnaires(Protocol):
    """What is asked of the catalogue."""

    def questionnaire(self, as_of: date) -> Questionnaire:
        """Return the questionnaire that holds on a date; AppError where there is none."""

    def pinned(self, as_of: date) -> Mapping[Act, str]:
        """Return the edition of each act on a date."""


def start_session(
    path: Path,
    catalogue: Questionnaires,
    as_of: date | None,
    clock: Clock,
    workplace: Path,
    read_only: bool = False,
) -> AssessmentSession:
    """Open an assessment file, or import an answers file into a new one in ``workplace``.

    A report is imported like the answers file inside it, so that it gives an equal evaluation.
    Without ``as_of``, the date that an answers file states counts, else today. Raises AppError
    where the file cannot be used, with all its faults.
    """
    today = clock().date()
    if path.suffix.lower() == SUFFIX:
        return _opened(path, catalogue, as_of or today, clock, read_only)
    data = answers_in(path, MAX_ANSWERS_FILE)
    if data.startswith(_DATABASE):
        return _opened(path, catalogue, as_of or today, clock, read_only)
    answers = read_answers(
        data, path.name, lambda stated: catalogue.questionnaire(as_of or stated or today)
    )
    day = as_of or answers.as_of or today
    with told(workplace):
        workplace.mkdir(parents=True, exist_ok=True)
    file = AssessmentFile.create(
        _free_name(workplace, path.stem),
        answers.organisation,
        {act.value: edition for act, edition in catalogue.pinned(day).items()},
        clock(),
        answers.events,
    )
    return AssessmentSession(file, catalogue.questionnaire, day, clock)


def open_sealed(
    path: Path, target: Path, passphrase: str, catalogue: Questionnaires, clock: Clock
) -> AssessmentSession:
    """Write the assessment in a sealed copy to ``target``, which is not there yet, and open it.

    Raises AppError where it cannot be opened; nothing is then left at ``target``.
    """
    if target.exists():
        raise AppError(_("“{path}” exists already.").format(path=target), _("Choose another name."))
    unseal(path, target, passphrase)
    try:
        return start_session(target, catalogue, None, clock, target.parent)
    except AppError:
        target.unlink(missing_ok=True)
        raise


def _opened(
    path: Path, catalogue: Questionnaires, as_of: date, clock: Clock, read_only: bool
) -> AssessmentSession:
    file = AssessmentFile.open(path, read_only)
    try:
        return AssessmentSession(file, catalogue.questionnaire, as_of, clock)
    except Exception:
        file.close()
        raise


def _free_name(folder: Path, stem: str) -> Path:
    names = (
        f"{stem}{SUFFIX}" if number == 1 else f"{stem} {number}{SUFFIX}" for number in count(1)
    )
    return next(folder / name for name in names if not (folder / name).exists())
