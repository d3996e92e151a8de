"""Tables as a person reads them, whatever stands in them; a frame itself stays pandas'."""

from __future__ import annotations

import doctest
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import numpy as np
import pandas as pd
import pytest
from bs4 import BeautifulSoup
from IPython.core.interactiveshell import InteractiveShell

import course
from course import names
from course.page import frames
from course.page.frames import MOST_ROWS, face, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from course.case import Case


def rows(frame: pd.DataFrame, most: int | None = MOST_ROWS) -> list[list[str]]:
    """Return what a reader sees: the head and each row, cell by cell."""
    table = BeautifulSoup(face(frame, most), "html.parser").table
    assert table is not None
    return [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")]


def cell(value: Any) -> str:
    return rows(pd.DataFrame({"a": pd.Series([value], dtype=object)}))[1][0]


# A table of a case.


def test_keys_are_names_days_are_words_and_a_blank_says_so(case: Case) -> None:
    head, _, call, *_ = rows(case.events)
    assert head[:4] == ["event", "type", "occurrence", "participants"]
    assert "date word" in head
    assert call[3:5] == ["Emmanuel Macron, Joe Biden", "not stated"]
    assert call[5:9] == ["Macron and Biden speak in a call.", "own voice", "not stated", "2 February 2022"]
    assert rows(case.troops[["mention", "number", "whose", "overlaps_with"]])[1:3] == [
        ["m1", "not stated", "Russia", "Russian troops around Ukraine"],
        ["m2", "100,000", "Russia", "not stated"],
    ]
    assert rows(case.actors[["actor", "quoted"]])[1] == ["macron", "yes"]


def test_a_year_among_numbers_has_no_comma(case: Case) -> None:
    said = {row[0]: row[1] for row in rows(case.numbers[["number", "unit"]])[1:]}
    assert {"2022", "100,000"} <= said.keys()
    assert "2,022" not in said
    assert rows(pd.DataFrame({"year": [1999], "born_year": [2001], "years": [1500]}))[1] == ["1999", "2001", "1,500"]


def test_which_columns_point_where_is_read_from_the_schema(case: Case) -> None:
    of_troops = {column: table for (name, column), table in case.names.points.items() if name == "troops"}
    assert of_troops == {"whose": "actors", "source": "actors", "place": "places", "overlaps_with": "troops"}
    assert case.names.points["events", "participants"] == "actors"
    assert {column for name, column in case.names.several if "/" not in name} == {"participants", "also", "iso"}
    assert case.names.points["second-reader/statements", "same_as"] == "statements"
    assert case.names.vocabularies["troops", "hedge"] == "hedges"
    assert case.names.called("events", "participants", "macron;nobody") == "Emmanuel Macron, nobody"


def test_names_survive_filters_and_go_with_a_merge_of_two_tables(case: Case) -> None:
    troops = case.troops
    for part in (
        troops[troops["whose"] == "russia"],
        troops.iloc[[0]],
        troops.sort_values("mention"),
        troops.assign(x=1),
    ):
        assert "Russia" in rows(part[["whose"]])[1]
    merged = troops.merge(case.actors, left_on="whose", right_on="actor")[["whose"]]
    assert rows(merged)[1] == ["russia"]


def test_an_index_that_points_has_names_too(case: Case) -> None:
    assert rows(case.troops.set_index("whose")[["number"]])[1] == ["Russia", "not stated"]


def test_the_frame_itself_stays_as_it_is(case: Case, tmp_path: Path) -> None:
    plain = pd.DataFrame({name: column.array for name, column in case.troops.items()})
    pd.testing.assert_frame_equal(case.troops, plain)
    assert case.troops.equals(plain)
    assert case.troops.to_csv() == plain.to_csv()
    assert str(case.troops) == str(plain)
    assert case.troops.merge(plain, how="outer").equals(plain)
    case.troops.to_pickle(tmp_path / "troops.pkl")
    assert pd.read_pickle(tmp_path / "troops.pkl").equals(plain)  # noqa: S301 - written just above
    other = case.troops
    other.attrs = {"case": "another", "table": "troops"}
    assert len(pd.concat([case.troops, other])) == 2 * len(plain)
    assert rows(pd.concat([case.troops, other])[["whose"]])[1] == ["russia"]
    assert rows(pd.concat([case.troops, case.troops])[["whose"]])[1] == ["Russia"]


def test_a_case_that_nobody_loaded_has_no_names() -> None:
    frame = pd.DataFrame({"whose": ["russia"]})
    frame.attrs = {"case": "never-loaded", "table": "troops"}
    assert rows(frame)[1] == ["russia"]
    assert names.of(frame) == (names.Names(), "troops")


def test_an_open_end_has_no_limit_and_is_no_blank(case: Case) -> None:
    said = rows(course.bounds(case.troops)[["number", "low", "high"]])
    assert said[1] == ["not stated", "0", "no limit"]
    assert said[2] == ["100,000", "100,001", "no limit"]


# Any table.


@pytest.mark.parametrize("value", [None, np.nan, float("nan"), pd.NA, pd.NaT, Decimal("NaN"), np.datetime64("NaT")])
def test_a_blank_of_any_kind_is_not_stated(value: Any) -> None:
    assert cell(value) == "not stated"


@pytest.mark.parametrize(
    "dtype", ["Int64", "Float64", "float", "string", "boolean", "category", "datetime64[ns]", "object"]
)
def test_a_blank_in_a_column_of_any_type_is_not_stated(dtype: str) -> None:
    assert rows(pd.DataFrame({"a": pd.Series([None], dtype=dtype)}))[1] == ["not stated"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"), (4000, "4,000"), (-1234567, "-1,234,567"), (10**30, f"{10**30:,}"), (np.int64(5000), "5,000"),
        (3000.0, "3,000"), (0.1 + 0.2, "0.3"), (-0.5, "-0.5"), (44.43, "44.43"), (12345.678, "12,345.7"),
        (1e300, "1e+300"), (-1e18, "-1e+18"), (1e-9, "1e-09"), (float("inf"), "∞"), (float("-inf"), "-∞"),
        (Decimal("1.50"), "1.5"), (True, "yes"), (np.bool_(0), "no"), (complex(1, 2), "(1+2j)"),
        ("", ""), (" ", " "), ("nan", "nan"), ("4000", "4000"), ("a\nb", "ab"),
        (pd.Timestamp("2022-02-02"), "2 February 2022"), (pd.Timestamp("2022-02-02 18:30"), "2 February 2022, 18:30"),
        (pd.Timestamp("2022-02-02").date(), "2 February 2022"), (pd.Timedelta("1D"), "1 days 00:00:00"),
        ([1000, None], "1,000, not stated"), ((), ""), ({"a": 1}, "{'a': 1}"), (np.array([1, 2]), "[1 2]"),
        ("<b>x</b> & 'y'", "<b>x</b> & 'y'"), ("\u05d0\u05d1\u05d2", "\u05d0\u05d1\u05d2"),
    ],
)  # fmt: skip
def test_a_value_is_told_as_a_person_reads_it(value: Any, said: str) -> None:
    assert cell(value) == said.replace("-", "\N{MINUS SIGN}")


