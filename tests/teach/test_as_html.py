"""A solution that nbconvert turns into a page shows its pictures and its words, and needs no net for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbconvert import HTMLExporter

from course import content
from course.figures.chart import PLOTLY

if TYPE_CHECKING:
    from pathlib import Path

SOLUTIONS = sorted((content.notebooks_folder() / "solutions").glob("*.ipynb"))


def plain(text: str) -> str:
    """Return a text with one space wherever there is room between words."""
    return " ".join(text.split())


@pytest.mark.parametrize("solution", SOLUTIONS, ids=lambda path: path.stem)
def test_each_figure_has_its_picture_and_each_output_its_words(solution: Path) -> None:
    notebook = nbformat.read(solution, as_version=4)
    exporter = HTMLExporter()  # type: ignore[no-untyped-call]
    page = BeautifulSoup(exporter.from_notebook_node(notebook)[0], "html.parser")
    outputs = [output["data"] for cell in notebook.cells for output in cell.get("outputs", []) if "data" in output]
    pictures = [str(image["src"]).partition(",")[2].strip() for image in page.find_all("img")]
    assert pictures == [data["image/png"].strip() for data in outputs if PLOTLY in data]
    shown = plain(page.get_text(" "))
    for data in outputs:
        if "text/html" in data:
            assert plain(BeautifulSoup(data["text/html"], "html.parser").get_text(" ")) in shown


def test_there_are_solutions_with_pictures() -> None:
    books = [nbformat.read(path, as_version=4) for path in SOLUTIONS]
    assert (
        sum(
            PLOTLY in output.get("data", {})
            for book in books
            for cell in book.cells
            for output in cell.get("outputs", [])
        )
        >= 15
    )
