"""Every kind, held against thousands of values: forgiving on form, strict on substance, never an exception."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.questions.judge import State, judge
from course.questions.kinds import KINDS
from course.questions.kinds.text import essence
from tests.questions import samples

QUESTIONS = {kind: samples.sample(kind) for kind in KINDS}
DATE, DATES, ORDER, TEXT, NUMBER, BOUNDS = (
    QUESTIONS[kind] for kind in ("date", "dates", "order", "text", "number", "bounds")
)

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.dates()
    | st.datetimes()
    | st.binary(max_size=9)
    | st.decimals()
    | st.fractions()
    | st.complex_numbers()
    | st.sampled_from(
        [pd.NA, pd.NaT, ..., np.nan, np.int64(3), np.datetime64("NaT"), pd.Timestamp("2022-02-02"), len, int]
    )
)
near = st.sampled_from(
    [
        "a",
        "b",
        "c",
        "the call",
        "low",
        "high",
        "start",
        "end",
        "k",
        "n",
        "x",
        "y",
        "z",
        "7",
        "2022-02-02",
        "denies",
        0,
        1,
        2,
        5,
    ]
)
anything = st.recursive(
    scalars | near,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner, inner),
        st.dictionaries(near | st.text(max_size=4), inner, max_size=3),
        st.lists(inner, max_size=4).map(lambda items: pd.Series(items, dtype=object)),
        st.lists(st.integers(0, 9), max_size=4).map(np.array),
        st.lists(near, max_size=4).map(set),
        st.lists(st.fixed_dictionaries({"k": near, "n": near}), max_size=3).map(pd.DataFrame),
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=2_000, deadline=None)
@given(value=anything)
def test_no_value_raises_and_none_outside_the_accepted_is_right(kind: str, value: object) -> None:
    question = QUESTIONS[kind]
    verdict = judge(question, value)
    assert str(verdict)
    assert verdict.to_html()
    [accepted] = question.accepted
    if verdict.state is State.RIGHT:
        assert verdict.kept == question.kind.keep(accepted.answer, question.parts)
        assert verdict.message == "Right."
    if verdict.state in (State.RIGHT, State.NOT_YET):
        again = judge(question, verdict.kept)
        assert (again.state, again.message) == (verdict.state, verdict.message), (
            "what is kept is read as the same answer"
        )


@settings(max_examples=2_000, deadline=None)
@given(
    number=st.integers(-(10**12), 10**12), form=st.sampled_from([str, float, "{:,}".format, np.int64, lambda n: [n]])
)
def test_a_number_is_right_in_every_form_and_only_if_it_is_the_number(number: int, form: Any) -> None:
    assert (judge(NUMBER, form(number)).state is State.RIGHT) == (number == 7)
    assert judge(NUMBER, form(7)).state is State.RIGHT


@settings(max_examples=2_000, deadline=None)
@given(day=st.dates(), form=st.sampled_from([str, datetime.fromisoformat, pd.Timestamp, "{:%d %B %Y}".format]))
def test_a_date_is_right_in_every_form_and_only_if_it_is_the_day(day: date, form: Any) -> None:
    if day.year >= 1700 and day.year < 2200:
        given_day = form(day.isoformat()) if form in (datetime.fromisoformat, pd.Timestamp) else form(day)
        assert (judge(DATE, given_day).state is State.RIGHT) == (day == date(2022, 2, 2))


def permutations_and_more() -> st.SearchStrategy[list[str]]:
    return st.permutations(["a", "b", "c"]) | st.lists(st.sampled_from("abcd"), max_size=4)


@settings(max_examples=2_000, deadline=None)
@given(
    keys=st.lists(st.sampled_from("abc"), max_size=5),
    form=st.sampled_from([list, tuple, set, pd.Series, pd.Index, np.array]),
)
def test_choices_are_right_only_as_the_set_that_is_accepted(keys: list[str], form: Any) -> None:
    assert (judge(QUESTIONS["choices"], form(keys)).state is State.RIGHT) == (set(keys) == {"a", "b"})


@settings(max_examples=2_000, deadline=None)
@given(keys=permutations_and_more())
def test_an_order_is_right_only_as_it_is_accepted(keys: list[str]) -> None:
    assert (judge(ORDER, keys).state is State.RIGHT) == (keys == ["b", "c", "a"])


@settings(max_examples=2_000, deadline=None)
@given(
    said=st.text(max_size=12)
    | st.sampled_from(["the call", "the speech", "the meeting", "a", "b", "c", "B", "The Speech"])
)
def test_a_choice_is_right_only_by_its_key_or_text(said: str) -> None:
    expected = said.strip().strip("\"'“”„«»‘’‚ ").strip().lower() in {"b", "the speech"}  # noqa: RUF001
    assert (judge(QUESTIONS["choice"], said).state is State.RIGHT) <= expected
    if said in {"b", "B", "the speech", "The Speech"}:
        assert judge(QUESTIONS["choice"], said).state is State.RIGHT


@settings(max_examples=2_000, deadline=None)
@given(start=st.dates(date(2022, 1, 28), date(2022, 2, 5)), end=st.dates(date(2022, 1, 28), date(2022, 2, 5)))
def test_a_range_of_days_is_right_only_with_both_ends(start: date, end: date) -> None:
    expected = (start, end) == (date(2022, 1, 31), date(2022, 2, 3))
    assert (judge(DATES, (start, end)).state is State.RIGHT) == expected
    assert (judge(DATES, f"{start}/{end}").state is State.RIGHT) == expected


cells = st.integers(0, 3) | st.sampled_from([1.0, 2.0, 1.5, "1", "two", True, None, date(2022, 2, 2), [1], "x", np.inf])


@settings(max_examples=2_000, deadline=None)
@given(rows=st.dictionaries(st.sampled_from("xyz"), cells, max_size=3))
def test_a_table_is_right_only_with_just_its_rows(rows: dict[str, object]) -> None:
    table = pd.DataFrame({"k": pd.Series([*rows], dtype=object), "n": pd.Series([*rows.values()], dtype=object)})
    says_one = rows.get("x") in (1, "1") and rows.get("x") is not True
    says_two = rows.get("y") in (2, "two")
    assert (judge(QUESTIONS["table"], table).state is State.RIGHT) == (
        rows.keys() == {"x", "y"} and says_one and says_two
    )


@settings(max_examples=2_000, deadline=None)
@given(
    around=st.sampled_from(["{}", " {} ", "“{}”", "{}.", "the {}", "{}!"]),
    said=st.sampled_from(["denies", "DENIES", "denied", "say", "deny"]),
)
def test_a_text_is_right_in_every_form_and_only_if_it_says_the_word(around: str, said: str) -> None:
    assert (judge(TEXT, around.format(said)).state is State.RIGHT) == (said.lower() == "denies")


@settings(max_examples=2_000, deadline=None)
@given(low=st.integers(0, 20), high=st.none() | st.integers(0, 20))
def test_bounds_are_right_only_with_both_ends(low: int, high: int | None) -> None:
    assert (judge(BOUNDS, (low, high)).state is State.RIGHT) == ((low, high) == (5, None))


@pytest.mark.parametrize(
    "answer",
    ["2022-02-02", "2022-2-2", " “2022-02-02” ", "2 February 2022", "2 feb 2022", "Feb 2, 2022", "Wednesday, 2 February 2022",
     "February 2nd, 2022", "2.2.2022", "02/02/2022", date(2022, 2, 2), datetime(2022, 2, 2, 20, 15), pd.Timestamp("2022-02-02"),
     np.datetime64("2022-02-02"), [date(2022, 2, 2)], pd.Series([pd.Timestamp("2022-02-02")]), "2022-02-02T20:15:00"],
)  # fmt: skip
def test_a_date_in_many_forms(answer: object) -> None:
    assert judge(DATE, answer).state is State.RIGHT


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("3/2/2022", "could be mixed up"),
        ("2022-02-30", "not a day of the calendar"),
        ("31 Foo 2022", "not a day of the calendar"),
        ("Wednesday", "I cannot read “Wednesday” as a day"),
        (20220202, "You gave a number"),
        (True, "You gave True or False"),
    ],
)
def test_what_is_no_date_is_told(answer: object, said: str) -> None:
    verdict = judge(DATE, answer)
    assert verdict.state is State.UNCLEAR
    assert said in verdict.message


def test_a_date_that_had_to_be_guessed_is_said() -> None:
    assert judge(DATE, "Feb 3 2022").understood == "3 February 2022. I read “Feb 3 2022” as 3 February 2022."


@pytest.mark.parametrize("blank", [pd.NaT, None, pd.NA, "not stated", np.datetime64("NaT")])
def test_that_a_date_is_not_stated(blank: object) -> None:
    assert judge(DATE, blank).understood.startswith("not stated")


@pytest.mark.parametrize(
    "answer",
    [("2022-01-31", "2022-02-03"), "2022-01-31/2022-02-03", {"start": "2022-01-31", "end": "2022-02-03"},
     [date(2022, 1, 31), "3 February 2022"], pd.Series({"start": "2022-01-31", "end": "2022-02-03"}),
     pd.Interval(pd.Timestamp("2022-01-31"), pd.Timestamp("2022-02-03"))],
)  # fmt: skip
def test_dates_in_many_forms(answer: object) -> None:
    assert judge(DATES, answer).state is State.RIGHT


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (("2022-02-03", "2022-01-31"), "comes after the last day, 31 January 2022. Swap them?"),
        (("2022-02-03", None), "The last day: it is blank."),
        ("2022-02-03", "You gave a text"),
        (("soon", "2022-02-03"), "The first day: I cannot read “soon”"),
        ({"start": "2022-02-03"}, "You gave a dictionary"),
    ],
)
def test_what_is_no_range_of_dates_is_told(answer: object, said: str) -> None:
    verdict = judge(DATES, answer)
    assert verdict.state is State.UNCLEAR
    assert said in verdict.message


@pytest.mark.parametrize(
    "answer",
    [["b", "c", "a"], ("the speech", "The Meeting", "a"), pd.Series(["b", "c", "a"]), np.array(["b", "c", "a"])],
)
def test_an_order_in_many_forms(answer: object) -> None:
    assert judge(ORDER, answer).state is State.RIGHT


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (["b", "c"], "Each item is needed once"),
        (["b", "c", "c"], "Each item is needed once"),
        ({"a", "b", "c"}, "You gave a set"),
        (["b", "c", "d"], "“d” is not among the items"),
        ("b", "You gave a text"),
    ],
)
def test_what_is_no_order_is_told(answer: object, said: str) -> None:
    verdict = judge(ORDER, answer)
    assert verdict.state is State.UNCLEAR
    assert said in verdict.message


@pytest.mark.parametrize("answer", ["denies", "Denies.", " “denies” ", "The denies", ["denies"], "DENIES"])
def test_a_text_in_many_forms(answer: object) -> None:
    assert judge(TEXT, answer).state is State.RIGHT


@pytest.mark.parametrize("answer", ["does not say", "it is not so"])
def test_a_text_is_met_by_a_word_in_it(answer: str) -> None:
    assert judge(TEXT, answer).message == "The second misreading."
    assert judge(TEXT, "nothing").message == "By default."


@pytest.mark.parametrize("answer", [7, "?!", "word " * 100, ["a", "b"]])
def test_what_is_no_short_text_is_told(answer: object) -> None:
    assert judge(TEXT, answer).state is State.UNCLEAR


MISREADINGS: dict[str, tuple[object, object]] = {
    "number": (8, 15),
    "choice": ("a", "c"),
    "choices": (["a", "b", "c"], ["b"]),
    "order": (["a", "b", "c"], ["c", "b", "a"]),
    "bounds": ((5, 9), (6, None)),
    "date": ("2022-02-03", "2021-06-01"),
    "dates": (("2022-01-31", "2022-02-06"), ("2022-02-01", "2022-02-03")),
    "text": ("says", "not"),
    "table": ([{"k": "y", "n": 2}], [{"k": "x", "n": 1}, {"k": "y", "n": 2}, {"k": "z", "n": 3}]),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_misconception_of_each_kind_is_met(kind: str) -> None:
    first, second = (judge(QUESTIONS[kind], answer) for answer in MISREADINGS[kind])
    assert first.message.startswith("The first misreading.")
    assert second.message.startswith("The second misreading.")


GIVEAWAYS = {
    "number": "It is seven.",
    "choice": "Think of the speech.",
    "choices": "It is the call, and the speech.",
    "order": "The speech, the meeting, the call.",
    "bounds": "From 5 to no limit.",
    "date": "On 2 February 2022.",
    "dates": "From 31 January 2022 to 2022-02-03.",
    "text": "The word is “denies”.",
    "table": "The numbers are 1 and 2.",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_hint_that_gives_the_answer_away_is_seen(kind: str) -> None:
    question = QUESTIONS[kind]
    [accepted] = question.accepted
    assert question.kind.gives_away(GIVEAWAYS[kind], accepted.answer, question.parts)
    assert not question.kind.gives_away("Look at paragraph 4 again.", accepted.answer, question.parts)


@pytest.mark.parametrize("given", ["“Further”.", '"further"', "the “further”", " Further! ", "«further»"])
def test_marks_around_a_word_are_no_part_of_it(given: str) -> None:
    assert essence(given) == "further"
