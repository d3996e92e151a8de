"""What can be lit up in a text: its numbers, the hedges beside them, who speaks, days, and words that need a meaning.

All of it is known from the vocabulary and from the tables of the case that the text belongs to, so that it is found in
any report, in a digest as in a learner's own copy.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from course.names import SEPARATOR
from course.page import html, reading
from course.tables import plain
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pandas as pd

KINDS = {
    "number": "numbers",
    "hedge": "the small words beside them",
    "speaker": "who speaks",
    "day": "days",
}
"""What can be lit, and what a reader calls it."""
TERM = "term"
LONG = 6
"""Letters of a word that is marked where it stands alone."""
DAYS = (*calendar.day_name, "today", "yesterday", "tomorrow", "this week", "last week", "next week")
_WORD = re.compile(r"\w+")
_MONTH = "|".join(list(calendar.month_name)[1:])
_DATE = re.compile(rf"(?:\b\d{{1,2}} )?\b(?:{_MONTH})\b(?: \d{{1,2}}\b)?(?:,? \d{{4}}\b)?|\b(?:19|20)\d\d\b(?!,\d)")


@dataclass(frozen=True)
class Span:
    """A part of a text that can be lit, from `start` to before `end`, and the meaning of a term."""

    start: int
    end: int
    kind: str
    meaning: str = ""


Lit = dict[int, list[Span]]
"""What can be lit in each paragraph, by its number."""


@dataclass(frozen=True)
class Known:
    """What is known of a case before a text of it is read.

    Attributes
    ----------
    days
        Its words for days, by the first word of each in small letters.
    speakers
        For each paragraph what those can be called who speak there.
    """

    days: Mapping[str, frozenset[str]] = field(default_factory=dict)
    speakers: Mapping[int, frozenset[str]] = field(default_factory=dict)


def known(tables: Mapping[str, pd.DataFrame]) -> Known:
    """Return what the tables of a case tell: who speaks is known by statements and sources."""
    return Known(_date_words(tables), _speakers(tables))


def find(text: str, paragraph: int, case: Known, terms: Mapping[str, str] | None = None) -> list[Span]:
    """Return what can be lit in a text, in its order; no two overlap.

    Parameters
    ----------
    text
        One paragraph, of a digest or of a report.
    paragraph
        Its number.
    case
        What is known of the case.
    terms
        Words that need a meaning, each with it.
    """
    from course.finder.find import find as find_counted  # noqa: PLC0415 - what explains a term needs no finder

    said = {word for first in _WORD.findall(text.lower()) for word in case.days.get(first, ())}
    days = _found(text, [*said, *DAYS], "day")
    dates = [Span(*match.span(), "day") for match in _DATE.finditer(text)]
    counted = [each for each in find_counted(text) if not any(day.start <= each.start < day.end for day in days)]
    hedges = [Span(*place, "hedge") for each in counted for place in each.loose]
    numbers = [Span(each.start, each.end, "number") for each in counted]
    spoken = _found(text, case.speakers.get(paragraph, ()), "speaker", exact=True)
    # A size such as "dozens" is its own hedge, so hedges come first; and four digits that count something are no year.
    return _apart([*days, *hedges, *numbers, *dates, *spoken, *find_terms(text, terms or {})])


def find_terms(text: str, terms: Mapping[str, str]) -> list[Span]:
    """Return where a text has words that need a meaning, in its order, each with it; of two that overlap the longer."""
    found = [
        Span(span.start, span.end, TERM, meaning)
        for term, meaning in terms.items()
        for span in _found(text, [term, f"{term}s"], TERM)
    ]
    return _apart(sorted(found, key=lambda span: span.start - span.end))


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans in the order of the text; of two that overlap, the one that comes first here."""
    shown: list[Span] = []
    for span in spans:
        if not any(span.start < other.end and other.start < span.end for other in shown):
            shown.append(span)
    return sorted(shown, key=lambda span: span.start)


def passage(texts: Mapping[int, str], tables: Mapping[str, pd.DataFrame], terms: Mapping[str, str]) -> Lit:
    """Return what can be lit in some paragraphs of a digest; a term is explained where it comes up first."""
    left, case = dict(terms), known(tables)
    shown = {}
    for number, text in texts.items():
        spans = find(text, number, case, left)
        first = {span.meaning: span for span in reversed(spans) if span.kind == TERM}
        shown[number] = [span for span in spans if span.kind != TERM or span is first[span.meaning]]
        left = {term: meaning for term, meaning in left.items() if meaning not in first}
    return shown


