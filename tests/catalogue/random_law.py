# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Random small laws over five questions, and every set of answers to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from hypothesis import strategies as st

from actready.domain.answers import Value
from actready.domain.conditions import (
    AllOf,
    AnswerTest,
    AnyOf,
    Condition,
    DateRange,
    Not,
)
from actready.domain.explanation import open_questions
from actready.domain.questionnaire import (
    Edition,
    Finding,
    Group,
    Option,
    Question,
    Questionnaire,
    Section,
)
from actready.domain.scoring import Evaluation
from actready.domain.terms import Act, Kind

DAY = date(2028, 1, 10)
FIRST, BEFORE = date(2026, 1, 1), date(2029, 1, 1)


def question(name: str, kind: Kind, *options: Option, minimum: float | None = None) -> Question:
    return Question(
        id=name,
        kind=kind,
        text="What?",
        why="Why.",
        unknown="Ask.",
        provisions=("Art. 1",),
        examples=("One.",),
        options=options,
        minimum=minimum,
        section="all",
    )


def option(name: str, *, alone: bool = False) -> Option:
    return Option(id=name, label=name, alone=alone)


QUESTIONS = (
    question("one", Kind.ONE_OF, option("a"), option("b"), option("c")),
    question("some", Kind.SEVERAL_OF, option("a"), option("b"), option("n", alone=True)),
    question("yes", Kind.YES_NO),
    question("count", Kind.NUMBER, minimum=0),
    question("day", Kind.DATE),
)

#: Every answer to a question that could matter to the tests below.
ALL_VALUES: Mapping[str, tuple[Value, ...]] = {
    "one": ("a", "b", "c"),
    "some": (("a",), ("b",), ("a", "b"), ("n",)),
    "yes": (True, False),
    "count": (0, 4, 5, 9, 10, 11),
    "day": ("2027-12-10", "2027-12-11", "2028-01-01"),
}
#: One value for each stretch between the limits, to count what the walk counts.
COUNTED: Mapping[str, int] = {"one": 3, "some": 4, "yes": 2, "count": 3, "day": 2}

tests = st.sampled_from(
    [
        AnswerTest(answer="one", equals="a"),
        AnswerTest(answer="one", one_of=("b", "c")),
        AnswerTest(answer="some", includes=("a",)),
        AnswerTest(answer="some", includes=("b", "n")),
        AnswerTest(answer="yes", equals=True),
        AnswerTest(answer="yes", equals=False),
        AnswerTest(answer="count", at_least=5),
        AnswerTest(answer="count", below=10),
        AnswerTest(answer="day", dated=DateRange(before=date(2027, 12, 11))),
    ]
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    tests,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(parts=tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(parts=tuple(parts))),
        inner.map(lambda part: Not(part=part)),
    ),
    max_leaves=5,
)


def finding(number: int, group: str, when: Condition) -> Finding:
    return Finding(
        id=f"{group}.{number}",
        group=group,
        value=f"v{number}",
        title="T",
        sentence="S.",
        when=when,
        provisions=("Art. 1",),
        act=Act.CRA,
    )


def questionnaire(roles: list[Condition], scopes: list[Condition]) -> Questionnaire:
    edition = Edition(
        id="2024-12-10",
        act=Act.CRA,
        title="T",
        applies_from=date(2024, 12, 10),
        groups=(Group(id="role", title="R"), Group(id="scope", title="S")),
    )
    findings = [finding(number, "role", when) for number, when in enumerate(roles)]
    findings += [finding(number, "scope", when) for number, when in enumerate(scopes)]
    section = Section(id="all", title="All")
    return Questionnaire(
        editions=(edition,), sections=(section,), questions=QUESTIONS, findings=tuple(findings)
    )


questionnaires = st.builds(
    questionnaire,
    st.lists(conditions, min_size=1, max_size=3),
    st.lists(conditions, min_size=1, max_size=2),
)


def all_answers() -> Iterator[dict[str, Value]]:
    for values in product(*ALL_VALUES.values()):
        yield dict(zip(ALL_VALUES, values, strict=True))


def asked_along(one: Questionnaire, answers: Mapping[str, Value]) -> tuple[tuple[str, ...], int]:
    """Return the questions asked with these answers, and how many before the roles were settled."""
    known: dict[str, Value] = {}
    until_settled = None
    while True:
        evaluation = Evaluation(one, known, DAY)
        roles = one.findings_of(Act.CRA, "role")
        if until_settled is None and all(evaluation.claim(role.id) is not None for role in roles):
            until_settled = len(known)
        following = open_questions(evaluation)
        if not following:
            assert until_settled is not None
            return tuple(known), until_settled
        name = following[0].question.id
        known[name] = answers[name]
