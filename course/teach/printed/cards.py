"""Cards, strips and sheets that a guide asks for, each deck made from the tables of a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pandas as pd

from course import loading
from course.content import ContentError
from course.say import NO_NUMBER, NOT_NAMED, first_up, size
from course.sideways.ties import things
from course.teach.printed import outline_map
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from course.case import Case

SMALL, CARD, STRIP, SHEET, WHOLE, LENGTH = "small", "third", "strip", "sheet", "whole", "length"
"""How large a card is: six in a row, three, two, half a page, a page, or as long as its number."""
DAYS_BEFORE, DAYS_AFTER = 9, 3
"""How many days of the line come before the first day of writing, and after the last."""
STEP = 20_000
"""How far apart the marks of the wall's line are, in soldiers."""
A_CENTIMETRE = 1_000
"""How many soldiers a centimetre of a paper strip stands for."""
LONGEST = 25
"""Centimetres: what is longer is glued together from pieces."""
SLIP_OF = "hedge", "status", "source"
"""What of a number stands on a slip of its own."""
BLANKS = 5
LETTERS = 24


@dataclass(frozen=True)
class Card:
    """One card: its heading and lines, what is to be filled in; how long it is in centimetres, if that counts."""

    head: str = ""
    lines: tuple[str, ...] = ()
    fill: tuple[str, ...] = ()
    foot: str = ""
    long: float = 0
    drawing: str = ""


@dataclass(frozen=True)
class Deck:
    """Cards of one sort: what they are called, how large they are, what they are for, and the cards."""

    key: str
    title: str
    form: str
    use: str
    cards: tuple[Card, ...]


def decks(keys: Iterable[str], case: str) -> list[Deck]:
    """Return the decks of these keys, made from a case.

    Raises
    ------
    ContentError
        The case has no table that a deck is made from, or holds no text.
    """
    read = loading.load(case)
    return [DECKS[key](key, read) for key in keys]


def _troops(key: str, case: Case) -> Deck:
    cards = [Card(_size(row), (str(row["label"]),), foot=f"¶{row['paragraph']}") for row in case.rows("troops")]
    use = "A set for each group. Lay them on the line; a card without a number lies below it."
    return Deck(key, "The mentions", CARD, use, tuple(cards))


def _line(key: str, case: Case) -> Deck:
    most = case.troops["number"].max()
    cards = [Card(f"{mark:,}") for mark in range(0, int(most) + STEP + 1, STEP)]
    cards += [Card("→", ("open end: no limit",))] * 2
    return Deck(key, "The line on the wall", CARD, "One set for the class. Hang them up at equal steps.", tuple(cards))


def _statements(key: str, case: Case) -> Deck:
    cards = [
        Card(
            _called(case, "statements", "speaker", row["speaker"]) or f"speaker: {NOT_NAMED}",
            (str(row["summary"]), f"“{row['wording']}”"),
            foot=f"¶{row['paragraph']}",
        )
        for row in case.rows("statements")
    ]
    return Deck(key, "The statements", CARD, "A set for each pair. No mode stands on them.", tuple(cards))


def _modes(key: str, case: Case) -> Deck:
    used = set(case.statements["mode"].astype(str))
    return _words(key, "The modes", "modes", used, "One set for the class, for the floor or the wall.")


def _actors(key: str, case: Case) -> Deck:
    cards = [Card(str(row["name"]), foot=f"¶{row['paragraph']}") for row in case.rows("actors")]
    return Deck(key, "The actors", CARD, "A set for each group, to be sorted into kinds.", tuple(cards))


def _kinds(key: str, case: Case) -> Deck:
    used = set(case.actors["kind"].astype(str))
    return _words(key, "The kinds", "kinds", used, "One set for the class: a place for each kind.")


def _events(key: str, case: Case) -> Deck:
    cards = [
        Card(str(row["summary"]), (f"“{row['date_word']}”" if _is(row["date_word"]) else "no date word",),
             foot=f"¶{row['paragraph']}")
        for row in case.rows("events")
    ]  # fmt: skip
    use = "A set for each group. Hang a strip over all days on which it can have been."
    return Deck(key, "The events", STRIP, use, tuple(cards))


def _days(key: str, case: Case) -> Deck:
    if case.written is None:
        message = f"{case.name} does not say when the report was written, so there are no days to print."
        raise ContentError(message)
    first, last = case.written[0] - timedelta(DAYS_BEFORE), case.written[1] + timedelta(DAYS_AFTER)
    every = [first + timedelta(days) for days in range((last - first).days + 1)]
    cards = [Card(f"{day:%a} {day.day} {day:%b}", (str(day.year),)) for day in every]
    cards += [Card("written here", ("the day of writing",)), Card("no day", ("the box below the line",))]
    return Deck(key, "The days", CARD, "One set for the class, a day a peg.", tuple(cards))


def _map(key: str, case: Case) -> Deck:
    card = Card(drawing=outline_map.svg(case), lines=tuple(outline_map.told(case)))
    return Deck(key, "The outline map", WHOLE, "One for each learner or pair, to draw on.", (card,))


