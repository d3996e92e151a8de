"""Side by side: a chart of one thing in several reports, with its text, its table and where its rows come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import course
from course.sideways.ties import things
from tests.sideways.group import two_reports

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from course.case import Case


def test_the_table_has_a_row_a_report_and_a_column_a_question() -> None:
    table = course.charts.side_by_side("mission").table
    assert list(table["report"]) == [
        "A call between two presidents, February 2022",
        "Reuters from Bucharest, February 2022",
    ]
    assert list(table["how many"]) == ["up to 1,000", "about 1,000"]
    assert list(table["the words allow"]) == ["0 to 1,000", "0 or more, no limit above"]
    assert table["whose"].isna().tolist() == [False, True], "a blank stays a blank"
    assert list(table["wording"])[1] == "about 1,000"


def test_the_reading_moves_what_the_words_allow() -> None:
    chart = course.charts.side_by_side("mission", reading="usual", closeness=0.2)
    assert list(chart.table["the words allow"]) == ["600 to 1,000", "800 to 1,200"]


def test_the_caption_says_where_each_row_is_and_whose_text_is_not_at_hand() -> None:
    caption = course.charts.side_by_side("mission").caption
    assert caption.startswith("Source: mission in same.csv: macron-biden-call, troops m6; reuters-romania, counts c4.")
    assert caption.endswith("for we do not have the text: Reuters from Bucharest, February 2022.")


def test_without_a_name_it_is_the_first_and_a_wrong_one_is_told_with_the_nearest() -> None:
    assert str(course.charts.side_by_side()) == str(course.charts.side_by_side(next(iter(things()))))
    with pytest.raises(ValueError, match="same.csv ties nothing as 'missoin'. Did you mean 'mission'?"):
        course.charts.side_by_side("missoin")
    with pytest.raises(ValueError, match="is not a reading"):
        course.charts.side_by_side("mission", reading="loose")  # type: ignore[arg-type]


def test_a_case_is_no_thing(case: Case) -> None:
    makers: list[Callable[[Any], object]] = [course.charts.side_by_side, course.explore.sideways]
    for make in makers:
        with pytest.raises(TypeError, match=r"is named by its key in same.csv, such as '[\w-]+', not by a Case."):
            make(case)


def test_a_folder_of_other_reports_will_do(tmp_path: Path) -> None:
    chart = course.charts.side_by_side("homes", two_reports(tmp_path / "reports"))
    assert list(chart.table["report"]) == ["Noon, the flood", "Evening, the flood"]
    assert "digest" not in chart.caption


def test_every_chart_of_what_is_shipped_can_be_drawn_and_shown() -> None:
    for key in things():
        chart = course.charts.side_by_side(key)
        assert chart.picture.traces
        assert f"Source: {key} in same.csv" in chart.to_html()
