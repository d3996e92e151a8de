"""Some items, put in an order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.page import controls
from course.questions.kinds.base import ANSWER, Read, need_keys
from course.questions.kinds.options import Options
from course.questions.kinds.paper_field import PaperField
from course.questions.kinds.value import what_it_is

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.page.controls import Control

Keys = tuple[str, ...]
PAIR = 2


@dataclass(frozen=True)
class Order(Options[Keys]):
    """A question whose items are to be put in an order; an answer is the tuple of their keys."""

    name = "order"
    in_code = 'Write a list of all keys in your order, such as `["first key", "next key"]`.'
    conditions = (ANSWER, "first", "last", "before")

    def read(self, value: object) -> Read[Keys] | str:
        """Return the keys in their order; each item must be there once, by its key or by its text."""
        many = None if isinstance(value, set | frozenset) else self.several(value)
        if many is None:
            return f"You gave {what_it_is(value)}. Give a list of all items, in order: {self.keys}."
        keys = self.keys_of(many, "items")
        if isinstance(keys, str):
            return keys
        if sorted(keys) != sorted(self.options):
            return f"Each item is needed once: {self.keys}. You gave {len(keys)}."
        return Read(tuple(keys))

    def gives_away(self, hint: str, accepted: Keys) -> bool:
        """Look for all items, in their order."""
        places = [self.place_in(hint, key) for key in accepted]
        return places[0] >= 0 and places == sorted(places)

    def _check(self, name: str, value: Any) -> None:  # noqa: ANN401
        match name:
            case "first" | "last":
                need_keys([value], self.options, name)
            case "before":
                if len(set(need_keys(value, self.options, name))) != PAIR:
                    message = "'before' needs two keys: the one that is too early, and the other."
                    raise ValueError(message)
            case _:
                super()._check(name, value)

    def _meets(self, given: Keys, name: str, value: Any) -> bool:  # noqa: ANN401
        match name:
            case "first":
                return bool(given[0] == value)
            case "last":
                return bool(given[-1] == value)
            case "before":
                return given.index(value[0]) < given.index(value[1])
        return super()._meets(given, name, value)

    def _in_words(self, name: str, value: Any) -> str:  # noqa: ANN401
        match name:
            case "first" | "last":
                return f"{self.texts([value])} {name}"
            case "before":
                return f"{self.texts(value[:1])} before {self.texts(value[1:])}"
        return super()._in_words(name, value)

    def say(self, given: Keys) -> str:
        """Return the items with the word "then" between them."""
        return ", then ".join(f"“{self.options[key]}”" for key in given)

    def keep(self, given: Keys) -> list[str]:
        """Return the keys in their order."""
        return list(given)

    def controls(self) -> dict[str, Control]:
        """Return the items, to be moved."""
        return {ANSWER: controls.in_order("", self.options)}

    def given(self, values: Mapping[str, Any]) -> object:
        """Return the items as they stand: untouched they are in an order too, that of the spec."""
        return values.get(ANSWER) or list(self.options)

    def on_paper(self) -> PaperField:
        """Return boxes for numbers."""
        do = "Write 1 into the first box of your order, then 2, and so on."
        return PaperField(do, mark="box rank", options=self.offered)
