# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that appear whole or not at all, and what is said when a computer refuses them."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from actready.errors import AppError, ComputerError
from actready.i18n import gettext as _

_NO_PERMISSION: Final = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield a temporary path beside ``target``, which takes its name when the block ends well.

    Whatever was at ``target`` stays until then, and for ever if the block fails.
    """
    part = target.with_name(f".{target.name[:40]}.{os.urandom(4).hex()}.part")
    with told(target):
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        yield part
        with told(target):
            _put_in_place(part, target)
    finally:
        part.unlink(missing_ok=True)


def _put_in_place(part: Path, target: Path) -> None:
    if target.exists():
        shutil.copymode(target, part)  # what was private stays private
    with part.open("r+b") as stream:
        os.fsync(stream.fileno())
    part.replace(target)
    flush_folder(target.parent)


def read_limited(path: Path, limit: int) -> bytes:
    """Return the content of a file from outside; one larger than ``limit`` bytes is not read."""
    check_size(path, limit)
    with told(path), path.open("rb") as stream:
        return stream.read(limit)


def check_size(path: Path, limit: int) -> None:
    """Raise AppError where ``path`` is no file, or has more than ``limit`` bytes."""
    with told(path):
        is_file, exists = path.is_file(), path.exists()
        size = path.stat().st_size if is_file else 0
    if not exists:
        raise missing(path)
    if not is_file:
        raise AppError(
            _("“{path}” is no file.").format(path=path), _("Choose a file, not a folder.")
        )
    if size > limit:
        raise AppError(
            _("“{name}” has {size} bytes.").format(name=path.name, size=size),
            _("The largest file of this kind that is read has {limit}.").format(limit=limit),
        )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the operating system says about ``path`` into a sentence."""
    try:
        yield
    except OSError as error:
        raise refusal(error, path) from error


def refusal(error: OSError, path: Path) -> AppError:
    """Return the sentence for what the operating system said about ``path``."""
    if isinstance(error, FileNotFoundError):
        return missing(path)
    if error.errno in _NO_PERMISSION:
        return ComputerError(
            _("There is no permission for “{path}”.").format(path=path),
            _("Choose a folder of your own, or ask for the permission."),
        )
    if error.errno in _NO_ROOM:
        return no_room(path)
    return ComputerError(
        _("“{path}” cannot be used: {reason}.").format(path=path, reason=error.strerror or error),
        _("Check the disk, or choose another folder."),
    )


def missing(path: Path) -> AppError:
    """Return the sentence for a file, or the folder it should be in, that is not there."""
    if path.parent.is_dir():
        return AppError(
            _("There is no file “{path}”.").format(path=path),
            _("Check the name, or whether it was moved."),
        )
    return ComputerError(
        _("There is no folder “{path}”.").format(path=path.parent),
        _("Check the name, or whether the drive is connected."),
    )


def no_room(path: Path) -> ComputerError:
    """Return the sentence for a full disk."""
    return ComputerError(
        _("The disk that holds “{path}” is full. Nothing was changed.").format(path=path),
        _("Make room, then try again."),
    )


def flush_folder(folder: Path) -> None:
    """Make a new name last through a power cut, where the operating system offers that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
