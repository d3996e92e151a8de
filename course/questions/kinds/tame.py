"""A learner's value, made safe to look at: no code of its own runs when it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from types import EllipsisType, NoneType
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable

PLAIN = {
    bool,
    int,
    float,
    complex,
    str,
    bytes,
    list,
    tuple,
    set,
    frozenset,
    dict,
    NoneType,
    EllipsisType,
    Decimal,
    Fraction,
    date,
    datetime,
    timedelta,
}
TRUSTED = {"numpy", "pandas", "course"}
"""The packages whose own types are taken as they are."""
LONGEST_NAME = 60


@dataclass(frozen=True)
class Foreign:
    """A value of a type that is not looked into, in words."""

    words: str


def tame(value: Any) -> Any:  # noqa: ANN401 - whatever a learner gives
    """Return a value as a plain one of the same content, or a `Foreign`.

    A type that somebody wrote can do anything when it is compared, printed or counted, or never come back. So
    only the type is asked, and a subclass of a plain type is read with the plain type's own methods.
    """
    kind = type(value)
    if kind in PLAIN:
        return value
    if kind.__module__.partition(".")[0] in TRUSTED and not callable(value):
        return _of_numpy(value) if isinstance(value, np.generic) or value is np.ma.masked else value
    for base, read in READERS:
        if issubclass(kind, base):
            return read(value)
    words = (
        "a function; call it with () to get its value"
        if callable(value)
        else f"a thing of the type {kind.__name__[:LONGEST_NAME]}"
    )
    return Foreign(words)


def _of_numpy(value: Any) -> Any:  # noqa: ANN401
    """Return a scalar of numpy as a plain one or as pandas has it; a short float by the digits that it shows."""
    match value:
        case np.datetime64() | np.timedelta64():
            return pd.NaT if np.isnat(value) else _time(value)
        case np.floating():
            return float(str(value))
        case np.complexfloating():
            return complex(value)
    return pd.NA if value is np.ma.masked else value.item()


def _time(value: np.datetime64 | np.timedelta64) -> Any:  # noqa: ANN401
    """Return a time of numpy as pandas has it: a month or a year as a period, a span of no known length as a number."""
    unit = np.datetime_data(value.dtype)[0]
    try:
        if isinstance(value, np.timedelta64):
            return int(value.astype(int)) if unit in UNITS_OF_NO_LENGTH else pd.Timedelta(value)
        return pd.Period(str(value), unit) if unit in UNITS_OF_NO_LENGTH else pd.Timestamp(value)
    except (ValueError, OverflowError):
        return Foreign("a time that no calendar has")


UNITS_OF_NO_LENGTH = {"Y", "M", "generic"}
"""Units of time that do not say how many days they are."""
READERS: list[tuple[type, Callable[[Any], Any]]] = [
    (str, str.__str__),
    (int, int.__int__),
    (float, float.__float__),
    (list, list.copy),
    (tuple, lambda value: tuple.__getitem__(value, slice(None))),
    (set, lambda value: set().union(value)),
    (frozenset, lambda value: set().union(value)),
    (dict, lambda value: dict(list(dict.items(value)))),
    (type({}.keys()), list),
    (type({}.values()), list),
]
