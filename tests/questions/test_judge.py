"""Judging: forgiving on form, strict on substance, and never an exception."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import course
from course.content import ContentError
from course.questions.judge import State, judge
from course.questions.spec import Question, find, questions

if TYPE_CHECKING:
    from course.case import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER, NOT_STATED, LIMITS, CHOICE, CHOICES, TABLE = map(find, ["3.1", "3.7", "3.3", "3.5", "3.4", "3.8"])


class Hostile:
    """A value that raises at whatever is asked of it."""

    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        raise RuntimeError

    def __len__(self) -> int:
        raise RuntimeError

    def __getattr__(self, name: str) -> object:
        raise RuntimeError


class Text(str):
    """A text whose own methods never come back."""

    __slots__ = ()

    def strip(self, *_: object) -> str:
        raise RuntimeError

    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    __hash__ = str.__hash__


class Whole(int):
    """A number whose own methods raise."""

    def __float__(self) -> float:
        raise RuntimeError

    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    __hash__ = int.__hash__


class Several(set[str]):
    """A set that says it is short and never ends."""

    def __iter__(self) -> Iterator[str]:
        while True:
            yield "about"


class Liar:
    """A value that does not say what it is."""

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        raise RuntimeError


def state(question: Question, answer: object) -> State:
    return judge(question, answer).state


@pytest.mark.parametrize(
    "answer",
    [4, 4.0, "4", " 4 ", "four", "Four", "“4”", "4.0", np.int64(4), np.float64(4), [4], pd.Series([4]), pd.Index([4]),
     np.array([4]), pd.Series([4], dtype="Int64").iloc[0]],
)  # fmt: skip
def test_a_number_in_many_forms(answer: object) -> None:
    assert state(NUMBER, answer) is State.RIGHT


@pytest.mark.parametrize("answer", [pd.NA, None, "not stated", "<NA>", pd.Series([pd.NA], dtype="Int64"), "unknown"])
def test_that_a_number_is_not_stated(answer: object) -> None:
    assert state(NOT_STATED, answer) is State.RIGHT
    assert state(NUMBER, answer) is State.NOT_YET


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


@pytest.mark.parametrize("question", questions().values(), ids=lambda q: q.id)
@pytest.mark.parametrize("blank", [..., "", "  "])
def test_a_blank_is_not_answered_yet(question: Question, blank: object) -> None:
    assert state(question, blank) is State.BLANK


@pytest.mark.parametrize("question", questions().values(), ids=lambda q: q.id)
def test_a_hostile_value_is_unclear_and_raises_nothing(question: Question) -> None:
    recursive: list[Any] = []
    recursive.append(recursive)
    for value in (Hostile(), [Hostile()], recursive, {"low": Hostile(), "high": 1}, range(10**12), lambda: 1 / 0):
        assert state(question, value) is State.UNCLEAR


def test_a_subclass_is_read_as_what_it_holds() -> None:
    assert state(NUMBER, Whole(4)) is State.RIGHT
    assert state(NUMBER, Text("4")) is State.RIGHT
    assert state(CHOICE, Text("more than 25")) is State.RIGHT
    assert state(CHOICES, Several({"more than", "about"})) is State.RIGHT
    assert state(LIMITS, [Whole(0), Text("4,000")]) is State.RIGHT


@pytest.mark.parametrize("question", questions().values(), ids=lambda q: q.id)
def test_a_value_that_does_not_say_what_it_is_raises_nothing(question: Question) -> None:
    assert state(question, Liar()) is State.UNCLEAR
    assert state(question, [Liar(), Text("x")]) is not State.RIGHT


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


@pytest.mark.parametrize("ends", [(0, float("-inf")), (float("inf"), 4000)])
def test_an_end_in_the_wrong_infinity_is_told(ends: tuple[float, float]) -> None:
    assert "it cannot be" in judge(LIMITS, ends).message


def test_the_id_of_a_question_may_be_a_number() -> None:
    assert course.check(3.1, 4).state is State.RIGHT  # type: ignore[arg-type]
    with pytest.raises(ContentError, match="of the type list"):
        course.check(["3.1"], 4)  # type: ignore[arg-type]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates() | st.binary(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("question", [NUMBER, LIMITS, CHOICE, CHOICES, TABLE], ids=lambda q: q.kind.name)
@given(value=anything)
def test_no_value_raises_and_none_outside_the_accepted_is_right(question: Question, value: object) -> None:
    verdict = judge(question, value)
    assert str(verdict)
    if verdict.state is State.RIGHT:
        kept = [question.kind.keep(accepted.answer, question.parts) for accepted in question.accepted]
        assert verdict.kept in kept


@pytest.mark.parametrize(
    "answer",
    [(0, 4000), [0, 4000], {"low": 0, "high": 4000}, ("0", "4,000"), (0.0, 4000.0), np.array([0, 4000]),
     pd.Series({"low": 0, "high": 4000}), pd.Interval(0, 4000), pd.DataFrame({"low": [0], "high": [4000]})],
)  # fmt: skip
def test_bounds_in_many_forms(answer: object) -> None:
    assert state(LIMITS, answer) is State.RIGHT


def test_the_result_of_adding_up_is_read_as_bounds(case: Case) -> None:
    land_force = case.troops[case.troops["mention"] == "m7"]
    assert state(LIMITS, course.add_up(land_force)) is State.RIGHT
    assert state(LIMITS, course.bounds(land_force)) is State.RIGHT


@pytest.mark.parametrize("open_end", [None, pd.NA, "no limit", float("inf"), "not stated"])
def test_an_open_end_is_read(open_end: object) -> None:
    assert judge(LIMITS, (0, open_end)).understood == "from 0 to no limit"


@pytest.mark.parametrize(
    "answer", [4000, (0,), (0, 1, 2), {0, 4000}, {"low": 0}, "0 to 4000", (0, "many"), (date(2022, 2, 2), 1)]
)
def test_what_is_no_pair_of_ends_is_told(answer: object) -> None:
    assert state(LIMITS, answer) is State.UNCLEAR


def test_ends_in_the_wrong_order_are_told() -> None:
    assert "The low end, 4,000, comes after the high end, 0. Swap them?" in judge(LIMITS, (4000, 0)).message


@pytest.mark.parametrize("answer", ["more than 25", "MORE THAN 25 ", ["more than 25"], "more than 25 times"])
def test_a_choice_by_key_or_text(answer: object) -> None:
    assert state(CHOICE, answer) is State.RIGHT


@pytest.mark.parametrize("answer", ["26", 25, ["25", "33"], {}])
def test_what_is_no_option_is_told(answer: object) -> None:
    assert state(CHOICE, answer) is State.UNCLEAR
    assert "'more than 25'" in judge(CHOICE, answer).message


@pytest.mark.parametrize(
    "answer",
    [["more than", "about"], {"about", "more than"}, ("about 1,000", "more than 1,000"), pd.Series(["about", "more than"]),
     pd.Index(["about", "more than"]), np.array(["about", "more than"]), ["about", "about", "more than"]],
)  # fmt: skip
def test_a_set_of_choices_in_many_forms(answer: object) -> None:
    assert state(CHOICES, answer) is State.RIGHT


def test_one_choice_need_not_stand_in_a_list() -> None:
    assert "But is it the only one?" in judge(CHOICES, "about").message


def test_a_table_in_any_order_and_with_more_columns(case: Case) -> None:
    right = course.bounds(case.troops.dropna(subset="number"))
    assert state(TABLE, right) is State.RIGHT
    assert state(TABLE, right.iloc[::-1]) is State.RIGHT
    assert state(TABLE, right.set_index("mention")) is State.RIGHT
    assert state(TABLE, right.astype({"low": float, "high": float})) is State.RIGHT


def test_a_table_is_told_which_rows_are_off(case: Case) -> None:
    ranges = course.bounds(case.troops)[["mention", "low", "high"]]
    assert "rows m1, m3, m4, m5 and m8 are too many" in judge(TABLE, ranges).message
    assert "row m6 is missing" in judge(TABLE, ranges[ranges["mention"].isin(["m2", "m7", "m9"])]).message
    numbered = ranges[ranges["mention"].isin(["m2", "m6", "m7", "m9"])]
    wrong = numbered.assign(low=7)
    assert "in row m6 look at low (7)" in judge(TABLE, wrong).message
    assert "100,001" not in judge(TABLE, wrong).message, "the right values are not given away"


def test_a_table_that_lacks_a_column_or_is_none_is_told(case: Case) -> None:
    assert "no column 'low' and no column 'high'" in judge(TABLE, case.troops).message
    assert "You gave a number" in judge(TABLE, 4).message
    twice = pd.DataFrame({"mention": ["m2", "m2"], "low": [1, 2], "high": [1, 2]})
    assert "has m2 twice" in judge(TABLE, twice).message
    long = pd.DataFrame({"mention": range(1000), "low": 0, "high": 0})
    assert "1,000 rows" in judge(TABLE, long).message


def test_a_wrong_answer_comes_with_its_paragraphs_and_a_next_step() -> None:
    verdict = judge(NUMBER, 5)
    assert [number for number, _ in verdict.paragraphs] == [4, 12, 16, 17, 19]
    assert 'course.hint("3.1")' in verdict.next_step
    html = verdict._repr_html_()
    assert "✗ not yet" in html
    assert "<summary>Paragraph 12 in our words</summary>" in html


def test_what_a_learner_typed_is_shown_as_text() -> None:
    assert "<script>" not in judge(CHOICE, "<script>alert(1)</script>")._repr_html_()


def test_cells_of_a_table_are_compared_by_what_they_say(case: Case) -> None:
    right = course.bounds(case.troops.dropna(subset="number"))[["mention", "low", "high"]].astype(object)
    for high in (None, float("nan"), float("inf"), "no limit", "not stated", pd.NA):
        right["high"] = [high, "1,000", 4000 + 1e-9, "2999"]
        assert state(TABLE, right) is State.RIGHT
    right["high"] = pd.Series([[1], 1000, 4000, 2999], index=right.index, dtype=object)
    assert "neither a number, nor a text, nor a day" in judge(TABLE, right).message
    right["high"] = [True, 1000, 4000, 2999]
    assert state(TABLE, right) is State.NOT_YET
