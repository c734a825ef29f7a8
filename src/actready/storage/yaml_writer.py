# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writes plain values as YAML that is pleasant to read and that every reader takes alike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_WORD: Final = re.compile(r"[a-z][a-z0-9_.]*", re.ASCII)
_NO_WORDS: Final = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
# What YAML does not take as it is, or takes as the end of a line.
_ESCAPED: Final = re.compile(
    r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def yaml_text(fields: Mapping[str, Json]) -> str:
    """Return a mapping as a YAML document."""
    return "\n".join(_fields(fields, "")) + "\n" if fields else "{}\n"


def _fields(fields: Mapping[str, Json], indent: str) -> Iterator[str]:
    for name, value in fields.items():
        key = f"{indent}{_text(name)}:"
        if isinstance(value, dict) and value:
            yield key
            yield from _fields(value, indent + "  ")
        elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
            yield key
            for item in value:
                yield from _item(item, indent + "  ")
        else:
            yield f"{key} {_value(value)}"


def _item(item: Json, indent: str) -> Iterator[str]:
    lines = _fields(item, "") if isinstance(item, dict) and item else (_value(item),)
    for number, line in enumerate(lines):
        yield f"{indent}{'  ' if number else '- '}{line}"


def _value(value: Json) -> str:
    match value:
        case str():
            return _text(value)
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            pairs = (f"{_text(name)}: {_value(one)}" for name, one in value.items())
            return f"{{{', '.join(pairs)}}}"
        case _:
            return json.dumps(value)


def _text(text: str) -> str:
    if _WORD.fullmatch(text) and text not in _NO_WORDS:
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """Return a text in quotation marks, which JSON and YAML read alike."""
    return _ESCAPED.sub(
        lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False)
    )
