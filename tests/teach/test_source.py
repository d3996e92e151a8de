"""The source of a notebook: its cells, its parts by their keys, its explorers and its prompts."""

from __future__ import annotations

import pytest

from course.content import ContentError
from course.teach import source as sources
from course.teach.prose import blocks
from course.teach.source import Cell, Source


def text(markdown: str, *tags: str, key: str = "") -> Cell:
    return Cell("t", "", tuple(blocks(markdown)), frozenset(tags), key)


def code(source: str) -> Cell:
    return Cell("c", source, ())


@pytest.mark.parametrize(
    ("source", "call"),
    [
        ('course.ask("3.1")', ("ask", ["3.1"])),
        ('x = 1\ncourse.note("a", "Who?", rows=4)', ("note", ["a", "Who?"])),
        ('course.check("3.1", 4, answer)', ("check", ["3.1"])),
        ("course.explore.places(case)", ("explore.places", [])),
        ('answer = course.ask("3.1")', ("", [])),
        ('print("3.1")', ("", [])),
        ('course.ask("3.1")\nx', ("", [])),
        ("case.troops", ("", [])),
        ("# Write here what you try.", ("", [])),
        ("", ("", [])),
    ],
)
def test_the_last_line_of_a_cell_says_what_it_calls(source: str, call: tuple[str, list[str]]) -> None:
    assert code(source).call == call


def test_a_part_begins_at_each_heading_of_its_level_and_the_first_has_none() -> None:
    top, one, two = text("# Boats\n\nHello."), text("## One", key="one"), text("## *Two*", "screen", key="two")
    smaller, run = text("### More", key="more"), code("1")
    source = Source("99_boats", (top, run, one, smaller, two, run))
    assert [(part.title, part.cells) for part in source.parts] == [
        ("", (top, run)), ("One", (one, smaller)), ("Two", (two, run)),
    ]  # fmt: skip
    assert [part.screen_only for part in source.parts] == [False, False, True]
    assert not Source("99_boats", (text("Click.", "screen"),)).parts[0].screen_only, "only a heading marks a whole part"
    assert source.titles == {"one": "One", "more": "More", "two": "Two"}


def test_a_source_without_a_cell_has_no_parts() -> None:
    empty = Source("99_boats", ())
    assert (empty.parts, empty.titles, empty.explored, empty.prompts) == ((), {}, [], ())


def test_an_explorer_belongs_to_the_heading_right_above_it() -> None:
    explorer = code("course.explore.places(case)")
    cells = (explorer, text("## One", key="one"), code("course.charts.where(case)"), text("Go on."), explorer)
    more = (text("### In it", key="more"), explorer, text("### No key"), explorer, text("## Two", key="two"))
    assert Source("99_boats", cells + more).explored == ["one", "more"]


def test_prompts_are_the_numbered_ones_where_there_is_talk() -> None:
    talk = text("Talk.\n\n1. Who?\n2. Why *so*?\n\n- not this one", "talk")
    source = Source("99_boats", (text("1. Do this first."), talk, text("1. And now?", "talk", "screen")))
    assert source.prompts == ("Who?", "Why so?", "And now?")


def test_prompts_parts_and_explorers_of_a_notebook_come_from_its_source() -> None:
    source = sources.read("03_how_many")
    assert list(source.titles.items())[:2] == [("guess", "Guess first"), ("find", "1 · Find the mentions")]
    assert source.explored == ["machine"]
    assert source.prompts[2] == "Should a blank be filled from another report?"
    assert {cell.is_code for cell in source.cells} == {True, False}


def test_a_part_whose_heading_is_for_the_screen_is_left_out_whole() -> None:
    source = sources.read("00_start_here")
    assert [part.title for part in source.parts if part.screen_only][:2] == ["Run a cell", "Take a hint"]
    assert not source.parts[0].screen_only


def test_a_source_that_is_missing_is_told() -> None:
    with pytest.raises(ContentError, match="source/99_boats.md: the file is missing from "):
        sources.read("99_boats")
