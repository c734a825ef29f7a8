# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether what follows a report in its file is its signature and nothing else.

A PDF can be changed by what is appended to it. Somebody could cover a page that way and sign the
whole; the signature would hold. So each object that the end of a signed report replaces has to be
the one that was drawn, but for the places in which a signature is entered.
"""

from __future__ import annotations

import io
import re
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyhanko.pdf_utils.generic import DictionaryObject, PdfObject
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.xref import TrailerDictionary

MAX_UPDATE: Final = 600_000
"""Bytes that a signature adds to a report at most."""

_MAX_STREAM: Final = 2_000_000
_STREAM: Final = re.compile(rb"stream\r?\n")
_SAID: Final = re.compile(rb"<rdf:li[^>]{0,60}>([^<]{1,2000})</rdf:li>")

#: Of the document: where the form is named in which a signature is entered, and the version.
_OF_CATALOG: Final = frozenset(("/AcroForm", "/Extensions", "/Version"))
_OF_INFO: Final = frozenset(("/Producer", "/ModDate"))
_OF_FORM: Final = frozenset(("/Fields", "/SigFlags"))
_OF_FIELD: Final = frozenset(
    ("/FT", "/T", "/Type", "/Subtype", "/F", "/Rect", "/P", "/V", "/Parent")
)


def adds_a_signature_alone(drawn: bytes, report: bytes) -> bool:
    """Tell whether a report is what was drawn, followed by one signature and nothing else."""
    update = report[len(drawn) :]
    if not report.startswith(drawn) or len(update) > MAX_UPDATE or not _is_bearable(update):
        return False
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        before, after = PdfFileReader(io.BytesIO(drawn)), PdfFileReader(io.BytesIO(report))
        return after.xrefs.total_revisions == 2 and _is_signature(before, after)
    except (Exception, RecursionError):  # noqa: BLE001 - whatever bytes from outside provoke
        return False


def _is_bearable(update: bytes) -> bool:
    """Tell whether no stream of the update is larger than that of a signature, when unpacked."""
    for found in _STREAM.finditer(update):
        unpacker = zlib.decompressobj()
        try:
            unpacker.decompress(update[found.end() :], _MAX_STREAM)
        except zlib.error:
            continue
        if not unpacker.eof:
            return False
    return True


def _is_signature(before: PdfFileReader, after: PdfFileReader) -> bool:
    from pyhanko.pdf_utils.generic import Reference

    size = int(before.trailer["/Size"])
    if _number(before.trailer, "/Root") != _number(after.trailer, "/Root"):
        return False
    for reference in after.xrefs.explicit_refs_in_revision(1):
        number = reference.idnum
        if number >= size or number == 0:
            continue  # new objects count only where something drawn points to them
        old = before.get_object(Reference(number, 0, before))
        new = after.get_object(Reference(number, 0, after))
        if type(old) is not type(new) or not _is_allowed(before, number, old, new):
            return False
    return _is_form(after)


def _is_allowed(before: PdfFileReader, number: int, old: PdfObject, new: PdfObject) -> bool:
    from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject

    if isinstance(old, StreamObject) and isinstance(new, StreamObject):
        is_metadata = number == _number(before.root, "/Metadata")
        return is_metadata and _SAID.findall(old.data) == _SAID.findall(new.data)
    if not isinstance(old, DictionaryObject) or not isinstance(new, DictionaryObject):
        return False
    if number == _number(before.trailer, "/Root"):
        return _same_but(old, new, _OF_CATALOG)
    if number == _number(before.trailer, "/Info"):
        return _same_but(old, new, _OF_INFO)
    return _is_page_with_field(old, new)


def _is_page_with_field(old: DictionaryObject, new: DictionaryObject) -> bool:
    if old.get("/Type") != "/Page" or not _same_but(old, new, frozenset(("/Annots",))):
        return False
    earlier = [_bytes(one) for one in old.get("/Annots", ())]
    later = [_bytes(one) for one in new.get("/Annots", ())]
    return later[:-1] == earlier and _is_field(new["/Annots"][-1])


def _is_form(after: PdfFileReader) -> bool:
    form = after.root["/AcroForm"]
    fields = form["/Fields"]
    return set(form) <= _OF_FORM and len(fields) == 1 and _is_field(fields[0])


def _is_field(found: DictionaryObject) -> bool:
    """Tell whether this is a field for a signature that shows nothing on the page."""
    return (
        set(found) <= _OF_FIELD and found["/FT"] == "/Sig" and not any(map(float, found["/Rect"]))
    )


def _same_but(old: DictionaryObject, new: DictionaryObject, left_out: frozenset[str]) -> bool:
    names = ({*old} | {*new}) - left_out
    return all(
        name in old and name in new and _bytes(old.raw_get(name)) == _bytes(new.raw_get(name))
        for name in names
    )


def _number(holder: DictionaryObject | TrailerDictionary, name: str) -> int:
    return int(holder.raw_get(name).idnum)


def _bytes(found: PdfObject) -> bytes:
    """Return an object as it is written."""
    stream = io.BytesIO()
    found.write_to_stream(stream, None)
    return stream.getvalue()
