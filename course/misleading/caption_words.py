"""What the check of a caption reads: its numbers, the hedge beside each, the paragraphs that it names."""

from __future__ import annotations

import re

from course.wording import Found, find_numbers, hedge_phrases, says

ALSO_BEFORE = {
    "more than": ("at least", "no fewer than", "no less than", "upwards of", "above", ">"),
    "nearly": ("under", "less than", "fewer than", "below", "<"),
    "up to": ("at the most", "not more than", "maximum", "max", "max.", "a ceiling of", "≤"),
    "about": ("circa", "ca", "ca.", "~", "≈"),
}
"""What learners write for a hedge before a number, beside the phrases of the vocabulary."""
AFTER = {
    "more than": ("or more", "at least", "and more", "+"),
    "up to": ("at most", "at the most", "or fewer", "or less", "maximum", "max"),
    "about": ("or so", "approximately", "roughly"),
}
FILLER = r"(?:\s+(?:an?|the|of|estimated))*[\s“\"'(]*$"
CLAUSE = re.compile(r"(?<!\bca)(?<!\bmax)[.;:!?\n](?!\d)")
WORDS_AFTER = 6
PARAGRAPHS = re.compile(
    r"(?:¶+|\bparagraphs?|\bparas?\b\.?|\bpar\.)\s*"
    r"(\d{1,3}(?!\d|[.,]\d{3})(?:(?:\s*(?:,|&|\u2013|-|and|to))+\s*¶?\s*\d{1,3}(?!\d|[.,]\d{3}))*)",
    re.IGNORECASE,
)
"""Where a caption names paragraphs, such as `¶17`, `¶4, 17 and 19` or `paragraph 19`."""


def hedge_at(text: str, number: Found, earlier: int = 0) -> str | None:
    """Return the hedge beside a number in a text, the one with the longest phrase; None where it has no hedge.

    Parameters
    ----------
    text
        The text.
    number
        The number, with its place in the text.
    earlier
        Where the number before it ends: what stands before that belongs to the other number.
    """
    before = CLAUSE.split(text[earlier : number.start])[-1]
    after = " ".join(re.split(r"[,.;:!?()\n\d]", text[number.end :], maxsplit=1)[0].split()[:WORDS_AFTER])
    found = []
    for hedge, words in hedge_phrases().items():
        written = (*words, *ALSO_BEFORE.get(hedge, ()))
        found += [(len(phrase), hedge) for phrase in written if _ends_with(before, phrase)]
        found += [(len(phrase), hedge) for phrase in AFTER.get(hedge, ()) if says(after, phrase)]
    return max(found)[1] if found else None


def _ends_with(before: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}{FILLER}", before, re.IGNORECASE) is not None


def numbers_in(caption: str) -> list[Found]:
    """Return the numbers of a caption that are not those of paragraphs."""
    cited = [match.span() for match in PARAGRAPHS.finditer(caption)]
    return [number for number in find_numbers(caption) if not any(a <= number.start < b for a, b in cited)]


def paragraphs_in(caption: str) -> set[int]:
    """Return the paragraphs that a caption names."""
    return {int(digits) for match in PARAGRAPHS.finditer(caption) for digits in re.findall(r"\d+", match[1])}
