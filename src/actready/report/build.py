# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Builds the context of a report from an assessment, its questionnaire and a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from actready.domain.assessment import Assessment, Subject
from actready.domain.explanation import asked_questions
from actready.domain.questionnaire import Edition, Question, Questionnaire
from actready.domain.scoring import evaluate_subject
from actready.domain.terms import About, Act, Status
from actready.domain.verdict import ROLE, judging_acts
from actready.i18n import gettext as _
from actready.report.acts import with_register
from actready.report.answers import answer_sections, kept_count
from actready.report.context import (
    EditionLine,
    OrganisationReport,
    Record,
    ReportContext,
    Result,
    SubjectReport,
    Unsettled,
)
from actready.report.duties import other_plans, work_of
from actready.report.overview import summary
from actready.report.phrases import day, lines, moment, plain, short
from actready.report.reading import Reading
from actready.report.results import act_result, open_points


@dataclass(frozen=True, slots=True)
class _Source:
    assessment: Assessment
    questionnaire: Questionnaire
    as_of: date
    organisation: str

    def reading(self, subject: Subject | None) -> Reading:
        evaluation = evaluate_subject(self.questionnaire, self.assessment, subject, self.as_of)
        if subject is None:
            return Reading(evaluation, self.organisation, "")
        return Reading(evaluation, self.organisation, plain(subject.name), subject.actions)

    def acts(self) -> tuple[Act, ...]:
        """Return the acts under which a subject can have a role."""
        covered = judging_acts(self.questionnaire)
        return tuple(one for one in covered if self.questionnaire.findings_of(one, ROLE))


def build_context(
    assessment: Assessment,
    questionnaire: Questionnaire,
    as_of: date,
    record: Record | None,
    version: str,
    language: str,
) -> ReportContext:
    """Return everything that the report shows.

    ``record`` is None where the answers come from an answers file, which keeps no record. The
    dates inside the PDF are then the date of the assessment.
    """
    name = plain(assessment.organisation.name) or _("Organisation without a name")
    source = _Source(assessment, questionnaire, as_of, name)
    subjects = tuple(
        _subject(source, subject, number)
        for number, subject in enumerate(assessment.subjects, start=1)
    )
    own = _organisation(source)
    return ReportContext(
        language=language,
        version=version,
        organisation=name,
        short_organisation=short(name),
        as_of=day(as_of),
        issued=record.last_at if record else f"{as_of.isoformat()}T00:00:00+00:00",
        last_changed=moment(record.last_at) if record else "",
        editions=tuple(_edition(one) for one in questionnaire.editions if one.number),
        not_covered=tuple(_not_covered(questionnaire)),
        summary=summary(name, subjects, own.open_points, as_of),
        subjects=subjects,
        about_organisation=own,
        unsettled=_unsettled(subjects),
        record=record,
        day=as_of.isoformat(),
    )


def _subject(source: _Source, subject: Subject, number: int) -> SubjectReport:
    reading = source.reading(subject)
    asked = asked_questions(reading.evaluation)
    name = reading.subject or _("Subject {number}").format(number=number)
    made = SubjectReport(
        anchor=f"subject-{number}",
        name=name,
        short_name=short(name),
        description=lines(subject.description),
        results=tuple(act_result(reading, act) for act in source.acts()),
        answers=answer_sections(reading, subject.answers, asked, About.SUBJECT),
        kept=kept_count(subject.answers, asked),
        work=work_of(reading),
        other_plans=other_plans(reading),
        id=subject.id,
    )
    return with_register(made)


def _organisation(source: _Source) -> OrganisationReport:
    alone = source.reading(None)
    asked = _asked_of_anyone(source)
    answers = source.assessment.organisation.answers
    return OrganisationReport(
        findings=_findings_about_organisation(alone),
        answers=answer_sections(alone, answers, asked, About.ORGANISATION),
        kept=kept_count(answers, asked),
        open_points=open_points(alone, Act.COMMON),
    )


def _asked_of_anyone(source: _Source) -> tuple[Question, ...]:
    """Return the questions that matter for at least one subject, in asking order."""
    readings = [source.reading(subject) for subject in (*source.assessment.subjects, None)]
    asked = {one.id for reading in readings for one in asked_questions(reading.evaluation)}
    return tuple(one for one in source.questionnaire.questions if one.id in asked)


def _findings_about_organisation(reading: Reading) -> tuple[Result, ...]:
    evaluation = reading.evaluation
    of_organisation = {
        key
        for key, group in evaluation.questionnaire.groups.items()
        if group.about is About.ORGANISATION
    }
    return tuple(
        reading.result(finding)
        for finding in evaluation.questionnaire.findings
        if (finding.act, finding.group) in of_organisation
        and evaluation.status(finding) is not Status.EXCLUDED
    )


def _edition(edition: Edition) -> EditionLine:
    return EditionLine(
        title=_(edition.title),
        number=edition.number,
        eli=edition.eli,
        edition=edition.id,
        holds_from=day(edition.applies_from),
        until=day(edition.until) if edition.until else "",
    )


def _not_covered(questionnaire: Questionnaire) -> Iterable[str]:
    titles = {Act.AI_ACT: _("AI Act, Regulation (EU) 2024/1689")}
    return (title for act, title in titles.items() if questionnaire.edition(act) is None)


def _unsettled(subjects: Sequence[SubjectReport]) -> tuple[Unsettled, ...]:
    found: dict[str, Unsettled] = {}
    for subject in subjects:
        for note, provisions in _open_notes(subject):
            known = found.get(note, Unsettled(note, (), provisions))
            names = dict.fromkeys((*known.subjects, subject.name))
            found[note] = Unsettled(note, tuple(names), known.provisions)
    return tuple(found.values())


def _open_notes(subject: SubjectReport) -> Iterable[tuple[str, tuple[str, ...]]]:
    for result in subject.results:
        for finding in (*result.roles, *result.undecided, *result.tiers, *result.further):
            carried = ((step.note, step.provisions) for step in finding.steps)
            yield from (one for one in ((finding.note, finding.provisions), *carried) if one[0])
