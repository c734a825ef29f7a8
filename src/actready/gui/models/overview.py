# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Both acts at a glance: for each the verdict, what is banned, what else holds, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from actready.domain.assessment import Assessment
from actready.domain.explanation import deciders, open_questions
from actready.domain.questionnaire import Finding, Group
from actready.domain.scoring import Evaluation
from actready.domain.terms import About, Act, Status
from actready.domain.verdict import (
    ANNEX_POINT,
    OPEN_SOURCE,
    PROHIBITED_POINT,
    ROLE,
    Verdict,
    failed_tests,
    goes_without_saying,
    results,
    verdict,
)
from actready.domain.wording import fill
from actready.gui.models.duties import DutyGroup, duty_groups
from actready.gui.models.findings import (
    Names,
    Sign,
    act_name,
    capital,
    covered_acts,
    group_standing,
    groups,
    headline,
    names_of,
    with_status,
    word,
)
from actready.gui.models.places import FindingsList, GroupKey, findings_list
from actready.gui.models.result import Decider, decider
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.phrases import day
from actready.report.verdicts import (
    ban_in_words,
    banned_points,
    dated,
    in_a_sentence,
    roles_in_short,
)

_DECIDERS_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Ban:
    """The banner of a prohibited practice: since when or from when, which, and what to do."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """One group of findings with all that hold in it; it leads to their reasons."""

    key: GroupKey
    title: str
    sign: Sign
    values: tuple[str, ...]
    open_point: str


@dataclass(frozen=True, slots=True)
class OpenSourceVerdict:
    """One of the verdicts on open source, with the tests that fail, if any."""

    sign: Sign
    title: str
    status: str
    failing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActOverview:
    """What one act makes of a subject."""

    act: Act
    title: str
    sign: Sign
    headline: str
    status: str
    sentence: str
    follows: str
    lines: tuple[OverviewLine, ...]
    open_source: tuple[OpenSourceVerdict, ...]
    deciders: tuple[Decider, ...]
    more_deciders: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole page. ``bans`` stand before everything else."""

    findings: FindingsList
    subject: str
    lead: str
    bans: tuple[Ban, ...]
    acts: tuple[ActOverview, ...]
    duties: tuple[DutyGroup, ...]


def overview(assessment: Assessment, evaluation: Evaluation, subject_id: str) -> Overview:
    """Return both acts at a glance for a subject."""
    names = names_of(assessment, subject_id)
    return Overview(
        findings=findings_list(evaluation, names),
        subject=names[1],
        lead=_("On the answers given, with the law as of {day}.").format(day=day(evaluation.date)),
        bans=tuple(
            _ban(evaluation, found, names)
            for found in (verdict(evaluation, act) for act in covered_acts(evaluation))
            if found.prohibition is not None
        ),
        acts=tuple(_act(evaluation, act, subject_id, names) for act in covered_acts(evaluation)),
        duties=duty_groups(evaluation, None, names),
    )


def _act(evaluation: Evaluation, act: Act, subject_id: str, names: Names) -> ActOverview:
    found = verdict(evaluation, act)
    sign = group_standing(evaluation, act, ROLE)
    title = roles_in_short(found, names) or headline(evaluation, act, ROLE, names)
    still_open = open_questions(evaluation, act)
    number = len(still_open) - _DECIDERS_SHOWN
    more = ngettext("and {count} more answer", "and {count} more answers", number)
    return ActOverview(
        act=act,
        title=act_name(evaluation, act),
        sign=sign,
        headline=title,
        status=_status(found, sign, title),
        sentence=in_a_sentence(found, names),
        follows=" ".join(fill(one.follows, *names) for one in found.roles if one.follows),
        lines=_lines(evaluation, found, names),
        open_source=_open_source(evaluation, act, names),
        deciders=tuple(
            decider(evaluation, one.question, subject_id, names)
            for one in still_open[:_DECIDERS_SHOWN]
        ),
        more_deciders=more.format(count=number) if number > 0 else "",
    )


