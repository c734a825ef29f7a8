# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""evaluate prints what follows from the answers, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.driver import (
    NOW,
    OUTSIDE,
    SAMPLE,
    actready,
    answers_file,
    assessment_file,
    sold_program,
    subjects,
    under_cra,
)

from actready import __version__
from actready.domain.contract import Json

HOSTILE = """
format: 1
organisation:
  name: "{subject} \\u001b[31m<b>"
subjects:
  - name: "{organisation} %s \\u202egnp.exe"
    answers: {supply.form: other}
"""


def test_that_the_sample_firm_makes_one_product_sustains_one_and_is_nobody_for_one() -> None:
    firm = actready("evaluate", SAMPLE, "--format", "json")
    assert firm.status == 0
    assert [(under_cra(one)["roles"], under_cra(one)["scope"]) for one in subjects(firm)[:3]] == [
        (["manufacturer"], "partly"),
        (["steward"], "partly"),
        (["none"], "out"),
    ]


def test_that_the_sample_shows_what_an_unknown_looks_like() -> None:
    firm = actready("evaluate", SAMPLE, "--format", "json")
    console = under_cra(subjects(firm)[3])
    assert (console["scope"], console["roles"]) == ("undetermined", [])
    assert console["possible_roles"] == ["manufacturer", "none"]
    still_open = console["open_questions"]
    assert isinstance(still_open, list)
    assert "service.link" in still_open
    assert firm.object["organisation"] == {"name": "Company Z", "size": "undetermined"}


def test_that_the_head_names_version_date_and_editions() -> None:
    firm = actready("evaluate", SAMPLE, "--format", "json")
    head = {key: value for key, value in firm.object.items() if key != "subjects"}
    assert head == {
        "format": 1,
        "actready": __version__,
        "as_of": "2026-11-23",
        "editions": {"cra": "2024-12-10", "ai_act": "2026-07-27"},
        "organisation": {"name": "Company Z", "size": "undetermined"},
    }


def test_that_an_assessment_file_and_an_answers_file_give_the_same_result(tmp_path: Path) -> None:
    file = assessment_file(tmp_path, *sold_program())
    exported = tmp_path / "answers.yaml"
    assert actready("export", file, "-o", exported).status == 0
    first = actready("evaluate", file, "--format", "json")
    assert under_cra(subjects(first)[0])["roles"] == ["manufacturer"]
    assert actready("evaluate", exported, "--format", "json").out == first.out


def test_that_evaluating_an_assessment_file_leaves_it_as_it_is(tmp_path: Path) -> None:
    file = assessment_file(tmp_path, *sold_program())
    before = file.read_bytes()
    file.chmod(0o444)
    assert actready("evaluate", file).status == 0
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("stated", "option", "expected"),
    [
        ("as_of: 2027-05-05", ["--as-of", "2028-01-01"], "2028-01-01"),
        ("as_of: 2027-05-05", [], "2027-05-05"),
        ("", [], NOW.date().isoformat()),
    ],
)
def test_that_the_date_is_the_one_asked_for_else_the_files_else_today(
    tmp_path: Path, stated: str, option: list[str], expected: str
) -> None:
    path = answers_file(tmp_path, f"format: 1\n{stated}\n")
    printed = actready("evaluate", path, "--format", "json", *option)
    assert printed.object["as_of"] == expected


def test_that_a_date_before_the_first_edition_is_refused() -> None:
    early = actready("evaluate", SAMPLE, "--as-of", "2020-01-01")
    assert (early.status, early.out) == (1, "")
    assert "2020-01-01" in early.err


def test_that_a_json_answers_file_is_read_like_a_yaml_one(tmp_path: Path) -> None:
    data: Json = {"format": 1, "subjects": [{"name": "A", "answers": {**OUTSIDE}}]}
    path = answers_file(tmp_path, json.dumps(data), "answers.json")
    printed = actready("evaluate", path, "--format", "json")
    assert under_cra(subjects(printed)[0])["roles"] == ["none"]


