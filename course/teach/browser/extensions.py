"""Extensions of JupyterLab that the site brings along: each is a script of some dozen lines, with nothing to build."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
EXTENSIONS = (
    {"name": "between-the-lines-plotly", "load": "static/renderer.js", "mimeExtension": "./mimeExtension"},
    {"name": "between-the-lines-kernels", "load": "static/kernels.js", "extension": "./extension"},
)
"""How JupyterLite finds them: what draws figures that a learner makes, and what lets kernels answer."""


def lay(site: Path) -> None:
    """Lay the extensions into a site."""
    for each in EXTENSIONS:
        place = site / "extensions" / each["name"] / each["load"]
        place.parent.mkdir(parents=True)
        place.write_bytes((HERE / place.name).read_bytes())
