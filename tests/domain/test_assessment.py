# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events amount to an assessment; what was undone counts no longer, and can be redone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from actready.domain.actions import NOTHING, Action
from actready.domain.assessment import Answers, Assessment, Subject, advance, fold, is_undoable
from actready.domain.events import (
    EVENT,
    AnswerCleared,
    Answered,
    AssessmentCreated,
    Entry,
    Event,
    Noted,
    OrganisationRenamed,
    Planned,
    Redone,
    ReportIssued,
    SubjectAdded,
    SubjectDescribed,
    SubjectDuplicated,
    SubjectRemoved,
    Undone,
)

CREATED = AssessmentCreated(organisation="Harbour", editions={"cra": "2025-06-01"})
BOAT = SubjectAdded(subject="s1", name="Boat", description="Small")
LENT = Answered(subject="s1", question="boat.use", value="lend")
SAILED = Answered(subject="s1", question="boat.use", value="sail")


def entries(*events: Event) -> tuple[Entry, ...]:
    return tuple(
        Entry(number=number, at="2026-11-23T10:00:00Z", event=event)
        for number, event in enumerate(events, 1)
    )


def folded(*events: Event) -> Assessment:
    return fold(entries(*events))


def use(state: Assessment) -> object:
    return state.answers_of("s1").values.get("boat.use")


def test_that_nothing_is_an_empty_assessment() -> None:
    assert fold(()) == Assessment()


def test_that_creation_names_the_organisation_and_pins_the_editions() -> None:
    state = folded(CREATED)
    assert state.organisation.name == "Harbour"
    assert state.editions == {"cra": "2025-06-01"}
    assert state.undoable == ()


def test_that_answers_belong_to_the_organisation_or_to_one_subject() -> None:
    state = folded(
        CREATED,
        BOAT,
        SubjectAdded(subject="s2", name="Other"),
        LENT,
        Answered(question="org.club", value=True),
    )
    assert state.answers_of(None).values == {"org.club": True}
    assert state.answers_of("s1").values == {"boat.use": "lend"}
    assert state.answers_of("s2").values == {}
    assert state.answers_of("nobody") == Answers()
    assert state.subject("nobody") is None


def test_that_the_last_answer_counts_and_can_be_cleared() -> None:
    assert use(folded(BOAT, LENT, SAILED)) == "sail"
    assert use(folded(BOAT, LENT, AnswerCleared(subject="s1", question="boat.use"))) is None


def test_that_an_empty_note_takes_the_note_away() -> None:
    noted = Noted(subject="s1", question="boat.use", text="Says the skipper")
    assert folded(BOAT, noted).answers_of("s1").notes == {"boat.use": "Says the skipper"}
    emptied = noted.model_copy(update={"text": ""})
    assert folded(BOAT, noted, emptied).answers_of("s1").notes == {}


def test_that_subjects_are_renamed_copied_and_removed() -> None:
    copied = SubjectDuplicated(subject="s9", source="s1", name="Copy")
    other = SubjectAdded(subject="s2", name="Other")
    state = folded(BOAT, other, LENT, copied)
    assert [one.id for one in state.subjects] == ["s1", "s9", "s2"]
    assert state.answers_of("s9") == state.answers_of("s1")
    described = SubjectDescribed(subject="s1", name="Big boat", description="Now big")
    state = folded(BOAT, other, described, SubjectRemoved(subject="s2"))
    assert state.subjects == (Subject("s1", "Big boat", "Now big"),)


def test_that_the_organisation_can_be_renamed() -> None:
    assert folded(CREATED, OrganisationRenamed(name="Port")).organisation.name == "Port"


def test_that_an_answer_for_a_subject_that_is_not_there_changes_nothing() -> None:
    assert folded(LENT).subjects == ()


def test_that_undo_takes_back_the_last_event_and_redo_brings_it_again() -> None:
    assert use(folded(BOAT, LENT, SAILED, Undone(target=3))) == "lend"
    state = folded(BOAT, LENT, SAILED, Undone(target=3))
    assert (state.undoable, state.redoable) == ((1, 2), (3,))
    state = folded(BOAT, LENT, SAILED, Undone(target=3), Redone(target=3))
    assert use(state) == "sail"
    assert (state.undoable, state.redoable) == ((1, 2, 3), ())


def test_that_a_new_answer_ends_the_chance_to_redo() -> None:
    state = folded(BOAT, LENT, Undone(target=2), SAILED, Redone(target=2))
    assert use(state) == "sail"
    assert state.redoable == ()


def test_that_undoing_anything_but_the_last_event_is_no_undo() -> None:
    state = folded(BOAT, LENT, SAILED, Undone(target=2), Redone(target=1))
    assert use(state) == "sail"
    assert state.undoable == (1, 2, 3)


def test_that_making_and_reporting_cannot_be_taken_back() -> None:
    issued = ReportIssued(as_of="2026-11-23", sha256="0" * 64)
    state = folded(CREATED, BOAT, issued)
    assert state.undoable == (2,)
    assert not is_undoable(issued)
    assert not is_undoable(CREATED)
    assert is_undoable(LENT)


