"""Whose a file is, as learning platforms write it into the path."""

from __future__ import annotations

import pytest

from course.teach.collect.read.platforms import is_own_note, owner_of


@pytest.mark.parametrize(
    ("place", "name", "owner"),
    [
        ("Ada Byron_1234567_assignsubmission_file_/hand-in-Ada.json", "Ada Byron", "moodle 1234567"),
        ("03.zip/Ada Byron_1234567_assignsubmission_file/hand-in-Ada.json", "Ada Byron", "moodle 1234567"),
        ("Ada Byron_1234567_assignsubmission_file_hand-in-Ada.json", "Ada Byron", "moodle 1234567"),
        ("10B-Zoë O'Hara-Lee_12_assignsubmission_file_/answers/03.ipynb", "10B-Zoë O'Hara-Lee", "moodle 12"),
        ("Ada Byron_1234567_assignsubmission_onlinetext_/onlinetext.html", "Ada Byron", "moodle 1234567"),
        ("Participant_77_assignsubmission_file_/x.json", "Participant 77", "moodle 77"),
        ("byronada_12345_67890_hand-in-Ada.json", "byronada", "canvas 12345"),
        ("byronada_LATE_12345_67890_03_how_many-1.ipynb", "byronada", "canvas 12345"),
        ("byronada_late_12345_67890_03.ipynb", "byronada", "canvas 12345"),
        ("anon_LATE_a1B2c_67890_03.ipynb", "anon a1B2c", "canvas a1B2c"),
        ("Task 3_ada1_attempt_2026-11-20-10-00-00_hand-in.json", "ada1", "blackboard ada1"),
        ("Task_3_ada1_attempt_2026-11-20-10-00-00_03_how_many.ipynb", "ada1", "blackboard ada1"),
        ("12345-67890 - Ada Byron - Nov 20, 2026 1000 AM/hand-in.json", "Ada Byron", "brightspace 67890"),
        ("inbound/ada+03+2026-11-20 10:00:00.000000 UTC+xYz/03.ipynb", "ada", "nbgrader ada"),
        ("A_1_assignsubmission_file_/B_2_assignsubmission_file_/x.json", "B", "moodle 2"),
        ("Ada/03_how_many.ipynb", "", ""),
        ("hand-in-Ada.json", "", ""),
        ("ada_03_04.ipynb", "", ""),
        ("\u202eadA_1234_assignsubmission_file_/x.json", "\\u202eadA", "moodle 1234"),
    ],
)
def test_it_is_told_by_the_path(place: str, name: str, owner: str) -> None:
    assert owner_of(place) == (name, owner)


def test_the_note_of_a_platform_is_nobodys() -> None:
    assert is_own_note("Task 3_ada1_attempt_2026-11-20-10-00-00.txt")
    assert not is_own_note("Task 3_ada1_attempt_2026-11-20-10-00-00_essay.txt")
