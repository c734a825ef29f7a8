# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page for management: what holds, what is in force, what is not known, what comes next."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate, groupby, zip_longest

from actready.domain.terms import Readiness
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.context import (
    IN_FORCE,
    LATER,
    MAY_APPLY,
    UNKNOWN,
    WITHIN_12_MONTHS,
    ActResult,
    Bar,
    Duty,
    LawDate,
    Moment,
    NextStep,
    OpenPoint,
    Share,
    Statement,
    SubjectReport,
    Summary,
)
from actready.report.duties import counted
from actready.report.phrases import all_of
from actready.report.timeline import timeline

_FEW = 3
_STEPS = 3
_DATES = 4
_NEAREST = (IN_FORCE, WITHIN_12_MONTHS, LATER)

_Owned = tuple[str, Duty]
"""A duty and the name of the subject that has it."""


def summary(
    organisation: str,
    subjects: Sequence[SubjectReport],
    own_points: Sequence[OpenPoint],
    as_of: date,
) -> Summary:
    """Return what fits on one page about all subjects.

    ``own_points`` are the open questions about the organisation itself.
    """
    dates = tuple(_dates(subjects))
    shown = _shown(dates)
    return Summary(
        lead=tuple(_lead(organisation, subjects)),
        in_force=tuple(_in_force(subjects, dates, as_of)),
        not_known=tuple(_not_known(subjects, own_points)),
        timeline=timeline(shown, as_of),
        dates=shown,
        bars=tuple(_bars(subjects)),
        steps=tuple(_steps(subjects))[:_STEPS],
        more_dates=all_of([one.moment.day for one in dates if one not in shown]),
    )


def _shown(dates: tuple[LawDate, ...]) -> tuple[LawDate, ...]:
    """Of many dates, leave out those on which nothing is certain to begin."""
    certain = tuple(one for one in dates if one.moment.sign != MAY_APPLY)
    return certain if certain and len(dates) > _DATES else dates


def named(names: Sequence[str]) -> str:
    """Return a list of names, the first few only where there are many."""
    if len(names) <= _FEW + 1:
        return all_of(names)
    rest = len(names) - _FEW
    more = ngettext("{count} more", "{count} more", rest).format(count=rest)
    return all_of([*names[:_FEW], more])


def _results(subjects: Iterable[SubjectReport]) -> Iterator[tuple[SubjectReport, ActResult]]:
    return ((subject, result) for subject in subjects for result in subject.results)


def _lead(organisation: str, subjects: Sequence[SubjectReport]) -> Iterator[str]:
    found = list(_results(subjects))
    if not subjects:
        yield _("No product or project has been added to this assessment.")
    elif len(found) > _FEW + 1:
        yield from _counted_lead(organisation, subjects)
    else:
        for subject, result in found:
            if result.roles:
                yield from (role.sentence for role in result.roles)
            else:
                wording = _("The role of {organisation} for {subject} is undetermined.")
                yield wording.format(organisation=organisation, subject=subject.name)


def _counted_lead(organisation: str, subjects: Sequence[SubjectReport]) -> Iterator[str]:
    wording = _("{organisation} assessed {count} products and projects.")
    yield wording.format(organisation=organisation, count=len(subjects))
    acts = list(dict.fromkeys(result.act for _subject, result in _results(subjects)))
    for act in acts:
        counts = Counter(one.headline for _subject, one in _results(subjects) if one.act == act)
        found = "; ".join(f"{headline}: {count}" for headline, count in counts.most_common())
        yield _("{act}: {found}.").format(act=act, found=found) if len(acts) > 1 else f"{found}."


def _owned(subjects: Sequence[SubjectReport]) -> list[_Owned]:
    found = [
        (subject.name, duty)
        for subject, result in _results(subjects)
        for group in result.duty_groups
        for duty in group.duties
    ]
    return sorted(found, key=lambda one: one[1].moment.iso)


def _dates(subjects: Sequence[SubjectReport]) -> Iterator[LawDate]:
    for _iso, found in groupby(_owned(subjects), key=lambda one: one[1].moment.iso):
        owned = list(found)
        distinct = {duty.id: duty for _name, duty in owned}
        distinct |= {duty.id: duty for _name, duty in owned if duty.certain}
        duties = list(distinct.values())
        yield LawDate(_shared_moment(duties), counted(duties), _whom(owned), acts_of(duties))


