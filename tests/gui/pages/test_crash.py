# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from tests.gui.driver_pages import ProgramDriver

from actready.errors import AppError
from actready.gui.crash import CrashReporter, details_of


@pytest.fixture
def reporter(user: ProgramDriver) -> Iterator[CrashReporter]:
    before = sys.excepthook
    made = CrashReporter(user.window)
    made.install()
    yield made
    made.remove()
    assert sys.excepthook is before


def failure(error: BaseException) -> BaseException:
    """Return an error as it arrives when nothing caught it."""
    try:
        raise error
    except type(error) as raised:
        return raised


def catch(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_that_an_error_of_the_program_is_said_calmly_with_details_to_copy(
    user: ProgramDriver, reporter: CrashReporter
) -> None:
    catch(failure(ZeroDivisionError("by zero")))
    user.settle()
    assert user.dialog() == "Something in ActReady went wrong"
    assert user.sees("No answer is lost")
    details = user.details()
    assert "ZeroDivisionError: by zero" in details
    assert "test_crash.py" in details
    user.click("Copy the details")
    assert QApplication.clipboard().text() == details


def test_that_details_name_no_folder_of_this_computer() -> None:
    details = details_of(failure(ValueError("x")))
    assert "/" not in "\n".join(details.splitlines()[2:])


def test_that_the_same_error_is_said_once(user: ProgramDriver, reporter: CrashReporter) -> None:
    error = failure(ValueError("again"))
    catch(error)
    user.settle()
    user.click("Close")
    catch(error)
    user.settle()
    assert user.dialog() == ""


def test_that_an_error_for_the_user_is_said_as_it_is(
    user: ProgramDriver, reporter: CrashReporter
) -> None:
    catch(failure(AppError("The disk is full.", "Make room.")))
    user.settle()
    assert user.dialog() == "The disk is full."
    assert user.sees("Make room.")


def test_that_stopping_the_program_is_no_crash(
    user: ProgramDriver, reporter: CrashReporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed_on: list[type[BaseException]] = []
    reporter.remove()
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: passed_on.append(kind))
    reporter.install()
    catch(failure(KeyboardInterrupt()))
    user.settle()
    reporter.remove()
    monkeypatch.undo()
    assert passed_on == [KeyboardInterrupt]
    assert user.dialog() == ""