def test_that_obligations_that_do_not_apply_are_listed_only_on_demand() -> None:
    def applies(*options: str) -> set[Json]:
        printed = actready("evaluate", SAMPLE, "--format", "json", *options)
        duties = under_cra(subjects(printed)[2])["obligations"]
        assert isinstance(duties, list)
        return {one["applies"] for one in duties if isinstance(one, dict)}

    assert applies() == set()
    assert applies("--all") == {"no"}


def test_that_an_obligation_says_what_is_planned_for_it() -> None:
    printed = actready("evaluate", SAMPLE, "--format", "json")
    duties = under_cra(subjects(printed)[0])["obligations"]
    assert isinstance(duties, list)
    actions = {one["id"]: one["action"] for one in duties if isinstance(one, dict)}
    assert actions["cra.duty.early_warning"] == {
        "owner": "Head of product",
        "due": "2027-01-31",
        "note": "Rehearse it on a Friday evening, when nobody expects it.",
        "done": False,
        "done_on": None,
        "effort": [6, 10],
    }
    assert actions["cra.duty.final_report"] is None


def test_that_the_text_names_role_reasons_open_points_and_duties() -> None:
    text = actready("evaluate", SAMPLE).out
    for expected in (
        "Company Z is the manufacturer of Backup suite A.",
        "Why: Manufacturer",
        "You answered: Software for their own machines [supply.form].",
        "[CRA Art. 3(13), CRA Art. 21]",
        "So: Company Z is the open-source software steward of Library B.",
        "What is open, and the questions that decide it",
        "In force since 11 September 2026: Report actively exploited vulnerabilities",
        "From 11 December 2027: ",
        "# AI Act",
        "Company Z is a deployer of the AI system Help desk chatbot E.",
        "Duties of transparency, since 2 August 2026.",
        "The steps above, and:",
        "Met: 5, Partly: 2, Open: 0, Unknown: 1, Not applicable: 0, May apply: 0",
    ):
        assert " ".join(expected.split()) in " ".join(text.split())
    assert "Why not" not in text


BANNED = """
    format: 1
    as_of: {as_of}
    organisation:
      answers: {{org.legal_form: legal_person, org.not_for_profit: false, org.seat: eu}}
    subjects:
      - name: Undresser
        answers:
          supply.form: remote_only
          subject.relation: make
          supply.reach: union
          supply.price: [paid]
          ai.kind: system
          ai.exclusive_purpose: none
          ai.own_use: "no"
          ai.practices: [intimate]
          ai.intimate: without_consent
          ai.intimate_output: unguarded
"""


@pytest.mark.parametrize(("as_of", "says"), [("2026-11-23", "from"), ("2026-12-02", "since")])
def test_that_a_prohibited_practice_comes_first_with_its_date(
    tmp_path: Path, as_of: str, says: str
) -> None:
    banned = answers_file(tmp_path, BANNED.format(as_of=as_of))
    text = actready("evaluate", banned).out
    under_ai = text[text.index("# AI Act") :]
    first = under_ai.splitlines()[2]
    assert first.startswith(f"PROHIBITED  Prohibited {says} 2 December 2026: Intimate content,")
    assert "What else matters" not in text
    answer = subjects(actready("evaluate", banned, "--format", "json"))[0]["ai_act"]
    assert isinstance(answer, dict)
    assert answer["prohibited_points"] == ["Art. 5(1)(ba)"]
    assert "prohibited" in str(answer["tiers"])


def test_that_what_is_ruled_out_is_explained_on_demand() -> None:
    text = actready("evaluate", SAMPLE, "--all").out
    assert "Why not: Importer" in text
    assert "Does not apply" in text


def test_that_an_unsettled_point_is_said_to_be_one(tmp_path: Path) -> None:
    gated = answers_file(
        tmp_path,
        """
        format: 1
        organisation: {answers: {org.legal_form: legal_person, org.not_for_profit: false}}
        subjects:
          - name: Gated
            answers:
              supply.form: download
              subject.relation: make
              supply.reach: union
              supply.price: [gated]
              licence.kind: open_source
              product.connection: true
              product.other_law: none
        """,
    )
    text = " ".join(actready("evaluate", gated).out.split())
    assert "Parts of this are not settled in law." in text
    assert "Not settled: Rests on Commission guidance, which does not bind." in text


