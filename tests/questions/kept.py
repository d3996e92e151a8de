"""What a progress file holds, read as plain JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def kept(file: Path) -> dict[str, dict[str, Any]]:
    """Return the entries of a progress file by their questions."""
    entries: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["entries"]
    return entries
