"""How many: ranges, open ends and blanks are drawn, said and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import course
from course.figures.chart import figure_json

if TYPE_CHECKING:
    from course.case import Case


def traces(chart: course.charts.Chart) -> dict[str, dict[str, Any]]:
    return {trace.get("name", "labels"): trace for trace in figure_json(chart.figure)["data"]}


def test_a_range_is_drawn_from_its_least_to_its_most(case: Case) -> None:
    drawn = traces(course.charts.how_many(case))
    assert drawn["present"]["x"][3:] == [0, 4000, None]
    assert drawn["present"]["y"] == [1, 1, None, 6, 6, None]
    assert drawn["announced"]["x"] == [0, 2999, None]


def test_an_open_end_goes_to_the_edge_and_has_an_arrow(case: Case) -> None:
    chart = course.charts.how_many(case)
    low, high, *_ = traces(chart)["present"]["x"]
    assert low == 100_001
    assert high > 0.95 * chart.figure.layout.xaxis.range[1]
    assert traces(chart)["ends"]["marker"]["symbol"].count("triangle-right") == 6


def test_a_mention_without_a_number_is_dotted_and_says_so(case: Case) -> None:
    drawn = traces(course.charts.how_many(case))
    assert drawn["not stated"]["line"]["dash"] == "dot"
    assert sorted({y for y in drawn["not stated"]["y"] if y is not None}) == [0, 2, 3, 4, 7]
    assert [text.strip() for text in drawn["labels"]["text"]].count("not stated") == 5


def test_hovering_shows_wording_and_paragraph(case: Case) -> None:
    [second] = {text for text in traces(course.charts.how_many(case))["marks"]["customdata"] if "¶4" in text}
    assert second == (
        "Russian troops around Ukraine: at least 100,001, no limit above<br>¶4 “more than 100,000 heavily armed troops”"
    )
    total = course.charts.what_the_sum_hides(case)
    assert "Sum: at least 100,001, no limit above" in traces(total)["marks"]["customdata"], "a sum rests on no row"


def test_the_text_says_every_mention(case: Case) -> None:
    text = course.charts.how_many(case).text
    assert text.startswith("9 mentions of soldiers: 4 with a size, 5 without.")
    assert "Russian troops around Ukraine: at least 100,001, no limit above." in text
    assert all(label in text for label in case.troops["label"])


def test_the_table_has_a_row_a_mention(case: Case) -> None:
    table = course.charts.how_many(case).table
    assert list(table["most"]) == [
        "not stated", "no limit", "not stated", "not stated", "not stated", "1,000", "4,000", "not stated", "2,999",
    ]  # fmt: skip
    assert list(table["paragraph"]) == list(case.troops["paragraph"])
    assert list(table["measure"].dropna()) == ["strength", "ceiling", "ceiling", "target"]


def test_below_a_name_stands_whether_it_is_there_and_what_its_number_says(case: Case) -> None:
    names = course.charts.how_many(case).picture.layout["yaxis"]["ticktext"]
    assert ">¶17 · in place<" in names[6], "in plain words: the reader meets ours later"
    assert ">¶16 · exists, place not said<" in names[4]
    names = course.charts.what_the_sum_hides(case).picture.layout["yaxis"]["ticktext"]
    assert ">¶17 · present · ceiling<" in names[2]


def test_a_key_says_what_the_colours_mean_and_names_only_those_that_are_there(case: Case) -> None:
    def key_of(chart: course.charts.Chart) -> str:
        return str(chart.picture.layout["title"]["subtitle"]["text"])

    assert "in place &nbsp;" in key_of(course.charts.how_many(case))
    said = key_of(course.charts.what_the_sum_hides(case.troops.iloc[[1]]))
    assert [word for word in ("present", "announced", "sum") if word in said] == ["present", "sum"]


def test_the_usual_reading_moves_with_the_closeness(case: Case) -> None:
    near = course.charts.how_many(case, "usual", 0.1).text
    far = course.charts.how_many(case, "usual", 0.2).text
    assert "Nato's land force in Romania: 3,200 to 4,000." in near
    assert "Nato's land force in Romania: 2,400 to 4,000." in far


def test_a_few_rows_no_rows_and_all_blanks_are_drawn(case: Case) -> None:
    assert course.charts.how_many(case.troops.head(0)).text == "There is no mention of a count to draw."
    blanks = case.troops[case.troops["number"].isna()]
    assert course.charts.how_many(blanks).text.startswith("5 mentions of soldiers: 0 with a size, 5 without.")
    one = course.charts.how_many(case.troops.iloc[[6]])
    assert traces(one)["present"]["x"] == [0, 4000, None]


def test_markup_in_a_label_is_shown_as_text(case: Case) -> None:
    chart = course.charts.how_many(case.troops.head(1).assign(label="<b>bold</b> & more"))
    assert "&lt;b&gt;bold" in chart.figure.layout.yaxis.ticktext[0]
    assert "<b>bold" not in chart.to_html()
