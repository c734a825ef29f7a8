# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The proofs: they hold for the small questionnaire, and each fails where its matter is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.catalogue import tiny
from tests.catalogue.tiny import COMMON, CRA

from actready.catalogue import cases, crosscheck
from actready.catalogue.locks import LOCKS_NAME
from actready.catalogue.proofs import ProofReport, prove, render
from actready.catalogue.proofs_of_results import large
from actready.domain.conditions import AnswerTest, World
from actready.domain.explanation import OpenQuestion, open_questions
from actready.domain.scoring import Evaluation
from actready.errors import Fault

PRODUCT = f"{CRA}/questions/10-product.yaml"
ROLES = f"{CRA}/rules/10-roles.yaml"
DUTIES = f"{CRA}/obligations/10-duties.yaml"
CASE = f"{CRA}/cases/firm.yaml"
EDITION = f"{CRA}/edition.yaml"

SIZE_GROUP = """\
groups: [{id: size, title: Size, about: organisation, exactly_one: true}]
"""
SIZE_QUESTION = """\
section: {id: size, title: Size, about: organisation}
questions:
  - id: org.staff
    kind: number
    text: How many people work for {organisation}?
    why: Small firms get help.
    examples: [Ten.]
    unknown: Ask.
    provisions: [Rec 1 Art. 1]
"""
SIZE_RULES = """\
findings:
  - {id: size.small, group: size, value: small, title: Small, sentence: Small.,
     when: {answer: org.staff, below: 50}, provisions: [Rec 1 Art. 1]}
  - {id: size.large, group: size, value: large, title: Large, sentence: Large.,
     when: {answer: org.staff, at_least: 50}, provisions: [Rec 1 Art. 1]}
"""

NUMBERS = [1, 2, 3, 4, 5, 6, 8, 9, 10]


@pytest.fixture(autouse=True)
def _few_random_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crosscheck, "RANDOM_SETS", 60)
    monkeypatch.setattr(crosscheck, "RANDOM_ROADS", 10)


def problems_of(report: ProofReport, number: int) -> tuple[Fault, ...]:
    (period,) = report.periods
    (proof,) = [one for one in period.proofs if one.number == number]
    return proof.problems


def failing(report: ProofReport) -> list[int]:
    return [one.number for one in report.periods[0].proofs if not one.holds]


def test_that_all_proofs_hold_for_the_small_questionnaire(root: Path) -> None:
    report = prove(root)
    assert report.ok, render(report)
    (period,) = report.periods
    assert period.label == "common 2024-12-10, cra 2024-12-10"
    assert [proof.number for proof in period.proofs] == NUMBERS
    counts = {proof.number: proof.counts for proof in period.proofs}
    assert counts[1].startswith("6 questions, 6 options, 3 facts, 5 findings, 1 obligations")
    # Two forms, eight sets of ways, two answers on care, two stretches of people and of dates.
    assert "128 combinations of answers" in counts[4]
    # A price settles everything in one; a steward takes ways, care, people and form.
    assert "at most 4, at least 1, usually 2.5 (mean 2.5, 2 worked subjects)" in counts[9]
    assert "1 cases with 3 subjects, 0 answers never asked for" in counts[8]


