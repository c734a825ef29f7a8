# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""An invented law about kites, and an assessment under it, for which each line is known by hand.

Who sells a kite is a seller. A club that lends one is a host, which one court sees differently.
Nobody else has a role. Sellers owe papers now, and a flag from June 2027 if the kite is large.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from actready.domain.answers import Value
from actready.domain.assessment import Answers, Assessment, Organisation, Subject
from actready.domain.questionnaire import Questionnaire
from actready.report.build import build_context
from actready.report.context import Record, ReportContext

AS_OF = date(2026, 11, 23)
RECORD = Record(entries=7, head="ab" * 32, last_at="2026-11-22T08:05:30+00:00", intact=True)
DATA = b'{"format":1,"subjects":[]}\n'


def _question(question_id: str, kind: str, text: str, **more: object) -> dict[str, object]:
    return {
        "id": question_id,
        "kind": kind,
        "text": text,
        "why": "It matters.",
        "unknown": f"Ask the keeper of {question_id}.",
        "examples": ["A red kite."],
        "provisions": ["Kite Art. 1"],
        "section": "kite",
        "act": "cra",
        **more,
    }


def _options(**labels: str) -> list[dict[str, str]]:
    return [{"id": key, "label": label} for key, label in labels.items()]


_QUESTIONS = [
    _question(
        "org.club", "yes_no", "Is {organisation} a club?",
        section="organisation", about="organisation", act="common",
    ),
    _question(
        "org.people", "number", "How many people fly for {organisation}?", unit="people",
        section="organisation", about="organisation", act="common",
    ),
    _question(
        "kite.given", "one_of", "What happens with {subject}?",
        options=_options(sold="It is sold", lent="It is lent", kept="It stays at home"),
        provisions=["Kite Art. 2", "Kite Art. 3", "Kite Recital 4"],
    ),
    _question("kite.span", "number", "How wide is {subject}?", unit="cm"),
]  # fmt: skip
_FACTS = [
    {
        "id": "sold", "act": "cra", "provisions": ["Kite Art. 2"],
        "text": "{organisation} sells {subject}.",
        "otherwise": "{organisation} does not sell it.",
        "when": {"answer": "kite.given", "is": "sold"},
    },
    {
        "id": "lent", "act": "cra", "provisions": ["Kite Art. 3"],
        "text": "{organisation} lends it.", "otherwise": "{organisation} does not lend it.",
        "when": {"answer": "kite.given", "is": "lent"},
    },
    {
        "id": "club", "act": "cra", "provisions": ["Kite Recital 4"],
        "text": "{organisation} is a club.", "otherwise": "{organisation} is no club.",
        "when": {"answer": "org.club", "is": True},
        "settled": False, "note": "One court counts firms as clubs.",
    },
]  # fmt: skip
_HOST = {"all": [{"fact": "lent"}, {"fact": "club"}]}
_FINDINGS = [
    {
        "id": "seller", "group": "role", "value": "manufacturer", "act": "cra", "title": "Seller",
        "sentence": "{organisation} is the seller of {subject}.", "follows": "Papers follow.",
        "provisions": ["Kite Art. 5"], "when": {"fact": "sold"},
    },
    {
        "id": "host", "group": "role", "value": "steward", "act": "cra", "title": "Host",
        "sentence": "{organisation} is the host of {subject}.",
        "provisions": ["Kite Art. 6"], "when": _HOST,
    },
    {
        "id": "none", "group": "role", "value": "none", "act": "cra", "title": "No role",
        "sentence": "{organisation} has no role for {subject}.",
        "provisions": ["Kite Art. 7"], "when": {"not": {"any": [{"fact": "sold"}, _HOST]}},
    },
    {
        "id": "small", "group": "size", "value": "small", "act": "common", "title": "Small",
        "sentence": "{organisation} is small.", "provisions": ["Kite Art. 8"],
        "when": {"answer": "org.people", "below": 10},
    },
]  # fmt: skip
_OBLIGATIONS = [
    {
        "id": "papers", "act": "cra", "title": "Carry papers", "text": "Keep them dry.",
        "provisions": ["Kite Art. 9"], "when": {"finding": "seller"},
        "applies_from": "2026-09-11", "penalty": "Kite Art. 20", "evidence": ["A folder"],
    },
    {
        "id": "flag", "act": "cra", "title": "Fly a flag", "text": "A visible one.",
        "provisions": ["Kite Annex I"], "applies_from": "2027-06-01", "penalty": "national",
        "when": {"all": [{"finding": "seller"}, {"answer": "kite.span", "at_least": 300}]},
    },
    {
        "id": "log", "act": "cra", "title": "Keep a log", "text": "Of each flight.",
        "provisions": ["Kite Art. 11"], "when": {"finding": "host"},
        "applies_from": "2028-01-01", "penalty": "none",
    },
]  # fmt: skip

KITES = Questionnaire.model_validate(
    {
        "editions": [
            {
                "id": "2025-01-01", "act": "common", "title": "Shared",
                "applies_from": "2025-01-01",
                "groups": [{"id": "size", "title": "Size", "about": "organisation"}],
            },
            {
                "id": "2025-06-01", "act": "cra", "title": "Kite Act", "short": "Kite",
                "number": "Regulation (EU) 2025/1", "eli": "http://example.eu/eli/2025/1",
                "applies_from": "2025-06-01", "groups": [{"id": "role", "title": "Role"}],
            },
        ],
        "sections": [
            {"id": "organisation", "title": "Who flies", "about": "organisation"},
            {"id": "kite", "title": "The kite", "act": "cra"},
        ],
        "questions": _QUESTIONS,
        "facts": _FACTS,
        "findings": _FINDINGS,
        "obligations": _OBLIGATIONS,
    }
)  # fmt: skip


def kite(name: str, values: Mapping[str, Value], **notes: str) -> Subject:
    """Return a kite; ``kite_span`` stands for a note at the question ``kite.span``."""
    noted = {key.replace("_", ".", 1): text for key, text in notes.items()}
    return Subject(id=name.lower(), name=name, answers=Answers(values, noted))


def assessment(*subjects: Subject, name: str = "Firma X", **own: Value) -> Assessment:
    """Return an assessment; ``org_club`` stands for an answer to ``org.club``."""
    values = {key.replace("_", ".", 1): value for key, value in own.items()}
    return Assessment(Organisation(name, Answers(values)), subjects)


def context(*subjects: Subject, name: str = "Firma X", **own: Value) -> ReportContext:
    """Return the context of a report on these kites."""
    return build_context(assessment(*subjects, name=name, **own), KITES, AS_OF, RECORD, "1.2", "en")


SOLD = kite("Red", {"kite.given": "sold", "kite.span": 320}, kite_span="Measured twice.")
LENT = kite("Blue", {"kite.given": "lent"})
OPEN = kite("Grey", {"kite.given": "dont_know"})
