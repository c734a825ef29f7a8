# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The theme: contrast of every pair of colours, drawings, sizes, and the switch between looks."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication
from tests.gui.driver import WizardDriver

from actready.gui.theme import Appearance, Theme
from actready.gui.tokens import Look, read_tokens
from actready.resources import data_folder

UI = data_folder("ui")
TOKENS = read_tokens(UI / "styles")
GROUNDS = ("surface", "canvas", "sunken")
TINTED = ("good", "part", "bad", "unk", "accent")

BODY = [
    *product(("ink",), (*GROUNDS, "hover", *(f"{one}_tint" for one in TINTED))),
    *product(("ink_2",), ("surface", "canvas")),
]
TEXT = [
    ("ink_2", "sunken"), ("ink_3", "surface"), ("ink_3", "canvas"), ("ink_3", "sunken"),
    *(("ink_2", f"{one}_tint") for one in TINTED),
    *((one, "surface") for one in TINTED), *((one, "canvas") for one in TINTED),
    *((one, f"{one}_tint") for one in TINTED),
    ("ink_3", "accent_tint"), ("ink_3", "unk_tint"),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("accent", "hover"),
]  # fmt: skip
SHAPES = [
    *product(("line_strong",), GROUNDS),
    *product((*TINTED, "ink_3"), GROUNDS),
    *(("on_accent", one) for one in TINTED),
]


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of WCAG 2.2 between two colours."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_that_black_on_white_has_the_contrast_that_the_standard_states() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize(
    ("pairs", "least"), [(BODY, 7.0), (TEXT, 4.5), (SHAPES, 3.0)], ids=["body", "text", "shapes"]
)
def test_that_every_pair_of_colours_has_enough_contrast(
    look: Look, pairs: list[tuple[str, str]], least: float
) -> None:
    colours = TOKENS.colours[look]
    weak = {
        f"{one} on {other}": round(ratio, 2)
        for one, other in pairs
        if (ratio := contrast(colours[one], colours[other])) < least
    }
    assert weak == {}


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("ground", GROUNDS)
def test_that_ring_or_edge_of_the_focus_stands_out_from_every_ground(
    look: Look, ground: str
) -> None:
    colours = TOKENS.colours[look]
    ring, edge = colours["focus"], colours["focus_edge"]
    assert contrast(ring, edge) > 10
    assert max(contrast(ring, colours[ground]), contrast(edge, colours[ground])) > 10


def test_that_all_looks_name_the_same_colours() -> None:
    names = {frozenset(TOKENS.colours[look]) for look in Look}
    assert len(names) == 1


def test_that_the_style_sheet_leaves_no_place_open_and_names_no_colour_itself(
    theme: Theme,
) -> None:
    assert "{l" not in theme.style_sheet()
    template = (UI / "styles" / "window.qss").read_text("utf-8")
    assert re.findall(r":[^;{}]*#[0-9A-Fa-f]{3}", template) == []
    assert theme.colour("accent").name().upper() in theme.style_sheet().upper()


def drawn(theme: Theme, name: str, role: str) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    theme.draw(painter, QRectF(0, 0, 40, 40), name, role)
    painter.end()
    return image


def colours_in(image: QImage) -> set[str]:
    return {
        colour.name()
        for x in range(image.width())
        for y in range(image.height())
        if (colour := image.pixelColor(x, y)).alpha() == 255
    }


@pytest.mark.parametrize(
    "file", sorted((UI / "icons").rglob("*.svg")), ids=lambda file: str(file.stem)
)
def test_that_every_drawing_is_drawn_in_the_colour_asked_for(theme: Theme, file: Path) -> None:
    name = file.relative_to(UI / "icons").with_suffix("").as_posix()
    assert theme.colour("bad").name() in colours_in(drawn(theme, name, "bad"))


def test_that_every_sign_has_a_drawing_and_a_colour() -> None:
    files = {file.stem for file in (UI / "icons" / "signs").glob("*.svg")}
    assert files == set(TOKENS.sign_colours)
    assert set(TOKENS.sign_colours.values()) <= set(TOKENS.colours[Look.LIGHT])


def test_that_no_two_signs_look_the_same_without_colour(theme: Theme) -> None:
    shapes = {bytes(drawn(theme, f"signs/{one}", "ink").bits()) for one in TOKENS.sign_colours}
    assert len(shapes) == len(TOKENS.sign_colours)


def test_that_text_size_scales_letters_and_lengths_alike(theme: Theme) -> None:
    assert (theme.font("body").pixelSize(), theme.size("control")) == (16, 42)
    theme.apply(text_size=200)
    assert (theme.font("body").pixelSize(), theme.size("control")) == (32, 84)
    theme.apply(text_size=900)
    assert theme.text_size == 200


def test_that_the_shipped_typeface_is_used(theme: Theme, qapp: QApplication) -> None:
    assert qapp.font().family() == "Source Sans 3"
    assert theme.font("h1", strong=True).weight() == 600


def test_that_the_palette_follows_the_look(theme: Theme, qapp: QApplication) -> None:
    theme.apply(Appearance.DARK)
    window = qapp.palette().color(QPalette.ColorRole.Window)
    assert window.name().upper() == TOKENS.colours[Look.DARK]["canvas"]
    theme.apply(Appearance.LIGHT)
    window = qapp.palette().color(QPalette.ColorRole.Window)
    assert window.name().upper() == TOKENS.colours[Look.LIGHT]["canvas"]


def test_that_the_looks_differ_on_the_same_page(driver: WizardDriver) -> None:
    def picture() -> QImage:
        driver.settle()
        return driver.window.grab().toImage()

    theme = driver.window.theme
    light = picture()
    theme.apply(Appearance.DARK)
    dark = picture()
    theme.apply(Appearance.HIGH_CONTRAST)
    contrasting = picture()
    assert share_of_difference(light, dark) > 0.9
    assert share_of_difference(light, contrasting) > 0.9
    assert share_of_difference(dark, contrasting) > 0.5
    theme.apply(Appearance.LIGHT)
    assert share_of_difference(light, picture()) < 0.001


def share_of_difference(one: QImage, other: QImage) -> float:
    """Return the share of points that differ, on a grid of every eighth."""
    assert one.size() == other.size()
    points = list(product(range(0, one.width(), 8), range(0, one.height(), 8)))
    return sum(one.pixel(x, y) != other.pixel(x, y) for x, y in points) / len(points)
