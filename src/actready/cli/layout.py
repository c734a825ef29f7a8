# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text for a terminal of 80 columns: headings, paragraphs and rows that hang under their label."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Final

WIDTH: Final = 80
_UNBROKEN: Final = "\u00a0"


def paragraph(text: str, indent: int = 0, hanging: int = 0) -> str:
    """Return text wrapped to the width; lines after the first stand ``hanging`` further in."""
    wrapped = textwrap.fill(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_on_hyphens=False,
    )
    return wrapped.replace(_UNBROKEN, " ")


def cited(provisions: Sequence[str]) -> str:
    """Return provisions in brackets; none of them is broken at the end of a line."""
    return f"[{', '.join(one.replace(' ', _UNBROKEN) for one in provisions)}]"


def heading(text: str, underline: str) -> str:
    """Return a title with a line under it."""
    title = paragraph(text)
    return f"{title}\n{underline * max(len(line) for line in title.splitlines())}"


def row(label: str, text: str, width: int, indent: int = 2) -> str:
    """Return a label and its text in two columns; a label that is too wide stands alone."""
    if len(label) > width - 2:
        return f"{' ' * indent}{label}\n{paragraph(text, indent + width)}"
    whole = paragraph(text, indent + width)
    return f"{' ' * indent}{label.ljust(width)}{whole.lstrip(' ')}"


def bullets(texts: Sequence[str], indent: int = 2) -> str:
    """Return one line or more for each text, with a hyphen before it."""
    return "\n".join(paragraph(f"- {text}", indent, 2) for text in texts)
