"""The figure of a coding: the ranges of the rows whose status is chosen."""

from __future__ import annotations

from course.desk.coding import Row
from course.desk.picture import picture, ranges, undrawn

WHOLE = {"what": "boats", "number": "100", "hedge": "nearly", "unit": "things", "status": "present"}


def row(key: str, **cells: str) -> Row:
    """A row with a number, a hedge and a status."""
    return Row(key, 1, 0, 5, "nearly 100", {**WHOLE, **cells})


def test_without_a_row_that_is_whole_there_is_no_figure() -> None:
    assert picture([], "strict", 0.1) is None
    assert picture([row("r1", status="")], "strict", 0.1) is None
    assert picture([row("r1", number="")], "strict", 0.1) is None, "a hedge that loosens nothing"


def test_the_range_of_each_row_is_drawn_in_the_reading_that_is_chosen() -> None:
    drawn = picture([row("r1"), row("r2", status="")], "usual", 0.1)
    assert drawn
    assert "boats" in drawn.layout["title"]["text"]
    texts = [text for trace in drawn.traces for text in trace.get("text", ()) or ()]
    assert texts == ["90 to 99"]


def test_what_is_not_drawn_is_counted() -> None:
    assert undrawn([row("r1"), row("r2", status=""), row("r3", unit="")]) == (2, "")
    missing, others = undrawn([row("r1"), row("r2"), row("r3", unit="people", what="helpers")])
    assert missing == 0
    assert others == "Drawn: boats. An axis has one unit, so these are not drawn: helpers (1 mention)."
    assert undrawn([]) == (0, "")


def test_each_row_has_its_range_in_words_as_soon_as_its_number_and_hedge_go_together() -> None:
    rows = [
        row("r1", status=""),
        row("r2", number=""),
        row("r3", number="", hedge="dozens"),
        row("r4", number="", hedge=""),
    ]
    assert ranges(rows, "strict", 0.1) == {"r1": "0 to 99", "r3": "at least 24, no limit above", "r4": "not stated"}
    assert ranges([], "strict", 0.1) == {}
