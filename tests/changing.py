"""Files of a copy, changed in one place, so that a test can say what is wrong with them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def change(file: Path, old: str, new: str) -> None:
    """Put one text in the place of another, which must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file.name}: the test changes nothing"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def change_package(pack: Path, how: Callable[[dict[str, Any]], object]) -> None:
    """Change what a case declares of itself."""
    file = pack / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    how(package)
    file.write_text(json.dumps(package), encoding="utf-8")
