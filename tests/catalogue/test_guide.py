# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The guide for authors: its files are built as it says, and the check answers as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.catalogue import tiny

from actready.catalogue.proofs import prove, render

GUIDE = Path(__file__).parents[2] / "docs" / "writing-questionnaires.md"
ROLES = "cra/2024-12-10/rules/10-roles.yaml"

_BLOCK = re.compile(r"^```\w+ title=(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(*, until: str = "") -> Iterator[tuple[str, str]]:
    text = GUIDE.read_text("utf-8")
    end = text.index(until) if until else len(text)
    yield from ((match[1], match[2]) for match in _BLOCK.finditer(text[:end]))


def build(root: Path, *, until: str = "") -> None:
    for title, content in blocks(until=until):
        if "/" in title:
            tiny.write(root, title, content)


@pytest.fixture
def guided(tmp_path: Path) -> Path:
    build(tmp_path / "questionnaires")
    return tmp_path / "questionnaires"


def test_that_the_first_questionnaire_of_the_guide_holds(tmp_path: Path) -> None:
    root = tmp_path / "questionnaires"
    build(root, until="## Add a question\n\n")
    report = prove(root)
    assert report.ok, render(report)
    assert (root / "cra/2024-12-10/cases/shop.yaml").exists()
    assert not (root / "cra/2024-12-10/cases/foundation.yaml").exists()


def test_that_the_guide_shows_what_the_check_prints(guided: Path) -> None:
    report = prove(guided)
    assert report.ok, render(report)
    assert dict(blocks())["output"] in render(report)


def test_that_the_fault_in_the_guide_is_the_one_that_is_told(guided: Path) -> None:
    tiny.replace(guided, ROLES, "{answer: sale.price, is: true}", "{answer: sale.prise, is: true}")
    assert [f"{fault}\n" for fault in prove(guided).faults] == [dict(blocks())["fault"]]


def test_that_the_problem_in_the_guide_is_the_one_that_is_found(guided: Path) -> None:
    tiny.replace(guided, ROLES, "          - {finding: role.steward}\n", "")
    assert dict(blocks())["problem"] in render(prove(guided))
