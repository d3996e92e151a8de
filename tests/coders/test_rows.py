"""The rows of a coder: by which name they meet those of others, and what a coder is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from course.coders.rows import coding
from tests.invented import table

if TYPE_CHECKING:
    from course.case import Case

ONE = pd.Series(["yes", "no"], index=["r1", "r2"])


def test_rows_of_a_second_coding_have_the_names_of_ours_and_others_a_name_of_their_own(case: Case) -> None:
    ours, theirs = coding([case.statements, case.codings["second-reader"]["statements"]], "mode")
    assert (ours.coder, theirs.coder) == ("our coding", "second-reader")
    assert list(ours.column.index) == [f"s{number}" for number in range(1, 19)]
    assert set(theirs.column.index) - set(ours.column.index) == {
        f"second-reader: t{number}" for number in (1, 3, 6, 16, 17, 23, 24)
    }
    assert theirs.evidence("s4") == {"paragraph": "5", "wording": "Russia denies it plans to invade"}


def test_a_blank_in_same_as_that_is_an_empty_text_is_a_blank() -> None:
    theirs = table("statements", {"statement": "a"}, {"statement": "b"}).assign(same_as=["s1", ""])
    [_, other] = coding([table("statements", {}), theirs], "mode", ["Ada", "Bo"])
    assert list(other.column.index) == ["s1", "Bo: b"]


def test_a_column_and_a_table_that_is_of_no_case_are_called_by_their_index() -> None:
    own = pd.DataFrame({"colour": ["red", "blue"]}, index=[4, 7])
    column, frame = coding([pd.Series(["red"], index=["4"]), own], "colour")
    assert list(column.column.index) == ["4"]
    assert list(frame.column.index) == ["4", "7"]


@pytest.mark.parametrize(
    ("given", "coders", "called"),
    [
        ([ONE.rename("Ada"), ONE.rename("Bo")], None, ["Ada", "Bo"]),
        ([ONE, ONE], None, ["the first coder", "the second coder"]),
        ([ONE.rename("mode"), ONE.rename("mode")], None, ["the first coder", "the second coder"]),
        ([ONE] * 8, None, [*(f"the {n} coder" for n in ("first", "second", "third", "fourth", "fifth", "sixth", "7th", "8th"))]),
        ([ONE.rename("Ada"), ONE.rename("Bo")], ["Cleo", "Dan"], ["Cleo", "Dan"]),
    ],
)  # fmt: skip
def test_coders_have_the_names_that_are_there_or_a_number(given: list[Any], coders: Any, called: list[str]) -> None:
    assert [each.coder for each in coding(given, None, coders)] == called


def test_the_case_of_a_learner_is_called_by_its_name() -> None:
    one, other = table("statements", {}), table("statements", {})
    one.attrs, other.attrs = {"case": "mill", "table": "statements"}, {"case": "mill-bo", "table": "statements"}
    assert [each.coder for each in coding([one, other], "mode")] == ["mill", "mill-bo"]


def test_a_row_says_what_it_is_about_as_far_as_it_does() -> None:
    rows = table("statements", {"summary": "We wait."}).drop(columns="wording")
    [one, bare] = coding([rows, ONE], "mode")
    assert (one.about("s1"), one.evidence("s1"), one.cell("s1", "speaker")) == ("We wait.", None, "")
    assert (bare.about("r1"), bare.evidence("r1"), one.about("s9")) == ("", None, "")


TWO = pd.DataFrame({"mode": ["a", "b"]}, index=["r1", "r2"])


@pytest.mark.parametrize(
    ("given", "on", "coders", "error", "message"),
    [
        ([ONE], None, None, ValueError, "Two codings are needed at least"),
        ([ONE, 3], None, None, TypeError, "A coding is a table or a column of one, such as case.statements, not a int."),
        ([ONE, TWO], None, None, ValueError, "Say what is compared: on= and the name of a column. Valid are: 'mode'."),
        ([TWO, TWO], "mood", None, ValueError, "The first coder has no column 'mood'. Did you mean 'mode'?"),
        ([TWO, pd.concat([TWO, TWO], axis=1)], "mode", None, ValueError, "Two columns of the second coder have the same name."),
        ([TWO, pd.concat([TWO, TWO])], "mode", None, ValueError, "The index of the second coder has 'r1' twice."),
        ([ONE, ONE.set_axis([None, "a"])], None, None, ValueError, "The index of the second coder has a blank."),
        ([ONE, ONE], None, ["Ada"], ValueError, "coders=['Ada'] is not a name for each of 2 codings, no two alike."),
        ([ONE, ONE], None, ["Ada", "Ada"], ValueError, "is not a name for each"),
        ([ONE, ONE], None, "ab", ValueError, "is not a name for each"),
    ],
)  # fmt: skip
def test_what_is_no_coding_is_refused_with_what_would_be(
    given: list[Any], on: str | None, coders: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=re.escape(message)):
        coding(given, on, coders)


def test_two_rows_that_are_the_same_as_one_of_ours_are_refused() -> None:
    theirs = table("statements", {"statement": "a"}, {"statement": "b"}).assign(same_as=["s1", "s1"])
    with pytest.raises(ValueError, match="^The column same_as of Bo has 's1' twice. Each row needs a short name"):
        coding([table("statements", {}), theirs], "mode", ["Ada", "Bo"])


def test_what_is_given_is_not_changed() -> None:
    theirs = table("statements", {"statement": "a"}).assign(same_as=["s1"])
    before = theirs.copy()
    coding([table("statements", {}), theirs], "mode")
    pd.testing.assert_frame_equal(theirs, before)
