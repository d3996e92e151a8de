"""The word lists of the finder, from `data/finder`: units, and words that tell what a number beside them stands for."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from course.content import cases_folder


@dataclass(frozen=True)
class Unit:
    """A unit: its name, its kind (money, share or measure), and how a text writes it before and after a number."""

    name: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@cache
def units() -> tuple[Unit, ...]:
    """Return the units that are known."""
    return tuple(
        Unit(row["unit"], row["kind"], *(tuple(filter(None, row[side].split("|"))) for side in ("before", "after")))
        for row in rows("units")
    )


@cache
def words(role: str) -> frozenset[str]:
    """Return the words of a role, such as those after which a number is a label."""
    return next(frozenset(row["words"].split("|")) for row in rows("words") if row["role"] == role)


def any_of(some: frozenset[str] | tuple[str, ...] | list[str]) -> str:
    """Return a pattern of any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(some, key=lambda word: (-len(word), word))))


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a list of the finder."""
    with (cases_folder() / "finder" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
