# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chain of digests that ties each entry of a record to all entries before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pydantic import ValidationError

from actready.domain.events import EVENT, Entry, Event
from actready.i18n import gettext as _

#: What the first entry names as the digest of the one before.
BEGINNING: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table of events, as it is stored."""

    number: int
    at: str
    kind: str
    event: str
    previous: str
    digest: str

    @property
    def columns(self) -> tuple[int, str, str, str, str, str]:
        """The values in the order of the table."""
        return (self.number, self.at, self.kind, self.event, self.previous, self.digest)


@dataclass(frozen=True, slots=True)
class AuditResult:
    """What a walk along the chain found.

    ``entries`` and ``head`` are the number of intact entries from the first on, and the digest of
    the last of them. ``problem`` is a sentence about the first broken place, or empty.
    """

    entries: int
    head: str
    intact: bool
    problem: str = ""


class BrokenEntry(Exception):
    """An entry does not follow from those before it. ``problem`` is a sentence for the user."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def canonical(value: object) -> str:
    """Return JSON in the one form that has a digest.

    Keys are sorted, there are no spaces, and no escapes but those that JSON requires. Raises
    ValueError for numbers that are not finite.
    """
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def digest(number: int, at: str, event: object, previous: str) -> str:
    """Return the SHA-256 digest of an entry, which covers the digest of the entry before."""
    line = canonical({"at": at, "event": event, "number": number, "previous": previous})
    return hashlib.sha256(line.encode("utf-8")).hexdigest()


def row_for(number: int, at: str, event: Event, previous: str) -> Row:
    """Return the row that records ``event`` after the entry with the digest ``previous``."""
    payload = EVENT.dump_python(event, mode="json")
    return Row(
        number, at, event.kind, canonical(payload), previous, digest(number, at, payload, previous)
    )


def walk(rows: Iterable[Row]) -> Iterator[tuple[Row, Entry]]:
    """Yield every row with the entry it holds, from the first on.

    Raises BrokenEntry at the first row that is not what was written.
    """
    previous = BEGINNING
    for number, row in enumerate(rows, 1):
        if row.number != number:
            raise BrokenEntry(_("Entry {number} is missing.").format(number=number))
        if row.previous != previous:
            problem = _("Entry {number} does not follow the one before it.")
            raise BrokenEntry(problem.format(number=number))
        yield row, _entry(row)
        previous = row.digest


def collect(rows: Iterable[Row], intact: list[Row]) -> str:
    """Append rows to ``intact`` up to the first broken one; return what is wrong with that one."""
    try:
        for row, _entry_in_it in walk(rows):
            intact.append(row)
    except BrokenEntry as broken:
        return broken.problem
    return ""


def result(intact: Sequence[Row], problem: str) -> AuditResult:
    """Return what a walk found that met ``intact`` entries and then ``problem``, if any."""
    if not intact:
        return AuditResult(0, BEGINNING, False, problem or _("The record is empty."))
    return AuditResult(len(intact), intact[-1].digest, not problem, problem)


def _entry(row: Row) -> Entry:
    try:
        payload: object = json.loads(row.event)
        datetime.fromisoformat(row.at)
        unchanged = (
            canonical(payload) == row.event
            and digest(row.number, row.at, payload, row.previous) == row.digest
        )
    except (ValueError, TypeError, RecursionError):  # no JSON, no time, no text, or too deep
        unchanged = False
    if not unchanged:
        raise BrokenEntry(_("Entry {number} was changed.").format(number=row.number))
    return Entry(number=row.number, at=row.at, event=_event(row, payload))


def _event(row: Row, payload: object) -> Event:
    try:
        event = EVENT.validate_python(payload)
    except ValidationError:
        event = None
    if event is None or event.kind != row.kind:
        problem = _("Entry {number} holds an event that this version of ActReady does not know.")
        raise BrokenEntry(problem.format(number=row.number))
    return event
