# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What reading an edition yields beyond its content: cases, provisions, places of records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from actready.catalogue.cases import Case
from actready.catalogue.editions import EditionContent
from actready.catalogue.places import Place
from actready.catalogue.register_records import Register
from actready.domain.questionnaire import Edition

#: Facts and findings share their ids; every other kind of record has its own.
RecordKind = Literal[
    "edition", "section", "question", "claim", "obligation", "case", "register", "penalties"
]


@dataclass(frozen=True)
class LoadedEdition:
    """One edition as read from its folder."""

    content: EditionContent
    cases: tuple[Case, ...]
    provisions: tuple[str, ...]
    places: Mapping[tuple[RecordKind, str], Place] = field(repr=False)
    register: Register | None = None

    @property
    def edition(self) -> Edition:
        """The edition itself."""
        return self.content.edition

    @property
    def digest(self) -> str:
        """The SHA-256 of its content files."""
        return self.content.digest

    @property
    def is_whole(self) -> bool:
        """Whether every fact and finding that the files name could be read."""
        named = sum(kind == "claim" for kind, _name in self.places)
        return named == len(self.content.facts) + len(self.content.findings)
