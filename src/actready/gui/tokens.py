# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Design tokens: colours, lengths and type sizes, read from ``ui/styles/tokens.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Look(StrEnum):
    """The three sets of colours."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "hc"


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens. Lengths are logical pixels at a text size of 100 %."""

    colours: Mapping[Look, Mapping[str, str]]
    type_sizes: Mapping[str, int]
    lengths: Mapping[str, int]
    radii: Mapping[str, int]
    breakpoints: Mapping[str, int]
    ring: Mapping[str, float]
    sign_colours: Mapping[str, str]
    family: str
    font_files: tuple[str, ...]


def read_tokens(styles: Path) -> Tokens:
    """Read the tokens from the folder of styles."""
    data = json.loads((styles / "tokens.json").read_text("utf-8"))
    return Tokens(
        colours={look: data["colour"][look.value] for look in Look},
        type_sizes=data["type"]["px"],
        lengths=data["size"],
        radii=data["radius"],
        breakpoints=data["break"],
        ring=data["focus_ring"],
        sign_colours={name: one["colour"] for name, one in data["sign"].items()},
        family=data["type"]["family"],
        font_files=tuple(data["type"]["files"]),
    )
