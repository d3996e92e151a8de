"""Each extension lies where JupyterLite looks for it, and answers to the name that the site gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.teach.browser import extensions

if TYPE_CHECKING:
    from pathlib import Path


def test_each_is_laid_where_the_site_names_it(tmp_path: Path) -> None:
    extensions.lay(tmp_path)
    for each in extensions.EXTENSIONS:
        script = (tmp_path / "extensions" / each["name"] / each["load"]).read_text(encoding="utf-8")
        assert f'["{each["name"]}"]' in script, "JupyterLite asks for it by this name"
    laid = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert laid == {"renderer.js", "kernels.js"}
