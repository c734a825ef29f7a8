# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turns the context of a report into one HTML document that needs nothing else but the fonts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import jinja2
from markupsafe import Markup

from actready.i18n import gettext, ngettext
from actready.report.context import ReportContext
from actready.report.phrases import cited
from actready.resources import data_folder

_HEADING = re.compile(r'<h2 id="([\w-]+)" data-head="[^"]*">(.*?)</h2>')


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents."""

    anchor: str
    title: Markup


def render_html(context: ReportContext) -> str:
    """Return the report as HTML: every file in ``sections``, in the order of their names."""
    folder = data_folder("templates") / "report"
    environment = _environment(folder)
    shared = {"report": context, "colour": _colours(), "_": gettext}
    names = sorted(file.name for file in (folder / "sections").glob("*.html.j2"))
    sections = {
        name: environment.get_template(f"sections/{name}").render(shared, contents=())
        for name in names
    }
    contents = _contents(sections.values())
    for name in names:
        if "contents" in name:
            template = environment.get_template(f"sections/{name}")
            sections[name] = template.render(shared, contents=contents)
    return environment.get_template("base.html.j2").render(
        shared,
        css=Markup((folder / "report.css").read_text("utf-8")),
        body=Markup("\n".join(sections.values())),
    )


def _environment(folder: Path) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters["cited"] = cited
    install = environment.install_gettext_callables  # type: ignore[attr-defined]  # added by the extension
    install(gettext, ngettext, newstyle=True)
    return environment


def _colours() -> Mapping[str, str]:
    tokens = json.loads((data_folder("ui") / "styles" / "tokens.json").read_text("utf-8"))
    light: dict[str, str] = tokens["colour"]["light"]
    return light


def _contents(sections: Iterable[str]) -> tuple[ContentsEntry, ...]:
    """Find the headings in the sections; their titles are escaped already."""
    return tuple(
        ContentsEntry(anchor, Markup(title))
        for section in sections
        for anchor, title in _HEADING.findall(section)
    )
