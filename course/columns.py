"""A column of a table, with the type that its field declares, and what in it is not as declared.

Each value is looked at once, however often it stands in the column: most columns have few.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from itertools import filterfalse
from operator import gt, lt
from typing import TYPE_CHECKING, Any, TypeAlias

import pandas as pd

from course.content import did_you_mean
from course.problem import of_the_first
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.cells import Column

    Typed: TypeAlias = Any
    """An array of pandas or of numpy, with the type of a field."""
    Faults: TypeAlias = list[tuple[list[int], Callable[[str], str], str]]
    """Which rows are not as declared, a function from a value to why, and what all of these have in common."""
    Off: TypeAlias = tuple[set[str], Callable[[str], str], str]
    """Some values, and as in `Faults` what is told of them."""

Field = dict[str, Any]

PATTERNS = {
    "integer": r"[+-]?[0-9]{1,15}",
    "number": r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?",
    "boolean": r"true|false",
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
}
EXAMPLES = {
    "integer": "a whole number such as 4000, without separators and of at most 15 digits",
    "number": "a number such as 44.43",
    "boolean": "true or false",
    "date": "a date such as 2022-02-02",
}
TEXT = pd.StringDtype()
DTYPES: dict[str, Any] = {"integer": pd.Int64Dtype(), "number": pd.Float64Dtype(), "boolean": pd.BooleanDtype()}
DAYS = "datetime64[us]"


def typed(cells: Column, field: Field, case: str) -> tuple[Typed, Faults]:
    """Return a column with its type, and what in it is not as declared; an empty text is a blank."""
    held = field.get("constraints", {})
    faults: Faults = []
    if held.get("required") and "" in cells.distinct:
        why = f"this must not be blank. {field.get('description', '')}".strip()
        faults.append((cells.where({""}), _each(why), "blank"))
    if held.get("unique"):
        faults.append((cells.again(), _each("is in a row before. Each row needs its own."), ""))
    made = _of_words if "vocabulary" in field or "enum" in held else _of_values
    column, more = made(cells, field, case)
    return column, [*faults, *((cells.where(off), why, alike) for off, why, alike in more if off)]


def _of_words(cells: Column, field: Field, case: str) -> tuple[Typed, list[Off]]:
    """Return a column of words from a list or a vocabulary, in whose order they are, and what is none of them."""
    allowed = field.get("constraints", {}).get("enum") or list(vocabulary(field["vocabulary"], case))
    kind = str(field.get("vocabulary") or field["name"]).replace("_", " ")
    why = of_the_first(
        lambda value: f"is not among the {kind}. {did_you_mean(value, allowed)}", f"is not among the {kind}."
    )
    places = {word: place for place, word in enumerate(allowed)}
    codes = cells.each((places.get(text, -1) for text in cells.distinct), int)
    column = pd.Categorical.from_codes(codes, dtype=in_order(tuple(allowed)))
    return column, [({text for text in cells.distinct if text and text not in places}, why, "")]


@lru_cache(maxsize=128)
def in_order(words: tuple[str, ...]) -> pd.CategoricalDtype:
    """Return the type of a column of some words, in their order; many columns have the same."""
    return pd.CategoricalDtype(list(words), ordered=True)


def _of_values(cells: Column, field: Field, _: str) -> tuple[Typed, list[Off]]:
    """Return a column of text, numbers, days or truths, and what is none of its type, its form and its limits."""
    kind, held = field["type"], field.get("constraints", {})
    texts = list(filter(None, cells.distinct))
    off: list[Off] = []
    if pattern := PATTERNS.get(kind) or held.get("pattern"):
        fits = re.compile(pattern).fullmatch
        expected = EXAMPLES.get(kind, f"text of the form {pattern}")
        off.append((set(filterfalse(fits, texts)), _each(f"is not {expected}."), "form"))
    if kind == "string":
        known = cells.distinct if len(texts) == len(cells.distinct) else [text or None for text in cells.distinct]
        return pd.array(known, dtype=TEXT).take(cells.codes), off
    read = {text: READ[kind](text) for text in texts if text not in off[0][0]}
    off.append(({text for text in read if read[text] is None}, _each("is not a day of the calendar."), "calendar"))
    for limit, outside, said in (("minimum", lt, "below"), ("maximum", gt, "above")):
        if limit in held:
            beyond = {text for text, known in read.items() if known is not None and outside(known, held[limit])}
            off.append((beyond, _each(f"is {said} {held[limit]}."), said))
            read.update(dict.fromkeys(beyond))
    found = [read.get(text) for text in cells.distinct]
    if kind == "date":
        return cells.each(found, DAYS), off
    return pd.array(found, dtype=DTYPES[kind]).take(cells.codes), off


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


READ: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "number": float,
    "boolean": lambda value: value == "true",
    "date": _day,
}
"""What a value of a type is, where it has the form of one."""


def _each(why: str) -> Callable[[str], str]:
    """Return a function that says the same of each value."""
    return lambda _: why
