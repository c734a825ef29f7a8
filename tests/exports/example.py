# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Contexts for exports: the kites of the report's tests with plans, and one that is all hostile."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

from tests.report.example import AS_OF, KITES, LENT, OPEN, RECORD, assessment, kite

from actready.domain.actions import Action
from actready.domain.assessment import Subject
from actready.report.build import build_context
from actready.report.context import ReportContext

ORIGIN = "cd" * 32
SOLD = kite("Red", {"kite.given": "sold", "kite.span": 320}, kite_given="See the till.")
PLANNED = Action(owner="Ann", due=date(2027, 1, 31), note="Ask the printer.", effort=(6, 10))
DONE = Action(owner="Bob", due=date(2026, 12, 1), done=True, done_on=date(2026, 11, 20))

#: What people paste into fields, by accident or not.
HOSTILE = (
    '=HYPERLINK("http://example.eu","x")',
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "\t=1+1",
    "＝1+1",
    "x" * 10_000,
    "bell \x07, null \x00, escape \x1b[31m, end \x9c",
    "right \u202eto left\u202c mark \u200f",
    "half a letter \ud800",
    "<script>alert(1)</script> &amp; ]]> <?xml?>",
    "BEGIN:VEVENT\r\nSUMMARY:not mine;x,y\\nEND:VALARM",
    "_x0041_ {organisation} {{ 7*7 }} %s",
    "\uffff\ufffe \U000e0041",
)


def made(*subjects: Subject, name: str = "Firma X", origin: str = ORIGIN) -> ReportContext:
    """Return the context of these kites, from a file whose first entry has a digest."""
    whole = assessment(*subjects, name=name, org_club=True, org_people=3)
    record = replace(RECORD, origin=origin)
    return build_context(whole, KITES, AS_OF, record, "1.2", "en")


def planned(subject: Subject, **actions: Action) -> Subject:
    """Return a subject with plans for its duties."""
    return replace(subject, actions=actions)


def usual() -> ReportContext:
    """Red owes papers since 2026-09-11 and a flag from 2027-06-01; Blue owes a log from 2028."""
    return made(planned(SOLD, papers=PLANNED, flag=DONE), LENT, OPEN)


def hostile() -> ReportContext:
    """Every text that people write is hostile: names, notes, owners."""
    subjects = [
        replace(
            kite(text, {"kite.given": "sold", "kite.span": 320}, kite_given=text),
            id=f"s{number}",
            description=text,
            actions={"papers": Action(owner=text[:200], due=date(2027, 1, 31), note=text)},
        )
        for number, text in enumerate(HOSTILE)
    ]
    return made(*subjects, name=HOSTILE[0])


def harmful(text: str) -> list[str]:
    """Return the controls, halves of letters and marks of direction in a text; tabs are none."""
    return [
        one
        for one in text
        if (unicodedata.category(one) in {"Cc", "Cs", "Cn"} and one not in "\n\t")
        or one in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    ]
