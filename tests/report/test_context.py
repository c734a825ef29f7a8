# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report says, worked out by hand from the law about kites."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.report.example import AS_OF, KITES, LENT, OPEN, RECORD, SOLD, assessment, context, kite

from actready.domain.actions import Action
from actready.domain.questionnaire import Finding, Questionnaire
from actready.report.build import build_context
from actready.report.context import OtherAnswers, Outcome, Statement
from actready.report.overview import summary
from actready.report.planned import Plan


def test_that_a_role_comes_with_its_sentence_its_reasons_and_their_provisions() -> None:
    result = context(SOLD, org_club=False, org_people=4).subjects[0].results[0]
    assert (result.act, result.headline, result.sign) == ("Kite Act", "Seller", "established")
    assert result.state == "Established"
    (role,) = result.roles
    assert role.sentence == "Firma X is the seller of Red."
    assert role.follows == "Papers follow."
    assert role.provisions == ("Kite Art. 5",)
    (step,) = role.steps
    assert step.texts == ("Firma X sells Red.",)
    assert step.provisions == ("Kite Art. 2",)
    (answer,) = step.answers
    assert (answer.question, answer.answer) == ("What happens with Red?", "It is sold")


def test_that_what_was_ruled_out_says_why_and_no_role_is_no_role_to_rule_out() -> None:
    result = context(SOLD, org_club=True).subjects[0].results[0]
    (ruled_out,) = result.ruled_out
    assert (ruled_out.title, ruled_out.why) == ("Host", "Firma X does not lend it.")
    assert ruled_out.provisions == ("Kite Art. 3",)


def test_that_an_open_role_names_the_questions_that_decide_in_asking_order() -> None:
    result = context(OPEN).subjects[0].results[0]
    assert (result.headline, result.sign) == ("Role undetermined", "undetermined")
    assert result.state == "Undetermined: 2 answers decide"
    assert result.roles == ()
    deciders = {one.title: one.deciders for one in result.undecided}
    assert deciders["Seller"] == ("What happens with Grey?",)
    assert deciders["Host"] == ("Is Firma X a club?", "What happens with Grey?")
    assert set(deciders) == {"Seller", "Host", "No role"}


def test_that_i_do_not_know_and_no_answer_stay_apart_in_the_open_points() -> None:
    points = context(OPEN).subjects[0].results[0].open_points
    states = {point.question: (point.state, point.find_out) for point in points}
    assert states["What happens with Grey?"] == ("unknown", "Ask the keeper of kite.given.")
    assert states["Is Firma X a club?"] == ("unasked", "Ask the keeper of org.club.")


def test_that_each_single_answer_that_changes_the_role_is_listed_with_the_roles_then() -> None:
    result = context(LENT, org_club=True).subjects[0].results[0]
    assert result.changes == (
        OtherAnswers("Is Firma X a club?", "Yes", (Outcome(("No",), "No role"),), ("Kite Art. 1",)),
        OtherAnswers(
            "What happens with Blue?",
            "It is lent",
            (Outcome(("It is sold",), "Seller"), Outcome(("It stays at home",), "No role")),
            ("Kite Art. 2", "Kite Art. 3", "Kite Recital 4"),
        ),
    )


def test_that_answers_that_leave_the_role_open_are_counted_but_not_listed() -> None:
    result = context(SOLD).subjects[0].results[0]
    outcomes = {text: one.then for one in result.changes[0].outcomes for text in one.answers}
    assert outcomes == {"It stays at home": "No role"}
    assert result.more_changes


def test_that_duties_stand_by_urgency_with_date_evidence_and_fine() -> None:
    result = context(SOLD).subjects[0].results[0]
    now, near, later = result.duty_groups
    (papers,) = now.duties
    assert (papers.title, papers.fine, papers.evidence) == (
        "Carry papers",
        "Kite Art. 20",
        ("A folder",),
    )
    assert papers.moment.words == "In force since 11\u00a0Sep\u00a02026"
    (flag,) = near.duties
    assert (flag.fine, flag.moment.sign) == ("national law", "within_12_months")
    assert flag.moment.words == "From 1\u00a0Jun\u00a02027"
    assert (later.summary, later.duties) == ("No duty", ())
    assert (result.duty_count, result.possible_count) == (2, 0)