def test_html_in_a_table_is_text() -> None:
    evil = "<img src=x onerror=alert(1)>"
    frame = pd.DataFrame({evil: [evil]}, index=pd.Index([evil], name=evil))
    assert "<img" not in face(frame)
    assert rows(frame) == [[evil, evil], [evil, evil]]


def test_numbers_stand_at_the_right_and_texts_at_the_left() -> None:
    frame = pd.DataFrame({"n": [1, None], "mixed": [1, "a"], "yes": [True, False], "none": [None, None]})
    soup = BeautifulSoup(face(frame), "html.parser")
    assert [head.get_text() for head in soup.select("th.btl-number")] == ["n"]


@pytest.mark.parametrize("index", [None, [7, 3], pd.Index([2, 1], dtype="Int64")])
def test_an_index_that_only_counts_is_left_out(index: Any) -> None:
    assert rows(pd.DataFrame({"a": [1, 2]}, index=index)) == [["a"], ["1"], ["2"]]


@pytest.mark.parametrize(
    ("index", "head", "first"),
    [
        (pd.Index(["x", "y"]), [""], ["x"]),
        (pd.Index([1, 2], name="stock_flow"), ["stock flow"], ["1"]),
        (pd.CategoricalIndex(["x", "y"]), [""], ["x"]),
        (pd.to_datetime(["2022-02-02", "2022-02-03"]), [""], ["2 February 2022"]),
        (pd.MultiIndex.from_tuples([("x", 1000), ("y", 2)], names=["k", None]), ["k", ""], ["x", "1,000"]),
        (pd.Index([None, "y"], name="who"), ["who"], ["not stated"]),
    ],
)
def test_an_index_that_says_something_stands_first(index: Any, head: list[str], first: list[str]) -> None:
    said = rows(pd.DataFrame({"a": [5, 6]}, index=index))
    assert said[0] == [*head, "a"]
    assert said[1] == [*first, "5"]