def _strips(key: str, case: Case) -> Deck:
    cards = []
    for row in _numbered(case):
        rest, pieces = row["number"] / A_CENTIMETRE, []
        while rest > 0:
            pieces.append(min(rest, LONGEST))
            rest -= LONGEST
        for place, piece in enumerate(pieces, start=1):
            of = f" ({place} of {len(pieces)}, to be glued together)" if pieces[1:] else ""
            cards.append(Card(f"{int(row['number']):,}", foot=of.strip(), long=piece))
    use = f"One set for each group. A centimetre stands for {A_CENTIMETRE:,} soldiers: print at 100 %."
    return Deck(key, "The numbers as strips", LENGTH, use, tuple(cards))


def _slips(key: str, case: Case) -> Deck:
    cards = []
    for row in _numbered(case):
        said = _called(case, "troops", "source", row["source"]) or f"source: {NOT_NAMED}"
        words = dict(zip(SLIP_OF, (str(row["hedge"]), str(row["status"]), said), strict=True))
        cards += [Card(word, (what,), foot=f"{int(row['number']):,}") for what, word in words.items()]
    blank = len(case.troops) - len(_numbered(case))
    cards += [Card(NO_NUMBER, (str(row["label"]),)) for row in case.rows("troops") if not _is(row["number"])]
    use = f"One set for each group: hedge, status and source of each number, and {blank} slips for what has none."
    return Deck(key, "Slips for the strips", CARD, use, tuple(cards))


def _paragraphs(key: str, case: Case) -> Deck:
    cards = [Card(f"¶{number}", (text,)) for number, text in case.digest.items()]
    return Deck(key, "The report in our words", STRIP, "One set for each pair.", tuple(cards))


def _posters(key: str, case: Case) -> Deck:
    cards = [Card(f"¶{number}", (text,)) for number, text in case.digest.items()]
    return Deck(key, "The paragraphs for the walls", SHEET, "One set for the class.", tuple(cards))


def _reports(key: str, case: Case) -> Deck:
    every = {side.case.name: side.case for thing in things().values() for side in thing.sides}
    cards = [
        Card(other.title, tuple(f"¶{number} {text}" for number, text in other.digest.items()))
        for name, other in every.items()
        if name != case.name
    ]
    return Deck(key, "What is noted of the other reports", SHEET, "A report for each group.", tuple(cards))


def _text(key: str, case: Case) -> Deck:
    if not case.text:
        message = f"{case.name} holds no text of the report, so there is none to print. Print its digest: paragraphs."
        raise ContentError(message)
    card = Card(case.title, tuple(f"¶{number} {text}" for number, text in case.text.items()))
    return Deck(key, "The text to code", WHOLE, "Two for each pair: one copy for each reader.", (card, card))


def _hedges(key: str, case: Case) -> Deck:
    used = {str(row["hedge"]) for row in _numbered(case)}
    return _words(key, "The hedges", "hedges", used, "One set for each group.")


def _words(key: str, title: str, name: str, used: set[str], use: str) -> Deck:
    cards = [Card(first_up(row["word"]), (row["meaning"],)) for word, row in vocabulary(name).items() if word in used]
    return Deck(key, title, SHEET, use, tuple(cards))


def _to_fill(title: str, form: str, use: str, fill: tuple[str, ...], number: int) -> Callable[[str, Case], Deck]:
    return lambda key, _: Deck(key, title, form, use, (Card(fill=fill),) * number)


def _numbered(case: Case) -> list[dict[str, Any]]:
    return [row for row in case.rows("troops") if _is(row["number"])]


def _size(row: dict[str, Any]) -> str:
    return size(row, NO_NUMBER)


def _called(case: Case, table: str, column: str, value: object) -> str:
    return case.names.called(table, column, str(value)) if _is(value) else ""


def _is(value: Any) -> bool:  # noqa: ANN401 - a cell of a table
    return bool(pd.notna(value))


DECKS: dict[str, Callable[[str, Case], Deck]] = {
    "troops": _troops,
    "line": _line,
    "statements": _statements,
    "modes": _modes,
    "actors": _actors,
    "kinds": _kinds,
    "events": _events,
    "days": _days,
    "map": _map,
    "strips": _strips,
    "slips": _slips,
    "hedges": _hedges,
    "paragraphs": _paragraphs,
    "posters": _posters,
    "reports": _reports,
    "text": _text,
    "rows": _to_fill(
        "Rows to fill", CARD, "Three for each pair.", ("Who", "What", "¶", "Words, six at most"), 12
    ),
    "counts": _to_fill(
        "Counts to fill", CARD, "About four for each group.",
        ("Number with its small word", "From", "To", "Who says so", "On which day"), 12,
    ),
    "asks": _to_fill(
        "Slips for the walk", CARD, "About three for each group.",
        ("¶", "Who says so", "At least", "At most", "There, or only said", "When", "What is missing"), 9,
    ),
    "home": _to_fill(
        "My questions to any report", SHEET, "One for each learner, to take home.", ("", "", "", "", "", ""), 2
    ),
    "letters": _to_fill("Small cards for letters", SMALL, "One set for each pair.", (), LETTERS),
}  # fmt: skip
"""What makes each deck, by its key."""
