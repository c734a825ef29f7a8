# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""An assessment at work: answers are stored first, everything can be undone, listeners are told."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.fixtures import AS_OF, Clock, SmallCatalogue
from tests.session.conftest import Reopen

from actready.domain.actions import NOTHING, Action
from actready.domain.assessment import Subject
from actready.domain.events import Answered, ReportIssued, SubjectAdded
from actready.domain.terms import Act
from actready.errors import AppError, ComputerError
from actready.session import AssessmentSession, Change
from actready.storage import connection
from actready.storage.assessment_file import AssessmentFile


@pytest.fixture
def changes(session: AssessmentSession) -> list[Change]:
    seen: list[Change] = []
    session.subscribe(seen.append)
    return seen


def test_that_an_answer_is_in_the_file_before_the_call_returns(session: AssessmentSession) -> None:
    session.answer(None, "org.staff", 34)
    entry = session.file.entries()[-1]
    assert entry.event == Answered(question="org.staff", value=34)
    assert session.assessment.answers_of(None).values == {"org.staff": 34}
    assert session.file.audit().entries == 2


def test_that_a_restart_finds_everything(session: AssessmentSession, reopen: Reopen) -> None:
    subject = session.add_subject("Product A", "Backup")
    session.answer(subject, "supply.form", ["service", "download"])
    session.note(subject, "supply.form", " from the price list ")
    before = session.assessment
    after = reopen().assessment
    assert after == before
    assert after.answers_of(subject).values == {"supply.form": ("download", "service")}
    assert after.answers_of(subject).notes == {"supply.form": "from the price list"}


def test_that_findings_follow_the_answers(session: AssessmentSession) -> None:
    subject = session.add_subject("Product A")
    roles = [session.evaluation(subject).roles(Act.CRA)]
    session.answer(subject, "supply.price", "paid")
    roles.append(session.evaluation(subject).roles(Act.CRA))
    session.answer(None, "org.legal_form", "legal_person")
    roles.append(session.evaluation(subject).roles(Act.CRA))
    session.answer(subject, "supply.price", "dont_know")
    roles.append(session.evaluation(subject).roles(Act.CRA))
    session.undo()
    roles.append(session.evaluation(subject).roles(Act.CRA))
    assert roles == [(), (), ("manufacturer",), (), ("manufacturer",)]


def test_that_an_evaluation_is_kept_until_its_answers_change(session: AssessmentSession) -> None:
    one, other = session.add_subject("A"), session.add_subject("B")
    kept = [session.evaluation(None), session.evaluation(one), session.evaluation(other)]
    session.answer(one, "supply.price", "paid")
    assert session.evaluation(None) is kept[0]
    assert session.evaluation(one) is not kept[1]
    assert session.evaluation(other) is kept[2]
    session.answer(None, "org.legal_form", "private")
    assert session.evaluation(None) is not kept[0]
    assert session.evaluation(other) is not kept[2]


def test_that_listeners_hear_what_changed_and_for_whom(
    session: AssessmentSession, changes: list[Change]
) -> None:
    one = session.add_subject("A")
    two = session.duplicate_subject(one, "B")
    session.answer(two, "supply.price", "paid")
    session.note(two, "supply.price", "x")
    session.plan(two, "duty.report", Action(owner="Ann"))
    session.clear_answer(two, "supply.price")
    session.describe_subject(two, "B", "described")
    session.answer(None, "org.staff", 3)
    session.rename_organisation("New")
    session.undo()
    session.redo()
    session.remove_subject(two)
    session.undo()
    session.set_as_of(date(2027, 12, 11))
    session.report_issued(AS_OF, "0" * 64)
    everybody = {None, one, two}
    assert [(change.kind, set(change.subjects)) for change in changes] == [
        ("subject_added", {one}),
        ("subject_duplicated", {two}),
        ("answered", {two}),
        ("noted", {two}),
        ("planned", {two}),
        ("answer_cleared", {two}),
        ("subject_described", {two}),
        ("answered", everybody),
        ("organisation_renamed", everybody),
        ("undone", everybody),
        ("redone", everybody),
        ("subject_removed", {two}),
        ("undone", {two}),
        ("as_of", everybody),
        ("report_issued", {None}),
    ]
    assert [change.entry.number for change in changes if change.entry] == list(range(2, 16))


def test_that_a_listener_can_leave(session: AssessmentSession) -> None:
    seen: list[Change] = []
    leave = session.subscribe(seen.append)
    session.answer(None, "org.staff", 1)
    leave()
    leave()
    session.answer(None, "org.staff", 2)
    assert len(seen) == 1


