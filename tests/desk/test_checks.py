"""What is open in a coding and what does not go together."""

from __future__ import annotations

import pytest

from course.desk.checks import at_odds, faults, open_columns
from course.desk.coding import Actor, Coding, Row

WHOLE = {
    "what": "soldiers", "number": "100", "unit": "soldiers", "hedge": "more than", "status": "present",
    "measure": "strength", "stock_flow": "stock", "voice": "named source", "source": "police",
}  # fmt: skip


def row(**cells: str) -> Row:
    """A row that is whole but for some cells."""
    return Row("r1", 1, 0, 5, "More than 100", {name: cell for name, cell in {**WHOLE, **cells}.items() if cell})


def test_nothing_is_open_in_a_whole_row() -> None:
    assert open_columns(row()) == at_odds(row()) == []


def test_what_each_row_needs_is_open_where_it_is_blank() -> None:
    assert open_columns(row(status="", what="")) == ["what is counted", "status"]
    assert open_columns(row(hedge="")) == ["hedge"]
    assert open_columns(row(measure="")) == ["measure"]
    assert open_columns(row(source="")) == ["source"]


def test_a_row_without_a_number_needs_neither_hedge_nor_measure() -> None:
    assert open_columns(row(number="", hedge="", measure="")) == []
    assert open_columns(row(number="", hedge="dozens", measure="")) == ["measure"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"number": ""}, "The hedge “more than” needs a number"),
        ({"number": "", "hedge": ""}, "A measure says what a number says"),
        ({"number_to": "90"}, "The second number of a range is the larger one"),
        ({"voice": "own voice"}, "its voice names none"),
        ({"overlap": "same"}, "An overlap has another row and a word"),
    ],
)
def test_what_does_not_go_together_is_told(cells: dict[str, str], said: str) -> None:
    (found,) = at_odds(row(**cells))
    assert said in found


def test_a_coding_can_be_saved_where_nothing_is_open_and_everybody_is_known() -> None:
    assert faults(Coding("Ada")) == ["There is no row yet. Select words of the text first."]
    assert faults(Coding("Ada", (row(status=""),))) == [
        "“More than 100” (¶1): choose status.",
        "police: say what kind of actor it is, and whether its words are quoted.",
    ]
    assert faults(Coding("Ada", (row(),), {"police": Actor("police", "false")})) == []
    assert faults(Coding("Ada", (row(),)), Coding("", (row(),), {"police": Actor("police", "false")})) == []
