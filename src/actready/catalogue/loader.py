# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a questionnaires folder into records and finds every fault an author can make in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, TypeVar

from pydantic import BaseModel

from actready.catalogue.cases import Case
from actready.catalogue.compiled import SHIPPED_NAME
from actready.catalogue.editions import EditionContent, digest_of, edition_folders
from actready.catalogue.loaded import LoadedEdition, RecordKind
from actready.catalogue.locks import LOCKS_NAME
from actready.catalogue.places import Place, read_place
from actready.catalogue.provisions import read_provisions
from actready.catalogue.references import reference_faults
from actready.catalogue.register_records import Register
from actready.catalogue.validation import record
from actready.domain.penalties import Penalties
from actready.domain.questionnaire import (
    Edition,
    Fact,
    Finding,
    Obligation,
    Question,
    Section,
)
from actready.domain.terms import Act
from actready.errors import Fault, FaultyInput, did_you_mean
from actready.i18n import gettext as _

R = TypeVar("R", bound=BaseModel)

_ID: Final = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*", re.ASCII)
_FOR_PEOPLE: Final = "README.md"
_IN_ROOT: Final = (*(str(act) for act in Act), SHIPPED_NAME, LOCKS_NAME, _FOR_PEOPLE)
_IN_EDITION: Final = (
    "edition.yaml", "provisions.txt", "register.yaml", "penalties.yaml", "questions", "rules",
    "obligations", "cases", _FOR_PEOPLE,
)  # fmt: skip


def load_root(root: Path, *, with_cases: bool = True) -> tuple[LoadedEdition, ...]:
    """Return every edition under ``root``; raises FaultyInput with all faults.

    Worked cases only test the rules, so a program that uses the questionnaires leaves them out.
    """
    faults = _strangers(root, root, _IN_ROOT)
    for act in (one for one in Act if (root / one).is_dir()):
        folders = tuple(one.name for one in (root / act).iterdir() if one.is_dir())
        faults += _strangers(root, root / act, folders)
    readers = [_EditionReader(root, one, faults) for one in edition_folders(root)]
    loaded = [reader.read(with_cases=with_cases) for reader in readers]
    editions = tuple(edition for edition in loaded if edition is not None)
    if not readers:
        hint = _("A folder 'common/2024-12-10' with an edition.yaml is the least.")
        faults.append(Fault(_("There is no edition in this folder."), hint, root.name))
    if all(reader.is_whole for reader in readers):
        faults += reference_faults(editions)
    if faults:
        listed = sorted(set(faults), key=lambda one: (one.file, one.line or 0, one.problem))
        raise FaultyInput(_("The questionnaires have faults."), listed)
    return editions


def _shown(root: Path, path: Path) -> str:
    return path.relative_to(root.parent).as_posix()


def _strangers(root: Path, folder: Path, known: tuple[str, ...]) -> list[Fault]:
    """Return a fault for every file that would not be read."""
    names = sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []
    strange = [one for one in names if one not in known and not one.startswith(".")]
    return [
        Fault(
            _("'{name}' is not read.").format(name=name),
            did_you_mean(name, known) or _("Known are: {names}.").format(names=", ".join(known)),
            _shown(root, folder / name),
        )
        for name in strange
    ]


