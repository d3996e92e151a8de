"""A learner's notebook is read as data, and named where it is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.questions.judge import ANSWER_TYPE
from course.teach.collect import notebooks
from course.teach.collect.handed_in import NOTEBOOK
from tests.teach.collect.made import CHANGED, cell, handed_in, notebook, refused, widget

FOLDER = Path(__file__).parents[3] / "notebooks"
NAMES = sorted(path.name for path in FOLDER.glob("0*.ipynb"))
CHECKED = cell(
    'course.check("3.1", n)',
    {"text/plain": "3.1  ✗ not yet", ANSWER_TYPE: {"question": "3.1", "answer": 9, "first": 8}},
)
JUDGED = {"a": widget("3.2", judged={"answer": "3"}, kept={})}


def test_answers_are_taken_from_cells_and_widgets() -> None:
    found = handed_in(notebook(CHECKED, widgets=JUDGED), "10B/Ada/03_how_many.ipynb")
    assert (found.kind, found.form, found.name, found.owner, found.written) == (NOTEBOOK, 4, "Ada", "", CHANGED)
    assert {name: entry.answer for name, entry in found.record.entries.items()} == {"3.1": 9, "3.2": 3}
    assert [each.answer for each in found.record.entries["3.1"].given] == [8, 9]
    assert found.notes == ("The name is that of its place, “Ada”: there is none in it.",)


def test_a_platform_says_whose_it_is() -> None:
    found = handed_in(notebook(CHECKED), "byronada_LATE_123_4567_03_how_many.ipynb")
    assert (found.name, found.owner) == ("byronada", "canvas 123")


def test_a_name_that_is_nowhere_is_empty_and_told() -> None:
    found = handed_in(notebook(CHECKED), "03_how_many.ipynb")
    assert (found.name, found.notes) == ("", ("There is no name in it.",))


def test_a_name_that_was_typed_to_hand_in_counts_first() -> None:
    panel = {
        "_anywidget_id": "course.questions.hand_in_panel.HandInPanel",
        "values": {"name": " Ada\u202e ", "write": 1},
    }
    found = handed_in(
        notebook(CHECKED, widgets={"a": {"state": panel}}), "Ben_77_assignsubmission_file_/03_how_many.ipynb"
    )
    assert (found.name, found.owner, found.notes) == ("Ada\\u202e", "moodle 77", ())


def test_an_end_that_a_mail_program_made_is_no_hindrance() -> None:
    assert handed_in(notebook(CHECKED), "Ada/03.ipynb.txt").kind == NOTEBOOK


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_of_ours_without_answers_is_named(name: str) -> None:
    assert refused((FOLDER / name).read_bytes(), f"Ada/{name}") == notebooks.UNANSWERED


@pytest.mark.parametrize("name", NAMES)
def test_our_solution_is_named(name: str) -> None:
    data = json.loads((FOLDER / "solutions" / name).read_bytes())
    assert refused(data, f"Ada/{name}") == notebooks.SOLUTION.format(name[:2])


def test_a_solution_that_a_learner_went_on_with_is_read() -> None:
    data = json.loads((FOLDER / "solutions" / "03_how_many.ipynb").read_bytes())
    found = handed_in({**data, "cells": [*data["cells"], CHECKED]}, "Ada/03_how_many.ipynb")
    assert {"3.1", "3.2", "3.9"} <= found.record.entries.keys()


def test_all_answers_of_a_solution_are_there_as_data() -> None:
    data = json.loads((FOLDER / "solutions" / "03_how_many.ipynb").read_bytes())
    outputs = [output for each in data["cells"] for output in each.get("outputs", [])]
    laid = [output["data"][ANSWER_TYPE]["question"] for output in outputs if ANSWER_TYPE in output.get("data", {})]
    assert set(laid) == {f"3.{number}" for number in range(1, 10)}


@pytest.mark.parametrize(
    ("metadata", "count"),
    [
        (None, 1),
        ([], 1),
        ({"widgets": 5}, 1),
        ({"widgets": {notebooks.STATE: {"state": [1]}}}, 1),
        ({"widgets": {notebooks.STATE: {"state": {"a": 1, "b": {"state": 2}}}}}, 1),
    ],
)
def test_metadata_of_any_kind_spoils_no_cell(metadata: object, count: int) -> None:
    assert len(handed_in({**notebook(CHECKED), "metadata": metadata}).record.entries) == count
