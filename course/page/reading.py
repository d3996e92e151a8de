"""A text that is read: what can be lit up in it, and words whose meaning opens in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.page.html import BLOCK, SCREEN, Html, join, muted, tag

if TYPE_CHECKING:
    from collections.abc import Mapping

LIT, LIGHT, HIDDEN, INLINE = "btl-lit-", "btl-light-", "display:none", "display:inline"
TERM = "btl-term"
"""A word that opens its meaning in place."""


def reading(kinds: Mapping[str, str], *parts: str) -> Html:
    """Return a text that is read, with a key above it."""
    return tag("div", key(kinds), *parts, class_="btl-reading")


def key(kinds: Mapping[str, str]) -> Html:
    """Return what can be lit up in a text, each kind by what a reader calls it.

    What is ticked in the key is lit by the style sheet alone, so that a page without a kernel, or without a script,
    works too. Where there is no style sheet the key is not seen.
    """
    boxes = (
        tag("label", Html(f'<input type="checkbox" class="{LIGHT}{kind}" data-lm-suppress-shortcuts="true">'), word,
             class_=f"btl-chip {LIT}{kind}")
        for kind, word in kinds.items()
    )  # fmt: skip
    about = {"role": "group", "aria-label": "Light up in the text"}
    return (
        tag("div", muted("Light up:"), *boxes, class_=f"btl-key {SCREEN}", style=HIDDEN, **about) if kinds else join()
    )


def block(*parts: str) -> Html:
    """Return what is like a paragraph, and can hold words that open."""
    return tag("div", *parts, class_=BLOCK)


def lit(kind: str, *parts: str) -> Html:
    """Return a part of a text that a key can light."""
    return tag("span", *parts, class_=f"{LIT}{kind}")


def mark(*parts: str) -> Html:
    """Return what is marked in a text."""
    return tag("mark", *parts)


def explained(word: str, meaning: str) -> Html:
    """Return a word whose meaning opens behind it, by a click or Enter."""
    about = f" ({meaning.removesuffix('.')})"
    return tag("details", tag("summary", word, style=INLINE), about, class_=TERM, style=INLINE)
