# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The evaluation as other programs read it. Names and values are fixed: docs/command-line.md."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from actready.domain.actions import Action
from actready.domain.answers import Value
from actready.domain.assessment import Assessment, Subject
from actready.domain.explanation import (
    Step,
    is_settled,
    open_fines,
    open_questions,
    open_readiness,
    reasons,
)
from actready.domain.fines import Fine, fine_of
from actready.domain.questionnaire import Finding, Obligation, Question, Questionnaire
from actready.domain.readiness import counts, listed, status
from actready.domain.scoring import Evaluation, evaluate_subject
from actready.domain.terms import Act, Applies, Status
from actready.domain.whatif import smallest_changes
from actready.domain.wording import fill

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

FORMAT: Final = 1
"""Raised when the meaning of a name or a value changes."""


def evaluation_object(
    questionnaire: Questionnaire,
    assessment: Assessment,
    as_of: date,
    version: str,
    *,
    everything: bool = False,
) -> dict[str, Json]:
    """Return the evaluation of an assessment, ready to be written as JSON.

    Obligations that do not apply are left out unless ``everything`` is asked for.
    """
    alone = evaluate_subject(questionnaire, assessment, None, as_of)
    name = assessment.organisation.name
    editions = {act: questionnaire.edition(act) for act in (Act.CRA, Act.AI_ACT)}
    return {
        "format": FORMAT,
        "actready": version,
        "as_of": as_of.isoformat(),
        "editions": {act.value: one.id if one else None for act, one in editions.items()},
        "organisation": {"name": name, "size": alone.value(Act.COMMON, "size")},
        "subjects": [
            _subject_object(
                evaluate_subject(questionnaire, assessment, subject, as_of),
                subject,
                name,
                everything=everything,
            )
            for subject in assessment.subjects
        ],
    }


def _subject_object(
    evaluation: Evaluation, subject: Subject, organisation: str, *, everything: bool
) -> dict[str, Json]:
    names = (organisation, subject.name)
    return {
        "name": subject.name,
        "cra": {
            **_heading(evaluation, Act.CRA),
            "product_class": evaluation.value(Act.CRA, "product_class"),
            "conformity_routes": _established(evaluation, Act.CRA, "conformity_route"),
            **_details(evaluation, Act.CRA, names, subject, everything=everything),
        },
        "ai_act": {
            **_heading(evaluation, Act.AI_ACT),
            "tiers": _established(evaluation, Act.AI_ACT, "tier"),
            "gpai": evaluation.value(Act.AI_ACT, "gpai"),
            "prohibited_points": _established(evaluation, Act.AI_ACT, "prohibited_point"),
            "annex_points": _established(evaluation, Act.AI_ACT, "annex_point"),
            "derogation": _established(evaluation, Act.AI_ACT, "derogation"),
            "open_source": _established(evaluation, Act.AI_ACT, "open_source"),
            **_details(evaluation, Act.AI_ACT, names, subject, everything=everything),
        },
        "readiness": {
            one.value: count
            for one, count in counts(evaluation, Applies.YES, Applies.MAYBE).items()
        },
    }


def _heading(evaluation: Evaluation, act: Act) -> dict[str, Json]:
    return {
        "scope": evaluation.value(act, "scope"),
        "roles": [*evaluation.roles(act)],
        "possible_roles": [*evaluation.possible_roles(act)],
    }


def _established(evaluation: Evaluation, act: Act, group: str) -> list[Json]:
    return [*evaluation.values(act, group, Status.ESTABLISHED)]


def _details(
    evaluation: Evaluation, act: Act, names: tuple[str, str], subject: Subject, *, everything: bool
) -> dict[str, Json]:
    findings = [one for one in evaluation.questionnaire.findings if one.act == act]
    obligations = listed(evaluation, act, everything=everything)
    readiness, fines = open_readiness(evaluation, act), open_fines(evaluation, act)
    return {
        "findings": [
            {
                **finding_object(evaluation, one, names),
                "changes": _changes(evaluation, one)
                if everything or _tells(evaluation, one)
                else [],
            }
            for one in findings
        ],
        "obligations": [
            obligation_object(evaluation, one, applies, names, subject.actions.get(one.id))
            for one, applies in obligations
        ],
        "open_questions": [
            one.question.id for one in (*open_questions(evaluation, act), *readiness, *fines)
        ],
    }


def finding_object(
    evaluation: Evaluation, finding: Finding, names: tuple[str, str]
) -> dict[str, Json]:
    """Return one finding with its reasons. ``names`` are those of organisation and subject."""
    found = evaluation.status(finding)
    begins = evaluation.begins(finding)
    in_force = found is Status.ESTABLISHED and begins is not None and begins <= evaluation.date
    steps = reasons(evaluation, finding)
    return {
        "id": finding.id,
        "title": fill(finding.title, *names),
        "status": found.value,
        "applies_from": begins.isoformat() if begins else None,
        "in_force": in_force,
        "because": [one for step in steps for one in _because(step, names)],
        "provisions": [*finding.provisions],
        "settled": is_settled(evaluation, finding),
        "note": _note(finding, steps, names),
    }


