# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The compiled catalogue that the program starts from: one JSON file, never staler than the YAML.

Reading the YAML takes long enough to be felt, so its checked form is kept beside the installed
files or in the user's cache. It carries a digest of everything it was made from; where that
differs, or where the file is unreadable, the YAML is read again.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cache as remembered
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from actready import __version__, resources
from actready.catalogue.editions import (
    EditionContent,
    digest_of,
    edition_folders,
    editions_on,
    merged,
)
from actready.domain.questionnaire import Edition, Questionnaire
from actready.domain.terms import Act
from actready.errors import AppError
from actready.files import replacing, told

SHIPPED_NAME: Final = "compiled.json"
_FORMAT: Final = 4


@dataclass(frozen=True)
class Compiled:
    """The content of a compiled file."""

    digest: str
    contents: tuple[EditionContent, ...]


@dataclass(frozen=True)
class Catalogue:
    """All editions of all acts. Questionnaires are merged from them for a date."""

    contents: tuple[EditionContent, ...]
    _merged: dict[tuple[Edition, ...], Questionnaire] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Return every edition, those of one act together, older ones first."""
        return tuple(one.edition for one in self.contents)

    def questionnaire(self, as_of: date) -> Questionnaire:
        """Return the questionnaire of all acts on a date; AppError where an act has none."""
        editions = editions_on(self.editions, as_of)
        if editions not in self._merged:
            contents = [one for one in self.contents if one.edition in editions]
            self._merged[editions] = merged(contents)
        return self._merged[editions]

    def pinned(self, as_of: date) -> Mapping[Act, str]:
        """Return the edition id of each covered act on a date; AppError where an act has none."""
        return {one.act: one.id for one in editions_on(self.editions, as_of)}


def open_catalogue(root: Path | None = None, cache: Path | None = None) -> Catalogue:
    """Open the questionnaires under ``root``, from their compiled form where that is current.

    ``cache`` is the folder for the compiled form; by default the user's cache. Raises FaultyInput
    with all faults where the YAML has to be read and is faulty, ComputerError where it cannot be.
    """
    folder = resources.data_folder("questionnaires") if root is None else root
    with told(folder):
        digest = digest_of_all(folder)
    kept = (cache_folder() if cache is None else cache) / _name_for(folder)
    for candidate in (folder / SHIPPED_NAME, kept):
        compiled = _read(candidate)
        if compiled is not None and compiled.digest == digest:
            return Catalogue(compiled.contents)
    compiled = _compile(folder, digest)
    with suppress(OSError, AppError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        _write(compiled, kept)
    return Catalogue(compiled.contents)


def compile_into(root: Path, target: Path) -> None:
    """Write the compiled form of the questionnaires under ``root`` to ``target``.

    Raises FaultyInput with all faults of the YAML, AppError where the file cannot be written.
    """
    _write(_compile(root, digest_of_all(root)), target)


def digest_of_all(root: Path) -> str:
    """Return a digest over every edition under ``root``, the program and the compiled format."""
    digest = hashlib.sha256(f"{_FORMAT} {__version__}".encode())
    for folder in edition_folders(root):
        digest.update(f"{folder.relative_to(root).as_posix()} {digest_of(folder)}\n".encode())
    return digest.hexdigest()


def cache_folder(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for files that can be made again, by the custom of the platform."""
    if platform == "win32":
        base = environment.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / "ActReady" / "Cache"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ActReady"
    given = environment.get("XDG_CACHE_HOME", "")
    return (Path(given) if Path(given).is_absolute() else Path.home() / ".cache") / "actready"


def _name_for(root: Path) -> str:
    """Return one file name for each questionnaires folder, so that two checkouts do not meet."""
    place = hashlib.sha256(str(root.resolve()).encode()).hexdigest()
    return f"questionnaires-{place[:16]}.json"


@remembered
def _adapter() -> TypeAdapter[Compiled]:
    return TypeAdapter(Compiled)


def _read(path: Path) -> Compiled | None:
    """Return a compiled file, or None where it is missing, damaged or not ours."""
    try:
        return _adapter().validate_json(path.read_bytes())
    except (OSError, ValueError):
        return None


def _compile(root: Path, digest: str) -> Compiled:
    # Imported here: the loader needs the YAML library, which a normal start does without.
    from actready.catalogue.loader import load_root

    return Compiled(digest, tuple(one.content for one in load_root(root, with_cases=False)))


def _write(compiled: Compiled, target: Path) -> None:
    with replacing(target) as part:
        part.write_bytes(_adapter().dump_json(compiled, by_alias=True, exclude_defaults=True))
