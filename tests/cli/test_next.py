# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""next lists what to ask, so that answering it, one after the other, comes to an end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.driver import (
    OUTSIDE,
    SAMPLE,
    Outcome,
    actready,
    answers_file,
    assessment_file,
    sold_program,
    subjects,
    under_cra,
)

from actready.domain.contract import Json


def asked(path: Path, *options: str) -> list[tuple[Json, Json]]:
    """Return what is asked as (subject, question)."""
    listed = actready("next", path, "--format", "json", *options)
    assert listed.status == 0
    return [(one["subject"], one["id"]) for one in listed.objects]


def test_that_an_empty_subject_is_asked_for_what_decides_most_first(tmp_path: Path) -> None:
    path = answers_file(tmp_path, "format: 1\nsubjects: [{name: A}]\n")
    listed = actready("next", path, "--format", "json").objects
    decides = [len(str(one["findings"]).split(",")) for one in listed if one["subject"] == "A"]
    assert listed[0]["subject"] == "A"
    assert decides == sorted(decides, reverse=True)


def test_that_each_question_says_what_one_needs_to_answer_it(tmp_path: Path) -> None:
    path = answers_file(tmp_path, "format: 1\nsubjects: [{name: Tool}]\n")
    listed = actready("next", path, "--format", "json").objects
    first = next(one for one in listed if one["id"] == "supply.form")
    assert list(first) == [
        "id", "subject", "text", "help", "unknown", "kind", "options", "provisions", "findings",
        "duties",
    ]  # fmt: skip
    assert first["text"] == "What do users get when they get Tool?"
    assert first["kind"] == "one_of"
    options = first["options"]
    assert isinstance(options, list)
    assert isinstance(options[0], dict)
    assert list(options[0]) == ["id", "label", "hint"]
    assert "CRA Art. 3(1)" in str(first["provisions"])
    assert "cra.role.manufacturer" in str(first["findings"])
    assert first["duties"] == []


def test_that_questions_about_the_organisation_come_once(tmp_path: Path) -> None:
    path = answers_file(tmp_path, "format: 1\nsubjects: [{name: A}, {name: B}]\n")
    listed = asked(path)
    of_organisation = [question for subject, question in listed if subject is None]
    assert len(of_organisation) == len(set(of_organisation))
    assert {"org.legal_form", "org.staff"} <= {*of_organisation}
    assert ("A", "supply.form") in listed
    assert ("B", "supply.form") in listed


def test_that_one_act_is_asked_for_alone_with_what_the_acts_share(tmp_path: Path) -> None:
    path = answers_file(tmp_path, "format: 1\nsubjects: [{name: A}]\n")
    of_cra = {question for _subject, question in asked(path, "--act", "cra")}
    of_ai = {question for _subject, question in asked(path, "--act", "ai_act")}
    assert {"steward.support", "supply.form", "org.staff"} <= of_cra
    assert "ai.kind" not in of_cra
    assert {"ai.kind", "subject.relation", "org.staff"} <= of_ai
    assert "steward.support" not in of_ai
    every = {question for _subject, question in asked(path)}
    assert of_cra | of_ai == every


def test_that_only_one_subject_is_asked_about_on_demand(tmp_path: Path) -> None:
    path = answers_file(tmp_path, "format: 1\nsubjects: [{name: A}, {name: B}]\n")
    assert {subject for subject, _question in asked(path, "--subject", "B")} == {"B", None}


def test_that_an_unknown_subject_is_a_fault_that_names_the_nearest() -> None:
    wrong = actready("next", SAMPLE, "--subject", "Libary B")
    assert (wrong.status, wrong.out) == (1, "")
    assert "Did you mean 'Library B'?" in wrong.err
    far = actready("next", SAMPLE, "--subject", "zzz")
    assert "Backup suite A, Library B, Experiment C" in far.err


def test_that_without_subjects_only_the_organisation_is_asked(tmp_path: Path) -> None:
    listed = asked(assessment_file(tmp_path))
    assert listed
    assert {subject for subject, _question in listed} == {None}


def test_that_what_was_answered_with_dont_know_comes_only_on_demand(tmp_path: Path) -> None:
    path = answers_file(
        tmp_path, "format: 1\nsubjects: [{name: A, answers: {supply.form: dont_know}}]\n"
    )
    assert ("A", "supply.form") not in asked(path)
    listed = actready("next", path, "--format", "json", "--all").objects
    again = next(one for one in listed if one["id"] == "supply.form")
    assert again["answer"] == "dont_know"
    assert all("answer" not in one for one in listed if one is not again)


