"""The key to the questions: answers in words, and foreseen wrong answers by what one sees of them."""

from __future__ import annotations

import pytest

from course.teach.answers import key
from tests.questions.samples import KINDS, sample

WRONG = {
    "number": ["8", "from 10 to 20"],
    "choice": ["“the call”", "“the meeting”"],
    "choices": ["with “the meeting”", "without “the call”"],
    "order": ["“the call” first", "“the meeting” before “the speech”"],
    "bounds": ["at most 9", "at least 6"],
    "date": ["3 February 2022", "from 1 January 2021 to 31 December 2021"],
    "dates": ["last day 6 February 2022", "first day 1 February 2022"],
    "text": ["“says”", "an answer that says “not”"],
    "table": ["without row x", "with row z"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_key_says_foreseen_wrong_answers_in_words(kind: str) -> None:
    made = key(sample(kind))
    assert [answer.words for answer in made.wrong] == WRONG[kind]
    assert [answer.said for answer in made.wrong] == ["The first misreading.", "The second misreading."]
    named = ["A number without its small words", "A part that is there is not found"]
    assert [answer.misreading for answer in made.wrong] == named
    assert [answer.misreading for answer in made.right] == [""] * len(made.right)
    assert made.right[0].said == "Right."


def test_the_key_to_a_table_shows_its_rows() -> None:
    assert key(sample("table")).right[0].table == (("k", "n"), ("x", "1"), ("y", "2"))
