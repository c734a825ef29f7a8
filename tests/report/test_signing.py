# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reports are signed with a key from a file or one made on the spot; wrong ones are told why."""

from __future__ import annotations

import io
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from pydantic import SecretStr
from tests.report.example import DATA, SOLD, context
from tests.report.signed import NOW, WORDS, authority, key_file, usage

from actready.errors import AppError
from actready.report import child
from actready.report.engine import draw
from actready.report.job import Job, Signing, job_for
from actready.report.keys import OWN_NAME, SigningKey, made_key, read_key
from actready.report.signatures import signature_of
from actready.report.signing import Signer, signer_for
from actready.report.update import adds_a_signature_alone


def test_that_a_signature_leaves_every_byte_before_it(pdf: bytes) -> None:
    signed = Signer(made_key(datetime.now(UTC)), "Why").sign(pdf)
    assert signed.startswith(pdf)
    assert adds_a_signature_alone(pdf, signed)
    with pikepdf.open(io.BytesIO(signed)) as document:
        (field,) = document.Root.AcroForm.Fields
        assert str(field.V.SubFilter) == "/ETSI.CAdES.detached"
        assert str(field.V.Reason) == "Why"
        assert [float(one) for one in field.Rect] == [0, 0, 0, 0]
        assert document.attachments["assessment.json"].get_file().read_bytes() == DATA


def test_that_a_self_made_key_names_nobody(pdf: bytes) -> None:
    signer = signer_for(Signing(), datetime.now(UTC))
    found = signature_of(signer.sign(pdf))
    assert found is not None
    assert found.holder is not None
    assert (found.covers_all, found.intact, found.holder.self_made) == (True, True, True)
    assert found.holder.name == OWN_NAME
    assert "Says nothing about who made it." in signer.reason


def test_that_the_work_signs_and_tells_so(tmp_path: Path) -> None:
    said: list[str] = []
    job = job_for(context(SOLD), tmp_path / "report.pdf", DATA, Signing())
    found = signature_of(draw(job, said.append).data)
    assert found is not None
    assert found.intact
    assert said[-1] == "Signing"


def test_that_a_passphrase_travels_in_the_job_and_is_shown_nowhere(tmp_path: Path) -> None:
    signing = Signing(file=tmp_path / "ada.p12", passphrase=SecretStr(WORDS))
    job = job_for(context(SOLD), tmp_path / "report.pdf", DATA, signing)
    again = Job.model_validate_json(job.model_dump_json())
    assert again.signing == signing
    assert WORDS not in repr(job)
    assert WORDS not in str(job)


def test_that_a_wrong_key_is_told_before_the_work_and_leaves_nothing(tmp_path: Path) -> None:
    signing = Signing(file=key_file(tmp_path), passphrase=SecretStr("wrong"))
    job = job_for(context(SOLD), tmp_path / "report.pdf", DATA, signing)
    answers = io.StringIO()
    assert child.main(io.StringIO(job.model_dump_json()), answers) == 1
    (line,) = answers.getvalue().splitlines()
    assert "The passphrase does not open “ada.p12”." in line
    assert WORDS not in line
    assert [one.name for one in tmp_path.iterdir()] == ["ada.p12"]


@pytest.mark.parametrize(
    "key",
    [
        rsa.generate_private_key(65537, 2048),
        ec.generate_private_key(ec.SECP384R1()),
        ec.generate_private_key(ec.SECP521R1()),
    ],
)
def test_that_keys_of_the_usual_kinds_sign(
    pdf: bytes, tmp_path: Path, key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
) -> None:
    path = key_file(tmp_path, key, use=usage(signature=True))
    signed = Signer(read_key(path, WORDS, NOW), "").sign(pdf)
    found = signature_of(signed)
    assert found is not None
    assert found.holder is not None
    assert (found.intact, found.holder.self_made) == (True, False)
    assert (found.holder.name, found.holder.issuer) == ("Ada", "Kite Authority")
    assert found.holder.above_holds is True
    assert adds_a_signature_alone(pdf, signed)


def test_that_a_file_without_a_passphrase_needs_none(tmp_path: Path) -> None:
    assert read_key(key_file(tmp_path, passphrase=""), "", NOW).above


def test_that_a_wrong_passphrase_is_told_from_another_file(tmp_path: Path) -> None:
    path = key_file(tmp_path)
    for wrong in ("", "open sesami", "ö" * 300):
        with pytest.raises(AppError, match="The passphrase does not open"):
            read_key(path, wrong, NOW)
    for content in (b"", b"-----BEGIN CERTIFICATE-----", b"0\x82\x00", path.read_bytes()[:500]):
        path.write_bytes(content)
        with pytest.raises(AppError, match="no PKCS#12 file, or is damaged"):
            read_key(path, WORDS, NOW)
    with pytest.raises(AppError, match="There is no file"):
        read_key(tmp_path / "none.p12", WORDS, NOW)
    path.write_bytes(b"0" * 1_000_001)
    with pytest.raises(AppError, match="1000001 bytes"):
        read_key(path, WORDS, NOW)


def test_that_a_file_without_a_key_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "only.p12"
    made = authority().certificate
    path.write_bytes(pkcs12.serialize_key_and_certificates(None, None, made, None, NoEncryption()))
    with pytest.raises(AppError, match="holds no private key"):
        read_key(path, "", NOW)


def test_that_a_certificate_out_of_its_time_is_told_with_the_day(tmp_path: Path) -> None:
    ended = key_file(tmp_path, ends=NOW - timedelta(days=1))
    with pytest.raises(AppError, match="expired on 2026-11-22"):
        read_key(ended, WORDS, NOW)
    coming = key_file(tmp_path, begins=NOW + timedelta(days=2))
    with pytest.raises(AppError, match="valid only from 2026-11-25 on"):
        read_key(coming, WORDS, NOW)


def test_that_a_certificate_for_something_else_is_refused(tmp_path: Path) -> None:
    path = key_file(tmp_path, use=usage(agreement=True))
    with pytest.raises(AppError, match="not made for signing documents"):
        read_key(path, WORDS, NOW)


@pytest.mark.parametrize(
    "key",
    [
        rsa.generate_private_key(65537, 1024),
        ed25519.Ed25519PrivateKey.generate(),
        ec.generate_private_key(ec.SECP256K1()),
    ],
)
def test_that_weak_and_unusual_keys_are_refused(
    tmp_path: Path,
    key: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey,
) -> None:
    with pytest.raises(AppError, match="not made for signing documents"):
        read_key(key_file(tmp_path, key), WORDS, NOW)


def test_that_a_key_that_fails_after_all_is_told_in_words(pdf: bytes) -> None:
    other = made_key(NOW)
    mixed = SigningKey(ed25519.Ed25519PrivateKey.generate(), other.certificate)
    with pytest.raises(AppError, match="could not be signed with this key"):
        Signer(mixed, "").sign(pdf)
    with pytest.raises(AppError, match="could not be signed"):
        Signer(other, "").sign(b"no PDF")


def test_that_signing_says_nothing_on_the_way(pdf: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        Signer(made_key(NOW), "").sign(pdf)
    assert [one for one in caplog.records if one.name.startswith("pyhanko")] == []
