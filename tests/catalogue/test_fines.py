# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ceilings of fines: what penalties.yaml may say, what the check proves, what cases may expect."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.catalogue import tiny

from actready.catalogue import open_catalogue
from actready.catalogue.loader import load_root
from actready.catalogue.proofs import prove, render
from actready.domain.penalties import Penalties
from actready.domain.terms import Act, Rule
from actready.errors import FaultyInput

PENALTIES = f"{tiny.CRA}/penalties.yaml"
DUTIES = f"{tiny.CRA}/obligations/10-duties.yaml"
MORE = f"{tiny.CRA}/obligations/20-more.yaml"
MONEY = f"{tiny.COMMON}/questions/20-money.yaml"
CASE = f"{tiny.CRA}/cases/firm.yaml"
PROVISIONS = f"{tiny.CRA}/provisions.txt"

QUESTIONS = """\
section: {id: money, title: Money, about: organisation}
questions:
  - id: org.turnover
    kind: number
    text: What was the turnover?
    why: The ceiling of fines follows it.
    examples: ["1000000"]
    unknown: Ask the accountant.
    provisions: [CRA Art. 64(2)]
    minimum: 0
  - id: org.trade
    kind: yes_no
    text: Does {organisation} trade?
    why: A share of the turnover holds for those who do.
    examples: [A shop.]
    unknown: Ask around.
    provisions: [CRA Art. 64(2)]
"""
TEXT = """\
turnover: org.turnover
note: A ceiling is no forecast.
provisions: [CRA Art. 64(2)]
ceilings:
  - id: CRA Art. 64(2)
    amount: 15000000
    percent: 2.5
    rule: higher
    lower_when: {fact: cared_for}
    amount_only_when: {answer: org.trade, is: false}
    from: 2027-12-11
    provisions: [CRA Art. 64(2)]
    sentence: For breaches of the duties.
  - id: CRA Art. 64(4)
    amount: 5000000
    percent: 1
    when: {any: [{finding: role.manufacturer}, {not: {fact: old}}]}
    from: 2027-12-11
    provisions: [CRA Art. 64(4)]
    sentence: For wrong answers.
relieved:
  - id: relief.old
    when: {fact: old}
    of: [duty.report]
    provisions: [CRA Art. 64(10)]
    sentence: "{organisation} is not fined."
  - id: relief.steward
    when: {finding: role.steward}
    of: all
    provisions: [CRA Art. 64(10)]
    sentence: Stewards are not fined.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tiny.written(tmp_path / "questionnaires")
    tiny.write(folder, MONEY, QUESTIONS)
    tiny.write(folder, PENALTIES, TEXT)
    tiny.replace(folder, DUTIES, "penalty: none", "penalty: CRA Art. 64(2)")
    listed = tiny.FILES[PROVISIONS]
    tiny.write(folder, PROVISIONS, f"{listed}CRA Art. 64(2)\nCRA Art. 64(4)\nCRA Art. 64(10)\n")
    return folder


def penalties(root: Path) -> Penalties:
    found = [one.content.penalties for one in load_root(root)]
    (only,) = [one for one in found if one is not None]
    return only


def told(root: Path) -> list[str]:
    with pytest.raises(FaultyInput) as caught:
        load_root(root)
    return [str(fault) for fault in caught.value.faults]


def test_that_the_file_is_read_into_ceilings_and_reliefs(root: Path) -> None:
    found = penalties(root)
    assert found.act is Act.CRA
    first, second = found.ceilings
    assert (first.id, first.amount, first.percent, first.rule, first.begins) == (
        "CRA Art. 64(2)", 15_000_000, 2.5, Rule.HIGHER, date(2027, 12, 11),
    )  # fmt: skip
    assert second.rule is Rule.HIGHER
    assert [one.of for one in found.relieved] == [("duty.report",), ("all",)]


def test_that_the_compiled_catalogue_carries_them_and_notices_a_change(root: Path) -> None:
    cache = root.parent / "cache"
    expected = penalties(root)
    for _time in range(2):
        assert open_catalogue(root, cache).questionnaire(date(2028, 1, 10)).penalties == (expected,)
    tiny.replace(root, PENALTIES, "percent: 2.5", "percent: 4")
    (changed,) = open_catalogue(root, cache).questionnaire(date(2028, 1, 10)).penalties
    assert changed.ceilings[0].percent == 4


def test_that_everything_holds_and_the_proof_counts_what_it_saw(root: Path) -> None:
    report = prove(root)
    assert report.ok, render(report)
    assert "1 obligations, 2 ceilings, 2 reliefs: ok" in render(report)
    assert "CRA Art. 64: 3 / 3" in render(report)


@pytest.mark.parametrize(
    ("old", "new", "at", "parts"),
    [
        ("amount: 15000000", "amount: 15.5", "amount: 15.5", ["'amount' is no whole number"]),
        ("amount: 15000000", "amount: 0", "amount: 0", ["'amount' is faulty", "greater than 0"]),
        ("percent: 2.5", 'percent: "2.5"', 'percent: "2.5"', ["'percent' is no number"]),
        ("percent: 2.5", "percents: 2.5", "percents", ["'percents' is no field", "'percent'"]),
        ("rule: higher", "rule: highest", "rule: highest", ["no 'rule'", "'higher'"]),
        ("    amount: 5000000\n", "", "id: CRA Art. 64(4)", ["'amount' is missing"]),
        ("from: 2027-12-11\n    provisions: [CRA Art. 64(4)]", "provisions: [CRA Art. 64(4)]",
         "id: CRA Art. 64(4)", ["'from' is missing"]),
        ("- id: CRA Art. 64(4)", "- id: CRA Art. 64(3)", "- id: CRA Art. 64(3)",
         ["no provision 'CRA Art. 64(3)'", "Did you mean"]),
        ("- id: CRA Art. 64(4)", "- id: nonsense", "- id: nonsense",
         ["no provision 'nonsense'", "See provisions.txt"]),
        ("- id: CRA Art. 64(4)", "- id: CRA Art. 64(2)", None, ["'CRA Art. 64(2)' is there twice"]),
        ("- id: relief.steward", "- id: relief.old", None, ["'relief.old' is there twice"]),
        ("provisions: [CRA Art. 64(4)]", "provisions: [CRA Art. 64(5)]", "[CRA Art. 64(5)]",
         ["no provision 'CRA Art. 64(5)'"]),
        ("turnover: org.turnover", "turnover: org.turnovr", "turnover: org.turnovr",
         ["no question 'org.turnovr'", "'org.turnover'"]),
        ("turnover: org.turnover", "turnover: care.people", "turnover: care.people",
         ["'care.people' does not ask for a number about the organisation"]),
        ("turnover: org.turnover", "turnover: org.trade", "turnover: org.trade",
         ["'org.trade' does not ask for a number"]),
        ("lower_when: {fact: cared_for}", "lower_when: {fact: cared_four}", "cared_four",
         ["no fact 'cared_four'", "'cared_for'"]),
        ("{answer: org.trade, is: false}", "{answer: org.trade, is: no_one}", "no_one",
         ["does not fit 'org.trade'"]),
        ("{answer: org.trade, is: false}", "{answer: org.trade}", "amount_only_when",
         ["exactly one of is"]),
        ("when: {any: [{finding: role.manufacturer}, {not: {fact: old}}]}",
         "when: {any: [{finding: role.manufacturers}, {not: {fact: old}}]}", "manufacturers",
         ["no finding 'role.manufacturers'"]),
        ("when: {fact: old}\n", "when: {fact: new}\n", "{fact: new}", ["no fact 'new'"]),
        ("of: [duty.report]", "of: [duty.reprot]", "duty.reprot",
         ["no obligation 'duty.reprot'", "'duty.report'"]),
        ("of: [duty.report]", "of: [duty.report, all]", "duty.report, all",
         ["'all' already means every obligation"]),
        ("of: [duty.report]", "of: []", "of: []", ["'of' is empty"]),
        ('"{organisation} is', '"{nobody} is', "{nobody}", ["'{nobody}' stands for nothing"]),
        ("note: A", "act: cra\nnote: A", "act: cra", ["'act' follows from the folder"]),
    ],
)  # fmt: skip
def test_that_a_fault_is_told_with_file_line_and_remedy(
    root: Path, old: str, new: str, at: str | None, parts: list[str]
) -> None:
    tiny.replace(root, PENALTIES, old, new)
    listed = told(root)
    place = f"{PENALTIES}:{tiny.line_of(root, PENALTIES, at)}:" if at else PENALTIES
    assert any(place in one and all(part in one for part in parts) for one in listed), listed


def test_that_a_question_with_a_fault_of_its_own_is_not_called_missing_too(root: Path) -> None:
    tiny.replace(root, MONEY, "    why: The ceiling of fines follows it.\n", "")
    assert not any("There is no question" in one for one in told(root))


def test_that_two_acts_may_each_have_a_file(root: Path) -> None:
    other = "ai_act/2024-12-10"
    tiny.write(root, f"{other}/edition.yaml", tiny.FILES[f"{tiny.COMMON}/edition.yaml"])
    tiny.write(root, f"{other}/provisions.txt", "AI Act Art. 99(3)\n")
    first_ceiling = TEXT.split("  - id: CRA Art. 64(4)")[0]
    text = first_ceiling.replace("CRA Art. 64(2)", "AI Act Art. 99(3)")
    tiny.write(root, f"{other}/penalties.yaml", text)
    assert len([one for one in load_root(root) if one.content.penalties]) == 2


@pytest.mark.parametrize(
    ("name", "old", "new", "part"),
    [
        (DUTIES, "penalty: CRA Art. 64(2)", "penalty: CRA Art. 64(3)",
         "10-duties.yaml:8: duty.report: There is no ceiling 'CRA Art. 64(3)' in penalties.yaml. "
         "Did you mean 'CRA Art. 64("),
        (DUTIES, "penalty: CRA Art. 64(2)", "penalty: nothing at all",
         "Known are: CRA Art. 64(2), CRA Art. 64(4), none, national."),
        (DUTIES, "penalty: CRA Art. 64(2)", "penalty: national",
         "penalties.yaml:5: No obligation names the ceiling 'CRA Art. 64(2)'."),
        (PENALTIES, "lower_when: {fact: cared_for}",
         "lower_when: {all: [{fact: old}, {not: {fact: old}}]}",
         "penalties.yaml:9: It never holds. Check its tests."),
        (PENALTIES, "when: {finding: role.steward}",
         "when: {any: [{fact: old}, {not: {fact: old}}]}", "It holds on all answers."),
    ],
)  # fmt: skip
def test_that_what_does_not_fit_together_is_a_problem(
    root: Path, name: str, old: str, new: str, part: str
) -> None:
    tiny.replace(root, name, old, new)
    report = prove(root)
    assert not report.ok
    assert part in render(report)


def test_that_without_a_file_a_penalty_can_only_be_none_or_national(root: Path) -> None:
    (root / PENALTIES).unlink()
    tiny.replace(root, MONEY, "  - id: org.trade", "  - id: org.trades")
    assert "There is no ceiling 'CRA Art. 64(2)'" in render(prove(root))
    tiny.replace(root, DUTIES, "penalty: CRA Art. 64(2)", "penalty: national")
    assert "There is no ceiling" not in render(prove(root))


def test_that_without_obligations_there_is_nothing_to_prove_of_fines(root: Path) -> None:
    (root / DUTIES).unlink()
    (root / PENALTIES).unlink()
    (period,) = prove(root).periods
    assert 10 not in [one.number for one in period.proofs]


@pytest.mark.parametrize(
    ("roles", "expected", "part"),
    [
        ("[manufacturer]", "fines: [CRA Art. 64(2), CRA Art. 64(4)]", None),
        ("[manufacturer]", "fines: [CRA Art. 64(2)]",
         "fines of 'Program': expected CRA Art. 64(2), found CRA Art. 64(2), CRA Art. 64(4)"),
        ("[manufacturer]", "fines: []", "fines of 'Program': expected nothing, found CRA Art. 64"),
        ("[manufacturer]", "relieved: [duty.report]",
         "relieved of 'Program': expected duty.report, found nothing"),
        ("[steward], possible_roles: [steward]", "fines: []", None),
    ],
)  # fmt: skip
def test_that_a_case_may_expect_ceilings_and_reliefs(
    root: Path, roles: str, expected: str, part: str | None
) -> None:
    tiny.replace(root, CASE, f"roles: {roles}", f"roles: {roles}, {expected}")
    report = prove(root)
    assert report.ok is (part is None), render(report)
    assert part is None or part in render(report)


def test_that_a_relief_that_holds_is_found_in_a_case(root: Path) -> None:
    sold = "answers: {sale.ways: [price, thanks], sale.first: 2028-01-03}"
    tiny.replace(root, CASE, sold, sold.replace("2028-01-03", "2027-01-03"))
    expected = "fines: [CRA Art. 64(4)], relieved: [duty.report]"
    before = "{scope: in, roles: [manufacturer]}"
    tiny.replace(root, CASE, before, f"{{scope: out, roles: [manufacturer], {expected}}}")
    report = prove(root)
    assert report.ok, render(report)


def test_that_a_case_may_only_name_what_exists(root: Path) -> None:
    wrong = "fines: [CRA Art. 64(3)], relieved: [duty.reprot]"
    tiny.replace(root, CASE, "roles: [manufacturer]", f"roles: [manufacturer], {wrong}")
    listed = told(root)
    assert any("There is no ceiling 'CRA Art. 64(3)'" in one for one in listed), listed
    assert any("There is no obligation 'duty.reprot'" in one for one in listed), listed


def test_that_a_case_is_not_blamed_for_a_faulty_file(root: Path) -> None:
    tiny.replace(
        root, CASE, "roles: [manufacturer]", "roles: [manufacturer], fines: [CRA Art. 64(2)]"
    )
    tiny.replace(root, PENALTIES, "amount: 15000000", "amount: 0")
    assert not any("There is no ceiling" in one for one in told(root))
