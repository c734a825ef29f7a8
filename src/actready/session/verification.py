# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks a report: its data, its pages, the record it names, and its signature.

The pages are not believed. The findings are worked out anew from the data, the report is drawn
again, and it has to be the same byte for byte. So nothing needs to be read out of a page, and
nothing that a page shows can be overlooked.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from actready import __version__
from actready.domain.assessment import fold
from actready.domain.events import Entry, ReportIssued
from actready.domain.questionnaire import Questionnaire
from actready.errors import AppError, FaultyInput
from actready.files import read_limited
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.attachment import MAX_REPORT, read_attachment
from actready.report.build import build_context
from actready.report.context import Record
from actready.report.differences import differences
from actready.report.job import Job, job_for
from actready.report.objects import first_objects, made_with, printed_digests
from actready.report.phrases import day
from actready.report.signatures import Holder, Signature, signature_of
from actready.report.update import adds_a_signature_alone
from actready.storage.assessment_file import AssessmentFile
from actready.storage.audit import verify
from actready.storage.interchange import AnswersFile, Origin, canonical_json, read_answers

Draw = Callable[[Job], None]
"""Draws a report to the target of its job."""


class State(StrEnum):
    """How a check came out.

    NOT_CHECKED is what could not be looked at here, ABSENT what the report does not have.
    """

    HOLDS = "holds"
    BROKEN = "broken"
    NOT_CHECKED = "not_checked"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what was looked at, how it came out, a sentence, and the parts concerned."""

    name: str
    state: State
    text: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that was found out about a report. ``answers`` is None where its data cannot be read."""

    checks: tuple[Check, ...]
    report_sha256: str
    data_sha256: str = ""
    answers: AnswersFile | None = None

    @property
    def state(self) -> State:
        """What it comes to: broken if anything is, else not checked if anything was not."""
        found = {check.state for check in self.checks}
        if State.BROKEN in found:
            return State.BROKEN
        return State.NOT_CHECKED if State.NOT_CHECKED in found else State.HOLDS


@dataclass(frozen=True, slots=True)
class Verification:
    """What checking a report takes. ``draw`` is None where the pages shall not be drawn again."""

    questionnaire_for: Callable[[date], Questionnaire]
    now: datetime
    draw: Draw | None
    record: Path | None = None

    def of(self, path: Path) -> Verdict:
        """Check a report. Raises AppError where it cannot be read at all."""
        report = read_limited(path, MAX_REPORT)
        digest = hashlib.sha256(report).hexdigest()
        signature = signature_of(report)
        try:
            data = read_attachment(report)
            answers = self._answers(data)
        except AppError as error:
            broken = Check("data", State.BROKEN, _("broken: {reason}").format(reason=error.message))
            return Verdict((broken, self._signature(signature)), digest)
        drawn = self._drawn(answers, data)
        checks = (
            _data_check(report, data, drawn),
            self._pages(report, drawn, answers),
            self._record(answers, data, digest),
            self._signature(signature),
        )
        return Verdict(checks, digest, hashlib.sha256(data).hexdigest(), answers)

    def _answers(self, data: bytes) -> AnswersFile:
        """Read the data by the questions of its date, or by those of today where it has others."""

        def read(chosen: date | None) -> AnswersFile:
            return read_answers(
                data,
                _("attached data"),
                lambda stated: self.questionnaire_for(chosen or stated or self.now.date()),
            )

        try:
            return read(None)
        except FaultyInput:
            with suppress(FaultyInput):
                return read(self.now.date())
            raise

    def _drawn(self, answers: AnswersFile, data: bytes) -> bytes | None:
        """Return the report that follows from the data, or None where it is not drawn."""
        if self.draw is None or answers.origin.made_with != __version__:
            return None
        as_of = answers.as_of or self.now.date()
        context = build_context(
            answers.assessment,
            self.questionnaire_for(as_of),
            as_of,
            _record_of(answers.origin),
            __version__,
            "en",
        )
        with tempfile.TemporaryDirectory(prefix="actready-") as folder:
            target = Path(folder) / "report.pdf"
            self.draw(job_for(context, target, data))
            return target.read_bytes()

    def _pages(self, report: bytes, drawn: bytes | None, answers: AnswersFile) -> Check:
        if drawn is None:
            return Check("pages", State.NOT_CHECKED, self._why_not_drawn(answers.origin))
        if report == drawn or adds_a_signature_alone(drawn, report):
            text = _("as they follow from the data: drawn anew, they are the same byte for byte")
            return Check("pages", State.HOLDS, text)
        if report.startswith(drawn):
            text = _("changed: something other than a signature was added after the report")
            return Check("pages", State.BROKEN, text, (_("what was added at the end"),))
        tools = made_with(first_objects(report)), made_with(first_objects(drawn))
        parts = differences(report, drawn)
        if tools[0] and tools[0] != tools[1]:
            text = _("not compared: drawn with {theirs}; here is {ours}")
            text = text.format(theirs=tools[0], ours=tools[1])
            return Check("pages", State.NOT_CHECKED, text, parts)
        text = _("changed: not what follows from the data. Concerned: {parts}")
        return Check("pages", State.BROKEN, text.format(parts=", ".join(parts)), parts)

    def _why_not_drawn(self, origin: Origin) -> str:
        if origin.made_with != __version__:
            text = _("not compared: made with ActReady {theirs}; this is {ours}")
            return text.format(theirs=origin.made_with or _("of another version"), ours=__version__)
        return _("not compared, as you asked")

    def _record(self, answers: AnswersFile, data: bytes, digest: str) -> Check:
        origin = answers.origin
        if not origin.entries:
            text = _("none: the report was made from an answers file, which keeps none")
            return Check("record", State.ABSENT, text)
        if self.record is None:
            text = ngettext(
                "named in the data: {count} entry, last digest {head}. Give its file with --record"
                " to have it compared",
                "named in the data: {count} entries, last digest {head}. Give its file with"
                " --record to have them compared",
                origin.entries,
            )
            return Check(
                "record", State.ABSENT, text.format(count=origin.entries, head=origin.head)
            )
        audit = verify(self.record)
        if not audit.intact:
            text = _("broken: {problem}").format(problem=audit.problem)
            return Check("record", State.BROKEN, text, (self.record.name,))
        return _compared(self.record, answers, data, digest)

    def _signature(self, found: Signature | None) -> Check:
        if found is None:
            return Check("signature", State.ABSENT, _("none"))
        holder = found.holder
        if not found.intact or holder is None:
            text = _("broken: the file is not what was signed")
            return Check("signature", State.BROKEN, text)
        if not found.covers_all:
            text = _("holds for a part only: something was added after it")
            return Check("signature", State.BROKEN, text)
        return self._of_holder(found, holder)

    def _of_holder(self, found: Signature, holder: Holder) -> Check:
        if holder.above_holds is False:
            text = _("broken: the certificate of “{name}” is not signed by its issuer")
            return Check("signature", State.BROKEN, text.format(name=holder.name))
        if found.at is not None and not holder.is_valid_at(found.at):
            text = _("not valid: signed at a time when the certificate did not hold. {certificate}")
            text = text.format(certificate=_days(holder))
            return Check("signature", State.BROKEN, text)
        if not holder.is_valid_at(self.now):
            text = _(
                "the file is as it was signed, but the certificate does not hold today, and without"
                " a timestamp nobody can tell that it was signed before. {certificate}"
            )
            text = text.format(certificate=_days(holder))
            return Check("signature", State.NOT_CHECKED, text)
        return Check("signature", State.HOLDS, _signed_by(holder, found.at))


