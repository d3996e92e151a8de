"""What shows what is kept is told of each change, as long as somebody holds it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import course
from course.page import html
from course.questions import on_page

if TYPE_CHECKING:
    from pathlib import Path


class Seen:
    """Counts how often it was told."""

    def __init__(self) -> None:
        self.looked = self.began = 0

    def look(self) -> None:
        self.looked += 1

    def begin_anew(self) -> None:
        self.began += 1


def test_it_is_told_of_answers_hints_notes_and_a_new_beginning(progress_file: Path) -> None:
    assert not progress_file.exists()
    seen = Seen()
    on_page.watching.add(seen)
    on_page.shown.add(seen)
    course.check("0.1", 6)
    assert seen.looked == 1
    course.hint("0.1")
    assert (seen.looked, seen.began) == (2, 0)
    course.begin_anew()
    assert (seen.looked, seen.began) == (3, 1)


def test_what_nobody_holds_is_not_kept_alive() -> None:
    before = len(on_page.watching)
    seen = Seen()
    on_page.watching.add(seen)
    assert len(on_page.watching) == before + 1
    del seen
    gc.collect()
    assert len(on_page.watching) <= before


def test_a_card_follows_what_is_kept(progress_file: Path) -> None:
    assert not progress_file.exists()
    drawn = ["first"]
    card = on_page.card(lambda: html.paragraph(*drawn), lambda: "in words")
    assert (card.html, str(card)) == ("<p>first</p>", "in words")
    drawn.append(", second")
    course.hint("0.1")
    assert card.html == "<p>first, second</p>"
