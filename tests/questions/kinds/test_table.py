"""A table is compared row by row, cell by cell, without regard to order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import course
from course.questions.judge import State, judge
from course.questions.spec import find
from tests.questions.samples import sample

if TYPE_CHECKING:
    from course.case import Case

TABLE, TWO_ROWS = find("3.8"), sample("table")


def test_a_table_in_any_order_and_with_more_columns(case: Case) -> None:
    right = course.bounds(case.troops.dropna(subset="number"))
    assert judge(TABLE, right).state is State.RIGHT
    assert judge(TABLE, right.iloc[::-1]).state is State.RIGHT
    assert judge(TABLE, right.set_index("mention")).state is State.RIGHT
    assert judge(TABLE, right.astype({"low": float, "high": float})).state is State.RIGHT


def test_a_table_is_told_which_rows_are_off(case: Case) -> None:
    ranges = course.bounds(case.troops)[["mention", "low", "high"]]
    assert "rows m1, m3, m4, m5 and m8 are too many" in judge(TABLE, ranges).message
    assert "1 row is missing" in judge(TABLE, ranges[ranges["mention"].isin(["m2", "m7", "m9"])]).message
    numbered = ranges[ranges["mention"].isin(["m2", "m6", "m7", "m9"])]
    wrong = numbered.assign(low=7)
    assert "in row m6 look at low (7)" in judge(TABLE, wrong).message
    assert "100,001" not in judge(TABLE, wrong).message, "the right values are not given away"


def test_a_table_is_held_against_the_nearest_one_that_is_accepted(case: Case) -> None:
    question = find("2.7")
    said = case.statements.merge(case.actors, left_on="speaker", right_on="actor")["kind"].astype("string")
    off = said.value_counts().reset_index().replace({"count": {11: 12}})
    verdict = judge(question, off)
    assert verdict.message.startswith("Your table: in row person look at count (12). One way to the table: Merge ")
    assert verdict.shape == "Wanted: 2 rows with the columns kind (text) and count (whole numbers)."


def test_what_is_wanted_is_told_by_its_shape_also_where_nothing_can_be_read(case: Case) -> None:
    for answer in (case.troops, 4, "m2"):
        verdict = judge(TABLE, answer)
        assert verdict.state is State.UNCLEAR
        assert verdict.shape in str(verdict)
        assert verdict.shape in verdict.to_html()
    assert "Wanted: 2 rows" in judge(find("2.7"), 4).shape, "the shortest that is accepted"
    assert verdict.shape == (
        "Wanted: 4 rows with the columns mention (text), low (whole numbers) and high (whole numbers)."
    )


def test_a_wrong_table_stands_beside_the_wanted_shape_on_a_page_and_when_it_is_kept(case: Case) -> None:
    wrong = course.bounds(case.troops.dropna(subset="number"))[["mention", "low", "high"]].replace({"low": {0: 7}})
    verdict = judge(TABLE, wrong)
    assert verdict.beside
    assert verdict.beside in verdict.to_html()
    assert verdict.shape not in verdict.to_html(), "it is seen"
    assert judge(TABLE, verdict.kept).beside == verdict.beside
    assert judge(TABLE, wrong.replace({"low": {7: 0}})).beside is None


def test_a_table_that_lacks_a_column_or_is_none_is_told(case: Case) -> None:
    assert "no column 'low' and no column 'high'" in judge(TABLE, case.troops).message
    assert "You gave a number" in judge(TABLE, 4).message
    twice = pd.DataFrame({"mention": ["m2", "m2"], "low": [1, 2], "high": [1, 2]})
    assert "has m2 twice" in judge(TABLE, twice).message
    long = pd.DataFrame({"mention": range(1000), "low": 0, "high": 0})
    assert "1,000 rows" in judge(TABLE, long).message


def test_cells_of_a_table_are_compared_by_what_they_say(case: Case) -> None:
    right = course.bounds(case.troops.dropna(subset="number"))[["mention", "low", "high"]].astype(object)
    for high in (None, float("nan"), float("inf"), "no limit", "not stated", pd.NA):
        right["high"] = [high, "1,000", 4000 + 1e-9, "2999"]
        assert judge(TABLE, right).state is State.RIGHT
    right["high"] = pd.Series([[1], 1000, 4000, 2999], index=right.index, dtype=object)
    assert "neither a number, nor a text, nor a day" in judge(TABLE, right).message
    right["high"] = [True, 1000, 4000, 2999]
    assert judge(TABLE, right).state is State.NOT_YET


def test_a_table_in_other_forms(case: Case) -> None:
    right = course.bounds(case.troops.dropna(subset="number"))[["mention", "low", "high"]]
    for form in (
        right.astype("category"),
        right.astype({"low": "float32"}),
        right.to_dict("records"),
        right.astype("string"),
    ):
        assert judge(TABLE, form).state is State.RIGHT
    levels = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("n", "min"), ("n", "max")]))
    assert "names of several levels" in judge(TABLE, levels).message
    one = pd.Series([1, 2], index=pd.Index(["x", "y"], name="k"), name="n")
    assert judge(TWO_ROWS, one).state is State.RIGHT
    assert "You gave a column" in judge(TWO_ROWS, one.reset_index(drop=True)).message


def test_a_table_that_is_kept_is_read_without_a_frame(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = judge(TABLE, course.bounds(case.troops.dropna(subset="number"))).kept
    monkeypatch.setattr(pd, "DataFrame", type("NoFrame", (), {}))
    assert judge(TABLE, kept).state is State.RIGHT
    assert judge(TABLE, kept[:-1]).state is State.NOT_YET


def test_a_list_of_rows_that_lack_a_cell_has_a_blank_there() -> None:
    rows = [{"k": "x", "n": 1}, {"k": "y"}]
    assert judge(TWO_ROWS, rows).message == judge(TWO_ROWS, [rows[0], {"k": "y", "n": None}]).message
    assert "no column 'n'" in judge(TWO_ROWS, [{"k": "x"}]).message
    assert "no column 'k'" in judge(TWO_ROWS, []).message
    assert "You gave a list" in judge(TWO_ROWS, [*rows, 3]).message


cells = st.integers(0, 3) | st.sampled_from([1.0, 2.0, 1.5, "1", "two", True, None, date(2022, 2, 2), [1], "x", np.inf])


@settings(max_examples=2_000, deadline=None)
@given(rows=st.dictionaries(st.sampled_from("xyz"), cells, max_size=3))
def test_a_table_is_right_only_with_just_its_rows(rows: dict[str, object]) -> None:
    frame = pd.DataFrame({"k": pd.Series([*rows], dtype=object), "n": pd.Series([*rows.values()], dtype=object)})
    says_one = rows.get("x") in (1, "1") and rows.get("x") is not True
    says_two = rows.get("y") in (2, "two")
    assert (judge(TWO_ROWS, frame).state is State.RIGHT) == (rows.keys() == {"x", "y"} and says_one and says_two)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.fixed_dictionaries({"k": st.sampled_from("xyz") | cells, "n": cells, "more": cells}), min_size=1))
def test_a_list_of_rows_says_what_its_table_says(rows: list[dict[str, object]]) -> None:
    assert str(judge(TWO_ROWS, rows)) == str(judge(TWO_ROWS, pd.DataFrame(rows, dtype=object)))


def test_a_day_and_a_number_are_kept_and_printed_as_a_reader_sees_them() -> None:
    kind = TWO_ROWS.kind
    rows = kind.need([{"k": "x", "n": date(2022, 2, 2)}, {"k": "y", "n": 1234.5}, {"k": "z", "n": None}])
    assert kind.keep(rows) == [{"k": "x", "n": "2022-02-02"}, {"k": "y", "n": 1234.5}, {"k": "z", "n": "not stated"}]
    assert kind.rows(rows) == (("k", "n"), ("x", "2022-02-02"), ("y", "1,234.5"), ("z", "(blank)"))
    assert kind.say(rows) == "a table of 3 rows with n"


@pytest.mark.parametrize(("key", "columns"), [("k", []), ("k", ["k"]), ("k", ["n", 2]), (1, ["n"]), ("k", "n")])
def test_a_table_needs_a_key_and_other_columns(key: object, columns: object) -> None:
    with pytest.raises(
        ValueError, match=r"^'key' must be the name of a column and 'columns' a list of other columns\.$"
    ):
        type(TWO_ROWS.kind).from_spec({"key": key, "columns": columns})


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ({"values": {"m": {"x": 1}}}, "'values': 'm' is not a key. Valid are: 'n'."),
        ({"values": {"n": 1}}, "'values' needs a table of columns, each a table of keys and values."),
        ({"values": 1}, "'values' needs a table of columns, each a table of keys and values."),
    ],
)
def test_a_condition_that_no_table_can_meet_is_refused_whole(condition: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match="values") as told:
        TWO_ROWS.kind.check_condition(condition)
    assert str(told.value) == said
