# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Provisions as chips show them: the act, the place in it, words, and the official address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from actready.gui.widgets.chip import Reference
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.domain.questionnaire import Edition, Questionnaire

_PLACE: Final = re.compile(r"(?P<act>.+?) (?P<place>(?:Art\.|Recital|Annex) .+)")


def reference(questionnaire: Questionnaire, provision: str) -> Reference:
    """Return a provision id, such as ``CRA Art. 3(13)``, ready to be shown."""
    found = _PLACE.fullmatch(provision)
    act, place = (found["act"], found["place"]) if found else (provision, "")
    edition = _edition_named(questionnaire, act)
    if edition is None:
        return Reference(act, place, _words(act, place))
    title = f"{edition.title} ({edition.number})" if edition.number else edition.title
    return Reference(act, place, _words(title, place), edition.eli)


def references(questionnaire: Questionnaire, provisions: Iterable[str]) -> tuple[Reference, ...]:
    """Return several provisions ready to be shown."""
    return tuple(reference(questionnaire, one) for one in provisions)


def _edition_named(questionnaire: Questionnaire, act: str) -> Edition | None:
    return next((one for one in questionnaire.editions if act in (one.short, one.title)), None)


def _words(act: str, place: str) -> str:
    words = place.replace("Art.", _("Article")).replace("Recital", _("Recital"))
    return f"{act}, {words.replace('Annex', _('Annex'))}" if place else act
