"""The name of a learner whose file has none."""

from __future__ import annotations

import pytest

from course.teach.collect.owners import of_path


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("Ada Byron_1234567_assignsubmission_file_/03_how_many.ipynb", "Ada Byron"),
        ("Participant_7_assignsubmission_file_/03_how_many.ipynb", "Participant 7"),
        ("Ada Byron/03_how_many.ipynb", "Ada Byron"),
        ("Ada Byron/notebooks/lesson 3/03_how_many.ipynb", "Ada Byron"),
        ("Ada.zip/03_how_many.ipynb", "Ada"),
        ("submissions.zip/Ada/03_how_many-Copy1.ipynb", "Ada"),
        ("Ada/03_how_many (2).ipynb", "Ada"),
        ("Ada/03_final_v2.ipynb", "Ada"),
        ("10B/03_how_many_ben.ipynb", "ben"),
        ("10B/Ben 03.ipynb", "ben"),
        ("10B/ben-how_many.ipynb", "ben"),
        ("hand-in-Ada.json", "ada"),
        ("03_how_many.ipynb", ""),
        ("notebooks/03_how_many.ipynb", ""),
        ("Downloads/submissions/03/03_how_many.ipynb", ""),
    ],
)
def test_it_is_told_by_the_path(place: str, name: str) -> None:
    assert of_path(place) == name
