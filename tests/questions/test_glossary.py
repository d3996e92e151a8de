"""The glossary: each term in a sentence, with the notebook that explains it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import course
from course import content
from course.content import ContentError
from course.questions import glossary
from course.questions.ask import _for_the_page
from course.questions.hint import Hints
from course.questions.judge import judge
from course.questions.spec import find, lessons

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OPENS = '<summary style="display:inline">hedge</summary>'


def test_a_term_is_found_whatever_its_case_and_a_wrong_one_names_the_nearest() -> None:
    assert str(course.glossary(" Hedge ")).startswith("hedge: A small word that makes a number less exact")
    assert str(course.glossary("hegde")) == "'hegde' is not in the glossary. Did you mean 'hedge'?"
    assert str(course.glossary("measure")).startswith("measure (of a number): "), "what is in brackets can be left out"
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
        ("term,meaning,notebook\na,b,00\na,c,00\n", "glossary.csv, row 3: the term 'a' is in a row before"),
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


def test_a_glossary_that_a_spreadsheet_has_saved_is_read_and_its_terms_are_sorted(terms_file: Path) -> None:
    terms_file.write_text("\ufeffterm,meaning,notebook\r\nSloop,A boat.,02\r\nketch,Another.,01\r\n", encoding="utf-8")
    assert str(course.glossary()) == "ketch: Another. (notebook 01)\nSloop: A boat. (notebook 02)"


def test_the_first_of_each_term_opens_and_none_in_code() -> None:
    said = glossary.explained("`hedge`: a hedge < a blank, two hedges; a blank")
    assert said.startswith("<code>hedge</code>: a <details")
    assert f"{OPENS} (A small word" in said
    assert "&lt; a <details" in said
    assert said.count("<details") == 2
    assert said.endswith(", two hedges; a blank")


def test_prompts_hints_and_feedback_explain_terms_and_options_do_not() -> None:
    question = find("3.4")
    page = _for_the_page(find("3.4"))
    explained = replace(question, prompt="Which hedge?")
    assert OPENS in _for_the_page(explained)["prompt"]
    assert "<summary" not in json.dumps(page["controls"])
    assert OPENS in Hints("3.4", ("Look at the hedge.",), 2).to_html()
    verdict = judge(explained, "more than")
    assert OPENS in replace(verdict, message="Which hedge?").to_html()


def test_a_meaning_is_shown_as_text(terms_file: Path) -> None:
    terms_file.write_text("term,meaning,notebook\na,1 < 2 & 3,00\n", encoding="utf-8")
    assert "1 &lt; 2 &amp; 3" in course.glossary("A")._repr_html_()
