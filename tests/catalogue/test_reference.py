# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The questionnaire for reading: as a page and as a graph."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.catalogue import tiny

from actready.catalogue import open_catalogue
from actready.catalogue.reference import graph, markdown
from actready.domain.questionnaire import Questionnaire


@pytest.fixture
def questionnaire(root: Path, tmp_path: Path) -> Questionnaire:
    name = f"{tiny.CRA}/questions/10-product.yaml"
    tiny.replace(root, name, "label: A price", "label: A price, hint: Also a small one.")
    tiny.replace(root, name, "unknown: Ask them.", "unknown: Ask them.\n    instruction: Count.")
    return open_catalogue(root, tmp_path / "cache").questionnaire(date(2028, 1, 10))


def test_that_the_page_tells_for_each_option_which_rules_name_it(
    questionnaire: Questionnaire,
) -> None:
    page = markdown(questionnaire).splitlines()
    assert "# Questionnaire" in page
    assert "Shared questions 2024-12-10, Cyber Resilience Act 2024-12-10" in page
    assert "### What does {organisation} get for {subject}?" in page
    assert "`sale.ways` · several_of · CRA Art. 3(13)" in page
    assert "- `price` **A price** Also a small one. → `sold`" in page
    assert "- `thanks` **Thanks** → all other cases" in page
    assert "Used by: `cared_for`" in page
    assert "Count." in page
    assert "- `sold`: It is sold. (CRA Art. 3(13))" in page
    assert "- `role.none`: No role. (CRA Recital 18)" in page


def test_that_the_graph_leads_from_questions_over_facts_to_findings(
    questionnaire: Questionnaire,
) -> None:
    lines = [line.strip() for line in graph(questionnaire).splitlines()]
    assert lines[0] == "digraph questionnaire {"
    assert lines[-1] == "}"
    for edge in (
        '"sale.ways" -> "sold";',
        '"care.people" -> "cared_for";',
        '"cared_for" -> "role.steward";',
        '"role.none" -> "scope.in";',
    ):
        assert lines.count(edge) == 1
    assert not any('-> "note.text"' in line or '"note.text" ->' in line for line in lines)
