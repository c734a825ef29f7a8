# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready questions: all questions at once, to read, for a program, or as a form to fill in."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from actready.catalogue.reference import graph, markdown
from actready.cli import layout
from actready.cli.console import Console
from actready.cli.next_questions import option_text
from actready.domain.answers import DONT_KNOW
from actready.domain.contract import Json, question_object
from actready.domain.questionnaire import Question, Questionnaire
from actready.domain.terms import About, Act, Kind
from actready.domain.wording import fill
from actready.i18n import gettext as _

_NO_NAMES = ("", "")
_WHOLE: Final[Mapping[str, Callable[[Questionnaire], str]]] = {"markdown": markdown, "dot": graph}


def print_questions(
    questionnaire: Questionnaire, console: Console, form: str, act: Act | None
) -> int:
    """Print the questions of all acts, or of one act with those that it shares.

    The forms for authors, ``markdown`` and ``dot``, show the rules too and are always whole.
    """
    if form in _WHOLE:
        console.print_text(_WHOLE[form](questionnaire))
        return 0
    wanted = [one for one in questionnaire.questions if act in (None, one.act) or _shared(one)]
    if form == "json":
        console.print_json([_object(questionnaire, one) for one in wanted])
    elif form == "yaml":
        console.print_text("\n".join(_form(wanted)))
    else:
        console.print_text("\n".join(_text(questionnaire, wanted)))
    return 0


def _shared(question: Question) -> bool:
    return question.act is Act.COMMON


def _object(questionnaire: Questionnaire, question: Question) -> dict[str, Json]:
    titles = {one.id: one.title for one in questionnaire.sections}
    return {
        "id": question.id,
        "act": question.act.value,
        "about": question.about.value,
        "section": _(titles[question.section]),
        **question_object(question, _NO_NAMES),
    }


def _text(questionnaire: Questionnaire, wanted: list[Question]) -> Iterator[str]:
    for section in questionnaire.sections:
        inside = [one for one in wanted if one.section == section.id]
        if inside:
            yield layout.heading(_(section.title), "=") + "\n"
        for question in inside:
            yield from _lines(question)


def _lines(question: Question) -> Iterator[str]:
    yield layout.paragraph(fill(question.text, *_NO_NAMES))
    yield layout.paragraph(f"[{question.id}: {_kind(question)}]", 2)
    for text in filter(None, (question.instruction, question.why)):
        yield layout.paragraph(fill(text, *_NO_NAMES), 2)
    for option in question.options:
        yield layout.row(option.id, option_text(option, _NO_NAMES), 18, 4)
    yield layout.row(DONT_KNOW, fill(question.unknown, *_NO_NAMES), 18, 4)
    yield layout.paragraph(", ".join(question.provisions), 2) + "\n"


def _kind(question: Question) -> str:
    return {
        Kind.ONE_OF: _("one option"),
        Kind.SEVERAL_OF: _("one option or more, like [first, second]"),
        Kind.YES_NO: _("true or false"),
        Kind.NUMBER: _("a number"),
        Kind.DATE: _("a date, like 2027-12-11"),
        Kind.TEXT: _("a text"),
    }[question.kind]


def _form(wanted: list[Question]) -> Iterator[str]:
    """Write an answers file in which every answer is still "I don't know"."""
    yield _comment(_("Answers for ActReady. Replace dont_know where you know more."), 0)
    yield "format: 1"
    yield "organisation:"
    yield '  name: ""'
    yield "  answers:"
    yield from _entries(wanted, About.ORGANISATION, 4)
    yield "subjects:"
    yield _comment(_("One entry like this for each product, project or system."), 2)
    yield f"  - name: {_('Product A')}"
    yield "    answers:"
    yield from _entries(wanted, About.SUBJECT, 6)


def _entries(wanted: list[Question], about: About, indent: int) -> Iterator[str]:
    for question in wanted:
        if question.about is about:
            yield _comment(fill(question.text, *_NO_NAMES), indent)
            yield _comment(_kind(question), indent)
            for option in question.options:
                yield _comment(f"- {option.id}: {fill(option.label, *_NO_NAMES)}", indent)
            yield f"{' ' * indent}{question.id}: {DONT_KNOW}"


def _comment(text: str, indent: int) -> str:
    mark = f"{' ' * indent}# "
    return textwrap.fill(text, 96, initial_indent=mark, subsequent_indent=mark)
