"""What coders answered, brought together: what counts as the same answer, how it is measured, and the gaps."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

from course.coders.answers import Gap, answers, measure_of
from tests.invented import table

if TYPE_CHECKING:
    from course.case import Case


def column(*values: Any, index: str = "abcdefgh") -> pd.Series[Any]:
    return pd.Series(list(values), index=list(index)[: len(values)], dtype=object)


def test_rows_meet_by_name_and_what_is_not_there_is_a_gap() -> None:
    found = answers([column("x", "y", None), column("y", "z", index="bd")], None)
    assert found.keys == ("a", "b", "c", "d")
    assert found.given == (
        ("x", Gap.NO_ROW), ("y", "y"), (Gap.BLANK, Gap.NO_ROW), (Gap.NO_ROW, "z"),
    )  # fmt: skip
    assert found.domain == ("x", "y", "z")
    assert (found.having(Gap.NO_ROW), found.having(Gap.BLANK)) == (3, 0)


def test_codes_have_the_rows_with_two_answers_and_gaps_where_they_count() -> None:
    found = answers([column("x", "y", None), column("y", "y", "x")], None)
    assert found.codes().tolist() == [[0, 1], [1, 1]]
    assert found.codes([Gap.BLANK]).tolist() == [[0, 1], [1, 1], [2, 0]]
    assert found.having(Gap.BLANK) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (" yes", "yes "),
        (3, 3.0),
        (np.int64(3), 3),
        (True, "yes"),
        (pd.Timestamp("2022-02-02"), date(2022, 2, 2)),
    ],
)
def test_what_is_the_same_answer_is_the_same_however_it_is_written(one: Any, other: Any) -> None:
    [row] = answers([column(one), column(other)], None).given
    assert row[0] == row[1]


@pytest.mark.parametrize("blank", [None, float("nan"), pd.NA, pd.NaT, "", "  "])
def test_a_blank_is_a_gap(blank: Any) -> None:
    assert answers([column(blank, "x"), column("x", "x")], None).given[0] == (Gap.BLANK, "x")


def test_a_set_is_the_same_in_any_order() -> None:
    found = answers([column("macron;biden", "macron"), column("biden; macron;", "nato")], None, "sets")
    assert found.given[0] == ("biden;macron", "biden;macron")
    assert found.domain == ("biden;macron", "macron", "nato")
    assert answers([column({"b", "a"}), column(["a", "b"])], None, "sets").domain == ("a;b",)


def test_numbers_and_days_are_in_their_order_and_so_are_steps() -> None:
    assert answers([column(10, 9), column(9.5, 9)], None, "interval").domain == (9, 9.5, 10)
    days = [column(pd.Timestamp("2022-02-03")), column(pd.Timestamp("2022-02-02"))]
    assert answers(days, None, "interval").domain == (date(2022, 2, 2), date(2022, 2, 3))
    steps = pd.CategoricalDtype(["low", "mid", "high"], ordered=True)
    given = [column("low", "high").astype(steps), column("high", "mid").astype(steps)]
    assert answers(given, None, "ordinal").domain == ("low", "mid", "high")
    assert answers(given, None).measure == "nominal", "an order is used where it is asked for"


@pytest.mark.parametrize(
    ("field", "texts", "measure"),
    [
        ({"type": "string", "vocabulary": "modes"}, ["asserted"], "nominal"),
        ({"type": "string", "vocabulary": "levels", "categoriesOrdered": True}, ["low"], "ordinal"),
        ({"type": "integer"}, [], "interval"),
        ({"type": "number"}, [], "interval"),
        ({"type": "date"}, [], "interval"),
        ({"type": "string", "constraints": {"pattern": "[a-z]+(;[a-z]+)*"}}, ["a", "a;b"], "sets"),
        ({"type": "string", "constraints": {"pattern": "[a-z]+(;[a-z]+)*"}}, ["a", "b"], "nominal"),
        ({"type": "string"}, ["a;b"], "nominal"),
        ({}, ["a;b"], "sets"),
        ({}, ["He came; she left."], "nominal"),
        ({}, ["a;"], "nominal"),
        ({}, [], "nominal"),
    ],
)
def test_how_a_column_is_measured_is_known_from_its_field_and_its_texts(
    field: dict[str, Any], texts: list[str], measure: str
) -> None:
    assert measure_of(field, texts) == measure


@pytest.mark.parametrize(
    ("rows", "on", "measure"),
    [
        ("statements", "mode", "nominal"),
        ("statements", "speaker", "sets"),
        ("statements", "start", "interval"),
        ("troops", "number", "interval"),
        ("troops", "hedge", "nominal"),
    ],
)
def test_columns_of_a_case_are_measured_as_their_schema_says(case: Case, rows: str, on: str, measure: str) -> None:
    theirs = case.codings["second-reader"][rows]
    ours = case.table(rows)
    given = [ours, theirs] if on in theirs else [ours, ours]
    found = answers(given, on, coders=["we", "they"])
    assert found.measure == measure
    assert answers(given, on, "nominal", ["we", "they"]).measure == "nominal"


def test_an_answer_is_said_as_people_read_it(case: Case) -> None:
    found = answers([case.statements, case.codings["second-reader"]["statements"]], "addressee")
    assert found.said("biden;macron") == "Joe Biden, Emmanuel Macron"
    assert found.said("somebody-else") == "somebody-else"
    assert (found.said(4000), found.said(date(2022, 2, 2))) == ("4,000", "2 February 2022")
    assert (found.said(Gap.BLANK), found.said(Gap.NO_ROW)) == ("blank", "no such row")


ORDERED = pd.CategoricalDtype(["low", "high"], ordered=True)
TURNED = pd.CategoricalDtype(["high", "low"], ordered=True)


@pytest.mark.parametrize(
    ("one", "other", "measure", "message"),
    [
        (column("x"), column("x"), "nominl", "'nominl' is no measure. Did you mean 'nominal'?"),
        (column("x"), column("x", index="q"), None, "No row is in two of the codings (the first coder: 'a'; the second coder: 'q')."),
        (column(), column("x"), None, "(the first coder: no row; the second coder: 'a')"),
        (column(1, 2), column("1", "2"), None, "The answers of the first coder are numbers, those of the second coder texts"),
        (column(1, "many"), column(1, 2), "interval", "'many' (the first coder, row b) is not a number and not a day"),
        (column("low"), column("high"), "ordinal", "The words have no order. measure='ordinal' needs one"),
        (column("low").astype(ORDERED), column("mid"), "ordinal", "The order has no 'mid'."),
        (column("low").astype(ORDERED), column("low").astype(TURNED), "ordinal", "Two coders have the words in different orders."),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused_with_the_reason(
    one: pd.Series[Any], other: pd.Series[Any], measure: str | None, message: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        answers([one, other], None, measure)


def test_the_order_of_a_vocabulary_is_that_of_its_file_where_it_is_asked_for() -> None:
    rows = table("statements", {"mode": "possible"}, {"mode": "asserted"})
    rows.attrs = {"case": "", "table": "statements"}
    assert answers([rows, rows], "mode", "ordinal").domain == ("asserted", "possible")
