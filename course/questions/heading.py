"""The heading of a notebook, for what leads there: none of its questions is read for it."""

from __future__ import annotations

import tomllib
from itertools import takewhile
from typing import NamedTuple

from course.questions.spec import file_of, lesson

TABLE = "["
"""What the first line of a file begins with that belongs to no notebook as a whole, but to a question or so."""


class Heading(NamedTuple):
    """What leads to a notebook: the name of its file without the ending, and its heading."""

    notebook: str
    title: str


def heading(number: str) -> Heading:
    """Return the heading of the notebook of that number, such as `"03"`.

    Raises
    ------
    ContentError
        There is no notebook of that number, or its file begins with something else.
    """
    with file_of(number).open(encoding="utf-8") as lines:
        top = "".join(takewhile(lambda line: not line.startswith(TABLE), lines))
    try:
        found = tomllib.loads(top)
        return Heading(found["notebook"], found["title"])
    except (tomllib.TOMLDecodeError, KeyError):
        about = lesson(number)  # which says what is off in the file
        return Heading(about.notebook, about.title)