@pytest.mark.parametrize("choice", ["first", "last", "dont_know"])
def test_that_answering_what_is_asked_comes_to_an_end_and_settles_the_role(
    tmp_path: Path, choice: str
) -> None:
    answers: dict[str, Json] = {}
    organisation: dict[str, Json] = {}
    document: dict[str, Json] = {
        "format": 1,
        "organisation": {"answers": organisation},
        "subjects": [{"name": "A", "answers": answers}],
    }
    path = tmp_path / "answers.json"
    questions: list[Json] = []
    while len(questions) < 250:
        path.write_text(json.dumps(document), encoding="utf-8")
        listed = actready("next", path, "--format", "json")
        if not listed.objects:
            break
        question = listed.objects[0]
        questions.append(question["id"])
        owner = answers if question["subject"] == "A" else organisation
        owner[str(question["id"])] = choose(question, choice)
    assert len(questions) == len(set(questions)) < 250
    roles = under_cra(subjects(actready("evaluate", path, "--format", "json"))[0])["roles"]
    assert (roles == []) is (choice == "dont_know")


def choose(question: dict[str, Json], choice: str) -> Json:
    place = 0 if choice == "first" else -1
    options = question["options"]
    if choice == "dont_know":
        return "dont_know"
    if isinstance(options, list) and options:
        option = options[place]
        assert isinstance(option, dict)
        return option["id"]
    plain: dict[str, Json] = {"yes_no": place == 0, "number": 5, "date": "2028-01-10"}
    return plain[str(question["kind"])]


def test_that_the_text_shows_options_and_what_to_do_if_one_does_not_know(tmp_path: Path) -> None:
    path = answers_file(tmp_path, "format: 1\nsubjects: [{name: Tool}]\n")
    text = actready("next", path).out
    assert ". Tool: What do users get when they get Tool?" in text
    assert "      download          Software for their own machines" in text
    assert "      dont_know         Everything stays undetermined." in text
    assert "Can still change: Manufacturer" in text
    assert max(map(len, text.splitlines())) <= 80


def said(outcome: Outcome) -> str:
    return " ".join(outcome.out.split())


def test_that_the_text_says_when_nothing_is_left(tmp_path: Path) -> None:
    organisation = "organisation: {answers: {org.staff: 3000}}"
    subject = f"subjects: [{{name: A, answers: {json.dumps({**OUTSIDE})}}}]"
    settled = answers_file(tmp_path, f"format: 1\n{organisation}\n{subject}\n")
    left = said(actready("next", settled, "--act", "cra"))
    assert left == "No question is left that can change the result."
    unsure = answers_file(
        tmp_path, "format: 1\norganisation: {answers: {org.staff: dont_know}}\n" + subject
    )
    only_unsure = actready("next", unsure, "--subject", "A")
    assert "org.turnover" in only_unsure.out


def test_that_the_text_says_when_only_dont_knows_are_left(tmp_path: Path) -> None:
    form = answers_file(tmp_path, actready("questions", "--format", "yaml").out)
    assert "Add --all to see them." in said(actready("next", form))


def test_that_an_assessment_file_can_be_asked_too(tmp_path: Path) -> None:
    listed = asked(assessment_file(tmp_path, *sold_program()))
    assert ("Program", "placing.date") in listed
    assert ("Program", "supply.form") not in listed


def test_that_the_turnover_is_asked_for_the_sake_of_fines_although_the_size_is_settled(
    tmp_path: Path,
) -> None:
    path = answers_file(
        tmp_path,
        """
        format: 1
        organisation: {name: Firm, answers: {org.staff: 4000}}
        subjects:
          - name: Tool
            answers:
              supply.form: download
              subject.relation: make
              supply.reach: union
              supply.price: [paid]
              licence.kind: closed
              placing.date: 2028-01-03
              product.connection: true
              product.other_law: none
              class.group: none
        """,
    )
    listed = actready("next", path, "--format", "json", "--as-of", "2028-01-10").objects
    (turnover,) = [one for one in listed if one["id"] == "org.turnover"]
    assert (turnover["subject"], turnover["findings"]) == (None, [])
    assert "cra.duty.risk_assessment" in str(turnover["duties"])
