"""What is off in a table is told and marked; what is wanted is told by its shape, never by its values."""

from __future__ import annotations

from datetime import date

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from course.questions.kinds.differences import beside, differences, holds, in_words, rows, said, shape

WANTED = {"m2": (100001.0, "not stated"), "m6": (0.0, 1000.0), "m7": (0.0, 4000.0)}
GIVEN = {"m1": (0.0, "not stated"), "m2": (100001.0, 777.0), "m6": (5.0, 6.0)}
HEAD = ("mention", "low", "high")


def test_rows_and_cells_that_are_off_are_found() -> None:
    off = differences(GIVEN, WANTED)
    assert (off.missing, off.extra) == (("m7",), ("m1",))
    assert off.cells == {"m2": (1,), "m6": (0, 1)}
    assert off.size == 5
    assert differences(WANTED, WANTED).size == 0


def test_they_are_told_in_a_sentence_without_a_wanted_value() -> None:
    assert in_words(GIVEN, WANTED, HEAD[1:]) == (
        "Your table: 1 row is missing; row m1 is too many; in row m2 look at high (777); "
        "in row m6 look at low (5) and high (6)."
    )
    assert in_words(WANTED, WANTED, HEAD[1:]) == ""


def test_many_rows_are_not_all_named() -> None:
    wanted = {f"r{n}": (1.0,) for n in range(9)}
    told = in_words(dict.fromkeys(wanted, (2.0,)), wanted, ["n"])
    assert told.count("in row") == 4
    assert told.endswith("look at 5 more rows.")


def test_a_shape_is_columns_what_they_hold_and_a_number_of_rows() -> None:
    assert shape(WANTED, HEAD) == (
        "Wanted: 3 rows with the columns mention (text), low (whole numbers) and high (whole numbers)."
    )


def test_what_a_column_holds_is_told_in_words() -> None:
    day = date(2022, 2, 2)
    table = {"1": (True, 0.5, day, "not stated", "a"), "2,000": (False, 1.0, day, "not stated", 1.0)}
    assert holds(table) == ["whole numbers", "yes or no", "numbers", "days", "blanks", "text and whole numbers"]
    assert holds({}) == []


def test_on_a_page_what_is_off_is_marked_beside_an_empty_table() -> None:
    soup = BeautifulSoup(beside(GIVEN, WANTED, HEAD), "html.parser")
    mine, wanted = soup.find_all("table")
    assert [mark.get_text() for mark in mine.select("mark")] == ["✗ m1", "✗ 777", "✗ 5", "✗ 6"]
    assert [cell.get_text() for cell in wanted.select("tbody td, tbody th")] == ["…"] * 3
    assert [head.get_text(" ") for head in wanted.select("thead th")] == [
        "mention text",
        "low whole numbers",
        "high whole numbers",
    ]
    assert [title.get_text() for title in soup.find_all("p")] == ["Your table · 3 rows", "Wanted · 3 rows"]


def test_a_long_table_is_cut_and_an_empty_one_has_its_columns() -> None:
    long = {f"r{n}": (1.0,) for n in range(25)}
    soup = BeautifulSoup(beside(long, {"r1": (1.0,)}, ("k", "n")), "html.parser")
    assert len(soup.select("table")[0].select("tbody tr")) == 20
    assert "and 5 more rows" in soup.get_text()
    assert "Your table · 0 rows" in BeautifulSoup(beside({}, WANTED, HEAD), "html.parser").get_text()


def test_rows_and_cells_are_named_as_a_learner_reads_them() -> None:
    assert (rows(["m1"]), rows(["m1", "m2"])) == ("row m1", "rows m1 and m2")
    assert (said(100001.0), said("not stated"), said(cell=True)) == ("100,001", "not stated", "True")


cells = st.integers(0, 9).map(float) | st.sampled_from(["a", "not stated", True, date(2022, 2, 2)])
tables = st.dictionaries(st.sampled_from("abcd"), st.tuples(cells, cells), max_size=4)


@given(mine=tables)
def test_no_wanted_value_is_ever_shown(mine: dict[str, tuple[object, ...]]) -> None:
    wanted = {"secret": (4711.0, "hidden"), "a": (4712.0, "hidden")}
    told = in_words(mine, wanted, ("n", "m")) + shape(wanted, ("k", "n", "m")) + beside(mine, wanted, ("k", "n", "m"))
    assert not any(value in told for value in ("secret", "4,711", "4711", "4,712", "hidden"))


def test_four_rows_are_named_and_one_more_is_counted() -> None:
    wanted = {f"r{n}": (1.0,) for n in range(5)}
    off = dict.fromkeys(wanted, (2.0,))
    assert "more row" not in in_words({**wanted, **dict.fromkeys(["r0", "r1", "r2", "r3"], (2.0,))}, wanted, ["n"])
    assert in_words(off, wanted, ["n"]).endswith("in row r3 look at n (2); look at 1 more row.")
    assert in_words({}, wanted, ["n"]) == "Your table: 5 rows are missing."


def test_twenty_rows_are_shown_and_none_is_left_to_count() -> None:
    twenty = {f"r{n}": (1.0,) for n in range(20)}
    assert "more row" not in BeautifulSoup(beside(twenty, {"r1": (1.0,)}, ("k", "n")), "html.parser").get_text()


def test_each_column_says_below_its_name_what_it_holds_and_the_first_names_the_rows() -> None:
    numbers = {"1": ("a", 5.0)}
    mine, wanted = BeautifulSoup(beside(numbers, WANTED, HEAD), "html.parser").find_all("table")
    assert [str(head.find("br")) for head in mine.select("thead th")] == ["<br/>"] * 3
    assert [head.get_text(" ") for head in mine.select("thead th")] == [
        "mention whole numbers",
        "low text",
        "high whole numbers",
    ]
    assert [[cell.name for cell in row.select("th, td")] for row in mine.select("tbody tr")] == [["th", "td", "td"]]
    assert [[cell.name for cell in row.select("th, td")] for row in wanted.select("tbody tr")] == [["th", "td", "td"]]
    empty = BeautifulSoup(beside({}, WANTED, HEAD), "html.parser").select("table")[0]
    assert [head.get_text() for head in empty.select("thead th")] == list(HEAD)
