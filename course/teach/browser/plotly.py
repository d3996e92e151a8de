"""Plotly's script as a module beside the site's pages: it comes while Python starts, and is compiled once."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from course.teach.browser.packages import used

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SCRIPT = "plotly/package_data/plotly.min.js"
BEFORE = "const before = window.Plotly; const module = { exports: {} };\n"
AFTER = "\nwindow.Plotly = before; export default module.exports;"
"""What lets the script take itself for a module and leave alone what a page has; `figure.js` writes the same."""


def beside(found: Mapping[str, Path], site: Path) -> str:
    """Lay plotly's script into a site as a module; return the link by which a page's figures find it."""
    [item] = [item for item in used("later") if item.name == "plotly"]
    with zipfile.ZipFile(found[item.file]) as packed:
        script = packed.read(SCRIPT).decode()
    place = site / "static" / f"plotly-{item.version}.js"
    place.write_text(f"{BEFORE}{script}{AFTER}", encoding="utf-8")
    address = f"../{place.relative_to(site).as_posix()}"
    return (
        f'<link id="between-the-lines-plotly" data-version="{item.version}" rel="modulepreload" '
        f'fetchpriority="low" href="{address}">'
    )
