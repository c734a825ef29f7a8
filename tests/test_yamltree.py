# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The YAML reader: plain values with lines, and a sentence for everything it refuses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from actready import yamltree
from actready.errors import Fault, FaultyInput
from actready.yamltree import Marked, line_at, plain, read_yaml


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    loader = {"libyaml": yaml.CSafeLoader, "python": yaml.SafeLoader}[str(request.param)]
    monkeypatch.setattr(yamltree, "_LOADER", loader)
    return str(request.param)


def faults_of(data: bytes, **limits: int) -> tuple[Fault, ...]:
    with pytest.raises(FaultyInput) as caught:
        read_yaml(data, "answers.yaml", **limits)
    assert "answers.yaml" in caught.value.message
    assert all(fault.file == "answers.yaml" for fault in caught.value.faults)
    return caught.value.faults


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("", None),
        ("~", None),
        ("null", None),
        ("34", 34),
        ("-2", -2),
        ("2.5", 2.5),
        ("1e3", 1000.0),
        ("007", "007"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("12:30", "12:30"),
        (".inf", ".inf"),
        ("y", "y"),
        ("none", "none"),
        ("2027-12-11", date(2027, 12, 11)),
        ("2027-12-11 10:00", "2027-12-11 10:00"),
        ("'2027-12-11'", "2027-12-11"),
        ("'yes'", "yes"),
        ('"34"', "34"),
        ("! text", "text"),
        ("[1, [a]]", [1, ["a"]]),
        ("{}", {}),
    ],
)
def test_that_values_are_read_as_written(written: str, value: object) -> None:
    assert plain(read_yaml(f"key: {written}\n".encode(), "f")) == {"key": value}


def test_that_json_is_read_alike() -> None:
    data = b'{"a": [1, 2.5, null, true, "x"], "b": {"c": "2027-12-11"}}'
    assert plain(read_yaml(data, "f")) == {
        "a": [1, 2.5, None, True, "x"],
        "b": {"c": "2027-12-11"},
    }


def test_that_a_byte_order_mark_and_an_empty_file_are_no_faults() -> None:
    assert plain(read_yaml(b"\xef\xbb\xbfa: 1", "f")) == {"a": 1}
    assert read_yaml(b"", "f") == Marked(None, 1)


def test_that_lines_are_those_of_the_keys_and_items() -> None:
    tree = read_yaml(b"a: 1\nb:\n  - x\n  - c:\n      d: 2\n", "f")
    paths: list[tuple[Sequence[str | int], int]] = [
        ([], 1),
        (["a"], 1),
        (["b"], 2),
        (["b", 0], 3),
        (["b", 1, "c"], 4),
        (["b", 1, "c", "d"], 5),
        (["b", 1, "c", "missing"], 4),
        (["b", 7, "c"], 2),
        (["b", "c"], 2),
        (["a", 0], 1),
    ]
    assert [line_at(tree, path) for path, _line in paths] == [line for _path, line in paths]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("data", "line", "part"),
    [
        (b"a: 1\nb: yes\n", 2, "'yes' can be read in two ways"),
        (b"a: [1,\n  Off]\n", 2, "'Off' can be read in two ways"),
        (b"a: True\n", 1, "'True' can be read in two ways"),
        (b"a: 1\nb: 2\na: 3\n", 3, "'a' is given twice; the first time in line 1"),
        (b"a: 1\n2: b\n", 2, "no text"),
        (b"? [a]\n: b\n", 1, "no text"),
        (b"a: &x 1\n", 1, "'&'"),
        (b"a: &x 1\nb: *x\n", 2, "'*'"),
        (b"a: !!python/object:os.system x\n", 1, "special type"),
        (b"a: 1\nb: !mine [1]\n", 2, "'!mine'"),
        (b"a: 1\n---\nb: 2\n", 2, "several documents"),
        (b"a: b: c\n", 1, "no valid YAML"),
        (b"a: 1\nb: 'x\n", 3, "no valid YAML"),
        (b"a: 1\nb: \x01\n", 2, "no text"),
        (b"\x00\x01\x02PNG", 1, "no text"),
        (b"a: 1\nb: \xff\n", 2, "no UTF-8"),
        (b"a: 2026-02-31\n", 1, "'2026-02-31' is no date"),
        (b"a: 99999999999999999999\n", 1, "out of range"),
        (b"a: 1e999\n", 1, "out of range"),
        (b"a: " + b"9" * 100_000, 1, "out of range"),
    ],
)
def test_that_what_cannot_be_trusted_is_refused_with_its_line(
    data: bytes, line: int, part: str
) -> None:
    faults = faults_of(data)
    assert part in str(faults[-1])
    assert faults[-1].line == line
    assert all(fault.hint for fault in faults)


@pytest.mark.usefixtures("parser")
def test_that_all_faults_are_told_and_not_the_first_only() -> None:
    faults = faults_of(b"a: yes\nb: &x 1\nb: 2\nc: 2026-13-01\n")
    assert [fault.line for fault in faults] == [1, 2, 3, 4]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "data",
    [
        b"[" * 1000,
        b"{a: " * 1000,
        b"- " * 1000,
        b"? " * 1000,
        b"".join(b" " * depth + b"a:\n" for depth in range(1000)),
    ],
)
def test_that_nesting_a_thousand_deep_is_a_fault_and_no_crash(data: bytes) -> None:
    faults = faults_of(data)
    assert faults[-1].line is not None
    assert "nest" in faults[-1].problem


def test_that_the_depth_that_is_allowed_can_be_read_and_one_more_cannot() -> None:
    assert plain(read_yaml(b"[" * 5 + b"]" * 5, "f", max_depth=5)) == [[[[[]]]]]
    assert "more than 5 deep" in faults_of(b"[" * 6 + b"]" * 6, max_depth=5)[0].problem


def test_that_a_file_that_is_too_large_is_not_parsed() -> None:
    assert "has 11 bytes" in faults_of(b"[" * 11, max_bytes=10)[0].problem


def test_that_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamltree, "MAX_VALUES", 10)
    assert "more than 10 values" in faults_of(b"[" + b"1, " * 10 + b"]")[0].problem


def test_that_endless_faults_are_cut_off() -> None:
    faults = faults_of(b"- yes\n" * 5000)
    assert len(faults) == yamltree.MAX_FAULTS + 1
    assert faults[-1].problem == "There are more faults."


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text(alphabet="ab:-[]{}?&*!'\"#\n |>%0", max_size=80))
def test_that_any_file_is_read_or_refused_in_sentences(data: bytes | str) -> None:
    content = data.encode() if isinstance(data, str) else data
    found: tuple[Fault, ...] = ()
    try:
        tree = read_yaml(content, "f")
    except FaultyInput as error:
        tree, found = None, error.faults
    assert (tree is None) == bool(found)


numbers = st.integers(-(10**9), 10**9)
texts = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=20)
leaves = st.none() | st.booleans() | numbers | texts | st.dates()
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=10,
)


@settings(deadline=None)
@given(trees)
def test_that_what_yaml_writes_is_read_back(tree: object) -> None:
    class NoAliases(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True

    text = yaml.dump(tree, Dumper=NoAliases, allow_unicode=True)
    if "!!" not in text:
        assert plain(read_yaml(text.encode(), "f")) == tree
