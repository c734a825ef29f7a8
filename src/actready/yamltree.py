# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads hostile YAML and JSON into plain values that remember their line.

The tree is built from the parser's events, one at a time and without recursion, so that depth and
number of values are limited while reading and not after. What YAML leaves to guessing is refused:
``yes`` and ``no``, duplicate keys, anchors, tags, keys that are no text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import yaml

from actready.errors import Fault, FaultyInput
from actready.i18n import gettext as _

MAX_BYTES: Final = 5_000_000
MAX_DEPTH: Final = 40
MAX_VALUES: Final = 200_000
MAX_FAULTS: Final = 100

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL: Final = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS: Final = {"true": True, "false": False}
_OTHER_BOOLEANS: Final = frozenset(("yes", "no", "on", "off", "true", "false"))
_INTEGER: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)", re.ASCII)
_DECIMAL: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?", re.ASCII)
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_MAX_DIGITS: Final = 18

Tree = None | bool | int | float | str | date | list["Marked"] | dict[str, "Marked"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A value and the line on which it, or the key that holds it, begins. Lines count from 1."""

    value: Tree
    line: int


def read_yaml(
    data: bytes, file: str, *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH
) -> Marked:
    """Return the one document in ``data``. JSON is read alike.

    ``file`` is the name shown in faults. Raises FaultyInput with every fault found.
    """
    reader = _Reader(file, max_depth)
    try:
        reader.read(_text(data, file, max_bytes))
    except _Unreadable as stop:
        reader.faults.append(stop.fault)
    if reader.faults:
        message = _("The file {file} cannot be read.").format(file=file)
        raise FaultyInput(message, reader.faults)
    return reader.root


def plain(marked: Marked) -> object:
    """Return the value without its lines: lists, dicts and plain values."""
    match marked.value:
        case list(items):
            return [plain(item) for item in items]
        case dict(fields):
            return {name: plain(value) for name, value in fields.items()}
        case value:
            return value


def line_at(marked: Marked, path: Sequence[str | int]) -> int:
    """Return the line of the value at ``path``, or of the nearest value around it."""
    here = marked
    for step in path:
        inner = _inner(here, step)
        if inner is None:
            break
        here = inner
    return here.line


def _inner(marked: Marked, step: str | int) -> Marked | None:
    match marked.value, step:
        case dict(fields), str():
            return fields.get(step)
        case list(items), int() if step < len(items):
            return items[step]
    return None


class _Unreadable(Exception):
    """A fault after which reading cannot go on."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.problem)
        self.fault = fault


def _text(data: bytes, file: str, max_bytes: int) -> str:
    if len(data) > max_bytes:
        problem = _("The file has {size} bytes.").format(size=len(data))
        hint = _("The largest that is read here has {limit}.").format(limit=max_bytes)
        raise _Unreadable(Fault(problem, hint, file))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = _("Save it as UTF-8 text.")
        raise _Unreadable(Fault(_("This is no UTF-8 text."), hint, file, line)) from error


class _Open:
    """A list or mapping that is being read."""

    def __init__(self, holder: list[Marked] | dict[str, Marked]) -> None:
        self.holder = holder
        self.key: str | None = None
        self.key_line = 0
        self.expects_key = isinstance(holder, dict)


class _Reader:
    def __init__(self, file: str, max_depth: int) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.root = Marked(None, 1)
        self._max_depth = max_depth
        self._values = 0
        self._documents = 0
        self._open: list[_Open] = []

    def read(self, text: str) -> None:
        for event in _events(text, self.file):
            self._take(event)

    def _take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1  # type: ignore[union-attr]  # parsers always set the mark
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._stop(_("The file holds several documents."), _("Remove '---'."), line)
            case yaml.AliasEvent():
                self._fault(_("'*' refers to another place."), _("Write the value out."), line)
                self._put(None, line)
            case yaml.ScalarEvent() | yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._node(event, line)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._open.pop()

    def _node(self, event: yaml.NodeEvent, line: int) -> None:
        self._count(line)
        if event.anchor is not None:
            self._fault(_("'&' names a place to refer to."), _("Write the value out."), line)
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self._fault(
                _("'{tag}' asks for a special type.").format(tag=str(tag)[:40]),
                _("Write the value without it."),
                line,
            )
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        else:
            self._begin([] if isinstance(event, yaml.SequenceStartEvent) else {}, line)

    def _begin(self, holder: list[Marked] | dict[str, Marked], line: int) -> None:
        if len(self._open) >= self._max_depth:
            problem = _("The values are nested more than {limit} deep.")
            self._stop(problem.format(limit=self._max_depth), _("Nest them less."), line)
        self._put(holder, line)
        self._open.append(_Open(holder))

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        is_plain = event.style is None or event.style == ""
        value = self._resolved(event.value, line) if is_plain else event.value
        self._put(value, line)

    def _put(self, value: Tree, line: int) -> None:
        """Place a value where it belongs: at the root, in the list, or as key or value."""
        if not self._open:
            self.root = Marked(value, line)
            return
        place = self._open[-1]
        if isinstance(place.holder, list):
            place.holder.append(Marked(value, line))
        elif place.expects_key:
            place.key, place.key_line = self._key(value, place.holder, line), line
            place.expects_key = False
        else:
            if place.key is not None:
                place.holder[place.key] = Marked(value, place.key_line)
            place.expects_key = True

    def _key(self, value: Tree, holder: dict[str, Marked], line: int) -> str | None:
        """Return the key, or None where its value is to be dropped."""
        if not isinstance(value, str):
            self._fault(_("This key is no text."), _("Put it in quotation marks."), line)
            return None
        if value in holder:
            problem = _("'{key}' is given twice; the first time in line {line}.")
            problem = problem.format(key=value[:60], line=holder[value].line)
            self._fault(problem, _("Remove one of them."), line)
            return None
        return value

    def _resolved(self, text: str, line: int) -> Tree:
        """Return the value of a text without quotation marks."""
        if text in _NULL:
            return None
        if text in _BOOLEANS:
            return _BOOLEANS[text]
        if text.lower() in _OTHER_BOOLEANS:
            hint = _("Write true or false, or put it in quotation marks if a text is meant.")
            self._fault(_("'{text}' can be read in two ways.").format(text=text), hint, line)
            return None
        if _DATE.fullmatch(text):
            return self._date(text, line)
        if _DECIMAL.fullmatch(text):
            return self._number(text, line)
        return text

    def _date(self, text: str, line: int) -> date | None:
        try:
            return date.fromisoformat(text)
        except ValueError:
            hint = _("Write year, month and day of a day that exists, like 2027-12-11.")
            self._fault(_("'{text}' is no date.").format(text=text), hint, line)
            return None

    def _number(self, text: str, line: int) -> int | float | None:
        if len(text) <= _MAX_DIGITS:
            if _INTEGER.fullmatch(text):
                return int(text)
            if math.isfinite(float(text)):
                return float(text)
        hint = _("Write up to {limit} digits.").format(limit=_MAX_DIGITS)
        self._fault(_("The number '{text}' is out of range.").format(text=text[:40]), hint, line)
        return None

    def _count(self, line: int) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            problem = _("The file holds more than {limit} values.").format(limit=MAX_VALUES)
            self._stop(problem, _("Split it."), line)

    def _fault(self, problem: str, hint: str, line: int) -> None:
        if len(self.faults) >= MAX_FAULTS:
            self._stop(_("There are more faults."), _("Correct those above first."), line)
        self.faults.append(Fault(problem, hint, self.file, line))

    def _stop(self, problem: str, hint: str, line: int) -> None:
        raise _Unreadable(Fault(problem, hint, self.file, line))


def _events(text: str, file: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = _("This is no valid YAML: {problem}.").format(problem=error.problem)
        hint = _("Check the indentation, and put texts with ': ' or '#' in quotation marks.")
        line = mark.line + 1 if mark else None
        raise _Unreadable(Fault(problem, hint, file, line)) from error
    except yaml.YAMLError as error:
        problem = _("The file holds characters that are no text.")
        line = _line_of_control_character(text)
        raise _Unreadable(Fault(problem, _("Save it as UTF-8 text."), file, line)) from error


_CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _line_of_control_character(text: str) -> int | None:
    found = _CONTROL.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None
