"""The paragraphs of a text as people save it: from an editor, a word processor's export or a page of the web."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from course.content import ContentError

if TYPE_CHECKING:
    from pathlib import Path

ENCODINGS = ("utf-8-sig", "cp1252")
"""What a text is read as where no byte order mark tells; nearly every file can be read as Windows' own: it is last."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
NOT_A_TEXT = {
    b"PK\x03\x04": "a document of a word processor",
    b"%PDF": "a PDF",
    b"{\\rtf": "a document of a word processor",
}
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+|[.,][0-9]+)*")  # noqa: RUF001 - a curly apostrophe is meant
FEWEST_WORDS_OF_A_PARAGRAPH = 6
FEWEST_WORDS_OF_A_HEADLINE = 3
WIDEST_LINE = 100
END_OF_A_SENTENCE = (".", "!", "?", '"', "”")


@dataclass(frozen=True)
class Text:
    """The paragraphs of a report, with straight quotes; its headline, and the lines taken for subheads and credits."""

    paragraphs: tuple[str, ...]
    left_out: tuple[str, ...]
    headline: str = ""


def read_text(path: Path) -> Text:
    """Return the paragraphs of a file with plain text.

    One paragraph a line, or blocks of wrapped lines with blank lines between them. A first one that ends with no full
    stop is the headline. Lines of five words or fewer are taken for subheads and credits, and left out.

    Raises
    ------
    ContentError
        The file cannot be read, is not plain text, or has no paragraph.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"{path}: this file cannot be read ({error.strerror})."
        raise ContentError(message) from None
    for start, kind in NOT_A_TEXT.items():
        if raw.startswith(start):
            message = f"{path.name}: this is {kind}. Save it as plain text (.txt), or paste its text into a new file."
            raise ContentError(message)
    paragraphs: list[str] = []
    left_out: list[str] = []
    blocks = _blocks(_decoded(raw))
    headline = blocks.pop(0) if len(blocks) > 1 and _is_headline(blocks[0]) else ""
    for block in blocks:
        (paragraphs if len(words(block)) >= FEWEST_WORDS_OF_A_PARAGRAPH else left_out).append(plain(block))
    if not paragraphs:
        message = f"{path.name}: no paragraph was found. A paragraph has at least {FEWEST_WORDS_OF_A_PARAGRAPH} words."
        raise ContentError(message)
    return Text(tuple(paragraphs), tuple(left_out), plain(headline))


def _is_headline(block: str) -> bool:
    return len(words(block)) >= FEWEST_WORDS_OF_A_HEADLINE and not block.endswith(END_OF_A_SENTENCE)


def plain(text: str) -> str:
    """Return a text with straight quotes."""
    for curly, straight in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")):  # noqa: RUF001 - the curly ones are meant
        text = text.replace(curly, straight)
    return text


def words(text: str) -> list[str]:
    """Return the words of a text; a number with its separators is one, and so is a word with an apostrophe in it."""
    return WORD.findall(text)


def _decoded(raw: bytes) -> str:
    if raw.startswith(UTF_16):
        return raw.decode("utf-16", errors="replace")
    for encoding in ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _blocks(text: str) -> list[str]:
    """Return the paragraphs of a text, each on one line with single spaces."""
    lines = [line.strip() for line in text.splitlines()]
    parts = "\n".join(lines).split("\n\n") if _wrapped(lines) else lines
    return [" ".join(part.split()) for part in parts if part.strip()]


def _wrapped(lines: list[str]) -> bool:
    """Return whether blocks of lines are paragraphs: their lines are short, and few of them end with a sentence."""
    inner = [line for line, after in pairwise(lines) if line and after]
    ends = sum(line.endswith(END_OF_A_SENTENCE) for line in inner)
    return "" in lines and bool(inner) and ends <= len(inner) / 2 and max(map(len, lines)) <= WIDEST_LINE
