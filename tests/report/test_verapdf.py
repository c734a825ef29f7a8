# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reports pass the machine checks of PDF/A-3a and PDF/UA-1."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pikepdf
import pytest
from tests.report import verapdf
from tests.report.signed import NOW, WORDS, key_file

from actready.report.keys import made_key, read_key
from actready.report.signing import Signer

pytestmark = [pytest.mark.verapdf, pytest.mark.timeout(300)]


@pytest.fixture(autouse=True)
def java() -> None:
    """Skip without Java on a developer's computer, fail on one that decides about a change."""
    if missing := verapdf.why_not():
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_that_a_report_breaks_no_rule(pdf: bytes, flavour: str) -> None:
    assert verapdf.faults(pdf, flavour) == []


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_that_a_report_on_hostile_names_breaks_no_rule(hostile_pdf: bytes, flavour: str) -> None:
    assert verapdf.faults(hostile_pdf, flavour) == []


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_that_a_report_under_two_acts_breaks_no_rule(both_pdf: bytes, flavour: str) -> None:
    assert verapdf.faults(both_pdf, flavour) == []


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
@pytest.mark.parametrize("kind", ["self-made", "from a file"])
def test_that_a_signed_report_breaks_no_rule(
    pdf: bytes, tmp_path: Path, kind: str, flavour: str
) -> None:
    key = made_key(NOW) if kind == "self-made" else read_key(key_file(tmp_path), WORDS, NOW)
    assert verapdf.faults(Signer(key, "Why").sign(pdf), flavour) == []


def test_that_the_validator_finds_what_is_wrong(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        del document.Root.MarkInfo
        untagged = io.BytesIO()
        document.save(untagged)
    assert verapdf.faults(untagged.getvalue(), "3a") != []
    assert verapdf.faults(untagged.getvalue(), "ua1") != []
