# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is made from the context of a report besides the PDF: plan, text document, OSCAL."""

from __future__ import annotations

from pathlib import Path

from actready.cli.console import Console
from actready.cli.source import Source
from actready.exports.saving import save, save_oscal
from actready.i18n import gettext as _


def write_plan(source: Source, console: Console, target: Path) -> int:
    """Write the plan of work in the format that the end of the name stands for."""
    _tell(console, target, save(source.context("en"), target))
    return 0


def write_document(source: Source, console: Console, target: Path, language: str) -> int:
    """Write the report as a text document."""
    _tell(console, target, save(source.context(language), target))
    return 0


def write_oscal(source: Source, console: Console, folder: Path) -> int:
    """Write a new folder with OSCAL documents."""
    for path, digest in save_oscal(source.context("en"), folder).items():
        _tell(console, path, digest)
    return 0


def _tell(console: Console, target: Path, digest: str) -> None:
    console.say(_("{target}: SHA-256 {digest}").format(target=target, digest=digest))
