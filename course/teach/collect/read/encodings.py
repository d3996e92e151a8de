"""The text of a file, in whatever encoding a program has saved it."""

from __future__ import annotations

import codecs

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OLD = "It is not in UTF-8 and was read as Windows-1252: letters with accents may look odd."
NULS = "It holds zero bytes where letters should be: it was damaged when it was saved or copied. Ask for it once more."
NO_TEXT = "It is not a text: it was damaged, or it is of another kind than its name says."


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text of a file, and a note on it.

    Raises
    ------
    ValueError
        It is none; with a sentence.
    """
    try:
        for mark, encoding in MARKS:
            if data.startswith(mark):
                return data.decode(encoding), ""
        if b"\0" in data[:4]:
            return _without_mark(data), ""
        text, note = data.decode("utf-8"), ""
    except UnicodeDecodeError:
        text, note = _old(data), OLD
    if "\0" in text:
        raise ValueError(NULS)
    return text, note


def _without_mark(data: bytes) -> str:
    """Return a text in which each letter takes two bytes, without a mark that says so; its first letter is ASCII."""
    if not data.strip(b"\0"):
        raise ValueError(NULS)
    encoding = "utf-16-le" if data[:1] != b"\0" else "utf-16-be"
    text = data.decode(encoding)
    if "\0" in text:
        raise ValueError(NULS)
    return text


def _old(data: bytes) -> str:
    """Return a text in the encoding of older programs, in which few bytes mean nothing."""
    if any(byte < 0x20 and byte not in b"\t\n\r\f" for byte in data[:4096]):  # noqa: PLR2004 - the first letter
        raise ValueError(NULS if not data[:4096].strip(b"\0") else NO_TEXT)
    return data.decode("cp1252", "replace")
