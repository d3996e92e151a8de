"""What the sum hides: the ranges with their sum below, and a mark for each mention that an objection is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course
from course.numbers.add_up import add_up
from course.numbers.bounds import bounded
from course.numbers.mentions import rows_of
from course.numbers.what_the_sum_hides import in_words, with_sum
from tests.invented import ferry, table

if TYPE_CHECKING:
    from course.case import Case


def test_a_sum_says_what_it_hides_and_marks_what_it_is_about(case: Case) -> None:
    western = case.troops[case.troops["mention"].isin(["m6", "m7", "m9"])]
    chart = course.charts.what_the_sum_hides(western)
    assert chart.figure.layout.title.text == "What does the sum hide? 0 to 7,999"
    assert chart.figure.data[-1].text[-1].strip() == "0 to 7,999"
    assert chart.text.startswith("Sum of 3 mentions, strict reading: 0 to 7,999.")
    assert list(chart.table["ceiling"]) == ["✗", "✗", ""]
    assert list(chart.table["flow with stocks"]) == ["", "", "✗"]
    assert "<li>Ceiling: 2 numbers" in chart.to_html()


def test_a_sum_of_a_case_takes_the_mentions_with_a_number(case: Case) -> None:
    chart = course.charts.what_the_sum_hides(case)
    assert chart.text.startswith("Sum of 4 mentions, strict reading: at least 100,001, no limit above.")
    assert course.charts.what_the_sum_hides(case.troops.head(0)).text == "There is nothing to add."


def test_the_sum_stands_below_as_one_more_range() -> None:
    rows = table("troops", {"number": 40}, {"number": 100, "hedge": "more than"})
    summed = with_sum(bounded(rows_of(rows)), add_up(rows))[-1]
    assert [summed[name] for name in ("label", "status", "low", "high")] == ["Sum", "sum", 141, None]
    chart = course.charts.what_the_sum_hides(rows)
    names = chart.picture.layout["yaxis"]["ticktext"]
    assert len(names) == 3
    assert names[-1].startswith("Sum<")
    assert "of all above" in names[-1]
    assert list(chart.table["mention"]) == ["t1", "t2"], "the sum is no row of the table"


def test_a_sum_with_nothing_wrong_about_it_says_so_and_marks_nobody() -> None:
    chart = course.charts.what_the_sum_hides(ferry(troops=[{"number": 40}, {"number": 2}, {}]))
    assert chart.text == "Sum of 2 mentions, strict reading: 42.\nNothing speaks against this sum."
    assert list(chart.table.columns) == ["mention", "paragraph", "wording"]


def test_one_mention_is_no_sum_to_speak_against() -> None:
    rows = table("troops", {"number": 40, "hedge": "nearly"})
    assert in_words(add_up(rows, "usual"), 1, "usual") == "Sum of 1 mention, usual reading: 36 to 39."
    assert in_words(add_up(rows.head(0)), 0, "strict") == "There is nothing to add."


def test_of_two_mentions_of_one_name_only_the_one_that_it_is_about_is_marked() -> None:
    rows = [{"number": 40, "hedge": "up to", "label": "Cooks"}, {"number": 2, "label": "Cooks"}]
    chart = course.charts.what_the_sum_hides(table("troops", *rows))
    assert list(chart.table["ceiling"]) == ["✗", ""]
