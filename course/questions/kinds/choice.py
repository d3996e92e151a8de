"""One option out of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.questions.kinds.base import Read, clean, need_keys, unwrapped, what_it_is

if TYPE_CHECKING:
    from collections.abc import Mapping

FEWEST_OPTIONS = 2


class Choice:
    """A question with options, of which one is chosen; an answer is the option's key."""

    name = "choice"
    parts: tuple[str, ...] = ("options",)
    conditions: tuple[str, ...] = ("answer",)

    def check_parts(self, parts: Mapping[str, Any]) -> None:
        """Want at least two options, each a text."""
        check_options(parts["options"])

    def check_condition(self, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> None:
        """Want the key of an option."""
        need_keys([condition["answer"]], parts["options"], "answer")

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:
        """Return the key of the option that is named by its key or by its text."""
        inner = unwrapped(value)
        key = option_key(inner, parts["options"])
        return Read(key) if key else f"{_not_an_option(inner)} {one_of(parts['options'])}"

    def same(self, given: str, accepted: str) -> bool:
        """Compare the keys."""
        return given == accepted

    def meets(self, given: str, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Meet one option."""
        return bool(given == condition["answer"])

    def say(self, given: str, parts: Mapping[str, Any]) -> str:
        """Return the text of the option."""
        return f"“{parts['options'][given]}”"

    def keep(self, given: str, parts: Mapping[str, Any]) -> str:  # noqa: ARG002
        """Return the key."""
        return given

    def gives_away(self, hint: str, accepted: str, parts: Mapping[str, Any]) -> bool:
        """Look for the option's whole text."""
        return clean(parts["options"][accepted]).lower() in clean(hint).lower()


def check_options(options: object) -> None:
    """Raise a ValueError where a spec's options are not a table of at least two texts."""
    if not isinstance(options, dict) or len(options) < FEWEST_OPTIONS:
        message = f"'options' must be a table of at least {FEWEST_OPTIONS} keys with their texts."
        raise ValueError(message)
    if not all(isinstance(text, str) and text.strip() for text in options.values()):
        message = "each option must be a text."
        raise ValueError(message)
    said = [clean(name).lower() for pair in options.items() for name in {pair[0].lower(), clean(pair[1]).lower()}]
    if len(set(said)) != len(said):
        message = "two options have the same key or text."
        raise ValueError(message)


def option_key(value: object, options: Mapping[str, str]) -> str | None:
    """Return the key of the option that a value names, by key or by text, or None."""
    if not isinstance(value, str):
        return None
    said = clean(value).lower()
    for key, text in options.items():
        if said in {key.lower(), clean(text).lower()}:
            return key
    return None


def one_of(options: Mapping[str, str]) -> str:
    """Return a sentence that lists the keys of the options."""
    return f"Give one of: {', '.join(repr(key) for key in options)}."


def _not_an_option(value: object) -> str:
    if isinstance(value, str):
        return f"“{clean(value)[:60]}” is not among the options."
    return f"You gave {what_it_is(value)}."
