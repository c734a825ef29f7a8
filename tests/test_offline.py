# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proof that the program works without a network, and has no means to use one."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "actready"
SAMPLE = ROOT / "samples" / "company-z.yaml"

NETWORK = {
    "socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib",
    "xmlrpc", "asyncio", "requests", "httpx", "aiohttp", "urllib3", "webbrowser",
}  # fmt: skip
QT_NETWORK = {"QtNetwork", "QtWebSockets", "QtWebEngineCore", "QtWebEngineWidgets", "QtNetworkAuth"}

#: Runs the program in a process in which every attempt to reach another computer is an error.
WITHOUT_SOCKETS = """
import sys
from pytest_socket import disable_socket
disable_socket(allow_unix_socket=True)
from actready.__main__ import main
sys.exit(main(sys.argv[1:]))
"""

IMPORT_WINDOW = "import actready.gui.application"

COMMANDS = {
    "evaluate": ["evaluate", str(SAMPLE), "--format", "json"],
    "next": ["next", str(SAMPLE), "--format", "json"],
    "report": ["report", str(SAMPLE), "-o", "report.pdf"],
}


def imported(tree: ast.Module) -> set[str]:
    """Return every dotted part that a module imports: PySide6, QtNetwork, urllib, parse, ..."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
            if node.module.startswith("PySide6"):
                names |= {*node.module.split("."), *(alias.name for alias in node.names)}
    return names


@pytest.mark.parametrize(
    "module", sorted(SOURCE.rglob("*.py")), ids=lambda one: one.relative_to(SOURCE).as_posix()
)
def test_that_no_module_can_reach_a_network(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    assert imported(tree) & (NETWORK | QT_NETWORK) == set()


@cache
def unshare() -> tuple[str, ...]:
    """Return the command that takes the network away from a process, or nothing if none works."""
    found = shutil.which("unshare")
    for options in (("-n",), ("-rn",)):
        if found and subprocess.run([found, *options, "true"], check=False).returncode == 0:
            return (found, *options)
    return ()


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def assert_done(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not unshare(), reason="this computer cannot take the network from a process")
@pytest.mark.parametrize("name", [*COMMANDS, "window"])
def test_that_it_works_where_there_is_no_network_at_all(name: str, tmp_path: Path) -> None:
    program = ["-m", "actready", *COMMANDS[name]] if name in COMMANDS else ["-c", IMPORT_WINDOW]
    assert_done(run([*unshare(), sys.executable, *program], tmp_path))
    if name == "report":
        assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["evaluate", "next"])
def test_that_no_socket_is_opened(name: str, tmp_path: Path) -> None:
    assert_done(run([sys.executable, "-c", WITHOUT_SOCKETS, *COMMANDS[name]], tmp_path))


def test_that_the_window_loads_no_network_library_of_qt(tmp_path: Path) -> None:
    listing = f"{IMPORT_WINDOW}; import sys; print(*sys.modules)"
    done = run([sys.executable, "-c", listing], tmp_path)
    assert_done(done)
    loaded = {name.removeprefix("PySide6.") for name in done.stdout.split()}
    assert loaded & QT_NETWORK == set()
