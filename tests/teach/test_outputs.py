"""What a cell shows, made ready for paper: tables, words and figures, without what needs a screen."""

from __future__ import annotations

import pandas as pd
import pytest

from course.figures.chart import PLOTLY
from course.page.frames import face
from course.page.html import lines
from course.teach.outputs import paragraphs, shown, without_repeats


def html(frame: pd.DataFrame) -> str:
    [found] = shown([{"data": {"text/html": face(frame), "text/plain": str(frame)}}])
    return found.html


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


def test_two_figures_without_words_stay_two() -> None:
    first, second = ({"data": [], "layout": {"height": height}} for height in (1, 2))
    outputs = [{"data": {PLOTLY: first, "text/plain": "One."}}, {"data": {PLOTLY: second, "text/html": "<p>Two.</p>"}}]
    one, two = shown(outputs)
    assert (one.figure, one.html) == (first, "")
    assert (two.figure, two.html) == (second, "<p>Two.</p>")


@pytest.mark.parametrize(
    ("text", "brief"),
    [("", ("", "")), ("One line.", ("One line.", "")), ("First.\nMore.\nSource.", ("First.", "Source."))],
)
def test_what_is_said_in_brief_is_the_first_and_the_last_line(text: str, brief: tuple[str, str]) -> None:
    [found] = shown([{"data": {PLOTLY: {}, "text/html": "<p></p>", "text/plain": text}}])
    assert found.brief == brief


def test_a_cell_that_shows_nothing_leaves_nothing_on_paper() -> None:
    assert shown([]) == shown([{"text": " \n"}, {"data": {"text/plain": ""}}, {"data": {}}]) == []
