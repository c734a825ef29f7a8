# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The questionnaire for reading: as a Markdown page, and as a graph for Graphviz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from actready.domain.conditions import AnswerTest, FactTest, FindingTest, leaves
from actready.domain.questionnaire import Claim, Fact, Finding, Option, Question, Questionnaire
from actready.i18n import gettext as _


def markdown(questionnaire: Questionnaire) -> str:
    """Return a page with every question, its options, the rules that name them, and all rules."""
    return "\n".join(_page(questionnaire)) + "\n"


def _page(questionnaire: Questionnaire) -> Iterator[str]:
    editions = ", ".join(f"{one.title} {one.id}" for one in questionnaire.editions)
    yield "# " + _("Questionnaire")
    yield f"\n{editions}"
    users = _users(questionnaire)
    for section in questionnaire.sections:
        yield f"\n## {section.title}"
        for question in questionnaire.questions_of(section.id):
            yield from _question(question, users)
    yield "\n## " + _("Facts")
    for fact in questionnaire.facts:
        yield f"\n- `{fact.id}`: {fact.text} ({', '.join(fact.provisions)})"
    yield "\n## " + _("Findings")
    for finding in questionnaire.findings:
        yield f"\n- `{finding.id}`: {finding.sentence} ({', '.join(finding.provisions)})"


def _question(question: Question, users: Mapping[tuple[str, str], list[str]]) -> Iterator[str]:
    yield f"\n### {question.text}"
    yield f"\n`{question.id}` · {question.kind} · {', '.join(question.provisions)}"
    if question.instruction:
        yield f"\n{question.instruction}"
    yield f"\n{question.why}"
    for example in question.examples:
        yield f"\n> {example}"
    yield "\n" + _("If you do not know: {advice}").format(advice=question.unknown)
    yield ""
    for option in question.options:
        yield _option(option, users.get((question.id, option.id), []))
    others = users.get((question.id, ""), [])
    if others:
        yield _("Used by: {claims}").format(claims=_codes(others))


def _option(option: Option, users: list[str]) -> str:
    hint = f" {option.hint}" if option.hint else ""
    return f"- `{option.id}` **{option.label}**{hint} → {_codes(users) or _('all other cases')}"


def _codes(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _users(questionnaire: Questionnaire) -> Mapping[tuple[str, str], list[str]]:
    """Return the claims that name an option, or with an empty option test another value."""
    users: dict[tuple[str, str], list[str]] = {}
    for claim in (*questionnaire.facts, *questionnaire.findings, *questionnaire.obligations):
        tests = (leaf for leaf in leaves(claim.when) if isinstance(leaf, AnswerTest))
        for test in tests:
            for option in test.options() or ("",):
                known = users.setdefault((test.answer, option), [])
                known += [] if claim.id in known else [claim.id]
    return users


def graph(questionnaire: Questionnaire) -> str:
    """Return the graph from questions over facts to findings, in the language of Graphviz."""
    lines = ["digraph questionnaire {", "  rankdir=LR;", "  node [shape=box];"]
    lines += [f'  "{one.id}" [shape=ellipse];' for one in questionnaire.questions]
    lines += [f'  "{one.id}" [style=bold];' for one in questionnaire.findings]
    claims: tuple[Fact | Finding, ...] = (*questionnaire.facts, *questionnaire.findings)
    for claim in claims:
        lines += [f'  "{source}" -> "{claim.id}";' for source in _sources(claim)]
    return "\n".join([*lines, "}"]) + "\n"


def _sources(claim: Claim) -> dict[str, None]:
    """Return what a claim rests on, each once, in reading order."""
    names: dict[str, None] = {}
    for leaf in leaves(claim.when):
        match leaf:
            case AnswerTest(answer=name) | FactTest(fact=name) | FindingTest(finding=name):
                names[name] = None
    return names
