# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The small lines under a duty: its act and its dates, and which other duty an answer serves."""

from __future__ import annotations

from collections.abc import Iterator

from actready.domain.questionnaire import Obligation
from actready.domain.scoring import Evaluation
from actready.domain.sharing import also_served, served_by
from actready.gui.models.findings import act_name, covered_acts
from actready.i18n import gettext as _
from actready.report.verdicts import also_serves, begins_in_words, formal_day


def duty_notes(evaluation: Evaluation, obligation: Obligation) -> tuple[str, ...]:
    """Return the lines under a duty. With one act only, its name goes without saying."""
    return tuple(_notes(evaluation, obligation))


def _notes(evaluation: Evaluation, obligation: Obligation) -> Iterator[str]:
    when = begins_in_words(evaluation, obligation)
    if len(covered_acts(evaluation)) > 1:
        yield _("{act} · {when}").format(act=_act(evaluation, obligation), when=when)
    elif formal_day(evaluation, obligation):
        yield when
    shared = also_served(evaluation, obligation)
    if shared:
        yield also_serves(shared, lambda one: _act(evaluation, one))


def question_serves(evaluation: Evaluation, question: str) -> str:
    """Return which duties an answer serves, where they come from more than one act."""
    duties = served_by(evaluation, question)
    if len({one.act for one in duties}) < 2:
        return ""
    return also_serves(duties, lambda one: _act(evaluation, one), first=True)


def _act(evaluation: Evaluation, obligation: Obligation) -> str:
    return act_name(evaluation, obligation.act, short=True)
