"""Recognise the paragraphs of a report in a text that a learner has, without holding any of its words.

A fingerprint is the count of a paragraph's words and a hash of them. Nobody can read the paragraph from it, but who
has the text can be told which part of it is which paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from course.content import ContentError, read_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_NAME = "fingerprints.json"
MOST_WORDS = 20_000
"""The longest text that is searched, in words; a news report has some hundreds."""
MOST_CHARACTERS = 20 * MOST_WORDS
HASH = re.compile(r"[0-9a-f]{64}")
REMEDY = "Make the file anew with: course fingerprint CASE TEXTFILE"


@dataclass(frozen=True)
class Fingerprint:
    """What one paragraph is recognised by: the count of its words, and the SHA-256 of them joined by single spaces."""

    words: int
    sha256: str


@dataclass(frozen=True)
class Word:
    """A normalised word, and where it stands in its text: from `start` up to `end`, which is behind it."""

    said: str
    start: int
    end: int


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a text.

    Line breaks, punctuation, the shape of quotation marks, capitals and accents written as a sign of their own make
    no difference: only the letters and digits count, in Unicode's form NFKC, case folded.

    Raises
    ------
    ValueError
        The text has no word.
    """
    words = [word.said for word in words_of(text)]
    if not words:
        message = "There is no word in this text, so it has no fingerprint."
        raise ValueError(message)
    return Fingerprint(len(words), _hash(words))


def find(text: str, fingerprints: Mapping[int, Fingerprint]) -> dict[int, str]:
    """Return the paragraphs that stand in a text, each as it stands there.

    Parameters
    ----------
    text
        Any text; what stands between, before and after the paragraphs does not matter.
    fingerprints
        The fingerprint of each paragraph, by its number.

    Returns
    -------
    dict
        Number to text of those that were found, in the order of the fingerprints; of two in the text it is the first.

    Raises
    ------
    ValueError
        The text is longer than 20,000 words.
    """
    words = words_of(text[: MOST_CHARACTERS + 1])
    if len(text) > MOST_CHARACTERS or len(words) > MOST_WORDS:
        message = f"This text has more than {MOST_WORDS:,} words. Paste only the report."
        raise ValueError(message)
    found: dict[Fingerprint, str] = {}
    wanted = set(fingerprints.values())
    said = [word.said for word in words]
    for count in sorted({each.words for each in wanted}):
        for first in range(len(words) - count + 1):
            seen = Fingerprint(count, _hash(said[first : first + count]))
            if seen in wanted and seen not in found:
                found[seen] = _with_marks(text, words[first].start, words[first + count - 1].end)
    return {number: found[each] for number, each in fingerprints.items() if each in found}


def locate(text: str, wording: str) -> tuple[int, int] | None:
    """Return where a wording stands in a text, compared as `find` compares; None where it does not."""
    words, wanted = words_of(text), [word.said for word in words_of(wording)]
    for first in range(len(words) - len(wanted) + 1):
        run = words[first : first + len(wanted)]
        if wanted and [word.said for word in run] == wanted:
            return run[0].start, run[-1].end
    return None


def words_of(text: str) -> list[Word]:
    """Return the normalised words of a text, each with its place."""
    words: list[Word] = []
    said, start, end = "", 0, 0
    for first, after, mark in _marks(text):
        for sign in unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", mark).casefold()):
            if sign.isalnum():
                start = start if said else first
                said, end = said + sign, after
            elif said:
                words.append(Word(said, start, end))
                said = ""
    return [*words, Word(said, start, end)] if said else words


def read(folder: Path) -> dict[int, Fingerprint]:
    """Return the fingerprints of a case by paragraph; none where the case has no such file.

    Raises
    ------
    ContentError
        The file is there but is not as it should be.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return {}
    paragraphs = read_json(path).get("paragraphs")
    if not isinstance(paragraphs, dict):
        message = f"{FILE_NAME}: 'paragraphs' is missing, an object with one entry a paragraph. {REMEDY}"
        raise ContentError(message)
    return {_number(key): _entry(key, entry) for key, entry in paragraphs.items()}


def as_json(fingerprints: Mapping[int, Fingerprint]) -> dict[str, Any]:
    """Return the content of the file that `read` reads."""
    return {
        "what": "What the paragraphs of the report are recognised by in a learner's own copy: how many words, and a "
        "SHA-256 of them. The words themselves are not here.",
        "paragraphs": {str(number): asdict(each) for number, each in fingerprints.items()},
    }


def _number(key: str) -> int:
    if not key.isdecimal() or not key.isascii():
        message = f"{FILE_NAME}, paragraphs: {key!r} is not the number of a paragraph. {REMEDY}"
        raise ContentError(message)
    return int(key)


def _entry(key: str, entry: object) -> Fingerprint:
    place = f"{FILE_NAME}, paragraph {key}"
    if not isinstance(entry, dict) or set(entry) != {"words", "sha256"}:
        message = f"{place}: an object with 'words' and 'sha256' was expected. {REMEDY}"
        raise ContentError(message)
    words, known = entry["words"], entry["sha256"]
    if not isinstance(words, int) or isinstance(words, bool) or words < 1:
        message = f"{place}, words: {words!r} is not a count of words. {REMEDY}"
        raise ContentError(message)
    if not isinstance(known, str) or not HASH.fullmatch(known):
        message = f"{place}, sha256: {known!r} is not a SHA-256 of 64 signs from 0 to 9 and a to f. {REMEDY}"
        raise ContentError(message)
    return Fingerprint(words, known)


def _hash(words: list[str]) -> str:
    return sha256(" ".join(words).encode()).hexdigest()


def _marks(text: str) -> list[tuple[int, int, str]]:
    """Return the signs of a text, each with where it starts and ends, a letter with the accents that follow it.

    What cannot be seen, such as a soft hyphen, is left out: a page puts it into words that are one word.
    """
    marks: list[tuple[int, int, str]] = []
    for position, sign in enumerate(text):
        if unicodedata.category(sign) == "Cf":
            continue
        if marks and unicodedata.combining(sign):
            start, _, before = marks[-1]
            marks[-1] = (start, position + 1, before + sign)
        else:
            marks.append((position, position + 1, sign))
    return marks


def _with_marks(text: str, start: int, end: int) -> str:
    """Return a part of a text with the quotation marks, brackets and full stops that touch it."""
    while start and not text[start - 1].isspace() and not text[start - 1].isalnum():
        start -= 1
    while end < len(text) and not text[end].isspace() and not text[end].isalnum():
        end += 1
    return text[start:end]
