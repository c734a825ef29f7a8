# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The last barrier: whatever goes wrong, a user reads a sentence and a script gets a status."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from typing import Final, TextIO

from actready.errors import AppError, ComputerError, FaultyInput
from actready.i18n import gettext as _

INTERRUPTED: Final = 130
DEBUG: Final = "ACTREADY_DEBUG"


def guarded(work: Callable[[], int], stderr: TextIO) -> int:
    """Return the exit status of ``work``; an error becomes lines on ``stderr`` and a status."""
    try:
        return work()
    except BrokenPipeError:
        return _reader_left()
    except KeyboardInterrupt:
        return INTERRUPTED
    except AppError as error:
        return _told(error, stderr)
    except OSError as error:
        return _told(_refused(error), stderr)
    except Exception as error:  # noqa: BLE001 - the barrier that keeps tracebacks from users
        return _told(_mistake(error), stderr)


def lines(error: AppError) -> list[str]:
    """Return what a user reads of an error: each fault on a line of its own, then the sum."""
    faults = [str(fault) for fault in error.faults] if isinstance(error, FaultyInput) else []
    return [_harmless(one) for one in (*faults, AppError.__str__(error)) if one]


def _told(error: AppError, stderr: TextIO) -> int:
    if os.environ.get(DEBUG):
        traceback.print_exc(file=stderr)
    for line in lines(error):
        print(line, file=stderr)
    return error.exit_status


def _reader_left() -> int:
    """Whoever read our output has seen enough. Keep Python from complaining about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _refused(error: OSError) -> ComputerError:
    place = f"“{error.filename}”: " if error.filename else ""
    return ComputerError(
        _("This computer refuses: {place}{reason}.").format(
            place=place, reason=error.strerror or error
        ),
        _("Check the disk and the permissions, then try again."),
    )


def _mistake(error: Exception) -> ComputerError:
    return ComputerError(
        _("ActReady made a mistake ({kind}). Your files are as they were.").format(
            kind=type(error).__name__
        ),
        _("Set {debug}=1, repeat the command, and report what it prints.").format(debug=DEBUG),
    )


def _harmless(text: str) -> str:
    """Return text in one line, without characters that a terminal would obey."""
    return "".join(one if one.isprintable() else "\ufffd" for one in " ".join(text.split()))
