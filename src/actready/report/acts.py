# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Both acts for one subject: bans, tiers, open source told apart, and one register of duties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from actready.domain.explanation import deciders
from actready.domain.questionnaire import Finding
from actready.domain.scoring import Evaluation
from actready.domain.terms import About, Act, Status
from actready.domain.verdict import (
    ANNEX_POINT,
    OPEN_SOURCE,
    PROHIBITED_POINT,
    ROLE,
    TIER,
    failed_tests,
    goes_without_saying,
    is_prohibition,
    is_result,
    verdict,
)
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.context import (
    ESTABLISHED,
    EXCLUDED,
    PROHIBITED,
    UNDETERMINED,
    ActResult,
    Duty,
    DutyGroup,
    ReasonStep,
    Result,
    SubjectReport,
)
from actready.report.context_acts import Ban, OpenGroup, OpenSourceLine
from actready.report.duties import grouped
from actready.report.duty_acts import short_name
from actready.report.phrases import short_day
from actready.report.reading import Reading
from actready.report.verdicts import (
    ban_in_words,
    banned_points,
    tiers_in_short,
)

#: From so many possible findings or duties on, they are counted and not listed.
_MANY = 3
_MANY_DUTIES = 15
_SIGNS = {
    Status.ESTABLISHED: ESTABLISHED,
    Status.UNDETERMINED: UNDETERMINED,
    Status.EXCLUDED: EXCLUDED,
}


def with_act(reading: Reading, result: ActResult, act: Act) -> ActResult:
    """Return the result of an act with what stands for it as a whole."""
    found = verdict(reading.evaluation, act)
    names = (reading.organisation, reading.subject)
    tiers = [_tier(reading, one) for one in found.tiers if one.group == TIER]
    told = _told_once((*result.roles, *tiers))
    return replace(
        result,
        roles=told[: len(result.roles)],
        short=short_name(reading, act),
        tier_line=tiers_in_short(found, names),
        ban=_ban(reading, act),
        tiers=told[len(result.roles) :],
        open_source=_open_source(reading, act),
        open_groups=tuple(_open_groups(reading, act)),
    )


def _told_once(found: Sequence[Result]) -> tuple[Result, ...]:
    """Return findings whose steps stand where they come first, and are not repeated later."""
    seen: set[ReasonStep] = set()
    made: list[Result] = []
    for one in found:
        fresh = tuple(step for step in one.steps if step not in seen)
        made.append(replace(one, steps=fresh, continues=fresh != one.steps))
        seen.update(fresh)
    return tuple(made)


def _ban(reading: Reading, act: Act) -> Ban | None:
    found = verdict(reading.evaluation, act)
    if found.prohibition is None:
        return None
    names = (reading.organisation, reading.subject)
    points = banned_points(found, names)
    text = " ".join(filter(None, (f"{points}." if points else "",
                                  reading.fill(found.prohibition.follows))))  # fmt: skip
    provisions = [one for finding in found.banned for one in finding.provisions]
    title = ban_in_words(found, reading.evaluation.date)
    return Ban(title, text, tuple(provisions) or found.prohibition.provisions)


def _tier(reading: Reading, finding: Finding) -> Result:
    made = with_when(reading, finding, reading.result(finding))
    return replace(made, sign=PROHIBITED) if is_prohibition(finding) else made


def with_point(finding: Finding, result: Result) -> Result:
    """Return a place in an annex, or a prohibited practice, with its number before its title."""
    if finding.group not in (ANNEX_POINT, PROHIBITED_POINT):
        return result
    sign = PROHIBITED if is_prohibition(finding) and result.sign == ESTABLISHED else result.sign
    return replace(result, title=f"{finding.value}: {result.title}", sign=sign)


def with_when(reading: Reading, finding: Finding, result: Result) -> Result:
    """Return a finding with the day from which anything follows from it."""
    begins = reading.evaluation.begins(finding)
    if begins is None:
        return result
    wording = _("Since {day}") if begins <= reading.evaluation.date else _("From {day}")
    return replace(result, when=wording.format(day=short_day(begins)))