def test_that_a_duty_that_hangs_on_an_open_answer_may_apply_and_counts_apart() -> None:
    result = context(kite("Red", {"kite.given": "sold"})).subjects[0].results[0]
    (flag,) = result.duty_groups[1].duties
    assert not flag.certain
    assert (result.duty_count, result.possible_count) == (1, 1)
    assert result.duty_groups[1].summary == "1 may apply"


def test_that_answers_stand_by_section_with_notes_and_units() -> None:
    report = context(SOLD, org_club="dont_know", org_people=1200)
    (section,) = report.subjects[0].answers
    assert section.title == "The kite"
    given = [(line.question, line.answer, line.state, line.note) for line in section.lines]
    assert given == [
        ("What happens with Red?", "It is sold", "", ""),
    ]
    (own,) = report.about_organisation.answers
    assert own.title == "Who flies"
    assert [(line.answer, line.state) for line in own.lines] == [
        ("I don’t know", "unknown"),
        ("1\u00a0200 people", ""),
    ]


def test_that_an_answer_that_does_not_matter_is_kept_and_counted() -> None:
    report = context(SOLD, org_club=True, org_people=3)
    assert report.subjects[0].kept == 1
    assert report.about_organisation.kept == 0


def test_that_findings_about_the_organisation_stand_apart_from_its_products() -> None:
    report = context(SOLD, org_people=3)
    assert [one.sentence for one in report.about_organisation.findings] == ["Firma X is small."]
    open_size = context(SOLD).about_organisation
    assert [one.sign for one in open_size.findings] == ["undetermined"]
    assert [one.question for one in open_size.open_points] == ["How many people fly for Firma X?"]


def test_that_an_unsettled_point_names_the_kites_whose_result_rests_on_it() -> None:
    both = context(LENT, kite("Green", {"kite.given": "lent"}), SOLD, org_club=True)
    (point,) = both.unsettled
    assert point.text == "One court counts firms as clubs."
    assert point.subjects == ("Blue", "Green")
    assert context(SOLD, org_club=False).unsettled == ()


def test_that_the_summary_says_roles_duties_and_the_next_step() -> None:
    page = context(SOLD, OPEN, org_club=False, org_people=3).summary
    assert page.lead == (
        "Firma X is the seller of Red.",
        "The role of Firma X for Grey is undetermined.",
    )
    assert page.in_force == (
        Statement("1 duty", "for Red since 11\u00a0Sep\u00a02026: Carry papers."),
    )
    assert page.not_known[0] == Statement("The role", "is not settled for Grey.")
    assert page.not_known[1].strong == "1 answer"
    assert page.steps[0].title == "Carry papers"
    assert page.steps[0].text == "Red: Keep them dry."
    assert page.steps[0].state == "In force since 11\u00a0Sep\u00a02026"
    assert page.steps[1].title == "Fly a flag"
    assert page.steps[2].title == "What happens with Grey?"
    assert page.steps[2].state == "I don’t know"


def test_that_a_duty_without_readiness_answers_counts_as_unknown_in_the_bar() -> None:
    page = context(SOLD, org_club=False).summary
    (bar,) = page.bars
    assert bar.name == "Red"
    assert {share.status: share.count for share in bar.shares} == {
        "met": 0, "partly": 0, "open": 0, "unknown": 2, "not_applicable": 0,
    }  # fmt: skip
    assert page.not_known[-1].text.startswith("of 2 duties is not known")


def test_that_what_may_apply_is_told_apart_from_the_bar() -> None:
    unsure = kite("Red", {"kite.given": "sold"})
    page = context(unsure, OPEN).summary
    red, grey = page.bars
    assert [share.count for share in red.shares] == [0, 0, 0, 1, 0]
    assert red.possible == "1 more may apply"
    assert (sum(share.count for share in grey.shares), grey.possible) == (0, "3 more may apply")
    assert page.not_known[-1].text.startswith("of 1 duty is not known")


def test_that_duties_are_counted_by_theme_and_only_those_that_apply() -> None:
    unsure = kite("Red", {"kite.given": "sold"})
    for one, unknown in ((SOLD, 2), (unsure, 1)):
        (line,) = context(one).subjects[0].results[0].themes
        assert (line.title, line.counts) == ("Other duties", (0, 0, 0, unknown, 0))
    assert context(OPEN).subjects[0].results[0].themes == ()


