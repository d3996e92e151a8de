"""The words that the finder knows: units, and words that tell what a number beside them stands for."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from course.content import cases_folder
from course.vocabulary import kept, vocabulary

if TYPE_CHECKING:
    from course.vocabulary import Row

MONEY = "money"


@dataclass(frozen=True)
class Unit:
    """A unit: its key, its kind (money, measure, share or fraction), and how a text writes it before and after."""

    name: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@kept
def units() -> tuple[Unit, ...]:
    """Return the units of the vocabulary but those that are counted one by one."""
    return tuple(_unit(key, row) for key, row in vocabulary("units").items() if row["kind"])


def _unit(key: str, row: Row) -> Unit:
    phrases, signs = row["phrases"].split("|"), [row["sign_before"], row["sign_after"]]
    before = [phrase for phrase in phrases if not phrase.islower()] if row["kind"] == MONEY else []
    return Unit(key, row["kind"], *(tuple(filter(None, some)) for some in ([*before, signs[0]], [*phrases, *signs])))


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
