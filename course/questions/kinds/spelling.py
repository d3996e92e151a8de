"""Words that are nearly the same: a slip of the pen, or a name as another language writes it."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

FEWEST_LETTERS = 5
"""Shorter words are soon like others."""
LIKE_IN_LETTERS, LIKE_IN_SOUND = 0.5, 0.75
SOUNDS = (("ch|[cqx]", "k"), ("ph", "f"), ("w", "v"), ("z", "s"), ("[aeiouyhj]", ""), (r"(.)\1+", r"\1"))
"""What sounds alike, roughly, in languages with Latin letters; vowels change most."""


def near(given: str, wanted: str) -> str:
    """Return a sentence where a word is nearly the one that is wanted, or stands in the letters of another script."""
    if _script(given) != _script(wanted):
        return f"“{given}” is in other letters than the report. Write the word as the report has it."
    one, other = _bare(given), _bare(wanted)
    if min(len(one), len(other)) < FEWEST_LETTERS or _like(one, other) < LIKE_IN_LETTERS:
        return ""
    if _like(_sound(one), _sound(other)) < LIKE_IN_SOUND:
        return ""
    return f"“{given}” is nearly it. Look how the report spells it, letter by letter."


def _script(word: str) -> str:
    """Return the script of the first letter of a word, such as LATIN."""
    return next((unicodedata.name(sign, "").partition(" ")[0] for sign in word if sign.isalpha()), "")


def _bare(word: str) -> str:
    """Return the letters of a word without their accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word.casefold()) if sign.isalpha())


def _sound(word: str) -> str:
    for letters, sound in SOUNDS:
        word = re.sub(letters, sound, word)
    return word


def _like(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
