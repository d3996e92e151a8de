"""A file that Python takes for a package of the course is named, and gets another name where that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from course import content
from course.jupyter.doctor.shadows import shadows


@pytest.mark.parametrize("place", [".", "notebooks"])
@pytest.mark.parametrize("name", ["course.py", "course/__init__.py", "pandas.py", "plotly/__init__.py"])
def test_a_file_that_python_takes_for_a_package_is_named(tmp_path: Path, place: str, name: str) -> None:
    file = tmp_path / place / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    shown = file.parent if file.name == "__init__.py" else file
    package = Path(name).parts[0].removesuffix(".py")
    [found] = shadows(tmp_path)
    assert found.word == "mend"
    assert found.sentence == f"{shown} stands in the way: in a notebook, Python takes it for the package {package!r}."
    assert found.fix.startswith("Give it another name")


def test_what_gives_way_to_the_course_is_not_named(tmp_path: Path) -> None:
    (tmp_path / "notebooks" / "course").mkdir(parents=True)
    (tmp_path / "notebooks" / "course" / "homework.txt").touch()
    (tmp_path / "my_course.py").touch()
    assert list(shadows(tmp_path)) == []
    assert list(shadows(content.root())) == [], "in the project, the folder course is the course"


def test_a_file_gets_a_name_that_is_told_before_and_keeps_all_that_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "course.py").write_text("mine = 1", encoding="utf-8")
    (tmp_path / "course-yours.py").write_text("older", encoding="utf-8")
    [found] = shadows(tmp_path)
    assert found.fix == "Give it another name: course-yours-2.py."
    assert found.mend
    said = found.mend()
    assert said == f"{tmp_path / 'course.py'} has a new name, course-yours-2.py. Nothing in it has changed."
    assert (tmp_path / "course-yours-2.py").read_text(encoding="utf-8") == "mine = 1"
    assert (tmp_path / "course-yours.py").read_text(encoding="utf-8") == "older"
    assert list(shadows(tmp_path)) == []


def test_a_folder_and_a_link_keep_their_names(tmp_path: Path) -> None:
    (tmp_path / "pandas").mkdir()
    (tmp_path / "pandas" / "__init__.py").touch()
    (tmp_path / "elsewhere.py").touch()
    (tmp_path / "course.py").symlink_to(tmp_path / "elsewhere.py")
    assert [found.mend for found in shadows(tmp_path)] == [None, None]
