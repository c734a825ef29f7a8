# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys and certificates for tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    NoEncryption,
    pkcs12,
)
from cryptography.x509.oid import NameOID

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
WORDS = "open sesame"

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey


@dataclass(frozen=True)
class Authority:
    """A certificate authority of its own."""

    name: x509.Name
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate


def name_of(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def certificate(
    name: x509.Name,
    key: Key,
    issuer: x509.Name,
    issuer_key: Key,
    begins: datetime = NOW - timedelta(days=30),
    ends: datetime = datetime(2036, 1, 1, tzinfo=UTC),
    use: x509.KeyUsage | None = None,
) -> x509.Certificate:
    """Issue a certificate."""
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
    )
    if use is not None:
        made = made.add_extension(use, critical=True)
    algorithm = None if isinstance(issuer_key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return made.sign(issuer_key, algorithm)


def authority(text: str = "Kite Authority") -> Authority:
    name, key = name_of(text), ec.generate_private_key(ec.SECP256R1())
    return Authority(name, key, certificate(name, key, name, key))


def usage(*, signature: bool = False, agreement: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        signature, False, False, False, agreement, False, False, False, False,
    )  # fmt: skip


def key_file(
    folder: Path,
    key: Key | None = None,
    begins: datetime = NOW - timedelta(days=30),
    ends: datetime = datetime(2036, 1, 1, tzinfo=UTC),
    use: x509.KeyUsage | None = None,
    passphrase: str = WORDS,
    by: Authority | None = None,
    above: x509.Certificate | None = None,
) -> Path:
    """Write a PKCS#12 file for Ada, issued by an authority that comes along."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    by = by or authority()
    made = certificate(name_of("Ada"), key, by.name, by.key, begins, ends, use)
    secret = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    path = folder / "ada.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"ada", key, made, [above or by.certificate], secret)
    )
    return path
