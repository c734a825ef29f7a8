# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Confidential copies: any file, sealed with a passphrase and opened with it again.

docs/file-format.md describes the bytes. The key comes from the passphrase by Argon2id. The content
is cut into pieces, each sealed with ChaCha20-Poly1305 under its number and whether it is the last,
so that none can be changed, left out, moved or added. The head is bound to all of them.
"""

from __future__ import annotations

import hashlib
import os
import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from actready.errors import AppError
from actready.files import check_size, replacing, told
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

SUFFIX: Final = ".actready-sealed"
MAX_CONTENT: Final = 2_000_000_000
"""Bytes of a file that is sealed."""

SHORTEST: Final = 8
"""Characters of a passphrase for a new copy."""

_MAGIC: Final = b"ActReady sealed\n"
_VERSION: Final = 1
#: Magic, version, then memory in KiB, passes, lanes and salt of Argon2id, and the size of a piece.
_FIELDS: Final = struct.Struct(">16sBIII16sI")
_CHECKSUM: Final = 32
_TAG: Final = 16
_HEAD: Final = _FIELDS.size + _CHECKSUM + _TAG
_PIECE: Final = 1 << 20
_LONGEST: Final = 1000
#: The number of the piece, and what kind it is: the proof of the key, one of many, or the last.
_NONCE: Final = struct.Struct(">QI")
_PROOF, _INNER, _LAST = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Cost:
    """What Argon2id takes: memory in KiB, passes over it, and lanes that can run side by side."""

    memory: int
    passes: int
    lanes: int

    @property
    def is_bearable(self) -> bool:
        """Whether a computer can be asked for it. A head from outside could ask for anything."""
        within = 1 <= self.passes <= 16 and 1 <= self.lanes <= 16
        return within and 8 * self.lanes <= self.memory <= 1 << 20


#: The second choice of RFC 9106, which fits computers of every size: 64 MiB, three passes.
COST: Final = Cost(1 << 16, 3, 4)


@dataclass(frozen=True, slots=True)
class _Lock:
    """A key, and the head of the file that it belongs to."""

    cipher: ChaCha20Poly1305
    head: bytes

    def seal(self, number: int, kind: int, data: bytes) -> bytes:
        return self.cipher.encrypt(_NONCE.pack(number, kind), data, self.head)

    def opened(self, number: int, kind: int, data: bytes) -> bytes | None:
        """Return the content of a piece, or None where it is not what was sealed."""
        from cryptography.exceptions import InvalidTag

        try:
            return self.cipher.decrypt(_NONCE.pack(number, kind), data, self.head)
        except InvalidTag:
            return None


def seal(source: Path, target: Path, passphrase: str, cost: Cost = COST) -> None:
    """Write a copy of a file that only the passphrase opens.

    Raises AppError where the file is too large or the passphrase too short, and where ``target``
    cannot be written; nothing is then left there.
    """
    check_size(source, MAX_CONTENT)
    _refuse_same(source, target)
    with told(source), source.open("rb") as content:
        seal_stream(content, target, passphrase, cost)


def seal_stream(content: BinaryIO, target: Path, passphrase: str, cost: Cost = COST) -> None:
    """Write what a stream holds, sealed; see ``seal``."""
    if len(passphrase) < SHORTEST:
        raise AppError(
            _("The passphrase has {count} characters.").format(count=len(passphrase)),
            _("Use at least {least}; several words are best.").format(least=SHORTEST),
        )
    fields = _FIELDS.pack(
        _MAGIC, _VERSION, cost.memory, cost.passes, cost.lanes, os.urandom(16), _PIECE
    )
    lock = _lock(fields, passphrase, cost)
    with replacing(target) as part:
        _write_sealed(lock, content, part)


def _write_sealed(lock: _Lock, content: BinaryIO, part: Path) -> None:
    with told(part), part.open("wb") as copy:
        copy.write(lock.head + lock.seal(0, _PROOF, b""))
        for number, piece, is_last in _pieces(content, _PIECE):
            copy.write(lock.seal(number, _LAST if is_last else _INNER, piece))


def unseal(source: Path, target: Path, passphrase: str) -> None:
    """Write the file that a sealed copy holds.

    Raises AppError where the passphrase is wrong or the copy damaged; nothing is then left at
    ``target``, not even the part before the damage.
    """
    check_size(source, MAX_CONTENT + MAX_CONTENT // _PIECE * _TAG + _HEAD + _TAG)
    _refuse_same(source, target)
    with told(source), source.open("rb") as sealed:
        lock, size = _opened(sealed.read(_HEAD), source, passphrase)
        with replacing(target) as part, told(target), part.open("wb") as content:
            for number, piece, is_last in _pieces(sealed, size + _TAG):
                data = lock.opened(number, _LAST if is_last else _INNER, piece)
                if data is None:
                    raise _damaged(source)
                content.write(data)


def is_sealed(path: Path) -> bool:
    """Tell whether a file is a sealed copy, by how it begins."""
    if not path.is_file():
        return False
    with told(path), path.open("rb") as stream:
        return stream.read(len(_MAGIC)) == _MAGIC


def _opened(head: bytes, source: Path, passphrase: str) -> tuple[_Lock, int]:
    """Return the lock of a sealed copy, opened with the passphrase, and the size of its pieces."""
    fields, checksum = head[: _FIELDS.size], head[_FIELDS.size : -_TAG]
    if not head.startswith(_MAGIC):
        raise AppError(
            _("“{name}” is no sealed copy.").format(name=source.name),
            _("Choose a file that “actready seal” made."),
        )
    if len(head) < _HEAD:
        raise _damaged(source)
    _magic, version, memory, passes, lanes, _salt, size = _FIELDS.unpack(fields)
    if version != _VERSION:
        raise AppError(
            _("“{name}” was sealed by a newer version of ActReady.").format(name=source.name),
            _("Install the newest version, or ask for a copy that this one can open."),
        )
    cost = Cost(memory, passes, lanes)
    if hashlib.sha256(fields).digest() != checksum or not cost.is_bearable or size != _PIECE:
        raise _damaged(source)
    lock = _lock(fields, passphrase, cost)
    if lock.opened(0, _PROOF, head[-_TAG:]) is None:
        raise AppError(
            _("The passphrase does not open “{name}”.").format(name=source.name),
            _("Check capital letters and the keyboard. A forgotten passphrase cannot be replaced."),
        )
    return lock, size


def _lock(fields: bytes, passphrase: str, cost: Cost) -> _Lock:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    salt = _FIELDS.unpack(fields)[5]
    derive = Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    )
    typed = unicodedata.normalize("NFC", passphrase[:_LONGEST]).encode("utf-8", "surrogatepass")
    head = fields + hashlib.sha256(fields).digest()
    return _Lock(ChaCha20Poly1305(derive.derive(typed)), head)


def _pieces(stream: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Yield the number of each piece from 1 on, what it holds, and whether it is the last."""
    number, piece = 1, stream.read(size)
    while True:
        following = stream.read(size)
        yield number, piece, not following
        if not following:
            return
        number, piece = number + 1, following


def _refuse_same(source: Path, target: Path) -> None:
    if target.exists() and target.samefile(source):
        raise AppError(
            _("The copy has the name of the original."), _("Choose another name for it.")
        )


def _damaged(source: Path) -> AppError:
    return AppError(
        _("“{name}” is damaged, or was changed after it was sealed.").format(name=source.name),
        _("Nothing was written. Ask for another copy."),
    )
