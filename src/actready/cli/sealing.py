# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready seal and unseal: confidential copies of any file."""

from __future__ import annotations

from contextlib import closing, nullcontext
from pathlib import Path

from actready.cli.console import Console
from actready.cli.passphrase import passphrase
from actready.cli.source import is_assessment_file
from actready.files import missing
from actready.i18n import gettext as _
from actready.storage.assessment_file import AssessmentFile
from actready.storage.sealed import is_sealed, seal, unseal


def seal_file(path: Path, target: Path, console: Console) -> int:
    """Write a confidential copy. An assessment that is open elsewhere is not copied half-way."""
    if not path.is_file():
        raise missing(path)
    secret = passphrase(_("New passphrase: "), twice=True)
    is_assessment = is_assessment_file(path) and not is_sealed(path)
    with closing(AssessmentFile.open(path, read_only=True)) if is_assessment else nullcontext():
        seal(path, target, secret)
    console.say(_("{target}: sealed. Only the passphrase opens it.").format(target=target))
    return 0


def unseal_file(path: Path, target: Path, console: Console) -> int:
    """Write what is in a confidential copy."""
    if not path.is_file():
        raise missing(path)
    unseal(path, target, passphrase(_("Passphrase: ")))
    console.say(_("{target}: opened.").format(target=target))
    return 0
