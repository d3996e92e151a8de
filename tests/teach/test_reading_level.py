"""How hard a text is to read: its words as a reader counts them, and LIX."""

from __future__ import annotations

import pytest

from course.teach.reading_level import lix, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nearly 3,000 soldiers, it's said.", ["Nearly", "3,000", "soldiers", "it's", "said"]),
        ("Look at case.troops and ¶17: twenty-one.", ["Look", "at", "case.troops", "and", "17", "twenty-one"]),
        ("", []),
    ],
)
def test_words_are_counted_as_a_reader_would(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_lix_is_the_length_of_sentences_and_the_share_of_long_words() -> None:
    assert lix(["One two three four. Mention it: soldiers move on!"]) == pytest.approx(9 / 3 + 100 * 2 / 9)
    assert lix(["One two", "three four"]) == 2.0, "a paragraph ends a sentence"
    assert lix([]) == 0.0


def test_a_number_with_a_point_does_not_end_a_sentence() -> None:
    assert lix(["It was 3.5 of them."]) == 5.0


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One two? Three four!", 2),
        ("One two: three four", 2),
        ("One two… three four", 1),
        ("“One two.” Three four.", 2),
        ("One two. . . Three four", 2),
        ("One, two; three - four", 1),
    ],
)
def test_a_sentence_ends_at_a_mark_before_a_space_or_a_quote(text: str, sentences: int) -> None:
    assert lix([text]) == 4 / sentences


def test_a_word_of_seven_letters_is_long() -> None:
    assert lix(["Pencil"]) == 1.0
    assert lix(["Pencils"]) == 101.0
    assert lix(["...", "—", ""]) == 0.0