def _days(holder: Holder) -> str:
    return _("That of “{name}” is valid from {begins} to {ends}.").format(
        name=holder.name, begins=day(holder.begins.date()), ends=day(holder.ends.date())
    )


def _signed_by(holder: Holder, at: datetime | None) -> str:
    when = at.isoformat(timespec="minutes") if at else "?"
    if holder.self_made:
        text = _(
            "holds: nothing was changed since {when} (the time of the signer’s computer). The key"
            " is self-made, so this does not show who signed; it calls itself “{name}”"
        )
    else:
        text = _(
            "holds: nothing was changed since {when} (the time of the signer’s computer). Signed by"
            " “{name}”, with a certificate of “{issuer}”. Whether to trust that issuer, and whether"
            " it was revoked, is not checked here"
        )
    return text.format(when=when, name=holder.name, issuer=holder.issuer)


def _data_check(report: bytes, data: bytes, drawn: bytes | None) -> Check:
    """Compare the digest of the data with the printed one, which is searched only where needed."""
    digest = hashlib.sha256(data).hexdigest()
    same = drawn is not None and report.startswith(drawn)
    printed = frozenset((digest,)) if same else printed_digests(first_objects(report))
    if digest in printed:
        return Check("data", State.HOLDS, _("intact: SHA-256 as printed"))
    if not printed:
        text = _("not to be compared: no digest can be read on the pages")
        return Check("data", State.BROKEN, text, (_("the page with the digest"),))
    text = _("changed: its SHA-256 is {digest}, the report prints {printed}")
    text = text.format(digest=digest, printed=", ".join(sorted(printed)[:3]))
    return Check("data", State.BROKEN, text, (_("the data"),))


def _record_of(origin: Origin) -> Record | None:
    if not origin.entries:
        return None
    return Record(origin.entries, origin.head, origin.at, intact=True)


def _compared(path: Path, answers: AnswersFile, data: bytes, digest: str) -> Check:
    """Compare the state of the record that a report names with the record itself."""
    origin = answers.origin
    with closing(AssessmentFile.open(path, read_only=True)) as file:
        entries, digests = file.entries(), file.digests()
    named = digests[origin.entries - 1] if origin.entries <= len(digests) else ""
    if named != origin.head:
        text = _("another one: entry {number} does not have the digest that the report names")
        text = text.format(number=origin.entries)
        return Check("record", State.BROKEN, text, (path.name,))
    as_of = answers.as_of or date.min
    then = canonical_json(fold(entries[: origin.entries]), as_of, answers.editions, origin)
    if then != data:
        text = _("whole, but the data are not the answers that stood in it at entry {number}")
        text = text.format(number=origin.entries)
        return Check("record", State.BROKEN, text, (_("the data"),))
    text = _("whole, and the data are the answers that stood in it at entry {number}")
    text = text.format(number=origin.entries)
    issued = _issued(entries, digest)
    if issued:
        text += _("; entry {number} names this very file").format(number=issued)
    return Check("record", State.HOLDS, text)


def _issued(entries: Sequence[Entry], digest: str) -> int:
    found = (
        one.number
        for one in entries
        if isinstance(one.event, ReportIssued) and one.event.sha256 == digest
    )
    return next(found, 0)
