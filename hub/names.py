"""The names of a class list, as names of accounts: in small letters of any script, and no part of a path."""

from __future__ import annotations

import unicodedata

MOST_BYTES = 60
"""How long an account's name is: it stands in addresses and in the names of folders."""


def account(name: str) -> str:
    """Return the name of the account of a learner: the same however the name is typed; empty where there is none."""
    text = unicodedata.normalize("NFKC", name).casefold()
    kept = "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in text)
    return "-".join(kept.split()).encode()[:MOST_BYTES].decode(errors="ignore").strip("-")
