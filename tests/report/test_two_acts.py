# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a report says about a subject under two acts at once."""

from __future__ import annotations

from tests.report.test_pdf import bookmarks

from actready.report.context import (
    ESTABLISHED,
    EXCLUDED,
    PROHIBITED,
    ActResult,
    ReportContext,
    SubjectReport,
)
from actready.report.render import render_html


def first(report: ReportContext) -> SubjectReport:
    return report.subjects[0]


def pilot(report: ReportContext, subject: int = 0) -> ActResult:
    return report.subjects[subject].results[1]


def test_that_the_cover_has_a_verdict_for_each_act(both_acts: ReportContext) -> None:
    shown = [(one.short, one.headline) for one in first(both_acts).results]
    assert shown == [("Boats", "Manufacturer"), ("Pilot", "Provider and deployer")]
    html = render_html(both_acts)
    assert "Prohibited practice; High risk, towing; Notice" in html
    assert html.index("Prohibited from 2 December 2026") < html.index("Summary for management")


def test_that_a_ban_says_when_which_and_what_to_do(both_acts: ReportContext) -> None:
    ban = pilot(both_acts).ban
    assert ban is not None
    assert (ban.title, ban.text) == (
        "Prohibited from 2 December 2026",
        "Tricks, Art. 5(1)(ba). Stop it.",
    )
    assert both_acts.summary.in_force[0].strong == ban.title
    assert pilot(both_acts, 1).ban is None


def test_that_all_tiers_stand_with_their_dates_and_the_ban_first(
    both_acts: ReportContext,
) -> None:
    assert [(one.sign, one.title, one.when) for one in pilot(both_acts).tiers] == [
        (PROHIBITED, "Prohibited practice", "From 2\u00a0Dec\u00a02026"),
        (ESTABLISHED, "High risk, towing", "From 2\u00a0Dec\u00a02027"),
        (ESTABLISHED, "Notice", "Since 2\u00a0Aug\u00a02026"),
    ]


def test_that_steps_are_told_once(both_acts: ReportContext) -> None:
    provider, deployer = pilot(both_acts).roles
    assert [step.texts for step in provider.steps] == [("Yes to pilot.",), ("Yes to builds.",)]
    assert [step.texts for step in deployer.steps] == [("Yes to sails.",)]
    assert (provider.continues, deployer.continues) == (False, True)


def test_that_open_source_is_told_apart_with_the_failing_test(both_acts: ReportContext) -> None:
    assert [(one.sign, one.title, one.failing) for one in pilot(both_acts).open_source] == [
        (ESTABLISHED, "Open plans", ()),
        (EXCLUDED, "Relief", ("Yes to tows.",)),
    ]


def test_that_points_of_the_annex_are_named_and_circumstances_are_not(
    both_acts: ReportContext,
) -> None:
    titles = [one.title for one in pilot(both_acts).further]
    assert "Annex III point 2: Towing" in titles
    assert "In a harbour" not in titles
    assert "What else matters" not in render_html(both_acts)


def test_that_one_register_holds_the_duties_of_both_acts_by_date(
    both_acts: ReportContext,
) -> None:
    listed = [(one.act, one.title) for group in first(both_acts).register for one in group.duties]
    assert listed == [
        ("Pilot", "Notice"),
        ("Boats", "Papers of Boat 1"),
        ("Boats", "Show a flag"),
        ("Pilot", "Logbook"),
    ]
    logbook = first(both_acts).register[-1].duties[-1]
    assert logbook.formal.startswith("Formally since 2\u00a0Aug\u00a02026, in effect from")
    assert logbook.serves == "Also serves Boats: Show a flag."


def test_that_the_time_line_and_its_table_name_the_acts(both_acts: ReportContext) -> None:
    line = both_acts.summary.timeline
    assert line is not None
    assert "Pilot, 1 duty" in line.words
    assert [(one.moment.iso, one.acts) for one in both_acts.summary.dates][-1] == (
        "2027-12-02",
        "Pilot",
    )


def test_that_what_is_wholly_open_is_counted_and_not_listed(both_acts: ReportContext) -> None:
    unknown = pilot(both_acts, 2)
    assert (unknown.headline, unknown.tier_line, unknown.tiers) == ("Role undetermined", "", ())
    assert [one.title for one in unknown.open_groups] == ["Tiers", "Open source told apart"]


def test_that_both_editions_are_the_legal_basis(both_acts: ReportContext) -> None:
    assert [one.title for one in both_acts.editions if one.number] == ["Pilot Act"]
    assert both_acts.not_covered == ()


def test_that_each_act_has_a_bookmark_under_its_subject(both_pdf: bytes) -> None:
    marks = bookmarks(both_pdf)
    chapter = marks.index("2 Boat 1: role and reasons")
    assert marks[chapter + 1] == "Boats Act"
    assert "Pilot Act" in marks[chapter:]
