"""Texts of learners made safe to show: no sign in them steers a terminal, turns a line around or hides another."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 80
LONGEST_QUOTE = 60
CUT = "…"
JOINERS = "\u200c\u200d"
"""What joins or parts letters in some scripts, and belongs to names."""
NOT_SEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
PILED = re.compile("([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})[\u0300-\u036f"
                   "\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")  # fmt: skip
"""More marks upon one letter than any script has: they would cover the lines around."""


def tame(text: str, most: int = LONGEST_QUOTE) -> str:
    """Return a text in one line and at most so long; what cannot be seen is shown as a code, such as u202e."""
    short = text[: most + 1] if len(text) > most * 4 else text
    short = re.sub(r"\s+", " ", short).strip()
    if not short.isascii():
        short = PILED.sub(r"\1", unicodedata.normalize("NFC", short))
    if not short.isprintable():
        short = "".join(map(_seen, short))
    return short if len(short) <= most and len(text) <= most * 4 else short[: most - 1].rstrip() + CUT


def _seen(sign: str) -> str:
    if sign in JOINERS or unicodedata.category(sign) not in NOT_SEEN:
        return sign
    return f"\\u{ord(sign):04x}"


def quoted(text: str, most: int = LONGEST_QUOTE) -> str:
    """Return a text between quotation marks, tame."""
    return f"“{tame(text, most)}”"
