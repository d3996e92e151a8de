"""Some items, put in an order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.questions.kinds.base import Read, clean, items, need_answer, need_keys, what_it_is
from course.questions.kinds.choice import check_options, option_key

if TYPE_CHECKING:
    from collections.abc import Mapping

Keys = tuple[str, ...]
PAIR = 2


class Order:
    """A question whose items are to be put in an order; an answer is the tuple of their keys."""

    name = "order"
    parts: tuple[str, ...] = ("options",)
    conditions: tuple[str, ...] = ("answer", "first", "last", "before")

    def check_parts(self, parts: Mapping[str, Any]) -> None:
        """Want at least two items, each a text."""
        check_options(parts["options"])

    def check_condition(self, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> None:
        """Want all keys for an answer, one for the first or last, two for one before another."""
        if "answer" in condition:
            need_answer(self, condition["answer"], parts)
        for name in {"first", "last"} & condition.keys():
            need_keys([condition[name]], parts["options"], name)
        if "before" in condition and len(set(need_keys(condition["before"], parts["options"], "before"))) != PAIR:
            message = "'before' needs two keys: the one that is too early, and the other."
            raise ValueError(message)

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:
        """Return the keys in their order; each item must be there once, by its key or by its text."""
        options = parts["options"]
        names = ", ".join(map(repr, options))
        many = None if isinstance(value, set | frozenset) else items(value)
        if many is None:
            return f"You gave {what_it_is(value)}. Give a list of all items, in order: {names}."
        keys = [option_key(item, options) for item in many]
        for item, key in zip(many, keys, strict=True):
            if key is None:
                shown = f"“{clean(item)[:60]}”" if isinstance(item, str) else what_it_is(item)
                return f"{shown} is not among the items: {names}."
        if sorted(map(str, keys)) != sorted(options):
            return f"Each item is needed once: {names}. You gave {len(keys)}."
        return Read(tuple(keys))

    def same(self, given: Keys, accepted: Keys) -> bool:
        """Compare place by place."""
        return given == accepted

    def meets(self, given: Keys, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Meet a whole order, the first item, the last, or one before another; all that are given must hold."""
        before = condition.get("before")
        return (
            ("answer" not in condition or given == tuple(condition["answer"]))
            and condition.get("first", given[0]) == given[0]
            and condition.get("last", given[-1]) == given[-1]
            and (before is None or given.index(before[0]) < given.index(before[1]))
        )

    def say(self, given: Keys, parts: Mapping[str, Any]) -> str:
        """Return the items with the word "then" between them."""
        return ", then ".join(f"“{parts['options'][key]}”" for key in given)

    def keep(self, given: Keys, parts: Mapping[str, Any]) -> list[str]:  # noqa: ARG002
        """Return the keys in their order."""
        return list(given)

    def gives_away(self, hint: str, accepted: Keys, parts: Mapping[str, Any]) -> bool:
        """Look for all items, in their order."""
        said = clean(hint).lower()
        places = [said.find(clean(parts["options"][key]).lower()) for key in accepted]
        return places[0] >= 0 and places == sorted(places)
