"""The table for the answers of a class: a row a learner and question, by code."""

from __future__ import annotations

import csv
from io import StringIO

from course.teach.printed.tally import COLUMNS, LEARNERS, codes, to_type_in


def test_codes_are_as_many_as_learners_each_once_and_no_numbers() -> None:
    made = codes()
    assert len(set(made)) == LEARNERS
    assert not any(code.isdigit() for code in made)


def test_each_learner_has_a_row_for_each_question_and_no_answer_yet() -> None:
    rows = list(csv.DictReader(StringIO(to_type_in(iter(["3.1", "3.2"]), 2))))
    assert [tuple(row[name] for name in COLUMNS) for row in rows] == [
        ("L01", "3.1", ""), ("L01", "3.2", ""), ("L02", "3.1", ""), ("L02", "3.2", ""),
    ]  # fmt: skip
