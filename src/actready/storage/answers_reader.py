# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turns the tree of an answers file into events, and collects every fault on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import Final

from actready.domain.actions import NOTHING, PARTS, Action, with_part
from actready.domain.answers import AnswerFault, checked, shown
from actready.domain.events import Answered, Event, Noted, Planned, SubjectAdded
from actready.domain.questionnaire import Question, Questionnaire
from actready.domain.terms import About, Act
from actready.errors import Fault, FaultyInput, did_you_mean
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.storage.interchange import Origin
from actready.storage.limits import MAX_ANSWERS_FILE, MAX_FAULTS, MAX_NAME, MAX_NOTE, MAX_SUBJECTS
from actready.storage.yaml_writer import quoted
from actready.yamltree import Marked, plain, read_yaml

# The YAML reader reads JSON, except for tabs between values and characters escaped in two halves.
_JSON_PART: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|\t')

_FIELDS: Final = (
    "format", "as_of", "organisation", "subjects", "editions", "made_with", "record",
)  # fmt: skip
_DIGEST: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

Fields = dict[str, Marked]


def read_tree(data: bytes, file: str) -> Marked:
    """Read YAML or JSON; FaultyInput where it is neither."""
    return read_yaml(_readable(data), file, max_bytes=MAX_ANSWERS_FILE)


