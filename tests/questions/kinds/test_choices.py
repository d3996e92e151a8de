"""Several options are chosen as a set."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.questions.judge import State, judge
from course.questions.spec import find
from tests.questions.samples import sample
from tests.questions.wraps import TEXTS, WHOLES

CHOICES, LETTERS = find("3.4"), sample("choices")


@pytest.mark.parametrize(
    "answer",
    [["more than", "about"], {"about", "more than"}, ("about 1,000", "more than 1,000"), pd.Series(["about", "more than"]),
     pd.Index(["about", "more than"]), np.array(["about", "more than"]), ["about", "about", "more than"]],
)  # fmt: skip
def test_a_set_of_choices_in_many_forms(answer: object) -> None:
    assert judge(CHOICES, answer).state is State.RIGHT


def test_one_choice_need_not_stand_in_a_list() -> None:
    assert "But is it the only one?" in judge(CHOICES, "about").message


@pytest.mark.parametrize("wrap", TEXTS.values(), ids=TEXTS)
@settings(max_examples=20, deadline=None)
@given(keys=st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True))
def test_options_in_whatever_holds_them_are_that_set(wrap: Any, keys: list[str]) -> None:
    assert (judge(LETTERS, wrap(keys)).state is State.RIGHT) == (set(keys) == {"a", "b"})


@pytest.mark.parametrize("text", ["a, b", "b;a", "A) , B)", "the call, the speech", "a\nb", "ａ,ｂ"])
def test_options_in_one_text(text: str) -> None:
    assert judge(LETTERS, text).state is State.RIGHT


@pytest.mark.parametrize("wrap", WHOLES.values(), ids=WHOLES)
def test_keys_that_are_numbers_may_be_given_as_numbers(wrap: Any) -> None:
    paragraphs = find("1.5")
    right = sorted(int(key) for key in paragraphs.accepted[0].answer)
    assert judge(paragraphs, wrap(right)).state is State.RIGHT
    assert judge(paragraphs, wrap(right[1:])).state is State.NOT_YET
    assert judge(paragraphs, 2).understood == "“¶2: swift and severe economic costs”"
    assert "is not among the options" in judge(paragraphs, [2, 77]).message


@settings(max_examples=2_000, deadline=None)
@given(
    keys=st.lists(st.sampled_from("abc"), max_size=5),
    form=st.sampled_from([list, tuple, set, pd.Series, pd.Index, np.array]),
)
def test_choices_are_right_only_as_the_set_that_is_accepted(keys: list[str], form: Any) -> None:
    assert (judge(LETTERS, form(keys)).state is State.RIGHT) == (set(keys) == {"a", "b"})


@pytest.mark.parametrize("name", ["contains", "lacks", "answer"])
def test_a_condition_names_options_that_are_there(name: str) -> None:
    kind = sample("choices").kind
    kind.check_condition({name: ["a", "c"]})
    with pytest.raises(ValueError, match=f"^'{name}': 'd' is not a key. Valid are: 'a', 'b', 'c'.$"):
        kind.check_condition({name: ["a", "d"]})
