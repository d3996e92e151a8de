"""What a value is and holds, in plain words."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from course.questions.kinds.value import MOST_ITEMS, items, says_word, shown, unwrapped


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
