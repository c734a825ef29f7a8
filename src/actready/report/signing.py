# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signs a report as PAdES B-B: one update at its end, which leaves every byte before as it is.

Nothing is fetched: no timestamp and no word about revocation. The time in a signature is that of
this computer.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from actready.errors import AppError
from actready.i18n import gettext as _
from actready.report.job import Signing
from actready.report.keys import SigningKey, made_key, read_key

if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner

FIELD: Final = "Signature"


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs with one key."""

    key: SigningKey
    reason: str

    def sign(self, pdf: bytes) -> bytes:
        """Return the report with its signature."""
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign.fields import SigSeedSubFilter
        from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

        logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
        how = PdfSignatureMetadata(
            field_name=FIELD,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            reason=self.reason,
        )
        try:
            signer = PdfSigner(how, signer=_simple_signer(self.key))
            writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
            signed: bytes = signer.sign_pdf(writer).getvalue()
        except Exception as error:  # a key that the checks before let through
            raise AppError(
                _("The report could not be signed with this key ({kind}).").format(
                    kind=type(error).__name__
                ),
                _("Use another key, or one made for this report. Nothing was written."),
            ) from error
        return signed


def signer_for(signing: Signing, now: datetime) -> Signer:
    """Return who signs. Raises AppError for a key that will not do; see ``read_key``."""
    if signing.file is None:
        reason = _("Shows that nothing was changed since. Says nothing about who made it.")
        return Signer(made_key(now), reason)
    key = read_key(signing.file, signing.passphrase.get_secret_value(), now)
    return Signer(key, _("Readiness report issued"))


def _simple_signer(key: SigningKey) -> SimpleSigner:
    from asn1crypto import keys, x509
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    above = SimpleCertificateStore()
    above.register_multiple(
        x509.Certificate.load(one.public_bytes(Encoding.DER)) for one in key.above
    )
    private = key.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SimpleSigner(
        signing_cert=x509.Certificate.load(key.certificate.public_bytes(Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=above,
    )
