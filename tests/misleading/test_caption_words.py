"""What the check of a caption reads: the hedge beside a number, the paragraphs that are named, and all other numbers."""

from __future__ import annotations

import pytest

from course.misleading.caption_words import hedge_at, numbers_in, paragraphs_in
from course.wording import find_numbers


@pytest.mark.parametrize(
    ("caption", "hedge"),
    [
        ("up to 4,000", "up to"),
        ("Up to an estimated 4000 soldiers", "up to"),
        ("at most 4 000", "up to"),
        ("no more than four thousand", "up to"),
        ("4,000 soldiers at most", "up to"),
        ("4,000 or fewer", "up to"),
        ("more than 4,000", "more than"),
        ("at least 4,000", "at least"),
        ("4,000 or more", "at least"),
        ("almost 4,000", "nearly"),
        ("fewer than 4,000", "fewer than"),
        ("about 4k", "about"),
        ("ca. 4,000", "about"),
        ("some 4,000", "about"),
        ("4,000", None),
        ("4,000 soldiers. At most, one day", None),
        ("they stand over the land: 4,000", None),
        ("exactly 4,000", "exactly"),
    ],
)
def test_the_hedge_beside_a_number(caption: str, hedge: str | None) -> None:
    assert hedge_at(caption, find_numbers(caption)[0]) == hedge


@pytest.mark.parametrize(
    ("caption", "hedges"),
    [
        ("up to 1,000 and 4,000", ["up to", None]),
        ("1,000 at most, nearly 3,000", ["up to", "nearly"]),
        ("some 1,000; more than 4,000", ["about", "more than"]),
        ("not more than 1,000", ["up to"]),
    ],
)
def test_a_hedge_belongs_to_one_number_and_the_longest_phrase_speaks(caption: str, hedges: list[str | None]) -> None:
    found, earlier = [], 0
    for number in find_numbers(caption):
        found.append(hedge_at(caption, number, earlier))
        earlier = number.end
    assert found == hedges


@pytest.mark.parametrize(
    ("caption", "paragraphs"),
    [
        ("(¶17)", {17}),
        ("¶4, 17 and 19", {4, 17, 19}),
        ("paragraphs 4 & ¶17", {4, 17}),
        ("Paragraph 19: 3,000", {19}),
        ("¶17, 4,000 soldiers", {17}),
        ("¶17 and 3,000 more", {17}),
        ("17 soldiers", set()),
        ("¶" + " , " * 5000, set()),
    ],
)
def test_the_paragraphs_that_a_caption_names(caption: str, paragraphs: set[int]) -> None:
    assert paragraphs_in(caption) == paragraphs


@pytest.mark.parametrize(
    ("caption", "numbers"),
    [
        ("4,000 (¶17 and 19), 3,000 in paragraph 4", [4000, 3000]),
        ("¶17: 12 boats", [12]),
        ("paras 2-4", []),
        ("", []),
    ],
)
def test_the_numbers_of_paragraphs_are_no_numbers_of_the_picture(caption: str, numbers: list[int]) -> None:
    assert [number.value for number in numbers_in(caption)] == numbers
