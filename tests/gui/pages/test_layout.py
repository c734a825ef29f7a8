# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing is cut, whatever the language and the size of the window."""

from __future__ import annotations

from collections.abc import Callable
from gettext import NullTranslations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from tests.gui.driver_pages import ProgramDriver

from actready import i18n
from actready.gui.places import Location, Place

MORE = 1.4
PLACES = (Place.SUBJECTS, Place.QUESTION, Place.CHECK, Place.RESULT, Place.DUTIES, Place.REPORT)


class LongWords(NullTranslations):
    """Stands for a language whose texts are two fifths longer."""

    def gettext(self, message: str) -> str:
        missing = int(len(message) * MORE) - len(message)
        return message + " wörter"[: missing + 1] * (1 + missing // 8)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def long_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_translation", LongWords())


def cut(user: ProgramDriver) -> list[str]:
    """Return the texts of the page that do not fit into their place."""
    page = user.window.page
    assert page is not None
    labels = [one for one in page.findChildren(QLabel) if one.isVisible()]
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    return [
        *(one.text() for one in labels if is_cut(one)),
        *(one.text() for one in buttons if one.width() < one.minimumSizeHint().width()),
        *(f"beyond the edge: {one}" for one in (*labels, *buttons) if is_beyond(one, page)),
    ]


def is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    return label.width() < label.sizeHint().width()


def is_beyond(widget: QWidget, page: QWidget) -> bool:
    return widget.mapTo(page, QPoint(widget.width(), 0)).x() > page.width()


def open_sample(user: ProgramDriver) -> None:
    user.open_file(user.program.samples()[0])


def each_page(user: ProgramDriver, look: Callable[[Place], None]) -> None:
    boat = user.session.assessment.subjects[0].id
    for place in PLACES:
        question = "boat.return" if place is Place.QUESTION else None
        user.workspace.go(Location(place, boat, question))
        for _round in range(5):
            user.settle()
        look(place)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700), (700, 500), (640, 400)])
def test_that_nothing_is_cut_in_a_language_with_long_words(
    user: ProgramDriver, long_words: None, size: tuple[int, int]
) -> None:
    user.resize(*size)
    user.program.show_start()
    user.settle()
    assert cut(user) == []
    open_sample(user)
    found: dict[Place, list[str]] = {}
    each_page(user, lambda place: found.update({place: cut(user)}))
    assert found == {place: [] for place in PLACES}


@pytest.mark.parametrize("text_size", [125, 200])
def test_that_nothing_is_cut_in_large_type(user: ProgramDriver, text_size: int) -> None:
    open_sample(user)
    user.window.theme.apply(text_size=text_size)
    user.resize(1280, 800)
    found: dict[Place, list[str]] = {}
    each_page(user, lambda place: found.update({place: cut(user)}))
    user.window.theme.apply(text_size=100)
    assert found == {place: [] for place in PLACES}


def test_that_everything_that_can_be_used_has_a_name(user: ProgramDriver) -> None:
    assert "" not in user.named_all()
    open_sample(user)
    nameless: dict[Place, int] = {}
    each_page(user, lambda place: nameless.update({place: user.named_all().count("")}))
    assert nameless == dict.fromkeys(PLACES, 0)
