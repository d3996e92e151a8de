"""What is wrong is told by its place, sorted, and the same fault a hundred times once."""

from __future__ import annotations

import pytest

from course.content import ContentError
from course.problem import (
    MOST_OF_A_CASE,
    MOST_OF_A_COLUMN,
    Problem,
    as_problems,
    in_lines,
    of_the_first,
    told,
)


def lines(*problems: Problem) -> list[str]:
    return [str(each) for each in told(problems)]


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (Problem("counts.csv", 4, "unit", "why."), "counts.csv, row 4, unit: why."),
        (Problem("counts.csv", 4, None, "why."), "counts.csv, row 4: why."),
        (Problem("digest.md", 4, None, "why."), "digest.md, line 4: why."),
        (Problem("digest.md", None, None, "why."), "digest.md: why."),
        (Problem("a.csv", 2, "b", "why.", rows=(2, 5, 9)), "a.csv, row 2, b: why. So in 3 rows: also 5, 9."),
        (Problem("a.csv", 1, "b", "why.", rows=tuple(range(1, 101))),
         "a.csv, row 1, b: why. So in 100 rows: also 2, 3, 4, 5, 6 and 94 more."),
    ],
)  # fmt: skip
def test_a_problem_is_a_sentence_with_its_place(problem: Problem, said: str) -> None:
    assert str(problem) == said
    row, *_ = [*problem.rows, problem.row]
    assert problem.as_data()["rows"][:1] == ([row] if row else [])


def test_problems_stand_by_file_and_row_and_warnings_behind_them() -> None:
    some = [
        Problem("b.csv", 2, None, "two."),
        Problem("a.csv", 9, None, "nine."),
        Problem("a.csv", 2, None, "may be.", warning=True),
        Problem("b.csv", None, None, "all."),
    ]
    assert lines(*some) == ["a.csv, row 9: nine.", "b.csv: all.", "b.csv, row 2: two.", "a.csv, row 2: may be."]


def test_the_same_fault_of_a_column_is_told_once_and_that_of_another_column_apart() -> None:
    some = [Problem("a.csv", row, column, "why.") for column in ("x", "y") for row in (2, 3)]
    assert lines(*some) == [
        "a.csv, row 2, x: why. So in 2 rows: also 3.",
        "a.csv, row 2, y: why. So in 2 rows: also 3.",
    ]


def test_what_differs_in_its_value_only_is_told_by_its_first_value() -> None:
    some = [Problem("a.csv", row, "x", f"'{row}?' is not a number.", alike="form") for row in (2, 3, 4)]
    assert lines(*some) == ["a.csv, row 2, x: '2?' is not a number. So in 3 rows: also 3, 4."]


def test_a_column_full_of_different_faults_is_told_by_its_first_ones() -> None:
    said = lines(*(Problem("a.csv", row, "x", f"'{row}' is unknown.") for row in range(2, 1002)))
    assert len(said) == MOST_OF_A_COLUMN + 1
    assert said[-1].startswith(f"a.csv, row {MOST_OF_A_COLUMN + 2}, x: 950 more values are not as they should be.")


def test_an_error_tells_the_first_ones_and_how_many_more() -> None:
    error = ContentError.of(Problem("a.csv", row, str(row), "why.") for row in range(2, 32))
    assert str(error).splitlines()[0] == "a.csv, row 2, 2: why."
    assert str(error).splitlines()[MOST_OF_A_CASE:] == ["And 10 more. All of them: course validate"]
    assert len(as_problems(error, "b.csv")) == 30
    assert in_lines(error.problems) == str(error)


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("glossary.csv, row 3: a row needs term.", Problem("glossary.csv", 3, None, "a row needs term.")),
        ("fingerprints.json: paragraph 3 has none: make it anew.",
         Problem("fingerprints.json", None, None, "paragraph 3 has none: make it anew.")),
        ("vocabulary/kinds.csv, row 2, like: 'a' is none.", Problem("vocabulary/kinds.csv", 2, "like", "'a' is none.")),
        ("Something else: it is so.", Problem("here.csv", None, None, "Something else: it is so.")),
    ],
)  # fmt: skip
def test_the_sentence_of_an_error_is_a_problem_at_its_place(sentence: str, problem: Problem) -> None:
    assert as_problems(ContentError(sentence), "here.csv") == [problem]


def test_of_very_many_values_the_first_are_told_in_full() -> None:
    asked: list[str] = []
    say = of_the_first(lambda value: asked.append(value) or f"why {value}", "it is so.")  # type: ignore[func-returns-value]
    said = [say(str(value % 200)) for value in range(400)]
    assert said[:2] == said[200:202] == ["why 0", "why 1"]
    assert said[199] == "it is so."
    assert len(asked) == len(set(asked)) == MOST_OF_A_COLUMN + 1
