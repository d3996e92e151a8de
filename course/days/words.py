"""What date words mean, in sentences: for a day of writing, for one word, and for a move of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.say import and_, count, listed, short_day
from course.vocabulary import YES

if TYPE_CHECKING:
    from datetime import date

    from course.days.date_words import DateWord, Span

MOST_ROWS, MOST_CHANGES, MOST_WORDS = 8, 4, 16
JANUARY, DECEMBER, LAST = 1, 12, 31
HANGS_ON = {
    "day": "Move with the day of writing",
    "year": "Move only with the year of writing",
    "nothing": "Do not move",
}


def days_in_words(days: Span, year: int = 0) -> str:
    """Return what lies between two days as a person would say it, without the year where it is the one given."""
    start, end = days
    if start is None:
        return "no date" if end is None else f"up to {short_day(end, year)}"
    if end is None:
        return f"from {short_day(start, year)} on"
    if start == end:
        return short_day(start, year)
    whole = ((start.month, start.day), (end.month, end.day)) == ((JANUARY, 1), (DECEMBER, LAST))
    if whole and start.year == end.year:
        return f"the year {start.year}"
    return f"{short_day(start, year)} to {short_day(end, year)}"


def by_what_they_hang_on(groups: list[DateWord], written: date) -> list[str]:
    """Return a line for the words that hang on the day of writing, on its year, on nothing; and for no date."""
    lines = []
    for hangs_on, said in HANGS_ON.items():
        found = [group for group in groups if group.span(written) != (None, None)]
        found = [group for group in found if group.days(written).hangs_on == hangs_on]
        if found:
            lines.append(f"- {said}: {listed((_with_days(group, written) for group in found), MOST_WORDS, more='')}.")
    unknown = [group for group in groups if group.word and group.span(written) == (None, None)]
    if unknown:
        names = listed((f"“{group.word}”" for group in unknown), MOST_WORDS, more="")
        lines.append(f"- No date, as we have no rule for them: {names}.")
    without = [row for group in groups if not group.word for row in group.rows]
    if without:
        lines.append(f"- No date word: {count(len(without), 'row')}.")
    return lines


def of_one_word(groups: list[DateWord], written: date) -> list[str]:
    """Return what one date word means and by which rule, then the rows that it belongs to."""
    lines = []
    for group in groups:
        if not group.word:
            lines.append("These rows have no date word. So no day of writing gives them a date.")
            continue
        days = group.days(written)
        lines.append(f"“{group.word}”{_aside(group)}: {_now(group, written)}. {days.rule}")
    rows = [row for group in groups for row in group.rows]
    lines += [f"- ¶{row.paragraph}, {row.what}: {row.summary}" for row in rows[:MOST_ROWS]]
    return [*lines, *([f"- and {count(len(rows) - MOST_ROWS, 'row')} more"] if len(rows) > MOST_ROWS else [])]


def what_moved(groups: list[DateWord], was: date, now: date) -> str:
    """Return in a few sentences what another day of writing changed."""
    words = [group for group in groups if group.word]
    moved = [group for group in words if group.span(was) != group.span(now)]
    stayed = [group for group in words if group not in moved]
    start = f"Written on {short_day(now)} instead of {short_day(was, now.year)}:"
    if not moved:
        return f"{start} no date word moves."
    changes: dict[tuple[str, str], list[str]] = {}
    for group in moved:
        changes.setdefault((_now(group, now), _now(group, was)), []).append(f"“{group.word}”")
    said = [
        f"{and_(names)} {'is' if len(names) == 1 else 'are'} {to} instead of {of}"
        for (to, of), names in changes.items()
    ]
    more = f"; {count(len(said) - MOST_CHANGES, 'more change')}" if len(said) > MOST_CHANGES else ""
    rows, all_rows = (sum(len(group.rows) for group in some) for some in (moved, words))
    names = listed((f"“{group.word}”" for group in stayed), MOST_WORDS, ", ", more="")
    tail = f" Not moved: {names}." if stayed else ""
    return f"{start} {'; '.join(said[:MOST_CHANGES])}{more}. {rows} of {count(all_rows, 'row')} moved.{tail}"


def _now(group: DateWord, written: date) -> str:
    return days_in_words(group.span(written), written.year)


def _with_days(group: DateWord, written: date) -> str:
    return f"“{group.word}”{_aside(group)} is {_now(group, written)}"


def _aside(group: DateWord) -> str:
    return "" if group.its["past"] == YES else f" ({group.its['word']})"