class AnswersReader:
    """Reads one answers file. Faults are kept until ``finish`` raises them together."""

    def __init__(self, file: str, tree: Marked) -> None:
        self._file = file
        self._faults: list[Fault] = []
        self._top = self._fields(tree, "", _FIELDS)
        self._check_format(tree.line)

    def as_of(self) -> date | None:
        """Return the date that the file states."""
        found = self._top.get("as_of")
        if found is None or found.value is None:
            return None
        if isinstance(found.value, date):
            return found.value
        if isinstance(found.value, str) and _ISO_DATE.fullmatch(found.value):
            with suppress(ValueError):
                return date.fromisoformat(found.value)
        problem = _("{value} is no date.").format(value=shown(found.value))
        self._fault(found, "as_of", problem, _("Write year, month and day, like 2027-12-11."))
        return None

    def editions(self) -> dict[str, str]:
        """Return the editions that the file was written with, by act."""
        fields = self._fields(self._top.get("editions"), "editions", tuple(Act))
        named = {act: self._text(one, act, "editions", MAX_NAME) for act, one in fields.items()}
        return {act: edition for act, edition in named.items() if edition}

    def origin(self) -> Origin:
        """Return what canonical JSON says about where it comes from; nothing where it is silent."""
        program = self._text(self._top.get("made_with"), "made_with", "", MAX_NAME)
        found = self._top.get("record")
        if found is None or found.value is None:
            return Origin(program)
        fields = self._fields(found, "record", ("entries", "head", "at"))
        entries = fields["entries"].value if "entries" in fields else None
        head = self._text(fields.get("head"), "head", "record", MAX_NAME)
        at = self._text(fields.get("at"), "at", "record", MAX_NAME)
        if type(entries) is int and entries > 0 and _DIGEST.fullmatch(head) and _is_moment(at):
            return Origin(program, entries, head, at)
        hint = _("Leave it out, or copy it from a report.")
        self._fault(found, "record", _("This does not name the state of a record."), hint)
        return Origin(program)

    def events(self, questionnaire: Questionnaire) -> tuple[str, tuple[Event, ...]]:
        """Return the name of the organisation, and the events that make the assessment."""
        here = _("organisation")
        fields = self._fields(self._top.get("organisation"), here, ("name", "answers", "notes"))
        name = self._name(fields, here)
        events = [*self._answers(fields, here, None, questionnaire)]
        for number, subject in enumerate(self._subjects(), 1):
            events.extend(self._subject(number, subject, questionnaire))
        return name, tuple(events)

    def finish(self) -> None:
        """Raise FaultyInput where there were faults."""
        count = len(self._faults)
        if count:
            message = ngettext("{file} has {count} fault.", "{file} has {count} faults.", count)
            raise FaultyInput(message.format(file=self._file, count=count), self._faults)

    def _check_format(self, line: int) -> None:
        found = self._top.get("format", Marked(None, line))
        if found.value is None:
            self._fault(found, "", _("The format is missing."), _("Begin with “format: 1”."))
        elif type(found.value) is not int or found.value != 1:
            problem = _("The format {value} is not known.").format(value=shown(found.value))
            self._fault(found, "", problem, _("This version reads “format: 1”."))

    def _subjects(self) -> list[Marked]:
        found = self._top.get("subjects", Marked([], 1))
        if found.value is None:
            return []
        if not isinstance(found.value, list):
            hint = _("Begin each product or project with a dash.")
            self._fault(found, "subjects", _("This is no list."), hint)
            return []
        if len(found.value) > MAX_SUBJECTS:
            problem = _("There are {count} subjects.").format(count=len(found.value))
            hint = _("The most that one file holds is {limit}.").format(limit=MAX_SUBJECTS)
            self._fault(found, "subjects", problem, hint)
        return found.value[:MAX_SUBJECTS]

    def _subject(
        self, number: int, subject: Marked, questionnaire: Questionnaire
    ) -> Iterator[Event]:
        unnamed = _("subject {number}").format(number=number)
        known = ("name", "description", "answers", "notes", "actions")
        fields = self._fields(subject, unnamed, known)
        name = self._name(fields, unnamed)
        if not name and isinstance(subject.value, dict):
            self._fault(subject, unnamed, _("The name is missing."), _("Write “name: ...”."))
        here = name or unnamed
        key = f"s{number}"
        description = self._text(fields.get("description"), "description", here, MAX_NOTE)
        yield SubjectAdded(subject=key, name=name, description=description.strip())
        yield from self._answers(fields, here, key, questionnaire)
        yield from self._actions(fields, here, key, questionnaire)

    def _answers(
        self, fields: Fields, here: str, key: str | None, questionnaire: Questionnaire
    ) -> Iterator[Event]:
        for question, found, where in self._questions(fields, "answers", here, key, questionnaire):
            try:
                value = checked(question, plain(found))
            except AnswerFault as fault:
                self._fault(found, where, fault.problem, fault.hint)
            else:
                yield Answered(subject=key, question=question.id, value=value)
        for question, found, where in self._questions(fields, "notes", here, key, questionnaire):
            if text := self._text(found, _("The note"), where, MAX_NOTE).strip():
                yield Noted(subject=key, question=question.id, text=text)

    def _actions(
        self, fields: Fields, here: str, key: str, questionnaire: Questionnaire
    ) -> Iterator[Event]:
        known = questionnaire.obligation_by_id
        for obligation, found in self._fields(fields.get("actions"), here).items():
            where = f"{here}: {obligation[:60]}"
            if obligation not in known:
                hint = did_you_mean(obligation, known)
                hint = hint or _("“actready evaluate --all” lists all obligations.")
                self._fault(found, where, _("There is no obligation with this id."), hint)
            elif not (action := self._action(found, where)).is_empty:
                yield Planned(subject=key, obligation=obligation, action=action)

    def _action(self, found: Marked, where: str) -> Action:
        action = NOTHING
        for part, one in self._fields(found, where, PARTS).items():
            try:
                action = with_part(action, part, plain(one))
            except AnswerFault as fault:
                self._fault(one, where, f"{part}: {fault.problem}", fault.hint)
        return action

    def _questions(
        self, fields: Fields, part: str, here: str, key: str | None, questionnaire: Questionnaire
    ) -> Iterator[tuple[Question, Marked, str]]:
        """Yield what stands under ``answers`` or ``notes``; what is empty is left out."""
        about = About.ORGANISATION if key is None else About.SUBJECT
        for question_id, found in self._fields(fields.get(part), here).items():
            where = f"{here}: {question_id[:60]}"
            question = questionnaire.question_by_id.get(question_id)
            if question is None:
                self._unknown_question(found, where, question_id, questionnaire)
            elif question.about is not about:
                self._misplaced(found, where, question)
            elif found.value is not None:
                yield question, found, where

    def _unknown_question(
        self, found: Marked, where: str, question_id: str, questionnaire: Questionnaire
    ) -> None:
        hint = did_you_mean(question_id, questionnaire.question_by_id)
        hint = hint or _("“actready questions” lists all questions.")
        self._fault(found, where, _("There is no question with this id."), hint)

    def _misplaced(self, found: Marked, where: str, question: Question) -> None:
        if question.about is About.ORGANISATION:
            problem = _("This is asked about the organisation.")
            hint = _("Move the line to the answers of the organisation.")
        else:
            problem = _("This is asked about each product or project.")
            hint = _("Move the line to the answers of a subject.")
        self._fault(found, where, problem, hint)

    def _name(self, fields: Fields, where: str) -> str:
        return " ".join(self._text(fields.get("name"), "name", where, MAX_NAME).split())

    def _text(self, found: Marked | None, name: str, where: str, limit: int) -> str:
        if found is None or found.value is None:
            return ""
        if not isinstance(found.value, str):
            problem = _("{name} is no text.").format(name=name)
            self._fault(found, where, problem, _("Put it in quotation marks."))
            return ""
        if len(found.value) > limit:
            problem = _("{name} has {count} characters.")
            problem = problem.format(name=name, count=len(found.value))
            hint = _("The longest text here has {limit}.").format(limit=limit)
            self._fault(found, where, problem, hint)
        return found.value

    def _fields(
        self, found: Marked | None, where: str, known: Collection[str] | None = None
    ) -> Fields:
        """Return the fields that are known, or all where nobody says which."""
        if found is None or found.value is None:
            return {}
        if not isinstance(found.value, dict):
            problem = _("{value} stands where names with values belong.")
            hint = _("Write each on its own line, like “name: value”.")
            self._fault(found, where, problem.format(value=shown(found.value)), hint)
            return {}
        for name, value in found.value.items():
            if known is not None and name not in known:
                problem = _("There is no field {name} here.").format(name=shown(name))
                hint = did_you_mean(name, known) or _("The fields are: {fields}.").format(
                    fields=", ".join(known)
                )
                self._fault(value, where, problem, hint)
        return {name: one for name, one in found.value.items() if not known or name in known}

    def _fault(self, found: Marked, where: str, problem: str, hint: str) -> None:
        self._faults.append(Fault(problem, hint, self._file, found.line, where))
        if len(self._faults) >= MAX_FAULTS:
            self.finish()


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _readable(data: bytes) -> bytes:
    """Return JSON so that a YAML reader takes it, line for line; anything else as it is."""
    if len(data) > MAX_ANSWERS_FILE or not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return data
    try:
        text = data.decode("utf-8-sig")
        json.loads(text)
    except (ValueError, RecursionError):
        return data
    return _JSON_PART.sub(_for_yaml, text).encode("utf-8")


def _for_yaml(part: re.Match[str]) -> str:
    return " " if part[0] == "\t" else quoted(json.loads(part[0]))
