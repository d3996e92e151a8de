"""What bounds and ranges of days have in common: a first end and a last end."""

from __future__ import annotations

import re
from abc import abstractmethod
from functools import partial
from typing import Any, ClassVar

import pandas as pd

from course.questions.kinds.base import ANSWER, Kind, Read, need_span
from course.questions.kinds.tame import tame
from course.questions.kinds.value import clean, items, unwrapped, what_it_is

Pair = tuple[Any, Any]
BETWEEN = "_between"


class Ends(Kind[Pair]):
    """A kind whose answer is a pair of ends; a subclass says how one end is read and said.

    Attributes
    ----------
    names
        The keys of the two ends in a spec, in a dict, in a column of a table and among the controls.
    labels
        What stands before the two ends on a page.
    called
        The two ends in a sentence.
    help
        What to give, in a sentence.
    gaps
        What can stand between the two ends in a text, as patterns; the first that cuts it in two counts.
    """

    names: ClassVar[tuple[str, str]]
    labels: ClassVar[tuple[str, str]]
    called: ClassVar[tuple[str, str]]
    help: ClassVar[str]
    gaps: ClassVar[tuple[str, ...]]

    @abstractmethod
    def read_end(self, value: object, place: int) -> Read[Any] | str:
        """Return the first (`place` 0) or the last end (1), or a sentence on why a value is none."""

    @abstractmethod
    def say_end(self, end: Any) -> str:  # noqa: ANN401 - each kind has its own ends
        """Return one end in words."""

    def read(self, value: object) -> Read[Pair] | str:
        """Return the pair of ends; a pair, a dict, an interval, a text or a row with both ends will do."""
        pair = self._pair(value)
        if isinstance(pair, str):
            return pair
        ends, notes = [], []
        for place, (called, end) in enumerate(zip(self.called, pair, strict=True)):
            read = self.read_end(tame(end), place)
            if isinstance(read, str):
                return f"The {called}: {read}"
            ends.append(read.answer)
            notes.append(read.note)
        first, last = ends
        if first is not None and last is not None and first > last:
            one, other = self.called
            return f"The {one}, {self.say_end(first)}, comes after the {other}, {self.say_end(last)}. Swap them?"
        return Read((first, last), " ".join(note for note in notes if note))

    def _pair(self, value: object) -> Pair | str:
        inner = unwrapped(value)
        if isinstance(inner, dict | pd.Interval) or items(inner) is not None:
            value = inner
        if isinstance(value, str):
            value = self._halves(clean(value)) or value
        if isinstance(value, pd.DataFrame) and len(value) == 1:
            value = value.iloc[0]
        if isinstance(value, pd.Interval):
            return value.left, value.right
        first, last = self.names
        if isinstance(value, dict | pd.Series) and {first, last} <= set(value.keys()):
            return value[first], value[last]
        many = None if isinstance(value, set | frozenset) else items(value)
        if many is None or len(many) != len(self.names):
            return f"You gave {what_it_is(value)}{'' if many is None else f' of {len(many)}'}. {self.help}"
        return many[0], many[1]

    def _halves(self, said: str) -> list[str]:
        """Return the two halves of a text that says both ends; none where it does not."""
        said = re.sub("^(?:from|between) ", "", said, flags=re.IGNORECASE)
        halves = (re.split(gap, said, flags=re.IGNORECASE) for gap in self.gaps)
        return next((found for found in halves if len(found) == len(self.names)), [])

    def same_end(self, one: Any, other: Any) -> bool:  # noqa: ANN401
        """Return whether two ends are the same."""
        return bool(one == other)

    def same(self, given: Pair, accepted: Pair) -> bool:
        """Compare end by end."""
        return all(map(self.same_end, given, accepted))

    def _check(self, name: str, value: Any) -> None:  # noqa: ANN401
        if name == ANSWER:
            super()._check(name, value)
        else:
            self._named(name, value)

    def _meets(self, given: Pair, name: str, value: Any) -> bool:  # noqa: ANN401
        if name == ANSWER:
            return super()._meets(given, name, value)
        place, ends = self._named(name, value)
        mine = given[place]
        return self.same_end(mine, ends[0]) if len(ends) == 1 else mine is not None and bool(ends[0] <= mine <= ends[1])

    def _in_words(self, name: str, value: Any) -> str:  # noqa: ANN401
        return super()._in_words(name, value) if name == ANSWER else self._end_in_words(*self._named(name, value))

    def _end_in_words(self, place: int, ends: tuple[Any, ...]) -> str:
        return f"{self.labels[place].lower()} {' to '.join(map(self.say_end, ends))}"

    def _named(self, name: str, value: object) -> tuple[int, tuple[Any, ...]]:
        """Return the place of the end that a condition names, and that end, or the two between which it lies."""
        place = self.names.index(name.removesuffix(BETWEEN))
        need = partial(self._need_end, place=place)
        return place, need_span(need, value, name) if name.endswith(BETWEEN) else (need(value),)

    def _need_end(self, value: object, place: int) -> Any:  # noqa: ANN401
        read = self.read_end(value, place)
        if isinstance(read, str):
            raise ValueError(read)  # noqa: TRY004 - what is wrong is the value in a spec
        return read.answer

    def say(self, given: Pair) -> str:
        """Return both ends in words."""
        return f"from {self.say_end(given[0])} to {self.say_end(given[1])}"