@pytest.mark.parametrize(
    ("number", "name", "old", "new", "where", "part"),
    [
        # 1: used and named.
        (1, PRODUCT, "label: Thanks, otherwise: true", "label: Thanks", "sale.ways", "'thanks'"),
        (1, ROLES, "- {answer: care.open, is: true}", "- {fact: sold}", "care.open",
         "No rule uses"),
        # 3: neither constant nor idle.
        (3, ROLES, "- {answer: org.form, is_one_of: [firm]}",
         "- not: {answer: care.open, is: true}", "cared_for", "It never holds"),
        (3, ROLES, "at_least: 2", "at_least: 0", "care.people", "No answer to it changes"),
        (3, DUTIES, "{finding: role.manufacturer}", "{any: [{fact: sold}, {not: {fact: sold}}]}",
         "duty.report", "It holds on all answers"),
        (3, ROLES, "- not: {fact: old}", "- not: {fact: sold}", "sale.first", "It is never asked"),
        # 4: complete.
        (4, ROLES, "when: {not: {finding: scope.in}}", "when: {finding: role.none}", "2024-12-10",
         "'scope' has no value for"),
        (4, ROLES, "when: {not: {finding: scope.in}}", "when: {not: {fact: sold}}", "2024-12-10",
         "'in' and 'out' both hold for"),
        (4, ROLES, "          - {finding: role.steward}", "          - {fact: cared_for}\n"
         "          - {answer: care.open, is: true}", "2024-12-10", "There is no role for"),
        # 5: exclusive.
        (5, ROLES, "        - not: {fact: sold}\n        - {fact: cared_for}",
         "        - {fact: cared_for}", "2024-12-10", "'manufacturer' and 'steward' both hold"),
        (5, ROLES, "          - {finding: role.steward}\n", "", "2024-12-10",
         "'steward' and 'none' both hold"),
        # 8: worked cases.
        (8, CASE, "roles: [manufacturer]", "roles: [steward]", "firm",
         "roles of 'Program': expected steward, found manufacturer"),
        (8, CASE, "{scope: undetermined", "{scope: out", "firm",
         "scope of 'Unclear': expected out, found undetermined"),
        (8, CASE, "[manufacturer, steward, none]", "[manufacturer, none]", "firm",
         "possible_roles of 'Unclear': expected manufacturer, none, found manufacturer, steward"),
    ],
)  # fmt: skip
def test_that_a_proof_fails_where_its_matter_is_broken(
    root: Path, number: int, name: str, old: str, new: str, where: str, part: str
) -> None:
    tiny.replace(root, name, old, new)
    report = prove(root)
    assert not report.ok
    faults = [one for one in problems_of(report, number) if part in one.problem]
    assert faults, render(report)
    assert faults[0].where == where
    assert faults[0].line is not None
    shown = {PRODUCT, ROLES, DUTIES, CASE, EDITION}
    assert faults[0].file in {f"questionnaires/{one}" for one in shown}
    assert str(faults[0]) in render(report)


def test_that_a_problem_names_the_line_of_the_option(root: Path) -> None:
    tiny.replace(root, PRODUCT, "label: Thanks, otherwise: true", "label: Thanks")
    (fault,) = problems_of(prove(root), 1)
    assert fault.line == tiny.line_of(root, PRODUCT, "label: Thanks")


def test_that_a_problem_of_completeness_gives_answers_that_lead_there(root: Path) -> None:
    tiny.replace(root, ROLES, "when: {not: {finding: scope.in}}", "when: {finding: role.none}")
    (fault, *_others) = problems_of(prove(root), 4)
    assert "care.open = true, care.people = 0" in fault.problem
    assert "sale.first = 2027-12-10" in fault.problem
    assert fault.line == tiny.line_of(root, EDITION, "id: scope")


