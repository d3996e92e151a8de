"""Long texts made short enough for half a sheet of paper."""

from __future__ import annotations

import re
from functools import lru_cache

from course.page.html import unmarked
from course.teach.collect.cells import UNSEEN

SENTENCE = re.compile(r"(?<=[.?!]) ")
SENTENCES = re.compile(r".*[.?!](?= )")
ASKED = 175
"""As many letters are shown of what a question asks."""


def cut(words: str, most: int) -> str:
    """Return a text on one line and without what nobody sees; of a long one the first sentences, or its beginning."""
    line = UNSEEN.sub("", " ".join(words.split()))
    if len(line) <= most:
        return line
    whole = SENTENCES.match(line[:most])
    return whole[0] if whole else f"{line[: most - 2].rsplit(' ', 1)[0]} …"


@lru_cache(maxsize=256)
def short(prompt: str) -> str:
    """Return what a prompt asks: all of it where it is short, else its last sentences."""
    line = " ".join(prompt.removesuffix(" Tick all.").split())
    if len(unmarked(line)) <= ASKED:
        return line
    *rest, last = SENTENCE.split(line)
    while rest and len(last) + len(rest[-1]) < ASKED:
        last = f"{rest.pop()} {last}"
    return f"… {last}"
