"""The misreadings: one vocabulary of names, each used, each with something to ask, to do and to check."""

from __future__ import annotations

import os
from dataclasses import astuple
from typing import TYPE_CHECKING

import pytest

from course import content
from course.content import ContentError
from course.questions.misreadings import Misreading, misreadings
from course.questions.spec import lessons

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "name,title,shows,ask_back,repair,check,check_answer\n"
LONGEST_REPAIR = 75
"""Words: what can be read out and done in five minutes."""


def test_each_misreading_is_foreseen_somewhere_and_most_are_shared_by_notebooks() -> None:
    notebooks: dict[str, set[str]] = {name: set() for name in misreadings()}
    for lesson in lessons():
        for question in lesson.questions:
            for misconception in question.misconceptions:
                notebooks[misconception.name].add(lesson.number)
    assert [name for name, several in notebooks.items() if not several] == []
    shared = [name for name, several in notebooks.items() if len(several) > 1]
    assert len(shared) >= 0.8 * len(notebooks)


def test_each_says_what_to_ask_what_to_do_and_what_to_check() -> None:
    every = misreadings().values()
    for each in every:
        assert "?" in each.ask_back
        assert "?" in each.check
        assert "?" not in each.check_answer
        assert each.shows.endswith(".")
        assert len(each.repair.split()) <= LONGEST_REPAIR
    for column in zip(*map(astuple, every), strict=True):
        assert len(set(column)) == len(every), "each in words of its own"


def test_repairs_are_about_everyday_things_not_about_the_report() -> None:
    told = " ".join(f"{each.repair} {each.check}" for each in misreadings().values())
    for word in ("Russia", "Ukraine", "Nato", "Romania", "troops", "soldier", "Macron", "Putin"):
        assert word not in told


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(content, "exercises_folder", lambda: tmp_path)
    return tmp_path / "misreadings.csv"


def test_a_row_is_read_into_values_and_again_when_the_file_has_changed(place: Path) -> None:
    place.write_text(HEAD + "a,b,c,d,e,f,g\n", encoding="utf-8")
    assert misreadings() == {"a": Misreading("a", "b", "c", "d", "e", "f", "g")}
    place.write_text(HEAD + "z,b,c,d,e,f,g\n", encoding="utf-8")
    os.utime(place, ns=(0, 1))
    assert list(misreadings()) == ["z"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{HEAD}a,b,c,d,e,f,\n", "misreadings.csv, row 2: a row needs name, title, shows"),
        (f"{HEAD}a,b,c,d,e,f,g\na,c,c,d,e,f,g\n", "misreadings.csv, row 3: the name 'a' is in a row before."),
    ],
)
def test_a_row_that_is_not_as_it_should_be_is_told(place: Path, text: str, said: str) -> None:
    place.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=said):
        misreadings()


def test_a_missing_file_is_told(place: Path) -> None:
    assert not place.exists()
    with pytest.raises(ContentError, match="misreadings.csv: the file is missing"):
        misreadings()
