# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What other programs read: names, values and order of the evaluation are fixed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import cast

from tests.domain.example import EXAMPLE, OLD_FACT_NOTE, TODAY, assessment, named
from tests.domain.fined import FINED

from actready.domain.actions import Action
from actready.domain.answers import DONT_KNOW, Value
from actready.domain.contract import Json, evaluation_object, plain, question_object
from actready.domain.questionnaire import Finding
from actready.domain.terms import ROLES, Act

LENDER: Mapping[str, Value] = {"boat.use": "lend", "boat.return": ("money",)}
HOST: Mapping[str, Value] = {"boat.use": "lend", "boat.return": ("nothing",)}
UNKNOWN_FINE: dict[str, Json] = {
    "kind": "ceiling", "amount": None, "percent": None, "rule": None, "ceiling": None,
    "at_least": None, "at_most": None, "from": None, "in_force": False, "provisions": [],
    "relieved": False, "reliefs": [],
}  # fmt: skip


def printed(
    organisation: Mapping[str, Value],
    *subjects: Mapping[str, Value],
    as_of: date = TODAY,
    everything: bool = False,
) -> dict[str, Json]:
    return evaluation_object(
        EXAMPLE, assessment(organisation, *subjects), as_of, "1.2.3", everything=everything
    )


def subject(result: dict[str, Json], place: int = 0) -> dict[str, Json]:
    return cast("dict[str, Json]", cast("list[Json]", result["subjects"])[place])


def cra(result: dict[str, Json], place: int = 0) -> dict[str, Json]:
    return cast("dict[str, Json]", subject(result, place)["cra"])


def by_id(listed: Json) -> dict[str, dict[str, Json]]:
    return {cast("str", one["id"]): one for one in cast("list[dict[str, Json]]", listed)}


def test_that_the_head_names_format_program_date_editions_and_organisation() -> None:
    result = printed(named({"org_people": 9}))
    assert result == {
        "format": 1,
        "actready": "1.2.3",
        "as_of": "2026-11-23",
        "editions": {"cra": "2025-06-01", "ai_act": None},
        "organisation": {"name": "Harbour", "size": "small"},
        "subjects": [],
    }


def test_that_the_size_stays_undetermined_without_an_answer() -> None:
    assert printed({})["organisation"] == {"name": "Harbour", "size": "undetermined"}


def test_that_a_subject_has_exactly_the_agreed_names_in_the_agreed_order() -> None:
    one = subject(printed({}, LENDER))
    assert list(one) == ["name", "cra", "ai_act", "readiness"]
    assert list(cast("dict[str, Json]", one["cra"])) == [
        "scope", "roles", "possible_roles", "product_class", "conformity_routes",
        "findings", "obligations", "open_questions",
    ]  # fmt: skip
    assert list(cast("dict[str, Json]", one["ai_act"])) == [
        "scope", "roles", "possible_roles", "tiers", "gpai", "prohibited_points",
        "annex_points", "derogation", "open_source", "findings", "obligations", "open_questions",
    ]  # fmt: skip


def test_that_an_act_without_a_questionnaire_is_undetermined_throughout() -> None:
    assert subject(printed({}, LENDER))["ai_act"] == {
        "scope": "undetermined",
        "roles": [],
        "possible_roles": [*ROLES[Act.AI_ACT]],
        "tiers": [],
        "gpai": "undetermined",
        "prohibited_points": [],
        "annex_points": [],
        "derogation": [],
        "open_source": [],
        "findings": [],
        "obligations": [],
        "open_questions": [],
    }


def test_that_an_established_finding_gives_its_reasons_and_that_it_is_in_force() -> None:
    finding = by_id(cra(printed({}, LENDER))["findings"])["role.lender"]
    assert finding == {
        "id": "role.lender",
        "title": "Manufacturer",
        "status": "established",
        "applies_from": "2026-01-01",
        "in_force": True,
        "because": [
            {"question": "boat.use", "answer": "lend", "text": "Yes to lends."},
            {
                "question": "boat.return",
                "answer": ["money"],
                "text": "Yes to earns. Yes to lends_for_return.",
            },
        ],
        "provisions": ["Art. of manufacturer"],
        "settled": True,
        "note": None,
        "changes": [
            {"answers": [{"question": "boat.use", "answers": ["sail"]}], "then": "excluded"},
            {
                "answers": [{"question": "boat.return", "answers": [["nothing"]]}],
                "then": "excluded",
            },
        ],
    }


def test_that_a_finding_is_in_force_only_from_its_day_and_only_if_established() -> None:
    club = named({"org_club": True})

    def host_in_force(as_of: date, *answers: Mapping[str, Value]) -> Json:
        return by_id(cra(printed(club, *answers, as_of=as_of))["findings"])["role.host"]["in_force"]

    assert host_in_force(date(2026, 12, 31), HOST) is False
    assert host_in_force(date(2027, 1, 1), HOST) is True
    assert host_in_force(date(2027, 1, 1), LENDER) is False


