# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from tests.domain.example import EXAMPLE, OLD_FACT_NOTE, TODAY, assessment, finding
from tests.gui.ready_example import changed

from actready.domain.answers import Value
from actready.domain.scoring import evaluate_subject
from actready.domain.terms import Act
from actready.gui.models.alternatives import alternatives
from actready.gui.models.findings import Sign
from actready.gui.models.places import GroupKey
from actready.gui.models.result import ResultView, result_view

ROLE: GroupKey = (Act.CRA, "role")
SCOPE: GroupKey = (Act.CRA, "scope")
SIZE: GroupKey = (Act.COMMON, "size")
LENT: dict[str, Value] = {"boat.use": "lend", "boat.return": ("money",)}
HOSTED: dict[str, Value] = {"boat.use": "lend", "boat.return": ("nothing",)}


def view_of(
    organisation: dict[str, Value], boat: dict[str, Value], chosen: GroupKey | None = None
) -> ResultView:
    shown = assessment(organisation, boat)
    evaluation = evaluate_subject(EXAMPLE, shown, shown.subjects[0], TODAY)
    return result_view(shown, evaluation, "s1", chosen)


def test_that_the_role_comes_first_and_the_others_can_be_chosen() -> None:
    view = view_of({"org.people": 5}, LENT)
    assert view.chosen == ROLE
    assert [(one.title, [place.key for place in one.places]) for one in view.findings.places] == [
        ("Boats Act", [ROLE, SCOPE]),
        ("Harbour", [SIZE]),
    ]
    assert view.findings.summary == "3 established"
    assert view_of({"org.people": 5}, LENT, SIZE).title == "Small"


def test_that_what_is_not_there_cannot_be_chosen() -> None:
    assert view_of({}, LENT, (Act.AI_ACT, "tier")).chosen == ROLE


def test_that_a_chain_names_each_answer_what_follows_and_where_it_is_written() -> None:
    (chain,) = view_of({}, LENT).chains
    assert [(one.answers, one.text, one.provisions) for one in chain.steps] == [
        (("Lend",), "Yes to lends.", ("Art. of lends",)),
        (("Money",), "Yes to earns. Yes to lends_for_return.",
         ("Art. of earns", "Art. of lends_for_return")),
    ]  # fmt: skip
    assert chain.conclusion == "So Harbour and Boat 1: manufacturer."
    assert chain.provisions == ("Art. of manufacturer",)


def test_that_an_established_result_says_the_date_of_the_law() -> None:
    view = view_of({}, LENT)
    assert (view.title, view.status, view.sign) == ("Manufacturer", "Established", Sign.ESTABLISHED)
    assert view.label == "Boat 1 · Boats Act · Role"
    assert "23 November 2026" in view.lead
    assert view.deciders == ()


def test_that_a_step_on_open_law_says_so() -> None:
    (chain,) = view_of({"org.club": True}, HOSTED).chains
    assert [one.open_point for one in chain.steps] == ["", "", OLD_FACT_NOTE]


def test_that_an_undetermined_result_names_the_questions_that_decide() -> None:
    view = view_of({"org.club": "dont_know"}, HOSTED)
    assert (view.title, view.status, view.sign) == ("Undetermined", "", Sign.UNDETERMINED)
    assert view.possible == "Still possible: Steward, None."
    assert [(one.owner, one.question, one.state, one.sign) for one in view.deciders] == [
        (None, "org.club", "I don’t know", Sign.UNKNOWN)
    ]
    assert view.chains == ()
    assert view.alternatives == ()


def test_that_what_is_known_of_an_undetermined_result_is_shown_once() -> None:
    view = view_of({}, HOSTED)
    assert [one.text for one in view.known_so_far] == ["Yes to lends.", "No to earns."]
    assert view_of({}, LENT).known_so_far == ()


def test_that_a_result_whose_questions_are_to_come_is_not_called_undetermined() -> None:
    view = view_of({}, {})
    assert (view.title, view.sign) == ("Not known yet", Sign.UNASKED)
    assert [one.question for one in view.deciders] == ["org.club", "boat.use", "boat.return"]
    assert [one.owner for one in view.deciders] == [None, "s1", "s1"]
    assert view.findings.summary == "0 established, 3 undetermined"


def test_that_other_roles_are_ruled_out_with_the_first_reason() -> None:
    view = view_of({}, LENT)
    assert [(one.title, one.reason, one.provisions) for one in view.ruled_out] == [
        ("Steward", "Yes to earns.", ("Art. of earns",))
    ]


