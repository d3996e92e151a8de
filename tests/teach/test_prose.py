"""A Markdown text is read in blocks, and its links show on paper where they lead."""

from __future__ import annotations

from course.teach.prose import blocks


def test_a_text_is_read_in_blocks_with_its_words() -> None:
    heading, paragraph, points = blocks("## A *part*\n\nSome `code`,\nand **more**.\n\n1. one\n2. two\n   - inside\n")
    assert (heading.kind, heading.level, heading.text) == ("heading", 2, "A part")
    assert (paragraph.kind, paragraph.level, paragraph.text) == ("paragraph", 0, "Some code, and more.")
    assert paragraph.html == "<p>Some <code>code</code>,\nand <strong>more</strong>.</p>"
    assert points.items == ("one", "two inside")


def test_a_link_shows_its_address_and_a_link_to_a_notebook_its_title() -> None:
    [block] = blocks("See [a copy](https://example.org/a?b=1&c=2) and [the next](04_who_says.ipynb).")
    address = '<span class="address">(https://example.org/a?b=1&amp;c=2)</span>'
    assert block.html == (
        f'<p>See <a href="https://example.org/a?b=1&amp;c=2">a copy</a> {address} and <em>the next</em>.</p>'
    )
    assert block.text == "See a copy and the next."


def test_html_in_a_text_is_shown_as_it_stands() -> None:
    [block] = blocks("Is <b>this</b> `<NA>`?")
    assert block.html == "<p>Is &lt;b&gt;this&lt;/b&gt; <code>&lt;NA&gt;</code>?</p>"


def test_a_text_has_the_blocks_that_a_reader_sees() -> None:
    text = "- one\n\n  more of it\n- two\n\n---\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nx = 1\n```\n"
    points, rule, table, code = blocks(text)
    assert (points.kind, points.items) == ("bullet_list", ("one more of it", "two"))
    assert (rule.kind, rule.text, rule.html) == ("hr", "", "<hr />")
    assert (table.kind, table.text, table.items) == ("table", "a b c d", ())
    assert (code.kind, code.text, code.level) == ("fence", "x = 1", 0)
    assert blocks("") == blocks(" \n\n") == []


def test_a_notebook_on_the_net_is_a_link_like_any_other_and_each_link_has_its_own_address() -> None:
    [block] = blocks("[one](https://example.org/a.ipynb), [two](b.ipynb), [*three*](https://example.org/c)")
    assert block.html.count('<span class="address">') == 2
    assert "(https://example.org/a.ipynb)</span>, <em>two</em>, " in block.html
    assert block.html.endswith('<em>three</em></a> <span class="address">(https://example.org/c)</span></p>')
    assert block.text == "one, two, three"
