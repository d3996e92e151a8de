"""The site's wheel of the course has all that learners use, and nothing of the authors'."""

from __future__ import annotations

import json

from course.questions.spec import lessons
from course.teach.browser import ours


def test_the_wheel_has_what_learners_use_and_no_more() -> None:
    files = ours.files()
    assert {"course/__init__.py", "course/page/page.css", "course/jupyter/in_browser.py", ours.LATER} <= set(files)
    assert "course/content/data/macron-biden-call/troops.csv" in files
    assert "course/content/notebooks/exercises/03_how_many.toml" in files
    assert not [name for name in files if name.startswith(("course/teach", "course/cli")) or "__pycache__" in name]
    assert not [name for name in files if name.endswith("jupyter/lab.py")]


def test_it_names_what_comes_later_and_how_ipython_starts() -> None:
    files = ours.files()
    assert json.loads(files[ours.LATER])["plotly"] == "plotly"
    [settings] = [text for name, text in files.items() if name.endswith("ipython_config.json")]
    assert "course.jupyter.in_browser" in json.loads(settings)["InteractiveShellApp"]["extensions"]
    assert len({name.split("/")[0] for name in files if ".dist-info" in name.split("/")[0]}) == 1


def test_solutions_are_there_without_their_outputs() -> None:
    found = ours.solutions()
    assert len(found) == len(lessons())
    for text in found.values():
        assert not [cell for cell in json.loads(text)["cells"] if cell.get("outputs")]
