# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which editions hold on a date, their digests, and the index of provisions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.catalogue import tiny
from tests.catalogue.tiny import COMMON, CRA

from actready.catalogue.cycles import find_cycle
from actready.catalogue.editions import (
    content_files,
    digest_of,
    edition_folders,
    editions_on,
    periods,
)
from actready.catalogue.provisions import Coverage, coverage, heading_of
from actready.domain.questionnaire import Edition
from actready.domain.terms import Act
from actready.errors import AppError


def edition(act: Act, first: str, until: str | None = None) -> Edition:
    return Edition(
        id=first,
        act=act,
        title="T",
        applies_from=date.fromisoformat(first),
        until=date.fromisoformat(until) if until else None,
    )


SHARED = edition(Act.COMMON, "2024-12-10")
OLD = edition(Act.CRA, "2024-12-10")
NEW = edition(Act.CRA, "2027-12-11", until="2030-01-01")


def test_that_the_latest_edition_that_has_begun_holds() -> None:
    known = [NEW, OLD, SHARED]
    assert editions_on(known, date(2027, 12, 10)) == (SHARED, OLD)
    assert editions_on(known, date(2027, 12, 11)) == (SHARED, NEW)
    assert editions_on(known, date(2029, 12, 31)) == (SHARED, NEW)


def test_that_an_edition_that_has_ended_is_not_replaced_by_an_older_one() -> None:
    with pytest.raises(AppError, match="'cra' covers 2030-01-01"):
        editions_on([NEW, OLD, SHARED], date(2030, 1, 1))


def test_that_an_act_without_any_edition_is_not_missed() -> None:
    assert editions_on([SHARED], date(2026, 1, 1)) == (SHARED,)


def test_that_periods_are_the_spans_in_which_the_same_editions_hold() -> None:
    found = periods([SHARED, OLD, NEW])
    assert [(one.first, one.before, one.editions) for one in found] == [
        (date(2024, 12, 10), date(2027, 12, 11), (SHARED, OLD)),
        (date(2027, 12, 11), date(2030, 1, 1), (SHARED, NEW)),
    ]
    assert found[0].label == "common 2024-12-10, cra 2024-12-10"
    assert periods([]) == ()


def test_that_the_digest_depends_on_names_and_content_and_not_on_cases(root: Path) -> None:
    folder = root / CRA
    first = digest_of(folder)
    tiny.write(root, f"{CRA}/cases/more.yaml", "x")
    tiny.write(root, f"{CRA}/notes.txt", "x")
    assert digest_of(folder) == first
    (folder / "rules/10-roles.yaml").rename(folder / "rules/20-roles.yaml")
    renamed = digest_of(folder)
    assert renamed != first
    tiny.write(root, f"{CRA}/rules/30-more.yaml", "facts: []")
    assert digest_of(folder) != renamed


def test_that_the_digest_is_the_same_on_a_computer_with_other_line_ends(root: Path) -> None:
    first = digest_of(root / CRA)
    for path in content_files(root / CRA):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert digest_of(root / CRA) == first


def test_that_folders_are_found_in_order_and_hidden_ones_left_out(root: Path) -> None:
    (root / "cra/.git").mkdir()
    (root / "cra/2023-01-01").mkdir()
    tiny.write(root, "cra/notes.txt", "x")
    assert edition_folders(root) == (root / COMMON, root / "cra/2023-01-01", root / CRA)


@pytest.mark.parametrize(
    ("provision", "heading"),
    [
        ("CRA Art. 3(14)", "CRA Art. 3"),
        ("CRA Recital 18", "CRA Recital 18"),
        ("CRA Annex I Part I point 2(a)", "CRA Annex I"),
        ("CRA Annex VIII Part IV point 3.2", "CRA Annex VIII"),
        ("Rec 2003/361/EC Annex Art. 2(1)", "Rec 2003/361/EC Annex Art. 2"),
        ("AI Act Art. 10a(1)", "AI Act Art. 10a"),
        ("Something else", "Something else"),
    ],
)
def test_that_provisions_are_gathered_under_their_article(provision: str, heading: str) -> None:
    assert heading_of(provision) == heading


def test_that_coverage_counts_what_is_listed_and_cited() -> None:
    listed = ["CRA Art. 2(1)", "CRA Art. 3(1)", "CRA Art. 3(2)"]
    assert coverage(listed, ["CRA Art. 3(2)", "CRA Art. 3(2)", "AI Act Art. 1"]) == (
        Coverage("CRA Art. 2", 0, 1),
        Coverage("CRA Art. 3", 1, 2),
    )


@pytest.mark.parametrize(
    ("rests_on", "cycle"),
    [
        ({}, ()),
        ({"a": ["b", "c"], "b": ["c"], "c": ["unlisted"]}, ()),
        ({"a": ["a"]}, ("a", "a")),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, ("b", "c", "b")),
        ({"a": [], "b": ["a", "c"], "c": ["a", "b"]}, ("b", "c", "b")),
    ],
)
def test_that_a_cycle_is_found_where_there_is_one(
    rests_on: dict[str, list[str]], cycle: tuple[str, ...]
) -> None:
    assert find_cycle(rests_on) == cycle


def test_that_a_long_chain_is_no_burden() -> None:
    chain = {str(number): [str(number + 1)] for number in range(5000)}
    assert find_cycle(chain) == ()
    assert len(find_cycle({**chain, "5000": ["0"]})) == 5002
