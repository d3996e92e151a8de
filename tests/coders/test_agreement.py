"""`course.agreement`: what it gives for a case, for codings of any report, and for what is no coding."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import course
from course.figures.chart import figure_json
from tests.flood import counts

if TYPE_CHECKING:
    from course.case import Case
    from course.coders.agreement import Agreement

WORDS = st.sampled_from(["present", "feared", "a;b", None])
FEW = settings(deadline=None, max_examples=15)


@pytest.mark.parametrize(
    ("rows", "on", "same", "of"),
    [
        # What data/macron-biden-call/codings/second-reader/README.md says.
        ("statements", "mode", 16, 18),
        ("troops", "status", 8, 9),
        ("troops", "stock_flow", 7, 9),
        ("troops", "hedge", 9, 9),
        ("troops", "voice", 9, 9),
    ],
)
def test_the_second_reader_agrees_as_the_case_says(case: Case, rows: str, on: str, same: int, of: int) -> None:
    found = course.agreement(case.table(rows), case.codings["second-reader"][rows], on=on, blanks="as an answer")
    assert (found.share, found.rows) == (same / of, of)


def test_who_counts_rows_of_one_reader_as_differences_gets_less(case: Case) -> None:
    given_ = case.statements, case.codings["second-reader"]["statements"]
    left, counted = (course.agreement(*given_, on="mode", only_one=way) for way in ("leave out", "as different"))
    assert (left.share, counted.share) == (16 / 18, 16 / 25)
    assert (counted.kappa or 1) < (left.kappa or 0)
    assert left.share_if("as different", "leave out") == (16, 25)


def flood() -> list[pd.DataFrame]:
    """Three codings of a flood that never was: one lacks a row, one differs, one has a blank."""
    one, two, three = (counts().astype({"status": "string"}).reset_index(drop=True) for _ in range(3))
    two.loc[2, "status"] = "feared"
    three.loc[3, "status"] = pd.NA
    return [one, two.drop(index=0), three]


def test_three_coders_of_a_flood_have_alpha_and_no_kappa() -> None:
    one, two, three = flood()
    found = course.agreement(one, two, three, on="status", coders=["Ada", "Bo", "Cleo"])
    same, every = 24, 26
    assert found.share == same / every
    assert found.kappa is None
    assert found.alpha is not None
    assert found.lines[0].key == "c3"
    assert "Dead at noon" in set(found.chart.table["about"])


def test_rows_of_no_case_and_columns_do_as_well() -> None:
    rows = pd.DataFrame({"colour": ["red", "blue", "red"]}, index=["a", "b", "c"])
    frame = course.agreement(rows, rows, on="colour")
    column = course.agreement(rows["colour"], rows["colour"])
    assert frame.alpha == column.alpha == 1
    assert column.answers.column == "colour"


def test_several_columns_are_compared_one_by_one(case: Case) -> None:
    given_ = case.troops, case.codings["second-reader"]["troops"]
    several = course.agreement(*given_, on=["status", "stock_flow"])
    assert [each.share for each in several] == [8 / 9, 7 / 9]
    assert several["status"].text == course.agreement(*given_, on="status").text
    assert several.table.to_dict("list") == {
        "column": ["status", "stock_flow"],
        "rows": [9, 9],
        "same": [8 / 9, 7 / 9],
        "by chance": [each.by_chance for each in several],
        "kappa": [each.kappa for each in several],
        "alpha": [each.alpha for each in several],
    }
    assert [str(several.table[name].dtype) for name in ("kappa", "alpha")] == ["Float64", "Float64"]
    assert str(several).startswith("status: Our coding and second-reader agree on 8 of 9 rows: 89%.\nstock_flow: ")
    assert "<table" in several._repr_html_()
    with pytest.raises(ValueError, match="'state' was not compared. Did you mean 'status'"):
        several["state"]


def test_no_lots_are_drawn_before_somebody_asks_what_they_tell(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ranges", "shuffled"):
        monkeypatch.setattr(f"course.coders.measures.{name}", None)
    found = course.agreement(case.troops, case.codings["second-reader"]["troops"], on=["hedge", "voice"])
    assert "hedge: " in str(found)
    assert len(found.table) == 2
    with pytest.raises(TypeError):
        str(found["hedge"].numbers)


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ({"only_one": "as diffrent"}, "only_one='as diffrent' is no way to count. Did you mean 'as different'?"),
        ({"blanks": "drop"}, "blanks='drop' is no way to count. Valid are: 'leave out', 'as an answer'."),
        ({"on": []}, "on=[] names no column. Name one or more."),
        ({"on": ["status", "stat"]}, "has no column 'stat'. Did you mean 'status'?"),
        ({"on": "status", "measure": "ratio"}, "'ratio' is no measure."),
    ],
)
def test_a_choice_that_is_none_is_refused(how: dict[str, Any], message: str) -> None:
    one, two, _ = flood()
    with pytest.raises(ValueError, match=re.escape(message)):
        course.agreement(one, two, **how)


def test_where_all_that_two_have_is_blank_there_is_nothing_to_compare_until_blanks_count() -> None:
    blank = pd.Series([None, "x"]), pd.Series([None, None], dtype=object)
    with pytest.raises(ValueError, match="No row has two answers in answers"):
        course.agreement(*blank)
    assert course.agreement(*blank, blanks="as an answer").share == 1 / 2


def test_a_notebook_shows_both_charts_with_their_words() -> None:
    found = course.agreement(pd.Series(list("xyx")), pd.Series(list("xyy")))
    shown: list[dict[str, Any]] = []

    def display(data: dict[str, Any], *, raw: bool) -> None:
        assert raw
        shown.append(data)

    with patch("course.figures.chart.display", display):
        found._ipython_display_()
    assert [("widget" in str(list(data))) for data in shown] == [True, False, True, False]
    assert str(found) == repr(found) == f"{found.chart.text}\n{found.chance.text}\n{found.numbers}"
    assert found.chart.to_html() in shown[1]["text/html"]


def codings(rows: list[tuple[Any, Any]]) -> tuple[pd.Series[Any], pd.Series[Any]]:
    return pd.Series([one for one, _ in rows], dtype=object), pd.Series([other for _, other in rows], dtype=object)


def numbers(found: Agreement) -> list[float | None]:
    return [found.share, found.by_chance, found.kappa, found.alpha]


ROWS = st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8)


@FEW
@given(ROWS)
def test_who_is_first_and_the_order_of_rows_do_not_matter(rows: list[tuple[Any, Any]]) -> None:
    assume(any(one and other for one, other in rows))
    one, other = codings(rows)
    found = course.agreement(one, other)
    assert numbers(course.agreement(other, one)) == pytest.approx(numbers(found))
    turned = course.agreement(one.iloc[::-1], other)
    assert numbers(turned) == pytest.approx(numbers(found))
    assert turned.chance.text == found.chance.text


@FEW
@given(ROWS, st.sampled_from(["leave out", "as an answer"]), st.sampled_from(["nominal", "sets"]))
def test_blanks_break_nothing_and_each_row_is_shown_once(
    rows: list[tuple[Any, Any]], blanks: Any, measure: str
) -> None:
    assume(blanks == "as an answer" or any(one and other for one, other in rows))
    found = course.agreement(*codings(rows), blanks=blanks, measure=measure)
    assert 0 <= found.share <= 1
    assert len(found.chart.table) == len(rows)
    assert json.dumps(figure_json(found.chart.figure))
    assert "nan" not in found.text
    assert np.isclose(found.by_chance, found.shuffles.mean(), atol=0.07)


@FEW
@given(st.lists(WORDS, min_size=1, max_size=8))
def test_equal_codings_agree_fully(answers: list[Any]) -> None:
    assume(any(answers))
    found = course.agreement(pd.Series(answers, dtype=object), pd.Series(answers, dtype=object))
    assert found.share == 1
    assert (found.kappa, found.alpha) in {(1, 1), (None, None)}
    assert (found.alpha is None) is (len({each for each in answers if each}) == 1)
