# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Records refuse what would mislead, and the merged questionnaire finds what one asks for."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError
from tests.domain.example import EXAMPLE, fact, finding, question

from actready.domain.questionnaire import Edition, Question
from actready.domain.terms import About, Act, Kind


def test_that_an_edition_holds_from_its_first_day_until_the_next() -> None:
    boats = EXAMPLE.edition(Act.CRA)
    assert boats is not None
    assert not boats.holds_on(date(2025, 5, 31))
    assert boats.holds_on(date(2025, 6, 1))
    assert boats.holds_on(date(2029, 12, 31))
    assert not boats.holds_on(date(2030, 1, 1))


def test_that_an_edition_without_an_end_holds_for_ever() -> None:
    edition = Edition(id="x", act=Act.CRA, title="X", applies_from=date(2025, 1, 1))
    assert edition.holds_on(date(2999, 1, 1))


def test_that_an_act_without_a_questionnaire_has_no_edition() -> None:
    assert EXAMPLE.edition(Act.AI_ACT) is None


@pytest.mark.parametrize(
    ("kind", "options"),
    [("one_of", ()), ("one_of", ("only",)), ("several_of", ()), ("yes_no", ("a", "b"))],
)
def test_that_only_choices_have_options_and_then_two_or_more(
    kind: str, options: tuple[str, ...]
) -> None:
    with pytest.raises(ValidationError, match="two options or more"):
        question("q", kind, *options)


def test_that_only_numbers_have_a_calculator() -> None:
    record = question("q", "number").model_dump()
    assert Question.model_validate({**record, "calculator": "training_compute"}).calculator
    with pytest.raises(ValidationError, match="only a question of the kind number"):
        Question.model_validate({**record, "kind": Kind.DATE, "calculator": "training_compute"})
    with pytest.raises(ValidationError, match="calculator"):
        Question.model_validate({**record, "calculator": "abacus"})


def test_that_a_claim_that_is_not_settled_says_why() -> None:
    with pytest.raises(ValidationError, match="needs a note"):
        fact("f", {"fact": "lends"}, settled=False)


def test_that_starts_need_a_day_for_when_none_of_them_holds() -> None:
    when = {"answer": "boat.use", "is": "lend"}
    starts = [{"from": "2027-01-01", "when": when}]
    with pytest.raises(ValidationError, match="starts need applies_from"):
        finding("f", "role", "none", when, starts=starts)
    one = finding("f", "role", "none", when, starts=starts, applies_from="2026-01-01")
    assert len(one.conditions) == 2


def test_that_a_fact_about_an_answer_has_a_text_for_when_it_fails() -> None:
    with pytest.raises(ValidationError, match="needs otherwise"):
        fact("f", {"any": [{"fact": "x"}, {"answer": "org.club", "is": True}]}, otherwise="")
    assert fact("f", {"fact": "lends"}, otherwise="").otherwise == ""


def test_that_a_claim_cites_a_provision() -> None:
    with pytest.raises(ValidationError, match="at least 1 item"):
        fact("f", {"fact": "lends"}, provisions=[])


def test_that_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        fact("f", {"fact": "lends"}, colour="red")


def test_that_records_are_found_by_id_section_and_group() -> None:
    assert EXAMPLE.question_by_id["boat.use"].kind == "one_of"
    assert EXAMPLE.claim_by_id["role.host"].provisions == ("Art. of steward",)
    assert EXAMPLE.claim_by_id["lends"].id == "lends"
    assert EXAMPLE.position["org.club"] == 0
    assert EXAMPLE.position["boat.name"] == len(EXAMPLE.questions) - 1
    assert [one.id for one in EXAMPLE.questions_of("organisation")] == ["org.club", "org.people"]
    assert [one.value for one in EXAMPLE.findings_of(Act.CRA, "scope")] == ["in", "out"]
    assert EXAMPLE.groups[Act.COMMON, "size"].about is About.ORGANISATION


def test_that_an_option_is_found_by_id() -> None:
    use = EXAMPLE.question_by_id["boat.use"]
    sail = use.option("sail")
    assert sail is not None
    assert sail.label == "Sail"
    assert use.option("fly") is None
