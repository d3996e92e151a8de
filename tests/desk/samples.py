"""A text of our own, and coders who make rows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.desk.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """River exercise begins in the north

More than 100 soldiers and up to 20 boats crossed the river on Friday, the police said. Nobody was hurt.

The minister has announced nearly 300 soldiers more. Dozens of people watched from the bridge, and some of them took pictures.

"We are happy with the day," said the mayor, who had asked for at least 50 helpers."""

ADA = (
    (1, "More than 100", "present"),
    (1, "up to 20 boats", "present"),
    (2, "nearly 300", "announced"),
    (2, "Dozens", "happened"),
)
BEN = (
    (1, "than 100 soldiers", "present"),
    (2, "nearly 300 soldiers", "present"),
    (2, "Dozens of", "happened"),
    (3, "at least 50", "proposed"),
)


def desk(folder: Path, coder: str = "Ada") -> Desk:
    """A desk with the text on it."""
    made = Desk(None, coder, folder)
    if made.report is None:
        made.take_text(TEXT)
    return made


def row(at: Desk, paragraph: int, words: str) -> str:
    """Make a row of some words; return its name."""
    assert at.report
    start = at.report.text[paragraph].index(words)
    return at.add(paragraph, start, start + len(words))[0]


def filled(at: Desk, paragraph: int, words: str, status: str = "present") -> str:
    """Make a row in which nothing is open."""
    key = row(at, paragraph, words)
    given = at.coding.row(key)
    assert given
    change = {"status": status, "stock_flow": "stock", "voice": "own voice"}
    change |= {"measure": "strength"} if given.cell("hedge") else {}
    change |= {name: "people" for name in ("what", "unit") if not given.cell(name)}
    for column, value in change.items():
        at.change(key, column, value)
    return key


def coded(folder: Path, coder: str = "Ada", rows: tuple[tuple[int, str, str], ...] = ADA) -> Desk:
    """A desk at which a coder has made rows, and is done."""
    made = desk(folder, coder)
    for paragraph, words, status in rows:
        filled(made, paragraph, words, status)
    assert made.finish().startswith("Done")
    return made


def both(folder: Path) -> Desk:
    """Ada's desk, after she and Ben were done and she has seen his coding."""
    coded(folder, "Ben", BEN)
    made = coded(folder)
    assert made.open().startswith("You see both")
    return made
