"""From a source and stored outputs to paper: text, tables and figures, without what needs a screen."""

from __future__ import annotations

import pandas as pd
import pytest

from course.figures.chart import PLOTLY
from course.teach.answers import in_words, key
from course.teach.outputs import shown
from course.teach.prose import blocks
from course.teach.screen import on_paper, words_on_paper
from course.teach.worksheet import _templates
from tests.questions.samples import KINDS, sample


def html(frame: pd.DataFrame) -> str:
    [found] = shown([{"data": {"text/html": frame._repr_html_(), "text/plain": str(frame)}}])  # type: ignore[operator]
    return found.html.replace("\n", "")


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
        '<div><table><thead><tr><th scope="col">who</th><th class="number" scope="col">number</th></tr></thead>'
        '<tbody><tr><td>Macron</td><td class="number">3000</td></tr>'
        '<tr><td>&lt;NA&gt;</td><td class="number">12</td></tr></tbody></table></div>'
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


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Start with this cell: click into it. Then go on from cell to cell.", ""),
        ("Read the paragraphs. Which has a number?", "Read the paragraphs. Which has a number?"),
        ("Run the cell. Now think.", "Now think."),
        ("Think. Then run the cell.", ""),
        ("**Click here. Then** look.", ""),
        ("Run the next cell once more: it shows what you wrote at the start. Would you still say so?",
         "Look again at what you wrote at the start. Would you still say so?"),
    ],
)  # fmt: skip
def test_sentences_about_the_screen_are_left_out(text: str, left: str) -> None:
    [block] = blocks(text)
    assert on_paper(block) == (f"<p>{left}</p>" if left else "")


def test_above_an_explorer_what_tells_how_to_handle_it_is_left_out() -> None:
    lines, tick, tries, plain = blocks(
        "A line is a relation. Try this:\n\nTick some mentions.\n\n1. Tick *troops*.\n2. Look.\n\n- a point\n"
    )
    assert on_paper(lines, above_explorer=True) == "<p>A line is a relation.</p>"
    assert on_paper(tick, above_explorer=True) == on_paper(tries, above_explorer=True) == ""
    assert on_paper(plain, above_explorer=True) == plain.html
    assert on_paper(tries) == tries.html


def test_a_paragraph_that_stands_on_the_page_already_is_cut_to_its_sign() -> None:
    seen = {"¶1 One.", "¶2 Two."}
    words = "<p><b>¶1</b> One.</p><ul><li>row</li></ul><p><b>¶2</b> Two.</p><p><b>¶3</b> Three.</p><p>Choose a row.</p>"
    assert words_on_paper(words, seen) == "<p><b>¶1</b></p><ul><li>row</li></ul><p><b>¶3</b> Three.</p>"
    assert "¶3 Three." in seen


FIELDS = {
    "number": ("Answer", "the report does not state it"),
    "choice": ("Mark one.", '<span class="circle"></span><span>the speech</span>'),
    "choices": ("Tick all that hold.", '<span class="box"></span><span>the speech</span>'),
    "order": ("Write 1 into the first box", '<span class="box rank"></span><span>the speech</span>'),
    "bounds": ("At least", "At most", "no limit below", "no limit above"),
    "date": ("Day, month, year", "the report does not state it"),
    "dates": ("First day", "Last day"),
    "text": ('<div class="line"></div>',),
    "table": ('<th scope="col">k</th><th scope="col">n</th>', "<tr><td></td><td></td></tr>"),
}


def test_every_kind_of_question_has_a_form_on_paper() -> None:
    assert FIELDS.keys() == KINDS.keys()
    for kind, parts in FIELDS.items():
        module = _templates().get_template("fields.html").make_module()
        drawn = str(module.fields(sample(kind), 7))  # type: ignore[attr-defined]
        assert all(part in drawn for part in parts), kind
        assert drawn.count("<tr><td>") == (7 if kind == "table" else 0)


WRONG = {
    "number": ["8", "from 10 to 20"],
    "choice": ["“the call”", "“the meeting”"],
    "choices": ["with “the meeting”", "without “the call”"],
    "order": ["“the call” first", "“the meeting” before “the speech”"],
    "bounds": ["at most 9", "at least 6"],
    "date": ["3 February 2022", "from 1 January 2021 to 31 December 2021"],
    "dates": ["last day 6 February 2022", "first day 1 February 2022"],
    "text": ["“says”", "an answer that says “not”"],
    "table": ["without row x", "with row z"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_key_says_foreseen_wrong_answers_in_words(kind: str) -> None:
    made = key(sample(kind))
    assert [answer.words for answer in made.wrong] == WRONG[kind]
    assert [answer.said for answer in made.wrong] == ["The first misreading.", "The second misreading."]
    assert made.right[0].said == "Right."


@pytest.mark.parametrize(
    ("kind", "condition", "said"),
    [
        ("bounds", {"low": "no limit"}, "no limit below"),
        ("bounds", {"high": 4000, "low_between": [2, 3999]}, "at most 4,000, at least 2 to 3,999"),
        ("table", {"values": {"n": {"x": 5, "y": "not stated"}}}, "5 as n of row x, (blank) as n of row y"),
        ("table", {"lacks": ["x", "y"], "contains": ["z"]}, "without rows x and y, with row z"),
        ("choices", {"contains": ["a", "c"]}, "with “the call” and “the meeting”"),
        ("order", {"last": "b"}, "“the speech” last"),
    ],
)
def test_conditions_of_several_parts_are_said_too(kind: str, condition: dict[str, object], said: str) -> None:
    assert in_words(condition, sample(kind)) == said


def test_the_key_to_a_table_shows_its_rows() -> None:
    assert key(sample("table")).right[0].table == (("k", "n"), ("x", "1"), ("y", "2"))