def _status(found: Verdict, sign: Sign, title: str) -> str:
    status = word(sign)
    if found.roles and found.open_roles:
        return _("Established; another role can still be added")
    return "" if status == title else status


def _ban(evaluation: Evaluation, found: Verdict, names: Names) -> Ban:
    title = _("{ban} by the {act}").format(
        ban=ban_in_words(found, evaluation.date), act=act_name(evaluation, found.act)
    )
    points = banned_points(found, names)
    follows = fill(found.prohibition.follows, *names) if found.prohibition else ""
    return Ban(title, " ".join(filter(None, (f"{points}." if points else "", follows))))


def _lines(evaluation: Evaluation, found: Verdict, names: Names) -> tuple[OverviewLine, ...]:
    """Return the groups but those that the card shows in another way.

    While the role is open, groups in which nothing holds yet are left out: all of them wait for it.
    """
    told = {ROLE, OPEN_SOURCE} | ({PROHIBITED_POINT} if found.banned else set())
    every = (
        _line(evaluation, act, group, names)
        for act, group in groups(evaluation, About.SUBJECT)
        if act is found.act
        and group.id not in told
        and not goes_without_saying(evaluation, act, group.id)
    )
    return tuple(
        one for one in every if one.values or (found.roles and one.sign is not Sign.EXCLUDED)
    )


def _line(evaluation: Evaluation, act: Act, group: Group, names: Names) -> OverviewLine:
    certain = with_status(evaluation, act, group.id, Status.ESTABLISHED)
    undecided = with_status(evaluation, act, group.id, Status.UNDETERMINED)
    sign = group_standing(evaluation, act, group.id)
    return OverviewLine(
        key=(act, group.id),
        title=_(group.title),
        sign=sign,
        values=tuple(_value(evaluation, one, names) for one in results(certain)),
        open_point=_open_point(evaluation, certain, undecided, sign),
    )


def _value(evaluation: Evaluation, finding: Finding, names: Names) -> str:
    """Return a finding by its title; a place in an annex by its number as well."""
    text = dated(evaluation, finding, names)
    return f"{finding.value}: {text}" if finding.group == ANNEX_POINT else text


def _open_point(
    evaluation: Evaluation,
    certain: tuple[Finding, ...],
    undecided: tuple[Finding, ...],
    sign: Sign,
) -> str:
    if not undecided:
        return ""
    number = len(deciders(evaluation, (one.when for one in undecided)))
    if certain:
        text = ngettext(
            "{count} answer can still add to this", "{count} answers can still add to this", number
        )
    elif sign is Sign.UNASKED:
        text = ngettext(
            "Not known yet: {count} answer decides", "Not known yet: {count} answers decide", number
        )
    else:
        text = ngettext(
            "Undetermined: {count} answer decides", "Undetermined: {count} answers decide", number
        )
    return text.format(count=number)


def _open_source(evaluation: Evaluation, act: Act, names: Names) -> tuple[OpenSourceVerdict, ...]:
    """Return the verdicts that hold, then the open ones, then those that fail a test.

    Where none of them holds or is open, there is nothing to tell apart.
    """
    order = (Status.ESTABLISHED, Status.UNDETERMINED, Status.EXCLUDED)
    findings = evaluation.questionnaire.findings_of(act, OPEN_SOURCE)
    ordered = sorted(findings, key=lambda one: order.index(evaluation.status(one)))
    if not ordered or evaluation.status(ordered[0]) is Status.EXCLUDED:
        return ()
    return tuple(_open_source_verdict(evaluation, one, names) for one in ordered)


def _open_source_verdict(
    evaluation: Evaluation, finding: Finding, names: Names
) -> OpenSourceVerdict:
    signs = {
        Status.ESTABLISHED: Sign.ESTABLISHED,
        Status.UNDETERMINED: Sign.UNDETERMINED,
        Status.EXCLUDED: Sign.EXCLUDED,
    }
    sign = signs[evaluation.status(finding)]
    return OpenSourceVerdict(
        sign=sign,
        title=fill(finding.title, *names),
        status=word(sign),
        failing=tuple(capital(fill(one, *names)) for one in failed_tests(evaluation, finding)),
    )
