# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the program and its child process say to each other when a PDF is made.

The program writes one job to the child's standard input. The child answers with one message a line
on its standard output: steps while it works, then a result or a problem.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, TypeAdapter, field_serializer

from actready.report.context import Attachment, ReportContext
from actready.report.qr import qr_code
from actready.report.render import render_html

ATTACHMENT_NAME: Final = "assessment.json"


class Message(BaseModel):
    """Common ground of all messages: frozen, and no field that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Signing(Message):
    """With which key a report is signed: that of a PKCS#12 file, or one made for it alone.

    The passphrase goes to the child through its standard input, and nowhere else.
    """

    file: Path | None = None
    passphrase: SecretStr = SecretStr("")

    @field_serializer("passphrase", when_used="json")
    def _reveal(self, passphrase: SecretStr) -> str:
        """Write the passphrase as it is into a job, which only the child reads."""
        return passphrase.get_secret_value()


class Job(Message):
    """One report to draw. ``issued`` is the date inside the PDF, never the time of drawing."""

    format: Literal[1] = 1
    html: str
    attachment: str
    issued: str
    target: Path
    signing: Signing | None = None


class Step(Message):
    """The child has come to another piece of the work."""

    kind: Literal["step"] = "step"
    text: str


class Issued(Message):
    """The report lies at its target."""

    kind: Literal["issued"] = "issued"
    pages: int
    sha256: str


class Problem(Message):
    """The report could not be made, and nothing was written."""

    kind: Literal["problem"] = "problem"
    message: str
    hint: str
    exit_status: int


Answer = Annotated[Step | Issued | Problem, Field(discriminator="kind")]

ANSWER: TypeAdapter[Step | Issued | Problem] = TypeAdapter(Answer)
"""Reads one line of what a child says."""


def job_for(
    context: ReportContext, target: Path, attachment: bytes, signing: Signing | None = None
) -> Job:
    """Return the job that draws this report; the report names the digest of its attachment."""
    digest = hashlib.sha256(attachment).hexdigest()
    named = Attachment(ATTACHMENT_NAME, len(attachment), digest, qr_code(digest))
    complete = replace(context, attachment=named)
    return Job(
        html=render_html(complete),
        attachment=attachment.decode("utf-8"),
        issued=context.issued,
        target=target.absolute(),
        signing=signing,
    )
