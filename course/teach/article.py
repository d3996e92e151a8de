"""The report's own text, where an author has it: its paragraphs, as the tables count them."""

from __future__ import annotations

import os
import re
from pathlib import Path

from course.content import ContentError

ARTICLE = "COURSE_ARTICLE"
"""The environment variable with the path of the report's text: one paragraph a line, as `paragraphs_of` reads it."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+|[.,][0-9]+)*")  # noqa: RUF001 - a curly apostrophe is meant
FEWEST_WORDS_OF_A_PARAGRAPH = 6


def article() -> list[str] | None:
    """Return the report's paragraphs, or None where `COURSE_ARTICLE` does not give its text.

    Raises
    ------
    ContentError
        The text cannot be read.
    """
    place = os.environ.get(ARTICLE)
    if not place:
        return None
    try:
        return paragraphs_of(Path(place))
    except ContentError as error:
        message = f"{ARTICLE} names a text that cannot be read: {error}"
        raise ContentError(message) from None


def paragraphs_of(path: Path) -> list[str]:
    """Return the paragraphs of a text that has one a line, with straight quotes.

    Subheads and the credit line are left out: they are the lines of five words or fewer.

    Raises
    ------
    ContentError
        The text cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(str(error)) from None
    return [plain(line) for line in lines if len(words(line)) >= FEWEST_WORDS_OF_A_PARAGRAPH]


def plain(text: str) -> str:
    """Return a text with straight quotes."""
    for curly, straight in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")):  # noqa: RUF001 - the curly ones are meant
        text = text.replace(curly, straight)
    return text


def words(text: str) -> list[str]:
    """Return the words of a text; a number with its separators is one, and so is a word with an apostrophe in it."""
    return WORD.findall(text)
