# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The HTML: sections in order, names as plain text, nothing fetched from anywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.domain.example import TODAY, assessment
from tests.domain.fined import FINED
from tests.report.example import DATA, LENT, OPEN, RECORD, SOLD, context, kite

from actready.domain.actions import Action
from actready.domain.answers import Value
from actready.report.build import build_context
from actready.report.job import job_for
from actready.report.render import render_html
from actready.resources import data_folder

HOSTILE = '<script>alert(1)</script> & "quoted" {{ 7*7 }} </title>'


def headings(html: str) -> list[str]:
    return re.findall(r'<h2 id="[\w-]+"[^>]*>(.*?)</h2>', html)


def test_that_the_sections_follow_each_other_and_the_contents_name_them_all() -> None:
    html = render_html(context(SOLD, LENT, org_club=True))
    assert headings(html) == [
        "Contents",
        "Summary for management",
        "Red: role and reasons",
        "Red: duties that follow",
        "Blue: role and reasons",
        "Blue: duties that follow",
        "What is not known",
        "Answers and notes",
        "Legal basis, method and limits",
        "Record and how to verify it",
    ]
    listed = re.findall(r'<li><a href="#([\w-]+)">(.*?)</a></li>', html)
    assert [title for _anchor, title in listed] == headings(html)[1:]
    assert all(f'id="{anchor}"' in html for anchor, _title in listed)


def test_that_plans_for_no_duty_stand_after_the_duties_or_in_a_chapter_of_their_own() -> None:
    kept = kite("Home", {"kite.given": "kept"}).with_action("gone", Action(owner="Bob <b>"))
    html = render_html(context(SOLD.with_action("log", Action(note="Soon", done=True)), kept))
    assert "Home: other plans" in headings(html)
    assert "Red: other plans" not in headings(html)
    assert html.count("Kept as written.") == 2
    assert "Owner: Bob &lt;b&gt;" in html
    assert "Note: Soon" in html
    assert "<title>Marked done</title>" in html


@pytest.mark.parametrize("where", ["organisation", "subject", "note"])
def test_that_hostile_text_stays_text(where: str) -> None:
    subject = kite(
        HOSTILE if where == "subject" else "Red",
        {"kite.given": "sold"},
        kite_given=HOSTILE if where == "note" else "",
    )
    html = render_html(context(subject, name=HOSTILE if where == "organisation" else "X"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "{{ 7*7 }}" in html
    assert "<script" not in html
    assert html.count("</title>") == len(re.findall("<title>", html))


def test_that_the_document_refers_to_nothing_outside_itself() -> None:
    html = render_html(context(SOLD, OPEN))
    assert not re.search(r"\bsrc=|url\(|@import|<link|<img|<object", html)
    assert set(re.findall(r'href="([^#"][^"]*)"', html)) == {"http://example.eu/eli/2025/1"}


def test_that_ids_are_unique() -> None:
    ids = re.findall(r'\bid="([^"]+)"', render_html(context(SOLD, SOLD, OPEN)))
    assert len(ids) == len(set(ids))


def test_that_every_sign_has_a_word_for_those_who_do_not_see_it() -> None:
    html = render_html(context(SOLD, LENT, OPEN))
    assert html.count("<svg") > 20
    assert html.count("<svg") == len(re.findall(r"<svg[^>]*>\s*<title>[^<]+</title>", html))


def test_that_a_broken_chain_is_said_on_the_cover_and_in_the_record() -> None:
    report = context(SOLD)
    assert report.record is not None
    html = render_html(replace(report, record=replace(report.record, intact=False)))
    assert "Chain broken" in html
    assert "Broken: the file was changed outside the program" in html
    assert "Intact" not in html


def test_that_a_report_without_record_or_subjects_can_be_made() -> None:
    html = render_html(replace(context(), record=None))
    assert "Answers file, no record" in html
    assert "No product or project has been added" in html


def test_that_the_report_prints_the_digest_of_its_data() -> None:
    html = job_for(context(SOLD), Path("report.pdf"), DATA).html
    # What sha256sum prints for the data, in groups of eight.
    assert "5c0362a6 b26f67a3 b07361d8 fc639e40 b3197be0 819b7b2d 2724f40f a550e116" in html
    assert "27 bytes" in html


def test_that_the_style_uses_tokens_only_and_no_colour_of_its_own() -> None:
    css = (data_folder("templates") / "report" / "report.css").read_text("utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", css)
    used = set(re.findall(r"var\(--(\w+)\)", css))
    defined = set(re.findall(r"--(\w+): #", render_html(context(SOLD))))
    assert used <= defined


def fined_html(**own: Value) -> str:
    boat: dict[str, Value] = {
        "boat.use": "lend", "boat.return": ("money",), "boat.launched": "2024-01-01",
    }  # fmt: skip
    filed = assessment({"org.club": False, **own}, boat)
    return render_html(build_context(filed, FINED, TODAY, RECORD, "1.2", "en"))


def test_that_a_box_before_the_duties_says_how_high_fines_can_be() -> None:
    html = fined_html().replace("\u00a0", " ")
    box = html.index("How high fines can be")
    assert box < html.index('<table class="register">')
    assert "<b>Up to EUR 15 million or 2.5 % of turnover, whichever is higher.</b>" in html
    assert "Give the turnover to see the sum." in html
    assert "A ceiling for Harbour is no forecast." in html
    assert '<td class="fine">€15m or 2.5 %</td>' in html


def test_that_the_turnover_turns_the_ceiling_into_a_sum_and_a_relief_into_none() -> None:
    html = fined_html(**{"org.turnover": 1_500_000_000, "org.club": True}).replace("\u00a0", " ")
    assert "<small>As a club, Harbour is not fined.</small>" in html
    assert '<td class="fine">none</td>' in html
    assert "<td>As a club, Harbour is not fined.</td>" in html


def test_that_a_law_without_ceilings_has_no_box() -> None:
    assert "How high fines can be" not in render_html(context(SOLD))
