# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sections of questions by where they belong: to all acts, or to one of them."""

from __future__ import annotations

from dataclasses import dataclass

from actready.domain.questionnaire import Section
from actready.domain.scoring import Evaluation
from actready.domain.terms import About, Act
from actready.gui.models.findings import act_name, covered_acts
from actready.gui.models.road import Road, Stage
from actready.i18n import gettext as _
from actready.i18n import ngettext


@dataclass(frozen=True, slots=True)
class OutlineGroup:
    """Sections under one heading. ``unneeded`` counts those of which no question is asked.

    ``unneeded_titles`` names them for who looks closer.
    """

    title: str
    stages: tuple[Stage, ...]
    unneeded: str
    unneeded_titles: str


def outline_groups(evaluation: Evaluation, way: Road, name: str) -> tuple[OutlineGroup, ...]:
    """Return the sections about a subject: shared ones first, then act by act.

    With one act only there is one group, under the ``name`` of the subject.
    """
    stages = way.about(About.SUBJECT)
    acts = covered_acts(evaluation)
    if len(acts) < 2:
        return (OutlineGroup(name, stages, "", ""),)
    titles = {Act.COMMON: _("For both acts")} | {one: act_name(evaluation, one) for one in acts}
    found = (_group(evaluation, stages, act, title) for act, title in titles.items())
    return tuple(one for one in found if one.stages or one.unneeded)


def _group(evaluation: Evaluation, stages: tuple[Stage, ...], act: Act, title: str) -> OutlineGroup:
    mine = tuple(one for one in stages if one.section.act is act)
    shown = {one.section.id for one in mine}
    spare = [
        _(one.title)
        for one in evaluation.questionnaire.sections
        if one.act is act and one.id not in shown and _decides(evaluation, one)
    ]
    number = len(spare)
    text = ngettext("{count} section not needed", "{count} sections not needed", number)
    return OutlineGroup(title, mine, text.format(count=number) if spare else "", ", ".join(spare))


def _decides(evaluation: Evaluation, section: Section) -> bool:
    """Tell whether a section about the subject has questions that decide findings.

    Readiness questions come with their duties, so that they are missing says nothing.
    """
    questionnaire = evaluation.questionnaire
    asked = (one.id for one in questionnaire.questions_of(section.id))
    return section.about is About.SUBJECT and not (
        questionnaire.readiness_questions.issuperset(asked)
    )
