"""A short text: a word or a few."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.page import controls
from course.questions.kinds import spelling
from course.questions.kinds.base import ANSWER, Kind, Read
from course.questions.kinds.paper_field import PaperField
from course.questions.kinds.value import LONGEST_TEXT, clean, says_word, unwrapped, what_it_is

if TYPE_CHECKING:
    from course.page.controls import Control

ARTICLE = re.compile("^(?:the|an?) ")
MOST_LETTERS = 200
MARKS = " .,;:!?\"'"
"""What stands around a word and is no part of it."""


@dataclass(frozen=True)
class Text(Kind[str]):
    """A question whose answer is a word or a few; case, quotes, spaces and a leading article do not count."""

    name = "text"
    in_code = 'Write a word or a few between quotation marks, such as `"a word"`.'
    conditions = (ANSWER, "says")

    def read(self, value: object) -> Read[str] | str:
        """Return the text as it is compared."""
        inner = unwrapped(value)
        if not isinstance(inner, str):
            return f"You gave {what_it_is(inner)}. Give a word or a few, between quotation marks."
        if len(inner[:LONGEST_TEXT].strip()) > MOST_LETTERS:
            return f"That is a long text. Give a word or a few, at most {MOST_LETTERS} letters."
        said = essence(inner)
        return Read(said) if said else "There is no word in that. Give a word or a few."

    def gives_away(self, hint: str, accepted: str) -> bool:
        """Look for the text."""
        return says_word(clean(hint).lower(), accepted)

    def near(self, given: str, accepted: str) -> str:
        """Name a word that is nearly the right one, in its letters or in its sound, and one in other letters."""
        return spelling.near(given, accepted)

    def _meets(self, given: str, name: str, value: Any) -> bool:  # noqa: ANN401
        return says_word(given, self.need(value)) if name == "says" else super()._meets(given, name, value)

    def _in_words(self, name: str, value: Any) -> str:  # noqa: ANN401
        return f"an answer that says “{value}”" if name == "says" else super()._in_words(name, value)

    def say(self, given: str) -> str:
        """Return the text between quotation marks."""
        return f"“{given}”"

    def controls(self) -> dict[str, Control]:
        """Return a field for a few words."""
        return {ANSWER: controls.line("Your answer")}

    def on_paper(self) -> PaperField:
        """Return a line."""
        return PaperField(lines=1)


def essence(text: str) -> str:
    """Return a text in lower case, without marks at its ends and without a leading article."""
    said, before = text, None
    while said != before:
        before, said = said, ARTICLE.sub("", clean(said).casefold().strip(MARKS))
    return said
