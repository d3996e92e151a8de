"""No text of a learner steers what shows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.teach.collect.tame import CUT, quoted, tame


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Byron", "Ada Byron"),
        ("  Ada \n Byron\t", "Ada Byron"),
        ("Олена Коваль", "Олена Коваль"),
        ("Zoe\u0308", "Zoë"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("A\u202eda", "A\\u202eda"),
        ("\x1b[31mred\x07", "\\u001b[31mred\\u0007"),
        ("half \ud83d", "half \\ud83d"),
        ("a" + "\u0301" * 50, "á" + "\u0301" * 4),
        ("x" * 61, "x" * 59 + CUT),
        ("<script>", "<script>"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_a_code(text: str, said: str) -> None:
    assert tame(text) == said


@given(st.text(st.characters(), max_size=300))
def test_it_is_one_line_of_a_length_whatever_the_text(text: str) -> None:
    said = tame(text, 40)
    assert len(said) <= 40 * len("\\U000e0001")
    assert all(sign.isprintable() or sign in "\u200c\u200d" for sign in said)
    said.encode()


def test_a_long_text_is_not_looked_through() -> None:
    assert tame("ab" * 5_000_000, 10) == "ababababa" + CUT


def test_a_quotation_has_marks() -> None:
    assert quoted("4\n5") == "“4 5”"
