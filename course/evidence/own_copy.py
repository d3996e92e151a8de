"""A report's text that a learner has pasted: kept in memory only, and what of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.fingerprints import find, locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from course.fingerprints import Fingerprint

WHAT_YOU_SEE = "Choose a paragraph or a row: the report's own words come below ours."
WE_KNOW = "the text that we know."
WHAT_TO_DO = "To find more, copy the whole text of the report, from its first sentence to its last, and paste it again."


class OwnCopy:
    """The paragraphs that were recognised in a pasted text.

    Attributes
    ----------
    found
        Paragraph number to the text as it was pasted. It is never written anywhere.
    said
        What came of the last paste, in words that hold nothing of the text.
    """

    def __init__(self, fingerprints: Mapping[int, Fingerprint]) -> None:
        """Know what paragraphs are recognised by; nothing is pasted yet."""
        self._fingerprints = dict(fingerprints)
        self.found: dict[int, str] = {}
        self.said = ""

    def read(self, text: str) -> None:
        """Keep the paragraphs that stand in a text; what was kept before goes."""
        self.found = {}
        if not text.strip():
            self.said = "Nothing was pasted."
            return
        try:
            self.found = find(text, self._fingerprints)
        except ValueError as error:
            self.said = str(error)
        else:
            self.said = self._said()

    def forget(self) -> None:
        """Keep nothing."""
        self.found = {}
        self.said = "The text is forgotten."

    def parts(self, paragraph: int, wordings: Iterable[str]) -> list[list[str | bool]]:
        """Return a paragraph as pieces, each with whether it is one of the wordings; none where it is not known."""
        if paragraph not in self.found:
            return []
        text = self.found[paragraph]
        places = sorted(place for wording in wordings if (place := locate(text, wording)))
        parts: list[list[str | bool]] = []
        done = 0
        for start, end in _merged(places):
            parts += [[text[done:start], False], [text[start:end], True]]
            done = end
        parts.append([text[done:], False])
        return [part for part in parts if part[0]]

    def _said(self) -> str:
        missing = [number for number in self._fingerprints if number not in self.found]
        if not self.found:
            return (
                "No paragraph is recognised. Is it this report, in its own language? Another version of it, "
                f"or a translation, is not recognised. {WHAT_TO_DO}"
            )
        first = f"{len(self.found)} of {len(self._fingerprints)} paragraphs recognised. {WHAT_YOU_SEE}"
        if not missing:
            return first
        if len(missing) == 1:
            return f"{first} Paragraph {missing[0]} is not in what you pasted, or differs from {WE_KNOW} {WHAT_TO_DO}"
        numbers = f"{', '.join(map(str, missing[:-1]))} and {missing[-1]}"
        return f"{first} Paragraphs {numbers} are not in what you pasted, or differ from {WE_KNOW} {WHAT_TO_DO}"


def _merged(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return places in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in places:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
