"""Another user than root, and folders that such a user can reach."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534


@contextmanager
def as_nobody() -> Iterator[None]:
    """Work as a user without rights, for whom what is shut is shut; who is not root is one already."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def own_folder() -> Iterator[Path]:
    """Yield a folder with notebooks that belongs to the user without rights."""
    folder = Path(tempfile.mkdtemp())
    try:
        (folder / "notebooks").mkdir()
        for name in ("a.ipynb", "b.ipynb"):
            (folder / "notebooks" / name).write_text("mine", encoding="utf-8")
        folder.chmod(0o755)
        if os.geteuid() == 0:
            for place in (folder, *folder.rglob("*")):
                os.chown(place, NOBODY, NOBODY)
        yield folder
    finally:
        for place in (folder, folder / "notebooks"):
            place.chmod(0o755)
        shutil.rmtree(folder)
