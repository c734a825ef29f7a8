# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What "Check your answers" shows: every answer that counts, the unknown ones first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actready.domain.answers import DONT_KNOW
from actready.domain.assessment import Assessment
from actready.domain.explanation import asked_questions
from actready.domain.questionnaire import Question
from actready.domain.scoring import Evaluation
from actready.domain.terms import About
from actready.domain.wording import fill
from actready.gui.models.answers import in_words
from actready.gui.models.findings import Names, Sign, names_of
from actready.i18n import gettext as _
from actready.i18n import ngettext


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A question with its answer. ``owner`` is the subject it belongs to, None the organisation.

    ``sign`` is UNKNOWN for "I don't know", NOT_STARTED while there is no answer, MET otherwise.
    """

    owner: str | None
    question: str
    text: str
    answer: str
    sign: Sign
    find_out: str
    note: str


@dataclass(frozen=True, slots=True)
class AnswerSection:
    """The answers about one theme."""

    id: str
    title: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class CheckView:
    """The whole page. ``first_open`` is the first question without an answer, if any is left."""

    name: str
    sections: tuple[AnswerSection, ...]
    unknown_title: str
    unknown_text: str
    open_text: str
    first_open: AnswerRow | None
    kept_title: str
    kept: tuple[AnswerRow, ...]


def check_view(assessment: Assessment, evaluation: Evaluation, subject_id: str | None) -> CheckView:
    """Return what the page shows for a subject, or for the organisation alone for None."""
    names = names_of(assessment, subject_id)
    asked = [
        one
        for one in asked_questions(evaluation)
        if subject_id is not None or one.about is About.ORGANISATION
    ]
    build = _Rows(assessment, evaluation, subject_id, names)
    sections = _sections(evaluation, asked, build)
    rows = [row for section in sections for row in section.rows]
    unknown = sum(row.sign is Sign.UNKNOWN for row in rows)
    still_open = [row for row in rows if row.sign is Sign.NOT_STARTED]
    kept = build.kept(asked)
    return CheckView(
        name=names[1] or names[0] or _("Your organisation"),
        sections=sections,
        unknown_title=_unknown_title(unknown),
        unknown_text=_unknown_text(unknown),
        open_text=_open_text(len(still_open)),
        first_open=next(iter(still_open), None),
        kept_title=_kept_title(len(kept)),
        kept=kept,
    )


class _Rows:
    """Makes the rows of one subject."""

    def __init__(
        self, assessment: Assessment, evaluation: Evaluation, subject_id: str | None, names: Names
    ) -> None:
        self._assessment = assessment
        self._evaluation = evaluation
        self._subject = subject_id
        self._names = names

    def row(self, question: Question) -> AnswerRow:
        owner = None if question.about is About.ORGANISATION else self._subject
        value = self._evaluation.answer(question.id)
        note = self._assessment.answers_of(owner).notes.get(question.id, "")
        return AnswerRow(
            owner=owner,
            question=question.id,
            text=fill(question.text, *self._names),
            answer=_("Not answered yet")
            if value is None
            else in_words(question, value, self._names),
            sign=_sign(value),
            find_out=fill(question.unknown, *self._names) if value == DONT_KNOW else "",
            note=note,
        )

    def kept(self, asked: Sequence[Question]) -> tuple[AnswerRow, ...]:
        """Return the answers that are kept although nothing depends on them now."""
        shown = {one.id for one in asked}
        mine = self._assessment.answers_of(self._subject).values
        by_id = self._evaluation.questionnaire.question_by_id
        return tuple(self.row(by_id[one]) for one in mine if one in by_id and one not in shown)


def _sign(value: object) -> Sign:
    if value is None:
        return Sign.NOT_STARTED
    return Sign.UNKNOWN if value == DONT_KNOW else Sign.MET


def _sections(
    evaluation: Evaluation, asked: Sequence[Question], build: _Rows
) -> tuple[AnswerSection, ...]:
    found = [
        AnswerSection(
            section.id,
            _(section.title),
            tuple(build.row(one) for one in asked if one.section == section.id),
        )
        for section in evaluation.questionnaire.sections
    ]
    return tuple(sorted((one for one in found if one.rows), key=_known_last))


def _known_last(section: AnswerSection) -> bool:
    return all(row.sign is not Sign.UNKNOWN for row in section.rows)


def _unknown_title(number: int) -> str:
    if not number:
        return ""
    text = ngettext("{count} answer is still unknown", "{count} answers are still unknown", number)
    return text.format(count=number)


def _unknown_text(number: int) -> str:
    return ngettext(
        "You can go on. What it decides stays undetermined, and the report says so.",
        "You can go on. What they decide stays undetermined, and the report says so.",
        number,
    )


def _open_text(number: int) -> str:
    if not number:
        return ""
    text = ngettext(
        "{count} question has no answer yet", "{count} questions have no answer yet", number
    )
    return text.format(count=number)


def _kept_title(number: int) -> str:
    if not number:
        return ""
    text = ngettext(
        "{count} earlier answer is kept but not needed now",
        "{count} earlier answers are kept but not needed now",
        number,
    )
    return text.format(count=number)
