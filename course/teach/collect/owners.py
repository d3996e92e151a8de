"""Whose a file is that does not say so itself, as its path has it."""

from __future__ import annotations

import re
from functools import cache

from course.questions.spec import lessons
from course.teach.collect.platforms import owner_of
from course.teach.collect.tame import LONGEST_NAME, tame

COPY = re.compile(r"copy ?\d*|kopie|copie|copia|\(\d+\)|final|new|old|neu|version|v\d+|answers?|done|homework|finished"
                  r"|conflict|course|progress|before|my|of|notebook|lesson|ipynb|json|checkpoint|hand|in|\d+",
                  re.IGNORECASE)  # fmt: skip
"""What stands in the name of a file and names nobody."""
GENERAL = re.compile(
    r"notebooks?|solutions?|exercises?|lessons?( ?\d+)?|submissions?|submitted|collected|hand-?ins?|handed-?in|class"
    r"|work|home|desktop|documents|downloads?|course|between-the-lines|results?|answers?|upload(s|ed)?|inbound|files?"
    r"|new folder|\d+",
    re.IGNORECASE,
)
"""Folders that are nobody's."""


def of_path(place: str) -> str:
    """Return the name of a learner: a platform's, one in the file's name beside the lesson, else the nearest folder's.

    >>> of_path("10B/03_how_many_ada.ipynb"), of_path("Ada Byron/notebooks/03_how_many.ipynb")
    ('ada', 'Ada Byron')
    """
    if name := owner_of(place).name:
        return name
    *folders, file = place.split("/")
    stem = file.rpartition(".")[0].casefold()
    for known in _names():
        stem = stem.replace(known, " ")
    words = [word for word in re.split(r"[\W_]+", re.sub(r"\(\d+\)", " ", stem)) if word and not COPY.fullmatch(word)]
    if any(len(word) > 1 for word in words):
        return tame(" ".join(words), LONGEST_NAME)
    for folder in reversed(folders):
        name = folder.removesuffix(".zip").removesuffix(".ZIP")
        if not (GENERAL.fullmatch(name) or name.casefold() in _names()):
            return tame(name, LONGEST_NAME)
    return ""


@cache
def _names() -> tuple[str, ...]:
    """Return the names of the notebooks of the course, the longest first."""
    whole = [about.notebook.casefold() for about in lessons()]
    names = {*whole, *(name[3:] for name in whole)}
    return tuple(sorted(names | {name.replace("_", " ") for name in names}, key=lambda name: (-len(name), name)))
