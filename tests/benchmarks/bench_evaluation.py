# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long it takes to evaluate one subject, against the least that it could take.

The least is a loop that looks up one answer for every test of an answer in the rules. Run with
``python -m tests.benchmarks.bench_evaluation``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import date
from statistics import median

from actready.catalogue import open_catalogue
from actready.domain.answers import Value
from actready.domain.conditions import AnswerTest, leaves
from actready.domain.explanation import asked_questions, open_questions, reasons
from actready.domain.questionnaire import Questionnaire
from actready.domain.scoring import Evaluation

AS_OF = date(2026, 11, 23)
ANSWERS: Mapping[str, Value] = {
    "org.legal_form": "legal_person",
    "supply.form": "download",
    "subject.relation": "make",
    "supply.reach": "union",
    "supply.price": ("nothing",),
    "licence.kind": "open_source",
    "product.connection": True,
    "product.other_law": "none",
    "steward.intended": True,
    "steward.support": ("engineering",),
    "steward.viability": True,
}
ROUNDS = 300


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median time of one call."""
    times = []
    for _round in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return median(times) * 1000


def evaluate(questionnaire: Questionnaire) -> Evaluation:
    evaluation = Evaluation(questionnaire, ANSWERS, AS_OF)
    for finding in questionnaire.findings:
        evaluation.status(finding)
    _obligations = evaluation.obligations
    return evaluation


def main() -> None:
    questionnaire = open_catalogue().questionnaire(AS_OF)
    records = (*questionnaire.facts, *questionnaire.findings, *questionnaire.obligations)
    tested = [
        leaf.answer
        for record in records
        for leaf in leaves(record.when)
        if isinstance(leaf, AnswerTest)
    ]
    evaluation = evaluate(questionnaire)
    least = milliseconds(lambda: [ANSWERS.get(question) for question in tested])
    needed = milliseconds(lambda: evaluate(questionnaire))
    explained = milliseconds(
        lambda: [reasons(evaluation, one) for one in questionnaire.findings], 50
    )
    opened = milliseconds(lambda: open_questions(evaluate(questionnaire)))
    road = milliseconds(lambda: asked_questions(evaluation), 20)
    report = (
        f"rules: {len(records)}, tests of answers: {len(tested)}",
        f"least (look-ups only)     {least:8.4f} ms",
        f"evaluation of one subject {needed:8.4f} ms   {needed / least:6.0f} times the least",
        f"reasons of all findings   {explained:8.4f} ms",
        f"open questions            {opened:8.4f} ms",
        f"road of questions         {road:8.4f} ms",
    )
    print("\n".join(report))  # noqa: T201 - printing is its work


if __name__ == "__main__":
    main()