def test_that_a_finding_without_a_date_says_null() -> None:
    none = by_id(cra(printed({}, LENDER))["findings"])["role.none"]
    assert (none["status"], none["applies_from"], none["in_force"]) == ("excluded", None, False)


def test_that_what_would_change_an_excluded_finding_is_told_for_roles_or_on_request() -> None:
    def changes(*, everything: bool, finding: str) -> Json:
        found = printed({"org.club": True}, LENDER, everything=everything)
        return by_id(cra(found)["findings"])[finding]["changes"]

    bring = {"answers": [{"question": "boat.return", "answers": [["nothing"]]}]}
    assert changes(everything=False, finding="role.host") == [{**bring, "then": "established"}]
    assert changes(everything=False, finding="scope.out") == []
    assert changes(everything=True, finding="scope.out") != []


def test_that_what_is_open_in_the_law_is_said_with_its_note() -> None:
    host = by_id(cra(printed({"org.club": True}, HOST))["findings"])["role.host"]
    assert (host["settled"], host["note"]) == (False, OLD_FACT_NOTE)


def test_that_only_obligations_that_apply_or_may_apply_are_listed() -> None:
    obligations = by_id(cra(printed({}, LENDER))["obligations"])
    assert obligations == {
        "duty.papers": {
            "id": "duty.papers",
            "title": "Papers of Boat 1",
            "provisions": ["Art. 9"],
            "applies": "maybe",
            "applies_from": "2026-11-23",
            "formally_from": None,
            "in_force": False,
            "status": "unknown",
            "penalty": "Art. 10",
            "fine": UNKNOWN_FINE,
            "action": None,
        },
        "duty.flag": {
            "id": "duty.flag",
            "title": "Flag of Boat 1",
            "provisions": ["Art. 9"],
            "applies": "yes",
            "applies_from": "2026-11-24",
            "formally_from": None,
            "in_force": False,
            "status": "unknown",
            "penalty": "Art. 10",
            "fine": UNKNOWN_FINE,
            "action": None,
        },
    }


def test_that_an_obligation_comes_with_what_is_planned_for_it() -> None:
    action = Action(owner="Skipper", due=date(2027, 1, 31), note="Ask", effort=(4, 12))
    done = Action(done=True, done_on=date(2026, 11, 24))
    shown = assessment({}, LENDER)
    boat = shown.subjects[0].with_action("duty.flag", action).with_action("duty.papers", done)
    result = evaluation_object(EXAMPLE, replace(shown, subjects=(boat,)), TODAY, "1")
    obligations = by_id(cra(result)["obligations"])
    assert obligations["duty.flag"]["action"] == {
        "owner": "Skipper", "due": "2027-01-31", "note": "Ask",
        "done": False, "done_on": None, "effort": [4, 12],
    }  # fmt: skip
    assert obligations["duty.papers"]["action"] == {
        "owner": None, "due": None, "note": None,
        "done": True, "done_on": "2026-11-24", "effort": None,
    }  # fmt: skip
    assert obligations["duty.papers"]["status"] == "unknown"


def test_that_an_obligation_is_in_force_on_its_first_day() -> None:
    large = {**LENDER, "boat.length": 30}
    obligations = by_id(cra(printed({}, large))["obligations"])
    assert obligations["duty.papers"]["in_force"] is True
    assert obligations["duty.flag"]["in_force"] is False


def test_that_everything_lists_also_what_does_not_apply() -> None:
    obligations = by_id(cra(printed({}, LENDER, everything=True))["obligations"])
    assert obligations["duty.host"]["applies"] == "no"
    assert obligations["duty.host"]["status"] == "not_applicable"
    assert obligations["duty.host"]["fine"] is None
    assert subject(printed({}, LENDER, everything=True))["readiness"] == {
        "met": 0, "partly": 0, "open": 0, "unknown": 2, "not_applicable": 0,
    }  # fmt: skip


def test_that_open_questions_stay_listed_when_the_answer_is_dont_know() -> None:
    assert cra(printed({"org.club": DONT_KNOW}, HOST))["open_questions"] == ["org.club"]
    assert cra(printed({}, LENDER))["open_questions"] == []


def test_that_the_class_is_undetermined_while_no_finding_tells_it() -> None:
    assert cra(printed({}, LENDER))["product_class"] == "undetermined"
    assert cra(printed({}, LENDER))["conformity_routes"] == []


