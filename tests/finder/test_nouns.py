"""What a number counts, and the six words that hold it."""

from __future__ import annotations

import pytest

from course.finder.nouns import noun_after, wording


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("20 heavily armed troops in the town", "troops"),
        ("20 people died", "people"),
        ("20 police officers", "officers"),
        ("20 injured", "injured"),
        ("20 dead and", "dead"),
        ("20-seat bus", "seat"),
        ("20-strong team", ""),
        ("20 of the town's houses", ""),
        ("20 town's small houses", "houses"),
        ("20 country coordinating land", "country"),
        ("20 heavily armed man", "man"),
        ("20, it says", ""),
        ("20 of the boats", ""),
        ("20 were hurt", ""),
        ("20", ""),
    ],
)
def test_what_is_counted_is_in_the_words_after_a_number(text: str, noun: str) -> None:
    said, end = noun_after(text, 2)
    assert said == noun
    assert text[:end].endswith(noun or "20")


def test_behind_a_share_or_a_size_an_of_comes_first() -> None:
    assert noun_after("12% of all voters stayed", 3, of=True) == ("voters", 17)
    assert noun_after("dozens of homes", 6, of=True) == ("homes", 15)


def test_a_wording_has_six_words_at_most_and_the_number_in_it() -> None:
    text = "at least 20 very old and very small houses"
    assert wording(text, 0, len(text), 11) == "at least 20 very old and"
    assert wording(text, 0, 11, 11) == "at least 20"
    long = "between twenty million and more than thirty million"
    assert wording(long, 0, len(long), len(long)) == "million and more than thirty million"