def test_two_levels_of_columns_stand_in_one_line() -> None:
    frame = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("n", "min_of"), ("m", "")]))
    assert rows(frame)[0] == ["n · min of", "m"]
    assert rows(pd.DataFrame([[1]], columns=[None])) == [[""], ["1"]]


def test_columns_of_one_name_both_stand_there() -> None:
    assert rows(pd.DataFrame([[1, "b"], [2, "c"]], columns=["a", "a"])) == [["a", "a"], ["1", "b"], ["2", "c"]]
    assert rows(pd.DataFrame([[1, 2, 3]], columns=["number", "unit", "unit"]))[1] == ["1", "2", "3"]


@pytest.mark.parametrize("frame", [pd.DataFrame(), pd.DataFrame({"a": []}), pd.DataFrame(index=["x"])])
def test_an_empty_table_says_so(frame: pd.DataFrame) -> None:
    assert "There is no row in this table." in face(frame)


def test_a_long_table_says_how_many_more_there_are() -> None:
    long = pd.DataFrame({"a": range(1000)})
    assert len(rows(long)) == 1 + MOST_ROWS
    assert "and 940 more rows<" in face(long)
    assert "and 1 more row<" in face(long.head(61))
    assert "more" not in face(long.head(60))
    assert len(rows(long, most=None)) == 1001
    wide = pd.DataFrame([range(41)], columns=[f"c{n}" for n in range(41)])
    assert "and 1 more column<" in face(wide)


def test_a_long_text_is_cut() -> None:
    assert cell("x" * 10_000) == "x" * frames.MOST_LETTERS + "…"


def test_of_a_large_table_only_what_is_shown_is_looked_at() -> None:
    with patch.object(frames, "in_words", return_value="") as look:
        face(pd.DataFrame({name: range(200_000) for name in "abcdef"}))
    assert {call.args[0] for call in look.call_args_list} == set(range(MOST_ROWS))


def test_the_example_in_the_module_runs() -> None:
    assert doctest.testmod(frames) == (0, 1)


# In a notebook.


class Stubborn:
    """A value that cannot be looked at."""

    def __str__(self) -> str:
        message = "no"
        raise RuntimeError(message)

    __repr__ = __str__


def test_a_table_that_cannot_be_read_so_is_shown_by_pandas(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: pd.DataFrame) -> str:
        message = "broken"
        raise RuntimeError(message)

    monkeypatch.setattr(frames, "face", fail)
    frame = pd.DataFrame({"a": [1]})
    assert shown(frame) == frame._repr_html_()  # type: ignore[operator]
    assert "could not be shown as it is read" in caplog.text


def test_a_table_that_nobody_can_show_raises_nothing() -> None:
    assert shown(pd.DataFrame({"a": [Stubborn()]})) is None


def test_what_somebody_chose_in_pandas_or_made_of_a_frame_holds() -> None:
    class Own(pd.DataFrame):
        def _repr_html_(self) -> str:
            return "<p>mine</p>"

    assert shown(Own({"a": [1]})) == "<p>mine</p>"
    with pd.option_context("display.notebook_repr_html", False):  # noqa: FBT003 - pandas' way
        assert shown(pd.DataFrame({"a": [1]})) is None


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    made = InteractiveShell.instance()
    yield made
    InteractiveShell.clear_instance()


def test_a_notebook_shows_tables_so_from_the_first_load_on(shell: InteractiveShell, case: Case) -> None:
    def display(frame: pd.DataFrame) -> dict[str, str]:
        found: dict[str, str] = shell.display_formatter.format(frame)[0]
        return found

    before = display(case.troops)
    assert "dataframe" in before["text/html"]
    vars(course).pop("load", None)
    course.load()
    after = display(case.troops)
    assert "btl-table" in after["text/html"]
    assert after["text/plain"] == before["text/plain"] == repr(case.troops)


def test_a_way_that_was_chosen_before_stays(shell: InteractiveShell) -> None:
    formatter = shell.display_formatter.formatters["text/html"]
    formatter.for_type(pd.DataFrame, lambda _: "chosen")
    frames.register()
    assert formatter(pd.DataFrame()) == "chosen"


def test_outside_a_notebook_nothing_is_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "IPython")
    frames.register()
    assert "IPython" not in sys.modules, "nor is IPython loaded for it"
