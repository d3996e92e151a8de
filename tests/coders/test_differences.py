"""The rows of codings in the order in which they are shown, and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from course.coders.answers import Gap, answers
from course.coders.differences import Kind, lines, mixed_up, table

if TYPE_CHECKING:
    from course.case import Case

GIVEN = answers(
    [
        pd.Series(["x", "y", "x", None, "x"], index=list("abcde")),
        pd.Series(["x", "x", "y", "x"], index=list("abcd")),
    ],
    None,
    coders=["Ada", "Bo"],
)


@pytest.mark.parametrize(
    ("counted", "order", "kinds"),
    [
        ((), "bcdea", [Kind.DIFFER, Kind.DIFFER, Kind.LEFT_OUT, Kind.LEFT_OUT, Kind.SAME]),
        ((Gap.BLANK,), "bcdea", [Kind.DIFFER, Kind.DIFFER, Kind.DIFFER, Kind.LEFT_OUT, Kind.SAME]),
        ((Gap.NO_ROW,), "bceda", [Kind.DIFFER, Kind.DIFFER, Kind.DIFFER, Kind.LEFT_OUT, Kind.SAME]),
    ],
)
def test_rows_that_differ_are_first_then_those_that_do_not_count(
    counted: tuple[Gap, ...], order: str, kinds: list[Kind]
) -> None:
    found = lines(GIVEN, counted)
    assert "".join(line.key for line in found) == order
    assert [line.kind for line in found] == kinds


def test_answers_that_are_beside_each_other_more_than_once_are_counted_whoever_gave_which() -> None:
    assert mixed_up(lines(GIVEN, ()), ()) == [("x", "y", 2)]
    assert mixed_up(lines(GIVEN, ()), [Gap.BLANK]) == [("x", "y", 2)], "a blank is beside one answer once"


def test_a_row_of_three_is_the_same_where_two_answer_alike_and_one_is_not_there() -> None:
    given: list[Any] = [pd.Series(["x", "x"]), pd.Series(["x", "x"]), pd.Series(["y"])]
    assert [line.kind for line in lines(answers(given, None), ())] == [Kind.DIFFER, Kind.SAME]


def test_the_table_has_what_each_answered_and_what_the_row_rests_on(case: Case) -> None:
    found = answers([case.statements, case.codings["second-reader"]["statements"]], "mode")
    shown = table(found, lines(found, ()))
    assert list(shown.columns) == ["row", "our coding", "second-reader", "agree", "about", "paragraph", "wording"]
    assert len(shown) == 25
    assert list(shown["row"][:2]) == ["s9", "s11"]
    assert list(shown.loc[0, ["our coding", "second-reader", "agree", "paragraph"]]) == [
        "possible", "depending", "they differ", "8",
    ]  # fmt: skip
    assert list(table(GIVEN, lines(GIVEN, ())).columns) == ["row", "Ada", "Bo", "agree", "about"]
    assert "no such row" in set(shown["our coding"])