def test_that_unknown_taken_for_no_is_found(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(test: AnswerTest, world: World) -> bool:
        value = world.answer(test.answer)
        return value is not None and test.holds(value)

    monkeypatch.setattr(AnswerTest, "truth", careless)
    problems = [fault.problem for fault in problems_of(prove(root), 6)]
    assert any("Walk and evaluation differ" in problem for problem in problems)
    assert any("The walk asks 'sale.ways' next, the program ''" in one for one in problems)


def test_that_a_value_that_is_lost_again_is_found(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = Evaluation.claim

    def forgetful(evaluation: Evaluation, claim: str) -> bool | None:
        known = honest(evaluation, claim)
        return None if claim == "role.manufacturer" and len(evaluation.answers) > 1 else known

    monkeypatch.setattr(Evaluation, "claim", forgetful)
    problems = [fault.problem for fault in problems_of(prove(root), 6)]
    assert any("changes with more answers" in problem for problem in problems)


def test_that_a_value_that_is_lost_with_the_last_answer_is_found(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No road has all six answers, as the note is never asked for. Random sets have."""
    honest = Evaluation.claim

    def forgetful(evaluation: Evaluation, claim: str) -> bool | None:
        known = honest(evaluation, claim)
        return None if claim == "role.manufacturer" and len(evaluation.answers) == 6 else known

    monkeypatch.setattr(Evaluation, "claim", forgetful)
    problems = [fault.problem for fault in problems_of(prove(root), 6)]
    assert any("changes with more answers" in problem for problem in problems)


def test_that_another_order_of_asking_is_found(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def backwards(evaluation: Evaluation) -> tuple[OpenQuestion, ...]:
        return tuple(reversed(open_questions(evaluation)))

    monkeypatch.setattr(crosscheck, "open_questions", backwards)
    assert any("The walk asks" in fault.problem for fault in problems_of(prove(root), 6))


def test_that_a_case_that_needs_an_answer_never_asked_for_is_found(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def all_but_care(evaluation: Evaluation) -> tuple[OpenQuestion, ...]:
        found = open_questions(evaluation)
        return tuple(one for one in found if one.question.id != "care.open")

    monkeypatch.setattr(cases, "open_questions", all_but_care)
    (fault,) = problems_of(prove(root), 8)
    assert fault.line == tiny.line_of(root, CASE, "name: Library")
    assert "'Library' has another result. An answer counts whose question is" in str(fault)
    assert fault.hint.endswith("care.open.")


def test_that_too_many_questions_are_found(root: Path) -> None:
    tiny.replace(root, EDITION, "at_most: 25", "at_most: 3")
    (fault,) = problems_of(prove(root), 9)
    road = "sale.ways = [nothing], org.form = firm, care.open = true, care.people = 0"
    assert fault.problem == f"4 questions are asked, 3 allowed, for: {road}."


def test_that_without_a_limit_some_roads_are_tried(root: Path) -> None:
    tiny.replace(root, EDITION, "at_most: 25\n", "")
    report = prove(root)
    assert report.ok
    assert "up to 4 on 100 roads tried" in render(report)


def test_that_answers_never_asked_for_are_remarks_and_no_problems(root: Path) -> None:
    tiny.replace(
        root, CASE, "{sale.ways: [price, thanks], ", "{sale.ways: [price], care.open: true, "
    )
    report = prove(root)
    assert report.ok
    line = tiny.line_of(root, CASE, "care.open: true, sale.first")
    remark = f"{CASE}:{line}: firm: 'care.open' is answered, but never asked."
    assert remark in render(report, with_remarks=True)
    assert remark not in render(report)
    assert "1 answers never asked for" in render(report)


def test_that_findings_about_the_organisation_add_no_question_to_the_roles(root: Path) -> None:
    tiny.write(root, f"{COMMON}/edition.yaml", tiny.FILES[f"{COMMON}/edition.yaml"] + SIZE_GROUP)
    tiny.write(root, f"{COMMON}/questions/20-size.yaml", SIZE_QUESTION)
    tiny.write(root, f"{COMMON}/rules/10-size.yaml", SIZE_RULES)
    report = prove(root)
    assert report.ok, render(report)
    counts = {proof.number: proof.counts for proof in report.periods[0].proofs}
    assert "2 groups, 256 combinations of answers" in counts[4]
    assert "at most 4, at least 1" in counts[9]


def test_that_no_cases_and_no_roles_are_no_problem(root: Path) -> None:
    (root / CASE).unlink()
    assert "at most 4, at least 1, no worked case" in render(prove(root))
    tiny.write(root, f"{CRA}/rules/10-roles.yaml", "facts: []")
    for name in (DUTIES, PRODUCT):
        (root / name).unlink()
    tiny.write(root, EDITION, 'id: "2024-12-10"\ntitle: T\napplies_from: 2024-12-10\n')
    assert "no roles" in render(prove(root))


def test_that_faults_in_the_files_come_before_all_proofs(root: Path) -> None:
    tiny.replace(root, ROLES, "answer: care.open", "answer: care.opn")
    report = prove(root)
    assert (report.periods, report.editions, report.ok) == ((), (), False)
    assert "no question 'care.opn'" in render(report)
    assert render(report).endswith("1 problem.\n")


def test_that_the_report_tells_coverage_and_digests(root: Path) -> None:
    tiny.write(root, f"{CRA}/provisions.txt", tiny.FILES[f"{CRA}/provisions.txt"] + "CRA Art. 9\n")
    report = prove(root)
    lines = render(report).splitlines()
    assert "cra 2024-12-10: 6 of 7 provisions are cited" in lines
    assert "     CRA Art. 3: 2 / 2" in lines
    assert "     CRA Annex I: 1 / 1" in lines
    assert lines.count("     1 other article, annex or recital is not cited") == 2
    digests = {edition.name: edition.digest for edition in report.editions}
    assert f"cra 2024-12-10  sha256 {digests['cra 2024-12-10']}" in lines
    assert lines[-1] == "Everything that was to be proved holds."


def test_that_an_edition_without_an_index_of_provisions_has_no_coverage(root: Path) -> None:
    (root / COMMON / "provisions.txt").unlink()
    assert "common 2024-12-10:" not in render(prove(root))


def test_that_each_period_is_proved_with_the_cases_of_its_dates(root: Path) -> None:
    for name, text in tiny.FILES.items():
        if name.startswith(COMMON):
            later = text.replace('"2024-12-10"', '"2027-12-11"')
            later = later.replace("applies_from: 2024-12-10", "applies_from: 2027-12-11")
            tiny.write(root, name.replace("2024-12-10", "2027-12-11"), later)
    report = prove(root)
    assert report.ok, render(report)
    assert [period.label for period in report.periods] == [
        "common 2024-12-10, cra 2024-12-10",
        "common 2027-12-11, cra 2024-12-10",
    ]
    counts = [period.proofs[NUMBERS.index(8)].counts for period in report.periods]
    assert [text.split()[0] for text in counts] == ["0", "1"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("cra/2024-12-10: 0000", "'cra/2024-12-10' was changed. Undo the change and make"),
        ("cra/2024-12-11: 0000", "is missing. Did you mean 'cra/2024-12-10'?"),
        ("zzz: 0000", "is missing. Put its folder back."),
        ("- cra", "lists no editions"),
        ("a: [", "no valid YAML"),
    ],
)
def test_that_a_published_edition_is_locked(root: Path, text: str, part: str) -> None:
    tiny.write(root, LOCKS_NAME, text)
    report = prove(root)
    assert not report.ok
    (fault,) = report.faults
    assert part in str(fault)
    assert (fault.file, fault.line is not None) == (f"questionnaires/{LOCKS_NAME}", True)


def test_that_a_published_edition_that_did_not_change_is_no_fault(root: Path) -> None:
    digest = {one.name: one.digest for one in prove(root).editions}["cra 2024-12-10"]
    tiny.write(root, LOCKS_NAME, f"cra/2024-12-10: {digest}\n")
    assert prove(root).ok
    tiny.replace(root, CASE, "title: A firm", "title: Another firm")
    assert prove(root).ok
    tiny.replace(root, ROLES, "It is sold.\n", "It is being sold.\n")
    assert not prove(root).ok


@pytest.mark.parametrize(
    ("number", "text"),
    [(7, "7"), (12_345, "12 345"), (3_958_241_859_993_600, "4.0 × 10^15")],
)
def test_that_large_numbers_stay_readable(number: int, text: str) -> None:
    assert large(number) == text
