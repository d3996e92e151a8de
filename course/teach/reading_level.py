"""How hard a text is to read: its words, and LIX, which needs no syllables.

LIX = words a sentence + percentage of words of more than six letters, after C. H. Björnsson, *Läsbarhet*, Liber,
Stockholm 1968; for English see J. Anderson, "Lix and Rix: Variations on a little-known readability index", Journal of
Reading 26(6), 1983, 490-496. A value below 30 is easy, 30 to 40 is about a story, 40 to 50 a newspaper, above 50 is
hard. It is a rough guide: it knows nothing of what the words mean.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONG = 7
"""Letters from which on a word is long."""
WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+(?:['’.\-_][^\W_]+)*")  # noqa: RUF001 - a curly apostrophe is meant
END = re.compile(r"[.!?:](?=\s|$|[\"”)])")
"""The end of a sentence; Björnsson counts a colon as one."""


def words(text: str) -> list[str]:
    """Return the words of a text; a number with its separators is one, and so is a name such as `case.troops`."""
    return WORD.findall(text)


def lix(texts: Iterable[str]) -> float:
    """Return the LIX of some texts, each of which ends a sentence, such as paragraphs and items of lists.

    Returns
    -------
    float
        The index; 0.0 where there is no word.
    """
    parts = [part for text in texts for part in END.split(text)]
    sentences = [said for part in parts if (said := words(part))]
    every = [word for said in sentences for word in said]
    if not every:
        return 0.0
    long = sum(len(word) >= LONG for word in every)
    return len(every) / len(sentences) + 100 * long / len(every)
