# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How findings are shown: one sign, one word and one headline for a finding or a group."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from actready.domain.answers import DONT_KNOW
from actready.domain.assessment import Assessment
from actready.domain.explanation import deciders
from actready.domain.questionnaire import Finding, Group, Questionnaire
from actready.domain.scoring import Evaluation
from actready.domain.terms import About, Act, Status, Urgency
from actready.domain.verdict import is_prohibition, is_result, judging_acts, verdict
from actready.domain.wording import fill
from actready.i18n import gettext as _
from actready.report.verdicts import roles_in_short

Names = tuple[str, str]
"""The names of the organisation and of the subject, to be filled into texts."""


class Sign(StrEnum):
    """The signs of findings (squares), answers (circles) and dates (diamonds), by file name."""

    ESTABLISHED = "established"
    PROHIBITED = "prohibited"
    UNDETERMINED = "undetermined"
    UNASKED = "unasked"
    EXCLUDED = "excluded"
    MET = "met"
    PARTLY = "partly"
    OPEN = "open"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    NOT_STARTED = "not_started"
    IN_FORCE = "in_force"
    WITHIN_12_MONTHS = "within_12_months"
    LATER = "later"
    MAY_APPLY = "may_apply"


URGENCY_SIGN = {
    Urgency.IN_FORCE: Sign.IN_FORCE,
    Urgency.WITHIN_12_MONTHS: Sign.WITHIN_12_MONTHS,
    Urgency.LATER: Sign.LATER,
}


def word(sign: Sign) -> str:
    """Return the word that stands beside the sign of a finding."""
    words = {
        Sign.ESTABLISHED: _("Established"),
        Sign.PROHIBITED: _("Prohibited"),
        Sign.UNDETERMINED: _("Undetermined"),
        Sign.UNASKED: _("Not known yet"),
        Sign.EXCLUDED: _("Ruled out"),
    }
    return words[sign]


def names_of(assessment: Assessment, subject_id: str | None) -> Names:
    """Return the names to fill into texts about a subject, or about the organisation for None."""
    subject = assessment.subject(subject_id) if subject_id else None
    return assessment.organisation.name, subject.name if subject else ""


def owner(questionnaire: Questionnaire, question_id: str, subject_id: str) -> str | None:
    """Return where a question is asked: with the subject, or (None) with the organisation."""
    question = questionnaire.question_by_id[question_id]
    return None if question.about is About.ORGANISATION else subject_id


def groups(evaluation: Evaluation, about: About) -> tuple[tuple[Act, Group], ...]:
    """Return the groups of results about a subject, or about the organisation, act by act.

    Findings that only carry reasons are no results.
    """
    return tuple(
        (edition.act, group)
        for edition in evaluation.questionnaire.editions
        for group in edition.groups
        if group.about is about and is_result(group.id)
    )


def with_status(
    evaluation: Evaluation, act: Act, group: str, *wanted: Status
) -> tuple[Finding, ...]:
    """Return the findings of a group that have one of the wanted statuses."""
    findings = evaluation.questionnaire.findings_of(act, group)
    return tuple(one for one in findings if evaluation.status(one) in wanted)


def standing(evaluation: Evaluation, findings: Sequence[Finding]) -> Sign:
    """Return the sign for several findings together.

    One that is established speaks for all. Undetermined and merely not asked yet are told apart:
    the first comes from an answer "I don't know".
    """
    statuses = {evaluation.status(one) for one in findings}
    if Status.ESTABLISHED in statuses:
        return Sign.ESTABLISHED
    if Status.UNDETERMINED not in statuses:
        return Sign.EXCLUDED
    deciding = deciders(evaluation, (one.when for one in findings))
    unknown = any(evaluation.answer(question) == DONT_KNOW for question in deciding)
    return Sign.UNDETERMINED if unknown else Sign.UNASKED


def group_standing(evaluation: Evaluation, act: Act, group: str) -> Sign:
    """Return the sign of a whole group; a prohibition has a sign of its own."""
    findings = evaluation.questionnaire.findings_of(act, group)
    found = standing(evaluation, findings)
    if found is Sign.ESTABLISHED and any(
        is_prohibition(one) and evaluation.status(one) is Status.ESTABLISHED for one in findings
    ):
        return Sign.PROHIBITED
    return found


def headline(evaluation: Evaluation, act: Act, group: str, names: Names) -> str:
    """Return what a group amounts to in a few words, such as Manufacturer, or Undetermined."""
    certain = with_status(evaluation, act, group, Status.ESTABLISHED)
    if certain:
        titles = [fill(one.title, *names) for one in certain]
        return ("; " if any("," in one for one in titles) else ", ").join(titles)
    return word(group_standing(evaluation, act, group))


def role_lines(evaluation: Evaluation, names: Names) -> tuple[str, ...]:
    """Return the role under each act, with the act before it where there are several."""
    acts = covered_acts(evaluation)
    if len(acts) < 2:
        return tuple(headline(evaluation, act, "role", names) for act in acts)
    text = _("{act}: {role}")
    return tuple(
        text.format(
            act=act_name(evaluation, act, short=True),
            role=roles_in_short(verdict(evaluation, act), names)
            or headline(evaluation, act, "role", names),
        )
        for act in acts
    )


def still_possible(evaluation: Evaluation, act: Act, group: str, names: Names) -> str:
    """Return a sentence with what a group can still turn out to be, empty when it is settled."""
    possible = with_status(evaluation, act, group, Status.UNDETERMINED)
    if not possible:
        return ""
    if len(possible) == len(evaluation.questionnaire.findings_of(act, group)):
        return _("Everything is still possible.")
    titles = ", ".join(fill(one.title, *names) for one in possible)
    return _("Still possible: {titles}.").format(titles=titles)


def act_name(evaluation: Evaluation, act: Act, *, short: bool = False) -> str:
    """Return the title of an act, or its short name."""
    edition = evaluation.questionnaire.edition(act)
    if edition is None:
        return act.value
    return _(edition.short or edition.title) if short else _(edition.title)


def covered_acts(evaluation: Evaluation) -> tuple[Act, ...]:
    """Return the acts that have a questionnaire, without what they share."""
    return judging_acts(evaluation.questionnaire)


def capital(text: str) -> str:
    """Return a sentence with a capital letter at its start."""
    return text[:1].upper() + text[1:]
