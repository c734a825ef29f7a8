# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the window says about a plan, and how it reads what is typed there."""

from __future__ import annotations

from datetime import date

import pytest
from tests.domain.example import TODAY, assessment
from tests.gui.ready_example import READY, changed

from actready.domain.actions import NOTHING, Action
from actready.domain.answers import AnswerFault, Value
from actready.domain.questionnaire import Effort, Questionnaire
from actready.domain.scoring import evaluate_subject
from actready.gui.models import plan
from actready.gui.models.plan import PlanView, plan_view
from actready.gui.models.readiness import DutyRow, duties_view, plan_of

EFFORT = Effort(micro=(1, 2), small=(4, 12), medium=(10, 40), source="A guess")
LARGE: dict[str, Value] = {"boat.use": "lend", "boat.return": ("money",), "boat.length": 30}
PLANNED = Action(owner="Ann", due=date(2027, 1, 31), note="Ask", effort=(4, 12))


def law(effort: Effort | None = EFFORT) -> Questionnaire:
    flag, *others = READY.obligations
    return changed(
        sections=READY.sections,
        questions=READY.questions,
        obligations=(flag.model_copy(update={"effort": effort}), *others),
    )


def shown(
    action: Action,
    *,
    people: int | None = None,
    is_gap: bool = True,
    effort: Effort | None = EFFORT,
) -> PlanView:
    own: dict[str, Value] = {} if people is None else {"org.people": people}
    boats = assessment(own, LARGE)
    evaluation = evaluate_subject(law(effort), boats, boats.subjects[0], TODAY)
    return plan_view(evaluation, "duty.flag", "Show a flag", action, is_gap=is_gap)


def others(obligation: str, boat: dict[str, Value] | None = None) -> tuple[DutyRow, ...]:
    boats = assessment({}, LARGE if boat is None else boat)
    subject = boats.subjects[0].with_action(obligation, PLANNED)
    boats = type(boats)(boats.organisation, (subject,))
    return duties_view(boats, evaluate_subject(law(), boats, subject, TODAY), "s1").other


def test_that_a_plan_stands_in_its_fields_as_people_write() -> None:
    view = shown(PLANNED)
    assert view.fields == {
        "owner": "Ann", "due": "31 January 2027", "effort": "4 to 12", "note": "Ask",
    }  # fmt: skip
    assert set(shown(NOTHING).fields.values()) == {""}
    assert shown(Action(effort=(8, 8))).fields["effort"] == "8"
    assert shown(NOTHING).line == shown(NOTHING).done == ""


def test_that_the_typical_effort_fits_the_size_or_names_all_sizes() -> None:
    assert shown(NOTHING, people=5).typical == (
        "Typical for a small enterprise: 4 to 12 hours. A guess."
    )
    assert shown(NOTHING).typical.startswith("Typical: 1 to 2 hours for a micro, 4 to 12 hours")
    assert shown(NOTHING, people=50).typical == shown(NOTHING).typical
    assert shown(NOTHING, effort=None).typical == ""


def test_that_a_tick_says_that_it_meets_nothing() -> None:
    done = Action(done=True, done_on=date(2026, 11, 24))
    assert shown(NOTHING).hint.endswith("Only the answer to its question counts a duty as met.")
    open_one, met = shown(done), shown(done, is_gap=False)
    assert open_one.hint == "Marked done; answer the question below to count it as met."
    assert (open_one.asks, met.asks) == (True, False)
    assert met.hint == "Marked done on 24\u00a0Nov\u00a02026."
    assert shown(Action(done=True)).done == "Marked done"


def test_that_a_duty_without_a_question_stays_unknown_when_done() -> None:
    boats = assessment({}, LARGE)
    evaluation = evaluate_subject(READY, boats, boats.subjects[0], TODAY)
    view = plan_view(evaluation, "duty.host", "Host", Action(done=True), is_gap=True)
    assert not view.asks
    assert view.hint.endswith("so it stays unknown.")


@pytest.mark.parametrize(
    ("part", "typed", "expected"),
    [
        ("owner", " Bob ", PLANNED.model_copy(update={"owner": "Bob"})),
        ("due", "1/2/2027", PLANNED.model_copy(update={"due": date(2027, 2, 1)})),
        ("due", " ", PLANNED.model_copy(update={"due": None})),
        ("effort", "8", PLANNED.model_copy(update={"effort": (8, 8)})),
        ("effort", "2 – 3,5", PLANNED.model_copy(update={"effort": (2, 3.5)})),
        ("effort", "2 bis 3", PLANNED.model_copy(update={"effort": (2, 3)})),
        ("effort", "", PLANNED.model_copy(update={"effort": None})),
        ("note", "", PLANNED.model_copy(update={"note": ""})),
    ],
)
def test_that_what_is_typed_is_read_in_the_usual_ways(
    part: str, typed: str, expected: Action
) -> None:
    assert plan.changed(PLANNED, part, typed) == expected


@pytest.mark.parametrize(
    ("part", "typed"), [("due", "soon"), ("effort", "much"), ("effort", "1 2 3"), ("effort", "9-1")]
)
def test_that_what_cannot_be_read_is_told(part: str, typed: str) -> None:
    with pytest.raises(AnswerFault):
        plan.changed(PLANNED, part, typed)


@pytest.mark.parametrize(
    ("obligation", "boat", "title", "why"),
    [
        ("gone", None, "gone", "The law as of this day has no such duty."),
        ("may.rest", None, "Rest at noon", "This is no duty."),
        ("duty.flag", {}, "Show a flag", "Open answers decide whether this duty applies."),
        ("duty.flag", {"boat.use": "sail"}, "Show a flag", "On the answers given"),
    ],
)
def test_that_a_plan_for_no_duty_is_kept_and_says_why(
    obligation: str, boat: dict[str, Value] | None, title: str, why: str
) -> None:
    (row,) = others(obligation, boat)
    assert (row.title, row.status, row.answering) == (title, "Kept", None)
    assert row.more.startswith(why)
    assert row.plan is not None
    assert row.plan.line.startswith("Owner: Ann")
    assert not others("duty.papers")


def test_that_the_plan_of_one_row_is_that_of_the_page() -> None:
    boats = assessment({}, LARGE)
    subject = boats.subjects[0].with_action("duty.flag", PLANNED).with_action("gone", PLANNED)
    boats = type(boats)(boats.organisation, (subject,))
    evaluation = evaluate_subject(law(), boats, subject, TODAY)
    view = duties_view(boats, evaluation, "s1")
    rows = [row for section in view.sections for row in section.rows]
    for row in (*rows, *view.other):
        assert row.plan == plan_of(boats, evaluation, "s1", row.id)