def test_that_no_role_is_an_established_result() -> None:
    view = view_of({}, {"boat.use": "sail"})
    assert (view.title, view.sign) == ("None", Sign.ESTABLISHED)
    assert view.duties == ()


def test_that_other_answers_that_change_the_role_are_named_with_their_outcome() -> None:
    view = view_of({"org.club": True}, LENT)
    found = {
        one.question: [(outcome.answer, outcome.role) for outcome in one.outcomes]
        for one in view.alternatives
    }
    assert found == {
        "What about boat.return?": [("“Nothing”", "Then the role is: Steward.")],
        "What about boat.use?": [("“Sail”", "Then the role is: None.")],
    }


def test_that_a_change_that_opens_the_role_again_says_what_is_possible_then() -> None:
    (change,) = [
        outcome
        for one in view_of({}, LENT).alternatives
        for outcome in one.outcomes
        if one.question == "What about boat.return?"
    ]
    assert change.role == "Then the role is open again: Steward or None."


def test_that_what_changes_another_result_is_named_too() -> None:
    scope = view_of({}, LENT, SCOPE)
    assert scope.title == "In"
    assert {
        (one.question, outcome.answer, outcome.role)
        for one in scope.alternatives
        for outcome in one.outcomes
    } == {
        ("What about boat.use?", "“Sail”", "Then it is: Out."),
        ("What about boat.return?", "“Nothing”", "Then it is open: In or Out."),
    }


def colours(boat: dict[str, Value], *wanted: object) -> list[tuple[str, str, str]]:
    """Return what would change findings of a group of their own, each with its condition."""
    own = [
        finding(f"colour.{number}", "colour", f"c{number}", when)
        for number, when in enumerate(wanted)
    ]
    law = changed(findings=(*EXAMPLE.findings, *own))
    shown = assessment({}, boat)
    evaluation = evaluate_subject(law, shown, shown.subjects[0], TODAY)
    names = ("Harbour", "Boat 1")
    return [
        (one.question, outcome.answer, outcome.role)
        for one in alternatives(evaluation, Act.CRA, "colour", names)
        for outcome in one.outcomes
    ]


def test_that_where_nothing_is_left_that_is_said() -> None:
    sail = {"answer": "boat.use", "is": "sail"}
    assert colours({"boat.use": "sail"}, sail) == [
        ("What about boat.use?", "“Lend”", "Then nothing of this holds.")
    ]


def test_that_two_answers_are_named_where_no_single_one_is_enough() -> None:
    either = {
        "any": [
            {"answer": "boat.use", "is": "sail"},
            {"answer": "boat.return", "includes": ["money", "favours"]},
        ]
    }
    boat: dict[str, Value] = {"boat.use": "sail", "boat.return": ("money",)}
    assert colours(boat, either) == [
        (
            "What about boat.use? and What about boat.return?",
            "“Lend” and “Nothing”",
            "Then this no longer holds: C0.",
        )
    ]


def test_that_two_answers_can_open_a_result_again() -> None:
    length = {"answer": "boat.length", "below": 5}
    either = {
        "any": [
            {"answer": "boat.use", "is": "sail"},
            {"answer": "boat.return", "includes": ["money", "favours"]},
            {"all": [{"answer": "boat.use", "is": "lend"}, length]},
        ]
    }
    boat: dict[str, Value] = {"boat.use": "sail", "boat.return": ("money",)}
    ((_question, _answer, then),) = colours(boat, either)
    assert then == "Then this is open again: C0."


def test_that_duties_belong_to_the_role() -> None:
    assert view_of({}, LENT, SCOPE).duties == ()
    assert [one.sign for one in view_of({}, LENT).duties] == [
        Sign.WITHIN_12_MONTHS,
        Sign.MAY_APPLY,
    ]


def test_that_many_findings_at_once_are_counted_and_share_their_steps() -> None:
    more = (
        finding("scope.wet", "scope", "wet", {"fact": "lends"}),
        finding("scope.paid", "scope", "paid", {"all": [{"fact": "lends"}, {"fact": "earns"}]}),
    )
    law = changed(findings=(*more, *EXAMPLE.findings))
    shown = assessment({}, LENT)
    evaluation = evaluate_subject(law, shown, shown.subjects[0], TODAY)
    view = result_view(shown, evaluation, "s1", SCOPE)
    assert (view.title, view.status) == ("Scope", "3 established")
    assert view.possible == "Wet, Paid, In."
    wet, paid, _last = view.chains
    assert ([one.text for one in wet.steps], wet.continues) == (["Yes to lends."], False)
    assert ([one.text for one in paid.steps], paid.continues) == (["Yes to earns."], True)