class _EditionReader:
    """Reads one edition and collects its records, their places and their faults."""

    def __init__(self, root: Path, folder: Path, faults: list[Fault]) -> None:
        self._root = root
        self._folder = folder
        self._faults = faults
        self.is_whole = True
        """Whether every file could be read. Otherwise what refers to their records is no fault."""
        self._act = Act(folder.parent.name)
        self._places: dict[tuple[RecordKind, str], Place] = {}
        self._provisions: tuple[str, ...] = ()
        self._sections: list[Section] = []
        self._questions: list[Question] = []
        self._facts: list[Fact] = []
        self._findings: list[Finding] = []
        self._obligations: list[Obligation] = []
        self._cases: list[Case] = []
        self._register: Register | None = None
        self._penalties: Penalties | None = None

    def read(self, *, with_cases: bool) -> LoadedEdition | None:
        """Return the edition, or None where it has no readable edition.yaml."""
        self._faults += _strangers(self._root, self._folder, _IN_EDITION)
        edition = self._edition()
        path = self._folder / "provisions.txt"
        before = len(self._faults)
        self._provisions = read_provisions(path, _shown(self._root, path), self._faults)
        self.is_whole &= len(self._faults) == before
        for place in self._files("questions", ("section", "questions")):
            self._section(place)
        for place in self._files("rules", ("facts", "findings")):
            self._facts += self._list("claim", Fact, place, "facts")
            self._findings += self._list("claim", Finding, place, "findings")
        for place in self._files("obligations", ("obligations",)):
            self._obligations += self._list("obligation", Obligation, place, "obligations")
        self._penalties = self._single("penalties", Penalties)
        if with_cases:
            self._read_cases()
            self._register = self._single("register", Register)
        return self._loaded(edition) if edition else None

    def _edition(self) -> Edition | None:
        place = self._place(self._folder / "edition.yaml")
        edition = self._record("edition", Edition, place, {}) if place else None
        if place and edition and not self._folder.name == edition.id == f"{edition.applies_from}":
            problem = _("The folder, 'id' and 'applies_from' name different dates.")
            hint = _("Give all three the first day on which this edition holds.")
            self._faults.append(place.fault(problem, hint, "id"))
        return edition

    def _section(self, place: Place) -> None:
        inner = place.inner("section")
        section = self._record("section", Section, inner, {}) if inner else None
        if inner is None:
            hint = _("Add 'section:' with 'id' and 'title'.")
            self._faults.append(place.fault(_("The file names no section."), hint))
        if section:
            self._sections.append(section)
        given = {"section": section.id, "about": section.about} if section else {}
        questions = self._list("question", Question, place, "questions", given)
        self._questions += questions if section else []

    def _single(self, kind: Literal["register", "penalties"], model: type[R]) -> R | None:
        """Return the record that a file of its own holds, or None where there is no such file."""
        path = self._folder / f"{kind}.yaml"
        place = self._place(path) if path.exists() else None
        if place is None:
            return None
        self._places[kind, kind] = place
        return self._record(kind, model, place, {})

    def _read_cases(self) -> None:
        for place in self._files("cases", None):
            case = self._record("case", Case, place, {})
            self._cases += [case] if case else []

    def _list(
        self,
        kind: RecordKind,
        model: type[R],
        place: Place,
        name: str,
        given: Mapping[str, object] = {},
    ) -> list[R]:
        """Return the records listed under ``name``."""
        inner = place.inner(name)
        items = inner.node.value if inner else []
        if inner and not isinstance(items, list):
            problem = _("'{field}' is no list.").format(field=name)
            self._faults.append(inner.fault(problem, _("Begin each item with '- id: …'.")))
            return []
        places = [Place(place.file, item) for item in items] if isinstance(items, list) else []
        made = [self._record(kind, model, one, given) for one in places]
        return [one for one in made if one is not None]

    def _record(
        self, kind: RecordKind, model: type[R], place: Place, given: Mapping[str, object]
    ) -> R | None:
        name = place.text("id") or ""
        named = Place(place.file, place.node, name)
        if name:
            self._remember(kind, name, named)
        return record(model, named, {**given, "act": self._act}, self._faults)

    def _remember(self, kind: RecordKind, name: str, place: Place) -> None:
        """Keep the place of a record by its id, which has to be new and well formed."""
        if not _ID.fullmatch(name):
            hint = _("Use lower-case letters and digits, with '.', '_' or '-' between them.")
            problem = _("'{id}' is no valid id.").format(id=name[:60])
            self._faults.append(place.fault(problem, hint, "id"))
        first = self._places.setdefault((kind, name), place)
        if first is not place:
            problem = _("The id '{id}' is used before, in {file}, line {line}.")
            problem = problem.format(id=name, file=first.file, line=first.node.line)
            self._faults.append(place.fault(problem, _("Choose another id."), "id"))

    def _files(self, folder: str, fields: tuple[str, ...] | None) -> list[Place]:
        """Return the files of a folder in name order; other fields than these are faults."""
        names = sorted(one.name for one in (self._folder / folder).glob("*") if one.is_file())
        yaml_names = tuple(one for one in names if one.endswith(".yaml"))
        self._faults += _strangers(self._root, self._folder / folder, yaml_names)
        places = [self._place(self._folder / folder / name) for name in yaml_names]
        found = [place for place in places if place is not None]
        return [one for one in found if fields is None or self._has_only(one, fields)]

    def _has_only(self, place: Place, fields: tuple[str, ...]) -> bool:
        written = place.node.value
        if not isinstance(written, dict):
            problem = _("The file holds no fields.")
            hint = _("Begin with '{field}:'.").format(field=fields[-1])
            self._faults.append(place.fault(problem, hint))
            return False
        for name in written.keys() - set(fields):
            problem = _("'{field}' is no field here.").format(field=name[:60])
            listed = _("The fields are: {names}.").format(names=", ".join(fields))
            self._faults.append(place.fault(problem, did_you_mean(name, fields) or listed, name))
        return True

    def _place(self, path: Path) -> Place | None:
        place = read_place(path, _shown(self._root, path), self._faults)
        self.is_whole &= place is not None
        return place

    def _loaded(self, edition: Edition) -> LoadedEdition:
        content = EditionContent(
            edition,
            tuple(self._sections),
            tuple(self._questions),
            tuple(self._facts),
            tuple(self._findings),
            tuple(self._obligations),
            self._digest(),
            self._penalties,
        )
        cases = tuple(self._cases)
        return LoadedEdition(content, cases, self._provisions, self._places, self._register)

    def _digest(self) -> str:
        """Return the digest of the files; one that cannot be read is a fault already."""
        try:
            return digest_of(self._folder)
        except OSError:
            return ""