PLANNED = Action(owner="Ann\u202e", due=date(2027, 1, 31), note="Dry\nbox", effort=(4, 12))
DONE = Action(owner="Ann", done=True, done_on=date(2026, 11, 20))


def test_that_a_plan_stands_in_the_duty_list_and_in_the_order_of_work() -> None:
    report = context(SOLD.with_action("papers", PLANNED).with_action("flag", DONE))
    now, near, _later = report.subjects[0].results[0].duty_groups
    assert now.duties[0].plan == Plan(
        "Owner: Ann · Due: 31\u00a0Jan\u00a02027 · Own estimate: 4 to 12 hours",
        ("Owner: Ann", "Due: 31\u00a0Jan\u00a02027"),
        "",
        "Dry\nbox",
        owner="Ann",
        due="2027-01-31",
        effort="4 to 12",
    )
    done = near.duties[0].plan
    assert (done.is_done, done.done_on, done.owner) == (True, "2026-11-20", "Ann")
    assert near.duties[0].plan.done == "Marked done on 20\u00a0Nov\u00a02026"
    assert near.duties[0].status == "unknown"
    first, second = report.summary.steps[:2]
    assert first.plans == ("Owner: Ann · Due: 31\u00a0Jan\u00a02027",)
    assert second.plans == ("Owner: Ann · Marked done on 20\u00a0Nov\u00a02026",)
    assert report.subjects[0].other_plans == ()


def test_that_plans_of_several_kites_for_one_step_are_told_apart() -> None:
    green, blue = (replace(SOLD, id=one, name=one) for one in ("Green", "Blue"))
    both = context(SOLD.with_action("papers", DONE), green.with_action("papers", DONE))
    assert both.summary.steps[0].plans == ("Owner: Ann · Marked done on 20\u00a0Nov\u00a02026",)
    some = context(SOLD.with_action("papers", Action(owner="Bob")), green, blue)
    assert some.summary.steps[0].plans == ("Red · Owner: Bob",)


def test_that_a_plan_for_no_duty_is_kept_under_other_plans() -> None:
    subject = SOLD.with_action("log", Action(owner="Bob")).with_action("gone", DONE)
    found = context(subject).subjects[0].other_plans
    assert [(one.title, one.plan.line) for one in found] == [
        ("Keep a log", "Owner: Bob"),
        ("gone", "Owner: Ann"),
    ]


def test_that_many_kites_share_one_bar() -> None:
    sold = [kite(f"K{number}", {"kite.given": "sold", "kite.span": 1}) for number in range(6)]
    (bar,) = context(*sold).summary.bars
    assert [share.count for share in bar.shares] == [0, 0, 0, 6, 0]


def test_that_a_summary_of_many_kites_counts_instead_of_listing() -> None:
    many = [kite(f"K{number}", {"kite.given": "kept"}) for number in range(5)]
    lead = context(*many, SOLD, org_club=True).summary.lead
    assert lead == ("Firma X assessed 6 products and projects.", "No role: 5; Seller: 1.")


def test_that_only_some_of_many_names_and_groups_stand_in_the_box() -> None:
    sold = [kite(f"K{number}", {"kite.given": "sold"}) for number in range(6)]
    page = context(*sold).summary
    (statement,) = page.in_force
    assert statement.text.startswith("for K0, K1, K2 and 3 more since")


def test_that_an_established_role_says_when_answers_can_still_add_another() -> None:
    lent = build_context(assessment(LENT, org_club=True), _with_a_second_role(), AS_OF, None,
                         "1.2", "en")  # fmt: skip
    result = lent.subjects[0].results[0]
    assert result.headline == "Host"
    assert result.state == "Established; 1 answer can add a role"
    assert [role.title for role in result.undecided] == ["Keeper"]


def test_that_a_role_excluded_by_the_date_alone_says_so() -> None:
    result = build_context(assessment(SOLD), _with_an_outdated_role(), AS_OF, None, "1.2", "en")
    reasons = {one.title: one.why for one in result.subjects[0].results[0].ruled_out}
    assert reasons["Keeper"] == "It does not follow from the answers."


