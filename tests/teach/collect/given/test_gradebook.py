"""The tables of a class: what a teacher reads in them, and what Moodle, Canvas, pandas and a spreadsheet do."""

from __future__ import annotations

import csv
import json
import re
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from course.questions.spec import lesson
from course.questions.standing import takes_code
from course.teach.collect.given import gradebook
from course.teach.collect.given.gradebook import ANSWERS, CANVAS, GRADEBOOK, MOODLE, heads, write_tables
from tests.teach.collect.filled import HOSTILE, One, a_class, all_right, filled

if TYPE_CHECKING:
    import sqlite3

DOCS = Path(__file__).parents[4] / "docs" / "collect.md"
MISSING = [("Lou", "moodle 55"), ("=Mia", "")]


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("class")
    assert write_tables(filled(folder, *a_class(), expected=MISSING), folder / "out") == [
        folder / "out" / name for name in (GRADEBOOK, MOODLE, CANVAS, ANSWERS)
    ]
    return folder / "out"


def row_of(out: Path, name: str, file: str = GRADEBOOK, column: str = "learner") -> dict[str, str]:
    [row] = [row for row in table(out / file) if row[column] == name]
    return row


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Ada", {"Q3.1": "right", "Q4.9": "right", "owner": "moodle 1234567", "lessons": "2", "right": "18", "tried": "18"}),
        ("Ben", {"Q3.1": "not yet 1", "right": "0", "written": "2026-11-22 09:30"}),
        ("Cem", {"Q3.1": "right 3", "Q3.3": "not yet 1", "Q3.7": "right", "Q3.8": "", "right": "2", "tried": "3", "hints": "2"}),
        ("Dina", {"Q3.4": "hint", "right": "0", "tried": "0", "hints": "2", "files": "1", "lessons": "0"}),
        ("Ella", {"Q3.1": "", "lessons": "1"}),
        ("Finn", {"Q3.1": "right", "Q3.2": "right", "files": "2"}),
        ("Gül", {"Q3.1": "shown 2", "Q3.2": "not yet 1"}),
        ("Lou", {"owner": "moodle 55", "files": "0", "written": "", "Q3.1": "", "right": "", "hints": ""}),
    ],
)  # fmt: skip
def test_a_row_says_how_a_learner_stands(out: Path, name: str, cells: dict[str, str]) -> None:
    row = row_of(out, name)
    assert {column: row[column] for column in cells} == cells


def test_a_table_has_the_questions_of_the_lessons_that_came_and_no_other(out: Path) -> None:
    columns = [name for name in table(out / GRADEBOOK)[0] if re.fullmatch(r"Q\d+\.\d+", name)]
    assert columns == [f"Q{question.id}" for number in ("03", "04") for question in lesson(number).questions]


def test_moodle_finds_its_participants_and_one_column_a_lesson(out: Path) -> None:
    points = sum(not takes_code(question) for question in lesson("03").questions)
    ada, ben = row_of(out, "Ada", MOODLE, "Full name"), row_of(out, "Ben", MOODLE, "Full name")
    assert list(ada)[:4] == ["Identifier", "Full name", "Grade", "Last modified (grade)"]
    assert (ada["Identifier"], ben["Identifier"]) == ("Participant 1234567", "")
    assert ada[f"right answers of lesson 03 (of {points})"] == str(points)
    assert (ada["Grade"], ben["Grade"]) == (str(sum(int(ada[name]) for name in list(ada)[4:])), "0")
    ella = row_of(out, "Ella", MOODLE, "Full name")
    assert set(list(ella.values())[2:]) == {""}, "who tried nothing has no number, not 0"


def test_canvas_finds_its_columns_its_points_and_its_numbers(out: Path) -> None:
    rows = table(out / CANVAS)
    assert list(rows[0])[:5] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    assert list(rows[0])[5:] == [
        "Between the Lines 03: How many troops?",
        "Between the Lines 04: Asserted, denied, offered, possible?",
    ]
    assert [rows[0]["Student"].strip(), *list(rows[0].values())[5:]] == ["Points Possible", "7", "7"]
    assert not any(re.search(r"\(\d+\)$", name) for name in rows[0]), "Canvas would take that for its own number"
    assert [row["ID"] for row in rows if row["Student"] == "Cem"] == ["77"]
    assert {row["Student"]: row["Between the Lines 03: How many troops?"] for row in rows}["Cem"] == "2"


def test_each_table_has_everybody_and_those_who_are_missing(out: Path) -> None:
    everybody = len(a_class()) + len(MISSING)
    assert len(table(out / GRADEBOOK)) == len(table(out / MOODLE)) == len(table(out / CANVAS)) - 1 == everybody


