# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which edition of each act holds on a date, what an edition contains, and its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from actready.domain.penalties import Penalties
from actready.domain.questionnaire import (
    Edition,
    Fact,
    Finding,
    Obligation,
    Question,
    Questionnaire,
    Section,
)
from actready.domain.terms import About, Act
from actready.errors import AppError
from actready.i18n import gettext as _

#: The files of an edition that say what the law asks. Worked cases only test it.
CONTENT_FILES: Final = (
    "edition.yaml",
    "provisions.txt",
    "questions/*.yaml",
    "rules/*.yaml",
    "obligations/*.yaml",
    "penalties.yaml",
)


@dataclass(frozen=True)
class EditionContent:
    """One edition with everything that an evaluation needs, and the digest of its files."""

    edition: Edition
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    obligations: tuple[Obligation, ...]
    digest: str
    penalties: Penalties | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Dates from ``first`` until the day ``before`` on which the same editions hold."""

    first: date
    before: date | None
    editions: tuple[Edition, ...]

    @property
    def label(self) -> str:
        """The editions by name, such as "common 2024-12-10, cra 2024-12-10"."""
        return ", ".join(f"{one.act} {one.id}" for one in self.editions)


def editions_on(editions: Iterable[Edition], day: date) -> tuple[Edition, ...]:
    """Return the edition of every covered act that holds on a date, in the order of the acts.

    Raises AppError where an act has editions, but none for this date.
    """
    known = tuple(editions)
    covered = [act for act in Act if any(one.act == act for one in known)]
    found = {act: _edition_on(known, act, day) for act in covered}
    missing = [act for act, edition in found.items() if edition is None]
    if missing:
        first = min(one.applies_from for one in known if one.act == missing[0])
        message = _("No questionnaire of '{act}' covers {day}.")
        raise AppError(
            message.format(act=missing[0], day=day.isoformat()),
            _("The first one applies from {first}. Choose another date.").format(first=first),
        )
    return tuple(edition for edition in found.values() if edition is not None)


def _edition_on(editions: Sequence[Edition], act: Act, day: date) -> Edition | None:
    begun = [one for one in editions if one.act == act and one.applies_from <= day]
    latest = max(begun, key=lambda one: one.applies_from, default=None)
    return latest if latest is not None and latest.holds_on(day) else None


def periods(editions: Iterable[Edition]) -> tuple[Period, ...]:
    """Return the periods in which every covered act has an edition, in order of time."""
    known = tuple(editions)
    ends = {one.until for one in known if one.until is not None}
    days: list[date] = sorted({one.applies_from for one in known} | ends)
    following: list[date | None] = [*days[1:], None][: len(days)]
    return tuple(_periods(known, zip(days, following, strict=True)))


def _periods(
    editions: tuple[Edition, ...], spans: Iterable[tuple[date, date | None]]
) -> Iterator[Period]:
    for first, before in spans:
        try:
            yield Period(first, before, editions_on(editions, first))
        except AppError:
            continue


def merged(contents: Sequence[EditionContent]) -> Questionnaire:
    """Return one questionnaire: acts in their order, sections about the organisation first."""
    sections = [section for one in contents for section in one.sections]
    sections.sort(key=lambda section: section.about is not About.ORGANISATION)
    place = {section.id: number for number, section in enumerate(sections)}
    questions = [question for one in contents for question in one.questions]
    questions.sort(key=lambda question: place[question.section])
    return Questionnaire(
        editions=tuple(one.edition for one in contents),
        sections=tuple(sections),
        questions=tuple(questions),
        facts=tuple(fact for one in contents for fact in one.facts),
        findings=tuple(finding for one in contents for finding in one.findings),
        obligations=tuple(duty for one in contents for duty in one.obligations),
        penalties=tuple(one.penalties for one in contents if one.penalties),
    )


def content_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of an edition that count for its digest, in a fixed order."""
    found = (path for pattern in CONTENT_FILES for path in folder.glob(pattern))
    return tuple(sorted(path for path in found if path.is_file()))


def digest_of(folder: Path) -> str:
    """Return the SHA-256 of the content files of an edition: their names and bytes."""
    digest = hashlib.sha256()
    for path in content_files(folder):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        name = path.relative_to(folder).as_posix()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def edition_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders ``<act>/<edition>`` under a questionnaires folder."""
    acts = (root / act for act in Act)
    folders = (folder for act in acts if act.is_dir() for folder in sorted(act.iterdir()))
    return tuple(one for one in folders if one.is_dir() and not one.name.startswith("."))
