# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import date

import pytest
from tests.domain.example import TODAY, assessment
from tests.domain.fined import FINED
from tests.gui.ready_example import READY

from actready.domain.answers import Value
from actready.domain.questionnaire import Questionnaire
from actready.domain.scoring import evaluate_subject
from actready.gui.models.findings import Sign
from actready.gui.models.readiness import DutiesView, DutyRow, duties_view
from actready.gui.models.road import asked

LARGE: dict[str, Value] = {"boat.use": "lend", "boat.return": ("money",), "boat.length": 30}


def view_of(boat: dict[str, Value], law: Questionnaire = READY, as_of: date = TODAY) -> DutiesView:
    shown = assessment({}, boat)
    evaluation = evaluate_subject(law, shown, shown.subjects[0], as_of)
    return duties_view(shown, evaluation, "s1")


def row_of(boat: dict[str, Value], title: str) -> DutyRow:
    rows = [row for section in view_of(boat).sections for row in section.rows]
    return next(one for one in rows if one.title == title)


def test_that_duties_are_grouped_by_urgency_and_an_empty_group_says_so() -> None:
    view = view_of(LARGE)
    assert [(one.sign, one.title, one.summary) for one in view.sections] == [
        (Sign.IN_FORCE, "In force now", "1 duty, since 23 November 2026"),
        (Sign.WITHIN_12_MONTHS, "Within 12 months", "1 duty, from 24 November 2026"),
        (Sign.LATER, "Later", "Nothing comes later"),
    ]
    assert [[row.title for row in one.rows] for one in view.sections] == [
        ["Papers of Boat 1"], ["Show a flag"], [],
    ]  # fmt: skip
    assert view.label == "Boat 1 · Manufacturer"


def test_that_years_before_everything_lies_later() -> None:
    view = view_of(LARGE, as_of=date(2025, 6, 1))
    assert [one.summary for one in view.sections] == [
        "Nothing is in force yet",
        "Nothing new begins to apply",
        "2 duties, from 23 November 2026",
    ]


def test_that_without_an_answer_a_duty_is_unknown_and_leads_to_its_question() -> None:
    row = row_of(LARGE, "Papers of Boat 1")
    assert (row.sign, row.status, row.more) == (Sign.UNKNOWN, "Unknown", "Print them.")
    assert row.provisions == ("Art. 9",)
    assert row.answering is not None
    assert (row.answering.owner, row.answering.question) == ("s1", "ready.papers")
    assert not row.answering.is_known


@pytest.mark.parametrize("unknown", [{}, {"ready.copies": "dont_know"}])
def test_that_a_duty_leads_to_the_first_question_without_a_known_answer(
    unknown: dict[str, Value],
) -> None:
    row = row_of({**LARGE, "ready.papers": "done", **unknown}, "Papers of Boat 1")
    assert row.sign is Sign.UNKNOWN
    assert row.answering is not None
    assert (row.answering.question, row.answering.is_known) == ("ready.copies", False)


def test_that_a_duty_with_all_answers_can_be_changed_and_asks_for_no_step_when_met() -> None:
    met = {**LARGE, "ready.papers": "done", "ready.copies": "done"}
    row = row_of(met, "Papers of Boat 1")
    assert (row.sign, row.status, row.more) == (Sign.MET, "Met", "")
    assert row.answering is not None
    assert (row.answering.question, row.answering.is_known) == ("ready.papers", True)
    partly = row_of({**met, "ready.copies": "open"}, "Papers of Boat 1")
    assert (partly.sign, partly.status, partly.more) == (Sign.PARTLY, "Partly", "Print them.")


def test_that_a_gap_without_a_next_step_says_what_the_duty_is() -> None:
    assert row_of({**LARGE, "ready.flag": "open"}, "Show a flag").more == "Carry them."


def test_that_the_head_counts_duties_and_nothing_else() -> None:
    view = view_of({**LARGE, "ready.flag": "open"})
    assert [(one.sign, one.number) for one in view.counts] == [
        (Sign.MET, 0), (Sign.PARTLY, 0), (Sign.OPEN, 1), (Sign.UNKNOWN, 1),
        (Sign.NOT_APPLICABLE, 0),
    ]  # fmt: skip
    assert view.counts[2].text == "1 open"
    assert view.total == "2 duties in all"


