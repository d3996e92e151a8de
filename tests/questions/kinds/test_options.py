"""Options are named by their keys or their texts, whatever the case, the spaces and the quotes."""

from __future__ import annotations

from typing import Any

import pytest

from course.questions.kinds.choice import Choice

TALKS = Choice({"a": "The call", "B": "The  speech", "none of both": "Neither “A” nor B"})


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("a", "a"),
        (" A ", "a"),
        ("b", "B"),
        ("the CALL", "a"),
        ("“The speech”", "B"),
        ("NONE of both", "none of both"),
        ('neither "a" nor b', "none of both"),
        ("call", None),
        ("", None),
        (1, None),
        (["a"], None),
    ],
)
def test_an_option_is_named_by_its_key_or_its_whole_text(value: object, key: str | None) -> None:
    assert TALKS.key_of(value) == key


def test_several_are_named_one_by_one_and_the_first_that_is_none_is_told() -> None:
    assert TALKS.keys_of(["the speech", "a", "B"], "items") == ["B", "a", "B"]
    assert TALKS.keys_of([], "items") == []
    assert TALKS.keys_of(["a", "zz", "yy"], "items") == "“zz” is not among the items: 'a', 'B', 'none of both'."
    assert TALKS.keys_of([4], "items") == "a number is not among the items: 'a', 'B', 'none of both'."


def test_their_texts_are_offered_and_said_as_they_are_written() -> None:
    assert TALKS.offered == ("The call", "The  speech", "Neither “A” nor B")
    assert TALKS.texts(["B"]) == "“The  speech”"
    assert TALKS.texts(["B", "a"]) == "“The  speech” and “The call”"


def test_a_hint_says_an_option_where_its_text_stands_in_it() -> None:
    hint = "Before the Speech came THE CALL."
    assert hint[TALKS.place_in(hint, "B") :].startswith("the Speech")
    assert hint[TALKS.place_in(hint, "a") :] == "THE CALL."
    assert TALKS.place_in("Who was on the phone?", "a") == -1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"a": "one"}, "at least 2 keys"),
        (["one", "two"], "at least 2 keys"),
        ({"a": "one", "b": " "}, "each option must be a text"),
        ({"a": "one", "b": 2}, "each option must be a text"),
        ({"a": "one", "A": "two"}, "two options have the same key or text"),
        ({"a": "one", "b": "“One”"}, "two options have the same key or text"),
        ({"a": "one", "b": "A"}, "two options have the same key or text"),
    ],
)
def test_options_that_could_be_mixed_up_are_refused(options: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Choice.from_spec({"options": options})
    same = {"a": "A", "b": "one"}
    assert Choice.from_spec({"options": same}) == Choice(same), "a key may be its own text"
