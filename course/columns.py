"""A column of a table, with the type that its field declares, and what in it is not as declared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.content import did_you_mean
from course.problem import of_the_first
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from course.cells import Column

Field = dict[str, Any]
Faults = list[tuple[Any, Any, str]]
"""Which rows are not as declared, a function from a value to why, and what all of these have in common."""

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


def typed(cells: Column, field: Field, case: str) -> tuple[pd.Series[Any], Faults]:
    """Return a column with its type, and what in it is not as declared; an empty text is a blank."""
    held = field.get("constraints", {})
    blank = cells.blank
    faults: Faults = []
    if held.get("required"):
        why = f"this must not be blank. {field.get('description', '')}".strip()
        faults.append((blank, lambda _: why, "blank"))
    if held.get("unique"):
        again = pd.Series(cells.codes).duplicated().to_numpy()
        faults.append((again & ~blank, lambda _: "is in a row before. Each row needs its own.", ""))
    if "vocabulary" in field or "enum" in held:
        allowed = held.get("enum") or list(vocabulary(field["vocabulary"], case))
        kind = str(field.get("vocabulary") or field["name"]).replace("_", " ")
        no_word = of_the_first(
            lambda value: f"is not among the {kind}. {did_you_mean(value, allowed)}", f"is not among the {kind}."
        )
        places = {word: place for place, word in enumerate(allowed)}
        found = cells.each((places.get(text, -1) for text in cells.distinct), int)
        faults.append(((found < 0) & ~blank, no_word, ""))
        return pd.Series(pd.Categorical.from_codes(found, dtype=pd.CategoricalDtype(allowed, ordered=True))), faults
    pattern = PATTERNS.get(field["type"]) or held.get("pattern")
    fits = [True] * len(cells.distinct)
    if pattern:
        fits = [match is not None for match in map(re.compile(pattern).fullmatch, cells.distinct)]
        expected = EXAMPLES.get(field["type"], f"text of the form {pattern}")
        faults.append((~blank & ~cells.each(fits, bool), lambda _: f"is not {expected}.", "form"))
    if field["type"] == "string":
        texts = pd.array([text or None for text in cells.distinct], dtype="string")
        return pd.Series(texts.take(cells.codes)), faults
    known = [text if fit else None for text, fit in zip(cells.distinct, fits, strict=True)]
    column = pd.Series(_converted(known, field["type"]).take(cells.codes))
    faults.append(
        (cells.each(fits, bool) & column.isna().to_numpy(), lambda _: "is not a day of the calendar.", "calendar")
    )
    for limit, outside, said in (("minimum", column.lt, "below"), ("maximum", column.gt, "above")):
        if limit in held:
            mask = outside(held[limit]).fillna(value=False).to_numpy(dtype=bool)
            why_not = f"is {said} {held[limit]}."
            faults.append((mask, lambda _, why_not=why_not: why_not, said))
            column = column.mask(mask) if mask.any() else column
    return column, faults


def _converted(values: list[str | None], kind: str) -> Any:  # noqa: ANN401 - an array of pandas
    match kind:
        case "integer":
            return pd.array([None if value is None else int(value) for value in values], "Int64")
        case "number":
            return pd.array([None if value is None else float(value) for value in values], "Float64")
        case "boolean":
            return pd.array([None if value is None else value == "true" for value in values], "boolean")
        case _:
            return pd.to_datetime(pd.Series(values, dtype="string"), format="%Y-%m-%d", errors="coerce").array
