"""The date words of a report: each with the rows that it belongs to and the days that the tables give it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.days.rules import resolve
from course.vocabulary import YES, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.case import Case
    from course.days.rules import Days
    from course.vocabulary import Row as Word
    from course.vocabulary import Words

TABLES = {"said": ("statements",), "events": ("events",), "everything": ("events", "statements")}
"""The tables that are read, by what is shown."""
NO_WORD = "no date word"
HANGS_ON = ("day", "year", "nothing")
ANY_DAY = date(2000, 6, 15)
"""What a word hangs on is the same whatever the day of writing."""
Span = tuple[date | None, date | None]


@dataclass(frozen=True)
class Row:
    """A statement or an event: what it is, where it stands, and the days that the tables give it."""

    what: str
    summary: str
    paragraph: int
    coded: Span

    @property
    def dated(self) -> bool:
        """Whether the tables give it a day."""
        return self.coded != (None, None)


@dataclass(frozen=True)
class DateWord:
    """A date word with the rows that share it; an empty word stands for the rows with none."""

    word: str
    occurrence: str
    rows: tuple[Row, ...]
    case: str = ""

    @property
    def its(self) -> Word:
        """Its occurrence as the vocabulary has it."""
        return vocabulary("occurrences", self.case)[self.occurrence]

    def days(self, written: date | tuple[date, date]) -> Days:
        """Return the days that it means, given the day of writing."""
        return resolve(self.word or None, written, ahead=self.its["past"] != YES)

    def span(self, written: date) -> Span:
        """Return the first and the last day that it means."""
        days = self.days(written)
        return days.start, days.end

    def other(self, written: date) -> Span | None:
        """Return the days that the tables give where they are others than the word means; else None."""
        span = self.span(written)
        return next((row.coded for row in self.rows if row.dated and row.coded != span), None) if self.word else None

    @property
    def paragraphs(self) -> str:
        """The paragraphs of its rows, each once."""
        return ", ".join(str(number) for number in sorted({row.paragraph for row in self.rows}))


Read = dict[str, list[tuple[str, str, Row]]]
"""The date word, the occurrence and the rest of each row, by table."""


def date_words(case: Case, show: str, read: Read | None = None) -> list[DateWord]:
    """Return the date words of what is shown: those that hang on the day of writing first, the rows with none last.

    What was read before is in `read`: no table is read twice. The order does not hang on the day, so that a word keeps
    its place when the day is moved.
    """
    read = {} if read is None else read
    found: dict[tuple[str, str], list[Row]] = {}
    occurrences = vocabulary("occurrences", case.name)
    past = next(key for key, row in occurrences.items() if row["past"] == YES)  # as what is said has been said
    for table in TABLES[show]:
        if table in case.tables and table not in read:
            read[table] = list(_rows(case, table))
        for word, occurrence, row in read.get(table, ()):
            found.setdefault((word, (occurrence or past) if word else past), []).append(row)
    words = [
        DateWord(*key, tuple(sorted(rows, key=lambda row: row.paragraph)), case.name) for key, rows in found.items()
    ]
    return sorted(words, key=lambda group: _place(group, list(occurrences)))


def occurrences(groups: list[DateWord]) -> Words:
    """Return the occurrences of some date words, in the order of the vocabulary."""
    there, case = {group.occurrence for group in groups}, next((group.case for group in groups), "")
    return {key: row for key, row in vocabulary("occurrences", case).items() if key in there}


def _rows(case: Case, table: str) -> Iterator[tuple[str, str, Row]]:
    """Yield the date word, the occurrence (statements have none) and the rest of each row of a table."""
    rows, what = case.table(table), "said" if table == "statements" else "event"
    blanks = [None] * len(rows)
    words, occurrences = (
        rows[name].astype(object).where(rows[name].notna(), "") if name in rows else [""] * len(rows)
        for name in ("date_word", "occurrence")
    )
    coded = [_days(rows[name]) if name in rows else blanks for name in ("start", "end")]
    columns = (words, occurrences, rows["summary"], rows["paragraph"], *coded)
    plain = (column if isinstance(column, list) else column.tolist() for column in columns)
    for word, occurrence, summary, paragraph, start, end in zip(*plain, strict=True):
        yield str(word), str(occurrence), Row(what, str(summary), int(paragraph), (start, end))


def _days(dates: pd.Series[Any]) -> list[date | None]:
    return [None if day is pd.NaT else day for day in dates.dt.date]


def _place(group: DateWord, occurrences: list[str]) -> tuple[int, int, int]:
    days = group.days(ANY_DAY)
    unknown = (days.start, days.end) == (None, None)
    rank = len(HANGS_ON) + (not group.word) if unknown else HANGS_ON.index(days.hangs_on)
    return rank, occurrences.index(group.occurrence), group.rows[0].paragraph
