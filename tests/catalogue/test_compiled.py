# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The compiled catalogue: the same as the YAML, never staler, and quick without a YAML library."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.catalogue import tiny
from tests.catalogue.tiny import CRA

from actready.catalogue import compile_into, compiled, open_catalogue
from actready.catalogue.compiled import SHIPPED_NAME, cache_folder
from actready.catalogue.editions import merged
from actready.catalogue.loader import load_root
from actready.domain.terms import Act
from actready.errors import AppError, ComputerError, FaultyInput

DAY = date(2028, 1, 10)
ROLES = f"{CRA}/rules/10-roles.yaml"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def refuse_to_load(*_arguments: object, **_options: object) -> None:
    raise AssertionError("the YAML was read")


def test_that_the_catalogue_holds_what_the_yaml_says(root: Path, cache: Path) -> None:
    expected = merged([edition.content for edition in load_root(root)])
    assert open_catalogue(root, cache).questionnaire(DAY) == expected
    assert open_catalogue(root, cache).questionnaire(DAY) == expected


def test_that_questions_about_the_organisation_come_first_then_common_then_the_act(
    root: Path, cache: Path
) -> None:
    tiny.write(
        root,
        f"{CRA}/questions/90-seat.yaml",
        tiny.FILES[f"{tiny.COMMON}/questions/10-organisation.yaml"]
        .replace("org.form", "org.seat")
        .replace("id: organisation", "id: seat"),
    )
    questionnaire = open_catalogue(root, cache).questionnaire(DAY)
    assert [one.id for one in questionnaire.sections] == ["organisation", "seat", "product"]
    assert [one.id for one in questionnaire.questions][:3] == ["org.form", "org.seat", "sale.ways"]


def test_that_the_second_start_reads_no_yaml(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_catalogue(root, cache)
    monkeypatch.setattr("actready.catalogue.loader.load_root", refuse_to_load)
    assert open_catalogue(root, cache).contents == first.contents


def test_that_the_second_start_imports_no_yaml_library(root: Path, cache: Path) -> None:
    open_catalogue(root, cache)
    program = (
        "import sys; from pathlib import Path; from actready.catalogue import open_catalogue;"
        "open_catalogue(Path(sys.argv[1]), Path(sys.argv[2])); print('yaml' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(root), str(cache)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"


def test_that_an_edit_is_seen_at_once(root: Path, cache: Path) -> None:
    open_catalogue(root, cache)
    tiny.replace(root, ROLES, "text: It is sold.", "text: It is for sale.")
    questionnaire = open_catalogue(root, cache).questionnaire(DAY)
    assert "It is for sale." in [fact.text for fact in questionnaire.facts]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"digest": "x"}', b"\xff\x00"])
def test_that_a_damaged_cache_is_made_again(root: Path, cache: Path, content: bytes) -> None:
    first = open_catalogue(root, cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(content)
    assert open_catalogue(root, cache) == first
    assert json.loads(kept.read_bytes())["digest"]


def test_that_the_cache_of_another_program_version_is_not_used(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_catalogue(root, cache)
    monkeypatch.setattr(compiled, "__version__", "999")
    monkeypatch.setattr("actready.catalogue.loader.load_root", refuse_to_load)
    with pytest.raises(AssertionError, match="the YAML was read"):
        open_catalogue(root, cache)


def test_that_a_cache_that_cannot_be_written_is_done_without(root: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file", "utf-8")
    catalogue = open_catalogue(root, blocked)
    assert catalogue.pinned(DAY) == {Act.COMMON: "2024-12-10", Act.CRA: "2024-12-10"}
    assert blocked.read_text("utf-8") == "a file"


def test_that_a_shipped_file_is_used_and_no_cache_is_made(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_into(root, root / SHIPPED_NAME)
    monkeypatch.setattr("actready.catalogue.loader.load_root", refuse_to_load)
    assert open_catalogue(root, cache).questionnaire(DAY).questions
    assert not cache.exists()


def test_that_a_shipped_file_is_no_fault_of_the_folder(root: Path) -> None:
    compile_into(root, root / SHIPPED_NAME)
    assert len(load_root(root)) == 2


def test_that_two_folders_do_not_share_a_cache_file(
    root: Path, cache: Path, tmp_path: Path
) -> None:
    open_catalogue(root, cache)
    open_catalogue(tiny.written(tmp_path / "other"), cache)
    assert len(list(cache.iterdir())) == 2


def test_that_a_broken_case_does_not_stop_the_program(root: Path, cache: Path) -> None:
    tiny.write(root, f"{CRA}/cases/firm.yaml", "broken: [")
    assert open_catalogue(root, cache).questionnaire(DAY).questions


def test_that_broken_rules_do_stop_it_and_leave_no_cache(root: Path, cache: Path) -> None:
    tiny.replace(root, ROLES, "answer: care.open", "answer: care.opn")
    with pytest.raises(FaultyInput, match=r"no question 'care\.opn'"):
        open_catalogue(root, cache)
    assert not cache.exists()


def test_that_a_folder_that_cannot_be_read_is_told(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ComputerError, match="no permission"):
        open_catalogue(root, cache)


def test_that_the_catalogue_of_the_installation_and_the_users_cache_are_the_default(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actready.resources.data_folder", lambda name: root)
    monkeypatch.setattr(compiled, "cache_folder", lambda: cache)
    assert [one.act for one in open_catalogue().editions] == [Act.COMMON, Act.CRA]
    assert len(list(cache.iterdir())) == 1


def test_that_a_questionnaire_is_merged_once(root: Path, cache: Path) -> None:
    catalogue = open_catalogue(root, cache)
    assert catalogue.questionnaire(DAY) is catalogue.questionnaire(date(2026, 1, 1))


def test_that_no_edition_for_a_date_is_an_error_with_the_first_date(
    root: Path, cache: Path
) -> None:
    catalogue = open_catalogue(root, cache)
    with pytest.raises(AppError, match="covers 2024-12-09") as caught:
        catalogue.questionnaire(date(2024, 12, 9))
    assert "2024-12-10" in caught.value.hint
    with pytest.raises(AppError):
        catalogue.pinned(date(2024, 12, 9))


def test_that_each_platform_has_its_own_place_for_caches(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert cache_folder("linux", {"XDG_CACHE_HOME": "/var/c"}) == Path("/var/c/actready")
    assert cache_folder("linux", {"XDG_CACHE_HOME": "relative"}) == tmp_path / ".cache/actready"
    assert cache_folder("linux", {}) == tmp_path / ".cache/actready"
    assert cache_folder("darwin", {}) == tmp_path / "Library/Caches/ActReady"
    assert cache_folder("win32", {"LOCALAPPDATA": "/l"}) == Path("/l/ActReady/Cache")
    assert cache_folder("win32", {}) == tmp_path / "AppData/Local/ActReady/Cache"
