"""A text that is read: its key, what can be lit in it, and words that open."""

from __future__ import annotations

import re

import pytest

from course.page import html, reading

HARD = "<b>&"
MADE = {
    "reading": reading.reading({"number": HARD}, HARD),
    "key": reading.key({"number": HARD}),
    "lit": reading.lit("number", HARD),
    "mark": reading.mark(HARD),
    "explained": reading.explained(HARD, HARD),
}


@pytest.mark.parametrize("name", MADE)
def test_a_text_is_escaped_and_what_is_made_is_closed(name: str) -> None:
    made = MADE[name]
    assert isinstance(made, html.Html)
    assert "&lt;b&gt;&amp;" in made
    opened = re.findall(r"<([a-z]+)[ >]", re.sub(r"<input[^>]*>", "", made))
    assert sorted(opened) == sorted(re.findall(r"</([a-z]+)>", made))


def test_a_key_has_a_box_a_kind_and_without_a_stylesheet_it_is_not_seen() -> None:
    key = reading.key({"number": "numbers", "day": "days"})
    assert re.findall(r'<input type="checkbox" class="([a-z-]+)"', key) == ["btl-light-number", "btl-light-day"]
    assert 'style="display:none"' in key
    assert html.SCREEN in key, "paper leaves it out"
    assert reading.key({}) == ""


def test_a_word_opens_in_the_line_that_it_stands_in() -> None:
    made = reading.explained("sloop", "a boat.")
    inline = 'style="display:inline"'
    assert made == f'<details class="btl-term" {inline}><summary {inline}>sloop</summary> (a boat)</details>'
