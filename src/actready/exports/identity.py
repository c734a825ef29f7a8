# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Identifiers that stay the same from export to export (UUID version 5, RFC 9562)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid5

from actready.report.context import ReportContext

_ACTREADY: Final = UUID("6f1b3c52-5d0e-5b0a-9c2f-2f6a3a1c7b11")


@dataclass(frozen=True, slots=True)
class Identity:
    """The names of one assessment. ``origin`` is the digest of its first entry.

    An answers file has no such entry; there it is the name of the organisation.
    """

    origin: str

    @classmethod
    def of(cls, context: ReportContext) -> Identity:
        """Return the identity of the assessment that a context was built from."""
        record = context.record
        return cls(record.origin if record and record.origin else context.organisation)

    def uuid(self, *names: str) -> str:
        """Return the identifier of what has these names."""
        return str(uuid5(_ACTREADY, "\x1f".join((self.origin, *names))))
