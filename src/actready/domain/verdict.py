# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an act makes of a subject in short: roles, tiers, what is banned, and what is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from actready.domain.explanation import deciders, reasons
from actready.domain.questionnaire import Finding, Questionnaire
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Status

SCOPE: Final = "scope"
ROLE: Final = "role"
TIER: Final = "tier"
ANNEX_POINT: Final = "annex_point"
OPEN_SOURCE: Final = "open_source"
PRODUCT_CLASS: Final = "product_class"
GPAI: Final = "gpai"
PROHIBITED: Final = "prohibited"
PROHIBITED_POINT: Final = "prohibited_point"

#: Groups whose findings decide duties and carry reasons, but are no results of their own.
_ONLY_REASONS: Final = frozenset({"circumstance"})
_IMPLIED_BY_NO_ROLE: Final = frozenset({SCOPE, PRODUCT_CLASS, GPAI})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings that stand for a whole act. Several roles and tiers can hold at once.

    An act without tiers has product classes in their place; that none applies is no class.
    ``banned`` are the points of the prohibition that hold, once the prohibition itself does;
    ``banned_from`` is when it applies. ``deciding`` counts the answers that can still give a role.
    """

    act: Act
    roles: tuple[Finding, ...]
    open_roles: tuple[Finding, ...]
    tiers: tuple[Finding, ...]
    open_tiers: tuple[Finding, ...]
    banned: tuple[Finding, ...]
    banned_from: date | None
    deciding: int

    @property
    def prohibition(self) -> Finding | None:
        """The tier of prohibited practices, where it holds."""
        return next((one for one in self.tiers if one.value == PROHIBITED), None)

    @property
    def is_none(self) -> bool:
        """Whether it is established that there is no role."""
        return any(one.value == "none" for one in self.roles)


def is_result(group: str) -> bool:
    """Tell whether the findings of a group are shown as results, not only as reasons."""
    return group not in _ONLY_REASONS


def judging_acts(questionnaire: Questionnaire) -> tuple[Act, ...]:
    """Return the acts that a questionnaire covers, without what they share."""
    return tuple(one.act for one in questionnaire.editions if one.act is not Act.COMMON)


def verdict(evaluation: Evaluation, act: Act) -> Verdict:
    """Return what an act makes of a subject. A prohibited practice comes first of all tiers."""
    tiers = _tiers(evaluation, act, Status.ESTABLISHED)
    ordered = sorted(tiers, key=lambda one: one.value != PROHIBITED)
    ban = next((one for one in ordered if one.value == PROHIBITED), None)
    points = _with_status(evaluation, act, PROHIBITED_POINT, Status.ESTABLISHED)
    open_roles = _with_status(evaluation, act, ROLE, Status.UNDETERMINED)
    return Verdict(
        act=act,
        roles=_with_status(evaluation, act, ROLE, Status.ESTABLISHED),
        open_roles=open_roles,
        tiers=tuple(ordered),
        open_tiers=_tiers(evaluation, act, Status.UNDETERMINED),
        banned=points if ban else (),
        banned_from=evaluation.begins(ban) if ban else None,
        deciding=len(deciders(evaluation, (one.when for one in open_roles))),
    )


def _tiers(evaluation: Evaluation, act: Act, wanted: Status) -> tuple[Finding, ...]:
    found = (
        *_with_status(evaluation, act, TIER, wanted),
        *_with_status(evaluation, act, PRODUCT_CLASS, wanted),
    )
    return tuple(one for one in found if one.value != "not_applicable")


def _with_status(
    evaluation: Evaluation, act: Act, group: str, wanted: Status
) -> tuple[Finding, ...]:
    findings = evaluation.questionnaire.findings_of(act, group)
    return tuple(one for one in findings if evaluation.status(one) is wanted)


def failed_tests(evaluation: Evaluation, finding: Finding) -> tuple[str, ...]:
    """Return the tests on which a finding fails, or which it rests on as failed.

    An excluded finding fails on the first that its reasons name. An established one can say that
    tests fail; these are all of its reasons that are not the case. The texts still have places for
    names.
    """
    texts = [text for step in reasons(evaluation, finding) for text in step.texts]
    if evaluation.status(finding) is Status.EXCLUDED:
        return tuple(texts[:1])
    failing = {
        one.otherwise
        for one in evaluation.questionnaire.facts
        if one.act is finding.act and one.otherwise and evaluation.claim(one.id) is False
    }
    return tuple(dict.fromkeys(text for text in texts if text in failing))


def is_prohibition(finding: Finding) -> bool:
    """Tell whether a finding says that a practice is prohibited."""
    if finding.group == PROHIBITED_POINT:
        return True
    return finding.group == TIER and finding.value == PROHIBITED


def goes_without_saying(evaluation: Evaluation, act: Act, group: str) -> bool:
    """Tell whether a group says nothing more where there is no role: no scope, no class."""
    return group in _IMPLIED_BY_NO_ROLE and evaluation.roles(act) == ("none",)


def results(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that are results, prohibitions first."""
    kept = (one for one in findings if is_result(one.group))
    return tuple(sorted(kept, key=lambda one: not is_prohibition(one)))


def titles_of_results(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the titles of those findings that are results, each once, roles and tiers first."""
    first = (SCOPE, ROLE, TIER, PRODUCT_CLASS)
    kept = sorted(results(findings), key=lambda one: one.group not in first)
    return tuple(dict.fromkeys(one.title for one in kept))
