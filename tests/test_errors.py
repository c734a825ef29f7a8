# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Errors say what happened and what to do, and name the nearest valid name."""

from __future__ import annotations

from actready.errors import AppError, ComputerError, Fault, FaultyInput, did_you_mean, nearest


def test_that_an_error_reads_as_two_sentences() -> None:
    assert str(AppError("It broke.", "Mend it.")) == "It broke. Mend it."
    assert str(AppError("It broke.")) == "It broke."


def test_that_faulty_input_and_a_faulty_computer_have_other_exit_statuses() -> None:
    assert AppError("").exit_status == 1
    assert FaultyInput("", []).exit_status == 1
    assert ComputerError("").exit_status == 3


def test_that_a_fault_says_file_line_and_place() -> None:
    fault = Fault("It is wrong.", "Mend it.", "a.yaml", 3, "Boat: boat.use")
    assert str(fault) == "a.yaml:3: Boat: boat.use: It is wrong. Mend it."
    assert str(Fault("It is wrong.", file="a.yaml")) == "a.yaml: It is wrong."
    assert str(Fault("It is wrong.")) == "It is wrong."


def test_that_all_faults_are_listed() -> None:
    error = FaultyInput("Two faults.", [Fault("One."), Fault("Two.")])
    assert str(error).splitlines() == ["Two faults.", "One.", "Two."]


def test_that_the_nearest_name_is_offered_only_if_it_is_near() -> None:
    assert nearest("suply.form", ["supply.form", "org.seat"]) == "supply.form"
    assert nearest("zzz", ["supply.form"]) is None
    assert did_you_mean("suply.form", ["supply.form"]) == "Did you mean 'supply.form'?"
    assert did_you_mean("zzz", ["supply.form"]) == ""
