# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proof 8: every worked case yields its result, with all its answers and question by question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actready.catalogue.case_references import belongs
from actready.catalogue.cases import Outcome, outcomes
from actready.catalogue.proof import Material, Proof
from actready.errors import Fault
from actready.i18n import gettext as _


def case_outcomes(material: Material) -> tuple[Outcome, ...]:
    """Work out every case that falls into the period."""
    return tuple(
        outcome
        for edition in material.editions
        for case in edition.cases
        if belongs(case, material.period)
        for outcome in outcomes(case, material.questionnaire)
    )


def prove_cases(material: Material, found: Iterable[Outcome]) -> Proof:
    """Prove that the outcomes are those expected. Answers never asked for are remarks."""
    listed = tuple(found)
    cases = {outcome.case.id for outcome in listed}
    counts = _("{cases} cases with {subjects} subjects, {unused} answers never asked for").format(
        cases=len(cases),
        subjects=len(listed),
        unused=sum(len(outcome.unused) for outcome in listed),
    )
    problems = tuple(fault for one in listed for fault in _problems(material, one))
    remarks = tuple(fault for one in listed for fault in _remarks(material, one))
    title = _("Every worked case yields its result, at once and question by question")
    return Proof(8, title, counts, problems, remarks)


def _problems(material: Material, outcome: Outcome) -> Iterator[Fault]:
    place = material.place("case", outcome.case.id)
    for what, expected, found in outcome.wrong:
        problem = _("{what} of '{subject}': expected {expected}, found {found}.").format(
            what=what,
            subject=outcome.case.subjects[outcome.subject].name,
            expected=_listed(expected),
            found=_listed(found),
        )
        yield place.fault(problem, "", "subjects", outcome.subject, "expected", what)
    if not outcome.same_by_road:
        problem = _("Asked question by question, '{subject}' has another result.")
        problem = problem.format(subject=outcome.case.subjects[outcome.subject].name)
        hint = _("An answer counts whose question is not asked: {names}.")
        hint = hint.format(names=", ".join(outcome.unused) or _("of the organisation"))
        yield place.fault(problem, hint, "subjects", outcome.subject)


def _remarks(material: Material, outcome: Outcome) -> Iterator[Fault]:
    place = material.place("case", outcome.case.id)
    for question in outcome.unused:
        problem = _("'{question}' is answered, but never asked.").format(question=question)
        yield place.fault(problem, "", "subjects", outcome.subject, "answers", question)


def _listed(values: Iterable[str]) -> str:
    return ", ".join(values) or _("nothing")
