"""Date words: rows that share one stand together, in an order that no day of writing changes."""

from __future__ import annotations

from datetime import date

import pytest

from course.days.date_words import DateWord, Row, date_words
from tests.invented import ferry

TUE, WED, THU = date(2022, 2, 1), date(2022, 2, 2), date(2022, 2, 3)
EVENTS = [
    {"date_word": "soon", "occurrence": "possible", "paragraph": 1},
    {"date_word": "in 2022", "paragraph": 2},
    {"date_word": "15 years", "paragraph": 3},
    {"date_word": "Wednesday", "occurrence": "scheduled", "paragraph": 4, "start": THU, "end": THU},
    {"occurrence": "possible", "paragraph": 1},
]
STATEMENTS = [
    {"date_word": "Wednesday", "paragraph": 3, "start": WED, "end": WED, "summary": "The ferry waits."},
    {"date_word": "Wednesday", "paragraph": 2},
    {"paragraph": 1, "start": WED, "end": WED},
]


def words(show: str) -> list[tuple[str, str, list[str]]]:
    found = date_words(ferry(events=EVENTS, statements=STATEMENTS), show)
    return [(group.word, group.occurrence, [f"{row.what} {row.paragraph}" for row in group.rows]) for group in found]


def test_rows_share_a_word_and_those_that_hang_on_the_day_come_first() -> None:
    assert words("everything") == [
        ("Wednesday", "happened", ["said 2", "said 3"]),
        ("Wednesday", "scheduled", ["event 4"]),
        ("15 years", "happened", ["event 3"]),
        ("in 2022", "happened", ["event 2"]),
        ("soon", "possible", ["event 1"]),
        ("", "happened", ["event 1", "said 1"]),
    ]


def test_only_the_table_that_is_shown_is_read() -> None:
    assert [word for word, *_ in words("said")] == ["Wednesday", ""]
    assert {row.split()[0] for *_, rows in words("events") for row in rows} == {"event"}
    assert date_words(ferry(), "everything") == []


def test_a_row_keeps_the_days_that_the_table_gives_it() -> None:
    first, *_ = date_words(ferry(events=EVENTS, statements=STATEMENTS), "said")
    assert first.rows[1] == Row("said", "The ferry waits.", 3, (WED, WED))
    assert [row.dated for row in first.rows] == [False, True]


@pytest.mark.parametrize(
    ("word", "coded", "written", "other"),
    [
        ("Wednesday", (WED, WED), THU, None),
        ("Wednesday", (WED, WED), TUE, (WED, WED)),
        ("Wednesday", (None, None), TUE, None),
        ("over the last days", (None, THU), WED, (None, THU)),
        ("", (WED, WED), TUE, None),
    ],
)
def test_the_tables_days_are_told_where_a_word_now_means_others(
    word: str, coded: tuple[date | None, date | None], written: date, other: object
) -> None:
    assert DateWord(word, "happened", (Row("said", "It waits.", 1, coded),)).other(written) == other


def test_each_paragraph_is_named_once() -> None:
    rows = tuple(Row("said", "It waits.", paragraph, (None, None)) for paragraph in (10, 2, 10))
    assert DateWord("soon", "happened", rows).paragraphs == "2, 10"
