"""The learners of a store: each with what counts, and with what stands in older files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.teach.collect.given.learners import Answered, Tried, judged, learners, missing
from tests.teach.collect.filled import One, a_class, filled

if TYPE_CHECKING:
    from pathlib import Path


def test_each_learner_comes_once_with_all_files(tmp_path: Path) -> None:
    some = a_class()
    found = list(learners(filled(tmp_path, *some)))
    assert [each.name for each in found] == [each.name for each in some]
    finn = next(each for each in found if each.name == "Finn")
    assert (finn.files, finn.written) == (2, "2026-11-22T09:30:00+00:00")
    assert [(each.question, each.file, each.counts) for each in finn.every] == [
        ("3.1", "older/6.json", False), ("3.1", "newer/6.json", True), ("3.2", "older/6.json", True)
    ]  # fmt: skip
    assert [(name, each.is_right) for name, each in finn.answers.items()] == [("3.1", True), ("3.2", True)]


def test_what_was_handed_in_is_all_there(tmp_path: Path) -> None:
    ada, _, cem, *_ = learners(filled(tmp_path, *a_class()))
    assert [(each.notebook, each.level) for each in ada.writings] == [("03", 2)]
    assert {(each.moment, each.right, each.sure) for each in ada.guesses} == {("before", False, 2), ("after", True, 5)}
    assert [(each.answer, each.state, each.met, each.hints) for each in cem.answers["3.1"].given] == [
        ("5", "not yet", "other-thing-counted", 2),
        ("6", "not yet", "other-thing-counted", 2),
        ("4", "right", "", 2),
    ]


def test_answers_come_in_the_order_of_the_course(tmp_path: Path) -> None:
    answers = {name: [1] for name in ("7.12", "7.2", "3.1", "0.1")}
    [one] = learners(filled(tmp_path, One("Kim", answers)))
    assert list(one.answers) == ["0.1", "3.1", "7.2", "7.12"]


@pytest.mark.parametrize(
    ("owner", "platform", "number"),
    [("moodle 12", "moodle", "12"), ("canvas 7", "moodle", ""), ("", "canvas", ""), ("canvas 7", "canvas", "7")],
)
def test_a_number_is_that_of_its_platform(owner: str, platform: str, number: str, tmp_path: Path) -> None:
    [one] = learners(filled(tmp_path, One("Kim", owner=owner)))
    assert one.account(platform) == number


def test_who_is_missing_is_who_was_not_found(tmp_path: Path) -> None:
    connection = filled(tmp_path, One("Kim"), expected=[("Lou", "moodle 3"), ("Kim", "")])
    connection.execute("update expected set found = 1 where name = 'Kim'")
    assert [(each.name, each.owner, each.files) for each in missing(connection)] == [("Lou", "moodle 3", 0)]


@pytest.mark.parametrize(
    ("first", "states", "tries", "place"),
    [("right", ["right", "not yet"], 2, 1), ("not yet", ["not yet", "right", "not yet"], 3, 2), ("", [], 3, 3)],
)
def test_the_try_that_was_right_is_found_where_it_is_kept(
    first: str, states: list[str], tries: int, place: int
) -> None:
    given = tuple(Tried("4", state, "", 0, "") for state in states)
    assert Answered("", "3.1", "right", first, tries, 0, "", counts=True, given=given).right_at == place


@pytest.mark.parametrize("answer", ["", "{", "null", "[" * 100_000, "4"])
def test_what_is_no_answer_is_not_judged(answer: str) -> None:
    verdict = judged("3.1", answer)
    assert (verdict.state if verdict else None) == ("right" if answer == "4" else None)
    assert judged("99.1", answer) is None
