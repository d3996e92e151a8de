"""The course page and the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import course
from course import content
from course.content import ContentError
from course.questions import glossary
from course.questions.spec import lessons, questions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_the_page_lists_every_notebook_with_minutes_and_what_is_done(progress_file: Path) -> None:
    assert not progress_file.exists()
    for line, lesson in zip(str(course.home()).splitlines(), lessons(), strict=False):
        assert line == f"{lesson.number}  {lesson.title} · {lesson.minutes} min · 0 of {len(lesson.questions)} done"
    course.check("0.1", 6)
    assert "00  How does this work? · 10 min · 1 of 2 done" in str(course.home())
    assert str(course.home()).endswith("Go on with: How does this work?")
    course.check("0.2", len(course.load().actors))
    html = course.home()._repr_html_()
    assert "✓ all" in html
    assert '<a href="03_how_many.ipynb">How many troops?</a>' in html
    assert html.count("go on here") == 1


def test_the_page_leads_on_until_all_is_done(progress_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not progress_file.exists()
    monkeypatch.setattr("course.questions.home.lessons", lambda: lessons()[:1])
    course.check("0.1", 6)
    course.check("0.2", len(course.load().actors))
    assert str(course.home()).endswith("You have answered every question of the course.")
    assert "go on here" not in course.home()._repr_html_()


def test_the_minutes_of_a_notebook_are_those_to_read_to_talk_and_to_answer() -> None:
    for lesson in lessons():
        assert lesson.minutes == lesson.read + lesson.talk + sum(question.minutes for question in lesson.questions)
    assert sum(len(lesson.questions) for lesson in lessons()) == len(questions())


def test_a_term_is_found_whatever_its_case_and_a_wrong_one_names_the_nearest() -> None:
    assert str(course.glossary(" Hedge ")).startswith("hedge: A word that loosens a number")
    assert str(course.glossary("hegde")) == "'hegde' is not in the glossary. Did you mean 'hedge'?"
    assert "<dt" in course.glossary("hedge")._repr_html_()
    assert "<dt" not in course.glossary("hegde")._repr_html_()


def test_the_terms_stand_in_order_and_name_a_notebook_that_is_there() -> None:
    terms = glossary.read()
    names = [term.term.casefold() for term in terms]
    assert names == sorted(names)
    assert {term.notebook for term in terms} <= {lesson.number for lesson in lessons()}
    assert str(course.glossary()).count("\n") == len(terms) - 1


@pytest.fixture
def terms_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(content, "notebooks_folder", lambda: tmp_path)
    (tmp_path / "exercises").mkdir()
    glossary.read.cache_clear()
    yield tmp_path / "exercises" / "glossary.csv"
    glossary.read.cache_clear()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("term,meaning,notebook\na,b,00\na,c,00\n", "glossary.csv, row 3: the term 'a' stands in a row before"),
        ("term,meaning,notebook\na,,00\n", "glossary.csv, row 2: a row needs term, meaning, notebook"),
        ("term,meaning\na,b\n", "glossary.csv, row 2: a row needs"),
        ("term,meaning,notebook\na,b,00,more\n", "glossary.csv, row 2: a row needs"),
    ],
)
def test_a_broken_glossary_says_where(terms_file: Path, text: str, message: str) -> None:
    terms_file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=message):
        glossary.read()


def test_a_missing_glossary_is_told(terms_file: Path) -> None:
    assert not terms_file.exists()
    with pytest.raises(ContentError, match="glossary.csv: the file is missing"):
        glossary.read()
