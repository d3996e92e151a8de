"""The shades beside the palette: quiet ones are seen and are quieter than ink, words can be read on all that they lie on."""

from __future__ import annotations

import re

import numpy as np
import plotly.io
import pytest

from course.figures import style
from course.page.panel import LOOKS
from tests.figures.test_style import DARK_CARDS, contrast, in_the_dark, lab, linear

READ, SEEN = 4.5, 1.15
"""The least contrast of a word that is read, and of a field or a line that is only seen."""
QUIET = {"light": lambda colour: colour, "dark": in_the_dark}
"""What a colour is in either theme."""


def cards(theme: str) -> list[str]:
    """The cards of a theme."""
    return [style.CARD] if theme == "light" else DARK_CARDS


def on(one: str, other: str) -> float:
    """The contrast of two colours."""
    return contrast(linear(one), linear(other))


def apart(one: str, other: str) -> float:
    """How far two colours are from each other in CIELAB."""
    return float(np.linalg.norm(lab(linear(one)) - lab(linear(other))))


def test_paper_is_white() -> None:
    assert style.CARD == "#ffffff"


@pytest.mark.parametrize("theme", QUIET)
def test_a_grid_is_seen_and_is_quieter_than_what_is_not_followed_and_that_than_ink(theme: str) -> None:
    of = QUIET[theme]
    for card in cards(theme):
        grid, pale, ring, soft = (
            on(of(each), card) for each in (style.GRID, style.PALE_INK, style.RING, style.SOFT_INK)
        )
        assert SEEN < grid < pale < soft
        assert 2 < pale < READ, "what is not followed is a mark, not a word"
        assert 2.5 < ring < (READ if theme == "light" else soft), "a ring is no word either"


@pytest.mark.parametrize("theme", QUIET)
def test_words_can_be_read_on_every_field(theme: str) -> None:
    of = QUIET[theme]
    for field in (style.AT_HAND, style.SEA, style.LAND, style.NAMED):
        assert on(of(style.INK), of(field)) > READ, field
        assert on(of(style.INK), of(field)) > on(of(style.SOFT_INK), of(field))


@pytest.mark.parametrize("theme", QUIET)
def test_a_band_is_told_from_the_card_and_is_no_louder_than_a_grid(theme: str) -> None:
    of = QUIET[theme]
    for card in cards(theme):
        assert apart(of(style.AT_HAND), card) > 4
        assert on(of(style.AT_HAND), card) < on(of(style.GRID), card) + 0.1


@pytest.mark.parametrize("theme", QUIET)
def test_on_a_map_sea_land_and_named_states_are_told_apart_and_borders_are_seen(theme: str) -> None:
    of = QUIET[theme]
    sea, land, named, edge, ring = (of(each) for each in (style.SEA, style.LAND, style.NAMED, style.EDGE, style.RING))
    assert min(apart(sea, land), apart(land, named), apart(sea, named)) > 8
    assert lab(linear(sea))[2] < lab(linear(land))[2] < lab(linear(named))[2], "the sea is blue, a named state warm"
    assert on(edge, cards(theme)[0]) < on(of(style.SOFT_INK), cards(theme)[0]), "words are louder than borders"
    for ground in (sea, land, named):
        assert on(edge, ground) > 1.4
        assert on(ring, ground) > 1.9
        assert on(ground, cards(theme)[0]) < on(edge, cards(theme)[0]), "a border is louder than what it parts"


def test_what_plotly_itself_draws_in_has_a_colour_for_the_dark_too() -> None:
    looks = plotly.io.templates["plotly"].layout
    assert looks.plot_bgcolor.lower() in style.DARK
    for ink in (looks.font.color, plotly.io.templates["simple_white"].layout.font.color, "#444444", "#000000"):
        numbers = re.findall(r"\d+", ink) if ink.startswith("rgb") else []
        named = f"#{''.join(f'{int(number):02x}' for number in numbers)}" if numbers else ink
        assert all(on(in_the_dark(named), card) > READ for card in DARK_CARDS)


def test_each_name_of_a_colour_is_one_of_the_style_sheet() -> None:
    sheet = LOOKS.read_text(encoding="utf-8")
    names = {dark[4:-1] for dark in style.DARK.values() if dark.startswith("var(")}
    assert names == {"--btl-ink", "--btl-soft", "--btl-line", "--btl-card", "--btl-quiet"}
    assert [name for name in names if f"{name}:" not in sheet] == []
    assert style.DARK[style.CARD] == "var(--btl-card)", "a card lies on a card"
    field = plotly.io.templates["plotly"].layout.plot_bgcolor.lower()
    assert style.DARK[field] == "var(--btl-quiet)", "the field behind bars is quiet"


def test_a_figure_with_its_axis_on_top_needs_less_room_below() -> None:
    assert 10 <= style.BELOW < style.template()["layout"]["margin"]["b"]


def test_each_name_of_a_typeface_is_whole_and_every_computer_has_the_last() -> None:
    names = style.FONT.split(", ")
    assert all(re.fullmatch(r"'[A-Z][A-Za-z0-9 ]+'|[A-Za-z-]+", name) for name in names)
    assert names[-1] == "sans-serif"