def test_that_a_date_on_which_nothing_is_certain_has_the_sign_of_may_apply() -> None:
    page = context(OPEN).summary
    assert {one.moment.sign for one in page.dates} == {"may_apply"}
    assert page.in_force[0] == Statement("No duty", "is established as in force on these answers.")
    assert page.in_force[1] == Statement("1 may apply", "since 11\u00a0Sep\u00a02026, for Grey.")


def test_that_a_date_tells_who_has_a_duty_from_who_may_have_one() -> None:
    first = context(SOLD, OPEN).summary.dates[0]
    assert (first.duties, first.subjects) == ("1 duty", "Red; may apply to Grey")
    assert first.moment.sign == "in_force"


def test_that_one_question_open_for_many_kites_is_one_step() -> None:
    page = context(OPEN, kite("Pink", {"kite.given": "dont_know"}), org_club=True).summary
    assert [step.id for step in page.steps] == ["kite.given"]


def test_that_a_report_without_subjects_says_so() -> None:
    page = context().summary
    assert page.lead == ("No product or project has been added to this assessment.",)
    assert (page.timeline, page.dates, page.steps) == (None, (), ())


def test_that_the_law_is_named_with_number_address_and_edition() -> None:
    report = context(SOLD)
    (edition,) = report.editions
    assert (edition.title, edition.number) == ("Kite Act", "Regulation (EU) 2025/1")
    assert (edition.edition, edition.holds_from) == ("2025-06-01", "1 June 2025")
    assert report.not_covered == ("AI Act, Regulation (EU) 2024/1689",)


def test_that_the_dates_come_from_the_record_or_else_from_the_date_of_the_law() -> None:
    with_record = context(SOLD)
    assert (with_record.as_of, with_record.issued) == ("23 November 2026", RECORD.last_at)
    assert with_record.last_changed == "22 November 2026, 08:05 UTC"
    without = build_context(assessment(SOLD), KITES, AS_OF, None, "1.2", "en")
    assert (without.issued, without.last_changed) == ("2026-11-23T00:00:00+00:00", "")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Fir\u202ema\u2066 X", "Firma X"),
        ("A\x00\x1b[31mB\nC", "A [31mB C"),
        ("  spaced \t out  ", "spaced out"),
        ("", "Organisation without a name"),
        ("\ud800", "Organisation without a name"),
    ],
)
def test_that_a_name_cannot_turn_or_break_the_text_around_it(raw: str, shown: str) -> None:
    assert context(SOLD, name=raw).organisation == shown


def test_that_a_name_is_never_read_as_a_placeholder() -> None:
    report = context(kite("{organisation}", {"kite.given": "sold"}), name="{subject}")
    assert report.summary.lead == ("{subject} is the seller of {organisation}.",)


def test_that_a_subject_without_a_name_gets_a_number() -> None:
    assert context(kite("", {"kite.given": "sold"})).subjects[0].name == "Subject 1"


def _keeper(when: dict[str, object]) -> Questionnaire:
    keeper = Finding.model_validate(
        {
            "id": "keeper", "group": "role", "value": "importer", "act": "cra", "title": "Keeper",
            "sentence": "Kept.", "provisions": ["Kite Art. 12"], "when": when,
        }
    )  # fmt: skip
    parts = {name: getattr(KITES, name) for name in Questionnaire.model_fields}
    return Questionnaire.model_validate({**parts, "findings": (*KITES.findings, keeper)})


def _with_a_second_role() -> Questionnaire:
    return _keeper({"answer": "kite.span", "below": 100})


def _with_an_outdated_role() -> Questionnaire:
    return _keeper({"as_of": {"before": "2020-01-01"}})


def test_that_a_bar_splits_by_status_and_the_shares_join() -> None:
    (subject,) = context(SOLD, org_club=False).subjects
    (result,) = subject.results
    first, *rest = result.duty_groups
    met = replace(first, duties=tuple(replace(one, status="met") for one in first.duties))
    changed = replace(subject, results=(replace(result, duty_groups=(met, *rest)),))
    (bar,) = summary("Firma X", [changed], (), AS_OF).bars
    assert [(one.status, one.count, one.start, one.width) for one in bar.shares if one.count] == [
        ("met", 1, 0.0, 0.5),
        ("unknown", 1, 0.5, 0.5),
    ]
