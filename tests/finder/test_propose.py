"""Each number of a text becomes a proposed row; what no finder can know is the first word of its vocabulary."""

from __future__ import annotations

from course.finder.propose import counts_of
from course.finder.text import words
from course.vocabulary import vocabulary

TEXT = (
    "At least nine people drowned on Tuesday and damage is put at $74 million, the mayor said.",
    "Between 20 and 30 homes are gone, and a third of the harvest.",
    "Twelve people are missing.",
)


def test_a_row_has_what_the_finder_saw() -> None:
    nine, money, homes, share, missing = counts_of(TEXT)
    assert (nine["number"], nine["hedge"], nine["unit"], nine["paragraph"]) == ("9", "at least", "people", 1)
    assert nine["wording"].startswith("At least nine people")
    assert (money["number"], money["unit"], money["what"]) == ("74000000", "dollars", "dollars")
    assert (homes["number"], homes["number_to"], homes["hedge"], homes["what"]) == ("20", "30", "between", "homes")
    assert homes["unit"] == "things"
    assert share["number"] == "0.3333"
    assert missing["paragraph"] == 3


def test_every_row_is_proposed_and_is_a_thing_of_its_own() -> None:
    rows = counts_of(TEXT)
    assert {row["proposed"] for row in rows} == {"true"}
    assert [row["mention"] for row in rows] == ["c1", "c2", "c3", "c4", "c5"]
    assert len({row["thing"] for row in rows}) == len(rows), "people drowned and people missing are not one thing"


def test_what_nobody_can_find_has_the_first_word_of_its_vocabulary() -> None:
    row = counts_of(TEXT)[0]
    assert row["status"] == next(iter(vocabulary("statuses")))
    assert row["voice"] == next(iter(vocabulary("voices")))


def test_a_text_without_numbers_proposes_nothing() -> None:
    assert counts_of(["The mayor spoke on Tuesday, 3 May 2022, of a hard night."]) == []


def test_a_short_wording_has_words_before_it_from_its_own_sentence_and_after_the_number_before() -> None:
    text = 'The list is long. Officials lowered the estimate to 18 from 21. "Three is too many," she said.'
    assert [row["wording"] for row in counts_of([text])] == [
        "Officials lowered the estimate to 18",
        "from 21",
        "Three",
    ]
    [_, row] = counts_of(["The plan frees about 1 billion euros ($1.14 billion) a year, they say."])
    assert row["wording"] == "$1.14 billion"


def test_each_wording_stands_in_its_paragraph() -> None:
    for row in counts_of(TEXT):
        assert row["wording"] in TEXT[row["paragraph"] - 1]
        assert len(words(row["wording"])) <= 6


def test_the_unit_is_known_by_any_of_its_phrases() -> None:
    (row,) = counts_of(["More than 100 heavily armed troops are near the border."])
    assert (row["what"], row["unit"]) == ("troops", "soldiers")
