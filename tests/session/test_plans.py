# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is planned for a duty is stored, undone and redone like an answer, and meets nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.fixtures import AS_OF, Clock, SmallCatalogue
from tests.session.conftest import Reopen

from actready.domain.actions import NOTHING, Action
from actready.domain.events import Event, Planned, SubjectAdded
from actready.domain.readiness import counts
from actready.domain.terms import Readiness
from actready.errors import AppError
from actready.session import AssessmentSession
from actready.storage.assessment_file import AssessmentFile


def test_that_an_action_is_in_the_file_and_there_after_a_restart_with_undo_and_redo(
    session: AssessmentSession, reopen: Reopen
) -> None:
    subject = session.add_subject("Product A")
    first = Action(owner="Ann", due=date(2027, 1, 31), effort=(4, 12))
    second = first.model_copy(update={"note": "Ask sales"})
    session.plan(subject, "duty.report", first)
    session.plan(subject, "duty.report", second)
    assert session.file.audit().entries == 4
    session = reopen()
    assert session.assessment.action(subject, "duty.report") == second
    session.undo()
    session = reopen()
    assert session.assessment.action(subject, "duty.report") == first
    session.undo()
    assert session.assessment.action(subject, "duty.report") == NOTHING
    session.redo()
    session = reopen()
    session.redo()
    assert session.assessment.action(subject, "duty.report") == second
    assert session.file.audit().intact


def test_that_what_is_marked_done_has_the_day_of_its_entry_and_keeps_it(
    session: AssessmentSession,
) -> None:
    subject = session.add_subject("Product A")
    session.plan(subject, "duty.report", Action(done=True))
    entry = session.file.entries()[-1]
    done = Action(done=True, done_on=date(2026, 11, 24))
    assert entry.at.startswith("2026-11-24")
    assert entry.event == Planned(subject=subject, obligation="duty.report", action=done)
    session.plan(subject, "duty.report", Action(done=True, note="Sent"))
    kept = session.assessment.action(subject, "duty.report")
    assert kept == done.model_copy(update={"note": "Sent"})
    session.plan(subject, "duty.list", Action(done=True, done_on=date(2026, 5, 1)))
    assert session.assessment.action(subject, "duty.list").done_on == date(2026, 5, 1)


def test_that_done_meets_no_duty(session: AssessmentSession) -> None:
    subject = session.add_subject("Product A")
    session.answer(None, "org.legal_form", "legal_person")
    session.answer(subject, "supply.price", "paid")
    before = counts(session.evaluation(subject))
    session.plan(subject, "duty.report", Action(done=True))
    assert counts(session.evaluation(subject)) == before
    assert before[Readiness.MET] == 0


def test_that_an_action_for_a_duty_that_is_gone_can_be_changed_and_removed(
    tmp_path: Path, clock: Clock
) -> None:
    events: list[Event] = [
        SubjectAdded(subject="s1", name="A"),
        Planned(subject="s1", obligation="gone", action=Action(owner="Ann")),
    ]
    file = AssessmentFile.create(tmp_path / "a.actready", "", {}, clock(), events)
    session = AssessmentSession(file, SmallCatalogue().questionnaire, AS_OF, clock)
    session.plan("s1", "gone", Action(owner="Bob"))
    assert session.assessment.action("s1", "gone").owner == "Bob"
    session.plan("s1", "gone", NOTHING)
    with pytest.raises(AppError, match="There is no obligation “gone”"):
        session.plan("s1", "gone", Action(owner="Ann"))
    session.close()
