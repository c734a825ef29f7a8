# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small invented law, written so that every result can be worked out by hand.

Who lends boats for money is a lender; who lends them free of charge as a club with a rule about it
is a host. Nobody is both. A lender of a large boat owes papers.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from actready.domain.answers import Value
from actready.domain.assessment import Answers, Assessment, Organisation, Subject
from actready.domain.questionnaire import (
    Edition,
    Fact,
    Finding,
    Obligation,
    Question,
    Questionnaire,
    Section,
)
from actready.domain.scoring import Evaluation

TODAY = date(2026, 11, 23)
OLD_FACT_NOTE = "A court may see this differently."


def question(question_id: str, kind: str, *options: str, **more: object) -> Question:
    data: dict[str, object] = {
        "id": question_id,
        "kind": kind,
        "text": f"What about {question_id}?",
        "why": "It matters.",
        "unknown": "Ask around.",
        "provisions": ["Art. 1"],
        "examples": ["A boat."],
        "options": [
            {"id": one, "label": one.capitalize(), "alone": one == "nothing"} for one in options
        ],
        **more,
    }
    return Question.model_validate(data)


QUESTIONS = (
    question("org.club", "yes_no", section="organisation", about="organisation"),
    question("org.people", "number", section="organisation", about="organisation", minimum=0),
    question("boat.use", "one_of", "lend", "sail", section="boat", act="cra"),
    question("boat.return", "several_of", "money", "favours", "nothing", section="boat", act="cra"),
    question("boat.length", "number", section="boat", act="cra", minimum=1, maximum=400),
    question("boat.launched", "date", section="boat", act="cra"),
    question("boat.name", "text", section="boat", act="cra"),
)


def fact(fact_id: str, when: object, **more: object) -> Fact:
    data: dict[str, object] = {
        "id": fact_id, "when": when, "provisions": [f"Art. of {fact_id}"],
        "text": f"Yes to {fact_id}.", "otherwise": f"No to {fact_id}.", "act": "cra", **more,
    }  # fmt: skip
    return Fact.model_validate(data)


def finding(finding_id: str, group: str, value: str, when: object, **more: object) -> Finding:
    data: dict[str, object] = {
        "id": finding_id, "group": group, "value": value, "when": when, "act": "cra",
        "title": value.capitalize(), "sentence": "{organisation} and {subject}: " + value + ".",
        "provisions": [f"Art. of {value}"], **more,
    }  # fmt: skip
    return Finding.model_validate(data)


FACTS = (
    fact("lends", {"answer": "boat.use", "is": "lend"}),
    fact("earns", {"answer": "boat.return", "includes": ["money", "favours"]}),
    fact("lends_for_return", {"all": [{"fact": "lends"}, {"fact": "earns"}]}, otherwise=""),
    fact("club", {"answer": "org.club", "is": True}, settled=False, note=OLD_FACT_NOTE),
    fact("large", {"answer": "boat.length", "at_least": 24}),
    fact("old", {"answer": "boat.launched", "dated": {"before": "2020-01-01"}}),
)
FINDINGS = (
    finding("role.lender", "role", "manufacturer", {"fact": "lends_for_return"},
            applies_from="2026-01-01"),
    finding("role.host", "role", "steward",
            {"all": [{"fact": "lends"}, {"not": {"fact": "earns"}}, {"fact": "club"}]},
            applies_from="2027-01-01"),
    finding("role.none", "role", "none",
            {"all": [{"not": {"finding": "role.lender"}}, {"not": {"finding": "role.host"}}]}),
    finding("scope.in", "scope", "in", {"not": {"finding": "role.none"}}),
    finding("scope.out", "scope", "out", {"finding": "role.none"}),
    finding("size.small", "size", "small", {"answer": "org.people", "below": 10}, act="common"),
    finding("size.large", "size", "large", {"answer": "org.people", "at_least": 10}, act="common"),
)  # fmt: skip


def obligation(obligation_id: str, when: object, applies_from: str) -> Obligation:
    return Obligation.model_validate(
        {
            "id": obligation_id,
            "title": ("Flag" if "flag" in obligation_id else "Papers") + " of {subject}",
            "text": "Carry them.",
            "when": when, "provisions": ["Art. 9"], "applies_from": applies_from,
            "penalty": "Art. 10", "act": "cra",
        }
    )  # fmt: skip


OBLIGATIONS = (
    obligation("duty.papers", {"all": [{"finding": "role.lender"}, {"fact": "large"}]},
               "2026-11-23"),
    obligation("duty.flag", {"finding": "role.lender"}, "2026-11-24"),
    obligation("duty.host", {"finding": "role.host"}, "2026-01-01"),
)  # fmt: skip
EXAMPLE = Questionnaire(
    editions=(
        Edition.model_validate(
            {
                "id": "2025-01-01", "act": "common", "title": "Shared",
                "applies_from": "2025-01-01",
                "groups": [{"id": "size", "title": "Size", "about": "organisation"}],
            }
        ),
        Edition.model_validate(
            {
                "id": "2025-06-01", "act": "cra", "title": "Boats Act",
                "applies_from": "2025-06-01", "until": "2030-01-01",
                "groups": [{"id": "role", "title": "Role"}, {"id": "scope", "title": "Scope"}],
            }
        ),
    ),
    sections=(
        Section.model_validate(
            {"id": "organisation", "title": "Organisation", "about": "organisation"}
        ),
        Section.model_validate({"id": "boat", "title": "The boat", "act": "cra"}),
    ),
    questions=QUESTIONS,
    facts=FACTS,
    findings=FINDINGS,
    obligations=OBLIGATIONS,
)  # fmt: skip


def evaluation(**answers: Value) -> Evaluation:
    """Evaluate the example on TODAY; ``boat_use`` stands for the question ``boat.use``."""
    return Evaluation(EXAMPLE, named(answers), TODAY)


def named(answers: Mapping[str, Value]) -> dict[str, Value]:
    return {key.replace("_", ".", 1): value for key, value in answers.items()}


def assessment(organisation: Mapping[str, Value], *subjects: Mapping[str, Value]) -> Assessment:
    """Make an assessment of a club "Harbour" with boats "Boat 1", "Boat 2" and so on."""
    return Assessment(
        Organisation("Harbour", Answers(dict(organisation))),
        tuple(
            Subject(f"s{place}", f"Boat {place}", "", Answers(dict(one)))
            for place, one in enumerate(subjects, 1)
        ),
    )
