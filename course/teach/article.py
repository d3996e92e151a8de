"""The report's own text, where an author has it: its paragraphs, as the tables count them."""

from __future__ import annotations

import os
from pathlib import Path

from course.content import ContentError
from course.finder.text import plain, read_text, words

__all__ = ["ARTICLE", "article", "plain", "words"]

ARTICLE = "COURSE_ARTICLE"
"""The environment variable with the path of the report's text: as `read_text` reads it."""


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
        return list(read_text(Path(place)).paragraphs)
    except ContentError as error:
        message = f"{ARTICLE} names a text that cannot be read: {error}"
        raise ContentError(message) from None