def pieces(text: str, spans: Iterable[Span]) -> Iterator[tuple[str, Span | None]]:
    """Yield a text piece by piece, each with the span that it is."""
    at = 0
    for span in spans:
        if span.start > at:
            yield text[at : span.start], None
        yield text[span.start : span.end], span
        at = span.end
    if at < len(text):
        yield text[at:], None


def to_html(text: str, spans: Iterable[Span], marked: Iterable[tuple[int, int]] = ()) -> html.Html:
    """Return a text as HTML in which all of that can be lit, each term opens, and some places are marked."""
    places = list(marked)
    shown, at = [], 0
    for piece, span in pieces(text, spans):
        start, at = at, at + len(piece)
        if span is not None and span.kind == TERM:
            shown.append(reading.explained(piece, span.meaning))
            continue
        cuts = sorted({0, len(piece), *(min(max(end - start, 0), len(piece)) for place in places for end in place)})
        for begin, end in pairwise(cuts):
            part = html.join(piece[begin:end])
            if any(first <= start + begin and start + end <= last for first, last in places):
                part = reading.mark(part)
            shown.append(part if span is None else reading.lit(span.kind, part))
    return html.join(*shown)


def shared(text: str, wording: str) -> list[tuple[int, int]]:
    """Return where a text has words of a wording: two or more in a row, a number, or a long word."""
    ours, theirs = (list(re.finditer(r"\w(?:[\w,.'-]*\w)?", each)) for each in (text, wording))
    both = [[word[0].casefold() for word in words] for words in (ours, theirs)]
    blocks = SequenceMatcher(None, both[0], both[1], autojunk=False).get_matching_blocks()
    found = [ours[block.a : block.a + block.size] for block in blocks if block.size]
    return [
        (words[0].start(), words[-1].end())
        for words in found
        if len(words) > 1 or len(words[0][0]) >= LONG or words[0][0][0].isdigit()
    ]


def kinds(spans: Iterable[Iterable[Span]]) -> dict[str, str]:
    """Return the kinds that some texts have, in the order of the key, each with what a reader calls it."""
    there = {span.kind for each in spans for span in each}
    return {kind: word for kind, word in KINDS.items() if kind in there}


def _found(text: str, words: Iterable[str], kind: str, *, exact: bool = False) -> list[Span]:
    """Return where some words stand as whole words, the longest first."""
    low = text.lower()
    several = sorted({word for word in words if word and word.lower() in low}, key=len, reverse=True)
    if not several:
        return []  # as in most texts: a pattern is made for few words only
    any_of = rf"(?<!\w)(?:{'|'.join(map(re.escape, several))})(?!\w)"
    return [Span(*match.span(), kind) for match in re.finditer(any_of, text, 0 if exact else re.IGNORECASE)]


def _date_words(tables: Mapping[str, pd.DataFrame]) -> dict[str, frozenset[str]]:
    said = {str(word) for rows in tables.values() if "date_word" in rows for word in rows["date_word"].dropna()}
    by_first: dict[str, set[str]] = {}
    for word in said:
        if (first := _WORD.search(word.lower())) and not word[0].isdigit():  # "15 years" is a number
            by_first.setdefault(first[0], set()).add(word)
    return {first: frozenset(words) for first, words in by_first.items()}


def _speakers(tables: Mapping[str, pd.DataFrame]) -> dict[int, frozenset[str]]:
    """Return for each paragraph what those can be called who speak there, or are named as a source."""
    called = _called(tables["actors"]) if "actors" in tables else {}
    keys: dict[int, set[str]] = {}
    for rows in tables.values():
        for column in (name for name in ("speaker", "source") if name in rows):
            for paragraph, key in set(zip(plain(rows["paragraph"]), plain(rows[column]), strict=True)):
                if key is not None and paragraph is not None:
                    keys.setdefault(int(paragraph), set()).update(str(key).split(SEPARATOR))
    return {
        paragraph: frozenset(name for key in there for name in called.get(key, ())) for paragraph, there in keys.items()
    }


def _called(actors: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Return what each actor can be called in a text: the name, of a person the family name, else the initials."""
    kinds = vocabulary("kinds")
    called: dict[str, tuple[str, ...]] = {}
    for key, name, kind in zip(actors.iloc[:, 0], actors["name"].astype(str), actors["kind"], strict=True):
        _, _, family = name.partition(" ")
        capitals = "".join(word[0] for word in name.split() if word[0].isupper())
        is_human = kinds.get(str(kind), {}).get("human") == "yes"
        called[str(key)] = (name, family) if is_human else (name, capitals if len(capitals) > 1 else "")
    return called
