# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys to sign with: read from a PKCS#12 file, or made for one report. None is ever stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from actready.errors import AppError
from actready.files import read_limited
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
    from cryptography.x509 import Certificate, KeyUsage

MAX_KEY_FILE: Final = 1_000_000
SMALLEST_RSA: Final = 2048

OWN_NAME: Final = "ActReady: key made for this report, names nobody"
"""What a self-made certificate calls itself."""

#: The clock of who checks it may be behind.
_EARLIER: Final = timedelta(days=1)
_LASTS: Final = timedelta(days=3652)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key with its certificate, and the certificates above it."""

    key: PrivateKeyTypes
    certificate: Certificate
    above: tuple[Certificate, ...] = ()


def made_key(now: datetime) -> SigningKey:
    """Make a key and a certificate that says nothing about who holds it."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, OWN_NAME)])
    begins = now.replace(microsecond=0) - _EARLIER
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + _LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_for_signatures(), critical=True)
        .sign(key, hashes.SHA256())
    )
    return SigningKey(key, certificate)


def read_key(path: Path, passphrase: str, now: datetime) -> SigningKey:
    """Read a PKCS#12 file.

    Raises AppError where the passphrase is wrong, there is no key in it, or its certificate is
    expired or not made for signatures.
    """
    from cryptography.hazmat.primitives.serialization import pkcs12

    data = read_limited(path, MAX_KEY_FILE)
    try:
        key, certificate, above = pkcs12.load_key_and_certificates(data, passphrase.encode())
    except Exception as error:  # whatever the library thinks of a file from outside
        raise _unreadable(path, data, error) from error
    if key is None or certificate is None:
        raise AppError(
            _("“{name}” holds no private key with its certificate.").format(name=path.name),
            _("Export both from the program that keeps them, as one PKCS#12 file."),
        )
    found = SigningKey(key, certificate, tuple(above))
    _check(found, path.name, now)
    return found


def _unreadable(path: Path, data: bytes, error: Exception) -> AppError:
    """Tell a wrong passphrase from a file of another kind as far as the library does."""
    if data[:1] == b"\x30" and "password" in str(error).lower():
        return AppError(
            _("The passphrase does not open “{name}”.").format(name=path.name),
            _("Check capital letters and the keyboard, then try again."),
        )
    return AppError(
        _("“{name}” is no PKCS#12 file, or is damaged.").format(name=path.name),
        _("Choose a file that ends in .p12 or .pfx."),
    )


def _check(found: SigningKey, name: str, now: datetime) -> None:
    certificate = found.certificate
    if now > certificate.not_valid_after_utc:
        raise AppError(
            _("The certificate in “{name}” expired on {day}.").format(
                name=name, day=certificate.not_valid_after_utc.date().isoformat()
            ),
            _("Ask for a new one, or sign with a key made for this report."),
        )
    if now < certificate.not_valid_before_utc:
        raise AppError(
            _("The certificate in “{name}” is valid only from {day} on.").format(
                name=name, day=certificate.not_valid_before_utc.date().isoformat()
            ),
            _("Check the clock of this computer, or wait until then."),
        )
    if not _may_sign(certificate) or not _is_strong(found.key):
        raise AppError(
            _("The certificate in “{name}” is not made for signing documents.").format(name=name),
            _("Use one for digital signatures, with an RSA key of 2048 bits or more, or a P-256,"
              " P-384 or P-521 key."),
        )  # fmt: skip


def _may_sign(certificate: Certificate) -> bool:
    """Tell whether the use that the certificate names allows signatures; naming none does."""
    from cryptography import x509

    try:
        use = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    except ValueError:
        return False
    return use.digital_signature or use.content_commitment


def _is_strong(key: PrivateKeyTypes) -> bool:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    if isinstance(key, rsa.RSAPrivateKey):
        return key.key_size >= SMALLEST_RSA
    curves = {"secp256r1", "secp384r1", "secp521r1"}
    return isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in curves


def _for_signatures() -> KeyUsage:
    from cryptography.x509 import KeyUsage

    return KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
