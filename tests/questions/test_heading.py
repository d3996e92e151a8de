"""The heading of a notebook is known without its questions; a file that has none is told as the specs tell it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from course import content
from course.content import ContentError
from course.questions import spec
from course.questions.heading import heading

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def exercises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the specs of our notebooks, which the course reads."""
    folder = tmp_path / "exercises"
    shutil.copytree(content.exercises_folder(), folder)
    monkeypatch.setattr(content, "exercises_folder", lambda: folder)
    return folder


@pytest.mark.parametrize("about", spec.lessons(), ids=lambda about: about.number)
def test_a_heading_is_that_of_the_specs(about: spec.Lesson) -> None:
    assert heading(about.number) == (about.notebook, about.title)


@pytest.mark.usefixtures("exercises")
def test_no_question_is_read_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.questions.heading.lesson", None)
    assert heading("03").title == "How many troops?"


def test_a_heading_below_a_line_that_begins_with_a_bracket_is_found(exercises: Path) -> None:
    path = exercises / "03_how_many.toml"
    path.write_text('note = """\n[see\n"""\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ContentError, match="'note'"):
        heading("03")


def test_there_is_no_heading_of_a_notebook_that_is_not_there() -> None:
    with pytest.raises(ContentError, match="There is no notebook '12'"):
        heading("12")
