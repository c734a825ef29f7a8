# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two invented acts about one boat, small enough to work out by hand.

The Boats Act is that of the other examples. The Pilot Act is about boats that steer themselves:
who builds one is a provider, who sails one a deployer, who does both is both. Tricking the crew is
prohibited from 2 December 2026, towing is high risk from 2 December 2027, talking needs a notice
since 2 August 2026. One logbook serves both acts.
"""

from __future__ import annotations

from datetime import date

from tests.domain.example import EXAMPLE, FINDINGS, OBLIGATIONS, fact, finding, question

from actready.domain.answers import Value
from actready.domain.questionnaire import Edition, Obligation, Questionnaire, Section
from actready.domain.scoring import Evaluation

TODAY = date(2026, 11, 23)
AI = "ai_act"


def _ready(name: str) -> object:
    return question(f"ready.{name}", "one_of", "done", "partly", "open", section="ready", act=AI)


def _duty(duty_id: str, when: object, applies_from: str, **more: object) -> Obligation:
    return Obligation.model_validate(
        {
            "id": duty_id, "title": duty_id.removeprefix("duty.").capitalize(), "text": "Do it.",
            "when": when, "provisions": ["Pilot Art. 9"], "applies_from": applies_from,
            "penalty": "Pilot Art. 99", "act": AI, **more,
        }
    )  # fmt: skip


def _pilot(finding_id: str, group: str, value: str, when: object, **more: object) -> object:
    return finding(f"ai.{finding_id}", group, value, when, act=AI, **more)


_FACTS = (
    fact("pilot", {"answer": "pilot.steers", "is": True}, act=AI),
    fact("builds", {"answer": "pilot.part", "includes": "build"}, act=AI),
    fact("sails", {"answer": "pilot.part", "includes": "sail"}, act=AI),
    fact("tricks", {"answer": "pilot.does", "includes": "trick"}, act=AI),
    fact("tows", {"answer": "pilot.does", "includes": "tow"}, act=AI),
    fact("talks", {"answer": "pilot.does", "includes": "talk"}, act=AI),
    fact("open_plans", {"answer": "pilot.plans", "is": "open"}, act=AI),
)
_HAS_ROLE = {"any": [{"finding": "ai.provider"}, {"finding": "ai.deployer"}]}


def _when(*facts: str) -> object:
    return {"all": [{"fact": one} for one in facts]}


def _tier(fact_id: str) -> object:
    return {"all": [_HAS_ROLE, {"fact": fact_id}]}


_FINDINGS = (
    _pilot("provider", "role", "provider", _when("pilot", "builds"), applies_from="2025-02-02"),
    _pilot("deployer", "role", "deployer", _when("pilot", "sails"), applies_from="2025-02-02"),
    _pilot("none", "role", "none", {"not": _HAS_ROLE}, title="No role"),
    _pilot("in", "scope", "in", _HAS_ROLE),
    _pilot("out", "scope", "out", {"not": _HAS_ROLE}),
    _pilot("towing", "tier", "high_risk_annex_iii", _tier("tows"), title="High risk, towing",
           applies_from="2027-12-02"),
    _pilot("talking", "tier", "transparency_art50", _tier("talks"), title="Notice",
           applies_from="2026-08-02"),
    _pilot("tricking", "tier", "prohibited", _tier("tricks"), title="Prohibited practice",
           follows="Stop it.", applies_from="2026-12-02"),
    _pilot("minimal", "tier", "minimal", {"all": [_HAS_ROLE, {"not": {"any": [
        {"fact": "tows"}, {"fact": "talks"}, {"fact": "tricks"}]}}]}, title="No special tier"),
    _pilot("trick", "prohibited_point", "Art. 5(1)(ba)", {"fact": "tricks"}, title="Tricks"),
    _pilot("tow", "annex_point", "Annex III point 2", {"fact": "tows"}, title="Towing"),
    _pilot("plans", "open_source", "licence", {"fact": "open_plans"}, title="Open plans"),
    _pilot("name", "open_source", "relief",
           {"all": [{"fact": "open_plans"}, {"not": {"fact": "tows"}}]}, title="Relief"),
    _pilot("harbour", "circumstance", "harbour",
           {"all": [{"finding": "ai.deployer"}, {"answer": "pilot.harbour", "is": True}]},
           title="In a harbour"),
)  # fmt: skip
_DUTIES = (
    _duty("duty.notice", {"finding": "ai.talking"}, "2026-08-02"),
    _duty("duty.logbook", {"finding": "ai.towing"}, "2027-12-02", formally_from="2026-08-02",
          readiness=["ready.log"]),
    _duty("duty.berth", {"all": [{"finding": "ai.deployer"}, {"finding": "ai.harbour"}]},
          "2025-02-02"),
)  # fmt: skip
_PAPERS, _FLAG, _HOST = OBLIGATIONS
_EDITION = Edition.model_validate(
    {
        "id": "2026-07-27", "act": AI, "title": "Pilot Act", "short": "Pilot",
        "number": "Regulation (EU) 2026/2", "eli": "http://example.eu/eli/2026/2",
        "applies_from": "2026-07-27",
        "groups": [
            {"id": "role", "title": "Role"}, {"id": "scope", "title": "Scope"},
            {"id": "tier", "title": "Tiers"},
            {"id": "prohibited_point", "title": "Prohibited practice"},
            {"id": "annex_point", "title": "Place in the annexes"},
            {"id": "open_source", "title": "Open source told apart"},
            {"id": "circumstance", "title": "What else matters"},
        ],
    }
)  # fmt: skip

BOTH: Questionnaire = Questionnaire.model_validate(
    {
        "editions": (
            *(one.model_copy(update={"short": "Boats"}) if one.act == "cra" else one
              for one in EXAMPLE.editions),
            _EDITION,
        ),
        "sections": (
            *EXAMPLE.sections,
            Section.model_validate({"id": "pilot", "title": "The pilot", "act": AI}),
            Section.model_validate({"id": "harbour", "title": "The harbour", "act": AI}),
            Section.model_validate({"id": "ready", "title": "Readiness", "act": AI}),
        ),
        "questions": (
            *EXAMPLE.questions,
            question("pilot.steers", "yes_no", section="pilot", act=AI),
            question("pilot.part", "several_of", "build", "sail", "nothing", section="pilot",
                     act=AI),
            question("pilot.does", "several_of", "trick", "tow", "talk", "nothing",
                     section="pilot", act=AI),
            question("pilot.plans", "one_of", "open", "closed", section="pilot", act=AI),
            question("pilot.harbour", "yes_no", section="harbour", act=AI),
            _ready("log"),
        ),
        "facts": (*EXAMPLE.facts, *_FACTS),
        "findings": (*FINDINGS, *_FINDINGS),
        "obligations": (
            _PAPERS,
            _FLAG.model_copy(update={"title": "Show a flag", "readiness": ("ready.log",)}),
            _HOST,
            *_DUTIES,
        ),
    }
)  # fmt: skip

#: A lender of a boat that tows, tricks and talks, who builds and sails it: everything at once.
ALL: dict[str, Value] = {
    "boat.use": "lend", "boat.return": ("money",), "boat.length": 30,
    "pilot.steers": True, "pilot.part": ("build", "sail"), "pilot.does": ("trick", "tow", "talk"),
    "pilot.plans": "open", "pilot.harbour": False,
}  # fmt: skip


def of(answers: dict[str, Value], as_of: date = TODAY) -> Evaluation:
    """Evaluate both acts on some answers."""
    return Evaluation(BOTH, answers, as_of)
