"""From a source and stored outputs to paper: text, tables and figures, without what needs a screen."""

from __future__ import annotations

import pandas as pd

from course.figures.chart import PLOTLY
from course.page.frames import face
from course.page.html import lines
from course.teach.outputs import paragraphs, shown, without_repeats
from course.teach.prose import blocks


def html(frame: pd.DataFrame) -> str:
    [found] = shown([{"data": {"text/html": face(frame), "text/plain": str(frame)}}])
    return found.html


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


def test_a_table_has_no_index_that_only_counts_and_one_word_for_a_blank() -> None:
    frame = pd.DataFrame({"who": ["Macron", None], "number": [3000, 12]}, index=[4, 7])
    assert html(frame) == (
        '<div><div><table><thead><tr><th scope="col">who</th><th class="number" scope="col">number</th></tr></thead>'
        '<tbody><tr><td>Macron</td><td class="number">3,000</td></tr>'
        '<tr><td><i>not stated</i></td><td class="number">12</td></tr></tbody></table></div></div>'
    )


def test_an_index_with_a_name_stays_and_its_name_stands_above_it() -> None:
    frame = pd.DataFrame({"rows": [1, 2]}, index=pd.Index(["a", "b"], name="place"))
    said = html(frame)
    assert said.count("<tr>") == 3
    assert '<th scope="col">place</th>' in said
    assert '<th scope="row">a</th>' in said


def test_an_index_of_words_without_a_name_has_no_empty_header() -> None:
    said = html(pd.DataFrame({"rows": [1, 2]}, index=["a", "b"]))
    assert '<th scope="row">a</th>' in said
    assert '<tr><td></td><th class="number" scope="col">rows</th></tr>' in said


def test_a_table_of_two_groups_has_one_row_of_headers() -> None:
    pairs = pd.DataFrame({"speaker": ["a", "b"], "mode": ["x", "y"]})
    said = html(pd.crosstab(pairs["speaker"], pairs["mode"]))
    assert '<thead><tr><th scope="col">speaker</th><th class="number" scope="col">x</th>' in said
    assert said.count("<tr>") == 3


def test_a_table_of_many_columns_is_set_smaller() -> None:
    assert "<table>" in html(pd.DataFrame(columns=list("abcde")))
    assert '<table class="wide">' in html(pd.DataFrame(columns=list("abcdef")))


def test_style_script_and_widgets_are_left_out() -> None:
    dirty = "<style>p{}</style><script>x()</script><h4 style='color:red'>Look</h4><p onclick='x()'>here <button>Run</button></p>"
    [found] = shown([{"data": {"text/html": dirty, "text/plain": "Look"}}])
    assert found.html == "<p><b>Look</b></p><p>here </p>"


def test_a_figure_takes_the_words_that_follow_it_and_folds_its_table() -> None:
    figure: dict[str, object] = {"data": [], "layout": {}}
    words = "<p>Four.</p><details><summary>The same as a table</summary><table><tr><td>4</td></tr></table></details>"
    chart, stream = shown(
        [
            {"data": {PLOTLY: figure, "text/plain": "Four.\n- more\nSource: x."}},
            {"data": {"text/html": words, "text/plain": "Four.\n- more\nSource: x."}},
            {"text": "printed <1>\n"},
        ]
    )
    assert chart.figure == figure
    assert chart.html == "<p>Four.</p>"
    assert chart.folded == "<table><tr><td>4</td></tr></table>"
    assert chart.brief == ("Four.", "Source: x.")
    assert (stream.figure, stream.html) == (None, "<pre>printed &lt;1&gt;</pre>")


def test_what_an_explorer_says_of_its_handling_is_left_out() -> None:
    text = "A sum.\n> Tick a box.\nTick, tock.\n- a row"
    [found] = shown([{"data": {"text/html": lines(text), "text/plain": text}}])
    assert found.html == "<p><b>A sum.</b></p><p>Tick, tock.</p><ul><li>a row</li></ul>"
    assert found.text == "A sum.\nTick, tock.\n- a row"


def test_a_paragraph_that_stands_on_the_page_already_is_cut_to_its_sign() -> None:
    one, two, three = (f'<p data-paragraph="{number}"><b>¶{number}</b> Words.</p>' for number in (1, 2, 3))
    seen = paragraphs(one + two)
    assert seen == {1, 2}
    said = without_repeats(f"{one}<ul><li>row</li></ul>{two}{three}<p>Choose a row.</p>", seen)
    assert said == f'<p data-paragraph="1"><b>¶1</b></p><ul><li>row</li></ul>{three}<p>Choose a row.</p>'
    assert seen == {1, 2, 3}
