# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The start of the program: the frame first, then the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from actready.gui import application
from actready.gui.main_window import MainWindow
from actready.gui.program import Program
from actready.resources import data_folder


def test_that_the_frame_is_shown_before_anything_else_is_begun(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bool, Path | None]] = []
    begin = application.start

    def watched(window: MainWindow, path: Path | None) -> Program:
        seen.append((window.isVisible(), path))
        QTimer.singleShot(0, qapp.quit)
        return begin(window, path)

    monkeypatch.setattr(application, "start", watched)
    hook = sys.excepthook
    sample = next(data_folder("samples").glob("*.yaml"))
    assert application.run([str(sample)]) == 0
    assert seen == [(True, sample)]
    assert sys.excepthook == hook


def test_that_the_frame_needs_neither_the_law_nor_the_report() -> None:
    """Whatever is loaded before the first picture makes everybody wait."""
    code = (
        "import sys, actready.gui.application as made;"
        "made.make_window(made.make_application(), made.settings.Settings());"
        "print([one for one in ('pydantic', 'yaml', 'jinja2', 'weasyprint', 'actready.domain',"
        " 'actready.catalogue', 'actready.session') if one in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "[]"
