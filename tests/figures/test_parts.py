"""The parts that many pictures have in common."""

from __future__ import annotations

import pytest

from course.figures.figure import Picture, scatter
from course.figures.parts import (
    QUIET,
    ROOM_FOR_KEY,
    across,
    cut,
    evidence,
    hover,
    in_style,
    key,
    row_axis,
    says,
    sign,
    small,
    upright,
)
from course.figures.style import SOFT_INK, template


def test_a_layout_in_style_has_template_and_title_and_what_is_given() -> None:
    assert in_style("Who?", height=9) == {"template": template(), "title": {"text": "Who?"}, "height": 9}
    assert in_style("Who?", title={"y": 1})["title"] == {"text": "Who?", "y": 1}


def test_rows_are_named_from_the_top() -> None:
    axis = row_axis(["first", "second"], above=0.6, standoff=16)
    assert axis["tickvals"] == [0, 1]
    assert axis["range"] == [1.6, -0.6], "it runs downwards"
    assert (axis["ticktext"], axis["ticklabelstandoff"]) == (["first", "second"], 16)


def test_a_key_says_below_the_title_what_colours_mean_and_has_room() -> None:
    said = key({"here": "in place", "soon": "to come"}, {"soon": "#cc4b16", "gone": "#000000", "here": "#0035ca"})
    blue, orange = '<span style="color:#0035ca">■</span>', '<span style="color:#cc4b16">■</span>'
    assert said == f"{blue} in place &nbsp; {orange} to come"
    assert sign("#0035ca", "●") == blue.replace("■", "●")
    layout = in_style("Who?", said, margin={"b": 3})
    assert layout["title"]["subtitle"] == {"text": said}
    assert layout["margin"] == {"t": ROOM_FOR_KEY, "b": 3}
    assert "subtitle" not in in_style("Who?")["title"]


def test_hovering_shows_what_a_mark_is_and_its_evidence_as_text() -> None:
    assert hover(["a"]) == {"customdata": ["a"], "hovertemplate": "%{customdata}<extra></extra>"}
    row = {"paragraph": 4, "wording": "a <b> & some"}
    assert evidence(row) == "¶4 “a <b> & some”"
    assert says("Up to <9>", evidence(row)) == "Up to &lt;9&gt;<br>¶4 “a &lt;b&gt; &amp; some”"


@pytest.mark.parametrize(("letters", "shown"), [(9, "nine long"), (8, "nine lo…"), (6, "nine…")])
def test_a_long_name_is_cut(letters: int, shown: str) -> None:
    assert cut("nine long", letters) == shown


def test_a_note_is_small_and_grey_below_what_it_belongs_to() -> None:
    assert small("¶4", 13) == f"<br><span style='font-size:13px;color:{SOFT_INK}'>¶4</span>"


def test_shapes_go_over_the_whole_width_or_height() -> None:
    line, band = across("line", 2, 2, line={"width": 1}), upright("rect", "2022-02-01", "2022-02-02", opacity=0.5)
    assert [line[name] for name in ("xref", "x0", "x1", "y0", "y1")] == ["paper", 0, 1, 2, 2]
    assert [band[name] for name in ("yref", "y0", "y1", "x0", "x1")] == ["paper", 0, 1, "2022-02-01", "2022-02-02"]
    assert Picture([scatter(x=[1], y=[1], **QUIET)], {"shapes": [line, band]}).to_figure()