def test_that_advance_leaves_undo_and_redo_to_a_new_fold() -> None:
    state = folded(CREATED, BOAT)
    for event in (Undone(target=2), Redone(target=2)):
        assert advance(state, Entry(number=3, at="", event=event)) is None


def test_that_an_action_belongs_to_one_duty_of_one_subject_and_the_last_one_counts() -> None:
    papers = Planned(subject="s1", obligation="papers", action=Action(owner="Skipper"))
    flag = Planned(subject="s1", obligation="flag", action=Action(due=date(2027, 1, 31)))
    sailed = papers.model_copy(update={"action": Action(owner="Owner", done=True)})
    state = folded(BOAT, SubjectAdded(subject="s2", name="Other"), papers, flag, sailed)
    assert state.action("s1", "papers") == Action(owner="Owner", done=True)
    assert state.action("s1", "flag") == Action(due=date(2027, 1, 31))
    assert state.action("s2", "papers") == state.action("nobody", "papers") == NOTHING
    assert folded(BOAT, papers, sailed, Undone(target=3)).action("s1", "papers").owner == "Skipper"


def test_that_an_empty_action_takes_the_action_away() -> None:
    planned = Planned(subject="s1", obligation="papers", action=Action(note="Print"))
    emptied = planned.model_copy(update={"action": Action()})
    assert folded(BOAT, planned, emptied).subjects == folded(BOAT).subjects


def test_that_a_copy_of_a_subject_has_its_actions() -> None:
    planned = Planned(subject="s1", obligation="papers", action=Action(owner="Skipper"))
    state = folded(BOAT, planned, SubjectDuplicated(subject="s9", source="s1", name="Copy"))
    assert state.action("s9", "papers") == Action(owner="Skipper")


SUBJECTS = st.sampled_from(["s1", "s2", None])
QUESTIONS = st.sampled_from(["a", "b"])
DAYS = st.none() | st.dates()
HOURS = st.none() | st.tuples(st.integers(0, 9) | st.floats(0, 9), st.integers(10, 99))
ACTIONS = st.one_of(
    st.just(Action()),
    st.builds(Action, owner=st.text(max_size=3), due=DAYS, note=st.text(max_size=3), effort=HOURS),
    st.builds(Action, done=st.just(True), done_on=DAYS),
)
EVENTS = st.one_of(
    st.builds(
        Answered, subject=SUBJECTS, question=QUESTIONS, value=st.one_of(st.booleans(), st.text())
    ),
    st.builds(AnswerCleared, subject=SUBJECTS, question=QUESTIONS),
    st.builds(Noted, subject=SUBJECTS, question=QUESTIONS, text=st.sampled_from(["", "n"])),
    st.builds(Planned, subject=st.sampled_from(["s1", "s2"]), obligation=QUESTIONS, action=ACTIONS),
    st.builds(
        SubjectDuplicated,
        subject=st.sampled_from(["s1", "s2"]),
        source=st.sampled_from(["s1", "s2"]),
        name=st.text(max_size=3),
    ),
    st.builds(SubjectAdded, subject=st.sampled_from(["s1", "s2"]), name=st.text(max_size=3)),
    st.builds(SubjectRemoved, subject=st.sampled_from(["s1", "s2"])),
    st.builds(OrganisationRenamed, name=st.text(max_size=3)),
    st.just(ReportIssued(as_of="2026-11-23", sha256="")),
)


def without_stacks(state: Assessment) -> Assessment:
    return replace(state, undoable=(), redoable=())


@given(st.lists(EVENTS, max_size=12))
def test_that_advancing_step_by_step_equals_folding_at_once(events: list[Event]) -> None:
    state = Assessment()
    for entry in entries(*events):
        after = advance(state, entry)
        assert after is not None
        state = after
    assert state == folded(*events)


@given(st.lists(EVENTS, max_size=12))
def test_that_undoing_everything_leads_back_and_redoing_leads_forth(events: list[Event]) -> None:
    whole = folded(*events)
    record = list(events)
    for target in reversed(whole.undoable):
        record.append(Undone(target=target))
    undone = folded(*record)
    kept = [event for event in events if not is_undoable(event)]
    assert without_stacks(undone) == without_stacks(folded(*kept))
    for target in reversed(undone.redoable):
        record.append(Redone(target=target))
    assert folded(*record) == whole


@given(st.lists(EVENTS, min_size=1, max_size=8), st.integers(0, 7))
def test_that_undoing_the_last_few_equals_never_having_done_them(
    events: list[Event], steps: int
) -> None:
    undoable = folded(*events).undoable
    targets = list(reversed(undoable))[:steps]
    left = [one for number, one in enumerate(events, 1) if number not in targets]
    undone = folded(*events, *(Undone(target=one) for one in targets))
    assert without_stacks(undone) == without_stacks(folded(*left))


@given(EVENTS)
def test_that_every_event_is_read_back_as_it_was_written(event: Event) -> None:
    assert EVENT.validate_json(EVENT.dump_json(event)) == event


@pytest.mark.parametrize(
    "data",
    [{}, {"kind": "exploded"}, {"kind": "undone"}, {"kind": "undone", "target": 1, "more": 2}],
)
def test_that_an_unknown_event_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        EVENT.validate_python(data)
