"""Each number of a text that counts something: its value, its hedge, its unit, what it counts and its wording."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from course.finder.lists import MONEY, any_of, words
from course.finder.loosening import Loosened, after, around, before, sizes
from course.finder.measures import Measured, fraction, halves, is_share, kind_of, measured, shares
from course.finder.nouns import noun_after, wording
from course.finder.numerals import Numeral, Value, numerals
from course.finder.uncounted import uncounted
from course.hedges import no_hedge

if TYPE_CHECKING:
    from collections.abc import Iterator

Place = TypeVar("Place", Numeral, Loosened)
NOT_ITSELF = {MONEY, "share", "fraction"}
"""Kinds of units behind which only an *of* tells what is counted: "the €2 million fund" counts no funds."""
MILLION = 10**6
WORDS_BEFORE = 40
"""How many letters before two numbers a word is looked for that makes them no range."""
LINES = ("…-…", "…–…")  # noqa: RUF001 - the longer line is meant
"""Phrases of a range that can be a score or a name too, such as "20-30"."""
NEAR = 2
"""Of "two or three": how many times the first number the second one is at most."""


@dataclass(frozen=True)
class Find:
    """A number of a text, or a size such as "dozens", that counts something.

    Attributes
    ----------
    start, end
        Where it stands in the text, with its sign of money or per cent and, of a range, both its numbers.
    value, number_to
        What it is worth: a whole number, an exact decimal or fraction; None for a size. The second number of a range.
    hedge
        Its hedge, a key of the vocabulary `hedges`.
    unit
        The unit of money, a measure or a share; empty for a count.
    noun
        What is counted, as far as the words after it tell; else empty.
    loose
        Where the words of its hedge stand.
    wording
        At most six words of the text that hold it.
    """

    start: int
    end: int
    value: Value | None
    number_to: Value | None
    hedge: str
    unit: str
    noun: str
    loose: tuple[tuple[int, int], ...]
    wording: str

    @property
    def kind(self) -> str:
        """The kind of what it is: a count, money, a share, a fraction or a measure."""
        return kind_of(self.unit)


def find(text: str) -> list[Find]:
    """Return the numbers of a text that count something, in its order.

    Days, years, times, ages, scores and names with digits are left out, and so is what cannot be read whole.
    """
    numbers = [each for each in numerals(text) if not _is_stuck(text, each)]
    numbers = sorted([*numbers, *halves(text)], key=lambda each: each.start)
    numbers = _apart(numbers, uncounted(text))
    longer = {(each.start, letter) for each in numbers for letter in range(each.start, each.end)}
    parts = [
        each
        for each in shares(text, numbers)
        if (each.start, each.end) not in longer  # "a quarter of a million" is a number
        and is_share(text, each, hedged=bool(before(text, each.start)))
    ]
    numbers = _apart(numbers, [(each.start, each.end) for each in parts])
    loose = _apart(sizes(text), [(each.start, each.end) for each in (*numbers, *parts)])
    counted = [
        *_counted(text, numbers),
        *(_of_share(text, each) for each in parts),
        *(_of_size(text, e) for e in loose),
    ]
    found: list[Find] = []
    for each in sorted(counted, key=lambda each: each.start):
        if not found or found[-1].end <= each.start:
            found.append(each)
    return found


def _apart(some: list[Place], taken: list[tuple[int, int]]) -> list[Place]:
    """Return those of some places that share no letter with what is taken already."""
    letters = {letter for start, end in taken for letter in range(start, end)}
    return [each for each in some if letters.isdisjoint(range(each.start, each.end))]


def _is_stuck(text: str, number: Numeral) -> bool:
    """Return whether a number is a part of a longer word or number, such as the 100 of "100m"."""
    rest = text[number.end : number.end + 1]
    if text[number.start - 1 : number.start].isalnum() and number.start:
        return True
    if not rest or not (rest.isalnum() or rest in "½¼¾"):
        return False
    return measured(text, number.start, number.end).end == number.end and _millions(text, number) is number


def _millions(text: str, number: Numeral) -> Numeral:
    """Return a number with its `m` read as million, where money or what is counted tells that it is no length."""
    match = re.compile(r"\s?m(?!\w)").match(text, number.end)
    if not match:
        return number
    with_m = Numeral(number.scaled(MILLION).value, number.start, match.end(), MILLION)
    is_money = kind_of(measured(text, *match.regs[0]).unit) == MONEY or measured(text, number.start, number.end).unit
    noun, end = noun_after(text, match.end())
    return with_m if is_money or (noun and noun.endswith(("s", "people")) and end > match.end()) else number


def _counted(text: str, numbers: list[Numeral]) -> Iterator[Find]:
    """Yield the finds of numbers that are no shares: ranges, then single ones."""
    numbers = [_millions(text, each) for each in numbers]
    earlier, at = 0, 0
    while at < len(numbers):
        one, other = numbers[at], numbers[at + 1] if at + 1 < len(numbers) else None
        ranged = _ranged(text, one, other) if other else None
        if ranged is not None and other:
            at += 2
            if isinstance(ranged, Find):
                yield ranged
            earlier = other.end
            continue
        place = measured(text, one.start, one.end)
        if other and not place.unit:
            place = _as_the_other(text, place, other)
        yield _found(text, one.value, None, place, before(text, place.start, earlier) or after(text, place.end))
        at, earlier = at + 1, one.end


def _ranged(text: str, one: Numeral, other: Numeral) -> Find | bool | None:
    """Return two numbers as a range; True where they are a score, which counts nothing; None where they are two."""
    first, second = measured(text, one.start, one.end), measured(text, other.start, other.end)
    joined = around(text, (first.start, first.end), (second.start, second.end))
    if joined is None:
        return None
    hedge, phrase, loose = joined
    if one.scale == 1 < other.scale and one.value < other.value / other.scale:
        one = one.scaled(other.scale)
    begun = text[max(0, first.start - WORDS_BEFORE) : loose[0][0]]
    change = not phrase.startswith("…") and loose[0][1] <= first.start and _says(begun, "change")
    alone = phrase.startswith("…")
    if change or (first.unit and second.unit and first.unit != second.unit):
        return None
    if alone and phrase.endswith("or …"):
        if not one.value < other.value <= NEAR * one.value:
            return None
    elif one.value >= other.value or (alone and not second.unit and other.scale == 1 and _says(begun, "score")):
        return True if alone else None
    elif (
        alone
        and phrase in LINES
        and not (first.unit or second.unit or other.scale > 1 or noun_after(text, other.end)[0])
    ):
        return True
    place = Measured(first.start, second.end, second.unit or first.unit, second.shown)
    return _found(text, one.value, other.value, place, [Loosened(hedge, *each) for each in loose])


def _as_the_other(text: str, place: Measured, other: Numeral) -> Measured:
    """Return a number with the unit of the one after it where a change is told, such as "from 6.1 to 5.9 per cent"."""
    second = measured(text, other.start, other.end)
    told = around(text, (place.start, place.end), (second.start, second.end))
    return replace(place, unit=second.unit) if told and len(told[2]) > 1 else place


def _says(text: str, role: str) -> bool:
    return re.search(rf"\b(?:{any_of(words(role))})\b[^.;]*$", text, re.IGNORECASE) is not None


def _of_share(text: str, share: Numeral) -> Find:
    place = Measured(share.start, share.end, fraction(), share.end)
    return _found(text, share.value, None, place, before(text, share.start) or after(text, share.end))


def _of_size(text: str, size: Loosened) -> Find:
    joined = re.compile(r"\sof(?=\s)").match(text, size.end)
    unit = measured(text, size.end, joined.end() if joined else size.end)
    place = Measured(size.start, unit.end if unit.unit else size.end, unit.unit, size.end)
    return _found(text, None, None, place, [size])


def _found(
    text: str,
    value: Value | None,
    number_to: Value | None,
    place: Measured,
    loosened: Loosened | list[Loosened] | None,
) -> Find:
    hedges = loosened if isinstance(loosened, list) else [loosened] if loosened else []
    noun, noun_end = noun_after(text, place.end, of=value is None or bool(place.unit))
    if kind_of(place.unit) in NOT_ITSELF and not text[place.end :].lstrip().startswith("of "):
        noun, noun_end = "", place.end  # what comes next has the money or changes by the share, and is not counted
    start = min([place.start, *(each.start for each in hedges)])
    end = max([noun_end, *(each.end for each in hedges)])
    return Find(
        place.start,
        place.shown,
        value,
        number_to,
        hedges[0].hedge if hedges else no_hedge(),
        place.unit,
        noun,
        tuple((each.start, each.end) for each in hedges),
        wording(text, start, end, place.end),
    )
