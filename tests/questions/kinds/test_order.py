"""An order is right place by place."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.questions.judge import State, judge
from tests.questions.samples import sample

ORDER = sample("order")


def permutations_and_more() -> st.SearchStrategy[list[str]]:
    return st.permutations(["a", "b", "c"]) | st.lists(st.sampled_from("abcd"), max_size=4)


@settings(max_examples=2_000, deadline=None)
@given(keys=permutations_and_more())
def test_an_order_is_right_only_as_it_is_accepted(keys: list[str]) -> None:
    assert (judge(ORDER, keys).state is State.RIGHT) == (keys == ["b", "c", "a"])


@pytest.mark.parametrize(
    "answer",
    [
        ["b", "c", "a"],
        ("the speech", "The Meeting", "a"),
        pd.Series(["b", "c", "a"]),
        np.array(["b", "c", "a"]),
        "b, c, a",
        "B > C > A",
        pd.Categorical(["b", "c", "a"]),
    ],
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


def test_items_that_nobody_moved_stand_in_an_order_too() -> None:
    assert ORDER.kind.given({"answer": None}) == ["a", "b", "c"]
    assert ORDER.kind.given({"answer": ["b", "c", "a"]}) == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ({"before": ["a"]}, "'before' needs two keys: the one that is too early, and the other."),
        ({"before": ["a", "a"]}, "'before' needs two keys: the one that is too early, and the other."),
        ({"before": "a"}, "'before' needs a list of keys."),
        ({"first": "d"}, "'first': 'd' is not a key. Valid are: 'a', 'b', 'c'."),
        ({"last": "d"}, "'last': 'd' is not a key. Valid are: 'a', 'b', 'c'."),
    ],
)
def test_a_condition_that_no_order_can_meet_is_refused_whole(condition: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match="key") as told:
        ORDER.kind.check_condition(condition)
    assert str(told.value) == said