@pytest.mark.parametrize("name", [GRADEBOOK, MOODLE, CANVAS, ANSWERS])
def test_no_cell_of_a_table_begins_a_formula_or_a_line(out: Path, name: str) -> None:
    rows = table(out / name)
    cells = [cell for row in rows for cell in (*row, *row.values())]
    assert len(rows) >= len(HOSTILE)
    assert [
        cell for cell in cells if re.search(r"(?:^|;)\s*[=+\-@＝＋－＠]", cell) and not re.fullmatch(r"-\d+", cell)
    ] == []
    assert all(cell.isprintable() for cell in cells)
    assert (out / name).read_bytes().count(b"\r\n") == len(rows) + 1


def test_each_answer_has_a_row_with_its_misreading(out: Path) -> None:
    cem = [row for row in table(out / ANSWERS) if row["learner"] == "Cem" and row["question"] == "Q3.1"]
    told = [(row["place"], row["answer"], row["said"], row["state"], row["misreading"], row["counted"]) for row in cem]
    assert told == [
        ("1", "5", "5", "not yet", "other-thing-counted", "yes"),
        ("2", "6", "6", "not yet", "other-thing-counted", "yes"),
        ("3", "4", "4", "right", "", "yes"),
    ]
    finn = [row for row in table(out / ANSWERS) if row["learner"] == "Finn"]
    assert [(row["file"], row["question"], row["counted"]) for row in finn] == [
        ("older/6.json", "Q3.1", "no"), ("newer/6.json", "Q3.1", "yes"), ("older/6.json", "Q3.2", "yes")
    ]  # fmt: skip
    [dina] = [row for row in table(out / ANSWERS) if row["learner"] == "Dina"]
    assert (dina["place"], dina["answer"], dina["state"], dina["hints"]) == ("", "", "not answered yet", "2")
    assert {row["lesson"] for row in cem} == {"03_how_many"}


def test_a_question_that_the_course_no_longer_has_is_lost_in_no_table_of_answers(tmp_path: Path) -> None:
    connection = filled(tmp_path, One("Kim", {"3.1": [4]}))
    connection.execute("update entry set question = '=3.99'")
    connection.execute("update try set question = '=3.99', answer = '\"=1\"'")
    write_tables(connection, tmp_path)
    [row] = table(tmp_path / ANSWERS)
    assert (row["question"], row["lesson"], row["answer"], row["said"]) == ("Q'=3.99", "", '"=1"', "")
    assert row_of(tmp_path, "Kim")["tried"] == "1"


def test_the_code_of_the_page_reads_the_answers_back(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [code] = re.findall(r"^```python\n(.*?)^```", DOCS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(out)
    names: dict[str, pd.DataFrame] = {}
    exec(code, {"pd": pd}, names)  # noqa: S102 - the code that the page shows
    answers = names["answers"]
    rows = table(out / ANSWERS)
    assert list(answers.columns) == list(gradebook.OF_ANSWERS)
    assert [*answers["learner"].fillna("")] == [row["learner"] for row in rows]
    assert [*answers["answer"].dropna().map(json.loads)] == [json.loads(row["answer"]) for row in rows if row["answer"]]
    assert str(answers["at"].dtype).startswith("datetime64")
    assert answers["hints"].sum() == sum(int(row["hints"]) for row in rows)


def test_the_page_tells_each_column_and_no_other(tmp_path: Path) -> None:
    page = DOCS.read_text(encoding="utf-8")
    every = heads(gradebook.counted(filled(tmp_path, all_right("Ada", "03"))))
    for name, columns in every.items():
        part = page.partition(f"\n### `{name}`\n")[2].partition("\n#")[0]
        told = re.findall(r"`([^`]+)`", "".join(re.findall(r"^\| (`.*?) \|", part, re.MULTILINE)))
        known = [re.sub(r"^Q\d.*", "Q3.1", column) for column in columns]
        assert sorted(told) == sorted(set(known)), name


def test_a_table_that_a_spreadsheet_has_open_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection, real = filled(tmp_path, One("Kim", {"3.1": [4]})), Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == GRADEBOOK:
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr("course.files.patiently", lambda do: do())
    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(gradebook.NotWrittenError, match=r"^gradebook\.csv: "):
        write_tables(connection, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted([MOODLE, CANVAS, ANSWERS])


def test_memory_stays_flat_whatever_the_size_of_the_class(tmp_path: Path) -> None:
    def most(count: int) -> int:
        connection = many(tmp_path / str(count), count)
        tracemalloc.start()
        write_tables(connection, tmp_path / str(count))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    most(10)  # what is read once a run
    assert most(1000) < most(100) + 200_000


def many(folder: Path, count: int) -> sqlite3.Connection:
    """A class of many, each with two questions."""
    return filled(folder, *(One(f"Learner {number}", {"3.1": [5, 4], "3.2": [3]}) for number in range(count)))
