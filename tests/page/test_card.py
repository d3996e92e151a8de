"""A card follows what it shows, and leads to notebooks with links that work anywhere."""

from __future__ import annotations

from course.page import card, html
from course.page.card import Card

HARD = "<b>&"


def test_a_card_is_drawn_anew_when_it_looks_and_says_the_same_as_text() -> None:
    said = ["one"]
    made = Card(lambda: html.paragraph(said[0]), lambda: f"{said[0]}!")
    assert made.html == made.printed == "<p>one</p>"
    said[0] = "two"
    assert made.html == "<p>one</p>"
    made.look()
    assert made.html == made.printed == "<p>two</p>"
    assert str(made) == repr(made) == "two!"
    data, _ = made._repr_mimebundle_()
    assert (data["text/plain"], data["text/html"]) == ("two!", "<p>two</p>")
    assert "application/vnd.jupyter.widget-view+json" in data


def test_what_leads_to_a_notebook_is_a_link_that_the_page_can_open_in_place() -> None:
    for made in (card.go(HARD, "03_x"), card.to(HARD, "03_x"), card.tile(HARD, "03_x", HARD, "here")):
        assert '<a href="03_x.ipynb"' in made
        assert 'data-notebook="03_x.ipynb"' in made
        assert "&lt;b&gt;&amp;" in made
    assert 'class="btl-tile btl-here"' in card.tile("a", "b", "c", "here")
    assert 'class="btl-tile"' in card.tile("a", "b", "c")


def test_a_card_has_its_texts_escaped_and_its_parts_in_place() -> None:
    opened = card.opening(HARD, HARD, [HARD], [html.paragraph(HARD)], [card.gauge(HARD, 0.5)])
    assert opened.count("&lt;b&gt;&amp;") == 5
    assert 'value="0.5"' in opened
    ended = card.ending(HARD, HARD, [], card.go("on", "x"))
    assert ended.count("&lt;b&gt;&amp;") == 2
    assert "btl-end" in ended


def test_a_button_gives_a_command_and_the_code_can_be_hidden_again() -> None:
    made = card.buttons()
    assert f'data-commandlinker-command="{card.RUN_ALL}"' in made
    assert f'data-commandlinker-command="{card.SHOW_CODE}"' in made
    assert f'data-other="{card.HIDE_CODE}"' in made
