# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A signed report is checked: what a signature shows, and what it does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.report.example import KITES
from tests.report.signed import NOW, WORDS, authority, key_file
from tests.session.verified import (
    check,
    covered,
    draw,
    found,
    renamed,
    signed_with,
)

from actready.report.keys import made_key, read_key
from actready.report.signing import Signer
from actready.session.verification import State, Verification


def test_that_a_self_made_signature_shows_integrity_and_nothing_more(
    signed: bytes, report: bytes, folder: Path
) -> None:
    assert signed.startswith(report)
    verdict = found(signed, folder)
    assert verdict.state is State.HOLDS
    text = check(verdict, "signature").text
    assert text.startswith("holds: nothing was changed since 20")
    assert "self-made, so this does not show who signed" in text


def test_that_a_signature_from_an_authority_names_both(report: bytes, folder: Path) -> None:
    verdict = found(signed_with(report, key_file(folder)), folder)
    text = check(verdict, "signature").text
    assert check(verdict, "signature").state is State.HOLDS
    assert "Signed by “Ada”, with a certificate of “Kite Authority”" in text
    assert "is not checked here" in text


def test_that_a_changed_byte_breaks_the_signature(
    signed: bytes, report: bytes, folder: Path
) -> None:
    for place in (2000, len(report) // 2, len(report) + 300):
        verdict = found(signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :], folder)
        assert check(verdict, "signature").state is State.BROKEN
        assert "is not what was signed" in check(verdict, "signature").text


@pytest.mark.parametrize("change", [covered, renamed])
def test_that_a_page_changed_by_an_update_is_found_although_the_signature_holds(
    report: bytes, folder: Path, change: Callable[[bytes], bytes]
) -> None:
    forged = Signer(made_key(datetime.now(UTC)), "").sign(change(report))
    verdict = found(forged, folder)
    assert check(verdict, "signature").state is State.HOLDS
    assert check(verdict, "pages").state is State.BROKEN
    assert verdict.state is State.BROKEN


def test_that_what_is_added_after_a_signature_is_found(signed: bytes, folder: Path) -> None:
    verdict = found(covered(signed), folder)
    assert check(verdict, "signature").state is State.BROKEN
    assert "something was added after it" in check(verdict, "signature").text
    assert check(verdict, "pages").state is State.BROKEN


def test_that_an_expired_certificate_is_named_with_its_days(report: bytes, folder: Path) -> None:
    path = key_file(folder, ends=datetime.now(UTC) + timedelta(seconds=2))
    forged = signed_with(report, path)
    target = folder / "checked.pdf"
    target.write_bytes(forged)
    later = datetime(2040, 1, 1, tzinfo=UTC)
    verdict = Verification(lambda _day: KITES, later, draw).of(target)
    assert check(verdict, "pages").state is State.HOLDS
    assert check(verdict, "signature").state is State.NOT_CHECKED
    text = check(verdict, "signature").text
    assert "the file is as it was signed, but the certificate does not hold today" in text
    assert "That of “Ada” is valid from" in text


def test_that_a_signature_from_outside_the_time_of_its_certificate_is_not_valid(
    report: bytes, folder: Path
) -> None:
    """A program with less care signs with a certificate that has ended."""
    key = key_file(folder, ends=NOW - timedelta(days=2))
    forged = Signer(read_key(key, WORDS, NOW - timedelta(days=3)), "").sign(report)
    verdict = found(forged, folder)
    assert check(verdict, "signature").state is State.BROKEN
    assert "at a time when the certificate did not hold" in check(verdict, "signature").text


def test_that_a_certificate_that_its_issuer_did_not_sign_is_broken(
    report: bytes, folder: Path
) -> None:
    path = key_file(folder, above=authority().certificate)  # of the same name, with another key
    verdict = found(signed_with(report, path), folder)
    assert "“Ada” is not signed by its issuer" in check(verdict, "signature").text
    assert verdict.state is State.BROKEN


def test_that_a_torn_signature_is_broken_and_harms_nobody(signed: bytes, folder: Path) -> None:
    begins = signed.index(b"/Contents <", len(signed) - 9000)
    ranges = signed.index(b"/ByteRange [")
    for forged in (
        signed.replace(b"/ByteRange [0 ", b"/ByteRange [9 "),
        signed[: begins + 12] + b"zz" + signed[begins + 14 :],
        signed[: begins + 11] + b"0" * 200 + signed[begins + 211 :],
        signed.replace(b"/ByteRange", b"/ByteRanje"),
        signed[:ranges] + b"/ByteRange [0 1 2 3]" + signed[ranges + 20 :],
    ):
        verdict = found(forged, folder)
        assert check(verdict, "signature").state is State.BROKEN
