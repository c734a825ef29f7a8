# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of an edition (register.yaml): every duty the act knows, by id and provision."""

from __future__ import annotations

from pydantic import Field

from actready.domain.records import Record
from actready.domain.terms import Act


class RegisterEntry(Record):
    """One duty of the act and the provisions it rests on."""

    id: str
    provisions: tuple[str, ...] = Field(min_length=1)


class Elsewhere(Record):
    """Entries that no obligation stands for, and why. ``claims`` may stand for them instead."""

    covers: tuple[str, ...] = Field(min_length=1)
    reason: str
    claims: tuple[str, ...] = ()


class Register(Record):
    """All entries of one edition."""

    entries: tuple[RegisterEntry, ...] = Field(min_length=1)
    elsewhere: tuple[Elsewhere, ...] = ()
    act: Act = Act.COMMON
