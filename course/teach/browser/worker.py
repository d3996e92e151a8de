"""What makes files a site: a worker that keeps them in the browser, and packed copies of the texts."""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = Path(__file__).parent / "cache.js"
WORKER = "service-worker.js"
BEFORE = "before.js"
PACKED = {".css", ".html", ".ipynb", ".js", ".json", ".mjs", ".svg", ".wasm", ".webmanifest"}
"""What is sent packed where a server can: wheels and pictures are packed already."""
SMALLEST = 1000
"""Bytes below which a packed copy is worth nothing."""
IMPORT = "await import("
ICON = '<link rel="icon" href="../lab/favicon.ico">'
STYLE = (Path(__file__).parent / "before.css").read_text(encoding="utf-8")


def settle(site: Path, head: str = "") -> None:
    """Let each page look after a learner's copies first, write the worker, and lay packed copies beside the texts.

    Parameters
    ----------
    head
        What the head of each page gets beside the style of the lines over it.
    """
    for page in sorted(site.glob("*/index.html")):
        text = page.read_text(encoding="utf-8")
        if IMPORT in text and "config-utils.js" in text:
            text = text.replace(IMPORT, f"await (await import('../{BEFORE}')).ready;\n        {IMPORT}", 1)
            text = text.replace("</head>", f"<style>{STYLE}</style>{ICON}{head}\n  </head>", 1).replace(
                "<title>JupyterLite", "<title>Between the Lines"
            )
            page.write_text(text, encoding="utf-8")
    (site / BEFORE).write_bytes((SCRIPT.parent / BEFORE).read_bytes())
    worker = site / WORKER
    ours = SCRIPT.read_text(encoding="utf-8")
    listed = json.dumps(marks(site), separators=(",", ":"))
    worker.write_text(f"const FILES = {listed};\n{ours}\n{worker.read_text(encoding='utf-8')}", encoding="utf-8")
    for place in _texts(site):
        packed = gzip.compress(place.read_bytes(), 9, mtime=0)
        place.with_name(f"{place.name}.gz").write_bytes(packed)


def marks(site: Path) -> dict[str, str]:
    """Return a mark of the content of each file that a page can ask for, by its path."""
    paths = (path for path in sorted(site.rglob("*")) if path.is_file() and path.name != WORKER)
    return {path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()[:10] for path in paths}


def _texts(site: Path) -> Iterator[Path]:
    """Yield the files that have a packed copy; a learner's files have none, they would be seen among the lessons."""
    for path in sorted(site.rglob("*")):
        is_text = path.suffix in PACKED and path.is_file() and path.stat().st_size >= SMALLEST
        if is_text and path.relative_to(site).parts[0] not in {"files", "api"}:
            yield path
