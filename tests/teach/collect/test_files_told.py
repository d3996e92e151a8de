"""What is told of the files of a class."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from course.teach.collect import files_told, people
from course.teach.collect.class_report import Told
from tests.teach.collect.in_store import opened, put
from tests.teach.collect.made_class import FIRST_DAY, answer

if TYPE_CHECKING:
    from pathlib import Path

LATER = FIRST_DAY + timedelta(days=1)
SOME = tuple(
    answer(each, [1], FIRST_DAY + timedelta(minutes=place)) for place, each in enumerate(["3.1", "3.2", "3.3"])
)


def test_what_was_not_read_is_told_with_its_reason(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    connection.execute(
        "insert into file (place, refused) values ('b.json', 'It is empty.'), ('a.json', 'It is a folder.')"
    )
    assert list(files_told.refused(connection)) == [Told("a.json", "It is a folder."), Told("b.json", "It is empty.")]


def test_of_an_older_file_it_is_told_if_something_of_it_counts(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "1.json", SOME[0])
    put(connection, "2.json", *SOME, written=LATER)
    put(connection, "3.json", SOME[0], answer("4.1", [1], LATER), written=LATER + timedelta(days=1))
    people.sort_out(connection)
    assert list(files_told.doubles(connection)) == [
        Told("1.json", "There is more than one of Ali. A newer file counts."),
        Told("2.json", "There is more than one of Ali. What it has alone counts; for the rest a newer file does."),
    ]


def test_learners_of_one_name_are_told(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "1.json", *SOME)
    put(connection, "2.json", answer("3.1", [1], LATER))
    people.sort_out(connection)
    assert list(files_told.doubles(connection)) == [Told("Ali", files_told.NAMESAKES.format(number=2))]


def test_a_copy_under_another_name_is_told_and_nobody_accused(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    for name in "Ali", "Bo", "Cem":
        put(connection, f"{name}.json", *SOME, name=name)
    put(connection, "Dora.json", *(answer(each["question"], [1], LATER) for each in SOME), name="Dora")
    people.sort_out(connection)
    assert list(files_told.odd(connection)) == [Told("Ali.json", files_told.SAME.format(names="Ali, Bo and Cem"))]


def test_of_many_copies_some_names_are_told(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    for number in range(8):
        put(connection, f"{number}.json", *SOME, name=f"L0{number}")
    people.sort_out(connection)
    (told,) = files_told.odd(connection)
    assert told.sentence.startswith("L00, L01, L02, L03, L04 and 3 others begin")


def test_each_note_of_a_file_is_told(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    connection.execute("insert into file (place, notes) values ('a.json', 'One.\nTwo.')")
    assert list(files_told.odd(connection)) == [Told("a.json", "One."), Told("a.json", "Two.")]
