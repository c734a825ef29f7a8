# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules of the public JSON schema of OSCAL 1.1 for the parts that are written, kept by hand.

The schema itself is not shipped here. Where compliance-trestle is installed, the tests ask its
models as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast

Json = dict[str, object]

_TOKEN: Final = re.compile(r"[^\W\d][\w.\-]*")
_HEX: Final = "[0-9A-Fa-f]"
_UUID: Final = re.compile(
    f"{_HEX}{{8}}-{_HEX}{{4}}-[45]{_HEX}{{3}}-[89ABab]{_HEX}{{3}}-{_HEX}{{12}}"
)
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_STRING: Final = re.compile(r"\S(.*\S)?")

#: Name of a list or an object -> what each of it has to have, and what else it may have.
ALLOWED: Final[dict[str, tuple[str, str]]] = {
    "assessment-results": ("uuid metadata import-ap results", "local-definitions back-matter"),
    "plan-of-action-and-milestones": (
        "uuid metadata poam-items",
        "import-ssp system-id local-definitions observations risks findings back-matter",
    ),
    "metadata": (
        "title last-modified version oscal-version",
        "published revisions document-ids props links roles locations parties remarks",
    ),
    "import-ap": ("href", "remarks"),
    "results": (
        "uuid title description start reviewed-controls",
        "end props links local-definitions attestations assessment-log observations risks findings"
        " remarks",
    ),
    "reviewed-controls": (
        "control-selections", "description props links control-objective-selections remarks"
    ),
    "control-selections": ("", "description props links include-all include-controls remarks"),
    "control-objective-selections": ("", "description props include-all include-objectives"),
    "include-all": ("", ""),
    "include-controls": ("control-id", "statement-ids"),
    "include-objectives": ("objective-id", ""),
    "observations": (
        "uuid description methods collected",
        "title props links types origins subjects relevant-evidence expires remarks",
    ),
    "findings": (
        "uuid title description target",
        "props links origins implementation-statement-uuid related-observations related-risks"
        " remarks",
    ),
    "target": ("type target-id status", "title description props links remarks"),
    "status": ("state", "reason remarks"),
    "related-observations": ("observation-uuid", "remarks"),
    "related-risks": ("risk-uuid", "remarks"),
    "risks": (
        "uuid title description statement status",
        "props links origins threat-ids characterizations mitigating-factors deadline remediations"
        " risk-log related-observations",
    ),
    "remediations": ("uuid lifecycle title description", "props links origins tasks remarks"),
    "tasks": ("uuid type title", "description props links timing dependencies tasks remarks"),
    "timing": ("on-date", ""),
    "on-date": ("date", ""),
    "poam-items": (
        "title description",
        "uuid props links origins related-findings related-observations related-risks remarks",
    ),
    "system-id": ("id", "identifier-type"),
    "props": ("name value", "uuid ns class group remarks"),
    "links": ("href", "rel media-type resource-fragment text"),
    "back-matter": ("", "resources"),
    "resources": ("uuid", "title description props document-ids citation rlinks base64 remarks"),
}  # fmt: skip

_FORMS: Final = {
    "uuid": _UUID, "observation-uuid": _UUID, "risk-uuid": _UUID,
    "control-id": _TOKEN, "objective-id": _TOKEN, "target-id": _TOKEN, "name": _TOKEN,
    "rel": _TOKEN, "last-modified": _MOMENT, "start": _MOMENT, "collected": _MOMENT,
    "deadline": _MOMENT, "date": _MOMENT, "value": _STRING, "version": _STRING,
}  # fmt: skip
_WORDS: Final = {
    "state": {"satisfied", "not-satisfied"},
    "reason": {"pass", "fail", "other"},
    "lifecycle": {"recommendation", "planned", "completed"},
    "methods": {"EXAMINE", "INTERVIEW", "TEST", "UNKNOWN"},
}


def broken_rules(tree: Json) -> list[str]:
    """Return what breaks a rule in a document, as places with what is wrong there."""
    ((name, document),) = tree.items()
    return list(_broken(name, document, name))


def _broken(name: str, value: object, place: str) -> Iterator[str]:
    if isinstance(value, list):
        if not value:
            yield f"{place}: an empty list"
        for number, one in enumerate(value):
            yield from _broken(name, one, f"{place}[{number}]")
    elif isinstance(value, dict):
        yield from _broken_object(name, value, place)
    else:
        yield from _broken_text(name, str(value), place)


def _broken_object(name: str, value: Json, place: str) -> Iterator[str]:
    needed, more = (set(one.split()) for one in ALLOWED[name])
    yield from (f"{place}: {one} is missing" for one in needed - value.keys())
    yield from (f"{place}: {one} is unknown" for one in value.keys() - needed - more)
    for key, one in value.items():
        yield from _broken(key, one, f"{place}/{key}")


def _broken_text(name: str, text: str, place: str) -> Iterator[str]:
    if not text:
        yield f"{place}: empty"
    if name in _FORMS and not _FORMS[name].fullmatch(text):
        yield f"{place}: {text[:40]}"
    if name in _WORDS and text not in _WORDS[name]:
        yield f"{place}: {text[:40]}"
    if name == "title" and "\n" in text:
        yield f"{place}: more than one line"


def uuids(value: object) -> Iterator[str]:
    """Yield every identifier that something has, not those that lead to others."""
    if isinstance(value, list):
        for one in value:
            yield from uuids(one)
    elif isinstance(value, dict):
        for key, one in cast("Json", value).items():
            if key == "uuid":
                yield str(one)
            yield from uuids(one)
