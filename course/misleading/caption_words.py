"""What the check of a caption reads: its numbers, the hedge beside each, the paragraphs that it names."""

from __future__ import annotations

import re

from course.finder.loosening import after, before
from course.finder.numerals import numerals
from course.vocabulary import vocabulary
from course.wording import Found

CLAUSE = re.compile(r"(?<!\bca)(?<!\bmax)[.;:!?\n](?!\d)")
PARAGRAPHS = re.compile(
    r"(?:¶+|\bparagraphs?|\bparas?\b\.?|\bpar\.)\s*"
    r"(\d{1,3}(?!\d|[.,]\d{3})(?:(?:\s*(?:,|&|\u2013|-|and|to))+\s*¶?\s*\d{1,3}(?!\d|[.,]\d{3}))*)",
    re.IGNORECASE,
)
"""Where a caption names paragraphs, such as `¶17`, `¶4, 17 and 19` or `paragraph 19`."""


def hedge_at(text: str, number: Found, earlier: int = 0) -> str | None:
    """Return the hedge beside a number in a text; None where it has no hedge.

    Parameters
    ----------
    text
        The text.
    number
        The number, with its place in the text.
    earlier
        Where the number before it ends: what stands before that belongs to the other number.
    """
    parts = [earlier, *(match.end() for match in CLAUSE.finditer(text, earlier, number.start))]
    signs = "".join(row["sign_before"] for row in vocabulary("units").values())
    start = len(text[: number.start].rstrip(signs)) if signs else number.start
    found = before(text, start, parts[-1]) or after(text, number.end)
    return found.hedge if found else None


def numbers_in(caption: str) -> list[Found]:
    """Return the numbers of a caption that are not those of paragraphs."""
    cited = [match.span() for match in PARAGRAPHS.finditer(caption)]
    every = (
        Found(each.value if isinstance(each.value, int) else float(each.value), each.start, each.end)
        for each in numerals(caption)
    )
    return [number for number in every if not any(a <= number.start < b for a, b in cited)]


def paragraphs_in(caption: str) -> set[int]:
    """Return the paragraphs that a caption names."""
    return {int(digits) for match in PARAGRAPHS.finditer(caption) for digits in re.findall(r"\d+", match[1])}
