"""What is printed fits the console: one of an older Windows has a few hundred signs, and no bar among them."""

from __future__ import annotations

import codecs
import sys
import unicodedata

HANDLER = "between-the-lines"
IN_PLAIN_SIGNS = {
    **dict.fromkeys("█●■▓◐", "#"),
    **dict.fromkeys("░○◯", "-"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‘’‚‛′", "'"),  # noqa: RUF001 - the signs that are meant
    **dict.fromkeys("–—−", "-"),  # noqa: RUF001 - as above
    **dict.fromkeys("→▸▶", ">"),
    **dict.fromkeys("←◀", "<"),
    "✓": "+",
    "✗": "x",
    "¶": "par. ",
    "·": "-",
    "…": "...",
    "€": "EUR ",
    "£": "GBP ",
    "°": " degrees",
}
"""What stands for a sign that a console does not have; a letter is told without its accent, all else is a `?`."""


def fit() -> None:
    """Let what is printed lose a sign where the console does not have it, and never fail for one."""
    out = sys.stdout
    if getattr(out, "errors", "") != "strict" or not hasattr(out, "reconfigure"):
        return  # a kernel's own, or somebody has chosen what is to be done
    try:
        "".join(IN_PLAIN_SIGNS).encode(out.encoding)
    except (UnicodeEncodeError, LookupError):
        codecs.register_error(HANDLER, plain)
        out.reconfigure(errors=HANDLER)


def plain(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for the signs that cannot be encoded, and where they end: a handler of errors of codecs."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    return "".join(map(_plain, signs)), error.end


def _plain(sign: str) -> str:
    known = IN_PLAIN_SIGNS.get(sign)
    return known or unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?"
