"""What a class did: counts from the store, against what was planted."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.questions import task_file
from course.questions.spec import questions
from course.teach.collect import counts, people
from course.teach.collect.class_report import ClassReport, OfItem, Person
from course.teach.collect.counts import class_report
from tests.teach.collect.in_store import opened, put
from tests.teach.collect.made_class import FIRST_DAY, answer, known_answers, make_class

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

RIGHT, FORESEEN = known_answers("3.1")
SLIP, MISREADING = FORESEEN[0]
LATER = FIRST_DAY + timedelta(days=1)


def report_of(connection: sqlite3.Connection) -> ClassReport:
    """Sort out the store, and return its report."""
    people.sort_out(connection)
    return class_report(connection, "7b", "2026-11-03T08:00:00+00:00")


def test_a_made_class_is_counted_as_it_was_planted(tmp_path: Path) -> None:
    planted = make_class(tmp_path / "class", 30)
    connection = opened(tmp_path)
    for file in sorted((tmp_path / "class").iterdir()):
        content = json.loads(file.read_text(encoding="utf-8"))
        put(connection, file.name, *content["answers"], name=content["name"])
    report = report_of(connection)
    assert (report.learners, report.read, report.files) == (30, 30, 30)
    assert planted.is_told_by(report)
    assert not planted.is_told_by(replace(report, misreadings=report.misreadings[1:]))
    assert not planted.is_told_by(
        replace(report, questions=(replace(report.questions[0], hints=-1), *report.questions[1:]))
    )
    assert [one.question for one in report.questions] == list(questions())
    commonest = [name for name, _ in planted.met.most_common() if name not in counts.BROAD]
    assert {one.learners for one in report.top} == {planted.met[name] for name in commonest[:3]}
    assert not {one.name for one in report.top} & counts.BROAD


def test_a_misreading_of_one_learner_counts_once_and_each_question_is_named(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    other, name = next(
        (each, slip) for each in questions() for slip, name in known_answers(each)[1] if name == MISREADING and each != "3.1"
    )  # fmt: skip
    put(connection, "ali.json", answer("3.1", [SLIP, SLIP], FIRST_DAY), answer(other, [name], LATER))
    put(connection, "mia.json", answer("3.1", [RIGHT, SLIP], FIRST_DAY), name="Mia")
    (met,) = [one for one in report_of(connection).misreadings if one.name == MISREADING]
    assert (met.learners, met.of) == (1, 2), "Mia met it later, not first"
    assert sorted(met.questions) == sorted([("3.1", 1), (other, 1)])
    assert met.tries == 4


def test_what_is_in_an_older_file_is_not_counted(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    put(connection, "old.json", answer("3.1", [SLIP], FIRST_DAY))
    put(connection, "new.json", answer("3.1", [SLIP, RIGHT], FIRST_DAY), written=LATER)
    report = report_of(connection)
    (asked,) = report.questions
    assert (asked.tried, asked.right, asked.right_first) == (1, 1, 0)
    assert report.people == (Person(1, "Ali", 1, 1, 0),)
    assert [(one.place, one.sentence) for one in report.doubles] == [
        ("old.json", "There is more than one of Ali. A newer file counts.")
    ]


def test_who_is_stuck(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    hints = len(questions()["3.1"].hints)
    tried = answer("3.1", [SLIP], FIRST_DAY)
    put(connection, "1", answer("3.1", [SLIP] * 3, FIRST_DAY), name="After three tries")
    put(connection, "2", {**tried, "hints": hints}, name="By all hints")
    put(connection, "3", {**tried, "solution": LATER.isoformat()}, name="Certainly shown a solution")
    put(connection, "4", tried, name="Did one try")
    put(connection, "5", answer("3.1", [SLIP] * 4 + [RIGHT], FIRST_DAY, hints=hints), name="Ends right")
    report = report_of(connection)
    names = {person.number: person.name for person in report.people}
    assert [names[number][0] for number in report.questions[0].stuck] == ["A", "B", "C"]


def test_medians_and_minutes(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    for number, tries in enumerate([1, 2, 3, 6]):
        put(connection, str(number), answer("3.1", [SLIP] * tries, FIRST_DAY), name=str(number))
    report = report_of(connection)
    assert report.questions[0].tries == 2.5
    assert report.questions[0].minutes == 2, "of those with more than one try: 1, 2 and 5"
    assert [(one.number, one.learners, one.minutes) for one in report.lessons] == [("03", 4, 2)]


def test_first_answers_are_grouped_and_those_that_nobody_foresaw_are_told(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    for number, given in enumerate([SLIP, SLIP, 1234, 1234, 1234, 77, RIGHT]):
        put(connection, str(number), answer("3.1", [given], FIRST_DAY), name=str(number))
    report = report_of(connection)
    assert [(one.answer, one.learners, one.misreading) for one in report.answers] == [
        (1234, 3, ""),
        (SLIP, 2, MISREADING),
        (77, 1, ""),
    ]
    assert [(one.said, one.learners) for one in report.unforeseen] == [("1,234", 3), ("77", 1)]
    assert report.answers[1].feedback


def test_outcomes_are_summed_over_their_questions(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    some = [name for name, question in questions().items() if question.outcome == questions()["3.1"].outcome][:2]
    for number, question in enumerate(some):
        right, foreseen = known_answers(question)
        put(connection, f"{number}", answer(question, [right], FIRST_DAY), name=f"{number}")
        put(connection, f"{number}!", answer(question, [foreseen[0][0]], FIRST_DAY), name=f"{number}!")
    (outcome,) = report_of(connection).outcomes
    assert (outcome.right_first, outcome.right, outcome.tried) == (len(some), len(some), 2 * len(some))


def test_the_small_task_is_told_of_those_who_did_it_twice(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    item = task_file.task("before").items[0]
    wrong = next(key for key in item.options if key != item.answer)

    def task(when: str, chosen: str, sure: int | None) -> dict[str, object]:
        return {
            "when": when,
            "done": True,
            "items": [{"item": item.key, "answer": chosen, "sure": sure, "right": None}],
        }

    after = task_file.task("after").items[0].answer
    put(connection, "1", name="1", tasks=[task("before", wrong, 4), task("after", after, 5)])
    put(connection, "2", name="2", tasks=[task("before", item.answer, 2), task("after", after, 4)])
    put(connection, "3", name="3", tasks=[task("before", item.answer, 1)])
    assert report_of(connection).task == (OfItem(item.key, item.about, 2, 1, 2, 3, 4.5),)


def test_open_answers_and_who_is_missing(tmp_path: Path) -> None:
    connection = opened(tmp_path)
    own = {"notebook": "03", "text": "Up to 4,000.", "level": 2, "why": "", "judged_by_machine": False}
    put(connection, "ali.json", open=[own])
    connection.execute("insert into expected (name, name_key, owner) values ('Bo', 'bo', ''), ('Ali', 'ali', '')")
    report = report_of(connection)
    assert [(one.person, one.notebook, one.text, one.level) for one in report.written] == [(1, "03", "Up to 4,000.", 2)]
    assert (report.writings, report.expected, report.missing) == (1, 2, ("Bo",))


def test_a_class_of_nobody(tmp_path: Path) -> None:
    report = report_of(opened(tmp_path))
    assert (report.learners, report.people, report.top, report.questions) == (0, (), (), ())


def test_lists_end_and_counts_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "LONGEST_LIST", 3)
    connection = opened(tmp_path)
    for number in range(8):
        put(connection, str(number), answer("3.1", [1000 + number], FIRST_DAY), name=str(number))
    report = report_of(connection)
    assert report.learners == 8
    assert len(report.people) == len(report.unforeseen) == 3


@pytest.mark.parametrize(("counted", "middle"), [([(3, 1)], 3), ([(1, 1), (2, 1)], 1.5), ([(1, 3), (9, 2)], 1)])
def test_medians(counted: list[tuple[float, int]], middle: float) -> None:
    assert counts.median(counted) == middle
