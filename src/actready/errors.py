# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Errors that people meet: what happened, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class AppError(Exception):
    """Something a user can read and act on.

    ``message`` says what happened, ``hint`` what to do. ``exit_status`` is what the command line
    returns: 1 for faulty input, 3 where this computer prevents the work.
    """

    exit_status = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ComputerError(AppError):
    """This computer prevents the work: a missing library, a full disk, a permission."""

    exit_status = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a file from outside: where it is, what is wrong, what to do."""

    problem: str
    hint: str = ""
    file: str = ""
    line: int | None = None
    where: str = ""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        parts = [
            part for part in (place, self.where, f"{self.problem} {self.hint}".strip()) if part
        ]
        return ": ".join(parts)


class FaultyInput(AppError):
    """A file was read and holds faults. All of them are listed, not the first only."""

    def __init__(self, message: str, faults: Iterable[Fault], hint: str = "") -> None:
        super().__init__(message, hint)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *map(str, self.faults)])


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the valid name that looks most like ``name``, or None when nothing is near."""
    import difflib  # only where something is wrong; the window starts without it

    found = difflib.get_close_matches(str(name)[:200], list(names), n=1, cutoff=0.5)
    return found[0] if found else None


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Return a sentence with the nearest valid name, or an empty text."""
    found = nearest(name, names)
    return f"Did you mean '{found}'?" if found else ""
