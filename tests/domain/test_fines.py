# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How high fines can be. Expected sums are worked out by hand from the invented law."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from tests.domain.example import EXAMPLE, TODAY, named
from tests.domain.fined import FINED, PENALTIES, ceiling, lender

from actready.domain import fines
from actready.domain.answers import DONT_KNOW, Value
from actready.domain.explanation import asked_questions, open_fines
from actready.domain.fines import Basis, Fine, Kind, fine_of
from actready.domain.penalties import Ceiling, Relief
from actready.domain.questionnaire import Questionnaire
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act
from actready.domain.threats import reliefs, threats

EURO = 100
MILLION = 1_000_000 * EURO


def fine(duty: str, evaluation: Evaluation) -> Fine:
    (wanted,) = [one for one in FINED.obligations if one.id == duty]
    return fine_of(evaluation, wanted)


def sums(found: Fine) -> tuple[int | None, int | None, int | None]:
    return found.at_least, found.exact, found.at_most


@pytest.mark.parametrize(
    ("turnover", "expected"),
    [
        (0, 15 * MILLION),
        (600_000_000, 15 * MILLION),
        (600_000_040, 15 * MILLION + 1 * EURO),
        (1_000_000_000, 25 * MILLION),
        (10_000_000_000_000, 250_000 * MILLION),
    ],
)
def test_that_the_higher_of_amount_and_share_is_the_ceiling(turnover: int, expected: int) -> None:
    found = fine("duty.flag", lender(org_turnover=turnover))
    assert sums(found) == (expected, expected, expected)
    assert found.limit is not None
    assert found.limit.basis is Basis.HIGHER
    assert (found.kind, found.relieved, found.reliefs) == (Kind.CEILING, False, ())


def test_that_a_share_is_rounded_down_to_the_cent() -> None:
    # 2.5 % of 1 000 000 001 euros are 25 000 000.025 euros.
    assert fine("duty.flag", lender(org_turnover=1_000_000_001)).exact == 25 * MILLION + 2
    # 2.5 % of 1 000 000 000.39 euros are 25 000 000.00975 euros.
    assert fine("duty.flag", lender(org_turnover=1_000_000_000.39)).exact == 25 * MILLION


def test_that_decimals_are_taken_as_they_are_written() -> None:
    # 0.1 has no exact binary form. 0.1 % of 1 000 000 000 euros are 1 million euros all the same.
    exact = Ceiling.model_validate(ceiling("Art. 10", 1, 0.1))
    evaluation = lender(org_turnover=1_000_000_000)
    assert fines.limit_of(evaluation, PENALTIES, exact).exact == 1 * MILLION


@pytest.mark.parametrize("answer", [None, DONT_KNOW])
def test_that_without_the_turnover_only_the_amount_is_known_for_certain(
    answer: Value | None,
) -> None:
    evaluation = lender() if answer is None else lender(org_turnover=answer)
    found = fine("duty.flag", evaluation)
    assert sums(found) == (15 * MILLION, None, None)
    assert found.limit is not None
    assert found.limit.needs_turnover


