# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is handed in: a sentence, an exit status, no traceback, and nothing written."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import IO, Any

import pytest
from tests.cli.driver import (
    Outcome,
    actready,
    answers_file,
    assessment_file,
    process,
    sold_program,
)

COMMANDS = (("evaluate",), ("next",), ("export",), ("report", "-o", "out.pdf"))


@pytest.fixture(autouse=True)
def _in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refused(outcome: Outcome, status: int = 1) -> list[str]:
    """Check what holds for every refusal, and return the lines of the message."""
    assert outcome.status == status
    assert outcome.out == ""
    assert outcome.err
    assert "Traceback" not in outcome.err
    assert "mistake" not in outcome.err
    return outcome.err.splitlines()


SUBJECT = "format: 1\nsubjects:\n  - name: Tool\n    answers:\n"

#: What is in the file, and what is said: file and line, subject and question, problem, hint.
FAULTS = {
    "unknown question": (
        SUBJECT + "      suply.form: download\n",
        ["answers.yaml:5:", "Tool", "suply.form", "supply.form"],
    ),
    "unknown option": (
        SUBJECT + "      supply.form: downlod\n",
        ["answers.yaml:5:", "Tool: supply.form:", '"downlod"', "Did you mean 'download'?"],
    ),
    "word for a number": (
        "format: 1\norganisation:\n  answers:\n    org.staff: many\n",
        ["answers.yaml:4:", "org.staff", '"many" is no number.'],
    ),
    "text for yes or no": (
        SUBJECT + '      product.connection: "true"\n',
        ["answers.yaml:5:", "product.connection", "Write true, false or dont_know."],
    ),
    "yes in the YAML of old": (
        SUBJECT + "      product.connection: yes\n",
        ["answers.yaml:5:", "true or false"],
    ),
    "no such day": (
        SUBJECT + '      placing.date: "2027-02-30"\n',
        ["answers.yaml:5:", "placing.date", "2027-12-11"],
    ),
    "question about the organisation at a subject": (
        SUBJECT + "      org.legal_form: legal_person\n",
        ["answers.yaml:5:", "Tool", "org.legal_form"],
    ),
    "same key twice": (
        SUBJECT + "      supply.form: download\n      supply.form: device\n",
        ["answers.yaml:6:", "supply.form"],
    ),
    "unknown key": ("format: 1\nsubjets: []\n", ["answers.yaml:2:", "subjets", "subjects"]),
    "another format": ("format: 2\n", ["answers.yaml:1:", "format"]),
    "no format": ("organisation: {name: A}\n", ["answers.yaml:", "format"]),
    "not closed": ("format: [1\n", ["answers.yaml:"]),
    "an alias": (
        "format: 1\norganisation: &a {name: A}\nsubjects: [*a]\n",
        ["answers.yaml:2:"],
    ),
    "a tag": ("format: !!python/object:os.system 1\n", ["answers.yaml:1:"]),
    "a list at the top": ("- a\n", ["answers.yaml:1:"]),
    "nothing": ("", ["answers.yaml"]),
    "broken JSON": ('{"format": 1,\n "subjects": [}\n', ["answers.yaml:2:"]),
}


@pytest.mark.parametrize("case", FAULTS)
def test_that_a_faulty_answers_file_is_answered_with_file_line_and_hint(
    case: str, tmp_path: Path
) -> None:
    text, parts = FAULTS[case]
    answers_file(tmp_path, text)
    lines = refused(actready("evaluate", "answers.yaml"))
    assert all(part in lines[0] for part in parts), lines


def test_that_all_faults_are_listed_one_a_line(tmp_path: Path) -> None:
    answers_file(tmp_path, SUBJECT + "      supply.form: x\n      licence.kind: y\n      a.b: z\n")
    lines = refused(actready("evaluate", "answers.yaml"))
    assert [one.split(": ")[0] for one in lines[:3]] == [
        "answers.yaml:5",
        "answers.yaml:6",
        "answers.yaml:7",
    ]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: str(one[0]))