def test_that_the_same_answer_again_is_no_change(
    session: AssessmentSession, changes: list[Change]
) -> None:
    session.answer(None, "org.staff", 1)
    session.answer(None, "org.staff", 1)
    session.note(None, "org.staff", "")
    session.clear_answer(None, "org.legal_form")
    session.rename_organisation(" Company  Z ")
    subject = session.add_subject("A")
    session.describe_subject(subject, "A", " ")
    session.plan(subject, "duty.report", NOTHING)
    session.plan(subject, "duty.report", Action(done=True))
    session.plan(subject, "duty.report", Action(done=True))
    assert [change.kind for change in changes] == ["answered", "subject_added", "planned"]


def test_that_an_answer_can_be_taken_back_to_unanswered(session: AssessmentSession) -> None:
    session.answer(None, "org.staff", 0)
    session.clear_answer(None, "org.staff")
    assert session.assessment.answers_of(None).values == {}


def test_that_undo_and_redo_work_across_restarts(
    session: AssessmentSession, reopen: Reopen
) -> None:
    session.answer(None, "org.staff", 1)
    session.answer(None, "org.staff", 2)
    session = reopen()
    session.undo()
    assert session.assessment.answers_of(None).values == {"org.staff": 1}
    session = reopen()
    assert (session.can_undo, session.can_redo) == (True, True)
    session.undo()
    assert session.assessment.answers_of(None).values == {}
    session = reopen()
    assert (session.can_undo, session.can_redo) == (False, True)
    session.redo()
    session.redo()
    assert session.assessment.answers_of(None).values == {"org.staff": 2}
    assert (session.can_undo, session.can_redo) == (True, False)


def test_that_undo_and_redo_with_nothing_to_do_do_nothing(
    session: AssessmentSession, changes: list[Change]
) -> None:
    session.undo()
    session.redo()
    assert changes == []
    assert len(session.file.entries()) == 1


def test_that_a_removed_subject_comes_back_with_its_answers(session: AssessmentSession) -> None:
    subject = session.add_subject("A")
    session.answer(subject, "supply.price", "free")
    session.remove_subject(subject)
    assert session.assessment.subjects == ()
    session.undo()
    assert session.assessment.answers_of(subject).values == {"supply.price": "free"}


def test_that_a_copy_of_a_subject_goes_its_own_way(session: AssessmentSession) -> None:
    one = session.add_subject("A")
    session.answer(one, "supply.price", "paid")
    two = session.duplicate_subject(one, "B")
    session.answer(two, "supply.price", "free")
    values = [session.assessment.answers_of(key).values["supply.price"] for key in (one, two)]
    assert values == ["paid", "free"]


def test_that_the_id_of_a_subject_is_never_used_again(
    session: AssessmentSession, reopen: Reopen
) -> None:
    keys = [session.add_subject("A")]
    session.remove_subject(keys[0])
    keys.append(session.add_subject("B"))
    session.undo()
    session = reopen()
    keys.append(session.add_subject("C"))
    keys.append(session.duplicate_subject(keys[-1], "D"))
    assert len(set(keys)) == 4


def test_that_ids_made_elsewhere_do_no_harm(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a.actready"
    odd = SubjectAdded(subject="made elsewhere", name="A")
    file = AssessmentFile.create(path, "", {}, clock(), [odd])
    session = AssessmentSession(file, SmallCatalogue().questionnaire, AS_OF, clock)
    assert session.add_subject("B") not in ("", "made elsewhere")
    session.close()


def test_that_names_keep_to_one_line(session: AssessmentSession) -> None:
    session.rename_organisation(" A\nB ")
    key = session.add_subject("  C\t D ", "  two\nlines ")
    assert session.assessment.organisation.name == "A B"
    assert session.assessment.subject(key) == Subject(key, "C D", "two\nlines")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda it: it.answer(None, "org.staf", 1), "There is no question “org.staf”"),
        (lambda it: it.answer(None, "org.staff", "many"), '"many" is no number'),
        (lambda it: it.answer(None, "supply.price", "paid"), "is asked somewhere else"),
        (lambda it: it.answer("s1", "org.staff", 1), "is asked somewhere else"),
        (lambda it: it.answer("s9", "supply.price", "paid"), "not part of the assessment"),
        (lambda it: it.clear_answer("s9", "supply.price"), "not part of the assessment"),
        (lambda it: it.note(None, "org.staf", "x"), "There is no question"),
        (lambda it: it.note(None, "org.staff", "x" * 20_001), "has 20001 characters"),
        (lambda it: it.plan("s9", "duty.report", NOTHING), "not part of the assessment"),
        (lambda it: it.plan("s1", "duty.repot", Action(done=True)), "There is no obligation"),
        (lambda it: it.plan("s1", "zzzz", Action(done=True)), "There is no obligation “zzzz”"),
        (lambda it: it.rename_organisation("x" * 201), "has 201 characters"),
        (lambda it: it.add_subject("  "), "There is no name"),
        (lambda it: it.add_subject("A", "x" * 20_001), "has 20001 characters"),
        (lambda it: it.describe_subject("s1", "", ""), "There is no name"),
        (lambda it: it.describe_subject("s9", "A", ""), "not part of the assessment"),
        (lambda it: it.duplicate_subject("s9", "A"), "not part of the assessment"),
        (lambda it: it.remove_subject("s9"), "not part of the assessment"),
        (lambda it: it.evaluation("s9"), "not part of the assessment"),
        (lambda it: it.set_as_of(date(2020, 1, 1)), "No questionnaire covers"),
    ],
)
def test_that_what_does_not_fit_is_told_and_changes_nothing(
    session: AssessmentSession, change: Callable[[AssessmentSession], object], message: str
) -> None:
    session.add_subject("A")
    before = (session.assessment, session.file.entries(), session.as_of)
    with pytest.raises(AppError) as caught:
        change(session)
    assert message in caught.value.message
    assert caught.value.hint
    assert (session.assessment, session.file.entries(), session.as_of) == before


