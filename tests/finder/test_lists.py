"""The word lists of the finder are as the finder needs them."""

from __future__ import annotations

import re

from course.finder.lists import any_of, rows, units, words


def test_no_unit_is_written_as_another() -> None:
    for side in ("before", "after"):
        written = [word.lower() for each in units() for word in getattr(each, side)]
        assert len(written) == len(set(written)), side
    assert {each.kind for each in units()} == {"money", "share", "fraction", "measure"}


def test_each_role_has_words_in_small_letters() -> None:
    for row in rows("words"):
        assert row["meaning"].endswith(".")
        assert all(word == word.lower() for word in words(row["role"])), row["role"]


def test_the_longest_word_is_tried_first() -> None:
    assert re.match(any_of(["a", "a b", "a.c"]), "a b c") is not None
    assert any_of(["a", "a b", "a.c"]) == r"a\ b|a\.c|a"
