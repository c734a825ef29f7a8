# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole program for a test: on the small invented law, or on what ships with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, Protocol

import pytest
from pytestqt.qtbot import QtBot
from tests.domain.example import EXAMPLE
from tests.gui.driver_pages import ProgramDriver

from actready.catalogue import Catalogue, open_catalogue
from actready.domain.questionnaire import Questionnaire
from actready.domain.terms import Act
from actready.gui import files
from actready.gui import program as program_module
from actready.gui.main_window import MainWindow
from actready.gui.program import Program

NOW: Final = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)

#: A lender with papers to carry, a host of open law, a boat that is only sailed, one nobody knows.
HARBOUR: Final = """\
format: 1
as_of: 2026-11-23
organisation:
  name: Harbour
  answers: {org.club: true, org.people: dont_know}
  notes: {org.people: The list is with the treasurer.}
subjects:
  - name: Cutter
    answers: {boat.use: lend, boat.return: [money], boat.length: 30}
  - name: Punt
    answers: {boat.use: lend, boat.return: [nothing], boat.length: 6}
  - name: Yawl
    answers: {boat.use: sail, boat.return: [favours]}
  - name: Dinghy
    answers: {boat.use: dont_know}
"""


class Questionnaires(Protocol):
    """What the program asks of its catalogue."""

    def questionnaire(self, as_of: date) -> Questionnaire: ...

    def pinned(self, as_of: date) -> Mapping[Act, str]: ...


class Example:
    """Stands for the catalogue, with the invented law on every date."""

    def questionnaire(self, as_of: date) -> Questionnaire:
        return EXAMPLE

    def pinned(self, as_of: date) -> Mapping[Act, str]:
        return {Act.CRA: "2025-06-01"}


Starter = Callable[[Questionnaires], ProgramDriver]


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The questionnaires that ship with the program."""
    return open_catalogue(cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture
def start(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[Starter]:
    """Start the program on 23 November 2026, with one sample, the harbour."""
    samples = tmp_path / "samples"
    samples.mkdir()
    (samples / "harbour.yaml").write_text(HARBOUR, "utf-8")
    monkeypatch.setattr(program_module, "now", lambda: NOW)
    monkeypatch.setattr(files, "data_folder", lambda _name: samples)
    programs: list[Program] = []

    def started(law: Questionnaires) -> ProgramDriver:
        monkeypatch.setattr(program_module, "open_catalogue", lambda: law)
        program = Program(window, tmp_path / "settings.json", tmp_path / "data")
        programs.append(program)
        driver = ProgramDriver(window, program, monkeypatch, qtbot)
        program.begin(None)
        driver.settle()
        return driver

    yield started
    for program in programs:
        program.close()


@pytest.fixture
def user(start: Starter) -> ProgramDriver:
    """Someone in front of the start page."""
    return start(Example())


@pytest.fixture
def harbour(user: ProgramDriver) -> ProgramDriver:
    """The same person with the harbour open."""
    user.click("Sample: Harbour, harbour.yaml")
    return user
