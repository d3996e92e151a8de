"""A learner's value, made safe to look at: no code of its own runs when it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from types import NoneType
from typing import TYPE_CHECKING, Any

import numpy as np

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
    Decimal,
    Fraction,
    date,
    datetime,
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
    if kind.__module__.partition(".")[0] in TRUSTED:
        return value.item() if isinstance(value, np.generic) and not isinstance(value, np.datetime64) else value
    for base, read in READERS:
        if issubclass(kind, base):
            return read(value)
    words = (
        "a function; call it with () to get its value"
        if callable(value)
        else f"a thing of the type {kind.__name__[:LONGEST_NAME]}"
    )
    return Foreign(words)


READERS: list[tuple[type, Callable[[Any], Any]]] = [
    (str, str.__str__),
    (int, int.__int__),
    (float, float.__float__),
    (list, list.copy),
    (tuple, lambda value: tuple.__getitem__(value, slice(None))),
    (set, lambda value: set().union(value)),
    (frozenset, lambda value: set().union(value)),
    (dict, lambda value: dict(list(dict.items(value)))),
]
