"""Hedges before, after and around numbers, and sizes that need none."""

from __future__ import annotations

import pytest

from course.finder.loosening import after, around, before, sizes


def at(text: str, digits: str) -> tuple[int, int]:
    start = text.index(digits)
    return start, start + len(digits)


@pytest.mark.parametrize(
    ("text", "hedge", "words"),
    [
        ("at least 20", "at least", "at least"),
        ("no more than 20", "up to", "no more than"),
        ("Up to an estimated 20", "up to", "Up to"),
        ("at least another 20", "at least", "at least"),
        ("> 20", "more than", ">"),
        ("about the lake, 20", None, ""),
        ("somewhat 20", None, ""),
    ],
)
def test_a_hedge_before_a_number(text: str, hedge: str | None, words: str) -> None:
    found = before(text, text.index("20"))
    assert (found.hedge if found else None) == hedge
    assert not found or text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("20 or more", "at least"),
        ("20 men and women or more", None),
        ("20 people, or so", "about"),
        ("20-odd boats", "about"),
        ("20+ boats", "at least"),
        ("20 people. At least they tried", None),
        ("20 people, at least 5 of them children", None),
        ("20 people, at least five of them children", None),
        ("20 at most", "up to"),
    ],
)
def test_a_hedge_after_a_number(text: str, hedge: str | None) -> None:
    found = after(text, 2)
    assert (found.hedge if found else None) == hedge


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("between 20 and 30", ["between", "and"]),
        ("from 20 to 30", ["from", "to"]),
        ("20 to 30", ["to"]),
        ("20-30", ["-"]),
        ("20 or 30", ["or"]),
        ("20 and 30", None),
        ("20 men to 30", None),
    ],
)
def test_a_hedge_around_two_numbers(text: str, words: list[str] | None) -> None:
    found = around(text, at(text, "20"), at(text, "30"))
    assert (found and [text[start:end] for start, end in found[2]]) == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dozens came", ["dozens"]),
        ("a few hundred, then hundreds of thousands", ["hundreds", "hundreds of thousands"]),
        ("a dozen; she scores twice", []),
        ("the couple and a second", []),
    ],
)
def test_a_size_needs_no_number(text: str, found: list[str]) -> None:
    assert [each.hedge for each in sizes(text)] == found
