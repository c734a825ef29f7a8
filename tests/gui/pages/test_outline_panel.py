# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outline of a long road: many sections, of which not all fit into the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea
from tests.domain.example import EXAMPLE, OBLIGATIONS, question
from tests.gui.conftest import ONLY_QUESTIONS, example_session
from tests.gui.driver import WizardDriver
from tests.gui.ready_example import changed

from actready.domain.questionnaire import Section
from actready.gui.main_window import MainWindow
from actready.gui.workspace import Workspace

NAMES = [f"part{number}" for number in range(30)]
LONG_ROAD = changed(
    sections=(
        *EXAMPLE.sections,
        *(Section.model_validate({"id": one, "title": f"Readiness: {one}"}) for one in NAMES),
    ),
    questions=(
        *EXAMPLE.questions,
        *(question(f"ready.{one}", "one_of", "done", "open", section=one) for one in NAMES),
    ),
    obligations=(
        OBLIGATIONS[1].model_copy(update={"readiness": tuple(f"ready.{one}" for one in NAMES)}),
    ),
)


@pytest.fixture
def traveller(window: MainWindow, tmp_path: Path) -> Iterator[WizardDriver]:
    """Someone who lends a boat for money, and has thirty more sections before them."""
    session = example_session(tmp_path / "long.actready", LONG_ROAD)
    session.answer("s1", "boat.use", "lend")
    session.answer("s1", "boat.return", ("money",))
    workspace = Workspace(window, session, ONLY_QUESTIONS, lambda: None)
    yield WizardDriver(window, workspace)
    workspace.close()
    session.close()


@pytest.mark.parametrize("name", [NAMES[0], NAMES[-1]])
def test_that_the_present_section_is_in_view(traveller: WizardDriver, name: str) -> None:
    traveller.open_question("s1", f"ready.{name}")
    row = traveller.named(f"Readiness: {name}")
    assert row.visibleRegion().boundingRect() == row.rect()


def test_that_the_count_of_answers_includes_readiness(traveller: WizardDriver) -> None:
    traveller.open_question("s1", "ready.part3")
    total = sum("Readiness: part" in one for one in traveller.texts())
    assert total >= len(NAMES)
    traveller.answer("Done")
    assert traveller.named("Readiness: part3").accessibleName().endswith("1 of 1, answered")


def test_that_a_long_road_never_scrolls_sideways(traveller: WizardDriver) -> None:
    traveller.open_question("s1", "ready.part3")
    bars = [one.horizontalScrollBar() for one in traveller.window.findChildren(QScrollArea)]
    assert not any(bar.isVisible() for bar in bars)
