# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Actions in the answers file: what is read, what is refused and how, and how it is written."""

from __future__ import annotations

from datetime import date

import pytest
from tests.fixtures import AS_OF, small_questionnaire
from tests.storage.hands import fault

from actready.domain.actions import Action
from actready.domain.assessment import Assessment, Subject
from actready.domain.events import Planned
from actready.storage.interchange import read_answers, write_answers

QUESTIONNAIRE = small_questionnaire()

ACTIONS = """\
format: 1
subjects:
  - name: A
    actions:
      duty.report:
        owner: Head of product
        due: 2027-01-31
        note: " Ask sales "
        done: 2026-11-24
        effort: [4, 12.5]
      duty.list: {owner: , done: true}
  - name: B
    actions:
      duty.list: {done: false, effort: 8}
      duty.report:
"""


def test_that_actions_become_events_and_empty_ones_none() -> None:
    answers = read_answers(ACTIONS.encode(), "answers.yaml", QUESTIONNAIRE)
    whole = Action(
        owner="Head of product",
        due=date(2027, 1, 31),
        note="Ask sales",
        done=True,
        done_on=date(2026, 11, 24),
        effort=(4, 12.5),
    )
    assert [one for one in answers.events if isinstance(one, Planned)] == [
        Planned(subject="s1", obligation="duty.report", action=whole),
        Planned(subject="s1", obligation="duty.list", action=Action(done=True)),
        Planned(subject="s2", obligation="duty.list", action=Action(effort=(8, 8))),
    ]


def test_that_actions_are_written_as_pleasant_yaml() -> None:
    action = Action(owner="Ann", due=date(2027, 1, 31), note="x", done=True, effort=(4, 12))
    subject = Subject("s1", "A", actions={"duty.report": action, "duty.list": Action(owner="Ann")})
    text = write_answers(Assessment(subjects=(subject,)), AS_OF)
    assert text.endswith(
        '  - name: "A"\n'
        "    actions:\n"
        "      duty.report:\n"
        '        owner: "Ann"\n'
        '        due: "2027-01-31"\n'
        "        note: x\n"
        "        done: true\n"
        "        effort: [4, 12]\n"
        "      duty.list:\n"
        '        owner: "Ann"\n'
    )


@pytest.mark.parametrize(
    ("action", "problem", "hint"),
    [
        ("duty.repot: {done: true}", "no obligation with this id", "Did you mean 'duty.report'?"),
        ("zzzz: {done: true}", "no obligation with this id", "actready evaluate --all"),
        ("duty.report: Ann", "stands where names with values belong", "name: value"),
        ("duty.report: {owners: Ann}", 'no field "owners"', "Did you mean 'owner'?"),
        ("duty.report: {who: Ann}", 'no field "who"', "owner, due, note, done, effort"),
        ("duty.report: {owner: 5}", "owner: ", "quotation marks"),
        ("duty.report: {due: soon}", 'due: "soon" is no date', "2027-12-11"),
        ("duty.report: {done: maybe}", 'done: "maybe" is no date', "true, false"),
        ("duty.report: {effort: [12, 4]}", "effort: The effort cannot run", "smaller number"),
        ("duty.report: {effort: {a: 1}}", "effort: ", "[4, 12]"),
        (f"duty.report: {{note: {'x' * 20_001}}}", "has 20001 characters", "20000"),
        (f"duty.report: {{owner: {'x' * 201}}}", "has 201 characters", "200"),
    ],
)
def test_that_a_faulty_action_is_named_with_line_subject_obligation_and_remedy(
    action: str, problem: str, hint: str
) -> None:
    found = fault(f"format: 1\nsubjects:\n- name: A\n  actions: {{{action}}}\n")
    assert (found.line, found.where) == (4, f"A: {action.split(':')[0]}")
    assert problem in found.problem
    assert hint in found.hint


def test_that_a_fault_in_an_action_names_the_line_of_its_part() -> None:
    assert fault(ACTIONS.replace("2027-01-31", "soon")).line == 7


def test_that_the_organisation_has_no_actions() -> None:
    found = fault("format: 1\norganisation:\n  actions: {}\n")
    assert '"actions"' in found.problem
