"""Plotly's script lies beside the pages as a module, in the words that a figure knows too."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from course.figures import panel
from course.teach.browser import plotly
from course.teach.browser.packages import used

if TYPE_CHECKING:
    from pathlib import Path


def test_the_script_is_laid_as_a_module_with_its_version(tmp_path: Path) -> None:
    [item] = [item for item in used("later") if item.name == "plotly"]
    with zipfile.ZipFile(tmp_path / item.file, "w") as packed:
        packed.writestr(plotly.SCRIPT, "module.exports = 7;")
    (tmp_path / "site" / "static").mkdir(parents=True)
    link = plotly.beside({item.file: tmp_path / item.file}, tmp_path / "site")
    assert f'data-version="{item.version}"' in link
    text = (tmp_path / "site" / "static" / f"plotly-{item.version}.js").read_text(encoding="utf-8")
    assert text == f"{plotly.BEFORE}module.exports = 7;{plotly.AFTER}"


def test_a_figure_finds_it_and_reads_it_alike() -> None:
    script = panel.FIGURE.read_text(encoding="utf-8")
    assert "between-the-lines-plotly" in script
    for part in (plotly.BEFORE.strip(), plotly.AFTER.strip()):
        assert part in script