def test_that_a_mistyped_question_gets_the_nearest_one(session: AssessmentSession) -> None:
    with pytest.raises(AppError, match="Did you mean 'org"):
        session.answer(None, "org.staf", 1)


def test_that_there_is_a_limit_of_subjects(
    session: AssessmentSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actready.session.assessment_session.MAX_SUBJECTS", 2)
    one = session.add_subject("A")
    session.add_subject("B")
    with pytest.raises(AppError, match="has 2 products"):
        session.add_subject("C")
    with pytest.raises(AppError, match="has 2 products"):
        session.duplicate_subject(one, "C")


def test_that_an_answer_that_cannot_be_stored_leaves_memory_as_it_was(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    precautions = (*connection.PRECAUTIONS, "max_page_count = 5")
    monkeypatch.setattr(connection, "PRECAUTIONS", precautions)
    file = AssessmentFile.create(tmp_path / "a.actready", "", {}, clock())
    session = AssessmentSession(file, SmallCatalogue().questionnaire, AS_OF, clock)
    session.answer(None, "org.staff", 1)
    seen: list[Change] = []
    session.subscribe(seen.append)
    before = (session.assessment, session.file.head, session.last_saved)
    with pytest.raises(ComputerError, match="is full"):
        session.note(None, "org.staff", "x" * 20_000)
    assert (session.assessment, session.file.head, session.last_saved) == before
    assert seen == []
    session.close()


def test_that_a_file_for_reading_offers_no_undo_and_takes_no_answer(
    session: AssessmentSession, clock: Clock
) -> None:
    session.answer(None, "org.staff", 1)
    session.answer(None, "org.staff", 2)
    session.undo()
    session.close()
    file = AssessmentFile.open(session.file.path, read_only=True)
    reader = AssessmentSession(file, SmallCatalogue().questionnaire, AS_OF, clock)
    assert (reader.can_undo, reader.can_redo) == (False, False)
    with pytest.raises(AppError, match="can only be read"):
        reader.answer(None, "org.staff", 3)
    assert reader.assessment.answers_of(None).values == {"org.staff": 1}
    reader.close()


def test_that_the_date_chooses_the_law(session: AssessmentSession) -> None:
    kept = session.evaluation(None)
    session.set_as_of(date(2027, 12, 11))
    assert session.as_of == date(2027, 12, 11)
    assert session.evaluation(None) is not kept
    assert session.evaluation(None).as_of == "2027-12-11"
    assert session.questionnaire.question_by_id.keys() >= {"org.staff"}


def test_that_a_report_is_put_on_record_and_cannot_be_undone(session: AssessmentSession) -> None:
    session.report_issued(AS_OF, "ab" * 32)
    assert session.file.entries()[-1].event == ReportIssued(as_of="2026-11-24", sha256="ab" * 32)
    assert not session.can_undo


def test_that_it_is_known_when_the_last_answer_was_saved(session: AssessmentSession) -> None:
    session.answer(None, "org.staff", 1)
    assert session.last_saved == datetime(2026, 11, 24, 15, 0, 2, tzinfo=UTC)


def test_that_a_closed_session_lets_others_in(session: AssessmentSession) -> None:
    session.close()
    AssessmentFile.open(session.file.path).close()
    with pytest.raises(sqlite3.ProgrammingError):
        session.answer(None, "org.staff", 1)
