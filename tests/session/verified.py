# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes reports, changes them, and checks them."""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr
from tests.report.example import AS_OF, KITES
from tests.report.signed import NOW, WORDS

from actready import __version__
from actready.domain.assessment import fold
from actready.domain.events import Answered, Noted, SubjectAdded, SubjectRemoved
from actready.report.build import build_context
from actready.report.context import Record
from actready.report.engine import draw as draw_here
from actready.report.job import Job, Signing, job_for
from actready.report.signing import signer_for
from actready.session.verification import Check, Verdict, Verification
from actready.storage.assessment_file import AssessmentFile
from actready.storage.interchange import Origin, canonical_json

EDITIONS = {"common": "2025-01-01", "cra": "2025-06-01"}


def draw(job: Job) -> None:
    job.target.write_bytes(draw_here(job, lambda _text: None).data)


def signed_with(report: bytes, path: Path) -> bytes:
    return signer_for(Signing(file=path, passphrase=SecretStr(WORDS)), datetime.now(UTC)).sign(
        report
    )


def made(folder: Path) -> tuple[Path, Path]:
    """Make a file of kites and a report on it; return both paths."""
    path, target = folder / "kites.actready", folder / "report.pdf"
    events = (
        SubjectAdded(subject="s1", name="Gone"),
        SubjectRemoved(subject="s1"),
        SubjectAdded(subject="s2", name="Red"),
        Answered(subject="s2", question="kite.span", value=320),
        Answered(subject="s2", question="kite.given", value="sold"),
        Noted(subject="s2", question="kite.span", text="Measured twice."),
        Answered(question="org.club", value=True),
    )
    with closing(AssessmentFile.create(path, "Firma X", EDITIONS, NOW, events)) as file:
        entries, head = file.entries(), file.head
    record = Record(len(entries), head, entries[-1].at, intact=True)
    context = build_context(fold(entries), KITES, AS_OF, record, __version__, "en")
    origin = Origin(__version__, record.entries, record.head, record.last_at)
    data = canonical_json(fold(entries), AS_OF, EDITIONS, origin)
    draw(job_for(context, target, data))
    return path, target


def found(
    report: bytes, folder: Path, record: Path | None = None, *, quick: bool = False
) -> Verdict:
    path = folder / "checked.pdf"
    path.write_bytes(report)
    now = datetime.now(UTC)
    return Verification(lambda _day: KITES, now, None if quick else draw, record).of(path)


def check(verdict: Verdict, name: str) -> Check:
    return next(one for one in verdict.checks if one.name == name)


def states(verdict: Verdict) -> dict[str, str]:
    return {one.name: one.state.value for one in verdict.checks}


def stream_at(pdf: bytes, needle: bytes) -> tuple[int, int]:
    """Return where a packed stream begins and ends that holds a text when it is unpacked."""
    for match in re.finditer(rb"/Length (\d+)[^\n]*>>\nstream\n", pdf):
        end = match.end() + int(match[1])
        try:
            content = zlib.decompress(pdf[match.end() : end])
        except zlib.error:
            continue
        if needle in content:
            return match.end(), end
    raise AssertionError(needle)


def covered(pdf: bytes) -> bytes:
    """Lay a note over the first page, as an update at the end of the file."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    name, number = generic.NameObject, generic.NumberObject
    note = generic.DictionaryObject(
        {
            name("/Type"): name("/Annot"),
            name("/Subtype"): name("/FreeText"),
            name("/Rect"): generic.ArrayObject(map(number, (0, 0, 500, 800))),
            name("/Contents"): generic.TextStringObject("No role"),
        }
    )
    page = writer.root["/Pages"]["/Kids"][0]
    page.setdefault(name("/Annots"), generic.ArrayObject()).append(writer.add_object(note))
    writer.mark_update(writer.root["/Pages"]["/Kids"].raw_get(0).reference)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def renamed(pdf: bytes) -> bytes:
    """Give the document another title, as an update at the end of the file."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    info = writer.trailer["/Info"]
    info[generic.NameObject("/Title")] = generic.TextStringObject("Certified")
    writer.mark_update(writer.trailer.raw_get("/Info").reference)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def with_data(pdf: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Put other data of the same packed size into a report, with sizes and digests that fit."""
    match = re.search(rb"<<(/Type /EmbeddedFile[^\n]*)/Length (\d+)>>\nstream\n", pdf)
    assert match is not None
    end = match.end() + int(match[2])
    data = change(zlib.decompress(pdf[match.end() : end]))
    packed = zlib.compress(data)
    head = re.sub(rb"/Size \d+", b"/Size %d" % len(data), match[1])
    digest = hashlib.md5(data).hexdigest().encode()
    head = re.sub(rb"/CheckSum <\w+>", b"/CheckSum <%s>" % digest, head)
    return (
        pdf[: match.start()]
        + b"<<%s/Length %d>>\nstream\n" % (head, len(packed))
        + packed
        + pdf[end:]
    )
