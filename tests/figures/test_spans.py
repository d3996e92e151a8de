"""Spans: bars, open ends, blanks, and the words above them."""

from __future__ import annotations

import pytest

from course.figures.figure import Picture, Trace
from course.figures.parts import row_axis
from course.figures.spans import (
    Label,
    Span,
    bar_trace,
    marks_trace,
    note_trace,
    row_name,
    rows_height,
    span_traces,
    words_trace,
)
from course.figures.style import BLUE, ORANGE, SOFT_INK

COLOURS = {"here": BLUE, "soon": ORANGE}
BLANK = "nothing said"


def traces(*spans: Span) -> dict[str, Trace]:
    return {trace["name"]: trace for trace in span_traces(list(spans), COLOURS, BLANK)}


def test_a_span_is_a_bar_of_its_kind_with_a_mark_at_each_end() -> None:
    drawn = traces(Span(0, 5, 9, "soon"))
    assert (drawn["soon"]["x"], drawn["soon"]["y"]) == ([5, 9, None], [0, 0, None])
    assert drawn["soon"]["line"] == {"width": 9, "color": ORANGE}
    assert (drawn["ends"]["x"], drawn["ends"]["y"]) == ([5, 9], [0, 0])
    assert drawn["ends"]["marker"]["symbol"] == ["line-ns", "line-ns"]
    assert drawn["ends"]["marker"]["color"] == drawn["ends"]["marker"]["line"]["color"] == [ORANGE, ORANGE]
    assert drawn["here"]["x"] == drawn[BLANK]["x"] == []


@pytest.mark.parametrize(
    ("open_low", "open_high", "symbols"),
    [
        (False, True, ["line-ns", "triangle-right"]),
        (True, False, ["triangle-left", "line-ns"]),
        (True, True, ["triangle-left", "triangle-right"]),
    ],
)
def test_an_open_end_is_an_arrow(open_low: bool, open_high: bool, symbols: list[str]) -> None:  # noqa: FBT001 - a table
    drawn = traces(Span(0, "2022-02-01", "2022-02-03", "here", open_low, open_high))
    assert drawn["ends"]["marker"]["symbol"] == symbols
    assert drawn["here"]["x"] == ["2022-02-01", "2022-02-03", None]


def test_what_is_not_stated_is_a_dotted_grey_line() -> None:
    drawn = traces(Span(0, 1, 2, "here"), Span(1, 0, 100, BLANK, open_high=True))
    assert drawn[BLANK]["line"] == {"width": 2, "color": SOFT_INK, "dash": "dot"}
    assert (drawn[BLANK]["x"], drawn[BLANK]["y"]) == ([0, 100, None], [1, 1, None])
    assert drawn["ends"]["marker"]["color"] == [BLUE, BLUE, SOFT_INK, SOFT_INK]


@pytest.mark.parametrize("spans", [[], [Span(0, 1, 2, "here")], [Span(n, n, n + 1, BLANK) for n in range(50)]])
def test_the_traces_are_the_same_for_all_rows_and_for_none(spans: list[Span]) -> None:
    drawn = span_traces(spans, COLOURS, BLANK)
    assert [trace["name"] for trace in drawn] == ["here", "soon", BLANK, "ends", "marks"]
    assert sum(len(trace["x"]) for trace in drawn[:-2]) == 3 * len(spans)
    assert len(drawn[-2]["x"]) == 2 * len(spans)
    assert Picture(drawn, {}).to_figure()


def test_one_can_hover_anywhere_over_a_span_whatever_the_axis() -> None:
    long, short = Span(0, 0, 80, "here", says="long"), Span(1, 0, 10, "soon", says="short")
    marks = marks_trace([long, short])
    assert marks["x"] == [0, 10, 20, 30, 40, 50, 60, 70, 80, 0, 10]
    assert marks["customdata"] == ["long"] * 9 + ["short"] * 2
    assert (marks["ids"], marks["y"]) == (["0"] * 9 + ["1"] * 2, [0] * 9 + [1] * 2)
    assert marks["marker"]["opacity"] == 0
    days = marks_trace([Span(0, "2022-02-01", "2022-02-09", "here")])["x"]
    assert (days[1], days[-1], len(days)) == ("2022-02-02T00:00:00", "2022-02-09T00:00:00", 9)
    powers = marks_trace([Span(0, 1, 10**8, "here")], log=True)["x"]
    assert powers == pytest.approx([10**power for power in range(9)])
    assert len(marks_trace([Span(0, 5, 5, "here")])["x"]) == 2, "what has no length can be found too"


def test_a_kind_that_is_not_known_is_not_drawn_as_another() -> None:
    with pytest.raises(KeyError, match="gone"):
        traces(Span(0, 1, 2, "gone"))


def test_words_stand_above_their_span_and_beside_the_end_that_they_keep_to() -> None:
    begins = Label(0, 5, "5 to 9", before=False, colour=BLUE)
    ends = Label(1, 9, "at least 9", before=True, colour=ORANGE)
    words = words_trace([begins, ends])
    assert (words["x"], words["y"]) == ([5, 9], [-0.3, 0.7])
    assert words["text"] == ["  5 to 9", "at least 9"]
    assert words["textposition"] == ["middle right", "middle left"]
    assert words["textfont"]["color"] == [BLUE, ORANGE]
    assert words_trace([begins, ends], gap_before="  ")["text"] == ["  5 to 9", "at least 9  "]
    assert words_trace([])["text"] == []


def test_a_second_bar_and_a_note_have_a_row_in_between() -> None:
    bar = bar_trace([Span(1.2, 3, 4, "")], "in the tables", width=3, color=SOFT_INK)
    assert (bar["y"], bar["line"]) == ([1.2, 1.2, None], {"width": 3, "color": SOFT_INK})
    note = note_trace([Label(1, 3, "otherwise", before=False, colour=BLUE)], 0.5, "note")
    assert (note["y"], note["text"], note["textfont"]["color"]) == ([1.5], ["otherwise"], SOFT_INK)
    assert note["hoverinfo"] == "skip"


def test_a_row_has_a_name_in_short_lines_with_a_note_below() -> None:
    note = f"<br><span style='font-size:12px;color:{SOFT_INK}'>¶3</span>"
    assert row_name("Troops around <b> & all", "¶3", 15) == f"Troops around<br>&lt;b&gt; &amp; all{note}"
    assert row_name("Troops around the town and more", "¶3", 15) == f"Troops around<br>the town and…{note}", "two lines"
    assert row_name("&" * 40, "¶3", 15).startswith(f"{'&amp;' * 15}<br>"), "no sign of markup is cut"
    assert row_name("", "¶3", 15) == f"(no label){note}"


def test_rows_have_room_whether_there_is_one_or_none() -> None:
    assert [rows_height(count, 100) for count in (0, 1, 2)] == [158, 158, 216]
    assert row_axis(["a", "b"])["range"] == [1.6, -0.7]
    assert row_axis([], above=0.6)["range"] == [-0.4, -0.6]
