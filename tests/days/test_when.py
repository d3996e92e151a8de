"""When: events over the days on which they can have been, and what cannot be drawn on the axis is said all the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import course
from course.case import Case
from course.days.when import MOST_ROWS, MOST_SAID, days_in_words, label, span
from course.figures.chart import figure_json
from course.figures.style import INK
from tests.invented import ferry

if TYPE_CHECKING:
    from course.figures.spans import Span

FIRST, LAST = date(2022, 2, 1), date(2022, 2, 11)


def row(start: str | None, end: str | None, **more: Any) -> dict[str, Any]:
    """A row of events, with blanks as a table has them."""
    days = {"start": pd.Timestamp(start) if start else pd.NaT, "end": pd.Timestamp(end) if end else pd.NaT}
    return {
        "occurrence": "happened",
        "date_word": pd.NA,
        "wording": "the ferry waits",
        "paragraph": 2,
        "summary": "It waits <.",
        **days,
        **more,
    }


def drawn(start: str | None, end: str | None) -> Span:
    return span(row(start, end), 0, FIRST, LAST)


def test_events_are_drawn_over_the_days_on_which_they_can_have_been(case: Case) -> None:
    chart = course.charts.when(case)
    drawn = {trace["name"]: trace for trace in figure_json(chart.figure)["data"][:-1]}
    assert drawn["scheduled"]["x"] == ["2022-02-03", "2022-02-04", None] * 2, "a day is drawn whole"
    assert len(drawn["no date given"]["y"]) == 3 * 8
    assert drawn["ends"]["marker"]["symbol"][:4] == ["triangle-left", "line-ns", "triangle-left", "triangle-right"]
    [band] = chart.figure.layout.shapes
    assert (band.x0, band.x1) == ("2022-02-02", "2022-02-04")
    assert chart.text.startswith(
        "17 events, 8 of them without a date. The report was written between 2 February 2022 and 3"
    )
    assert "- Scheduled, 3 Feb 2022 (“Thursday”): Le Drian meets nine ministers." in chart.text
    assert len(chart.table) == len(case.events)


def test_a_case_without_a_day_of_writing_or_without_events_is_drawn(case: Case) -> None:
    tables = {name: case.table(name) for name in ("events", "actors")}
    unknown = course.charts.when(Case("x", "X", {}, tables))
    assert unknown.figure.layout.shapes == ()
    assert "written" not in unknown.text
    empty = course.charts.when(Case("x", "X", {}, {**tables, "events": case.events.head(0)}))
    assert empty.text == "There is no event to draw."


@pytest.mark.parametrize(
    ("start", "end", "low", "high", "kind", "is_open"),
    [
        ("2022-02-02", "2022-02-03", "2022-02-02", "2022-02-04", "happened", (False, False)),
        ("2022-02-01", "2022-02-10", "2022-02-01", "2022-02-11", "happened", (False, False)),
        ("2022-01-20", "2022-02-03", "2022-02-01", "2022-02-04", "happened", (True, False)),
        ("2022-02-10", "2022-02-11", "2022-02-10", "2022-02-11", "happened", (False, True)),
        (None, "2022-02-02", "2022-02-01", "2022-02-03", "happened", (True, False)),
        ("2022-02-02", None, "2022-02-02", "2022-02-11", "happened", (False, True)),
        ("2021-01-01", "2021-12-31", "2022-02-01", "2022-02-01", "happened", (True, False)),
        (None, None, "2022-02-01", "2022-02-11", "no date given", (True, True)),
    ],
)
def test_a_bar_covers_whole_days_and_ends_with_the_axis(
    start: str | None, end: str | None, low: str, high: str, kind: str, is_open: tuple[bool, bool]
) -> None:
    bar = drawn(start, end)
    assert (bar.low, bar.high, bar.kind, (bar.open_low, bar.open_high)) == (low, high, kind, is_open)


def test_the_words_of_a_bar_in_the_right_half_end_with_it() -> None:
    early, late = (label(drawn(day, day), "then", (FIRST, LAST), INK) for day in ("2022-02-02", "2022-02-09"))
    assert (early.at, early.before) == ("2022-02-02", False)
    assert (late.at, late.before) == ("2022-02-10", True)


@pytest.mark.parametrize(
    ("day", "at", "before"),
    [("2022-02-05", "2022-02-06", True), ("2022-02-06", "2022-02-07", False), ("2022-02-02", "2022-02-07", False)],
)
def test_no_words_lie_across_the_line_of_the_day_of_writing(day: str, at: str, before: bool) -> None:  # noqa: FBT001 - a table
    """They end with a bar that ends before the line, or begin behind line and bar: so where there is no room before."""
    found = label(drawn(day, day), "x" * 38, (FIRST, LAST), INK, "2022-02-06T12:00")
    assert (found.at, found.before) == (at, before)
    assert label(drawn(day, day), "x", (FIRST, LAST), INK, "2022-02-10T12:00").at in {day, at}


def test_hovering_shows_what_an_event_is_its_paragraph_and_its_wording_as_text() -> None:
    assert drawn("2022-02-02", "2022-02-02").says == "2 Feb 2022: It waits &lt;.<br>¶2 “the ferry waits”"


@pytest.mark.parametrize(
    ("start", "end", "word", "said"),
    [
        ("2022-02-02", "2022-02-02", pd.NA, "2 Feb 2022"),
        ("2022-02-02", "2022-02-02", "Wednesday", "2 Feb 2022 (“Wednesday”)"),
        ("2022-01-31", "2022-02-02", "this week", "31 Jan 2022 to 2 Feb 2022 (“this week”)"),
        (None, "2022-02-02", pd.NA, "up to 2 Feb 2022"),
        ("2022-02-02", None, pd.NA, "from 2 Feb 2022"),
        (None, None, "soon", "no date given (“soon”)"),
        (None, None, pd.NA, "no date given"),
    ],
)
def test_days_are_said_with_the_reports_own_word(start: str | None, end: str | None, word: object, said: str) -> None:
    assert days_in_words(row(start, end, date_word=word)) == said


def test_events_of_the_same_days_are_told_in_one_line_what_happened_first() -> None:
    events = [
        {"summary": "It sails.", "occurrence": "possible"},
        {"summary": "It waits.", "start": LAST, "end": LAST},
        {"summary": "It fuels.", "start": FIRST, "end": FIRST, "paragraph": 2},
        {"summary": "It rests.", "start": LAST, "end": LAST},
    ]
    chart = course.charts.when(ferry(events=events))
    assert chart.text == (
        "4 events, 1 of them without a date.\n- Happened, 1 Feb 2022: It fuels.\n"
        "- Happened, 11 Feb 2022: It waits. It rests.\n- Possible, no date given: It sails."
    )
    assert course.charts.when(ferry(events=events[:1])).text.startswith("1 event, 1 of them without a date.")
    assert list(chart.table["event"]) == ["It fuels.", "It waits.", "It rests.", "It sails."]
    assert chart.table["first day"].iloc[0] == "2022-02-01"
    assert chart.picture.layout["xaxis"]["range"] == ["2022-01-28", "2022-02-14"], "some days around the events"


def test_of_very_many_events_the_first_are_drawn_and_the_rest_is_counted() -> None:
    events = [{"summary": f"Wave {number}.", "occurrence": "possible"} for number in range(MOST_ROWS + 1)]
    chart = course.charts.when(ferry(events=[*events, {"summary": "It sinks."}]))
    ticks = chart.figure.layout.yaxis.ticktext
    assert len(ticks) == MOST_ROWS
    assert ticks[0].startswith("It sinks."), "what has happened comes first"
    assert chart.figure.layout.height <= 2400
    assert f"Drawn: the {MOST_ROWS} events that come first in this order. 2 more are left out." in chart.text
    assert len(chart.table) == MOST_ROWS + 2
    assert f"Wave {MOST_SAID - 1}. and {MOST_ROWS + 1 - MOST_SAID} more" in chart.text


def test_an_axis_of_many_days_names_some_and_one_of_no_day_none() -> None:
    days = [{"start": pd.Timestamp(f"{year}-03-01"), "end": pd.Timestamp(f"{year}-03-02")} for year in (1990, 2020)]
    axis = course.charts.when(ferry(events=days)).figure.layout.xaxis
    assert axis.dtick is None
    assert axis.nticks == 6
    assert "%Y" in axis.tickformat
    assert not course.charts.when(ferry(events=[{}])).figure.layout.xaxis.showticklabels


def test_a_case_written_on_one_day_says_that_day() -> None:
    day = date(2021, 8, 24)
    assert "The report was written on 24 August 2021." in course.charts.when(ferry((day, day), events=[{}])).text
