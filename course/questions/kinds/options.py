"""What all kinds with options have in common: keys, each with its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from course.questions.kinds.base import A, Kind, Read
from course.questions.kinds.number import alike, read_number
from course.questions.kinds.value import LONGEST_TEXT, clean, items, shown
from course.say import and_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

FEWEST_OPTIONS = 2
AROUND = " .,;:!?()\"'"
"""What can stand around an option and is no part of it."""


@dataclass(frozen=True)
class Options(Kind[A]):
    """A kind whose answers are keys of options.

    Attributes
    ----------
    options
        The keys and the texts.
    """

    options: Mapping[str, str]

    needs = ("options",)

    @classmethod
    def from_spec(cls, spec: Mapping[str, Any]) -> Self:
        """Want at least two options, each a text, and no two alike."""
        _check(spec["options"])
        return cls(dict(spec["options"]))

    @property
    def offered(self) -> tuple[str, ...]:
        """The texts of the options."""
        return tuple(self.options.values())

    @property
    def keys(self) -> str:
        """All keys, in a line."""
        return ", ".join(map(repr, self.options))

    def key_of(self, value: object) -> str | None:
        """Return the key of the option that a value names, by its key, as a number too, or by its text; or None."""
        if isinstance(value, str) and (key := self._named.get(_essence(value))) is not None:
            return key
        number = _number(value)
        found = [key for key in self.options if number is not None and alike(_number(key), number)]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _named(self) -> dict[str, str]:
        """The key of each option by what names it; an empty text names none."""
        named = {_essence(name): key for key, text in self.options.items() for name in (key, text)}
        return {name: key for name, key in named.items() if name}

    def several(self, value: object) -> list[object] | None:
        """Return the values that a value holds, also those of a text with marks between them; None for one alone."""
        if not isinstance(value, str) or self.key_of(value):
            return items(value)
        parts = re.split(r"[,;>\n]", value[:LONGEST_TEXT])
        return [*parts] if all(map(self.key_of, parts)) else None

    def keys_of(self, many: Iterable[object], called: str) -> list[str] | str:
        """Return the key of each option that is named, or a sentence on a value that names none."""
        keys = []
        for item in many:
            key = self.key_of(item)
            if key is None:
                return f"{shown(item)} is not among the {called}: {self.keys}."
            keys.append(key)
        return keys

    def texts(self, keys: Iterable[str]) -> str:
        """Return the texts of some options, between quotation marks and with an "and"."""
        return and_(f"“{self.options[key]}”" for key in keys)

    def place_in(self, hint: str, key: str) -> int:
        """Return where a hint says the text of an option; -1 where it does not."""
        return clean(hint).lower().find(clean(self.options[key]).lower())


def options_of(kind: Kind[Any]) -> Mapping[str, str]:
    """Return the keys and the texts of the options of a kind; none where it has none."""
    return kind.options if isinstance(kind, Options) else {}


def _essence(text: str) -> str:
    """Return a text in lower case, without marks around it."""
    said = clean(text).casefold()
    return said.strip(AROUND) or said


def _number(value: object) -> float | None:
    """Return the number that a value is, alone or as a text."""
    read = read_number(value) if isinstance(value, str | int | float) else ""
    return read.answer if isinstance(read, Read) and isinstance(read.answer, float) else None


def _check(options: object) -> None:
    if not isinstance(options, dict) or len(options) < FEWEST_OPTIONS:
        message = f"'options' must be a table of at least {FEWEST_OPTIONS} keys with their texts."
        raise ValueError(message)
    if not all(isinstance(text, str) and text.strip() for text in options.values()):
        message = "each option must be a text."
        raise ValueError(message)
    said = [name for key, text in options.items() for name in {_essence(key), _essence(text)}]
    if len(set(said)) != len(said):
        message = "two options have the same key or text."
        raise ValueError(message)
