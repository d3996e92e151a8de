"""What the timeline says: days as a person says them, what words hang on, and what another day of writing moves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.days.date_words import DateWord, Row
from course.days.words import by_what_they_hang_on, days_in_words, of_one_word, what_moved

if TYPE_CHECKING:
    from course.days.date_words import Span

TUE, WED, THU = date(2022, 2, 1), date(2022, 2, 2), date(2022, 2, 3)
NEVER = (None, None)


def word(text: str, rows: int = 1, occurrence: str = "happened", coded: Span = NEVER) -> DateWord:
    return DateWord(text, occurrence, tuple(Row("said", "It waits.", 1 + place, coded) for place in range(rows)))


@pytest.mark.parametrize(
    ("start", "end", "year", "said"),
    [
        (WED, WED, 2022, "Wed 2 Feb"),
        (WED, WED, 2021, "Wed 2 Feb 2022"),
        (WED, THU, 2022, "Wed 2 Feb to Thu 3 Feb"),
        (date(2021, 12, 31), WED, 2022, "Fri 31 Dec 2021 to Wed 2 Feb"),
        (None, WED, 2022, "up to Wed 2 Feb"),
        (WED, None, 2022, "from Wed 2 Feb on"),
        (None, None, 2022, "no date"),
        (date(2007, 1, 1), date(2007, 12, 31), 2022, "the year 2007"),
        (date(2007, 1, 1), date(2007, 12, 30), 2007, "Mon 1 Jan to Sun 30 Dec"),
        (date(2006, 1, 1), date(2007, 12, 31), 2022, "Sun 1 Jan 2006 to Mon 31 Dec 2007"),
    ],
)
def test_days_are_said_as_a_person_says_them(start: date | None, end: date | None, year: int, said: str) -> None:
    assert days_in_words((start, end), year) == said


def test_words_are_told_by_what_they_hang_on() -> None:
    groups = [
        word("Thursday", occurrence="scheduled"), word("today"), word("15 years"), word("in 2022"), word("soon"),
        word("", 2),
    ]  # fmt: skip
    assert by_what_they_hang_on(groups, WED) == [
        "- Move with the day of writing: “Thursday” (scheduled) is Thu 3 Feb; “today” is Wed 2 Feb.",
        "- Move only with the year of writing: “15 years” is the year 2007.",
        "- Do not move: “in 2022” is the year 2022.",
        "- No date, as we have no rule for them: “soon”.",
        "- No date word: 2 rows.",
    ]
    assert by_what_they_hang_on([word("")], WED) == ["- No date word: 1 row."]
    assert by_what_they_hang_on([], WED) == []


def test_one_word_has_its_rule_and_its_rows() -> None:
    assert of_one_word([word("today", 2)], WED) == [
        "“today”: Wed 2 Feb. The day of writing.", "- ¶1, said: It waits.", "- ¶2, said: It waits.",
    ]  # fmt: skip
    many = of_one_word([word("today", 6), word("today", 4, "possible")], WED)
    assert [line.split(":")[0] for line in many[:2]] == ["“today”", "“today” (possible)"]
    assert len(many) == 2 + 8 + 1
    assert many[-1] == "- and 2 rows more"


def test_rows_with_no_date_word_are_told() -> None:
    assert of_one_word([word("")], THU) == [
        "These rows have no date word. So no day of writing gives them a date.", "- ¶1, said: It waits.",
    ]  # fmt: skip


def test_what_another_day_moves_is_told_together_where_it_moves_alike() -> None:
    groups = [word("Wednesday", 3), word("Wednesday morning"), word("in 2022"), word("")]
    assert what_moved(groups, WED, TUE) == (
        "Written on Tue 1 Feb 2022 instead of Wed 2 Feb: “Wednesday” and “Wednesday morning” are Wed 26 Jan instead of "
        "Wed 2 Feb. 4 of 5 rows moved. Not moved: “in 2022”."
    )
    assert what_moved(groups, WED, THU) == "Written on Thu 3 Feb 2022 instead of Wed 2 Feb: no date word moves."
    assert what_moved(groups[2:], date(2021, 12, 31), date(2022, 1, 1)).startswith(
        "Written on Sat 1 Jan 2022 instead of Fri 31 Dec 2021:"
    )


def test_of_many_moves_only_some_are_told() -> None:
    groups = [word(text) for text in ("today", "yesterday", "tomorrow", "this week", "last days", "Wednesday")]
    said = what_moved(groups, THU, WED)
    assert said.startswith(
        "Written on Wed 2 Feb 2022 instead of Thu 3 Feb: “today” is Wed 2 Feb instead of Thu 3 Feb; "
    )
    assert said.endswith("; 1 more change. 5 of 6 rows moved. Not moved: “Wednesday”.")
