# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts in the user's language: every visible string passes through here."""

from __future__ import annotations

import gettext as _gettext

_translation: _gettext.NullTranslations = _gettext.NullTranslations()


def gettext(message: str) -> str:
    """Return ``message`` in the language in use; English is the message id."""
    return _translation.gettext(message) if message else ""


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of a text that fits ``number``."""
    return _translation.ngettext(singular, plural, number)
