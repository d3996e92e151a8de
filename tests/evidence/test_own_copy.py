"""A pasted text: what of it is recognised, what is said of the rest, and which of its words are marked."""

from __future__ import annotations

import pytest

from course.evidence.own_copy import OwnCopy
from course.fingerprints import fingerprint

TEXTS = {
    2: "The old ferry waits, and the crew waits with it.",
    5: "Nobody sails today.",
    7: "Gone.",
    9: "Tin boats.",
}
SEEN = "Choose a paragraph or a row: the report's own words come below ours."
WE_KNOW = "the text that we know."
NOT_THIS = "Is it this report, in its own language? Another version of it, or a translation, is not recognised."
TO_DO = "To find more, copy the whole text of the report, from its first sentence to its last, and paste it again."


@pytest.fixture
def copy() -> OwnCopy:
    """A copy of a report of four paragraphs, of which nothing is pasted yet."""
    return OwnCopy({number: fingerprint(text) for number, text in TEXTS.items()})


def marked(copy: OwnCopy, paragraph: int, *wordings: str) -> str:
    """A paragraph, with what is marked in brackets."""
    return "".join(f"[{text}]" if found else str(text) for text, found in copy.parts(paragraph, wordings))


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ([2, 5, 7, 9], f"4 of 4 paragraphs recognised. {SEEN}"),
        (
            [2, 5, 9],
            f"3 of 4 paragraphs recognised. {SEEN} Paragraph 7 is not in what you pasted, or differs from {WE_KNOW} {TO_DO}",
        ),
        (
            [5],
            f"1 of 4 paragraphs recognised. {SEEN} Paragraphs 2, 7 and 9 are not in what you pasted, or differ from {WE_KNOW} {TO_DO}",
        ),
        ([], f"No paragraph is recognised. {NOT_THIS} {TO_DO}"),
    ],
)
def test_what_is_recognised_is_counted_and_the_rest_is_named(copy: OwnCopy, pasted: list[int], said: str) -> None:
    copy.read("\n".join(["Advert", *(TEXTS[number] for number in pasted)]))
    assert copy.said == said
    assert copy.found == {number: TEXTS[number] for number in pasted}


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        (" \n", "Nothing was pasted."),
        ("Something else.", "No paragraph is recognised."),
        ("tin " * 30_000, "This text has more than 20,000 words. Paste only the report."),
    ],
)
def test_a_paste_that_fails_lets_go_of_the_one_before(copy: OwnCopy, pasted: str, said: str) -> None:
    copy.read(TEXTS[2])
    copy.read(pasted)
    assert copy.said.startswith(said)
    assert copy.found == {}
    assert copy.parts(2, ["ferry"]) == []


def test_what_is_forgotten_is_gone(copy: OwnCopy) -> None:
    copy.read(TEXTS[2])
    copy.forget()
    assert (copy.found, copy.said) == ({}, "The text is forgotten.")


@pytest.mark.parametrize(
    ("wordings", "said"),
    [
        ([], "The old ferry waits, and the crew waits with it."),
        (["OLD ferry"], "The [old ferry] waits, and the crew waits with it."),
        (["with it", "The old"], "[The old] ferry waits, and the crew waits [with it]."),
        (["ferry waits", "old ferry"], "The [old ferry waits], and the crew waits with it."),
        (["the old ferry waits", "old", "crew"], "[The old ferry waits], and the [crew] waits with it."),
        (["the boat"], "The old ferry waits, and the crew waits with it."),
    ],
)
def test_wordings_are_marked_where_they_stand_and_those_that_overlap_are_one(
    copy: OwnCopy, wordings: list[str], said: str
) -> None:
    copy.read(TEXTS[2])
    assert marked(copy, 2, *wordings) == said
    assert marked(copy, 3, *wordings) == "", "a paragraph that is not known has no words"
