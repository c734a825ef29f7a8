# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of duties: every entry has a counterpart that cites its provisions, or a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.catalogue import tiny

from actready.catalogue.loader import load_root
from actready.catalogue.proofs import prove, render
from actready.errors import FaultyInput

REGISTER = f"{tiny.CRA}/register.yaml"
DUTIES = f"{tiny.CRA}/obligations/10-duties.yaml"

ENTRIES = """\
entries:
  - {id: MAN-1, provisions: [CRA Annex I Part I point 1]}
  - {id: OUT-1, provisions: [CRA Recital 18]}
  - {id: ASIDE-1, provisions: [CRA Art. 69(2)]}
elsewhere:
  - {covers: [OUT-1], claims: [role.none], reason: The finding says it.}
  - {covers: [ASIDE-1], reason: It binds somebody else.}
"""


@pytest.fixture
def registered(root: Path) -> Path:
    tiny.write(root, REGISTER, ENTRIES)
    tiny.replace(root, DUTIES, "penalty: none", "penalty: none\n    covers: [MAN-1]")
    return root


def test_that_a_register_with_counterparts_for_all_is_proved(registered: Path) -> None:
    report = prove(registered)
    assert report.ok, render(report)
    (seventh,) = [one for one in report.periods[0].proofs if one.number == 7]
    assert seventh.counts == "3 entries, 1 obligations, 2 set aside with a reason"


def test_that_without_a_register_there_is_no_such_proof(root: Path) -> None:
    assert 7 not in [one.number for one in prove(root).periods[0].proofs]


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "part"),
    [
        (DUTIES, "[MAN-1]", "[MAN-1, MAN-2]", "covers", "no entry 'MAN-2' in the register"),
        (REGISTER, "point 1]", "point 1, CRA Art. 2(1)]", "id: MAN-1", "not cite CRA Art. 2(1)"),
        (REGISTER, "[role.none]", "[scope.in]", "id: OUT-1", "does not cite CRA Recital 18"),
        (REGISTER, "covers: [ASIDE-1]", "covers: [OTHER]", "id: ASIDE-1", "covers 'ASIDE-1'"),
    ],
)
def test_that_a_gap_in_the_register_is_named_with_its_line(
    registered: Path, name: str, old: str, new: str, line: str, part: str
) -> None:
    tiny.replace(registered, name, old, new)
    report = prove(registered)
    faults = [one for one in report.problems if part in one.problem]
    assert faults, render(report)
    assert faults[0].line == tiny.line_of(registered, name, line)
    assert faults[0].file == f"questionnaires/{name}"


def test_that_an_entry_without_a_counterpart_is_named(registered: Path) -> None:
    tiny.replace(registered, DUTIES, "covers: [MAN-1]", "covers: []")
    (fault,) = prove(registered).problems
    assert fault.problem == "No obligation covers 'MAN-1'."
    assert (fault.file, fault.line) == (f"questionnaires/{REGISTER}", 2)


def test_that_a_claim_that_is_not_there_stands_for_nothing(registered: Path) -> None:
    tiny.replace(registered, REGISTER, "[role.none]", "[role.nobody]")
    assert prove(registered).ok


def test_that_a_faulty_register_is_told_like_any_other_file(registered: Path) -> None:
    tiny.replace(registered, REGISTER, "reason: The finding says it.", "raeson: It does.")
    with pytest.raises(FaultyInput) as caught:
        load_root(registered)
    assert "'raeson' is no field here. Did you mean 'reason'?" in str(caught.value)


def test_that_an_unreadable_register_is_a_fault(registered: Path) -> None:
    tiny.write(registered, REGISTER, "entries: [")
    with pytest.raises(FaultyInput):
        load_root(registered)