def is_told_elsewhere(evaluation: Evaluation, finding: Finding) -> bool:
    """Tell whether a finding has a place of its own, is only a reason, or is one of too many.

    Where there is no role, that nothing is in scope and has no class goes without saying.
    """
    if finding.group in (ROLE, OPEN_SOURCE) or not is_result(finding.group):
        return True
    if evaluation.status(finding) is Status.ESTABLISHED:
        implied = goes_without_saying(evaluation, finding.act, finding.group)
        return finding.group == TIER or implied
    return len(_undecided(evaluation, finding.act, finding.group)) >= _MANY


def _undecided(evaluation: Evaluation, act: Act, group: str) -> list[Finding]:
    findings = evaluation.questionnaire.findings_of(act, group)
    return [one for one in findings if evaluation.status(one) is Status.UNDETERMINED]


def _open_groups(reading: Reading, act: Act) -> Iterator[OpenGroup]:
    evaluation = reading.evaluation
    told = bool(_open_source(reading, act))
    for (of, key), group in evaluation.questionnaire.groups.items():
        if of is not act or group.about is not About.SUBJECT or not is_result(key) or key == ROLE:
            continue
        undecided = _undecided(evaluation, act, key)
        if len(undecided) >= _MANY or (undecided and key == OPEN_SOURCE and not told):
            deciding = len(deciders(evaluation, (one.when for one in undecided)))
            yield OpenGroup(_(group.title), len(undecided), deciding)


def _open_source(reading: Reading, act: Act) -> tuple[OpenSourceLine, ...]:
    """Return the verdicts, those that hold first; nothing where none of them holds."""
    evaluation = reading.evaluation
    findings = evaluation.questionnaire.findings_of(act, OPEN_SOURCE)
    if not any(evaluation.status(one) is Status.ESTABLISHED for one in findings):
        return ()
    order = tuple(_SIGNS)
    ordered = sorted(findings, key=lambda one: order.index(evaluation.status(one)))
    return tuple(_open_source_line(reading, one) for one in ordered)


def _open_source_line(reading: Reading, finding: Finding) -> OpenSourceLine:
    failing = tuple(reading.fill(one) for one in failed_tests(reading.evaluation, finding))
    sign = _SIGNS[reading.evaluation.status(finding)]
    return OpenSourceLine(sign, _(finding.title), failing, finding.provisions)


def with_register(subject: SubjectReport) -> SubjectReport:
    """Return a subject with the duties of all acts in one register, by date."""
    kept = [duty for result in subject.results for duty in _listed(result)]
    kept.sort(key=lambda duty: duty.moment.iso)
    return replace(
        subject,
        register=grouped(kept),
        options=tuple(
            duty
            for result in subject.results
            for duty in result.options
            if duty.certain or not _unlisted(result)
        ),
        unlisted=tuple(filter(None, (_unlisted(result) for result in subject.results))),
    )


def _all(groups: Sequence[DutyGroup]) -> Iterator[Duty]:
    return (duty for group in groups for duty in group.duties)


def _listed(result: ActResult) -> Iterator[Duty]:
    too_many = result.possible_count > _MANY_DUTIES
    return (one for one in _all(result.duty_groups) if one.certain or not too_many)


def _unlisted(result: ActResult) -> str:
    number = result.possible_count
    if number <= _MANY_DUTIES:
        return ""
    text = ngettext(
        "{act}: {count} duty may apply. It is listed once the answers that decide are known.",
        "{act}: {count} duties may apply. They are listed once the answers that decide are known.",
        number,
    )
    return text.format(act=result.short or result.act, count=number)


def by_reason(
    found: Sequence[tuple[Finding, str, tuple[str, ...]]],
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield excluded findings that share a reason together: titles, the reason, provisions."""
    titles: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for finding, why, provisions in found:
        titles.setdefault((why, provisions), []).append(_(finding.title))
    for (why, provisions), named in titles.items():
        yield "; ".join(named), why, provisions
