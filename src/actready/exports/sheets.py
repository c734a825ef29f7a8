# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of work as tables: titles, widths and rows, whatever program writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from actready.exports.listing import duties_by_act, options_of
from actready.exports.words import (
    answer_state,
    clean,
    day_of,
    duty_word,
    fine_text,
    is_in_force,
    sign_word,
    still_possible,
    yes_no,
)
from actready.i18n import gettext as _
from actready.report.context import (
    EXCLUDED,
    UNDETERMINED,
    ActResult,
    AnswerSection,
    Duty,
    ReportContext,
    Result,
    SubjectReport,
)
from actready.report.planned import OtherPlan, Plan

Cell = str | int | date
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. ``columns`` are titles with widths in letters; an empty cell is an empty text."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[Row, ...]


def sheets(context: ReportContext) -> tuple[Sheet, ...]:
    """Return all tables: duties, order of work, results, answers."""
    return duties(context), _order_of_work(context), _results(context), _answers(context)


def duties(context: ReportContext) -> Sheet:
    """Return every duty that applies or may apply, with what is planned for it.

    Options and notes, and plans for what is no duty now, stand at the end of their subject, and
    their status says so.
    """
    columns = (
        (_("Act"), 16), (_("Subject"), 20), (_("Duty"), 40), (_("Status"), 14),
        (_("Applies from"), 13), (_("In force"), 9), (_("Provision"), 22), (_("Fine up to"), 18),
        (_("Owner"), 18), (_("Due"), 13), (_("Done"), 13), (_("Effort in hours"), 12),
        (_("Note"), 32), (_("Next step"), 40), (_("Evidence"), 40),
    )  # fmt: skip
    return Sheet(_("Duties"), columns, tuple(_duty_rows(context)))


def _duty_rows(context: ReportContext) -> Iterator[Row]:
    for subject in context.subjects:
        for result, own in duties_by_act(subject):
            for duty in (*own, *options_of(subject, result)):
                yield _duty_row(result.act, subject.name, duty)
        yield from (_other_row(subject.name, one) for one in subject.other_plans)


def _of_groups(result: ActResult) -> Iterator[Duty]:
    return (duty for group in result.duty_groups for duty in group.duties)


def _duty_row(act: str, subject: str, duty: Duty) -> Row:
    return (
        clean(act),
        clean(subject),
        clean(duty.title),
        duty_word(duty),
        day_of(duty.moment.iso),
        yes_no(is_in_force(duty)),
        _listed(duty.provisions),
        clean(fine_text(duty)),
        *_planned(duty.plan),
        clean(duty.next_step),
        _listed(duty.evidence),
    )


def _other_row(subject: str, other: OtherPlan) -> Row:
    title = clean(other.title)
    before = ("", clean(subject), title, _("No duty at present"), "", _("No"), "", "")
    return (*before, *_planned(other.plan), "", "")


def _planned(plan: Plan) -> Row:
    return clean(plan.owner), _day(plan.due), _done(plan), clean(plan.effort), clean(plan.note)


def _done(plan: Plan) -> Cell:
    return _day(plan.done_on) or yes_no(plan.is_done)


def _day(iso: str) -> Cell:
    return day_of(iso) if iso else ""


def _listed(texts: tuple[str, ...]) -> str:
    return clean("\n".join(texts))


def _order_of_work(context: ReportContext) -> Sheet:
    columns = (
        (_("Subject"), 20), (_("No."), 6), (_("Act"), 16), (_("Duty"), 40), (_("Status"), 14),
        (_("Applies from"), 13), (_("Owner"), 18), (_("Due"), 13), (_("Done"), 13),
        (_("Next step"), 48), (_("Provision"), 22),
    )  # fmt: skip
    rows = (
        _work_row(subject, number, duty)
        for subject in context.subjects
        for number, duty in enumerate(subject.work, 1)
    )
    return Sheet(_("Order of work"), columns, tuple(rows))


def _work_row(subject: SubjectReport, number: int, duty: Duty) -> Row:
    acts = (one.act for one in subject.results if duty.id in {own.id for own in _of_groups(one)})
    return (
        clean(subject.name),
        number,
        clean(next(acts, "")),
        clean(duty.title),
        duty_word(duty),
        day_of(duty.moment.iso),
        clean(duty.plan.owner),
        _day(duty.plan.due),
        _done(duty.plan),
        clean(duty.next_step or duty.text),
        _listed(duty.provisions),
    )


def _results(context: ReportContext) -> Sheet:
    columns = (
        (_("Act"), 16), (_("Subject"), 20), (_("Finding"), 30), (_("Status"), 14),
        (_("Meaning"), 60), (_("Provision"), 22),
    )  # fmt: skip
    return Sheet(_("Results"), columns, tuple(_result_rows(context)))


def _result_rows(context: ReportContext) -> Iterator[Row]:
    for subject in context.subjects:
        for result in subject.results:
            start = (clean(result.act), clean(subject.name))
            found = (*result.roles, *result.undecided, *result.tiers, *result.further)
            yield from ((*start, *_result_cells(one)) for one in found)
            for open_group in result.open_groups:
                possible = still_possible(open_group)
                undetermined = sign_word(UNDETERMINED)
                yield (*start, clean(open_group.title), undetermined, possible, "")
            for out in result.ruled_out:
                why = (clean(out.title), sign_word(EXCLUDED), clean(out.why))
                yield (*start, *why, _listed(out.provisions))
    for one in context.about_organisation.findings:
        yield (_("All acts"), clean(context.organisation), *_result_cells(one))


def _result_cells(result: Result) -> Row:
    title = f"{result.group}: {result.title}" if result.group else result.title
    open_still = result.sign == UNDETERMINED
    meaning = "\n".join(result.deciders) if open_still else result.sentence
    return clean(title), sign_word(result.sign), clean(meaning), _listed(result.provisions)


def _answers(context: ReportContext) -> Sheet:
    columns = (
        (_("Subject"), 20), (_("Theme"), 20), (_("Question"), 60), (_("Answer"), 40),
        (_("State"), 14), (_("Note"), 40), (_("Provision"), 22), (_("Identifier"), 24),
    )  # fmt: skip
    own = _answer_rows(context.organisation, context.about_organisation.answers)
    of_subjects = (_answer_rows(one.name, one.answers) for one in context.subjects)
    rows = (*own, *(row for rows in of_subjects for row in rows))
    return Sheet(_("Answers"), columns, rows)


def _answer_rows(owner: str, sections: tuple[AnswerSection, ...]) -> Iterator[Row]:
    for section in sections:
        for line in section.lines:
            yield (
                clean(owner),
                clean(section.title),
                clean(line.question),
                clean(line.answer),
                answer_state(line),
                clean(line.note),
                _listed(line.provisions),
                clean(line.id),
            )
