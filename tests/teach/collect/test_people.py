"""Who is who, and what counts of several files of one learner."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from course.teach.collect import people, store
from tests.teach.collect.in_store import counted, learners, opened, put
from tests.teach.collect.made_class import FIRST_DAY, answer

if TYPE_CHECKING:
    from pathlib import Path

LATER = FIRST_DAY + timedelta(days=1)
SOME = tuple(
    answer(each, [1], FIRST_DAY + timedelta(minutes=place)) for place, each in enumerate(["3.1", "3.2", "3.3"])
)
OTHER = answer("3.1", [1], FIRST_DAY + timedelta(seconds=1))


def test_what_begins_alike_under_one_name_is_of_one_learner(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "one.json", SOME[0])
    put(connection, "two.json", *SOME, name="ALI ", written=LATER)
    assert learners(connection) == {"one.json": "ALI ", "two.json": "ALI "}


def test_two_learners_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "one.json", *SOME)
    put(connection, "two.json", OTHER, written=LATER)
    assert learners(connection) == {"one.json": "Ali", "two.json": "Ali (2)"}
    assert counted(connection) >= {("one.json", "3.1"), ("two.json", "3.1")}


def test_a_platform_s_number_tells_more_than_a_name(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "one.json", *SOME, owner="moodle 1")
    put(connection, "two.json", OTHER, owner="moodle 1", written=LATER)
    put(connection, "three.json", answer("3.1", [1], LATER), owner="moodle 2", written=LATER)
    assert learners(connection) == {"one.json": "Ali", "two.json": "Ali", "three.json": "Ali (2)"}


def test_a_learner_has_other_numbers_in_other_tasks_of_a_platform(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "one.json", *SOME, owner="moodle 9")
    put(connection, "two.json", *SOME, owner="moodle 5", written=LATER)
    put(connection, "three.json", OTHER, owner="moodle 5")
    put(connection, "four.json", OTHER, owner="moodle 2")
    put(connection, "other.json", *SOME, name="Mia", owner="moodle 3")
    found = learners(connection)
    assert {found[f"{each}.json"] for each in ("one", "two", "three", "four")} == {"Ali"}
    assert found["other.json"] == "Mia"


def test_a_file_from_elsewhere_is_of_whom_the_platform_knows(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "one.json", *SOME, owner="moodle 1")
    put(connection, "two.json", *SOME, written=LATER)
    assert set(learners(connection).values()) == {"Ali"}


def test_a_progress_file_is_of_whoever_handed_in_the_same_beginning(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "one.json", *SOME)
    put(connection, "progress.json", *SOME, name="", written=LATER)
    put(connection, "other.json", OTHER, name="")
    assert learners(connection) == {"one.json": "Ali", "progress.json": "Ali", "other.json": "no name (other.json)"}


def test_a_beginning_that_two_share_gives_nobody_a_progress_file(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "one.json", *SOME)
    put(connection, "two.json", *SOME, name="Mia")
    put(connection, "progress.json", *SOME, name="")
    assert learners(connection)["progress.json"] == "no name (progress.json)"


def test_a_notebook_is_of_the_one_learner_of_its_name(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "one.json", *SOME)
    put(connection, "03.ipynb", name="ali")
    put(connection, "04.ipynb", name="Mia")
    put(connection, "05.ipynb", name="mia")
    found = learners(connection)
    assert found["03.ipynb"] == found["one.json"]
    assert found["04.ipynb"] == found["05.ipynb"]
    assert len(set(found.values())) == 2


def test_the_newest_file_counts_question_by_question(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "old.json", *SOME)
    put(connection, "new.json", SOME[0], answer("4.1", [1], LATER), written=LATER)
    learners(connection)
    assert counted(connection) == {("old.json", "3.2"), ("old.json", "3.3"), ("new.json", "3.1"), ("new.json", "4.1")}


def test_a_hint_in_a_newer_file_does_not_hide_an_answer(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "old.json", *SOME)
    put(connection, "new.json", {**SOME[0], "tries": 0, "given": [], "hints": 1}, written=LATER)
    learners(connection)
    assert ("old.json", "3.1") in counted(connection)


def test_when_a_newer_file_is_gone_the_older_one_counts_again(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "old.json", *SOME)
    put(connection, "new.json", *SOME, written=LATER)
    learners(connection)
    store.forget(connection, ["new.json"])
    learners(connection)
    assert counted(connection) == {("old.json", each) for each in ("3.1", "3.2", "3.3")}


def test_who_of_the_class_list_has_handed_in(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "one.json", *SOME, owner="moodle 1")
    put(connection, "two.json", OTHER, name="Mia")
    expected = [
        ("Ali", "ali", "moodle 1"),
        ("ali", "ali", "moodle 3"),
        ("MIA", "mia", "moodle 4"),
        ("Bo", "bo", ""),
        ("Cem", "cem", "moodle 7"),
    ]
    put(connection, "three.json", answer("3.1", [1], LATER), name="Cem", owner="moodle 8")
    connection.executemany("insert into expected (name, name_key, owner) values (?, ?, ?)", expected)
    people.sort_out(connection)
    query = "select owner, name from expected where not found order by name"
    assert list(store.each(connection, query)) == [("", "Bo"), ("moodle 3", "ali")]
