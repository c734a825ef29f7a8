# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""With which key a report is signed: what the choices mean, and whether a file will do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from actready.errors import AppError
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.report.job import Signing


class KeyKind(StrEnum):
    """Where the key comes from."""

    MADE = "made"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """One choice: its name, and what such a signature shows."""

    kind: KeyKind
    label: str
    meaning: str


def key_choices() -> tuple[KeyChoice, ...]:
    """Return the choices, the one that needs nothing first."""
    return (
        KeyChoice(
            KeyKind.MADE,
            _("A key made for this report"),
            _("Shows that nothing was changed since. Does not show who signed."),
        ),
        KeyChoice(
            KeyKind.FILE,
            _("My key from a file"),
            _("A PKCS#12 file (.p12 or .pfx). Shows the name that its certificate vouches for."),
        ),
    )


def signing_with(kind: KeyKind, file: str, passphrase: str) -> Signing:
    """Return with which key to sign. Raises AppError where the file will not do."""
    from pydantic import SecretStr

    from actready.report.job import Signing
    from actready.report.keys import read_key

    if kind is KeyKind.MADE:
        return Signing()
    if not file.strip():
        raise AppError(_("No file is chosen."), _("Choose the file that holds your key."))
    path = Path(file.strip()).absolute()
    read_key(path, passphrase, datetime.now(UTC))
    return Signing(file=path, passphrase=SecretStr(passphrase))
