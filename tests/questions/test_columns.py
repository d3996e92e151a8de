"""A question in code says which columns its tables have and what they hold, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

import course
from course.questions.columns import of, strip
from course.questions.solution import code_of
from course.questions.spec import find, questions

if TYPE_CHECKING:
    from course.case import Case
    from course.questions.spec import Question

CODING = [question for question in questions().values() if question.track == "coding"]


@pytest.mark.parametrize("question", CODING, ids=lambda q: q.id)
def test_each_question_in_code_names_the_columns_of_its_tables(question: Question, case: Case) -> None:
    told = of(question)
    assert bool(told) == ("case." in code_of(question)), "others start from a table that is made above them"
    for table, columns in told.items():
        if table.startswith("case."):
            assert list(columns) == list(case.table(table.removeprefix("case.")).columns)
        assert all(words.endswith(".") for words in columns.values())


def test_the_tables_are_those_that_the_solution_starts_from() -> None:
    assert {number: list(of(find(number))) for number in ("1.6", "2.7", "5.8", "6.7", "3.9", "1.7")} == {
        "1.6": ["case.statements"],
        "2.7": ["case.actors", "case.statements"],
        "5.8": ["case.troops", "case.places"],
        "6.7": ["case.troops"],
        "3.9": ["case.troops"],
        "1.7": ["all 7 tables"],
    }
    assert list(of(find("1.7"))["all 7 tables"]) == ["paragraph", "wording"]


def test_a_column_has_its_first_sentence_what_a_blank_means_and_its_values() -> None:
    columns = of(find("1.6"))["case.statements"]
    assert columns["form"] == "Quoted or reported. One of: quoted, reported."
    assert columns["speaker"] == "The actor who says it. Blank: not named."
    assert "15 years" not in columns["start"]
    assert of(find("2.8"))["case.relations"]["relation"].endswith(" …."), "a long list is cut"


def test_it_is_a_quiet_line_that_opens() -> None:
    soup = BeautifulSoup(strip(find("2.8")), "html.parser")
    [line] = soup.find_all("summary")
    assert line.get_text() == "case.relations has link, from, to, relation, paragraph and wording"
    assert [term.get_text() for term in soup.find_all("dt")][:3] == ["link", "from", "to"]


def test_only_a_question_in_code_has_it() -> None:
    assert course.ask("2.8").question["columns"] == strip(find("2.8"))
    assert course.ask("3.1").question["columns"] == ""
