# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""OSCAL: the rules of its schema, and that unknown stays unknown."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest
from tests.exports.example import PLANNED, SOLD, hostile, made, planned, usual
from tests.exports.oscal_rules import Json, broken_rules, uuids
from tests.report.example import LENT, OPEN

from actready.errors import AppError
from actready.exports.oscal import PLAN, RESULTS, control_id, oscal_documents
from actready.report.context import ReportContext

_CONTEXTS: dict[str, Callable[[], ReportContext]] = {
    "usual": usual,
    "hostile": hostile,
    "open": lambda: made(OPEN),
    "answers file": lambda: replace(usual(), record=None),
}


def trees(context: ReportContext) -> dict[str, Json]:
    return {name: json.loads(data) for name, data in oscal_documents(context).items()}


def results(context: ReportContext) -> list[Json]:
    document = cast("Json", trees(context)[RESULTS]["assessment-results"])
    return cast("list[Json]", document["results"])


def plan(context: ReportContext) -> Json:
    return cast("Json", trees(context)[PLAN]["plan-of-action-and-milestones"])


def parts(owner: Json, name: str) -> list[Json]:
    return cast("list[Json]", owner.get(name, []))


def with_status(context: ReportContext, *statuses: str) -> ReportContext:
    """Return a context whose only subject meets its duties so far."""
    (subject,) = context.subjects
    (result,) = subject.results
    left = iter(statuses)
    groups = tuple(
        replace(group, duties=tuple(replace(one, status=next(left)) for one in group.duties))
        for group in result.duty_groups
    )
    return replace(
        context, subjects=(replace(subject, results=(replace(result, duty_groups=groups),)),)
    )


@pytest.mark.parametrize("name", _CONTEXTS)
def test_that_the_rules_of_the_schema_hold(name: str) -> None:
    for tree in trees(_CONTEXTS[name]()).values():
        assert broken_rules(tree) == []
        found = list(uuids(tree))
        assert len(found) == len(set(found))


@pytest.mark.parametrize("name", _CONTEXTS)
def test_that_the_models_of_compliance_trestle_agree(name: str) -> None:
    results_model = pytest.importorskip("trestle.oscal.assessment_results").AssessmentResults
    plan_model = pytest.importorskip("trestle.oscal.poam").PlanOfActionAndMilestones
    found = trees(_CONTEXTS[name]())
    results_model.model_validate(found[RESULTS]["assessment-results"])
    if PLAN in found:
        plan_model.model_validate(found[PLAN]["plan-of-action-and-milestones"])


def test_that_the_rules_find_what_is_broken() -> None:
    tree = trees(usual())[PLAN]
    item = parts(cast("Json", tree["plan-of-action-and-milestones"]), "poam-items")[0]
    item["title"] = "two\nlines"
    item["uuid"] = "1"
    item["colour"] = "red"
    del item["description"]
    assert len(broken_rules(tree)) == 4


def test_that_a_duty_is_satisfied_only_where_it_is_met() -> None:
    (result,) = results(with_status(made(SOLD), "met", "partly"))
    assert [
        (cast("Json", one["target"])["target-id"],
         cast("Json", cast("Json", one["target"])["status"])["state"])
        for one in parts(result, "findings")
    ] == [("papers", "satisfied"), ("flag", "not-satisfied")]  # fmt: skip


def test_that_an_unknown_status_is_no_finding_but_a_risk_to_look_into() -> None:
    context = made(SOLD)
    assert parts(results(context)[0], "findings") == []
    risks = parts(plan(context), "risks")
    assert {one["status"] for one in risks} == {"investigating"}
    assert {one["statement"] for one in risks} == {"Whether this duty is met is not known."}


def test_that_what_is_met_or_not_applicable_is_no_gap_and_no_gap_no_plan() -> None:
    assert list(trees(with_status(made(SOLD), "met", "not_applicable"))) == [RESULTS]


def test_that_what_may_apply_is_neither_reviewed_nor_a_gap() -> None:
    (result,) = results(made(OPEN))
    reviewed = cast("Json", result["reviewed-controls"])
    assert "include-all" in parts(reviewed, "control-selections")[0]
    assert "control-objective-selections" not in reviewed
    assert PLAN not in trees(made(OPEN))


def test_that_an_answer_is_an_observation_and_a_missing_one_is_none() -> None:
    (result,) = results(made(OPEN))
    told = {one["title"]: one["description"] for one in parts(result, "observations")}
    assert told["What happens with Grey?"] == "I don’t know"
    assert "How wide is Grey?" not in told


def test_that_a_note_travels_with_its_answer() -> None:
    (result,) = results(made(SOLD))
    notes = [one.get("remarks") for one in parts(result, "observations")]
    assert "See the till." in notes


def test_that_the_plan_says_who_and_by_when() -> None:
    found = plan(made(planned(SOLD, papers=PLANNED)))
    risk = parts(found, "risks")[0]
    assert risk["deadline"] == "2027-01-31T00:00:00+00:00"
    (response,) = parts(risk, "remediations")
    assert response["lifecycle"] == "planned"
    props = {one["name"]: one["value"] for one in parts(response, "props")}
    assert props == {"owner": "Ann", "effort-hours": "6 to 10"}
    assert "Ask the printer." in str(response["description"])
    item = parts(found, "poam-items")[0]
    assert parts(item, "related-risks")[0]["risk-uuid"] == risk["uuid"]


def test_that_without_a_plan_the_day_of_the_law_is_the_deadline() -> None:
    risks = parts(plan(made(SOLD)), "risks")
    assert [one["deadline"] for one in risks] == [
        "2026-09-11T00:00:00+00:00",
        "2027-06-01T00:00:00+00:00",
    ]


def test_that_the_same_context_gives_the_same_bytes_and_another_file_other_identifiers() -> None:
    assert oscal_documents(usual()) == oscal_documents(usual())
    mine, other = (set(uuids(trees(made(SOLD, origin=one))[PLAN])) for one in ("ab", "cd"))
    assert mine & other == set()


def test_that_several_subjects_are_told_apart() -> None:
    assert [one["title"] for one in results(made(SOLD, LENT))] == [
        "Red: Kite Act",
        "Blue: Kite Act",
    ]


def test_that_there_is_nothing_to_say_without_a_subject() -> None:
    with pytest.raises(AppError, match="No product or project"):
        oscal_documents(made())


@pytest.mark.parametrize(
    ("provision", "token"),
    [
        ("CRA Art. 13(5)", "cra-art-13-5"),
        ("CRA Annex I Part II (1)", "cra-annex-i-part-ii-1"),
        ("2003/361/EC", "p-2003-361-ec"),
        ("Ünal §", "nal"),
        ("§", "p-"),
    ],
)
def test_that_a_provision_becomes_a_token(provision: str, token: str) -> None:
    assert control_id(provision) == token
