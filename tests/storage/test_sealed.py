# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sealed copies open with their passphrase alone, and every change of them is noticed."""

from __future__ import annotations

import hashlib
import os
import stat
import struct
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from actready.errors import AppError, ComputerError
from actready.storage import sealed
from actready.storage.sealed import Cost, is_sealed, seal, unseal

WORDS = "correct horse battery staple"
#: As little work as Argon2id allows, since most tests are not about it.
CHEAP = Cost(8, 1, 1)
HEAD = 49 + 32 + 16
MIB = 1 << 20


def copy_of(folder: Path, content: bytes, passphrase: str = WORDS) -> Path:
    source, target = folder / "plain", folder / "copy.actready-sealed"
    source.write_bytes(content)
    seal(source, target, passphrase, CHEAP)
    return target


def opened(copy: Path, passphrase: str = WORDS) -> bytes:
    target = copy.with_name("opened")
    unseal(copy, target, passphrase)
    return target.read_bytes()


@pytest.mark.parametrize("size", [0, 1, MIB - 1, MIB, MIB + 1, 2 * MIB])
def test_that_what_was_sealed_is_what_is_opened(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    copy = copy_of(tmp_path, content)
    assert is_sealed(copy)
    assert not is_sealed(tmp_path / "plain")
    assert not is_sealed(tmp_path / "nothing")
    assert opened(copy) == content
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "copy.actready-sealed", "opened", "plain",
    ]  # fmt: skip


def test_that_the_bytes_are_those_of_the_description(tmp_path: Path) -> None:
    """Opens a copy by docs/file-format.md alone, with the cost that the program really takes."""
    source, target = tmp_path / "plain", tmp_path / "copy"
    source.write_bytes(b"secret answers")
    seal(source, target, "grüne Wörter")
    data = target.read_bytes()
    magic, version, memory, passes, lanes, salt, size = struct.unpack(">16sBIII16sI", data[:49])
    assert (magic, version) == (b"ActReady sealed\n", 1)
    assert (memory, passes, lanes, size) == (65536, 3, 4, MIB)
    assert data[49:81] == hashlib.sha256(data[:49]).digest()
    derive = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
    cipher = ChaCha20Poly1305(derive.derive("grüne Wörter".encode()))
    assert cipher.decrypt(struct.pack(">QI", 0, 0), data[81:97], data[:81]) == b""
    assert cipher.decrypt(struct.pack(">QI", 1, 2), data[97:], data[:81]) == b"secret answers"


def test_that_two_copies_of_one_file_have_nothing_in_common(tmp_path: Path) -> None:
    first = copy_of(tmp_path, b"x" * 1000).read_bytes()
    second = copy_of(tmp_path, b"x" * 1000).read_bytes()
    assert first[HEAD:] != second[HEAD:]
    assert b"xxxx" not in first


def test_that_a_passphrase_opens_however_its_accents_are_typed(tmp_path: Path) -> None:
    copy = copy_of(tmp_path, b"1", passphrase="caf\u00e9 au lait")
    assert opened(copy, "cafe\u0301 au lait") == b"1"


def test_that_a_wrong_passphrase_is_told_from_damage(tmp_path: Path) -> None:
    copy = copy_of(tmp_path, b"1" * 100)
    with pytest.raises(AppError, match="The passphrase does not open"):
        opened(copy, WORDS + " ")
    assert not (tmp_path / "opened").exists()


@pytest.mark.parametrize("place", [*range(16, HEAD), HEAD, HEAD + 50, -1])
def test_that_one_changed_bit_anywhere_is_noticed(tmp_path: Path, place: int) -> None:
    copy = copy_of(tmp_path, b"1" * 100)
    data = bytearray(copy.read_bytes())
    data[place] ^= 1
    copy.write_bytes(data)
    says = "newer version" if place == 16 else "damaged|passphrase does not open"
    with pytest.raises(AppError, match=says):
        opened(copy)
    assert not (tmp_path / "opened").exists()
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("pieces", [0, 1, 2])
def test_that_a_copy_that_was_cut_is_damaged(tmp_path: Path, pieces: int) -> None:
    copy = copy_of(tmp_path, os.urandom(3 * MIB))
    copy.write_bytes(copy.read_bytes()[: HEAD + pieces * (MIB + 16)])
    with pytest.raises(AppError, match="damaged"):
        opened(copy)
    assert not (tmp_path / "opened").exists()


def test_that_pieces_cannot_be_moved_or_added(tmp_path: Path) -> None:
    copy = copy_of(tmp_path, os.urandom(3 * MIB))
    data, size = copy.read_bytes(), MIB + 16
    first, second, last = (data[HEAD + at * size : HEAD + at * size + size] for at in range(3))
    for order in (second + first + last, first + second + last + last, first + last):
        copy.write_bytes(data[:HEAD] + order)
        with pytest.raises(AppError, match="damaged"):
            opened(copy)


def test_that_what_is_no_copy_is_told_so(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"%PDF-1.7")
    with pytest.raises(AppError, match="is no sealed copy"):
        opened(other)
    other.write_bytes(b"ActReady sealed\n")
    with pytest.raises(AppError, match="damaged"):
        opened(other)
    with pytest.raises(AppError, match="There is no file"):
        opened(tmp_path / "none")


def test_that_a_head_cannot_ask_for_the_whole_computer(tmp_path: Path) -> None:
    copy = copy_of(tmp_path, b"1")
    data = copy.read_bytes()
    for memory, passes, lanes in ((1 << 31, 1, 1), (8, 1 << 31, 1), (8, 1, 1 << 31), (1, 1, 1)):
        fields = struct.pack(
            ">16sBIII16sI", b"ActReady sealed\n", 1, memory, passes, lanes, b"s" * 16, MIB
        )
        copy.write_bytes(fields + hashlib.sha256(fields).digest() + data[81:])
        with pytest.raises(AppError, match="damaged"):
            opened(copy)


def test_that_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="has 7 characters"):
        copy_of(tmp_path, b"1", passphrase="1234567")
    assert [one.name for one in tmp_path.iterdir()] == ["plain"]


def test_that_the_original_is_never_replaced(tmp_path: Path) -> None:
    copy = copy_of(tmp_path, b"1")
    for work in (seal, unseal):
        with pytest.raises(AppError, match="has the name of the original"):
            work(copy, copy, WORDS)
    assert opened(copy) == b"1"


def test_that_a_file_beyond_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = copy_of(tmp_path, b"1" * 1000)
    monkeypatch.setattr(sealed, "MAX_CONTENT", 100)
    with pytest.raises(AppError, match="1000 bytes"):
        seal(tmp_path / "plain", tmp_path / "other", WORDS, CHEAP)
    with pytest.raises(AppError, match="bytes"):
        opened(copy)
    assert not (tmp_path / "other").exists()


def test_that_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    copy = copy_of(tmp_path, b"1")
    for work in (seal, unseal):
        with pytest.raises(ComputerError, match="There is no folder"):
            work(copy, tmp_path / "no" / "file", WORDS)


def test_that_what_stood_at_the_target_stays_where_opening_fails(tmp_path: Path) -> None:
    copy = copy_of(tmp_path, os.urandom(2 * MIB))
    copy.write_bytes(copy.read_bytes()[:-1])
    target = tmp_path / "opened"
    target.write_bytes(b"older")
    target.chmod(0o600)
    with pytest.raises(AppError, match="damaged"):
        opened(copy)
    assert target.read_bytes() == b"older"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
