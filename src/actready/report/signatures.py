# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looks at the signature of a report: what it covers, whether it holds, and what it rests on.

Nothing is fetched, and no authority is trusted by this program. It says who issued a certificate;
whether to rely on that issuer is for the reader to decide. The PDF itself is not interpreted: the
signature lies in plain sight at its end, and what is signed are bytes.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from asn1crypto.cms import SignedData
    from cryptography.x509 import Certificate, Name

MAX_SIGNATURE: Final = 200_000
"""Bytes of a signature with its certificates."""

_RANGE: Final = re.compile(
    rb"/ByteRange ?\[ ?(\d{1,10}) (\d{1,10}) (\d{1,10}) (\d{1,10}) {0,100}\]"
)
_SIGNED: Final = re.compile(rb"/SubFilter ?/|/Type ?/Sig\b|/ByteRange")
_TIME: Final = re.compile(rb"/M ?\(D(?::|\\072)(\d{14})(?:Z|[+-]00)")
_NEAR: Final = 1000
_SECURE: Final = frozenset(("sha256", "sha384", "sha512"))


@dataclass(frozen=True, slots=True)
class Holder:
    """What the certificate of a signature says.

    ``self_made`` is whether nobody else vouches for it, ``above_holds`` whether it was signed by
    the certificate of its issuer, where that came along; None where it did not.
    """

    name: str
    issuer: str
    self_made: bool
    above_holds: bool | None
    begins: datetime
    ends: datetime

    def is_valid_at(self, moment: datetime) -> bool:
        """Whether the certificate is valid at a time."""
        return self.begins <= moment <= self.ends


@dataclass(frozen=True, slots=True)
class Signature:
    """What was found about a signature.

    ``covers_all`` is whether nothing was added after it, ``intact`` whether the bytes are those
    that were signed, with the key of the certificate. ``at`` is the time that the computer of the
    signer claimed.
    """

    covers_all: bool
    intact: bool
    holder: Holder | None = None
    at: datetime | None = None


def signature_of(pdf: bytes) -> Signature | None:
    """Return what is found about the last signature of a PDF, or None where there is none."""
    ranges = list(_RANGE.finditer(pdf))
    if not ranges:
        return Signature(False, False) if _SIGNED.search(pdf) else None
    start, before, after, rest = (int(one) for one in ranges[-1].groups())
    covers_all = len(ranges) == 1 and start == 0 and after + rest == len(pdf)
    gap = pdf[before:after]
    if start or gap[:1] != b"<" or gap[-1:] != b">" or len(gap) > 2 * MAX_SIGNATURE:
        return Signature(False, False)
    try:
        data = bytes.fromhex(gap[1:-1].decode("ascii"))
        return _examined(data, (pdf[:before], pdf[after : after + rest]), covers_all)
    except Exception:  # noqa: BLE001 - whatever the libraries think of bytes from outside
        return Signature(covers_all, False)


def _examined(data: bytes, parts: Sequence[bytes], covers_all: bool) -> Signature:
    from asn1crypto import cms
    from cryptography import x509
    from pyhanko.sign.general import extract_certificate_info, extract_signer_info
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    content = cms.ContentInfo.load(data)
    signed: SignedData = content["content"]
    info, certificates = extract_signer_info(signed), extract_certificate_info(signed)
    algorithm = info["digest_algorithm"]["algorithm"].native
    if algorithm not in _SECURE or certificates.signer_cert is None:
        return Signature(covers_all, False)
    digest = hashlib.new(algorithm)
    for part in parts:
        digest.update(part)
    same_bytes, same_key = validate_sig_integrity(
        info, certificates.signer_cert, "data", digest.digest()
    )
    above = [x509.load_der_x509_certificate(one.dump()) for one in certificates.other_certs]
    holder = _holder(x509.load_der_x509_certificate(certificates.signer_cert.dump()), above)
    return Signature(covers_all, same_bytes and same_key, holder, _claimed(parts))


def _claimed(parts: Sequence[bytes]) -> datetime | None:
    """Return the time that stands beside the signature, as PAdES asks, and is signed with it."""
    found = _TIME.search(parts[-1]) or _TIME.search(parts[0][-_NEAR:])
    if found is None:
        return None
    try:
        return datetime.strptime(found[1].decode(), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _holder(certificate: Certificate, above: Sequence[Certificate]) -> Holder:
    issuers = [one for one in above if one.subject == certificate.issuer]
    self_made = certificate.issuer == certificate.subject
    holds = any(_issued(certificate, one) for one in issuers) if issuers else None
    return Holder(
        _name(certificate.subject),
        _name(certificate.issuer),
        self_made,
        _issued(certificate, certificate) if self_made else holds,
        certificate.not_valid_before_utc,
        certificate.not_valid_after_utc,
    )


def _issued(certificate: Certificate, issuer: Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except Exception:  # noqa: BLE001 - a wrong signature, or a key of a kind that is not known
        return False
    return True


def _name(name: Name) -> str:
    """Return what people call the holder: the common name, else all that the certificate says."""
    from cryptography.x509.oid import NameOID

    common = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(common[0].value) if common else name.rfc4514_string()
