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


@settings(max_examples=2_000, deadline=None)
@given(
    keys=st.lists(st.sampled_from("abc"), max_size=5),
    form=st.sampled_from([list, tuple, set, pd.Series, pd.Index, np.array]),
)
def test_choices_are_right_only_as_the_set_that_is_accepted(keys: list[str], form: Any) -> None:
    assert (judge(LETTERS, form(keys)).state is State.RIGHT) == (set(keys) == {"a", "b"})
