# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a duty in the register says about its act: the name, both dates, and what else it serves."""

from __future__ import annotations

from dataclasses import replace

from actready.domain.questionnaire import Obligation
from actready.domain.sharing import also_served
from actready.domain.terms import Act
from actready.domain.verdict import judging_acts
from actready.i18n import gettext as _
from actready.report.context import Duty
from actready.report.phrases import short_day
from actready.report.reading import Reading
from actready.report.verdicts import also_serves, begins_in_words, formal_day


def short_name(reading: Reading, act: Act) -> str:
    """Return the short name of an act."""
    edition = reading.evaluation.questionnaire.edition(act)
    return _(edition.short or edition.title) if edition else act.value


def with_act_of_duty(reading: Reading, obligation: Obligation, duty: Duty) -> Duty:
    """Return a duty with its act, both dates where they differ, and what else it serves."""
    evaluation = reading.evaluation
    several = len(judging_acts(evaluation.questionnaire)) > 1
    formal = formal_day(evaluation, obligation)
    shared = also_served(evaluation, obligation) if duty.certain else ()
    return replace(
        duty,
        act=short_name(reading, obligation.act) if several else "",
        formal=begins_in_words(evaluation, obligation, short_day) if formal else "",
        serves=also_serves(shared, lambda one: short_name(reading, one.act)),
    )
