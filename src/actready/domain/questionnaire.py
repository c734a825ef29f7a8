# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A questionnaire: sections, questions, facts, findings and obligations of one or more editions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from pydantic import Field, model_validator

from actready.domain.conditions import AnswerTest, Condition, FactTest, FindingTest, leaves
from actready.domain.penalties import Penalties
from actready.domain.records import Record
from actready.domain.terms import About, Act, Kind, Nature, Theme


class Group(Record):
    """Findings that answer one matter, such as scope or role.

    ``exactly_one`` says that every full set of answers establishes exactly one of them.
    ``exclusive`` lists pairs of values that are never established together.
    """

    id: str
    title: str
    about: About = About.SUBJECT
    exactly_one: bool = False
    exclusive: tuple[tuple[str, str], ...] = ()


class Edition(Record):
    """The law as it stood from a date until the next edition.

    ``at_most`` is the number of questions within which every role has to be settled, if not 0.
    """

    id: str
    act: Act
    title: str
    short: str = ""
    number: str = ""
    eli: str = ""
    applies_from: date
    until: date | None = None
    at_most: int = 0
    groups: tuple[Group, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Tell whether this edition is the law on a date."""
        return self.applies_from <= day and (self.until is None or day < self.until)


class Section(Record):
    """A group of questions about one theme, shown together in the outline."""

    id: str
    title: str
    about: About = About.SUBJECT
    act: Act = Act.COMMON


class Option(Record):
    """One possible answer. ``alone`` excludes all others; ``otherwise`` marks the rest class."""

    id: str
    label: str
    hint: str = ""
    alone: bool = False
    otherwise: bool = False


class Question(Record):
    """One thing to ask, once for both acts.

    ``unknown`` says what to do to find out. ``guidance`` is set where the reason to ask rests on
    guidance that does not bind. ``calculator`` names a calculator that helps to find a number.
    """

    id: str
    kind: Kind
    text: str
    why: str
    unknown: str
    provisions: tuple[str, ...] = Field(min_length=1)
    instruction: str = ""
    examples: tuple[str, ...] = Field(min_length=1)
    options: tuple[Option, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""
    guidance: str = ""
    calculator: Literal["", "training_compute"] = ""
    section: str = ""
    about: About = About.SUBJECT
    act: Act = Act.COMMON

    @model_validator(mode="after")
    def _options_fit_the_kind(self) -> Question:
        choosing = self.kind in (Kind.ONE_OF, Kind.SEVERAL_OF)
        if choosing != (len(self.options) > 1):
            raise ValueError("one_of and several_of need two options or more, other kinds none")
        if self.calculator and self.kind is not Kind.NUMBER:
            raise ValueError("only a question of the kind number has a calculator")
        return self

    def option(self, option_id: str) -> Option | None:
        """Return the option with this id, if there is one."""
        return next((option for option in self.options if option.id == option_id), None)


class Claim(Record):
    """What facts and findings share: a condition, its provisions, and how settled the law is.

    ``settled`` is false where the rule rests on guidance or open doctrine; ``note`` then says why.
    """

    id: str
    when: Condition
    provisions: tuple[str, ...] = Field(min_length=1)
    settled: bool = True
    note: str = ""
    act: Act = Act.COMMON

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of the record, beginning with when it holds."""
        return (self.when,)

    @model_validator(mode="after")
    def _open_points_say_why(self) -> Claim:
        if not self.settled and not self.note:
            raise ValueError("a claim that is not settled needs a note that says why")
        return self


class Fact(Claim):
    """A named condition over answers: one step in a chain of reasons.

    ``otherwise`` says what is the case when the fact does not hold. Only a fact that sums up others
    may leave it out.
    """

    text: str
    otherwise: str = ""

    @model_validator(mode="after")
    def _tests_of_answers_have_both_texts(self) -> Fact:
        tests_an_answer = any(isinstance(leaf, AnswerTest) for leaf in leaves(self.when))
        if tests_an_answer and not self.otherwise:
            raise ValueError("a fact that tests an answer needs otherwise, its text when false")
        return self


class Start(Record):
    """A first day that holds under a condition."""

    day: date = Field(alias="from")
    when: Condition


class Dated(Claim):
    """What findings and obligations share: from when they apply.

    ``applies_from`` is the first day on which anything follows; the first of ``starts`` whose
    condition holds takes its place. ``formally_from`` is set where the law names an earlier day
    on which nothing can follow yet.
    """

    applies_from: date | None = None
    starts: tuple[Start, ...] = ()
    formally_from: date | None = None

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of the record: when it holds, then those of its starts."""
        return (self.when, *(start.when for start in self.starts))

    @model_validator(mode="after")
    def _starts_have_a_rest(self) -> Dated:
        if self.starts and self.applies_from is None:
            raise ValueError("starts need applies_from, the day when no line of them holds")
        return self


class Finding(Dated):
    """What the law makes of a subject: scope, role, class. One value of a group.

    ``title`` is short (Manufacturer), ``sentence`` is whole, ``otherwise`` says why not.
    """

    group: str
    value: str
    title: str
    sentence: str
    otherwise: str = ""
    follows: str = ""


class Effort(Record):
    """Working time to close a gap, from and to, by size of firm. An estimate, with its source."""

    micro: tuple[float, float]
    small: tuple[float, float]
    medium: tuple[float, float]
    unit: Literal["hours"] = "hours"
    source: str


class Obligation(Dated):
    """A duty: when it applies, from when, what an auditor would ask for, and the fine.

    ``covers`` names the entries of the register of duties that it stands for. ``readiness`` names
    the questions that tell how far it is met; ``depends_on`` the duties to do first; ``weight``
    runs from 1 to 3. An option or a note is listed with the duties, but is never a gap.
    ``penalty`` is the id of a ceiling, or says that there is no fine, or one of national law.
    """

    title: str
    text: str
    applies_from: date
    penalty: str
    evidence: tuple[str, ...] = ()
    nature: Nature = Nature.DUTY
    covers: tuple[str, ...] = ()
    theme: Theme | None = None
    weight: int = Field(default=1, ge=1, le=3)
    depends_on: tuple[str, ...] = ()
    next_step: str = ""
    effort: Effort | None = None
    readiness: tuple[str, ...] = ()


class Questionnaire(Record):
    """The questionnaires of all acts for one date, merged. An assessment is judged by it."""

    editions: tuple[Edition, ...]
    sections: tuple[Section, ...] = ()
    questions: tuple[Question, ...] = ()
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    penalties: tuple[Penalties, ...] = ()

    @cached_property
    def question_by_id(self) -> Mapping[str, Question]:
        """Questions by id, in asking order."""
        return MappingProxyType({question.id: question for question in self.questions})

    @cached_property
    def claim_by_id(self) -> Mapping[str, Fact | Finding]:
        """Facts and findings by id."""
        claims: tuple[Fact | Finding, ...] = (*self.facts, *self.findings)
        return MappingProxyType({claim.id: claim for claim in claims})

    @cached_property
    def obligation_by_id(self) -> Mapping[str, Obligation]:
        """Obligations by id."""
        return MappingProxyType({one.id: one for one in self.obligations})

    @cached_property
    def position(self) -> Mapping[str, int]:
        """The place of each question in asking order."""
        return MappingProxyType({one.id: place for place, one in enumerate(self.questions)})

    @cached_property
    def readiness_questions(self) -> frozenset[str]:
        """The questions that tell how far obligations are met. They decide no finding."""
        return frozenset(one for duty in self.obligations for one in duty.readiness)

    @cached_property
    def tests_of(self) -> Mapping[str, tuple[AnswerTest, ...]]:
        """The tests that facts and findings make of each answer, by question."""
        found: dict[str, list[AnswerTest]] = {}
        for claim in self.claim_by_id.values():
            for leaf in leaves(claim.when):
                if isinstance(leaf, AnswerTest):
                    found.setdefault(leaf.answer, []).append(leaf)
        return MappingProxyType({one: tuple(tests) for one, tests in found.items()})

    @cached_property
    def findings_resting_on(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings that rest on each question, directly or through facts."""
        cones = _Cones(self.claim_by_id)
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            for question in cones.of(finding.id):
                found.setdefault(question, []).append(finding)
        return MappingProxyType({one: tuple(findings) for one, findings in found.items()})

    @cached_property
    def groups(self) -> Mapping[tuple[Act, str], Group]:
        """Groups of findings by act and id."""
        return MappingProxyType(
            {(edition.act, one.id): one for edition in self.editions for one in edition.groups}
        )

    @cached_property
    def fine_questions(self) -> frozenset[str]:
        """The questions that ceilings of fines rest on by themselves, such as the turnover."""
        return frozenset[str]().union(*(one.questions() for one in self.penalties))

    def penalties_of(self, act: Act) -> Penalties | None:
        """Return what is laid down about fines under an act, or None where nothing is."""
        return next((one for one in self.penalties if one.act == act), None)

    def edition(self, act: Act) -> Edition | None:
        """Return the edition of an act, or None where no questionnaire covers it."""
        return next((edition for edition in self.editions if edition.act == act), None)

    def findings_of(self, act: Act, group: str) -> tuple[Finding, ...]:
        """Return the findings of one group, in the order of the questionnaire."""
        return tuple(one for one in self.findings if one.act == act and one.group == group)

    def questions_of(self, section: str) -> tuple[Question, ...]:
        """Return the questions of one section, in asking order."""
        return tuple(question for question in self.questions if question.section == section)


class _Cones:
    """Finds the questions on which claims rest; every claim is looked at once."""

    def __init__(self, claims: Mapping[str, Fact | Finding]) -> None:
        self._claims = claims
        self._known: dict[str, frozenset[str]] = {}

    def of(self, claim_id: str) -> frozenset[str]:
        """Return the questions on which a fact or a finding rests."""
        if claim_id not in self._known:
            found: set[str] = set()
            for leaf in leaves(self._claims[claim_id].when):
                match leaf:
                    case AnswerTest(answer=question):
                        found.add(question)
                    case FactTest(fact=name) | FindingTest(finding=name):
                        found |= self.of(name)
            self._known[claim_id] = frozenset(found)
        return self._known[claim_id]
