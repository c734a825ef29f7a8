# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of the house, checked on all files: layout, layers, headers, sizes, wording."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "actready"

TOP_LEVEL = {
    "pyproject.toml", "src", "ui", "questionnaires", "templates", "tests", "packaging",
    "docs", "samples", "Makefile", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md",
    "LICENSE",
}  # fmt: skip

#: Library -> the only parts of the package that may import it.
HOMES = {
    "PySide6": {"gui"},
    "shiboken6": {"gui"},
    "pyhanko": {"report"},
    "pyhanko_certvalidator": {"report"},
    "asn1crypto": {"report"},
    "cryptography": {"report", "storage"},
    "segno": {"report"},
    "weasyprint": {"report", "drafts"},
    "jinja2": {"report", "drafts"},
    "sqlite3": {"storage"},
    "yaml": {"yamltree"},
    "docx": {"exports"},
    "icalendar": {"exports"},
    "xlsxwriter": {"exports"},
}

WITH_HEADER = {".py", ".sh", ".css", ".qss", ".toml", ".html", ".jinja", ".j2"}

UNWANTED_WORDS = re.compile(
    r"\b(compliant|certified|safe|guarantee[ds]?|simply|just|please note)\b|!", re.IGNORECASE
)

# Written in pieces, so that this file does not find itself.
PRIVATE_PLACES = re.compile(
    r"^\s*--(extra-)?index-"
    + r"url|^\s*--find-"
    + r"links|python"
    + r"hosted|https?://\S+/simple\b"
    r"|file:///\w|(?<![\w.])/(root|work|opt(?!/homebrew)|home|Users)/\w",
    re.MULTILINE,
)


@cache
def project_files() -> tuple[Path, ...]:
    """Return what git knows or would add; the project is a git checkout wherever it is tested."""
    listing = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    files = tuple(ROOT / name for name in listing.split("\0") if name)
    return tuple(file for file in files if file.is_file())


def relative(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def text_files() -> Iterator[tuple[Path, str]]:
    for file in project_files():
        content = file.read_bytes()
        if b"\0" not in content[:4096]:
            yield file, content.decode("utf-8", errors="replace")


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(SOURCE.rglob("*.py")):
        yield file, ast.parse(file.read_text("utf-8"))


def imported_libraries(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def visible_texts(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id in {"_", "gettext", "ngettext"}:
            yield from (
                one.value
                for one in node.args
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )


def test_that_nothing_lies_at_the_top_but_the_agreed_folders_and_files() -> None:
    top = {relative(file).split("/")[0] for file in project_files()}
    assert {name for name in top if not name.startswith(".")} - TOP_LEVEL == set()


def test_that_imports_run_one_way() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_that_each_library_is_imported_only_at_its_home() -> None:
    strays = [
        f"{relative(file)} imports {library}"
        for file, tree in modules()
        for library in imported_libraries(tree)
        if library in HOMES
        and file.relative_to(SOURCE).with_suffix("").parts[0] not in HOMES[library]
    ]
    assert strays == []


def test_that_data_folders_hold_no_program() -> None:
    data = ("ui/", "questionnaires/", "templates/", "samples/")
    assert [
        relative(file)
        for file in project_files()
        if relative(file).startswith(data) and file.suffix in {".py", ".sh", ".js"}
    ] == []


def test_that_every_source_file_names_its_licence() -> None:
    def needs_header(file: Path, text: str) -> bool:
        return file.suffix in WITH_HEADER or text.startswith("#!")

    unnamed = [
        relative(file)
        for file, text in text_files()
        if needs_header(file, text)
        and not (
            "SPDX-FileCopyrightText: ActReady contributors" in text[:300]
            and "SPDX-License-Identifier: EUPL-1.2" in text[:300]
        )
    ]
    assert unnamed == []


def test_that_the_licence_is_complete_and_the_fonts_bring_theirs() -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8")
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in licence
    assert "Reserved Font Name 'Source'" in (ROOT / "ui/fonts/OFL.txt").read_text("utf-8")


def test_that_no_file_names_a_package_index_or_a_place_on_one_computer() -> None:
    found = [
        f"{relative(file)}: {match.group().strip()}"
        for file, text in text_files()
        for match in PRIVATE_PLACES.finditer(text)
    ]
    assert found == []


def test_that_no_module_is_longer_than_400_lines() -> None:
    long = {
        relative(file): count
        for file in project_files()
        if file.suffix == ".py" and (count := len(file.read_text("utf-8").splitlines())) > 400
    }
    assert long == {}


def test_that_visible_texts_promise_nothing_and_do_not_shout() -> None:
    assert [
        f"{relative(file)}: {text}"
        for file, tree in modules()
        for text in visible_texts(tree)
        if UNWANTED_WORDS.search(text)
    ] == []


def test_that_every_pinned_package_has_a_hash_and_every_dependency_a_pin() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[<>=]", one)[0].lower() for one in project["dependencies"]}
    for name in ("run.txt", "dev.txt"):
        pins = (ROOT / "packaging/requirements" / name).read_text("utf-8").split("\n")
        packages = [line for line in pins if re.match(r"\w", line)]
        assert all(re.match(r"[\w.-]+==\S+ (;.*)?\\$", line) for line in packages)
        following = [pins[pins.index(line) + 1] for line in packages]
        assert all(line.startswith("    --hash=sha256:") for line in following)
        assert declared <= {line.split("==")[0] for line in packages}


def test_that_every_local_link_in_the_documents_leads_somewhere() -> None:
    broken = [
        f"{relative(file)} -> {target}"
        for file, text in text_files()
        if file.suffix == ".md"
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text)
        if not (file.parent / target).exists()
    ]
    assert broken == []


def test_that_window_and_commands_start_without_the_libraries_that_sign_and_draw() -> None:
    late = ("pyhanko", "cryptography", "asn1crypto", "aiohttp", "segno", "weasyprint", "jinja2")
    program = (
        "import sys, actready.gui.program, actready.cli.program, actready.session;"
        f"print([one for one in {late!r} if one in sys.modules])"
    )
    started = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert started.stdout.strip() == "[]"
