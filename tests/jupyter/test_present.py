"""A lesson on a projector: all its figures, under their headings, and nothing to answer or to read as code."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from course import content
from course.cli import app
from course.content import ContentError
from course.jupyter import lab
from course.jupyter.present import lay

if TYPE_CHECKING:
    from pathlib import Path

WITH_FIGURES = ["02", "03", "04", "05", "06", "07", "08", "09"]
FIGURE = re.compile(r"course\.(?:charts|explore)\.\w+")


def cells(place: Path) -> list[dict[str, Any]]:
    """The cells of a notebook, each with its source as one text."""
    found = json.loads(place.read_text(encoding="utf-8"))["cells"]
    return [{**cell, "source": "".join(cell["source"])} for cell in found]


@pytest.mark.parametrize("number", WITH_FIGURES)
def test_all_that_is_drawn_in_a_lesson_is_shown_and_its_cells_run(
    number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = cells(lay(number, tmp_path))
    code = [cell["source"] for cell in made if cell["cell_type"] == "code"]
    [lesson] = content.notebooks_folder().glob(f"{number}_*.ipynb")
    given = [cell["source"] for cell in cells(lesson) if cell["cell_type"] == "code"]
    drawn = {name for each in given if not re.search(r"\.\.\.(?! )", each) for name in FIGURE.findall(each)}
    assert {name for each in code for name in FIGURE.findall(each)} >= drawn
    names: dict[str, object] = {}
    for each in code:
        exec(compile(each, number, "exec"), names)  # noqa: S102 - the cells of our own notebooks


def test_nothing_is_asked_and_no_code_is_in_sight(tmp_path: Path) -> None:
    made = cells(lay("03", tmp_path))
    assert not any("course.ask(" in cell["source"] or "course.check(" in cell["source"] for cell in made)
    assert all(cell["metadata"]["jupyter"]["source_hidden"] for cell in made if cell["cell_type"] == "code")
    texts = [cell["source"] for cell in made if cell["cell_type"] == "markdown"]
    assert texts
    assert all(re.fullmatch(r"#+ .+", text) for text in texts), "headings alone"
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("number", ["99", "3x", "", "*"])
def test_a_lesson_that_is_not_there_is_told(number: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="There is no lesson"):
        lay(number, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_lesson_without_figures_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="Lesson 00 has no figure to show"):
        lay("00", tmp_path)


def test_the_command_opens_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def start(place: Path, **_: object) -> int:
        opened.append(place)
        return 0

    monkeypatch.setattr(lab, "start", start)
    assert CliRunner().invoke(app, ["lab", str(tmp_path), "--present", "03"]).exit_code == 0
    assert opened == [tmp_path / "present-03.ipynb"]
    assert opened[0].is_file()
    told = CliRunner().invoke(app, ["lab", str(tmp_path), "--present", "77"])
    assert told.exit_code == 1
    assert "There is no lesson '77'" in told.output
