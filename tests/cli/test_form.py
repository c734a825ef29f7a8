# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""questions prints every question, and its YAML is an answers file to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.driver import NOW, OUTSIDE, SAMPLE, actready, answers_file, subjects, under_cra
from tests.domain.example import EXAMPLE

from actready.catalogue import open_catalogue
from actready.cli.console import Console
from actready.cli.form import print_questions
from actready.domain.terms import Act

QUESTIONNAIRE = open_catalogue().questionnaire(NOW.date())
IDS = [one.id for one in QUESTIONNAIRE.questions]


def test_that_json_holds_every_question_in_order() -> None:
    listed = actready("questions", "--format", "json").objects
    assert [one["id"] for one in listed] == IDS
    assert list(listed[0]) == [
        "id", "act", "about", "section", "text", "help", "unknown", "kind", "options",
        "provisions",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["text", "yaml"])
def test_that_text_and_yaml_hold_every_question(form: str) -> None:
    printed = actready("questions", "--format", form)
    assert printed.status == 0
    assert all(one in printed.out for one in IDS)
    assert "{organisation}" not in printed.out
    assert "{subject}" not in printed.out


def test_that_the_empty_form_is_an_answers_file_without_faults(tmp_path: Path) -> None:
    form = answers_file(tmp_path, actready("questions", "--format", "yaml").out)
    printed = actready("evaluate", form, "--format", "json")
    assert (printed.status, printed.err) == (0, "")
    assert under_cra(subjects(printed)[0])["roles"] == []


def test_that_a_filled_form_gives_a_role(tmp_path: Path) -> None:
    form = actready("questions", "--format", "yaml").out
    filled = form
    for question, option in OUTSIDE.items():
        filled = filled.replace(f"{question}: dont_know", f"{question}: {option}")
    printed = actready("evaluate", answers_file(tmp_path, filled), "--format", "json")
    assert under_cra(subjects(printed)[0])["roles"] == ["none"]


def test_that_one_act_needs_its_own_and_the_shared_questions() -> None:
    listed = actready("questions", "--format", "json", "--act", "ai_act").objects
    assert {one["act"] for one in listed} == {"common", "ai_act"}
    both = actready("questions", "--format", "json", "--act", "cra").objects
    assert {one["act"] for one in both} == {"common", "cra"}


def test_that_the_text_fits_a_terminal() -> None:
    lines = actready("questions").out.splitlines()
    assert max(map(len, lines)) <= 80


def test_that_a_date_without_a_questionnaire_is_refused() -> None:
    early = actready("questions", "--as-of", "2020-01-01")
    assert (early.status, early.out) == (1, "")


def test_that_every_kind_of_question_says_how_to_answer_it(tmp_path: Path) -> None:
    with (tmp_path / "form").open("w+", encoding="utf-8") as stream:
        console = Console(stream, stream, lambda: NOW)
        assert print_questions(EXAMPLE, console, "text", None) == 0
        assert print_questions(EXAMPLE, console, "text", Act.AI_ACT) == 0
        stream.seek(0)
        text = stream.read()
    assert "[boat.name: a text]" in text
    assert "[boat.launched: a date, like 2027-12-11]" in text


def test_that_the_sample_answers_only_known_questions() -> None:
    assert actready("evaluate", SAMPLE).err == ""


def test_that_authors_get_questions_and_rules_as_a_page_and_as_a_graph() -> None:
    page = actready("questions", "--format", "markdown")
    assert page.status == 0
    assert "`supply.form` · one_of" in page.out
    assert "`cra.role.steward`" in page.out
    graph = actready("questions", "--format", "dot")
    assert graph.out.startswith("digraph questionnaire {")
    assert '"cra.own_product" -> "cra.role.manufacturer";' in graph.out
    assert graph.out.endswith("}\n")
