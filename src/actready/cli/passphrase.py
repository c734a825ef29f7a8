# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a passphrase comes from: the environment or the terminal, never the command itself.

What stands in a command can be read by everybody on the computer, and stays in its history.
"""

from __future__ import annotations

import getpass
import os
import sys
import warnings
from typing import Final

from actready.errors import AppError
from actready.i18n import gettext as _

VARIABLE: Final = "ACTREADY_PASSPHRASE"


def passphrase(question: str, *, twice: bool = False) -> str:
    """Return the passphrase, typed without being shown; ``twice`` guards a new one against slips.

    Raises AppError where nobody can be asked, or the two differ.
    """
    if (given := os.environ.get(VARIABLE)) is not None:
        return given
    if not sys.stdin.isatty():
        raise AppError(
            _("A passphrase is needed, and there is no terminal to ask for it."),
            _("Put it into the environment variable {variable}.").format(variable=VARIABLE),
        )
    typed = _ask(question)
    if twice and _ask(_("Once more: ")) != typed:
        raise AppError(_("The two passphrases differ."), _("Nothing was written. Try again."))
    return typed


def _ask(question: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(question)
        except (EOFError, getpass.GetPassWarning) as error:
            raise AppError(
                _("The passphrase could not be asked for without showing it."),
                _("Put it into the environment variable {variable}.").format(variable=VARIABLE),
            ) from error
