# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import datetime

from tests.domain.example import EXAMPLE, TODAY, assessment

from actready.domain.answers import Value
from actready.domain.assessment import Assessment, Organisation
from actready.domain.scoring import Evaluation, evaluate_subject
from actready.gui.models.findings import Sign
from actready.gui.models.recent import FileSummary, file_summary, when

LENT: dict[str, Value] = {"boat.use": "lend", "boat.return": ("money",)}
SAILED: dict[str, Value] = {"boat.use": "sail"}
NOW = datetime(2026, 11, 23, 9, 30)


def summary_of(shown: Assessment) -> FileSummary:
    def evaluate(subject_id: str | None) -> Evaluation:
        subject = shown.subject(subject_id) if subject_id else None
        return evaluate_subject(EXAMPLE, shown, subject, TODAY)

    return file_summary(shown, evaluate)


def test_that_a_file_with_one_role_says_which() -> None:
    assert summary_of(assessment({}, LENT)) == FileSummary(
        "Harbour", "1 subject: Manufacturer", Sign.ESTABLISHED, "Manufacturer"
    )


def test_that_a_file_with_several_roles_counts_them() -> None:
    summary = summary_of(assessment({}, LENT, SAILED, LENT))
    assert summary.text == "3 subjects: Manufacturer, None"
    assert summary.headline == "3 roles established"


def test_that_an_undetermined_role_is_said_before_all_others() -> None:
    summary = summary_of(assessment({}, LENT, {"boat.use": "dont_know"}, {}))
    assert (summary.sign, summary.headline) == (Sign.UNDETERMINED, "2 roles undetermined")


def test_that_roles_still_to_find_are_counted() -> None:
    summary = summary_of(assessment({}, {}))
    assert (summary.sign, summary.headline) == (Sign.UNASKED, "1 role still to find")
    assert summary.text == "1 subject"


def test_that_an_empty_file_claims_nothing() -> None:
    assert summary_of(Assessment(Organisation(""))) == FileSummary(
        "Your organisation", "0 subjects", None, ""
    )


def test_that_times_are_said_as_people_say_them() -> None:
    assert when(datetime(2026, 11, 23, 8, 5), NOW) == "Today, 08:05"
    assert when(datetime(2026, 11, 22, 23, 59), NOW) == "Yesterday"
    assert when(datetime(2026, 3, 1, 8, 0), NOW) == "1\u00a0Mar\u00a02026"
