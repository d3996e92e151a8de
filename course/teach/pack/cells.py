"""Mend one cell as its field declares it, where one reading alone is possible; say it where there are several."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from course.columns import PATTERNS
from course.names import SEPARATOR
from course.say import plain_day
from course.teach.pack import days, numbers
from course.teach.pack.places import countries
from course.wording import read_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.columns import Field

UNSEEN = re.compile("[\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}\N{WORD JOINER}]")
HARD_SPACE = re.compile("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\\t\\r\\n]+")
TWICE_ENCODED = re.compile("[\xc2\xc3\xe2]")
"""What a letter begins with that was saved in UTF-8, read in another encoding and saved again."""
TRUTHS = {
    **dict.fromkeys(("true", "yes", "y", "wahr", "ja", "vrai", "oui", "1", "1.0"), "true"),
    **dict.fromkeys(("false", "no", "n", "falsch", "nein", "faux", "non", "0", "0.0"), "false"),
}
"""How spreadsheets and people write true and false."""
NOTHING = {"n/a", "na", "#n/a", "null", "nan", "-", "\N{EN DASH}", "\N{EM DASH}"}
"""How spreadsheets and people write a blank where something else than words is to stand."""
MOST_NAMED = 2


@dataclass(frozen=True)
class Around:
    """What a cell is read by.

    Attributes
    ----------
    words
        The words of the vocabulary of its field, each by how it can be written.
    keys
        The keys that its field can point to, each by how it can be written.
    wording
        The evidence of its row.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    wording: str = ""


@dataclass(frozen=True)
class Cell:
    """What a cell is to hold, what kind of mend that is, and where nothing is certain why it stays as it is."""

    value: str
    kind: str = ""
    doubt: str = ""


def mended(value: str, field: Field, around: Around) -> Cell:
    """Return what a cell is to hold."""
    clean, kind = _clean(value)
    if not clean or _is_fine(clean, field, around):
        return Cell(clean, kind)
    held = field.get("constraints", {})
    read = _read(clean, field, around)
    if read.value == clean and not read.doubt and not held.get("required") and clean.lower() in NOTHING:
        free = field["type"] == "string" and not (around.words or around.keys or held.get("pattern"))
        return Cell(clean, kind) if free else Cell("", "blank")
    return Cell(read.value, read.kind or kind, read.doubt)


def by_level(keys: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return keys by all ways to write them, those left out that two keys have in common."""
    found: dict[str, set[str]] = {}
    for key, ways in keys.items():
        for way in (key, *ways):
            found.setdefault(level(way), set()).add(key)
    return {way: next(iter(meant)) for way, meant in found.items() if way and len(meant) == 1}


def level(word: str) -> str:
    """Return a word without what a spreadsheet or a typist changes: capitals, hyphens, zeros before a number."""
    plain = re.sub(r"[\s_-]+", " ", word.casefold()).strip()
    return re.sub(r"(?<!\d)0+(?=\d)", "", plain).removesuffix(".0")


def _clean(value: str) -> tuple[str, str]:
    """Return a value without what cannot be seen, its letters as they were meant; and what kind of mend that is."""
    clean = HARD_SPACE.sub(" ", UNSEEN.sub("", value)).strip()
    kind = "signs" if clean != value else ""
    if TWICE_ENCODED.search(clean):
        try:
            return clean.encode("cp1252").decode("utf-8"), "letters"
        except UnicodeError:
            pass  # these letters are meant
    return clean, kind


def _is_fine(value: str, field: Field, around: Around) -> bool:
    if around.words:
        return value in around.words.values()
    if around.keys:
        return all(part in around.keys.values() for part in value.split(SEPARATOR))
    pattern = PATTERNS.get(field["type"]) or field.get("constraints", {}).get("pattern")
    return pattern is None or re.fullmatch(pattern, value) is not None


def _read(value: str, field: Field, around: Around) -> Cell:
    match field["type"]:
        case "boolean":
            return _as(value, TRUTHS.get(value.lower()), "truth")
        case "date":
            return _day(value)
        case "integer" | "number":
            return _number(value, field, around.wording)
    if around.words:
        return _as(value, around.words.get(level(value)), "word")
    if field.get("codes") == "countries":
        return _as(value, _keys(value, by_level({code: (each.name,) for code, each in countries().items()})), "code")
    pattern = field.get("constraints", {}).get("pattern")
    return _as(value, _keys(value, around.keys) or (_slug(value, pattern) if not around.keys else None), "key")


def _slug(value: str, pattern: str | None) -> str | None:
    """Return a value in small letters with hyphens, where that is as its field declares it."""
    slug = re.sub(r"[\s_]+", "-", value.casefold())
    return slug if pattern and re.fullmatch(pattern, slug) else None


def _as(value: str, meant: str | None, kind: str) -> Cell:
    return Cell(value) if meant is None or meant == value else Cell(meant, kind)


def _keys(value: str, keys: Mapping[str, str]) -> str | None:
    """Return the keys that a cell names, with semicolons between several; None where one of them is no key."""
    for sign in (SEPARATOR, ",", "/", "|"):
        parts = [keys.get(level(part)) for part in value.split(sign) if part.strip()]
        if parts and all(parts):
            return SEPARATOR.join(part for part in parts if part)
    return None


def _day(value: str) -> Cell:
    found = days.readings(value)
    if len(found) == 1:
        return Cell(found[0].isoformat(), "day")
    if found:
        either = " or ".join(f"{plain_day(day)} ({day})" for day in found)
        return Cell(value, doubt=f"{value!r} can be {either}. Write which.")
    if days.is_serial(value):
        return Cell(value, doubt=f"{value!r} is a spreadsheet's number for a day. Write it such as 2022-02-02.")
    return Cell(value)


def _number(value: str, field: Field, wording: str) -> Cell:
    said = [Decimal(str(float(value))) for value in read_values(wording)]
    held = field.get("constraints", {})
    low, high = (Decimal(str(held.get(end, sign))) for end, sign in (("minimum", "-Infinity"), ("maximum", "Infinity")))
    if numbers.is_short(value, said):
        return Cell(value, doubt=f"{value!r} is a number that a spreadsheet has cut short. Write all its digits.")
    can = numbers.readings(value, said)
    fits = [each for each in can if low <= each <= high and (field["type"] == "number" or each == int(each))]
    if len(fits) > 1:
        fits = [each for each in fits if each in said] or fits
    if len(fits) == 1:
        return Cell(numbers.text(fits[0]), "number")
    if fits:
        either = " or ".join(numbers.text(each) for each in fits[:MOST_NAMED])
        return Cell(value, doubt=f"{value!r} can be {either}. Write which.")
    return Cell(value)


def own_keys(rows: list[list[str]], at: int, pattern: str | None) -> list[str]:
    """Return the keys of the rows of a table, spelled as keys are, where no two become the same by that."""
    values = [_clean(row[at])[0] if at < len(row) else "" for row in rows]
    made = [_slug(value, pattern) or value for value in values]
    times = Counter(made)
    return [new if times[new] == 1 else old for new, old in zip(made, values, strict=True)]
