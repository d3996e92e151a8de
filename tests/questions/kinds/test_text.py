"""A text of a word or a few: its form does not count."""

from __future__ import annotations

import unicodedata

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.questions.judge import State, judge
from course.questions.kinds.text import essence
from course.questions.spec import find
from tests.questions.samples import sample

TEXT = sample("text")


@settings(max_examples=2_000, deadline=None)
@given(
    around=st.sampled_from(["{}", " {} ", "“{}”", "{}.", "the {}", "{}!"]),
    said=st.sampled_from(["denies", "DENIES", "denied", "say", "deny"]),
)
def test_a_text_is_right_in_every_form_and_only_if_it_says_the_word(around: str, said: str) -> None:
    assert (judge(TEXT, around.format(said)).state is State.RIGHT) == (said.lower() == "denies")


@pytest.mark.parametrize(
    "answer",
    [
        "denies",
        "Denies.",
        " “denies” ",
        "The denies",
        ["denies"],
        "DENIES",
        "de\N{SOFT HYPHEN}nies",
        "ｄｅｎｉｅｓ",
        "\ufeffdenies\u200b",
        "the the denies",
        np.array([["denies"]]),
        pd.array(["denies"], dtype="string"),
        pd.Categorical(["denies"]),
        np.str_("denies"),
    ],
)
def test_a_text_in_many_forms(answer: object) -> None:
    assert judge(TEXT, answer).state is State.RIGHT


@pytest.mark.parametrize("answer", ["does not say", "it is not so"])
def test_a_text_is_met_by_a_word_in_it(answer: str) -> None:
    assert judge(TEXT, answer).message == "The second misreading."
    assert judge(TEXT, "nothing").message == "By default."


@pytest.mark.parametrize("answer", [7, "?!", "word " * 100, ["a", "b"]])
def test_what_is_no_short_text_is_told(answer: object) -> None:
    assert judge(TEXT, answer).state is State.UNCLEAR


@pytest.mark.parametrize("given", ["“Further”.", '"further"', "the “further”", " Further! ", "«further»"])
def test_marks_around_a_word_are_no_part_of_it(given: str) -> None:
    assert essence(given) == "further"


@settings(max_examples=1_000, deadline=None)
@given(st.text(max_size=30))
def test_the_form_in_which_a_text_is_kept_is_that_of_its_other_forms(text: str) -> None:
    assert essence(essence(text)) == essence(text)
    assert essence(unicodedata.normalize("NFD", text)) == essence(unicodedata.normalize("NFC", text))


TOWN = find("5.5")


@pytest.mark.parametrize("said", ["Bukarest", "București", "Bucarest", "in Bucharst", "Boekarest", "Bukareszt"])
def test_a_near_miss_is_named_as_one(said: str) -> None:
    verdict = judge(TOWN, said)
    assert verdict.state is State.NOT_YET
    assert verdict.message == f"“{essence(said)}” is nearly it. Look how the report spells it, letter by letter."


def test_what_is_foreseen_comes_before_a_near_miss_and_all_else_has_the_default() -> None:
    assert "Can one talk with a town?" in judge(TOWN, "Moscow").message
    assert judge(TOWN, "Budapest").message == TOWN.default
