# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the program begins and ends: help, version, the last barrier, and the window."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from tests.cli.driver import SAMPLE, actready, process

from actready import __main__, __version__
from actready.cli import COMMANDS
from actready.cli.guard import guarded
from actready.errors import AppError, ComputerError, Fault, FaultyInput


def test_that_help_lists_every_command_and_fits_a_terminal() -> None:
    text = actready("--help")
    assert text.status == 0
    assert all(f"\n  {command} " in text.out for command in COMMANDS)
    assert max(map(len, text.out.splitlines())) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_that_every_command_explains_itself(command: str) -> None:
    text = actready(command, "--help")
    assert (text.status, text.err) == (0, "")
    assert f"usage: actready {command}" in text.out


def test_that_the_version_is_that_of_the_package() -> None:
    assert actready("--version").out == f"actready {__version__}\n"
    assert process("--version").out == f"actready {__version__}\n"


def test_that_the_process_gives_status_and_utf_8_on_any_terminal() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    outcome = process("evaluate", SAMPLE, environment=environment)
    assert outcome.status == 0
    assert "(answered: I don’t know)" in outcome.out


def failing(error: BaseException) -> tuple[int, str]:
    def work() -> int:
        raise error

    stream = io.StringIO()
    return guarded(work, stream), stream.getvalue()


def test_that_errors_become_sentences_and_statuses() -> None:
    assert failing(AppError("It broke.", "Mend it.")) == (1, "It broke. Mend it.\n")
    assert failing(ComputerError("No disk.")) == (3, "No disk.\n")
    assert failing(KeyboardInterrupt()) == (130, "")
    fault = Fault("Wrong.", "Mend it.", "a.yaml", 3, "Tool: q")
    assert failing(FaultyInput("One fault.", [fault])) == (
        1,
        "a.yaml:3: Tool: q: Wrong. Mend it.\nOne fault.\n",
    )


def test_that_a_refusal_of_the_system_names_the_place() -> None:
    status, text = failing(OSError(28, "No space left on device", "out.pdf"))
    assert status == 3
    assert text.startswith("This computer refuses: “out.pdf”: No space left on device.")
    assert failing(OSError("odd"))[1].startswith("This computer refuses: odd.")


def test_that_a_mistake_of_the_program_is_owned_up_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACTREADY_DEBUG", raising=False)
    status, text = failing(ZeroDivisionError("secret"))
    assert status == 3
    assert text.startswith("ActReady made a mistake (ZeroDivisionError).")
    assert "ACTREADY_DEBUG=1" in text
    assert "Traceback" not in text
    monkeypatch.setenv("ACTREADY_DEBUG", "1")
    assert "Traceback" in failing(ZeroDivisionError())[1]


def test_that_a_reader_who_leaves_early_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "actready", "questions"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk always full")
def test_that_a_full_disk_behind_the_output_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "actready", "questions"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.startswith("This computer refuses: No space left on device.")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["firm.actready"], True),
        (["firm.yaml"], True),
        (["folder/firm"], True),
        (["--help"], False),
        (["evaluate"], False),
        (["evalaute"], False),
        (["evaluate", "firm.actready"], False),
        (["firm.actready", "--all"], False),
    ],
)
def test_that_the_window_is_meant_by_no_argument_or_one_file(
    arguments: list[str], window: bool
) -> None:
    assert __main__.asks_for_window(arguments) is window


def test_that_an_existing_file_opens_the_window_whatever_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "firm").touch()
    assert __main__.asks_for_window(["firm"])


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.mark.usefixtures("no_display")
def test_that_without_a_display_the_commands_are_pointed_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert __main__.main([]) == 3
    assert capsys.readouterr().err.startswith("There is no display here")


@pytest.mark.usefixtures("no_display")
def test_that_without_qt_the_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setitem(sys.modules, "actready.gui.application", None)
    assert __main__.main([str(SAMPLE)]) == 3
    text = capsys.readouterr().err
    assert "a library is missing" in text
    assert "Traceback" not in text


def test_that_the_window_gets_the_file_and_its_status_is_the_programs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[list[str]] = []

    def run(arguments: list[str]) -> int:
        opened.append(arguments)
        return 7

    window = ModuleType("actready.gui.application")
    vars(window)["run"] = run
    monkeypatch.setitem(sys.modules, "actready.gui.application", window)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert __main__.main(["firm.actready"]) == 7
    assert opened == [["firm.actready"]]


def test_that_a_command_run_through_the_entry_point_prints_its_result(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["actready", "--version"])
    assert __main__.main() == 0
    assert capsys.readouterr().out == f"actready {__version__}\n"
