# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Duties with readiness questions: what they may refer to, and what cases may expect of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.catalogue import tiny

from actready.catalogue.loader import load_root
from actready.catalogue.proofs import prove, render
from actready.errors import Fault, FaultyInput

READINESS = f"{tiny.CRA}/questions/90-readiness.yaml"
MORE = f"{tiny.CRA}/obligations/20-more.yaml"
CASE = f"{tiny.CRA}/cases/firm.yaml"

QUESTIONS = """\
section: {id: ready, title: "Readiness: reports"}
questions:
  - id: ready.report
    kind: one_of
    text: Is it written down who reports?
    why: It is needed.
    examples: [A page with two names.]
    unknown: Ask whoever is on call.
    provisions: [CRA Annex I Part I point 1]
    options:
      - {id: done, label: Written and tried}
      - {id: partly, label: Written}
      - {id: open, label: Not yet}
      - {id: not_applicable, label: Does not fit}
"""
DUTIES = """\
obligations:
  - id: duty.plan
    title: Plan
    text: Plan for it.
    when: {finding: role.manufacturer}
    provisions: [CRA Annex I Part I point 1]
    applies_from: 2026-09-11
    penalty: none
    covers: [MAN-1]
    theme: reporting
    weight: 3
    depends_on: [duty.report]
    next_step: Name two people.
    effort: {micro: [1, 4], small: [2, 8], medium: [4, 16], unit: hours, source: An estimate}
    readiness: [ready.report]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tiny.written(tmp_path / "questionnaires")
    tiny.write(folder, READINESS, QUESTIONS)
    tiny.write(folder, MORE, DUTIES)
    return folder


def faults_of(root: Path) -> tuple[Fault, ...]:
    with pytest.raises(FaultyInput) as caught:
        load_root(root)
    return caught.value.faults


def test_that_readiness_questions_count_as_used_and_need_not_change_a_finding(root: Path) -> None:
    report = prove(root)
    assert report.ok, render(report)


@pytest.mark.parametrize(
    ("name", "old", "new", "parts"),
    [
        (MORE, "[ready.report]", "[ready.reprot]", ["no question 'ready.reprot'", "ready.report"]),
        (MORE, "[ready.report]", "[care.open]", ["'care.open' does not ask how far", "done, part"]),
        (READINESS, "{id: done,", "{id: finished,", ["'ready.report' does not ask how far"]),
        (MORE, "[duty.report]", "[duty.reprot]", ["no obligation 'duty.reprot'", "duty.report"]),
        (MORE, "[duty.report]", "[duty.plan]", ["It depends on itself: duty.plan → duty.plan"]),
        (MORE, "weight: 3", "weight: 4", ["'weight'"]),
        (MORE, "theme: reporting", "theme: reports", ["'theme'", "reporting"]),
        (CASE, "roles: [manufacturer]", "roles: [manufacturer], duties: [duty.plam]",
         ["no obligation 'duty.plam'", "'duty.plan'"]),
        (CASE, "roles: [manufacturer]", "roles: [manufacturer], findings: {class: [a]}",
         ["no group 'class'"]),
        (CASE, "roles: [manufacturer]", "roles: [manufacturer], findings: {scope: [inn]}",
         ["'inn' is no value of 'scope'"]),
    ],
)  # fmt: skip
def test_that_a_broken_reference_is_named_with_a_remedy(
    root: Path, name: str, old: str, new: str, parts: list[str]
) -> None:
    tiny.replace(root, name, old, new)
    listed = [str(fault) for fault in faults_of(root)]
    assert any(all(part in text for part in parts) for text in listed), "\n".join(listed)


def test_that_a_question_with_a_fault_of_its_own_is_not_called_missing_too(root: Path) -> None:
    tiny.replace(root, READINESS, "    why: It is needed.\n", "")
    assert not any("There is no question" in str(fault) for fault in faults_of(root))


@pytest.mark.parametrize(
    ("expected", "part"),
    [
        ("duties: [duty.plan, duty.report]", None),
        ("findings: {scope: [in], role: [manufacturer]}", None),
        ("no_duties: [duty.plan]", "no_duties of 'Program': expected nothing, found duty.plan"),
        ("findings: {scope: [out]}", "scope of 'Program': expected out, found in"),
    ],
)
def test_that_a_case_may_expect_duties_and_further_findings(
    root: Path, expected: str, part: str | None
) -> None:
    tiny.replace(root, CASE, "roles: [manufacturer]", f"roles: [manufacturer], {expected}")
    report = prove(root)
    assert report.ok is (part is None), render(report)
    assert part is None or part in render(report)


def test_that_a_duty_that_has_to_apply_and_does_not_is_a_problem(root: Path) -> None:
    tiny.replace(root, CASE, "possible_roles: [steward]", "duties: [duty.plan]")
    report = prove(root)
    assert "duties of 'Library': expected duty.plan, found nothing" in render(report)
