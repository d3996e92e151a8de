"""What bounds and ranges of dates have in common: a first end and a last end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from course.questions.kinds.base import Read, items, need_answer, need_span, what_it_is
from course.questions.kinds.tame import tame

if TYPE_CHECKING:
    from collections.abc import Mapping

Pair = tuple[Any, Any]


class Ends:
    """A kind whose answer is a pair of ends; a subclass says how one end is read and said.

    Attributes
    ----------
    names
        The keys of the two ends in a spec, in a dict and in a column of a table.
    called
        The two ends in a sentence.
    help
        What to give, in a sentence.
    """

    name: str
    names: tuple[str, str]
    called: tuple[str, str]
    help: str
    parts: tuple[str, ...] = ()

    def check_parts(self, parts: Mapping[str, Any]) -> None:
        """Accept: two ends need no parts."""

    def check_condition(self, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> None:
        """Want two ends for an answer, one end by its name, and two for a range of an end."""
        if "answer" in condition:
            need_answer(self, condition["answer"], parts)
        for place, name in enumerate(self.names):
            if name in condition:
                self._need_end(condition[name], place)
            span = condition.get(f"{name}_between")
            if span is not None:
                if not isinstance(span, list) or len(span) != len(self.names):
                    message = f"'{name}_between' needs a list of two ends."
                    raise ValueError(message)
                need_span(self._need_end(span[0], place), self._need_end(span[1], place), f"{name}_between")

    def _need_end(self, value: object, place: int) -> Any:  # noqa: ANN401 - each kind has its own ends
        read = self.read_end(value, place)
        if isinstance(read, str):
            raise ValueError(read)  # noqa: TRY004 - what is wrong is the value in a spec
        return read.answer

    def read_end(self, value: object, place: int) -> Read | str:
        """Return the first (`place` 0) or the last end (1), or a sentence on why a value is none."""
        raise NotImplementedError

    def say_end(self, end: Any) -> str:  # noqa: ANN401 - each kind has its own ends
        """Return one end in words."""
        raise NotImplementedError

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:  # noqa: ARG002 - the same for all kinds
        """Return the pair of ends; a pair, a dict, an interval or a row with both ends will do."""
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

    def same(self, given: Pair, accepted: Pair) -> bool:
        """Compare both ends."""
        return given == accepted

    def meets(self, given: Pair, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:
        """Meet both ends, or one of them; all that are given must hold."""
        for place, name in enumerate(self.names):
            mine, span = given[place], condition.get(f"{name}_between")
            if name in condition and self._need_end(condition[name], place) != mine:
                return False
            if span and (mine is None or not self._need_end(span[0], place) <= mine <= self._need_end(span[1], place)):
                return False
        if "answer" not in condition:
            return True
        whole = self.read(condition["answer"], parts)
        return isinstance(whole, Read) and whole.answer == given

    def say(self, given: Pair, parts: Mapping[str, Any]) -> str:  # noqa: ARG002
        """Return both ends in words."""
        return f"from {self.say_end(given[0])} to {self.say_end(given[1])}"

    def _pair(self, value: object) -> Pair | str:
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
