"""A column of a table, with the type that its field declares, and what in it is not as declared."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd

from course.content import did_you_mean
from course.vocabulary import vocabulary

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


def typed(values: pd.Series[Any], field: Field, case: str) -> tuple[pd.Series[Any], Faults]:
    """Return a column with its type, and what in it is not as declared."""
    held = field.get("constraints", {})
    blank = values.isna()
    faults: Faults = []
    if held.get("required"):
        why = f"this must not be blank. {field.get('description', '')}".strip()
        faults.append((blank, lambda _: why, "blank"))
    if held.get("unique"):
        faults.append((values.duplicated() & ~blank, lambda _: "is in a row before. Each row needs its own.", ""))
    if "vocabulary" in field or "enum" in held:
        allowed = held.get("enum") or list(vocabulary(field["vocabulary"], case))
        kind = str(field.get("vocabulary") or field["name"]).replace("_", " ")
        no_word = cache(lambda value: f"is not among the {kind}. {did_you_mean(value, allowed)}")
        faults.append((~blank & ~values.isin(allowed), no_word, ""))
        return values.where(values.isin(allowed)).astype(pd.CategoricalDtype(allowed, ordered=True)), faults
    good = ~blank
    pattern = PATTERNS.get(field["type"]) or held.get("pattern")
    if pattern:
        expected = EXAMPLES.get(field["type"], f"text of the form {pattern}")
        good = values.str.fullmatch(pattern).fillna(value=False).astype(bool)
        faults.append((~blank & ~good, lambda _: f"is not {expected}.", "form"))
    if field["type"] == "string":
        return values, faults
    column = _converted(values.where(good), field["type"])
    faults.append((good & column.isna(), lambda _: "is not a day of the calendar.", "calendar"))
    for limit, outside, said in (("minimum", column.lt, "below"), ("maximum", column.gt, "above")):
        if limit in held:
            mask = outside(held[limit]).fillna(value=False)
            why_not = f"is {said} {held[limit]}."
            faults.append((mask, lambda _, why_not=why_not: why_not, said))
            column = column.mask(mask)
    return column, faults


def _converted(values: pd.Series[Any], kind: str) -> pd.Series[Any]:
    match kind:
        case "integer":
            return values.astype("Int64")
        case "number":
            return values.astype("Float64")
        case "boolean":
            return values.map({"true": True, "false": False}).astype("boolean")
        case _:
            return pd.to_datetime(values, format="%Y-%m-%d", errors="coerce")
