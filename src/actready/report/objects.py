# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The objects of a PDF as this program writes it, found without a PDF library.

A report from outside may be made to harm who reads it. So nothing here follows a reference or
recurses, and what is unpacked has a limit. It serves to say what was changed, never to say that
nothing was: that is told from the bytes alone.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final

_OBJECT: Final = re.compile(rb"(?:^|\n)(\d{1,9}) 0 obj\n(.*?)\nendobj(?=\n)", re.DOTALL)
_STREAM: Final = re.compile(rb"\A<<([^\n]{0,4000}?)>>\nstream\n(.*)\nendstream\Z", re.DOTALL)
_SHOWN: Final = re.compile(rb"/(\w{1,40}) [\d.]+ Tf\n|\[([^\]]*)\] TJ|<([0-9a-f]+)> Tj")
_HEXES: Final = re.compile(rb"<([0-9a-f]*)>")
_MAPPED: Final = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]{4,16})>\n")
_FONT: Final = re.compile(rb"/BaseFont /(\w{1,40})\+[^/]*/ToUnicode (\d{1,9}) 0 R")
_DIGEST: Final = re.compile(r"SHA-256([0-9a-f]{64})")
_TOOL: Final = re.compile(rb"<xmp:CreatorTool>([^<]{0,300})</xmp:CreatorTool>")

MAX_UNPACKED: Final = 60_000_000
"""Bytes that one stream may have when it is unpacked."""

_MAX_TOGETHER: Final = 400_000_000


def first_objects(pdf: bytes) -> dict[int, bytes]:
    """Return the objects of a PDF by their number, each as it was written first."""
    found: dict[int, bytes] = {}
    for match in _OBJECT.finditer(pdf):
        found.setdefault(int(match[1]), match[2])
    return found


def printed_digests(objects: dict[int, bytes]) -> frozenset[str]:
    """Return the SHA-256 digests that the pages print with their name before them."""
    streams = tuple(_streams(objects))
    fonts = _fonts(objects, streams)
    text = "".join(_text(content, fonts) for _number, _head, content in streams)
    return frozenset(_DIGEST.findall("".join(text.split())))


def made_with(objects: dict[int, bytes]) -> str:
    """Return what the metadata say about the program and the libraries that made the PDF."""
    for _number, head, content in _streams(objects):
        if b"/Metadata" in head and (found := _TOOL.search(content)):
            return found[1].decode("utf-8", "replace")
    return ""


def _streams(objects: dict[int, bytes]) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield number, dictionary and content of each stream that is packed as reports are."""
    left = _MAX_TOGETHER
    for number, body in objects.items():
        found = _STREAM.match(body)
        if found is None or b"/FlateDecode" not in found[1] or b"/Length1" in found[1]:
            continue
        content = _unpacked(found[2], min(left, MAX_UNPACKED))
        left -= len(content)
        yield number, found[1], content


def _unpacked(data: bytes, limit: int) -> bytes:
    if limit <= 0:
        return b""
    try:
        return zlib.decompressobj().decompress(data, limit)
    except zlib.error:
        return b""


def _fonts(
    objects: dict[int, bytes], streams: tuple[tuple[int, bytes, bytes], ...]
) -> dict[bytes, dict[bytes, str]]:
    """Return by the name of each font what its glyphs stand for."""
    packed = b"".join(content for _number, head, content in streams if b"/ObjStm" in head)
    maps = {number: _letters(body) for number, body in objects.items() if b"beginbfchar" in body}
    maps |= {number: _letters(one) for number, _head, one in streams if b"beginbfchar" in one}
    return {name: maps.get(int(number), {}) for name, number in _FONT.findall(packed)}


def _letters(table: bytes) -> dict[bytes, str]:
    return {
        glyph: bytes.fromhex(letters.decode()).decode("utf-16-be", "replace")
        for glyph, letters in _MAPPED.findall(table)
        if len(letters) % 4 == 0
    }


def _text(content: bytes, fonts: dict[bytes, dict[bytes, str]]) -> str:
    """Return what a page says, in the order in which it is drawn."""
    said: list[str] = []
    letters: dict[bytes, str] = {}
    for found in _SHOWN.finditer(content):
        if found[1]:
            letters = fonts.get(found[1], {})
            continue
        for run in _HEXES.findall(found[2] or b"<" + (found[3] or b"") + b">"):
            said.extend(letters.get(run[at : at + 4], "\ufffd") for at in range(0, len(run), 4))
    return "".join(said)
