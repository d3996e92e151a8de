"""What a progress file holds, read as plain JSON; and a file that another program holds."""

from __future__ import annotations

import json
import pathlib
from typing import TYPE_CHECKING, Any

from course.questions import keeping

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def kept(file: Path) -> dict[str, dict[str, Any]]:
    """Return the entries of a progress file by their questions."""
    entries: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["entries"]
    return entries


def unreadable(times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a progress file be held by another program, as often as is said."""
    left, real = [None] * times, pathlib.Path.read_text

    def read_text(self: Path, encoding: str) -> str:
        if left and self.name == keeping.FILE_NAME:
            left.pop()
            raise PermissionError(13, "Permission denied")
        return real(self, encoding)

    monkeypatch.setattr(pathlib.Path, "read_text", read_text)
