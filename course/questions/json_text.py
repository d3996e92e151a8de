"""Plain data as JSON that people can read too: letters of all scripts as they are, and half a letter as a code."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def as_text(content: dict[str, Any]) -> str:
    """Return a table as JSON, each value in a line of its own."""
    return f"{_whole_letters(json.dumps(content, indent=1, ensure_ascii=False))}\n"


def in_a_line(content: object) -> str:
    """Return plain data as JSON in one line."""
    return _whole_letters(_encode(content))


def table(lines: Mapping[str, str], deep: int = 0) -> str:
    """Return a table whose values are JSON already, each with its name in a line, one step in.

    >>> print(table({"a": "1", "b": "[2, 3]"}))
    {
     "a": 1,
     "b": [2, 3]
    }
    """
    start = "\n" + " " * deep
    inside = ",".join(f"{start} {_name(name)}: {text}" for name, text in lines.items())
    return f"{{{inside}{start}}}" if inside else "{}"


def _whole_letters(text: str) -> str:
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)


_encode = json.JSONEncoder(ensure_ascii=False).encode
_name = lru_cache(maxsize=1024)(in_a_line)