def acts_of(duties: Sequence[Duty]) -> str:
    """Return the acts of some duties by their short names; empty where there is one act only."""
    return ", ".join(dict.fromkeys(duty.act for duty in duties if duty.act))


def _whom(owned: Sequence[_Owned]) -> str:
    """Return the subjects that have a duty, then those that may have one only."""
    certain = list(dict.fromkeys(name for name, duty in owned if duty.certain))
    possible = list(dict.fromkeys(name for name, _duty in owned if name not in certain))
    if not (certain and possible):
        return named(certain or possible)
    return _("{certain}; may apply to {possible}").format(
        certain=named(certain), possible=named(possible)
    )


def _shared_moment(duties: Sequence[Duty]) -> Moment:
    """Return the moment of duties that begin on one day; uncertain when none of them is certain."""
    certain = any(duty.certain for duty in duties)
    return duties[0].moment if certain else replace(duties[0].moment, sign=MAY_APPLY)


def _in_force(
    subjects: Sequence[SubjectReport], dates: Sequence[LawDate], as_of: date
) -> Iterator[Statement]:
    yield from _bans(subjects)
    by_titles: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for subject, result in _results(subjects):
        duties = [
            duty
            for group in result.duty_groups
            if group.sign == IN_FORCE
            for duty in group.duties
            if duty.certain
        ]
        if duties:
            key = (duties[0].moment.day, duties[0].act, tuple(duty.title for duty in duties))
            by_titles.setdefault(key, []).append(subject.name)
    for (since, act, titles), names in list(by_titles.items())[:_FEW]:
        count = ngettext("{count} duty", "{count} duties", len(titles)).format(count=len(titles))
        wording = _("for {subjects} since {day}: {titles}.")
        if act:
            wording = _("under the {act} for {subjects}, the first since {day}: {titles}.")
        yield Statement(
            count,
            wording.format(
                act=act,
                subjects=named(names),
                day=since,
                titles=_few(titles, _FEW - 1 if act else _FEW),
            ),
        )
    if len(by_titles) > _FEW:
        yield Statement("", _("More subjects have duties in force; their chapters list them."))
    if not by_titles:
        yield from _nothing_in_force(dates, as_of)


def _bans(subjects: Sequence[SubjectReport]) -> Iterator[Statement]:
    """Yield prohibited practices, which come before everything else."""
    for subject, result in _results(subjects):
        if result.ban is not None:
            wording = _("by the {act}: a practice of {subject}. {text}")
            text = wording.format(act=result.short, subject=subject.name, text=result.ban.text)
            yield Statement(result.ban.title, text)


def _few(titles: Sequence[str], number: int = _FEW) -> str:
    """Return titles, the first few only where there are many; the chapters list them all."""
    if len(titles) <= number + 1:
        return "; ".join(titles)
    rest = len(titles) - number
    more = ngettext("{count} more", "{count} more", rest).format(count=rest)
    return "; ".join([*titles[:number], more])


def _nothing_in_force(dates: Sequence[LawDate], as_of: date) -> Iterator[Statement]:
    yield Statement(_("No duty"), _("is established as in force on these answers."))
    possible = next((one for one in dates if one.moment.iso <= as_of.isoformat()), None)
    coming = next((one for one in dates if one.moment.iso > as_of.isoformat()), None)
    if possible:
        wording = _("since {day}, for {subjects}.")
        text = wording.format(day=possible.moment.day, subjects=possible.subjects)
        yield Statement(possible.duties, text)
    if coming:
        wording = _("from {day}, for {subjects}.")
        text = wording.format(day=coming.moment.day, subjects=coming.subjects)
        yield Statement(coming.duties, text)


