# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks worked cases against the questionnaire of their date: questions, values, results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from actready.catalogue.cases import Case, CaseSubject
from actready.catalogue.editions import Period
from actready.catalogue.loaded import LoadedEdition
from actready.catalogue.places import Place
from actready.domain.answers import AnswerFault, checked
from actready.domain.questionnaire import Question
from actready.domain.terms import About
from actready.errors import Fault, did_you_mean
from actready.i18n import gettext as _

Path = tuple[str | int, ...]


def belongs(case: Case, period: Period) -> bool:
    """Tell whether a case is to be judged by the editions of a period."""
    return period.first <= case.as_of and (period.before is None or case.as_of < period.before)


def date_faults(editions: Sequence[LoadedEdition], spans: Sequence[Period]) -> Iterator[Fault]:
    """Yield a fault for each case on whose date its own edition does not hold."""
    for edition in editions:
        own = [span for span in spans if edition.edition in span.editions]
        for case in edition.cases:
            if not any(belongs(case, span) for span in own):
                place = edition.places["case", case.id]
                problem = _("This edition does not hold on {day}.").format(day=case.as_of)
                yield place.fault(problem, _("Choose another date or edition."), "as_of")


def case_faults(editions: Sequence[LoadedEdition], period: Period) -> Iterator[Fault]:
    """Yield the faults of the cases that fall into a period. ``editions`` are those of it."""
    questions = {question.id: question for one in editions for question in one.content.questions}
    named = {name for one in editions for kind, name in one.places if kind == "question"}
    faulty = named - questions.keys()
    for edition in editions:
        for case in edition.cases:
            if belongs(case, period):
                place = edition.places["case", case.id]
                yield from _CaseChecker(questions, faulty, edition, place).faults(case)


class _CaseChecker:
    """Checks one case. What rests on faulty questions or rules is left for when they are right."""

    def __init__(
        self,
        questions: Mapping[str, Question],
        faulty: AbstractSet[str],
        edition: LoadedEdition,
        place: Place,
    ) -> None:
        self._questions = questions
        self._faulty = faulty
        self._place = place
        self._rules_are_whole = edition.is_whole
        self._values: dict[str, list[str]] = {"scope": [], "role": []}
        for finding in edition.content.findings:
            self._values.setdefault(finding.group, []).append(finding.value)
        self._duties = [one.id for one in edition.content.obligations]
        penalties = edition.content.penalties
        self._ceilings = [one.id for one in penalties.ceilings] if penalties else []
        self._ceilings_are_whole = (
            bool(penalties) or ("penalties", "penalties") not in edition.places
        )

    def faults(self, case: Case) -> Iterator[Fault]:
        """Yield every fault."""
        path: Path = ("organisation", "answers")
        yield from self._answers(case.organisation.answers, About.ORGANISATION, path)
        for number, subject in enumerate(case.subjects):
            path = ("subjects", number)
            yield from self._answers(subject.answers, About.SUBJECT, (*path, "answers"))
            yield from self._assumed(case, subject, (*path, "assumed"))
            if self._rules_are_whole:
                yield from self._expected(subject, (*path, "expected"))

    def _answers(self, answers: Mapping[str, object], about: About, path: Path) -> Iterator[Fault]:
        for name, raw in answers.items():
            question = self._questions.get(name)
            if name in self._faulty:
                continue
            if question is None:
                problem = _("There is no question '{name}'.").format(name=name[:60])
                hint = did_you_mean(name, self._questions)
                yield self._place.fault(problem, hint, *path, name)
            elif question.about is not about:
                problem = _("'{name}' is about the {about}.")
                problem = problem.format(name=name, about=_(question.about))
                yield self._place.fault(problem, _("Answer it there."), *path, name)
            else:
                yield from self._value(question, raw, (*path, name))

    def _value(self, question: Question, raw: object, path: Path) -> Iterator[Fault]:
        try:
            checked(question, raw)
        except AnswerFault as error:
            yield self._place.fault(f"{question.id}: {error.problem}", error.hint, *path)

    def _assumed(self, case: Case, subject: CaseSubject, path: Path) -> Iterator[Fault]:
        answered = {**case.organisation.answers, **subject.answers}
        for name in subject.assumed:
            if name not in answered:
                problem = _("'{name}' is assumed, but not answered.").format(name=name[:60])
                yield self._place.fault(problem, did_you_mean(name, answered), *path, name)

    def _expected(self, subject: CaseSubject, path: Path) -> Iterator[Fault]:
        expected = subject.expected
        if expected.scope != "undetermined":
            yield from self._known((expected.scope,), "scope", (*path, "scope"))
        yield from self._known(expected.roles, "role", (*path, "roles"))
        yield from self._known(expected.possible_roles or (), "role", (*path, "possible_roles"))
        for group, values in expected.findings.items():
            yield from self._group(group, values, (*path, "findings", group))
        yield from self._listed_duties(expected.duties, (*path, "duties"))
        yield from self._listed_duties(expected.no_duties, (*path, "no_duties"))
        yield from self._listed_duties(expected.applies_from, (*path, "applies_from"), named=True)
        yield from self._listed_duties(expected.relieved, (*path, "relieved"))
        if self._ceilings_are_whole:
            yield from self._listed_ceilings(expected.fines or (), (*path, "fines"))

    def _group(self, group: str, values: Iterable[str], path: Path) -> Iterator[Fault]:
        if group in self._values:
            yield from self._known(values, group, path)
            return
        problem = _("There is no group '{name}'.").format(name=group[:60])
        yield self._place.fault(problem, did_you_mean(group, self._values), *path)

    def _listed_duties(
        self, names: Iterable[str], path: Path, *, named: bool = False
    ) -> Iterator[Fault]:
        for number, name in enumerate(names):
            if name not in self._duties:
                problem = _("There is no obligation '{name}'.").format(name=name[:60])
                hint = did_you_mean(name, self._duties)
                yield self._place.fault(problem, hint, *path, name if named else number)

    def _listed_ceilings(self, names: Iterable[str], path: Path) -> Iterator[Fault]:
        for number, name in enumerate(names):
            if name not in self._ceilings:
                problem = _("There is no ceiling '{name}' in penalties.yaml.")
                hint = did_you_mean(name, self._ceilings)
                yield self._place.fault(problem.format(name=name[:60]), hint, *path, number)

    def _known(self, names: Iterable[str], group: str, path: Path) -> Iterator[Fault]:
        values = self._values[group]
        for name in names:
            if name not in values:
                problem = _("'{name}' is no value of '{group}'.").format(name=name, group=group)
                yield self._place.fault(problem, did_you_mean(name, values), *path)
