# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready next: the questions that can still change the result, in the order to ask them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from actready.cli import layout
from actready.cli.console import Console
from actready.cli.source import Source
from actready.domain.answers import DONT_KNOW
from actready.domain.assessment import Subject
from actready.domain.contract import Json, question_object, sentences
from actready.domain.explanation import (
    OpenQuestion,
    open_fines,
    open_questions,
    open_readiness,
)
from actready.domain.questionnaire import Option, Question
from actready.domain.scoring import evaluate_subject
from actready.domain.terms import About, Act
from actready.domain.verdict import titles_of_results
from actready.domain.wording import fill
from actready.errors import AppError, did_you_mean
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.phrases import plain

#: So many of the results that a question can change are named; JSON has them all.
_TITLES: Final = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to ask: of a subject, or (None) of the organisation."""

    subject: Subject | None
    open: OpenQuestion

    @property
    def question(self) -> Question:
        """The question itself."""
        return self.open.question


def print_next(
    source: Source,
    console: Console,
    form: str,
    *,
    subject: str | None,
    everything: bool,
    act: Act | None = None,
) -> int:
    """Print the questions to answer next, with ``act`` only those that matter for one act.

    Questions answered with "I don't know" are left out unless ``everything`` is asked for, so that
    answering what is listed, one after the other, comes to an end.
    """
    found = questions(source, subject, act)
    asked = [one for one in found if everything or not one.open.dont_know]
    if form == "json":
        console.print_json([_object(source, one) for one in asked])
    else:
        console.print_text("\n".join(_text(source, asked, len(found))))
    return 0


def questions(source: Source, name: str | None, act: Act | None = None) -> tuple[Asked, ...]:
    """Return the open questions subject by subject; each one of the organisation only once."""
    subjects: Sequence[Subject | None] = source.assessment.subjects
    if name is not None:
        subjects = [_named(source, name)]
    asked: dict[tuple[str | None, str], Asked] = {}
    for subject in subjects or [None]:
        for one in _of_subject(source, subject, act):
            owner = one.subject.id if one.subject else None
            asked.setdefault((owner, one.question.id), one)
    return tuple(sorted(asked.values(), key=lambda one: _only_of_the_organisation(source, one)))


def _of_subject(source: Source, subject: Subject | None, act: Act | None) -> Iterator[Asked]:
    evaluation = evaluate_subject(source.questionnaire, source.assessment, subject, source.as_of)
    found = (open_questions(evaluation), open_readiness(evaluation), open_fines(evaluation))
    for one in chain(*found):
        if not _matters(one, act):
            continue
        if one.question.about is About.ORGANISATION:
            yield Asked(None, one)
        elif subject is not None:
            yield Asked(subject, one)


def _matters(one: OpenQuestion, act: Act | None) -> bool:
    """Tell whether a question can change something of an act, or of what the acts share."""
    acts = {found.act for found in (*one.findings, *one.duties)}
    return act is None or not acts.isdisjoint({act, Act.COMMON})


def _only_of_the_organisation(source: Source, asked: Asked) -> bool:
    """Tell whether nothing but a finding about the organisation, such as its size, is at stake."""
    groups = [source.questionnaire.groups.get((one.act, one.group)) for one in asked.open.findings]
    return all(group is not None and group.about is About.ORGANISATION for group in groups)


def _named(source: Source, name: str) -> Subject:
    names = [one.name for one in source.assessment.subjects]
    if name not in names:
        raise AppError(
            _("There is no subject “{name}”.").format(name=plain(name)[:60]),
            did_you_mean(name, names)
            or _("The subjects are: {names}.").format(names=", ".join(names) or _("none")),
        )
    return source.assessment.subjects[names.index(name)]


def _names(source: Source, asked: Asked) -> tuple[str, str]:
    return source.assessment.organisation.name, asked.subject.name if asked.subject else ""


def _object(source: Source, asked: Asked) -> dict[str, Json]:
    answer: dict[str, Json] = {"answer": DONT_KNOW} if asked.open.dont_know else {}
    return {
        "id": asked.question.id,
        "subject": asked.subject.name if asked.subject else None,
        **question_object(asked.question, _names(source, asked)),
        "findings": [one.id for one in asked.open.findings],
        "duties": [one.id for one in asked.open.duties],
        **answer,
    }


def option_text(option: Option, names: tuple[str, str]) -> str:
    """Return label and hint of an option."""
    return " · ".join(filter(None, (fill(option.label, *names), fill(option.hint, *names))))


def _text(source: Source, asked: Sequence[Asked], found: int) -> Iterator[str]:
    if not asked and found:
        yield layout.paragraph(
            _(
                "Every question that can still change the result is answered with “I don’t know”."
                " Add --all to see them."
            )
        )
    elif not asked:
        yield layout.paragraph(_("No question is left that can change the result."))
    for number, one in enumerate(asked, 1):
        yield from _lines(source, one, number)


def _acts(source: Source, asked: Asked) -> str:
    """Return the acts that a question can change something of, by their short names."""
    found = {one.act for one in (*asked.open.findings, *asked.open.duties)}
    editions = [one for one in source.questionnaire.editions if one.act in found]
    return ", ".join(_(one.short or one.title) for one in editions)


def _lines(source: Source, asked: Asked, number: int) -> Iterator[str]:
    organisation, subject = map(plain, _names(source, asked))
    names = (organisation, subject)
    place = subject or organisation or _("Your organisation")
    question = asked.question
    yield layout.paragraph(f"{number:2}. {place}: {fill(question.text, *names)}", 0, 4)
    yield f"    [{question.id}: {_acts(source, asked)}]"
    why = tuple(filter(None, (question.instruction, question.why)))
    yield layout.paragraph(sentences(why, names), 4)
    for option in question.options:
        yield layout.row(option.id, option_text(option, names), 18, 6)
    yield layout.row(DONT_KNOW, fill(question.unknown, *names), 18, 6)
    titles = [_(one) for one in titles_of_results(asked.open.findings)]
    titles += [_(one.title) for one in asked.open.duties]
    if not titles:
        titles = [_("which duties apply")]
    more = len(titles) - _TITLES
    if more > 1:
        words = ngettext("{count} more", "{count} more", more)
        titles = [*titles[:_TITLES], words.format(count=more)]
    text = "; ".join(dict.fromkeys(titles))
    yield layout.paragraph(_("Can still change: {titles}").format(titles=text), 4) + "\n"