@pytest.mark.parametrize(
    ("answers", "bases", "expected"),
    [
        # An undertaking with 9 people: the lower of 2 million and 3 %.
        ({"org_people": 9, "org_turnover": 1_000_000}, {Basis.LOWER}, (30_000, 30_000)),
        ({"org_people": 9, "org_turnover": 100_000_000}, {Basis.LOWER}, (2_000_000, 2_000_000)),
        ({"org_people": 9}, {Basis.LOWER}, (0, 2_000_000)),
        # With 10 people: the higher.
        ({"org_people": 10, "org_turnover": 1_000_000}, {Basis.HIGHER}, (2_000_000, 2_000_000)),
        ({"org_people": 10, "org_turnover": 100_000_000}, {Basis.HIGHER}, (3_000_000, 3_000_000)),
        # With nobody knows how many: both.
        ({"org_turnover": 1_000_000}, {Basis.HIGHER, Basis.LOWER}, (30_000, 2_000_000)),
        ({"org_turnover": 100_000_000}, {Basis.HIGHER, Basis.LOWER}, (2_000_000, 3_000_000)),
        ({}, {Basis.HIGHER, Basis.LOWER}, (0, None)),
        # No undertaking: the amount, whatever the turnover.
        ({"org_trade": False}, {Basis.AMOUNT}, (2_000_000, 2_000_000)),
        # An undertaking or not, with 10 people.
        ({"org_people": 10, "org_trade": DONT_KNOW, "org_turnover": 100_000_000},
         {Basis.AMOUNT, Basis.HIGHER}, (2_000_000, 3_000_000)),
        ({"org_people": 10, "org_trade": DONT_KNOW, "org_turnover": 1_000_000},
         {Basis.AMOUNT, Basis.HIGHER}, (2_000_000, 2_000_000)),
    ],
)  # fmt: skip
def test_that_size_and_undertaking_decide_what_makes_the_ceiling(
    answers: dict[str, Value], bases: set[Basis], expected: tuple[int, int | None]
) -> None:
    found = fine("duty.papers", lender(TODAY, **{"org_trade": True, **answers})).limit
    assert found is not None
    assert found.bases == bases
    assert found.basis == (next(iter(bases)) if len(bases) == 1 else None)
    least, most = expected
    assert found.at_least == least * EURO
    assert found.at_most == (None if most is None else most * EURO)
    assert found.exact == (least * EURO if least == most else None)


def test_that_the_amount_alone_needs_no_turnover() -> None:
    found = fine("duty.papers", lender(org_trade=False)).limit
    assert found is not None
    assert not found.needs_turnover


def test_that_national_law_and_no_fine_have_no_ceiling() -> None:
    none, national = fine("duty.host", lender()), fine("duty.log", lender())
    assert (none.kind, none.is_out, sums(none)) == (Kind.NONE, True, (0, 0, 0))
    assert (national.kind, national.is_out, sums(national)) == (
        Kind.NATIONAL, False, (None, None, None),
    )  # fmt: skip


def test_that_a_ceiling_that_is_laid_down_nowhere_stays_unknown() -> None:
    found = fine("duty.rope", lender(org_turnover=1))
    assert (found.kind, found.limit, found.penalty) == (Kind.CEILING, None, "Art. 77")
    assert sums(found) == (None, None, None)
    assert fine_of(Evaluation(EXAMPLE, {}, TODAY), EXAMPLE.obligations[0]).limit is None


def test_that_a_relief_lifts_the_fine_of_its_obligations_only() -> None:
    club = lender(org_club=True, org_people=20, org_trade=True, org_turnover=0)
    flag = fine("duty.flag", club)
    assert (flag.relieved, flag.is_out, sums(flag)) == (True, True, (0, 0, 0))
    assert [one.id for one in flag.reliefs] == ["relief.flag"]
    assert fine("duty.papers", club).exact == 2 * MILLION


def test_that_a_relief_from_everything_reaches_every_ceiling_but_not_national_law() -> None:
    old = lender(boat_launched="2019-12-31")
    assert fine("duty.flag", old).is_out
    assert fine("duty.papers", old).is_out
    assert [one.id for one in fine("duty.host", old).reliefs] == ["relief.old"]
    assert (fine("duty.log", old).relieved, fine("duty.log", old).reliefs) == (False, ())
    assert threats(old, Act.CRA) == ()
    assert [one.id for one in reliefs(old, Act.CRA)] == ["relief.old"]


def test_that_an_unknown_relief_leaves_open_whether_anything_is_due() -> None:
    found = fine("duty.flag", lender(org_club=DONT_KNOW, org_turnover=0))
    assert (found.relieved, found.is_out) == (None, False)
    assert sums(found) == (0, None, 15 * MILLION)
    assert [one.id for one in found.reliefs] == ["relief.flag"]


def met(evaluation: Evaluation) -> dict[str, bool]:
    return {one.limit.ceiling.id: one.certain for one in threats(evaluation, Act.CRA)}


def test_that_a_ceiling_is_met_by_a_duty_or_by_itself() -> None:
    assert met(lender()) == {"Art. 10": True, "Art. 11": True, "Art. 12": True}
    # A small boat owes no papers; a host owes neither papers nor flag, but lends.
    assert met(lender(boat_length=5)) == {"Art. 10": True, "Art. 12": True}
    assert met(lender(boat_return=("nothing",), org_club=True)) == {"Art. 12": True}
    assert met(lender(boat_use="sail")) == {}