def test_that_class_and_routes_are_the_findings_of_their_groups() -> None:
    added = [
        {"id": "class.default", "group": "product_class", "value": "default"},
        {"id": "route.a", "group": "conformity_route", "value": "A"},
        {"id": "route.h", "group": "conformity_route", "value": "H"},
    ]
    base = EXAMPLE.claim_by_id["scope.in"].model_dump(by_alias=True)
    findings = [Finding.model_validate({**base, **one}) for one in added]
    changed = {**EXAMPLE.model_dump(by_alias=True), "findings": (*EXAMPLE.findings, *findings)}
    fresh = type(EXAMPLE).model_validate(changed)
    result = cra(evaluation_object(fresh, assessment({}, LENDER), TODAY, "1"))
    assert result["product_class"] == "default"
    assert result["conformity_routes"] == ["A", "H"]


def test_that_hostile_names_pass_through_as_they_are() -> None:
    named_oddly = assessment({}, {"org.people": 9, **LENDER})
    subject_ = named_oddly.subjects[0]
    odd = type(named_oddly)(
        named_oddly.organisation,
        (type(subject_)("s1", "{organisation} <b>", "", subject_.answers),),
    )
    result = evaluation_object(EXAMPLE, odd, TODAY, "1")
    duty = by_id(cra(result)["obligations"])["duty.flag"]
    assert duty["title"] == "Flag of {organisation} <b>"
    assert json.loads(json.dumps(result)) == result


def test_that_a_question_says_what_it_means_why_it_is_asked_and_what_to_choose() -> None:
    asked = EXAMPLE.question_by_id["boat.use"].model_copy(
        update={"instruction": "Think of {subject}."}
    )
    assert question_object(asked, ("Harbour", "Boat 1")) == {
        "text": "What about boat.use?",
        "help": "It matters. A boat. Think of Boat 1.",
        "unknown": "Ask around.",
        "kind": "one_of",
        "options": [
            {"id": "lend", "label": "Lend", "hint": ""},
            {"id": "sail", "label": "Sail", "hint": ""},
        ],
        "provisions": ["Art. 1"],
    }


def test_that_several_options_become_a_list() -> None:
    assert plain(("a", "b")) == ["a", "b"]
    assert plain(True) is True


def fine_of_flag(
    organisation: Mapping[str, Value], as_of: date = TODAY, duty: str = "duty.flag"
) -> dict[str, Json]:
    boat = {**LENDER, "boat.length": 30, "boat.launched": "2024-01-01"}
    result = evaluation_object(FINED, assessment(organisation, boat), as_of, "1")
    return cast("dict[str, Json]", by_id(cra(result)["obligations"])[duty]["fine"])


def test_that_a_fine_tells_amount_share_ceiling_and_first_day() -> None:
    club = {"org.club": False}
    assert fine_of_flag({**club, "org.turnover": 1_000_000_001}) == {
        "kind": "ceiling",
        "amount": 15_000_000,
        "percent": 2.5,
        "rule": "higher",
        "ceiling": 25_000_000.02,
        "at_least": 25_000_000.02,
        "at_most": 25_000_000.02,
        "from": "2027-12-11",
        "in_force": False,
        "provisions": ["Art. 10", "Art. 99"],
        "relieved": False,
        "reliefs": [],
    }
    assert fine_of_flag(club, date(2027, 12, 10))["in_force"] is False
    assert fine_of_flag(club, date(2027, 12, 11))["in_force"] is True


def test_that_a_fine_leaves_open_what_is_unknown() -> None:
    open_fine = fine_of_flag({"org.club": DONT_KNOW})
    assert (open_fine["at_least"], open_fine["ceiling"], open_fine["at_most"]) == (0, None, None)
    assert open_fine["relieved"] is None
    assert fine_of_flag({"org.club": False})["at_least"] == 15_000_000
    assert fine_of_flag({"org.club": False}, duty="duty.papers")["rule"] == "undetermined"


def test_that_a_lifted_fine_says_why() -> None:
    lifted = fine_of_flag({"org.club": True})
    assert (lifted["relieved"], lifted["ceiling"], lifted["amount"]) == (True, 0, 15_000_000)
    assert lifted["reliefs"] == [
        {
            "id": "relief.flag",
            "sentence": "As a club, Harbour is not fined.",
            "provisions": ["Art. 14"],
        }
    ]


def test_that_the_turnover_is_among_the_open_questions_once_a_fine_depends_on_it() -> None:
    result = evaluation_object(FINED, assessment({"org.people": 3}, LENDER), TODAY, "1")
    asked = cast("list[Json]", cra(result)["open_questions"])
    assert {"org.turnover", "org.trade"}.isdisjoint(asked)
    new = {**LENDER, "boat.launched": "2024-01-01"}
    result = evaluation_object(FINED, assessment({"org.people": 3}, new), TODAY, "1")
    assert {"org.turnover", "org.trade"} <= set(cast("list[str]", cra(result)["open_questions"]))