def test_that_duties_are_counted_by_theme_without_what_is_zero() -> None:
    view = view_of({**LARGE, "ready.flag": "open"})
    assert [(one.title, [count.text for count in one.counts]) for one in view.themes] == [
        ("Other duties", ["1 open", "1 unknown"])
    ]
    assert view_of({}).themes == ()


def test_that_options_and_notes_come_last_and_have_no_status() -> None:
    view = view_of(LARGE)
    assert [(one.title, one.status, one.sign, one.answering) for one in view.options] == [
        ("Rest at noon", "Option", None, None),
        ("Boats float", "Note", None, None),
    ]


def test_that_undecided_duties_are_kept_apart_and_never_counted() -> None:
    view = view_of({"boat.use": "lend", "boat.return": ("money",)})
    assert view.undecided_title == "1 duty may apply"
    assert [(one.title, one.sign) for one in view.undecided] == [
        ("Papers of Boat 1", Sign.MAY_APPLY)
    ]
    assert view.total == "1 duty in all"


def test_that_without_an_established_duty_the_page_says_why() -> None:
    open_one, nobody = view_of({}), view_of({"boat.use": "sail"})
    assert (open_one.sections, len(open_one.undecided)) == ((), 3)
    assert open_one.nothing.startswith("No duty is established yet.")
    assert nobody.nothing == "On the answers given, no duty applies."
    assert (nobody.undecided_title, nobody.options) == ("", ())


def test_that_the_next_open_question_is_that_of_the_most_urgent_duty() -> None:
    first = view_of(LARGE).first_open
    assert first is not None
    assert first.question == "ready.papers"
    done: dict[str, Value] = {"ready.papers": "done", "ready.copies": "open", "ready.flag": "done"}
    assert view_of({**LARGE, **done}).first_open is None


def test_that_the_road_is_the_same_whatever_the_readiness_answers() -> None:
    def on_the_road(answers: dict[str, Value]) -> list[str]:
        shown = assessment({}, answers)
        return [one.id for one in asked(evaluate_subject(READY, shown, shown.subjects[0], TODAY))]

    before = on_the_road(LARGE)
    assert before[-3:] == ["ready.papers", "ready.copies", "ready.flag"]
    assert on_the_road({**LARGE, "ready.flag": "done"}) == before
    assert "ready.papers" not in on_the_road({**LARGE, "boat.length": 5})


NEW: dict[str, Value] = {**LARGE, "boat.launched": "2024-01-01"}


def fines_of(view: DutiesView) -> dict[str, str]:
    rows = (row for section in view.sections for row in section.rows)
    return {row.id: row.fine.replace("\u00a0", " ") for row in rows}


def test_that_each_duty_says_in_one_line_how_high_a_fine_can_be() -> None:
    shown = assessment({"org.club": True, "org.turnover": 0, "org.trade": False}, NEW)
    evaluation = evaluate_subject(FINED, shown, shown.subjects[0], TODAY)
    assert fines_of(duties_view(shown, evaluation, "s1")) == {
        "duty.papers": "Fine ceiling: EUR 2 million, from 11 December 2027.",
        "duty.flag": "No administrative fine. As a club, Harbour is not fined.",
        "duty.log": "National law sets the penalty.",
        "duty.rope": "Fine under Art. 77.",
    }


def test_that_the_page_has_one_box_for_each_act_with_ceilings() -> None:
    shown = assessment({"org.club": False}, NEW)
    evaluation = evaluate_subject(FINED, shown, shown.subjects[0], TODAY)
    (box,) = duties_view(shown, evaluation, "s1").fines
    assert [one.id for one in box.lines] == ["Art. 10", "Art. 11", "Art. 12"]
    assert view_of(LARGE).fines == ()


def test_that_an_option_and_a_note_carry_no_fine() -> None:
    assert [one.fine for one in view_of(LARGE).options] == ["", ""]