def test_that_what_is_open_may_be_met() -> None:
    nothing_known = Evaluation(FINED, {}, TODAY)
    assert met(nothing_known) == {"Art. 10": False, "Art. 11": False, "Art. 12": False}
    maybe_relieved = lender(boat_launched=DONT_KNOW)
    assert met(maybe_relieved) == {"Art. 10": False, "Art. 11": False, "Art. 12": False}


def test_that_an_act_without_penalties_threatens_nothing_and_lifts_nothing() -> None:
    assert threats(lender(), Act.AI_ACT) == ()
    assert reliefs(lender(), Act.AI_ACT) == ()


def test_that_the_turnover_is_asked_once_a_fine_depends_on_it() -> None:
    asked = [one.id for one in asked_questions(lender())]
    assert asked[:2] == ["org.turnover", "org.trade"]
    sailing = [one.id for one in asked_questions(lender(boat_use="sail"))]
    assert "org.turnover" not in sailing


def test_that_a_turnover_that_was_given_stays_asked_while_a_fine_is_possible() -> None:
    for answer in (1_000_000, DONT_KNOW):
        known = Evaluation(FINED, {"org.turnover": answer}, TODAY)
        assert next(one.id for one in asked_questions(known)) == "org.turnover"
        assert open_fines(known) == ()
    assert "org.turnover" not in [one.id for one in asked_questions(Evaluation(FINED, {}, TODAY))]


def test_that_the_open_questions_name_the_duties_whose_fine_they_tell() -> None:
    evaluation = lender(org_turnover=DONT_KNOW, org_people=3)
    found = {
        one.question.id: (one.dont_know, [duty.id for duty in one.duties])
        for one in open_fines(evaluation, Act.CRA)
    }
    assert found == {
        "org.turnover": (True, ["duty.papers", "duty.flag"]),
        "org.trade": (False, ["duty.papers", "duty.flag"]),
    }
    assert open_fines(evaluation, Act.AI_ACT) == ()


def test_that_a_question_that_decides_a_finding_as_well_is_not_listed_twice() -> None:
    # The number of people tells the size, so it is an open question already.
    assert "org.people" not in {one.question.id for one in open_fines(lender())}


def test_that_nothing_is_asked_for_fines_where_every_answer_is_known() -> None:
    assert open_fines(lender(org_turnover=1, org_trade=True, org_people=3)) == ()


def test_that_the_questions_of_fines_are_those_they_test_themselves() -> None:
    assert FINED.fine_questions == {"org.turnover", "org.people", "org.trade", "org.club"}
    assert EXAMPLE.fine_questions == frozenset()


def test_that_a_penalty_without_sense_is_refused() -> None:
    for wrong in ({"amount": 0}, {"percent": 0}, {"percent": 101}, {"rule": "middle"}):
        with pytest.raises(ValidationError):
            Ceiling.model_validate({**ceiling("Art. 10", 1, 1), **wrong})
    with pytest.raises(ValidationError):
        Relief.model_validate({**PENALTIES.relieved[0].model_dump(), "of": "most"})


def test_that_penalties_survive_being_written_as_json() -> None:
    written = FINED.model_dump_json(by_alias=True, exclude_defaults=True)
    assert Questionnaire.model_validate_json(written).penalties == (PENALTIES,)


def test_that_a_relief_knows_what_it_covers() -> None:
    flag, old = PENALTIES.relieved
    assert (flag.covers("duty.flag"), flag.covers("duty.log")) == (True, False)
    assert (flag.is_of_everything, old.is_of_everything) == (False, True)
    assert old.covers("duty.log")


def test_that_an_answer_of_another_kind_is_no_turnover() -> None:
    given: dict[str, Value] = {**named({"org_turnover": True}), "boat.use": "lend"}
    limit = fines.limit_of(Evaluation(FINED, given, TODAY), PENALTIES, PENALTIES.ceilings[0])
    assert limit.share is None
