"""The site's own page has each lesson with its minutes, and what each part's licence is."""

from __future__ import annotations

import html
import json
import zipfile
from typing import TYPE_CHECKING

from course.jupyter.editions import edition
from course.questions.spec import lessons
from course.teach.browser import front
from course.teach.browser.site import lay_lessons

if TYPE_CHECKING:
    from pathlib import Path


def test_the_page_has_all_lessons_and_licences(tmp_path: Path) -> None:
    lay_lessons(tmp_path / "files")
    pyodide = tmp_path / "static" / "pyodide"
    pyodide.mkdir(parents=True)
    about = "Name: thing\nVersion: 1.2\nClassifier: License :: OSI Approved :: BSD License\n"
    with zipfile.ZipFile(pyodide / "thing-1.2.whl", "w") as packed:
        packed.writestr("thing-1.2.dist-info/METADATA", about)
    front.write(tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    for lesson in lessons():
        assert html.escape(lesson.title).replace("&quot;", "&#34;") in page
        assert f"{lesson.minutes} minutes" in page
        assert f"lab/index.html?path={lesson.notebook}.ipynb" in page
    assert "<td>thing</td><td>1.2</td><td>BSD License</td>" in page
    editions = json.loads((tmp_path / "lessons.json").read_text(encoding="utf-8"))
    lesson = json.loads((tmp_path / "files" / "03_how_many.ipynb").read_text(encoding="utf-8"))
    assert editions["03_how_many.ipynb"] == edition(lesson) == lesson["metadata"]["between-the-lines"]["edition"]
