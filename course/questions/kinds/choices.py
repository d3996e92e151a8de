"""Any number of options out of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.questions.kinds.base import Read, clean, items, need_keys, what_it_is
from course.questions.kinds.choice import check_options, option_key

if TYPE_CHECKING:
    from collections.abc import Mapping


class Choices:
    """A question with options, of which several are ticked; an answer is the set of their keys."""

    name = "choices"
    parts: tuple[str, ...] = ("options",)
    conditions: tuple[str, ...] = ("answer", "contains", "lacks")

    def check_parts(self, parts: Mapping[str, Any]) -> None:
        """Want at least two options, each a text."""
        check_options(parts["options"])

    def check_condition(self, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> None:
        """Want lists of keys of options."""
        for name in condition:
            need_keys(condition[name], parts["options"], name)

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:
        """Return the set of keys; one option may stand without a list."""
        options = parts["options"]
        many = [value] if isinstance(value, str) else items(value)
        if many is None:
            return f"You gave {what_it_is(value)}. Give a list of: {', '.join(repr(key) for key in options)}."
        if not many:
            return "Nothing is chosen. Choose at least one."
        keys = [option_key(item, options) for item in many]
        for item, key in zip(many, keys, strict=True):
            if key is None:
                shown = f"“{clean(item)[:60]}”" if isinstance(item, str) else what_it_is(item)
                return f"{shown} is not among the options: {', '.join(repr(key) for key in options)}."
        return Read(frozenset(key for key in keys if key))

    def same(self, given: frozenset[str], accepted: frozenset[str]) -> bool:
        """Compare the sets."""
        return given == accepted

    def meets(self, given: frozenset[str], condition: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Meet a whole set, options that are in it, or options that are not; all that are given must hold."""
        return (
            ("answer" not in condition or given == frozenset(condition["answer"]))
            and given >= frozenset(condition.get("contains", ()))
            and not given & frozenset(condition.get("lacks", ()))
        )

    def say(self, given: frozenset[str], parts: Mapping[str, Any]) -> str:
        """Return the texts of the options, in the order of the spec."""
        return "; ".join(f"“{text}”" for key, text in parts["options"].items() if key in given)

    def keep(self, given: frozenset[str], parts: Mapping[str, Any]) -> list[str]:  # noqa: ARG002
        """Return the keys in alphabetical order."""
        return sorted(given)

    def gives_away(self, hint: str, accepted: frozenset[str], parts: Mapping[str, Any]) -> bool:
        """Look for the texts of all options that belong to the answer."""
        said = clean(hint).lower()
        return all(clean(parts["options"][key]).lower() in said for key in accepted)
