# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draws HTML as a PDF that follows PDF/A-3a and PDF/UA-1. Runs in the child process only."""

from __future__ import annotations

import hashlib
import io
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from actready.errors import ComputerError
from actready.i18n import gettext as _
from actready.report.job import ATTACHMENT_NAME, Job, Signing
from actready.report.standards import announce_pdf_ua, finish
from actready.resources import data_folder

if TYPE_CHECKING:
    from weasyprint import Document

    from actready.report.signing import Signer

Progress = Callable[[str], None]
_MISSING_GLYPH = "□"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished PDF."""

    data: bytes
    pages: int


def draw(job: Job, progress: Progress) -> Drawing:
    """Draw a job. The result depends on the job, the fonts and the libraries alone.

    Nothing is fetched, neither files nor anything from a network.

    Raises ComputerError where this computer lacks the libraries that WeasyPrint needs.
    """
    use_own_fonts()
    try:
        import weasyprint
    except OSError as error:
        raise _no_pango() from error
    signer = _signer(job.signing)
    progress(_("Laying out the pages"))
    html = with_known_letters(job.html, _letters())
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())
    source = weasyprint.HTML(string=html, url_fetcher=nothing)
    with _page_numbers(progress):
        document = source.render(pdf_variant="pdf/a-3a", pdf_tags=True)
    progress(_("Writing the PDF"))
    _attach(document, job)
    document.metadata.generator = f"{document.metadata.generator or ''}; {libraries()}"
    announce_pdf_ua(document.metadata)
    target = io.BytesIO()
    document.write_pdf(
        target,
        finisher=finish,
        pdf_variant="pdf/a-3a",
        pdf_tags=True,
        pdf_identifier=_identifier(job),
    )
    data = target.getvalue()
    if signer is not None:
        progress(_("Signing"))
        data = signer.sign(data)
    return Drawing(data, len(document.pages))


def _signer(signing: Signing | None) -> Signer | None:
    """Return who signs. A key that will not do is found before the long work begins."""
    if signing is None:
        return None
    from actready.report.signing import signer_for

    return signer_for(signing, datetime.now(UTC))


def with_known_letters(html: str, letters: frozenset[str]) -> str:
    """Return the document with a box for each letter that the fonts of the report do not have.

    PDF/A forbids a letter without a drawing. The attachment keeps the text as it was written.
    """
    unknown = {one for one in set(html) if one not in letters and not one.isspace()}
    return html.translate({ord(one): _MISSING_GLYPH for one in unknown})


def libraries() -> str:
    """Return the libraries that decide where a line breaks and how a page is written."""
    import pydyf
    import weasyprint
    from weasyprint.text.ffi import harfbuzz_subset, pango

    number = pango.pango_version()
    release = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    fonts = "HarfBuzz" if harfbuzz_subset else "fontTools"
    return (
        f"WeasyPrint {weasyprint.__version__}, pydyf {pydyf.__version__}, Pango {release},"
        f" fonts cut by {fonts}"
    )


def _letters() -> frozenset[str]:
    from fontTools.ttLib import TTFont

    shared: set[int] | None = None
    for file in sorted((data_folder("ui") / "fonts").glob("*.ttf")):
        with TTFont(file, lazy=True) as font:
            own = set(font.getBestCmap())
        shared = own if shared is None else shared & own
    return frozenset(map(chr, shared or ()))


def use_own_fonts() -> None:
    """Point fontconfig at the shipped fonts; without any font WeasyPrint would crash."""
    os.environ["FONTCONFIG_FILE"] = str(data_folder("templates") / "report" / "fonts.conf")


def _no_pango() -> ComputerError:
    return ComputerError(
        _("This computer lacks Pango, a library that lays out text."),
        _("Run packaging/bootstrap, or install the package libpangoft2-1.0-0 or pango."),
    )


def _attach(document: Document, job: Job) -> None:
    from weasyprint import Attachment

    issued = datetime.fromisoformat(job.issued).astimezone(UTC)
    document.metadata.attachments.append(
        Attachment(
            string=job.attachment,
            name=ATTACHMENT_NAME,
            description="The assessment as data: answers, notes, date and editions",
            created=issued,
            modified=issued,
            relationship="Data",
        )
    )


def _identifier(job: Job) -> bytes:
    digest = hashlib.sha256(job.html.encode())
    digest.update(job.attachment.encode())
    return digest.hexdigest()[:32].encode()


class _PageNumbers(logging.Handler):
    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress

    def emit(self, record: logging.LogRecord) -> None:
        if "Page" in str(record.msg) and record.args:
            page = record.args[0] if isinstance(record.args, tuple) else record.args
            self._progress(_("Laying out page {number}").format(number=page))


@contextmanager
def _page_numbers(progress: Progress) -> Iterator[None]:
    logger = logging.getLogger("weasyprint.progress")
    handler = _PageNumbers(progress)
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
