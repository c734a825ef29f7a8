# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings: kept between two starts, and never a reason not to start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actready.settings import MAX_RECENT, Settings, Stop, load, save, settings_file


def test_that_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    chosen = Settings("dark", 150).opened(Path("/a.actready"))
    chosen = chosen.stopped(Path("/a.actready"), Stop("question", "s1", "boat.use"))
    save(chosen, file)
    assert load(file) == chosen
    assert load(file).stop_in(Path("/a.actready")) == Stop("question", "s1", "boat.use")
    assert [one.name for one in file.parent.iterdir()] == ["settings.json"]


def test_that_the_file_opened_last_comes_first_and_only_once() -> None:
    chosen = Settings()
    for name in ("/a", "/b", "/a"):
        chosen = chosen.opened(Path(name))
    assert chosen.recent == ("/a", "/b")


def test_that_the_lists_do_not_grow_without_end() -> None:
    chosen = Settings()
    for number in range(30):
        chosen = chosen.opened(Path(f"/{number}"))
        chosen = chosen.stopped(Path(f"/{number}"), Stop("subjects"))
    assert len(chosen.recent) == len(chosen.stops) == MAX_RECENT


@pytest.mark.parametrize(
    "content",
    [
        "", "{", "[]", "7", "\x00", '{"recent": 3, "stops": {}, "appearance": 4}', "[" * 100_000,
        '{"stops": [["/a"], ["/a", {}], 4, [3, {"place": "x", "subject": 1, "question": 2}]]}',
    ],
)  # fmt: skip
def test_that_damaged_settings_count_as_none(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(content, "utf-8")
    assert load(file) == Settings()


def test_that_what_can_be_read_of_half_damaged_settings_is_used(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    content = {"text_size": 150, "recent": ["/a", 7], "stops": [["/a", {"place": "result",
               "subject": 3, "question": None}]]}  # fmt: skip
    file.write_text(json.dumps(content), "utf-8")
    assert load(file) == Settings(text_size=150, recent=("/a",), stops=(("/a", Stop("result")),))


def test_that_huge_settings_are_not_read(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"appearance": "dark"' + " " * 300_000 + "}", "utf-8")
    assert load(file) == Settings()


def test_that_settings_that_cannot_be_written_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    save(Settings(), tmp_path / "file" / "settings.json")
    assert (tmp_path / "file").read_text("utf-8") == "x"


def test_that_the_place_of_settings_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/elsewhere")
    assert settings_file() == Path("/elsewhere/actready/settings.json")
