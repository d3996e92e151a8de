"""A slip of the pen and a name in another language are told from another word."""

from __future__ import annotations

import pytest

from course.questions.kinds.spelling import near


@pytest.mark.parametrize(
    ("given", "wanted"),
    [("bukarest", "bucharest"), ("bucurești", "bucharest"), ("boekarest", "bucharest"), ("bükreş", "bucharest"),
     ("warszawa", "warsaw"), ("moskau", "moscow"), ("brüssel", "brussels"), ("furthr", "further"), ("krakow", "cracow")],
)  # fmt: skip
def test_a_word_that_is_nearly_another_is_named(given: str, wanted: str) -> None:
    assert near(given, wanted) == f"“{given}” is nearly it. Look how the report spells it, letter by letter."


@pytest.mark.parametrize(
    ("given", "wanted"),
    [("budapest", "bucharest"), ("brussels", "bucharest"), ("romania", "bucharest"), ("it", "at"), ("says", "said"),
     ("denied", "denies"), ("invade", "further"), ("", "bucharest"), ("7", "bucharest")],
)  # fmt: skip
def test_another_word_is_no_near_miss(given: str, wanted: str) -> None:
    assert "nearly" not in near(given, wanted)


@pytest.mark.parametrize("given", ["бухарест", "βουκουρέστι", "ブカレスト"])
def test_another_script_is_told(given: str) -> None:
    assert (
        near(given, "bucharest")
        == f"“{given}” is in other letters than the report. Write the word as the report has it."
    )


def test_a_word_of_five_letters_is_long_enough_to_be_nearly_another() -> None:
    assert "nearly" in near("milan", "milano")
    assert near("mila", "milan") == ""


def test_three_quarters_of_the_sounds_are_enough() -> None:
    assert "nearly" in near("berlim", "berlin")
    assert near("merlim", "berlin") == ""


def test_two_numbers_have_no_script_and_are_no_near_miss() -> None:
    assert near("12345", "12346") == ""


def test_an_accent_on_the_first_letter_is_no_other_script() -> None:
    assert near("ångström", "angstrom") == "“ångström” is nearly it. Look how the report spells it, letter by letter."
