# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which duties an export lists: those of the register, as in the PDF, act by act."""

from __future__ import annotations

from collections.abc import Iterator

from actready.report.context import ActResult, Duty, SubjectReport
from actready.report.planned import Plan


def duties_by_act(subject: SubjectReport) -> Iterator[tuple[ActResult, tuple[Duty, ...]]]:
    """Yield the results of a subject with the duties that its register lists, by date.

    What the register leaves out while too much is open is left out here too, but for a duty that
    somebody has a plan for.
    """
    shown = {duty.id for group in subject.register for duty in group.duties}
    for result in subject.results:
        duties = (duty for group in result.duty_groups for duty in group.duties)
        yield result, tuple(one for one in duties if one.id in shown or _is_planned(one))


def options_of(subject: SubjectReport, result: ActResult) -> tuple[Duty, ...]:
    """Return the options and notes of an act that the register lists."""
    shown = {duty.id for duty in subject.options}
    return tuple(one for one in result.options if one.id in shown or _is_planned(one))


def _is_planned(duty: Duty) -> bool:
    return duty.plan != Plan()
