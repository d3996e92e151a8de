"""What each report says of a thing, question by question: who, where, when, how firmly; and what it leaves blank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.days.words import days_in_words
from course.names import one
from course.say import NOT_STATED, size
from course.schema import schema
from course.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.days.date_words import Span
    from course.sideways.ties import Side, Thing

NUMBER, DAY, SOURCE, SPEAKER, VOICE = "number", "start", "source", "speaker", "voice"
NOT_NOTED = "not noted"
LEFT_OUT = {"number_to", "hedge", "unit", "end", "date_word", VOICE, "overlap", "overlaps_with", "proposed"}
"""What is told with another column, or is about one case alone."""
SAID = {
    NUMBER: "how many",
    DAY: "when",
    SOURCE: "who says so",
    SPEAKER: "who says so",
    "place": "where",
    "stock_flow": "stock or flow",
}
"""What a column is called here, where that is not its name."""


@dataclass(frozen=True)
class Answer:
    """What each side says to one question: some words, none where it says nothing."""

    column: str
    said: tuple[tuple[str, ...], ...]

    @property
    def asks(self) -> str:
        """What it is about, in words."""
        return SAID.get(self.column, self.column)

    @property
    def is_list(self) -> bool:
        """Whether a side names several."""
        return any(len(said) > 1 for said in self.said)

    @property
    def blanks(self) -> tuple[int, ...]:
        """The places of the sides that say nothing, where another says something."""
        return tuple(place for place, said in enumerate(self.said) if not said) if any(self.said) else ()

    @property
    def differs(self) -> bool:
        """Whether those that say something do not all say the same."""
        return len({frozenset(said) for said in self.said if said}) > 1

    def without(self, place: int) -> tuple[str, ...]:
        """Return what others say to it and this side does not, though it says something."""
        mine = self.said[place]
        return tuple(dict.fromkeys(word for said in self.said for word in said if mine and word not in mine))


def answers(thing: Thing) -> list[Answer]:
    """Return what each side, in the order of writing, says to each question that its table has an answer for."""
    sides = thing.in_order
    columns = dict.fromkeys(column for side in sides for column in _columns(side.table))
    every = [Answer(column, tuple(_said(side, column) for side in sides)) for column in columns]
    return [answer for answer in every if any(answer.said)]


def _columns(table: str) -> Iterator[str]:
    """Yield the columns of a table that say something of the thing: a number, a word of a list, a row, a day."""
    points = {one(key["fields"]) for key in schema(table).get("foreignKeys", []) if key["reference"].get("resource")}
    for field in schema(table)["fields"]:
        name = field["name"]
        says = name in {NUMBER, DAY, *points} or "vocabulary" in field or "items" in field
        if says and name not in LEFT_OUT:
            yield name


def _said(side: Side, column: str) -> tuple[str, ...]:
    row, names = side.row, side.case.names
    if column == NUMBER:
        said = size(row, "")
    elif column == DAY:
        said = days(side)
    elif column == SOURCE:
        said = source(side)
    else:
        value = row.get(column)
        keys = [] if _blank(value) else names.parts(side.table, column, str(value))
        return tuple(names.called(side.table, column, key) for key in keys)
    return (said,) if said else ()


def source(side: Side) -> str:
    """Return who says so: the names of those who are named, or that it is the report itself or somebody unnamed."""
    row, names = side.row, side.case.names
    for column in (SOURCE, SPEAKER):
        if not _blank(value := row.get(column)):
            return names.called(side.table, column, str(value))
    return "" if _blank(voice := row.get(VOICE)) else words("voices", side.case.name).get(str(voice), str(voice))


def days(side: Side) -> str:
    """Return the days on which it can have been, with the report's word for them; nothing where there is none."""
    word = side.row.get("date_word")
    return "" if _blank(word) else f"“{word}”: {days_in_words(ends(side))}"


def ends(side: Side) -> Span:
    """Return the first and the last day on which it can have been; None for each that is not known."""
    first, last = (None if _blank(side.row.get(name)) else side.row[name].date() for name in (DAY, "end"))
    return first, last


def unsaid(side: Side) -> str:
    """Return what is said of a blank: where only a digest is known, the report itself may state it."""
    return NOT_NOTED if side.case.retold else NOT_STATED


def written(side: Side) -> str:
    """Return when a report was written, in words."""
    return days_in_words(side.case.written) if side.case.written else "on a day that is not known"


def _blank(value: Any) -> bool:  # noqa: ANN401 - a value of any column
    return bool(pd.isna(value))
