# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""YAML that every reader takes alike, YAML 1.1 and 1.2."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actready.storage.yaml_writer import Json, quoted, yaml_text
from actready.yamltree import plain, read_yaml


def test_that_lists_of_fields_stand_on_lines_of_their_own() -> None:
    assert yaml_text(
        {"a": [{"b": 1, "c": {"d": None}}, "e"], "f": [], "g": {}, "h": [1.5, True]}
    ) == ("a:\n  - b: 1\n    c:\n      d: null\n  - e\nf: []\ng: {}\nh: [1.5, true]\n")


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "y", "n", "null", "true", "false"])
def test_that_words_with_another_meaning_in_some_yaml_are_quoted(word: str) -> None:
    assert yaml_text({word: word}) == f'"{word}": "{word}"\n'


@pytest.mark.parametrize(
    "text", ["", "~", "1", "1e5", "2026-11-23", "a: b", "# a", "- a", "Ä", "<<"]
)
def test_that_everything_but_plain_words_is_quoted(text: str) -> None:
    assert yaml_text({"a": text}) == f'a: "{text}"\n'


def test_that_invisible_characters_are_escaped() -> None:
    assert (
        quoted("\x00\x7f\x85\u2028\ufeff\ufffe🜁") == '"\\u0000\\u007f\\u0085\\u2028\\ufeff\\ufffe🜁"'
    )


@given(st.text())
def test_that_every_text_comes_back_from_json_and_yaml_readers(text: str) -> None:
    assert json.loads(quoted(text)) == text
    assert plain(read_yaml(f"a: {quoted(text)}".encode(), "a.yaml")) == {"a": text}


VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=9), VALUES, max_size=4))
def test_that_every_structure_comes_back(fields: dict[str, Json]) -> None:
    assert plain(read_yaml(yaml_text(fields).encode(), "a.yaml")) == fields
