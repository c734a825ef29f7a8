# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measures the window: first picture against a bare Qt window, answer to repaint, memory.

Run it as ``python -m tests.benchmarks.bench_window``. The bare window has a menu, a label and one
name of the ``Qt`` namespace, whose enumerations every program in Python has to pay for. Aims: first
window at most 1.3 times the bare one, an answer repainted within 16 ms, less than 150 MB when idle.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from actready.gui.workspace import Workspace

RUNS: Final = 7
ANSWERS: Final = 30
PAGES: Final = 10

BARE: Final = """
import time; began = time.perf_counter()
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([]); window = QMainWindow(); window.resize(1280, 800)
window.menuBar().addMenu("File"); label = QLabel("Welcome"); window.setCentralWidget(label)
label.setAlignment(Qt.AlignmentFlag.AlignCenter); window.show(); application.processEvents()
print(time.perf_counter() - began)
"""
OURS: Final = """
import time; began = time.perf_counter()
from actready import settings
from actready.gui.application import make_application, make_window
application = make_application(); window = make_window(application, settings.Settings())
window.show(); application.processEvents()
print(time.perf_counter() - began)
import sys; assert "pydantic" not in sys.modules, "the core was loaded before the first picture"
"""


def first_window(program: str) -> float:
    """Return the median time in seconds until a program has painted its window."""
    times = [
        float(
            subprocess.run(
                [sys.executable, "-c", program], check=True, capture_output=True, text=True
            ).stdout
        )
        for _run in range(RUNS)
    ]
    return statistics.median(times)


def milliseconds(work: Callable[[], object], settle: Callable[[], object]) -> float:
    """Return how long a piece of work and the painting after it take."""
    began = time.perf_counter()
    work()
    settle()
    return (time.perf_counter() - began) * 1000


def resident_memory() -> float:
    """Return the memory of this process in MB, or 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(one for one in status.read_text("utf-8").splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def measure_work(temporary: Path) -> None:
    """Open the first sample, answer and turn pages, and print what it takes."""
    from actready import settings
    from actready.gui import files
    from actready.gui.application import make_application, make_window
    from actready.gui.program import Program

    application = make_application()
    window = make_window(application, settings.Settings(appearance="light"))
    window.show()
    program = Program(window, temporary / "settings.json", temporary)
    opening = milliseconds(lambda: program.begin(files.samples()[0]), application.processEvents)
    say("opening a file with three subjects", opening, "ms")
    assert program.workspace is not None
    measure_answers(program.workspace, application.processEvents)
    say("memory, idle", resident_memory(), "MB (aim < 150)")
    program.close()


def measure_answers(workspace: Workspace, settle: Callable[[], object]) -> None:
    """Answer one question again and again, then turn pages to and fro."""
    session = workspace.session
    subject = session.assessment.subjects[0].id
    workspace.show_question(subject, "supply.form")
    settle()
    answers = [
        milliseconds(partial(session.answer, subject, "supply.form", value), settle)
        for value in ("download", "device") * ANSWERS
    ]
    pages = [
        milliseconds(partial(workspace.show_question, subject, question), settle)
        for question in ("supply.price", "supply.form") * PAGES
    ]
    say("answer to repaint, median", statistics.median(answers), "ms (aim < 16)")
    say("answer to repaint, worst", max(answers), "ms")
    say("next question, median", statistics.median(pages), "ms")


def say(what: str, value: float, unit: str) -> None:
    """Print one figure."""
    print(f"{what:<40}{value:>8.1f} {unit}")  # noqa: T201


def main() -> None:
    """Print all figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    bare, ours = first_window(BARE), first_window(OURS)
    say("bare window", bare * 1000, "ms")
    say("our first window", ours * 1000, "ms")
    say("ratio", ours / bare, "(aim <= 1.3)")
    with tempfile.TemporaryDirectory() as temporary:
        measure_work(Path(temporary))


if __name__ == "__main__":
    main()
