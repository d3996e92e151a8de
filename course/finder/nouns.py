"""What a number counts, as far as the words after it tell, and the wording that holds it."""

from __future__ import annotations

import re

from course.finder.lists import words

MOST_WORDS = 6
"""How many words a wording has at most."""
LOOKED_AT = 4
"""How many words after a number what it counts is looked for in."""
_WORD = re.compile(r"[\s-]+([^\W\d_](?:[\w'’-]*\w)?)")  # noqa: RUF001 - the curly one is meant
_OF = re.compile(r"\s+of(?:\s+(?:the|its|his|her|their|our|all|those|these|them)\b)*", re.IGNORECASE)
_WHOSE = ("'s", "’s", "s'", "s’")  # noqa: RUF001
_VERB = ("ing", "ed")
_NO_NOUN = (*_VERB, "ly")


def noun_after(text: str, end: int, *, of: bool = False) -> tuple[str, int]:
    """Return what is counted and where its last word ends; an empty text and `end` where no word tells.

    Parameters
    ----------
    text
        The text.
    end
        Where the number ends.
    of
        Whether an *of* comes first, as in "a third of voters" or "dozens of homes".
    """
    joined = _OF.match(text, end)
    if joined:
        if not of and joined[0].strip().lower() != "of":
            return "", end
        at = joined.end()
    else:
        at = end
    run: list[tuple[str, int]] = []
    for _ in range(LOOKED_AT):
        match = _WORD.match(text, at)
        if not match or match[1].lower() in words("end"):
            break
        if text[at] == "-":
            return match[1], match.end()  # "a 200-page report" counts pages
        if not match[1].endswith(_WHOSE):
            run.append((match[1], match.end()))
        at = match.end()
    several = [each for each in run if _is_several(each[0].lower())]
    named = [each for each in run if not each[0].lower().endswith(_NO_NOUN)]
    done = next((place for place, each in enumerate(run) if each[0].lower().endswith(_VERB)), len(run))
    first = [each for each in run[:done] if each in named]
    return (several or first or named or run or [("", end)])[-1]


def wording(text: str, start: int, end: int, least: int) -> str:
    """Return the words from one place to another, six at most: the first ones, or where these lack the number others.

    Parameters
    ----------
    text
        The text.
    start, end
        Where hedge, number and what is counted begin and end.
    least
        Where the number ends.
    """
    ends = [match.end() + start for match in re.finditer(r"\S+", text[start:end])]
    if len(ends) > MOST_WORDS and ends[MOST_WORDS - 1] < least:
        starts = [match.start() + start for match in re.finditer(r"\S+", text[start:least])]
        return text[starts[-MOST_WORDS] : least] if len(starts) >= MOST_WORDS else text[start:least]
    return text[start : ends[min(MOST_WORDS, len(ends)) - 1]]


def _is_several(word: str) -> bool:
    return word in words("several") or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
