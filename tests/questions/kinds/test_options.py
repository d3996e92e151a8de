"""Options are named by their keys or their texts, whatever the case, the spaces and the quotes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from course.questions.kinds.choice import Choice
from course.questions.kinds.number import Number
from course.questions.kinds.options import options_of

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
        ("a)", "a"),
        ("(A).", "a"),
        ("Ａ", "a"),
        ("the c\N{SOFT HYPHEN}all\N{ZERO WIDTH SPACE}", "a"),
        ("call", None),
        ("", None),
        (1, None),
        (["a"], None),
    ],
)
def test_an_option_is_named_by_its_key_or_its_whole_text(value: object, key: str | None) -> None:
    assert TALKS.key_of(value) == key


YEARS = Choice({"25": "25 times", "0.5": "one half", "03": "(3) times", "over 25": "more than 25"})


@pytest.mark.parametrize(
    ("value", "key"),
    [(25, "25"), (25.0, "25"), ("25.0", "25"), ("twenty-five", "25"), (0.5, "0.5"), ("0,5", "0.5"), (3, "03"), ("3", "03"),
     (True, None), (26, None), ("26", None), (float("nan"), None), ("(3) times", "03"), ("3 times", None)],
)  # fmt: skip
def test_a_key_that_is_a_number_is_named_by_that_number(value: object, key: str | None) -> None:
    assert YEARS.key_of(value) == key


def test_a_text_with_marks_between_is_several_only_where_each_names_an_option() -> None:
    assert YEARS.several("25; 0.5") == ["25", " 0.5"]
    assert YEARS.several("25; 26") is None
    assert YEARS.several("25") is None
    assert Choice({"a": "one, two", "b": "one", "c": "two"}).several("one, two") is None, "it is an option itself"


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
        ({"a": "one", "b": " "}, "^each option must be a text.$"),
        ({"a": "one", "b": 2}, "each option must be a text"),
        ({"a": "one", "A": "two"}, "^two options have the same key or text.$"),
        ({"a": "one", "b": "“One”"}, "two options have the same key or text"),
        ({"a": "one", "b": "A"}, "two options have the same key or text"),
    ],
)
def test_options_that_could_be_mixed_up_are_refused(options: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Choice.from_spec({"options": options})
    same = {"a": "A", "b": "one"}
    assert Choice.from_spec({"options": same}) == Choice(same), "a key may be its own text"


def test_a_span_of_time_or_a_list_names_no_key_that_is_a_number() -> None:
    assert YEARS.key_of(timedelta(days=25)) is None
    assert YEARS.key_of([25]) is None


def test_a_kind_that_has_none_has_no_options() -> None:
    assert options_of(TALKS) == TALKS.options
    assert options_of(Number()) == {}
