# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proofs 1 to 3: nothing dangles, nothing turns in circles, nothing is idle."""

from __future__ import annotations

from collections.abc import Iterator

from actready.catalogue.choices import AS_OF
from actready.catalogue.diagrams import FALSE, TRUE
from actready.catalogue.proof import Material, Proof
from actready.domain.conditions import AnswerTest, FactTest, FindingTest, leaves
from actready.domain.questionnaire import Claim, Obligation
from actready.domain.readiness import OPTIONS
from actready.domain.terms import Kind
from actready.errors import Fault
from actready.i18n import gettext as _


def prove_references(material: Material) -> Proof:
    """Prove that ids exist (the loader refuses others), and that questions and options are used."""
    one = material.questionnaire
    options = sum(len(question.options) for question in one.questions)
    citations = [record.provisions for record in one.questions]
    citations += [record.provisions for record in material.claims]
    citations += [cited for penalties in one.penalties for cited in penalties.citations()]
    counts = _(
        "{questions} questions, {options} options, {facts} facts, {findings} findings, "
        "{obligations} obligations, {citations} citations"
    ).format(
        questions=len(one.questions),
        options=options,
        facts=len(one.facts),
        findings=len(one.findings),
        obligations=len(one.obligations),
        citations=sum(map(len, citations)),
    )
    title = _("Every id, option and provision exists, and every question and option is used")
    return Proof(1, title, counts, tuple(_unused(material)))


def _unused(material: Material) -> Iterator[Fault]:
    conditions = [condition for claim in material.claims for condition in claim.conditions]
    for penalties in material.questionnaire.penalties:
        conditions += penalties.conditions()
    tests = [leaf for one in conditions for leaf in leaves(one) if isinstance(leaf, AnswerTest)]
    readiness = material.questionnaire.readiness_questions
    used = {test.answer for test in tests} | readiness | material.questionnaire.fine_questions
    named = {(test.answer, option) for test in tests for option in test.options()}
    for question in material.questionnaire.questions:
        place = material.place("question", question.id)
        if question.id not in used and question.kind is not Kind.TEXT:
            hint = _("Write a rule that tests it, or remove it.")
            yield place.fault(_("No rule uses this question."), hint)
            continue
        for number, option in enumerate(question.options):
            known = question.id in readiness and option.id in OPTIONS
            if not known and not option.otherwise and (question.id, option.id) not in named:
                problem = _("No rule names the option '{option}'.").format(option=option.id)
                hint = _("Name it in a rule, or mark it 'otherwise: true' if it is the rest.")
                yield place.fault(problem, hint, "options", number)


def prove_order(material: Material) -> Proof:
    """Report how deep claims rest on each other; the loader refuses circles."""
    depth: dict[str, int] = {}
    claims = material.questionnaire.claim_by_id

    def depth_of(name: str) -> int:
        if name not in depth:
            inner = [_name(leaf) for leaf in leaves(claims[name].when)]
            depth[name] = 1 + max((depth_of(one) for one in inner if one), default=0)
        return depth[name]

    deepest = max(map(depth_of, claims), default=0)
    counts = _("{claims} facts and findings, at most {depth} deep")
    counts = counts.format(claims=len(claims), depth=deepest)
    return Proof(2, _("No fact or finding rests on itself"), counts)


def _name(leaf: object) -> str:
    match leaf:
        case FactTest(fact=name) | FindingTest(finding=name):
            return name
    return ""


def prove_effect(material: Material) -> Proof:
    """Prove that every claim can hold and can fail, and that every question changes something."""
    asked, changing = _asked(material), _changing(material)
    counts = _("{claims} conditions, {asked} questions asked, diagrams of {size} nodes").format(
        claims=len(material.claims), asked=len(asked), size=material.diagrams.size
    )
    problems = (*_constant(material), *_idle(material, asked, changing))
    title = _("Every claim can hold and can fail, and every question can change a finding")
    return Proof(3, title, counts, problems)


def _asked(material: Material) -> frozenset[str]:
    """Return the questions that a finding names: those are asked."""
    graph = material.expressions
    nodes = (graph.of_claim(one.id) for one in material.questionnaire.findings)
    return frozenset[str]().union(*(graph.questions(node) for node in nodes)) - {AS_OF}


def _changing(material: Material) -> frozenset[str]:
    """Return the questions to which two answers can lead to different findings."""
    diagrams = material.diagrams
    found = (diagrams.of_claim(one.id) for one in material.questionnaire.findings)
    return frozenset[str]().union(*(diagrams.questions(one) for one in found))


def _constant(material: Material) -> Iterator[Fault]:
    for claim in material.claims:
        for number, condition in enumerate(claim.conditions):
            diagram = material.diagrams.of(condition)
            if diagram in (TRUE, FALSE):
                problem = _("It holds on all answers.") if diagram == TRUE else _("It never holds.")
                path = ("starts", number - 1, "when") if number else ("when",)
                yield material.place_of(claim).fault(problem, _hint(claim), *path)


def _hint(claim: Claim) -> str:
    if isinstance(claim, Obligation):
        return _("Check the findings it tests.")
    return _("Check its tests, and those of the facts it names.")


def _idle(material: Material, asked: frozenset[str], changing: frozenset[str]) -> Iterator[Fault]:
    telling = material.questionnaire.readiness_questions | material.questionnaire.fine_questions
    for question in material.questionnaire.questions:
        if question.kind is Kind.TEXT or question.id in telling:
            continue
        place = material.place("question", question.id)
        if question.id not in asked:
            hint = _("Let a finding rest on it, or remove it.")
            yield place.fault(_("It is never asked."), hint)
        elif question.id not in changing:
            hint = _("Look for a rule in which its options lead to the same.")
            yield place.fault(_("No answer to it changes a finding."), hint)
