# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every kind of question has an editor."""

from __future__ import annotations

from actready.domain.terms import Kind
from actready.gui.editors.registry import EDITORS


def test_that_every_kind_of_question_has_an_editor() -> None:
    assert set(EDITORS) == set(Kind)
