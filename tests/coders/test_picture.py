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
from course.figures.style import ACCENT, CARD, DARK, ORANGE, SOFT_INK
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
    assert bars["customdata"][0].startswith(f"{bars['y'][0]} of 1,000 shuffles: ")


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
