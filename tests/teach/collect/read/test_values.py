"""Plain data is bounded and fit to be kept."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.teach.collect.read.values import DEEP, ENDS, Loaded, TooLarge, plain

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(JSON)
def test_what_is_kept_can_be_written_by_every_program(value: Any) -> None:
    made = plain(value)
    json.dumps(made, ensure_ascii=False, allow_nan=False).encode("utf-8")
    assert plain(made) == made


@pytest.mark.parametrize(
    "value", [4, "more than 25", "information", ["a", "b"], {"low": 1, "high": None}, [{"a": "é"}] * 30, -0.5, True]
)
def test_an_answer_stays_as_it_is(value: Any) -> None:
    assert plain(value) == value
    assert type(plain(value)) is type(value)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("a\0b", "a\ufffdb"),
        ("\ud83d", "\ufffd"),
        (float("inf"), "inf"),
        ([float("nan"), "a\b"], ["nan", "a\ufffd"]),
        ({"\x1b": 1}, {"\ufffd": 1}),
    ],
)
def test_what_cannot_be_kept_is_marked(value: Any, kept: Any) -> None:
    assert plain(value) == kept


def test_large_and_deep_values_are_refused() -> None:
    deep: Any = 1
    for _ in range(30):
        deep = [deep]
    for value in ("x" * 10_001, [1] * 10_000, deep, {"x" * 10_001: 1}, ["é" * 9_000, "é" * 9_000]):
        with pytest.raises(TooLarge):
            plain(value)


def test_numbers_beyond_all_measure_are_texts() -> None:
    assert Loaded("[" + "1" * 5000 + ", 1e999, NaN, 12]").content == ["1" * 40 + "…", "1e999", "NaN", 12]


def test_a_long_number_that_python_reads_is_one() -> None:
    assert Loaded("1" * 50).content == int("1" * 50)


def test_a_key_that_is_named_twice_is_told() -> None:
    assert Loaded('[{"a": 1, "a": 2}]').doubled
    assert not Loaded('[{"a": 1}, {"a": 2}]').doubled


@pytest.mark.parametrize(
    ("text", "reason"),
    [('{"a": ', ENDS), ('{"a": "b', ENDS), ('{"a" 1}', "line 1, column 6"), ("[" * 100_000, DEEP)],
)
def test_what_is_no_json_is_told(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason[:20]):
        Loaded(text)
