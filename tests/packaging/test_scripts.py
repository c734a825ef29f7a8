# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the set-up scripts say on computers that lack something."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted(
    file
    for file in [*(ROOT / "packaging").iterdir(), ROOT / ".ci/run"]
    if file.is_file() and file.read_bytes().startswith(b"#!/bin/sh")
)


def run(script: str, *arguments: str, commands: Path) -> subprocess.CompletedProcess[str]:
    """Run a script with ``commands`` first on the path, so that it meets another computer."""
    environment = {**os.environ, "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}"}
    environment.pop("PYTHON", None)
    return subprocess.run(
        [ROOT / "packaging" / script, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def pretend(folder: Path, commands: Mapping[str, str]) -> Path:
    for name, body in commands.items():
        (folder / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def without_libraries(tmp_path: Path) -> Path:
    """A Linux computer without any library, for a user who may not install."""
    return pretend(
        tmp_path,
        {"ldconfig": "true", "uname": "echo Linux", "id": "echo 1000", "sudo": "exit 1"},
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.name)
def test_that_every_script_is_executable_and_can_be_parsed(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert subprocess.run(["sh", "-n", script], check=False).returncode == 0


def test_that_a_missing_library_is_named_with_the_line_that_installs_it(
    without_libraries: Path,
) -> None:
    result = run("bootstrap", "run", commands=without_libraries)
    assert result.returncode == 3
    assert "libGL.so.1" in result.stderr
    assert "libpangoft2-1.0.so.0" in result.stderr
    assert any(manager in result.stderr for manager in ("apt-get", "dnf", "pacman"))
    assert result.stdout == ""


def test_that_tests_ask_for_java_and_running_does_not(without_libraries: Path) -> None:
    assert "jdk" not in run("bootstrap", "run", commands=without_libraries).stderr
    stderr = run("bootstrap", "test", commands=without_libraries).stderr
    assert any(java in stderr for java in ("default-jre-headless", "openjdk"))


def test_that_a_mac_is_told_to_use_homebrew(tmp_path: Path) -> None:
    if Path("/opt/homebrew/lib/libpangoft2-1.0.dylib").exists():
        pytest.skip("this Mac has Pango")
    result = run("bootstrap", "run", commands=pretend(tmp_path, {"uname": "echo Darwin"}))
    assert result.returncode == 3
    assert "brew install" in result.stderr


def test_that_an_old_python_is_met_with_a_sentence(tmp_path: Path) -> None:
    old = 'case "$*" in *ensurepip*) exit 1 ;; *) echo 3.9 ;; esac'
    names = ("python3", "python3.11", "python3.12", "python3.13", "python3.14")
    result = run("find-python", commands=pretend(tmp_path, dict.fromkeys(names, old)))
    assert result.returncode == 3
    assert "3.11 or newer" in result.stderr
    assert "found here: 3.9" in result.stderr
