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

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from actready.report.context import Attachment, ReportContext
from actready.report.render import render_html

ATTACHMENT_NAME: Final = "assessment.json"


class Message(BaseModel):
    """Common ground of all messages: frozen, and no field that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Job(Message):
    """One report to draw. ``issued`` is the date inside the PDF, never the time of drawing."""

    format: Literal[1] = 1
    html: str
    attachment: str
    issued: str
    target: Path


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


def job_for(context: ReportContext, target: Path, attachment: bytes) -> Job:
    """Return the job that draws this report; the report names the digest of its attachment."""
    digest = hashlib.sha256(attachment).hexdigest()
    complete = replace(context, attachment=Attachment(ATTACHMENT_NAME, len(attachment), digest))
    return Job(
        html=render_html(complete),
        attachment=attachment.decode("utf-8"),
        issued=context.issued,
        target=target.absolute(),
    )
