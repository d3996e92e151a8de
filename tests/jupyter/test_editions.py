"""A lesson comes once; a newer one comes beside a learner's own page, and nothing of that page is lost."""

from __future__ import annotations

import json
import os
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from course import content
from course.jupyter import editions

if TYPE_CHECKING:
    from pathlib import Path

LESSON = "03_how_many.ipynb"


def notebook(source: str, outputs: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"cells": [{"cell_type": "code", "source": source, "outputs": list(outputs)}], "metadata": {}}


def read(page: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with two lessons of our own, which can be changed."""
    folder = tmp_path / "course"
    folder.mkdir()
    for name in (LESSON, content.GLOSSARY):
        (folder / name).write_text(json.dumps(notebook(name)), encoding="utf-8")
    monkeypatch.setattr(content, "notebooks_folder", lambda: folder)
    return folder


def test_a_lesson_is_the_same_edition_as_long_as_it_says_the_same() -> None:
    assert editions.edition(notebook("a")) == editions.edition(notebook("a", ("run",)))
    assert editions.edition(notebook("a")) != editions.edition(notebook("b"))


def test_each_lesson_of_the_course_is_laid_once_as_it_is_but_for_its_mark(tmp_path: Path) -> None:
    names = [place.name for place in content.lesson_files()]
    assert editions.lay(tmp_path / "notebooks") == [f"Laid {name}" for name in names]
    assert editions.lay(tmp_path / "notebooks") == []
    for place in content.lesson_files():
        laid = read(tmp_path / "notebooks" / place.name)
        assert laid["metadata"].pop(editions.MARK) == {"edition": editions.edition(laid)}
        assert laid == read(place)


def test_what_a_learner_has_written_stays_while_the_lesson_is_the_same(shelf: Path, tmp_path: Path) -> None:
    editions.lay(tmp_path)
    page = tmp_path / LESSON
    own = read(page)
    own["cells"][0] |= {"source": "answer = 4", "outputs": ["right"]}
    page.write_text(json.dumps(own), encoding="utf-8")
    assert editions.lay(tmp_path) == []
    assert read(page) == own
    assert shelf.is_dir()


def test_a_newer_lesson_takes_the_place_and_the_own_page_is_kept_whole(shelf: Path, tmp_path: Path) -> None:
    editions.lay(tmp_path)
    page = tmp_path / LESSON
    mine = page.read_text(encoding="utf-8").replace('"outputs": []', '"outputs": ["right"]')
    page.write_text(mine, encoding="utf-8")
    for year in ("next year", "in two years"):
        (shelf / LESSON).write_text(json.dumps(notebook(year)), encoding="utf-8")
        kept, laid = editions.lay(tmp_path)
        assert laid == f"Laid {LESSON}"
        assert re.fullmatch(rf"Kept {LESSON} as 03_how_many - yours until \d{{4}}-\d\d-\d\d(-2)?\.ipynb", kept)
        assert read(page)["cells"][0]["source"] == year
    first, second = sorted(tmp_path.glob("* - yours until *"), key=lambda place: (len(place.name), place.name))
    assert first.read_text(encoding="utf-8") == mine, "nothing of the learner's is lost"
    assert read(second)["cells"][0]["source"] == "next year", "two of one day have two names"
    assert editions.lay(tmp_path) == []


def test_a_page_that_was_laid_without_a_mark_is_the_same_where_its_cells_are(shelf: Path, tmp_path: Path) -> None:
    shutil.copy(shelf / LESSON, tmp_path)
    assert editions.lay(tmp_path) == [f"Laid {content.GLOSSARY}"]
    (tmp_path / LESSON).write_text(json.dumps(notebook("mine")), encoding="utf-8")
    kept, _ = editions.lay(tmp_path)
    assert kept.startswith(f"Kept {LESSON} as ")


@pytest.mark.parametrize("text", ["{", "[]", '{"cells": 1}', '{"metadata": {"between-the-lines": []}}'])
def test_a_page_that_cannot_be_read_is_kept_and_the_lesson_is_there(shelf: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / LESSON).write_text(text, encoding="utf-8")
    assert len(editions.lay(tmp_path)) == 3
    [own] = tmp_path.glob("* - yours until *")
    assert own.read_text(encoding="utf-8") == text
    assert read(tmp_path / LESSON)["cells"] == read(shelf / LESSON)["cells"]


def test_a_lesson_is_not_written_through_a_link(shelf: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    (tmp_path / LESSON).symlink_to(elsewhere)
    editions.lay(tmp_path)
    assert not elsewhere.exists()
    assert not (tmp_path / LESSON).is_symlink()
    assert shelf.is_dir()


def test_where_there_is_no_room_no_part_of_a_lesson_is_left(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        editions.lay(tmp_path / "notebooks")
    assert list((tmp_path / "notebooks").iterdir()) == []
    assert shelf.is_dir()