def test_that_nothing_known_is_undetermined_and_may_apply(tmp_path: Path) -> None:
    path = answers_file(tmp_path, "format: 1\nsubjects: [{name: A}]\n")
    text = " ".join(actready("evaluate", path).out.split())
    assert "Organisation without a name" in text
    assert "Role Undetermined: Manufacturer, Importer" in text
    assert "May apply, from 11 September 2026" in text


def test_that_a_file_without_subjects_says_so(tmp_path: Path) -> None:
    assert "There is no subject yet" in actready("evaluate", assessment_file(tmp_path)).out


@pytest.mark.parametrize("options", [[], ["--all"]])
def test_that_no_line_of_the_text_is_wider_than_a_terminal(options: list[str]) -> None:
    lines = actready("evaluate", SAMPLE, *options).out.splitlines()
    assert max(map(len, lines)) <= 80


def test_that_hostile_names_neither_move_the_cursor_nor_turn_the_text(tmp_path: Path) -> None:
    path = answers_file(tmp_path, HOSTILE)
    text = actready("evaluate", path).out
    assert "{organisation} %s gnp.exe" in text
    assert all(one.isprintable() or one == "\n" for one in text)
    printed = actready("evaluate", path, "--format", "json")
    assert subjects(printed)[0]["name"] == "{organisation} %s \u202egnp.exe"


def test_that_the_result_is_the_same_every_time() -> None:
    runs = {actready("evaluate", SAMPLE, "--format", "json").out for _run in range(3)}
    assert len(runs) == 1


SOLD = """
format: 1
as_of: 2028-01-10
organisation:
  name: Firm
  answers: {org.legal_form: legal_person, org.staff: 4000, org.turnover: TURNOVER}
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
      service.extra: false
      class.group: none
"""


def test_that_each_obligation_tells_its_fine(tmp_path: Path) -> None:
    path = answers_file(tmp_path, SOLD.replace("TURNOVER", "1500000000"))
    obligations = under_cra(subjects(actready("evaluate", path, "--format", "json"))[0])[
        "obligations"
    ]
    assert isinstance(obligations, list)
    found = {str(one["id"]): one["fine"] for one in obligations if isinstance(one, dict)}
    risk = found["cra.duty.risk_assessment"]
    assert isinstance(risk, dict)
    assert (risk["amount"], risk["percent"], risk["rule"]) == (15_000_000, 2.5, "higher")
    assert (risk["ceiling"], risk["from"], risk["in_force"]) == (37_500_000, "2027-12-11", True)
    assert risk["relieved"] is False


def test_that_the_text_gives_the_sum_or_what_would_tell_it(tmp_path: Path) -> None:
    known = actready("evaluate", answers_file(tmp_path, SOLD.replace("TURNOVER", "1500000000")))
    words = " ".join(known.out.split())
    assert "Fine ceiling: EUR 37.5 million." in words
    assert (
        "CRA Art. 64(2). Since 11 December 2027: Up to EUR 37.5 million: the higher of EUR 15 "
        "million and 2.5 % of turnover." in words
    )
    assert "A ceiling is no forecast." in words
    asked = actready("evaluate", answers_file(tmp_path, SOLD.replace("TURNOVER", "dont_know")))
    words = " ".join(asked.out.split())
    assert "Up to EUR 15 million or 2.5 % of turnover, whichever is higher." in words
    assert "Give the turnover to see the sum." in words


def test_that_the_text_tells_a_steward_why_there_is_no_fine() -> None:
    words = " ".join(actready("evaluate", SAMPLE).out.split())
    assert "As an open-source software steward, Company Z is not fined." in words
    assert "[CRA Art. 64(10)(b)]" in words
