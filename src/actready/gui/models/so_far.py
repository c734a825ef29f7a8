# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The result so far: scope and role in a few words, for the panel beside a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from actready.domain.explanation import deciders
from actready.domain.questionnaire import Group
from actready.domain.scoring import Evaluation
from actready.domain.terms import About, Act, Status
from actready.domain.verdict import ROLE, verdict
from actready.domain.wording import fill
from actready.gui.models.findings import (
    Names,
    Sign,
    act_name,
    covered_acts,
    group_standing,
    groups,
    headline,
    with_status,
    word,
)
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.phrases import one_of
from actready.report.verdicts import ban_in_words, banned_points, roles_in_short, tiers_in_short

_SHOWN: Final = ("scope", "role", "size")
_FEW: Final = 2


@dataclass(frozen=True, slots=True)
class SoFar:
    """One group of findings: sign, headline, the word for the sign, and what can decide."""

    sign: Sign
    title: str
    word: str
    text: str


def so_far(evaluation: Evaluation, about: About, names: Names) -> tuple[SoFar, ...]:
    """Return scope and role for a subject, or the size of the organisation; scope comes first.

    With several acts the scope goes without saying: each act has its role, named with the act.
    """
    if about is About.SUBJECT and len(covered_acts(evaluation)) > 1:
        return tuple(_both(evaluation, names))
    shown = [one for one in groups(evaluation, about) if one[1].id in _SHOWN]
    shown.sort(key=lambda one: (one[0] != Act.CRA, _SHOWN.index(one[1].id)))
    return tuple(_line(evaluation, act, group, names) for act, group in shown)


def _both(evaluation: Evaluation, names: Names) -> Iterator[SoFar]:
    for act in covered_acts(evaluation):
        found = verdict(evaluation, act)
        short = act_name(evaluation, act, short=True)
        if ban := ban_in_words(found, evaluation.date):
            title = _("{act}: {role}").format(act=short, role=ban)
            yield SoFar(Sign.PROHIBITED, title, word(Sign.PROHIBITED), banned_points(found, names))
        line = _line(evaluation, act, evaluation.questionnaire.groups[act, ROLE], names)
        title = roles_in_short(found, names) or line.title
        text = tiers_in_short(found, names) or line.text
        title = _("{act}: {role}").format(act=short, role=title)
        yield SoFar(line.sign, title, line.word, text)


def _line(evaluation: Evaluation, act: Act, group: Group, names: Names) -> SoFar:
    sign = group_standing(evaluation, act, group.id)
    return SoFar(
        sign=sign,
        title=_title(evaluation, act, group, sign, names),
        word=_("Not known yet") if sign is Sign.UNASKED else word(sign),
        text=_text(evaluation, act, group, sign),
    )


def _title(evaluation: Evaluation, act: Act, group: Group, sign: Sign, names: Names) -> str:
    name = _(group.title)
    if sign is Sign.ESTABLISHED:
        return headline(evaluation, act, group.id, names)
    possible = with_status(evaluation, act, group.id, Status.UNDETERMINED)
    if not possible or len(possible) > _FEW:
        return name
    titles = [_inside(fill(one.title, *names)) for one in possible]
    return _("{group}: {titles}").format(group=name, titles=one_of(titles))


def _inside(title: str) -> str:
    """Return a title as it stands inside a sentence; an abbreviation keeps its capitals."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def _text(evaluation: Evaluation, act: Act, group: Group, sign: Sign) -> str:
    if sign in (Sign.ESTABLISHED, Sign.EXCLUDED):
        return ""
    findings = evaluation.questionnaire.findings_of(act, group.id)
    number = len(deciders(evaluation, (one.when for one in findings)))
    if number == 0:
        return ""
    text = ngettext("{count} answer can still decide.", "{count} answers can still decide.", number)
    return text.format(count=number)
