"""A choice is made by the key or the text of an option."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.questions.judge import State, judge
from course.questions.spec import find
from tests.questions.samples import sample

CHOICE, LETTERS = find("3.5"), sample("choice")


@pytest.mark.parametrize("answer", ["more than 25", "MORE THAN 25 ", ["more than 25"], "more than 25 times as large"])
def test_a_choice_by_key_or_text(answer: object) -> None:
    assert judge(CHOICE, answer).state is State.RIGHT


@pytest.mark.parametrize("answer", ["26", 26, True, ["25", "33"], {}])
def test_what_is_no_option_is_told(answer: object) -> None:
    assert judge(CHOICE, answer).state is State.UNCLEAR
    assert "'more than 25'" in judge(CHOICE, answer).message


@settings(max_examples=2_000, deadline=None)
@given(
    said=st.text(max_size=12)
    | st.sampled_from(["the call", "the speech", "the meeting", "a", "b", "c", "B", "The Speech"])
)
def test_a_choice_is_right_only_by_its_key_or_text(said: str) -> None:
    letters = [sign for sign in unicodedata.normalize("NFKC", said).casefold() if sign.isalnum()]
    expected = "".join(letters) in {"b", "thespeech"}
    assert (judge(LETTERS, said).state is State.RIGHT) <= expected
    if said in {"b", "B", "the speech", "The Speech"}:
        assert judge(LETTERS, said).state is State.RIGHT
