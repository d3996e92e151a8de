"""What a value is and holds, in plain words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.questions.kinds.tame import tame
from course.questions.kinds.value import MOST_ITEMS, clean, items, says_word, shown, unwrapped, what_it_is
from tests.questions.wraps import WHOLES


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("It is 4.", "4", True),
        ("It is 4,000.", "4", False),
        ("It is 14.", "4", False),
        ("Four of them", "four", True),
        ("fourteen", "four", False),
    ],
)
def test_a_word_is_said_only_as_a_whole(text: str, word: str, said: bool) -> None:  # noqa: FBT001 - a table of cases
    assert says_word(text, word) is said


def test_what_holds_one_thing_stands_for_it() -> None:
    assert unwrapped([4]) == unwrapped(pd.Series([4])) == unwrapped(np.array(4)) == unwrapped({4}) == 4
    assert unwrapped([4, 5]) == [4, 5]


def test_only_so_many_items_are_looked_at_and_a_grid_has_none() -> None:
    assert len(items(list(range(10**6))) or []) == MOST_ITEMS
    assert items(np.zeros((2, 2))) is None
    assert items("ab") is None


def test_a_long_text_is_shown_by_its_beginning() -> None:
    assert shown("x" * 100) == f"“{'x' * 60}”"
    assert shown(4) == "a number"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("fur\N{SOFT HYPHEN}ther", "further"),
        ("\ufefffur\u200bther\u2060\u200e", "further"),
        ("ｆｕｒｔｈｅｒ", "further"),
        ("cafe\u0301", "café"),
        ("ﬁrst", "first"),
        ("a\N{NO-BREAK SPACE}\u2009\u3000b", "a b"),
        ("a – b — c ‑ d − e", "a - b - c - d - e"),
        ("‹“it’s”›", "it's"),
        ("½ and 1½", "1⁄2 and 1 1⁄2"),
        ("10⁵", "10⁵"),
        ("a\x00b\x07", "ab"),
        ("✓\ufe0f", "✓"),
        ("' 'a\"", "a"),
        (" 'X' ", "X"),
    ],
)
def test_a_text_has_one_form_of_each_sign(text: str, plain: str) -> None:
    assert clean(text) == plain


@given(st.text(max_size=50))
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("wrap", WHOLES.values(), ids=WHOLES)
def test_whatever_holds_values_gives_them_in_their_order(wrap: Any) -> None:
    assert items(tame(wrap([3, 1, 2]))) == [3, 1, 2]
    assert len(items(tame(wrap(list(range(100)) * 5))) or []) in {MOST_ITEMS, 100}
    assert unwrapped([tame(wrap([4]))]) == 4


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, "None"), (pd.NA, "a blank"), (pd.NaT, "a blank"), (b"4", "bytes"), (timedelta(1), "a span of time"),
     (pd.Timedelta(1), "a span of time"), (pd.Period("2022"), "a period of time"), (pd.Interval(1, 2), "an interval"),
     (pd.array([1]), "an array"), (pd.Categorical(["a"]), "an array"), (pd.Timestamp(0), "a date")],
)  # fmt: skip
def test_what_pandas_has_is_said_in_plain_words(value: object, words: str) -> None:
    assert what_it_is(value) == words


def test_dots_and_what_nobody_knows_are_said_too() -> None:
    assert what_it_is(...) == "three dots, which mean that an answer is to come"
    assert what_it_is(object()) == "a thing of the type object"
