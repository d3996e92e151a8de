"""The picture has a range or a span of days for each report, and what is worked out from them below."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from course.figures.chart import figure_json
from course.sideways.picture import SHARED, picture
from course.sideways.ties import things
from tests.changing import change
from tests.sideways.group import two_reports

if TYPE_CHECKING:
    from pathlib import Path

    from course.figures.figure import Picture


def traces(drawn: Picture) -> dict[str, dict[str, Any]]:
    return {trace.get("name", "labels"): trace for trace in drawn.to_json()["data"]}


def labels(drawn: Picture) -> list[str]:
    return [text.strip() for text in traces(drawn)["labels"]["text"]]


def names(drawn: Picture) -> str:
    return json.dumps(drawn.layout["yaxis"]["ticktext"])


def test_hedge_stands_beside_hedge_with_what_each_allows() -> None:
    drawn = picture(things()["mission"])
    assert labels(drawn) == ["up to 1,000 → 0 to 1,000", "about 1,000 → 0 or more, no limit above"]
    assert SHARED not in names(drawn), "a ceiling is not laid over a target"
    assert "French officials" in names(drawn)


def test_what_all_allow_and_the_sums_stand_below(tmp_path: Path) -> None:
    drawn = picture(things(two_reports(tmp_path / "a"))["homes"], "usual", 0.2)
    assert labels(drawn) == ["at least 30 → 30 to 48", "up to 40 → 24 to 40", "30 to 40", "35 → 30 to 40"]
    assert SHARED in names(drawn)
    assert traces(drawn)["sum"]["x"] == [30, 40, None, 30, 40, None]
    assert "homes" in drawn.layout["xaxis"]["title"]["text"]


def test_a_sum_without_limit_has_an_arrow() -> None:
    drawn = picture(things()["us-extra"])
    assert labels(drawn)[3:] == [
        "1,000",
        *("2,700 → at least 1,000, no limit above", "3,000 → at least 1,000, no limit above"),
        "2,000 → 0 or more, no limit above",
    ]
    assert traces(drawn)["ends"]["marker"]["symbol"].count("triangle-right") == 3


def test_a_blank_is_dotted_and_says_whose_blank_it_is() -> None:
    assert labels(picture(things()["us-in-romania"]))[1] == "not stated"
    drawn = picture(things()["nine-ministers"])
    assert labels(drawn) == ["“Thursday”: Thu 3 Feb 2022", "“Thursday”: Thu 3 Feb 2022", "not noted"]
    assert traces(drawn)["not stated"]["y"] == [2, 2, None]


def test_a_statement_is_drawn_over_the_days_on_which_it_can_have_been() -> None:
    drawn = picture(things()["disequilibrium"])
    assert traces(drawn)["sum"]["x"] == ["2022-01-31", "2022-02-04", None, "2022-01-25", "2022-01-26", None]
    assert drawn.layout["xaxis"]["range"] == ["2022-01-23", "2022-02-06"]
    assert any("¶9 “said this week" in said for said in traces(drawn)["marks"]["customdata"])


def test_an_end_that_is_open_has_an_arrow(tmp_path: Path) -> None:
    group = two_reports(tmp_path / "a")
    change(group / "evening/events.csv", "2021-08-24,2021-08-24", ",2021-08-24")
    drawn = picture(things(group)["break"])
    assert traces(drawn)["ends"]["marker"]["symbol"] == ["triangle-left", "triangle-right", "triangle-left", "line-ns"]


def test_where_nothing_has_a_day_there_is_no_axis(tmp_path: Path) -> None:
    group = two_reports(tmp_path / "a")
    change(group / "evening/events.csv", "2021-08-24,2021-08-24,Tuesday", ",,")
    for case in ("noon", "evening"):
        change(group / case / "datapackage.json", '"written"', '"not_known"')
    drawn = picture(things(group)["break"])
    assert not drawn.layout["xaxis"]["visible"]
    assert labels(drawn) == ["not stated", "not stated"]


def test_with_the_statuses_of_all_each_picture_has_the_same_traces() -> None:
    every = things()
    statuses = {str(side.row["status"]) for thing in every.values() if thing.is_counted for side in thing.sides}
    drawn = [picture(thing, statuses=statuses) for thing in every.values()]
    outlines = {tuple((trace.get("name"), *sorted(trace)) for trace in each.traces) for each in drawn}
    assert len(outlines) == 1


def test_every_picture_is_one_of_plotlys() -> None:
    for thing in things().values():
        drawn = picture(thing)
        assert figure_json(drawn.to_figure())["data"] == figure_json(drawn)["data"]


def test_a_title_and_names_are_text_and_no_markup(tmp_path: Path) -> None:
    group = two_reports(tmp_path / "a")
    change(group / "noon/events.csv", "The dam breaks.", "The <b> & the dam.")
    change(group / "noon/datapackage.json", "Noon, the flood", "Noon <b>, the flood")
    drawn = json.dumps(picture(things(group)["break"]).to_json())
    assert "<b>" not in drawn
    assert "&lt;b&gt; &amp; the dam" in drawn
