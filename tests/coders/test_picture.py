"""The pictures of an agreement: a line a row, those that differ first, and the spread of the shuffles."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import course
from course.coders import picture
from course.figures.chart import figure_json
from course.figures.style import ACCENT, CARD, DARK, GRID, ORANGE, PALE_INK, SOFT_INK
from tests.figures.hard_tables import LONG, RIGHT_TO_LEFT

if TYPE_CHECKING:
    from course.case import Case

GIVEN = [pd.Series(["x", "y", "x", None]), pd.Series(["x", "x", "x", "y", "y"])]


def test_each_answer_is_a_mark_in_the_colour_of_its_row_and_open_where_it_does_not_count() -> None:
    differ, same, marks = picture.rows(course.agreement(*GIVEN, coders=["Ada", "Bo"])).traces
    assert marks["text"] == [" y ", " x ", " blank ", " y ", " no such row ", " y ", " x ", " x ", " x ", " x "]
    assert marks["marker"]["color"] == [ORANGE] * 2 + [CARD] * 4 + [ACCENT] * 4
    assert marks["marker"]["line"]["color"] == [ORANGE] * 2 + [SOFT_INK] * 4 + [ACCENT] * 4
    assert differ["y"] == [0, 0, 0], "a line between the two who differ"
    assert same["y"] == [3, 3, 3, 4, 4, 4]
    assert differ["x"] == [0, 1, None]


def test_a_row_says_how_it_is_and_no_colour_says_it_alone() -> None:
    layout = picture.rows(course.agreement(*GIVEN)).layout
    notes = [re.split("<[^>]*>", name)[-2] for name in layout["yaxis"]["ticktext"]]
    assert notes == ["they differ", "left out", "left out", "the same", "the same"]
    assert "they differ" in layout["title"]["subtitle"]["text"]


def test_rows_stand_below_each_other_with_room_beside_the_coders_and_a_rule_where_another_kind_begins() -> None:
    three = [pd.Series(["x", "y"], name="source_kind"), pd.Series(["x", "x"]), pd.Series(["x", "y"])]
    drawn = picture.rows(course.agreement(*[each.rename("source_kind") for each in three], coders=["A<b", "Bo", "Cy"]))
    x, y, title = (drawn.layout[part] for part in ("xaxis", "yaxis", "title"))
    assert re.sub("<[^>]*>", "", f"{title['text']}: {title['subtitle']['text']}") == (
        "Where do they differ? source kind: ■ they differ &nbsp; ■ the same &nbsp; ○ no answer, or left out"
    )
    assert re.findall("#[0-9a-f]{6}", title["subtitle"]["text"]) == [ORANGE, ACCENT, SOFT_INK]
    assert (x["tickvals"], x["ticktext"], x["range"], x["side"]) == (
        [0, 1, 2],
        ["A&lt;b", "Bo", "Cy"],
        [-0.7, 2.7],
        "top",
    )
    assert (y["tickvals"], y["range"], y["ticklabelstandoff"]) == ([0, 1], [1.6, -0.5], 8)
    assert all(axis["fixedrange"] and not axis["showgrid"] for axis in (x, y)), "a picture that no drag moves"
    assert drawn.layout["margin"] == {"t": 110, "b": 20}
    (rule,) = drawn.layout["shapes"]
    assert (rule["type"], rule["y0"], rule["y1"], rule["layer"]) == ("line", 0.55, 0.55, "below")
    assert rule["line"] == {"width": 1, "color": GRID}


def test_lines_and_marks_are_told_apart_by_more_than_colour() -> None:
    differ, same, marks = picture.rows(course.agreement(*GIVEN, pd.Series(["x", "y"]))).traces
    assert (differ["name"], differ["line"]) == ("differ", {"width": 4, "color": ORANGE})
    assert (same["name"], same["line"]) == ("the same", {"width": 1, "color": PALE_INK, "dash": "dot"})
    assert {differ["mode"], same["mode"]} == {"lines"}
    assert marks["textposition"][:3] == ["middle left", "bottom center", "middle right"]
    assert (marks["name"], marks["mode"], marks["cliponaxis"]) == ("answers", "markers+text", False)
    assert (marks["textfont"]["size"], marks["marker"]["size"], marks["marker"]["opacity"]) == (13, 13, 1)
    assert marks["marker"]["line"]["width"] == 2
    assert marks["textfont"]["color"] == marks["marker"]["line"]["color"]
    assert list(zip(marks["x"], marks["y"], strict=True))[:4] == [(0, 0), (1, 0), (2, 0), (0, 1)]
    assert marks["customdata"][0].endswith("<br>1"), "the first mark tells its row"
    assert marks["hovertemplate"] == "%{customdata}<extra></extra>"


def test_quotation_marks_of_an_answer_stay_what_they_are() -> None:
    found = course.agreement(pd.Series(['"no"', "<b>"]), pd.Series(['"no"', "<b>"]), coders=['"A"', "Bo"])
    drawn = picture.rows(found)
    assert drawn.traces[-1]["text"] == [' "no" ', ' "no" ', " &lt;b&gt; ", " &lt;b&gt; "]
    assert drawn.layout["xaxis"]["ticktext"] == ['"A"', "Bo"]


def test_each_mark_tells_its_row_with_paragraph_and_wording(case: Case) -> None:
    found = course.agreement(case.statements, case.codings["second-reader"]["statements"], on="mode")
    *_, marks = picture.rows(found).traces
    assert marks["customdata"][:2] == [
        "our coding: possible<br>s9: No step and no trip is ruled out, depending on the talks.<br>¶8 “do not exclude any initiative”",
        "second-reader: depending<br>s9: No step and no trip is ruled out, depending on the talks.<br>¶8 “do not exclude any initiative”",
    ]
    assert all(re.search("¶[0-9]+ “[^”]+”", said) for said in marks["customdata"])
    assert "s9 · ¶8 · they differ" in picture.rows(found).layout["yaxis"]["ticktext"][0]
    assert len(set(marks["ids"])) == len(marks["ids"]) == 50


def test_the_bars_are_all_shuffles_and_the_coders_are_beside_them() -> None:
    found = course.agreement(pd.Series(list("xxyyx")), pd.Series(list("xxyyy")), coders=["Ada", "Bo"])
    bars, marks = picture.chance(found).traces
    assert sum(bars["y"]) == 1000
    assert marks["x"] == [found.share, found.by_chance]
    assert marks["text"] == [" the coders: 80% ", " by chance, on average: 48% "]
    assert bars["customdata"][1] == f"{bars['y'][1]} of 1,000 shuffles: 40% the same"
    assert (bars["type"], bars["name"], bars["marker"]) == ("bar", "shuffles", {"color": PALE_INK})
    assert bars["width"] == pytest.approx(0.32), "there is a gap between the bars"
    assert marks["ids"] == ["the coders", "by chance, on average"]
    assert marks["y"] == pytest.approx([1.2 * max(bars["y"]), 1.08 * max(bars["y"])]), "words are above the bars"
    assert marks["textfont"]["color"] == marks["marker"]["color"] == [ACCENT, SOFT_INK]
    assert (marks["textfont"]["size"], marks["marker"]["size"], marks["marker"]["opacity"]) == (14, 10, 1)
    assert marks["customdata"] == ["the coders: 80.0% the same", "by chance, on average: 48.0% the same"]
    assert (marks["mode"], marks["cliponaxis"]) == ("markers+text", False)


def test_the_axes_of_chance_have_room_and_names_and_a_line_at_each_share() -> None:
    found = course.agreement(pd.Series(list("xxyyx")), pd.Series(list("xxyyy")), coders=["Ada", "Bo"])
    layout = picture.chance(found).layout
    x, y, title = (layout[part] for part in ("xaxis", "yaxis", "title"))
    assert re.sub("<[^>]*>", "", f"{title['text']} {title['subtitle']['text']}") == (
        "How far would chance bring them? ■ shuffles &nbsp; ● the coders &nbsp; ● by chance"
    )
    assert re.findall("#[0-9a-f]{6}", title["subtitle"]["text"]) == [PALE_INK, ACCENT, SOFT_INK]
    assert (x["title"]["text"], x["tickformat"]) == ("share of answers that are the same", ".0%")
    assert x["range"] == pytest.approx([-0.2, 1.02])
    assert (y["title"]["text"], y["nticks"]) == ("shuffles", 5)
    assert y["range"] == pytest.approx([0, 1.3 * max(picture.chance(found).traces[0]["y"])])
    assert x["fixedrange"] is y["fixedrange"] is True
    assert (layout["height"], layout["bargap"]) == (340, 0)
    lines = [(each["type"], each["x0"], each["x1"], each["line"]) for each in layout["shapes"]]
    assert lines == [
        ("line", found.share, found.share, {"width": 2, "color": ACCENT}),
        ("line", found.by_chance, found.by_chance, {"width": 2, "color": SOFT_INK}),
    ]


@pytest.mark.parametrize(
    ("share", "other", "side"),
    [(0.9, 0.2, "left"), (0.2, 0.9, "right"), (0.5, 0.4, "right"), (0.4, 0.5, "left"), (0.9, 0.95, "left"), (0.1, 0.05, "right")],
)  # fmt: skip
def test_words_are_on_the_side_that_has_room_and_away_from_the_other_share(
    share: float, other: float, side: str
) -> None:
    found = course.agreement(pd.Series(list("xy")), pd.Series(list("xy")))
    object.__setattr__(found, "share", share)
    object.__setattr__(found, "by_chance", other)
    assert picture.chance(found).traces[1]["textposition"][0] == f"middle {side}"


def test_all_colours_have_another_in_the_dark() -> None:
    found = course.agreement(*GIVEN)
    for drawn in (found.chart, found.chance):
        used = set(re.findall("#[0-9a-f]{6}", json.dumps([drawn.picture.traces, drawn.picture.layout["shapes"]])))
        assert used
        assert used <= set(DARK)


@pytest.mark.parametrize("name", [LONG, RIGHT_TO_LEFT])
def test_long_names_are_cut_and_no_markup(name: str) -> None:
    answers = pd.Series([name, "x"], index=[name, "b"])
    found = course.agreement(answers, answers.iloc[::-1].set_axis([name, "b"]), coders=[name, f"2 {name}"])
    assert json.dumps(figure_json(found.chart.figure))
    assert json.dumps(figure_json(found.chance.figure))
    assert "<b>&" not in json.dumps(found.chart.picture.traces)
    assert "<b>&" not in found.chart.to_html()
    assert all(len(said) < 60 for said in found.chart.picture.traces[-1]["text"])


def test_of_very_many_rows_the_first_are_drawn_and_the_rest_is_counted() -> None:
    many = pd.Series(["x", "y"] * 500)
    found = course.agreement(many, pd.Series(["x", "y"] * 499 + ["y", "x"]), coders=["Ada", "Bo"])
    assert found.chart.figure.layout.height <= 2400
    assert len(found.chart.picture.traces[-1]["x"]) == 2 * picture.MOST_ROWS
    assert found.chart.text.endswith("962 more are left out.")
    assert len(found.chart.table) == 1000