def test_that_every_command_refuses_a_faulty_file_and_writes_nothing(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    answers_file(tmp_path, "format: 2\n")
    refused(actready(*command, "answers.yaml"))
    assert [one.name for one in tmp_path.iterdir()] == ["answers.yaml"]


def test_that_a_file_of_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as stream:
        stream.truncate(100_000_000)
    assert "100000000 bytes" in refused(actready("evaluate", "huge.yaml"))[0]


@pytest.mark.parametrize("pair", ["[]", "{}"])
@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_that_nesting_without_end_is_refused(pair: str, depth: int, tmp_path: Path) -> None:
    inner = {"[]": "[", "{}": '{"a":'}[pair] * depth + "1" + pair[1] * depth
    answers_file(tmp_path, f'{{"format": 1, "subjects": {inner}}}', "deep.json")
    assert "deep.json" in refused(actready("evaluate", "deep.json"))[0]


@pytest.mark.parametrize(
    "data",
    [
        b"format: 1\nname: \xff\xfe\n",
        b"f\x00o\x00r\x00m\x00",
        bytes(range(256)),
        b"\x00" * 100,
        b"MZ\x90\x00\x03",
        b"\xef\xbb\xbf\xef\xbb\xbf",
    ],
)
def test_that_what_is_no_text_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "binary.yaml").write_bytes(data)
    refused(actready("evaluate", "binary.yaml"))


def test_that_a_missing_file_is_named() -> None:
    for name in ("missing.yaml", "missing.actready"):
        assert name in refused(actready("evaluate", name))[0]


def test_that_a_missing_folder_may_be_a_drive_that_is_not_connected() -> None:
    assert "nowhere" in refused(actready("evaluate", "nowhere/a.yaml"), 3)[0]


def test_that_a_folder_is_no_file(tmp_path: Path) -> None:
    for name in ("folder", "folder.actready"):
        (tmp_path / name).mkdir()
        refused(actready("evaluate", name))


def test_that_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    refused(actready("evaluate", "pipe.yaml"))


def test_that_a_file_without_permission_is_a_matter_of_the_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = Path.open

    def forbidden(path: Path, mode: str = "r") -> IO[Any]:
        if path.name == "answers.yaml":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return usual(path, mode)

    answers_file(tmp_path, "format: 1\n")
    monkeypatch.setattr(Path, "open", forbidden)
    assert "permission" in refused(actready("evaluate", "answers.yaml"), 3)[0]


@pytest.mark.parametrize("place", [0, 30, 100, 4_000, -1_000])
def test_that_a_damaged_assessment_file_is_refused_and_left_alone(
    place: int, tmp_path: Path
) -> None:
    path = assessment_file(tmp_path, *sold_program())
    data = bytearray(path.read_bytes())
    data[place : place + 200 if place >= 0 else None] = b"\xaa" * 200
    path.write_bytes(data)
    for command in COMMANDS:
        refused(actready(*command, path.name))
    assert path.read_bytes() == data
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("size", [0, 1, 100, 5_000])
def test_that_a_cut_assessment_file_is_refused(size: int, tmp_path: Path) -> None:
    path = assessment_file(tmp_path, *sold_program())
    path.write_bytes(path.read_bytes()[:size])
    refused(actready("evaluate", path.name))


def test_that_a_hostile_value_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    answers_file(tmp_path, SUBJECT + '      supply.form: "\\u001b]0;title\\u0007\\u202e"\n')
    (line, *_rest) = refused(actready("evaluate", "answers.yaml"))
    assert line.isprintable()


def test_that_a_hostile_file_name_cannot_speak_to_the_terminal() -> None:
    lines = refused(actready("evaluate", "\x1b[2J.yaml"))
    assert all(line.isprintable() for line in lines)


def test_that_a_process_of_its_own_answers_in_the_same_way(tmp_path: Path) -> None:
    answers_file(tmp_path, FAULTS["unknown option"][0])
    outcome = process("evaluate", "answers.yaml")
    assert refused(outcome) == actready("evaluate", "answers.yaml").err.splitlines()


@pytest.mark.parametrize(
    "arguments",
    [
        ["evaluate"],
        ["evaluate", "a.yaml", "--as-of", "tomorrow"],
        ["evaluate", "a.yaml", "--format", "xml"],
        ["report", "a.yaml"],
        ["frobnicate", "a.yaml"],
        ["evaluate", "a.yaml", "--al"],
        ["questions", "--act", "gdpr"],
        [],
    ],
)
def test_that_wrong_use_is_explained_with_status_2(arguments: list[str]) -> None:
    outcome = actready(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert "usage: actready" in outcome.err


def test_that_an_output_folder_that_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    answers_file(tmp_path, "format: 1\n")
    outcome = actready("export", "answers.yaml", "-o", "nowhere/out.yaml")
    refused(outcome, 3)
    assert [one.name for one in tmp_path.iterdir()] == ["answers.yaml"]