def _not_known(
    subjects: Sequence[SubjectReport], own_points: Sequence[OpenPoint]
) -> Iterator[Statement]:
    several = len({result.act for _subject, result in _results(subjects)}) > 1
    open_roles = [
        _("{subject} ({act})").format(subject=subject.name, act=result.short)
        if several
        else subject.name
        for subject, result in _results(subjects)
        if result.undecided
    ]
    if open_roles:
        yield Statement(
            _("The role"), _("is not settled for {subjects}.").format(subjects=named(open_roles))
        )
    points = {
        (point.question, subject.anchor)
        for subject, result in _results(subjects)
        for point in result.open_points
    }
    points |= {(point.question, "") for point in own_points}
    if points:
        count = ngettext("{count} answer", "{count} answers", len(points))
        yield Statement(
            count.format(count=len(points)),
            _("can still change a finding. The chapter “What is not known” lists them."),
        )
    elif subjects:
        yield Statement(_("Every finding"), _("follows from the answers. Nothing is left open."))
    owned = (duty for _name, duty in _owned(subjects) if duty.certain)
    unknown = {duty.id for duty in owned if duty.status == UNKNOWN}
    if unknown:
        wording = ngettext(
            "of {count} duty is not known: its readiness questions are not answered.",
            "of {count} duties is not known: their readiness questions are not answered.",
            len(unknown),
        )
        yield Statement(_("The status"), wording.format(count=len(unknown)))


def _bars(subjects: Sequence[SubjectReport]) -> Iterator[Bar]:
    """Yield a bar for each subject with duties, or one for all where there are many."""
    by_name: dict[str, list[Duty]] = {}
    for subject in subjects:
        name = subject.name if len(subjects) <= _FEW else _("All subjects")
        by_name.setdefault(name, []).extend(duty for _name, duty in _owned([subject]))
    yield from (_bar(name, duties) for name, duties in by_name.items() if duties)


def _bar(name: str, duties: Sequence[Duty]) -> Bar:
    """Count what applies; what only may apply is told apart, as on the duties page."""
    counts = Counter(duty.status for duty in duties if duty.certain)
    possible = len(duties) - counts.total()
    words = ngettext("{count} more may apply", "{count} more may apply", possible)
    widths = [counts[one] / max(counts.total(), 1) for one in Readiness]
    starts = accumulate(widths, initial=0.0)
    found = zip(Readiness, starts, widths, strict=False)
    shares = tuple(Share(one.value, counts[one], at, width) for one, at, width in found)
    return Bar(name, shares, words.format(count=possible) if possible else "")


def _steps(subjects: Sequence[SubjectReport]) -> Iterator[NextStep]:
    """Yield the duties to do, in order, then the answers that decide most."""
    yield from _work(subjects)
    rows = zip_longest(*(_point_steps(subject) for subject in subjects))
    questions: dict[str, NextStep] = {}
    for step in (step for row in rows for step in row if step):
        questions.setdefault(step.id, step)
    yield from questions.values()


def _work(subjects: Sequence[SubjectReport]) -> Iterator[NextStep]:
    """Yield the gaps of all subjects, each once. A subject's own order of work stays."""
    own = ([(subject.name, duty) for duty in subject.work] for subject in subjects)
    names: dict[str, list[str]] = {}
    duties: dict[str, Duty] = {}
    plans: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for name, duty in heapq.merge(*own, key=lambda one: _NEAREST.index(one[1].moment.sign)):
        names.setdefault(duty.id, []).append(name)
        duties.setdefault(duty.id, duty)
        planned = tuple(filter(None, (*duty.plan.who, duty.plan.done)))
        if planned:
            plans.setdefault(duty.id, {}).setdefault(planned, []).append(name)
    for duty in duties.values():
        text = f"{named(names[duty.id])}: {duty.next_step or duty.text}"
        told = _told(plans.get(duty.id, {}), len(names[duty.id]))
        yield NextStep(duty.id, duty.title, text, duty.provisions, duty.moment.words, told)


def _told(plans: Mapping[tuple[str, ...], Sequence[str]], subjects: int) -> tuple[str, ...]:
    """Return the plans for a step, each after its subjects where it is not that of all of them."""
    return tuple(
        " · ".join(planned if len(names) == subjects else (named(names), *planned))
        for planned, names in plans.items()
    )


def _point_steps(subject: SubjectReport) -> list[NextStep]:
    return [
        _question_step(subject.name, point)
        for result in subject.results
        for point in result.open_points
    ]


def _question_step(name: str, point: OpenPoint) -> NextStep:
    decides = _("Decides for {subject}: {findings}.").format(
        subject=name, findings=named(point.decides)
    )
    state = _("I don’t know") if point.state == UNKNOWN else _("Not answered")
    return NextStep(
        point.id, point.question, f"{decides} {point.find_out}", point.provisions, state
    )
