# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from tests.domain.example import OLD_FACT_NOTE
from tests.gui.driver_pages import ProgramDriver
from tests.gui.pages.conftest import Starter

from actready.catalogue import Catalogue
from actready.domain.answers import DONT_KNOW
from actready.gui.places import Place
from actready.resources import data_folder


def result(user: ProgramDriver, place: int = 0) -> None:
    """Go to the result of a subject, by its place in the list."""
    user.workspace.show_result(user.session.assessment.subjects[place].id)
    user.settle()


def test_that_the_role_comes_with_every_step_and_its_provision(harbour: ProgramDriver) -> None:
    result(harbour)
    for text in (
        "Cutter · Boats Act · Role",
        "Manufacturer",
        "Established",
        "You answered: <b>Lend</b>",
        "Yes to lends.",
        "Art. of lends",
        "So Harbour and Cutter: manufacturer.",
    ):
        assert harbour.sees(text), text


def test_that_an_answer_is_shown_as_plain_text(harbour: ProgramDriver) -> None:
    cutter = harbour.session.assessment.subjects[0].id
    harbour.session.describe_subject(cutter, "<b>Cut</b> & run", "")
    result(harbour)
    assert harbour.sees("So Harbour and <b>Cut</b> & run: manufacturer.")


def test_that_what_is_ruled_out_says_why(harbour: ProgramDriver) -> None:
    result(harbour)
    assert harbour.sees("What is ruled out")
    assert harbour.sees("Yes to earns.")


def test_that_duties_follow_with_their_dates(harbour: ProgramDriver) -> None:
    result(harbour)
    for text in ("The duties that follow", "1 duty in force now", "1 duty from 24 November 2026"):
        assert harbour.sees(text), text


def test_that_each_duty_is_a_button_away(harbour: ProgramDriver) -> None:
    result(harbour)
    harbour.click("See the duties")
    assert harbour.sees("Papers of Cutter")


def test_that_what_would_change_the_role_is_named(harbour: ProgramDriver) -> None:
    result(harbour)
    for text in (
        "What would change this",
        "What about boat.return?",
        "“Nothing”",
        "Then the role is: Steward.",
    ):
        assert harbour.sees(text), text


def test_that_more_of_what_would_change_the_role_is_unfolded(
    start: Starter, catalogue: Catalogue
) -> None:
    user = start(catalogue)
    user.open_file(data_folder("samples") / "company-z.yaml")
    result(user)
    user.click("See the reasons: Cyber Resilience Act")
    shown = len(user.texts())
    user.click("Show everything that would change this")
    assert len(user.texts()) > shown


def test_that_a_step_with_many_provisions_unfolds_them(
    start: Starter, catalogue: Catalogue
) -> None:
    user = start(catalogue)
    user.open_file(data_folder("samples") / "company-z.yaml")
    result(user)
    user.click("See the reasons: Cyber Resilience Act")
    assert not user.sees("CRA Art. 2(5)")
    user.click("4 more provisions")
    assert user.sees("CRA Art. 2(5)")
    assert user.focused() == "CRA Art. 2(4)"


def test_that_an_undetermined_result_names_the_answers_that_decide(
    harbour: ProgramDriver,
) -> None:
    harbour.session.answer(None, "org.club", DONT_KNOW)
    result(harbour, 1)
    assert harbour.sees("Undetermined")
    assert harbour.sees("Still possible: Steward, None.")
    assert harbour.sees("These answers decide it")
    assert harbour.sees("What is known so far")
    harbour.click("Answer: What about org.club?")
    assert harbour.question() == "What about org.club?"
    assert harbour.workspace.location.subject_id is None


def test_that_another_finding_is_chosen_from_the_list(harbour: ProgramDriver) -> None:
    result(harbour)
    harbour.click("Scope, Established")
    assert harbour.sees("Cutter · Boats Act · Scope")
    assert not harbour.sees("The duties that follow")
    harbour.click("Size, Undetermined")
    assert harbour.sees("Harbour · Size")
    assert harbour.focused() == "Size, Undetermined"


def test_that_open_law_is_said_to_be_open(harbour: ProgramDriver) -> None:
    result(harbour, 1)
    assert harbour.sees(f"Not settled: {OLD_FACT_NOTE}")
    result(harbour, 0)
    assert not harbour.sees("Not settled")


def test_that_no_role_is_a_result_with_reasons(harbour: ProgramDriver) -> None:
    result(harbour, 2)
    assert harbour.sees("So Harbour and Yawl: none.")
    assert harbour.sees("No to lends.")
    assert not harbour.sees("The duties that follow")


def test_that_the_result_leads_to_the_duties_and_back_to_the_answers(
    harbour: ProgramDriver,
) -> None:
    result(harbour)
    harbour.click("Check your answers")
    assert harbour.sees("You can change any answer later.")
    result(harbour)
    harbour.click("Next: duties")
    assert harbour.workspace.location.place is Place.DUTIES


def test_that_a_changed_answer_changes_the_result_in_place(harbour: ProgramDriver) -> None:
    result(harbour)
    harbour.session.answer(harbour.session.assessment.subjects[0].id, "boat.use", "sail")
    harbour.settle()
    assert harbour.sees("So Harbour and Cutter: none.")