def _tells(evaluation: Evaluation, finding: Finding) -> bool:
    """Tell whether to say what would change a finding: always for a role, and for what holds."""
    return finding.group == "role" or evaluation.status(finding) is Status.ESTABLISHED


def _changes(evaluation: Evaluation, finding: Finding) -> list[Json]:
    return [
        {
            "answers": [
                {"question": other.question, "answers": [plain(one) for one in other.values]}
                for other in found.others
            ],
            "then": found.then.value,
        }
        for found in smallest_changes(evaluation, finding)
    ]


def _because(step: Step, names: tuple[str, str]) -> list[Json]:
    text = sentences(step.texts, names)
    return [
        {"question": question, "answer": plain(value), "text": text}
        for question, value in step.given
    ]


def _note(finding: Finding, steps: Sequence[Step], names: tuple[str, str]) -> str | None:
    notes = dict.fromkeys((finding.note, *(step.note for step in steps)))
    return sentences(tuple(filter(None, notes)), names) or None


def obligation_object(
    evaluation: Evaluation,
    obligation: Obligation,
    applies: Applies,
    names: tuple[str, str],
    action: Action | None = None,
) -> dict[str, Json]:
    """Return one obligation: whether it applies, from when, how far it is met, what is planned."""
    begins = evaluation.due(obligation)
    formally = obligation.formally_from
    return {
        "id": obligation.id,
        "title": fill(obligation.title, *names),
        "provisions": [*obligation.provisions],
        "applies": applies.value,
        "applies_from": begins.isoformat(),
        "formally_from": formally.isoformat() if formally else None,
        "in_force": applies is Applies.YES and begins <= evaluation.date,
        "status": status(evaluation, obligation, applies).value,
        "penalty": obligation.penalty,
        "fine": None
        if applies is Applies.NO
        else fine_object(fine_of(evaluation, obligation), evaluation.date, names),
        "action": action_object(action) if action else None,
    }


def action_object(action: Action) -> dict[str, Json]:
    """Return what is planned for an obligation. Parts that were left empty are null."""
    return {
        "owner": action.owner or None,
        "due": action.due.isoformat() if action.due else None,
        "note": action.note or None,
        "done": action.done,
        "done_on": action.done_on.isoformat() if action.done_on else None,
        "effort": [*action.effort] if action.effort else None,
    }


def fine_object(fine: Fine, as_of: date, names: tuple[str, str]) -> dict[str, Json]:
    """Return how high a fine can be. Sums are in euros; null is what cannot be told."""
    limit = fine.limit
    ceiling = limit.ceiling if limit else None
    return {
        "kind": fine.kind.value,
        "amount": ceiling.amount if ceiling else None,
        "percent": ceiling.percent if ceiling else None,
        "rule": (limit.basis or "undetermined") if limit else None,
        "ceiling": _euros(fine.exact),
        "at_least": _euros(fine.at_least),
        "at_most": _euros(fine.at_most),
        "from": ceiling.begins.isoformat() if ceiling else None,
        "in_force": ceiling is not None and ceiling.begins <= as_of,
        "provisions": [*ceiling.provisions] if ceiling else [],
        "relieved": fine.relieved,
        "reliefs": [
            {
                "id": one.id,
                "sentence": fill(one.sentence, *names),
                "provisions": [*one.provisions],
            }
            for one in fine.reliefs
        ],
    }


def _euros(cents: int | None) -> Json:
    """Return a sum in euros, as a whole number where it is one."""
    if cents is None:
        return None
    return cents // 100 if cents % 100 == 0 else cents / 100


def question_object(question: Question, names: tuple[str, str]) -> dict[str, Json]:
    """Return a question with all that helps to answer it."""
    help_texts = (question.why, *question.examples, question.instruction)
    return {
        "text": fill(question.text, *names),
        "help": sentences(tuple(filter(None, help_texts)), names),
        "unknown": fill(question.unknown, *names),
        "kind": question.kind.value,
        "options": [
            {"id": one.id, "label": fill(one.label, *names), "hint": fill(one.hint, *names)}
            for one in question.options
        ],
        "provisions": [*question.provisions],
    }


def sentences(texts: Sequence[str], names: tuple[str, str]) -> str:
    """Return whole sentences, each with the names filled in, as one text."""
    return " ".join(fill(text, *names) for text in texts)


def plain(value: Value) -> Json:
    """Return an answer as JSON knows it: several options are a list."""
    return [*value] if isinstance(value, tuple) else value
