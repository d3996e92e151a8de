"""The house style holds for colour-blind eyes, in both themes and on paper."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from course import content
from course.figures import style
from course.page.panel import LOOKS
from course.vocabulary import vocabulary

THEMES = Path(style.__file__).parents[1]

Light = npt.NDArray[np.float64]

# Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
SIGHTS = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = TO_XYZ @ np.ones(3)
TOLD_APART = 15
"""The least distance in CIELAB at which two marks are told apart; a just noticeable one is about 2."""

PALETTES = {"words": {**style.PALETTE, "sum": style.INK}}


def linear(colour: str) -> Light:
    channels = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    light: Light = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return light


def seen(colour: str, sight: str) -> Light:
    light: Light = np.clip(SIGHTS[sight] @ linear(colour), 0, 1)
    return light


def lab(light: Light) -> Light:
    x, y, z = np.cbrt(np.maximum((TO_XYZ @ light) / WHITE, 0.008856))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: Light, other: Light) -> float:
    bright, dark = sorted((float(TO_XYZ[1] @ light) for light in (one, other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("palette", PALETTES)
def test_each_colour_stands_out_from_the_card(palette: str, sight: str) -> None:
    card = seen(style.CARD, sight)
    for colour in PALETTES[palette].values():
        assert contrast(seen(colour, sight), card) >= (4.5 if sight == "usual" else 3)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("palette", PALETTES)
def test_no_two_colours_look_alike(palette: str, sight: str) -> None:
    near = {
        f"{one} ~ {other}": round(
            float(np.linalg.norm(lab(seen(PALETTES[palette][one], sight)) - lab(seen(PALETTES[palette][other], sight))))
        )
        for one, other in combinations(PALETTES[palette], 2)
    }
    assert {pair: distance for pair, distance in near.items() if distance < TOLD_APART} == {}


@pytest.mark.parametrize("path", sorted(content.cases_folder().glob("vocabulary/*.csv")), ids=lambda path: path.stem)
def test_each_colour_of_a_vocabulary_is_one_of_the_palette(path: Path) -> None:
    rows = vocabulary(path.stem).values()
    assert {row["colour"] for row in rows if "colour" in row} <= style.PALETTE.keys()


@pytest.mark.parametrize("ink", [style.INK, style.SOFT_INK])
def test_ink_can_be_read_on_the_card(ink: str) -> None:
    assert contrast(linear(ink), linear(style.CARD)) >= 4.5


DARK_CARDS = ["#212121", "#111111"]
"""What JupyterLab's dark theme has for `--jp-layout-color1`, and for the page around it."""


def in_the_dark(colour: str) -> str:
    """Return what stands for a colour in a dark theme, as a number where it is a name of the style sheet."""
    dark = style.DARK[colour]
    if not dark.startswith("var"):
        return dark
    sheet = LOOKS.read_text(encoding="utf-8").split('[data-jp-theme-light="false"]', 1)[1]
    name = dark.removeprefix("var(").removesuffix(")")
    found = re.search(rf"{name}: (#[0-9a-f]{{6}})", sheet)
    assert found, f"{name} has no colour in the dark theme"
    return found[1]


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("card", DARK_CARDS)
def test_each_colour_stands_out_from_a_dark_card(card: str, palette: str, sight: str) -> None:
    for colour in PALETTES[palette].values():
        least = 4.5 if sight == "usual" else 3
        assert contrast(seen(in_the_dark(colour), sight), seen(card, sight)) >= least


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("palette", PALETTES)
def test_no_two_colours_look_alike_in_the_dark(palette: str, sight: str) -> None:
    dark = {name: lab(seen(in_the_dark(colour), sight)) for name, colour in PALETTES[palette].items()}
    near = {f"{one} ~ {other}": float(np.linalg.norm(dark[one] - dark[other])) for one, other in combinations(dark, 2)}
    assert {pair: round(distance) for pair, distance in near.items() if distance < TOLD_APART} == {}


@pytest.mark.parametrize("card", DARK_CARDS)
@pytest.mark.parametrize("ink", [style.INK, style.SOFT_INK])
def test_ink_can_be_read_on_a_dark_card(ink: str, card: str) -> None:
    assert contrast(linear(in_the_dark(ink)), linear(card)) >= 4.5


def test_every_colour_of_a_picture_has_one_for_the_dark() -> None:
    """A colour that is not in the table would stay as it is for a light card."""
    named = {value for name, value in vars(style).items() if name.isupper() and isinstance(value, str)}
    assert {colour for colour in named if colour.startswith("#")} <= style.DARK.keys()
    others = [
        f"{path.relative_to(THEMES)}: {colour}"
        for path in THEMES.glob("*/*.py")
        if path.parent.name not in {"figures", "teach", "page"}
        for colour in re.findall(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8"))
        if colour not in style.DARK
    ]
    assert others == []


WITH_EXPRESS = """
import sys, course
early = "early" in sys.argv
if early:
    import plotly.express as px
case = course.load()
print("plotly" in sys.modules)
import plotly.express as px
bars = px.bar(x=["a"], y=[1])
print(bars.data[0].marker.color, bars.layout.template.layout.font.family, bars.layout.template.layout.showlegend)
"""


@pytest.mark.parametrize("when", ["late", "early"])
def test_a_figure_of_plotly_express_is_in_the_house_style_whenever_that_is_loaded(when: str) -> None:
    done = subprocess.run([sys.executable, "-c", WITH_EXPRESS, when], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == [str(when == "early"), f"{style.BLUE} {style.FONT} None"]


def test_the_rules_name_each_colour_as_plotly_writes_it() -> None:
    rules = style.in_dark()
    for light in style.DARK:
        red, green, blue = (int(light[place : place + 2], 16) for place in (1, 3, 5))
        for what in ("fill", "stroke"):
            assert f'[style*="{what}: rgb({red}, {green}, {blue})"]' in rules
