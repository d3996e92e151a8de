"""A value of any type is read without running a line of its own code."""

from __future__ import annotations

from collections import OrderedDict
from datetime import timedelta
from decimal import Decimal
from enum import IntEnum
from typing import Any

import numpy as np
import pandas as pd
import pytest

from course.questions.judge import State, judge
from course.questions.kinds.tame import Foreign, tame
from course.questions.spec import Question, find
from tests.questions.hostile import Hostile, Several, Text, Whole

NUMBER, LIMITS, CHOICE, CHOICES = map(find, ["3.1", "3.3", "3.5", "3.4"])


class Rank(IntEnum):
    """A number with a name."""

    FIRST = 1


class Deep(list[object]):
    """A list that does not show what it holds."""

    def copy(self) -> Any:
        raise RuntimeError

    def __iter__(self) -> Any:
        raise RuntimeError


def type_name(value: object) -> str:
    """What a case is called: a value with code of its own cannot be asked."""
    return type(value).__name__


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Text("4"), "4"),
        (Whole(4), 4),
        (Rank.FIRST, 1),
        (Several({"about"}), {"about"}),
        (Deep([1, 2]), [1, 2]),
        (OrderedDict(a=1), {"a": 1}),
        (np.int64(4), 4),
        (np.float64(4.5), 4.5),
        (np.bool_(True), True),  # noqa: FBT003 - what numpy makes of a comparison
        (np.str_("four"), "four"),
        (np.float32(0.7), 0.7),
        (np.float16(0.7), 0.7),
        (np.longdouble(0.5), 0.5),
        (np.clongdouble(1j), 1j),
        (np.bytes_(b"4"), b"4"),
        (np.datetime64("2022-02-02"), pd.Timestamp("2022-02-02")),
        (np.datetime64("2022-02"), pd.Period("2022-02", "M")),
        (np.datetime64(10**17, "Y"), Foreign("a time that no calendar has")),
        (np.timedelta64(4, "D"), pd.Timedelta(days=4)),
        (np.timedelta64(4, "M"), 4),
        ({"a": 1}.keys(), ["a"]),
        ({"a": 1}.values(), [1]),
    ],
    ids=type_name,
)
def test_a_value_of_a_kindred_type_becomes_a_plain_one(value: object, plain: object) -> None:
    tamed = tame(value)
    assert type(tamed) is type(plain)
    assert tamed == plain


@pytest.mark.parametrize(
    "value",
    [
        True,
        None,
        "4",
        Decimal(4),
        [1],
        pd.NA,
        pd.NaT,
        pd.Timestamp("2022-02-02"),
        timedelta(1),
        ...,
        pd.Period("2022-02"),
        pd.Series([1]),
    ],
)
def test_what_is_plain_or_of_pandas_stays_the_very_same(value: object) -> None:
    assert tame(value) is value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (len, "a function; call it with () to get its value"),
        (np.mean, "a function; call it with () to get its value"),
        (pd.Series([4]).sum, "a function; call it with () to get its value"),
        (int, "a function; call it with () to get its value"),
        (object(), "a thing of the type object"),
        (range(3), "a thing of the type range"),
        (Hostile(), "a thing of the type Hostile"),
        (type("N" * 99, (), {})(), "a thing of the type " + "N" * 60),
    ],
    ids=type_name,
)
def test_any_other_is_only_told_by_its_type(value: object, words: str) -> None:
    assert tame(value) == Foreign(words)


def state_of(question: Question, answer: object) -> State:
    return judge(question, answer).state


def test_a_subclass_is_judged_by_what_it_holds() -> None:
    assert state_of(NUMBER, Whole(4)) is State.RIGHT
    assert state_of(NUMBER, Text("4")) is State.RIGHT
    assert state_of(CHOICE, Text("more than 25")) is State.RIGHT
    assert state_of(CHOICES, Several({"more than", "about"})) is State.RIGHT
    assert state_of(LIMITS, [Whole(0), Text("4,000")]) is State.RIGHT
