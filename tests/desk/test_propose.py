"""A row from words that are selected: whole words, at most six, and what the finder reads in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.desk.propose import MOST_WORDS, Proposal, propose

TEXT = 'The minister said more than 100 soldiers and up to 20 boats, "nearly all", crossed. It cost $5 million. Dozens came.'


def of(words: str) -> Proposal:
    """What a selection comes to."""
    return propose(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def test_number_hedge_unit_and_what_is_counted_are_read() -> None:
    found = of("more than 100 soldiers")
    assert found.wording == "more than 100 soldiers"
    assert found.cells == {"what": "soldiers", "number": "100", "unit": "soldiers", "hedge": "more than"}
    assert found.said == ""


@pytest.mark.parametrize("words", ["100", "10", "more", "than"])
def test_a_part_of_it_stands_for_the_number_with_its_hedge(words: str) -> None:
    assert of(words).wording == "more than 100 soldiers"


def test_the_words_that_loosen_a_number_belong_to_it() -> None:
    assert of("than 100 soldiers").wording == "more than 100 soldiers"
    assert of("said more than").wording == "said more than 100"


def test_a_place_without_a_selection_stands_for_the_number_or_the_word_around_it() -> None:
    at = TEXT.index("100") + 1
    assert propose(TEXT, at, at).wording == "more than 100 soldiers"
    at = TEXT.index("minister") + 3
    assert propose(TEXT, at, at) == Proposal(4, 12, "minister", {}, "")


def test_a_size_in_words_and_money_are_read() -> None:
    assert of("Dozens").cells["hedge"] == "dozens"
    assert "number" not in of("Dozens").cells
    money = of("5 million")
    assert money.wording == "$5 million"
    assert money.cells["number"] == "5000000"


def test_where_the_finder_does_not_know_what_is_counted_that_stays_open() -> None:
    assert "what" not in propose("There were about 30 of them.", 11, 19).cells


def test_of_many_words_six_are_taken_and_it_is_said() -> None:
    found = of("The minister said more than 100 soldiers and up to 20 boats")
    assert len(found.wording.split()) == MOST_WORDS
    assert "100" in found.wording
    assert found.cells["number"] == "100"
    assert found.said.startswith("A wording has at most 6 words: these are “")


def test_of_two_numbers_the_first_is_taken_and_it_is_said() -> None:
    found = propose("There were 100 cats and 20 dogs.", 11, 31)
    assert found.cells["number"] == "100"
    assert found.said == "There are 2 numbers in these words. The row has the first one."


def test_where_there_is_no_word_it_is_said() -> None:
    with pytest.raises(ValueError, match="no word"):
        propose("One , two", 4, 4 + 1)


@given(st.text(alphabet="abc 10,.“-\nمé$%", max_size=60), st.integers(-5, 70), st.integers(-5, 70))
def test_whatever_is_selected_a_wording_stands_in_the_text_and_is_short(text: str, start: int, end: int) -> None:
    try:
        found = propose(text, start, end)
    except ValueError:
        return
    assert " ".join(text[found.start : found.end].split()) == found.wording
    assert 1 <= len(found.wording.split()) <= MOST_WORDS + 2  # a sign between two spaces is no word
