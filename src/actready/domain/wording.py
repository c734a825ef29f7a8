# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fills the names of the organisation and the subject into a text, and writes numbers."""

from __future__ import annotations

import re

from actready.domain.answers import Value
from actready.i18n import gettext as _

_PLACE = re.compile(r"\{(organisation|subject)\}")


def fill(text: str, organisation: str, subject: str) -> str:
    """Return ``text`` in the user's language with both names filled in.

    Names come from outside, so they are put in once and never read as placeholders themselves.
    """
    names = {
        "organisation": organisation or _("your organisation"),
        "subject": subject or _("the product"),
    }
    wording = _(text)
    filled = _PLACE.sub(lambda place: names[place[1]], wording)
    first = _PLACE.match(wording)
    nameless = (
        first is not None and not {"organisation": organisation, "subject": subject}[first[1]]
    )
    return filled[:1].upper() + filled[1:] if nameless else filled


def numeral(value: Value, gap: str) -> str:
    """Return a number with its thousands apart; a very large one stays short, like 3e24."""
    return f"{value:,}".replace(",", gap).replace("e+", "e")
