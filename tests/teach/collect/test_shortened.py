"""Long texts made short: a prompt keeps its question, a text ends behind a sentence or a word."""

from __future__ import annotations

import pytest

from course.questions.spec import lessons
from course.teach.collect.shortened import cut, short


def test_a_long_prompt_is_cut_to_its_question() -> None:
    for each in (question for one in lessons() for question in one.questions):
        asked = short(each.prompt)
        assert asked == " ".join(each.prompt.removesuffix(" Tick all.").split()) or asked.startswith("… ")
        assert len(asked) < 330


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a  b\nc\u202e", "a b c"),
        ("One two. Three four five.", "One two."),
        ("One two three four five six", "One two three …"),
        ("x" * 30, f"{'x' * 18} …"),
    ],
)
def test_a_long_text_is_cut_behind_a_sentence_or_a_word(words: str, said: str) -> None:
    assert cut(words, 20) == said
