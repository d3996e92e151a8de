"""A short text: a word or a few."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.questions.kinds.base import LONGEST_TEXT, Read, clean, need_answer, says_word, unwrapped, what_it_is

if TYPE_CHECKING:
    from collections.abc import Mapping

ARTICLES = ("the ", "a ", "an ")
MOST_LETTERS = 200
MARKS = " .,;:!?\"'"
"""What stands around a word and is no part of it."""


class Text:
    """A question whose answer is a word or a few; case, quotes, spaces and a leading article do not count."""

    name = "text"
    parts: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ("answer", "says")

    def check_parts(self, parts: Mapping[str, Any]) -> None:
        """Accept: a text needs no parts."""

    def check_condition(self, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> None:
        """Want texts."""
        for name in condition:
            need_answer(self, condition[name], parts)

    def read(self, value: object, parts: Mapping[str, Any]) -> Read | str:  # noqa: ARG002 - the same for all kinds
        """Return the text as it is compared."""
        inner = unwrapped(value)
        if not isinstance(inner, str):
            return f"You gave {what_it_is(inner)}. Give a word or a few, between quotation marks."
        if len(inner[:LONGEST_TEXT].strip()) > MOST_LETTERS:
            return f"That is a long text. Give a word or a few, at most {MOST_LETTERS} letters."
        said = essence(inner)
        return Read(said) if said else "There is no word in that. Give a word or a few."

    def same(self, given: str, accepted: str) -> bool:
        """Compare the texts as they were read."""
        return given == accepted

    def meets(self, given: str, condition: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Meet a whole text, or a word that it says; all that are given must hold."""
        return ("answer" not in condition or given == essence(condition["answer"])) and (
            "says" not in condition or says_word(given, essence(condition["says"]))
        )

    def say(self, given: str, parts: Mapping[str, Any]) -> str:  # noqa: ARG002
        """Return the text between quotation marks."""
        return f"“{given}”"

    def keep(self, given: str, parts: Mapping[str, Any]) -> str:  # noqa: ARG002
        """Return the text."""
        return given

    def gives_away(self, hint: str, accepted: str, parts: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Look for the text."""
        return says_word(clean(hint).lower(), accepted)


def essence(text: str) -> str:
    """Return a text in lower case, without marks at its ends and without a leading article."""
    said = clean(text).casefold().strip(MARKS)
    for article in ARTICLES:
        said = said.removeprefix(article)
    return said.strip(MARKS)
