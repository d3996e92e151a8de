"""A number is read in many forms, and what is none is told."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.questions.judge import State, judge
from course.questions.kinds.base import Read
from course.questions.kinds.number import Number, alike, read_number
from course.questions.spec import find
from tests.questions.samples import sample, share
from tests.questions.wraps import NUMBERS, WHOLES

if TYPE_CHECKING:
    from course.case import Case

NUMBER, NOT_STATED, SEVEN = find("3.1"), find("3.7"), sample("number")
SHARE, RATIO = share(), find("6.1")


@pytest.mark.parametrize(
    "answer",
    [4, 4.0, "4", " 4 ", "four", "Four", "“4”", "4.0", np.int64(4), np.float64(4), [4], pd.Series([4]), pd.Index([4]),
     np.array([4]), pd.Series([4], dtype="Int64").iloc[0]],
)  # fmt: skip
def test_a_number_in_many_forms(answer: object) -> None:
    assert judge(NUMBER, answer).state is State.RIGHT


@pytest.mark.parametrize(
    "answer", [pd.NA, [None], np.ma.masked, "not stated", "<NA>", pd.Series([pd.NA], dtype="Int64"), "unknown"]
)
def test_that_a_number_is_not_stated(answer: object) -> None:
    assert judge(NOT_STATED, answer).state is State.RIGHT
    assert judge(NUMBER, answer).state is State.NOT_YET


@pytest.mark.parametrize("said", ["1500", "1,500", "1 500", "1\N{NO-BREAK SPACE}500", "1500.0"])
def test_thousands_are_read(said: str) -> None:
    verdict = judge(NOT_STATED, said)
    assert verdict.understood.startswith("1,500")
    assert "two equal parts" in verdict.message


@pytest.mark.parametrize(
    "answer", [True, "some", "4 or 5", [4, 5], {"a": 4}, float("nan"), float("inf"), 10**400, "9" * 9999, len, object()]
)
def test_what_is_no_number_is_told_in_a_sentence(answer: object) -> None:
    verdict = judge(NUMBER, answer)
    assert verdict.state is State.UNCLEAR
    assert verdict.message.endswith(".")
    assert len(verdict.message) < 200


def test_a_whole_table_for_a_number_is_told(case: Case) -> None:
    assert "You gave a whole table" in judge(NUMBER, case.troops).message


@pytest.mark.parametrize("said", ["\N{MINUS SIGN}4", "-4"])
def test_a_minus_in_either_form(said: str) -> None:
    assert judge(NUMBER, said).understood.startswith("-4")


@pytest.mark.parametrize(
    ("said", "number"), [("4.", "4"), ("twenty-one", "21"), ("Thirty", "30"), ("100'000", "100,000")]
)
def test_more_ways_to_write_a_number(said: str, number: str) -> None:
    assert judge(NUMBER, said).understood.startswith(number)


def test_a_point_between_thousands_is_asked_about() -> None:
    verdict = judge(NUMBER, "100.000")
    assert verdict.state is State.UNCLEAR
    assert "could be 100,000 or a number with three decimals" in verdict.message


@settings(max_examples=2_000, deadline=None)
@given(
    number=st.integers(-(10**12), 10**12), form=st.sampled_from([str, float, "{:,}".format, np.int64, lambda n: [n]])
)
def test_a_number_is_right_in_every_form_and_only_if_it_is_the_number(number: int, form: Any) -> None:
    assert (judge(SEVEN, form(number)).state is State.RIGHT) == (number == 7)
    assert judge(SEVEN, form(7)).state is State.RIGHT


@pytest.mark.parametrize("wrap", WHOLES.values(), ids=WHOLES)
@settings(max_examples=30, deadline=None)
@given(number=st.integers(0, 99))
def test_a_number_in_whatever_holds_one_is_that_number(wrap: Any, number: int) -> None:
    assert (judge(SEVEN, wrap([number])).state is State.RIGHT) == (number == 7)
    assert judge(SEVEN, wrap([7])).state is State.RIGHT


@pytest.mark.parametrize("wrap", WHOLES.values(), ids=WHOLES)
def test_several_numbers_are_told_as_what_holds_them(wrap: Any) -> None:
    assert re.match(r"You gave (a|an|a whole) \w+ of 2 values\.", judge(SEVEN, wrap([7, 8])).message)


@pytest.mark.parametrize("scalar", NUMBERS.values(), ids=NUMBERS)
def test_every_scalar_of_numpy_is_a_number(scalar: Any) -> None:
    assert judge(SEVEN, scalar(7)).state is State.RIGHT
    assert judge(SEVEN, scalar(8)).message == "The first misreading."


@pytest.mark.parametrize(
    "span",
    [timedelta(days=7), pd.Timedelta(days=7), np.timedelta64(7, "D"), np.timedelta64(168, "h"), [timedelta(days=7)]],
)
def test_a_span_of_time_is_counted_in_days(span: object) -> None:
    assert judge(SEVEN, span).understood == "7. I counted the span of time in days."


@pytest.mark.parametrize(
    "answer",
    ["0,7", "0.7", ".7", "0,70", "0.700", "7e-1", "7/10", "7 / 10", "7⁄10", "14∕20", "7 out of 10", "seven out of ten", "7 of 10",
     "7 of the 10", "7 in 10", "70 %", "70%", "70pct", "70\N{NARROW NO-BREAK SPACE}%", "70,0 %", "70 per cent", "70 percent",
     "seventy per cent", "７０％", "70", "0.7.", "０．７", "٠٫٧", Fraction(7, 10), Decimal("0.7"), 0.1 + 0.2 + 0.4, 7 * 0.1,
     np.float16(0.7), np.float32(0.7), float(np.float32(0.7)), np.float32(7) / np.float32(10), pd.array([0.7], dtype="Float32"),
     pd.Series([True] * 7 + [False] * 3).astype("float32").mean(), 0.3 + 0.4 + 1e-8],
)  # fmt: skip
def test_a_share_in_every_honest_form(answer: object) -> None:
    verdict = judge(SHARE, answer)
    assert verdict.state is State.RIGHT
    assert verdict.understood.startswith("70" if isinstance(answer, str) and answer == "70" else "0.7")


def test_a_share_that_had_to_be_read_is_said() -> None:
    assert judge(SHARE, "7 out of 10").understood == "0.7. I read “7 out of 10” as 0.7."
    assert "Those that differ." in judge(SHARE, "30 %").message
    assert "Of all." in judge(SHARE, "7/18").message


@pytest.mark.parametrize("answer", [0.701, 0.7001, "0,71", "7/11", "7 %", "0.7 %", "70 of 10", "1/7"])
def test_another_share_is_another_answer(answer: object) -> None:
    assert judge(SHARE, answer).state is State.NOT_YET


@pytest.mark.parametrize(
    "said", ["7/0", "0/0", "a/b", "7/", "%", "some of them", "1½", "10⁵", "1.2.3", "7 of 10 of 20"]
)
def test_what_is_no_share_is_told_with_the_forms_that_are_read(said: str) -> None:
    verdict = judge(SHARE, said)
    assert verdict.state is State.UNCLEAR
    assert verdict.message.endswith("Give one number, such as 0.25, 25 % or 1/4.")


@settings(max_examples=1_000, deadline=None)
@given(
    part=st.integers(0, 40),
    whole=st.integers(1, 40),
    form=st.sampled_from(["{}/{}", "{} of {}", "{} out of {}", "{} ∕ {}"]),
)
def test_a_part_is_right_in_every_form_and_only_if_it_is_the_share(part: int, whole: int, form: str) -> None:
    assert (judge(SHARE, form.format(part, whole)).state is State.RIGHT) == (part * 10 in (whole * 7, whole * 700))


@settings(max_examples=1_000, deadline=None)
@given(number=st.floats(-1e9, 1e9).map(lambda number: round(number, 4)), form=st.sampled_from(["{}", "{:,}", "swap"]))
def test_decimals_are_read_with_a_point_and_with_a_comma(number: float, form: str) -> None:
    said = f"{number:,.4f}".translate(str.maketrans(",.", ".,")) if form == "swap" else form.format(number)
    read = read_number(said)
    assert isinstance(read, Read) or re.fullmatch(r"-?\d{1,3}\.\d{3}", said)
    if isinstance(read, Read):
        assert read.answer == pytest.approx(number)


@pytest.mark.parametrize("said", ["1,33", "1.33", "4/3", "1,333333", "1.333", "133 %", "133,3%"])
def test_a_ratio_may_be_a_decimal_or_a_fraction(said: str) -> None:
    verdict = judge(RATIO, said)
    assert "4,000" in verdict.message or "numbers" in verdict.message
    assert verdict.understood.startswith("1.33")


def test_a_comma_that_could_be_either_is_asked_about_where_decimals_can_be() -> None:
    assert "could be 1,333 or a number with three decimals" in judge(RATIO, "1,333").message
    assert judge(NUMBER, "1,500").understood.startswith("1,500")


@pytest.mark.parametrize("said", ["4 out of 9", "4/9", "44 %", "4 of the 9"])
def test_a_share_where_a_count_is_asked_is_told(said: str) -> None:
    verdict = judge(NUMBER, said)
    assert verdict.state is State.UNCLEAR
    assert "says a part of a whole, and that is not asked for. Give one number, such as 7 or 2500." in verdict.message


@pytest.mark.parametrize(
    "answer",
    [
        4.0000000001,
        np.float32(4.0000005),
        "４",
        "\ufeff4",
        "4\N{ZERO WIDTH SPACE}",
        "fo\N{SOFT HYPHEN}ur",
        "ＦＯＵＲ",
        "٤",
    ],
)
def test_a_count_in_other_signs_and_from_floats(answer: object) -> None:
    assert judge(NUMBER, answer).state is State.RIGHT


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(0.7, 0.7000001, True), (0.7, 0.70001, False), (100_000.0, 100_001.0, False), (4.0, 4, True), (1.0, True, False),
     (True, True, True), ("x", "x", True), ("not stated", 0.0, False), (0.0, 1e-12, True), (1e9 + 1, 1e9, False)],
)  # fmt: skip
def test_counts_are_alike_only_exactly_and_others_nearly(one: object, other: object, same: bool) -> None:  # noqa: FBT001
    assert alike(one, other) is same


@pytest.mark.parametrize(
    ("said", "number"),
    [("1 500,5", 1500.5), ("1.500,5", 1500.5), ("1,500.5", 1500.5), ("1.500.000", 1_500_000), ("4k", 4000), ("four thousand", 4000),
     ("twenty-one", 21), ("twenty‑one", 21), ("100 thousand", 100_000), ("−4", -4), ("+4", 4), ("1\u2009500", 1500), ("1e3", 1000)],
)  # fmt: skip
def test_more_numbers_are_read(said: str, number: float) -> None:
    read = read_number(said)
    assert isinstance(read, Read)
    assert read.answer == number


def test_what_cannot_be_read_is_shown_from_its_beginning_and_nothing_is_called_so() -> None:
    kind = sample("number").kind
    assert kind.read("") == "I cannot read an empty text as a number. Give one number, such as 7 or 2500."
    assert kind.read("x" * 50) == f"I cannot read “{'x' * 40}” as a number. Give one number, such as 7 or 2500."


def test_only_what_had_to_be_guessed_has_a_note() -> None:
    assert read_number("4") == read_number(4) == read_number(4.0) == Read(4.0)
    assert read_number("four") == Read(4.0, "I read “four” as 4.")
    assert read_number([4]) == Read(4.0, "I took the one value in a list.")
    said = "“1.500” could be 1,500 or a number with three decimals. Write it without the point."
    assert read_number("1.500") == said


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("not stated", "not stated", True),
        ("not stated", "unknown", False),
        (1.0, 1, True),
        (True, True, True),
        (True, False, False),
        (True, 1, False),
        (1, True, False),
        (date(2022, 2, 2), date(2022, 2, 3), False),
    ],
)
def test_values_of_one_type_are_alike_only_where_they_are_the_same(one: object, other: object, *, same: bool) -> None:
    assert alike(one, other) is same


@pytest.mark.parametrize(
    ("accepted", "foreseen", "shares"),
    [
        ([{"answer": 7}], [{"answer": 8.0}, {"between": [10, 20]}], False),
        ([{"answer": 0.7}], [{"answer": 8}], True),
        ([{"answer": 7}], [{"between": [0.1, 0.2]}], True),
        ([{"answer": "not stated"}], [{"answer": 8}], False),
    ],
)
def test_a_number_can_be_a_share_where_one_that_the_spec_names_is_no_count(
    accepted: list[dict[str, object]], foreseen: list[dict[str, object]], *, shares: bool
) -> None:
    assert Number.from_spec({"accepted": accepted, "misconception": foreseen}).shares is shares
