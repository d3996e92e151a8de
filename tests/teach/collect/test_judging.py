"""A hand-in judged anew: by today's specs, whatever the file says."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from course.questions import task_file
from course.questions.hand_in import course_version
from course.questions.judge import judge
from course.questions.record import MOST_TRIES, Record
from course.teach.collect import judging
from course.teach.collect.handed_in import HAND_IN, HandedIn
from course.teach.collect.judging import judged
from tests.teach.collect.made_class import FIRST_DAY, answer, hand_in, known_answers

if TYPE_CHECKING:
    from course.questions.judge import Verdict
    from course.questions.spec import Question
    from course.teach.collect.judging import Judged

RIGHT, FORESEEN = known_answers("3.1")
SLIP, MISREADING = FORESEEN[0]


def of(*answers: dict[str, Any], written: str = FIRST_DAY.isoformat(), **more: Any) -> Judged:
    """Return a hand-in of Ali with some answers, judged the day after it was written."""
    record = Record.from_hand_in(json.dumps(hand_in("Ali", list(answers), **more)))
    handed = HandedIn("ali.json", HAND_IN, 4, "Ali", "", written, course_version(), record)
    return judged(handed, FIRST_DAY + timedelta(days=1))


def entry(*answers: dict[str, Any]) -> dict[str, Any]:
    """Return the one row of `entry`, by the names of its columns."""
    (row,) = of(*answers).rows["entry"]
    names = ("question", "state", "first_state", "first_met", "tries", "hints", "solution", "first", "last", "seconds")
    return dict(zip(names, row, strict=True))


def test_a_question_stands_as_today_s_spec_says() -> None:
    row = entry(answer("3.1", [SLIP, RIGHT], FIRST_DAY, hints=1))
    assert row["state"] == "right"
    assert (row["first_state"], row["first_met"]) == ("not yet", MISREADING)
    assert (row["tries"], row["hints"], row["seconds"]) == (2, 1, 60)


def test_what_the_file_calls_right_is_not_believed() -> None:
    told = {**answer("3.1", [SLIP], FIRST_DAY), "state": "right"}
    assert entry(told)["state"] == "not yet"
    assert of(told).file["notes"] == "It calls 1 answer right that is not, by the same questions."
    assert not of(answer("3.1", [RIGHT], FIRST_DAY)).file["notes"]


def test_each_try_is_a_row() -> None:
    rows = of(answer("3.1", [SLIP, RIGHT], FIRST_DAY)).rows["try"]
    assert [row[1:5] for row in rows] == [
        (1, json.dumps(SLIP), "not yet", MISREADING),
        (2, json.dumps(RIGHT), "right", ""),
    ]


def test_where_no_tries_were_kept_the_first_of_several_is_not_known() -> None:
    several = {**answer("3.1", [SLIP, RIGHT], FIRST_DAY), "given": []}
    assert entry(several)["first_state"] is None
    assert [row[1:4] for row in of(several).rows["try"]] == [(2, json.dumps(RIGHT), "right")]
    single = {**answer("3.1", [SLIP], FIRST_DAY), "given": []}
    assert (entry(single)["first_state"], entry(single)["first_met"]) == ("not yet", MISREADING)


def test_where_only_later_tries_were_kept_their_places_say_so() -> None:
    later = {**answer("3.1", [SLIP, RIGHT], FIRST_DAY), "tries": 4}
    assert entry(later)["first_state"] is None
    assert [row[1] for row in of(later).rows["try"]] == [3, 4]


def test_of_very_many_tries_the_first_and_the_last_have_their_places() -> None:
    many = {**answer("3.1", [SLIP] * MOST_TRIES, FIRST_DAY), "tries": MOST_TRIES + 10}
    places = [row[1] for row in of(many).rows["try"]]
    assert places == [*range(1, MOST_TRIES // 2 + 1), *range(MOST_TRIES // 2 + 11, MOST_TRIES + 11)]
    assert entry(many)["first_met"] == MISREADING


def test_questions_of_another_version_are_told_and_not_counted() -> None:
    strange = {**answer("3.1", [RIGHT], FIRST_DAY), "question": "3.99"}
    found = of(strange)
    assert found.rows["entry"] == []
    assert found.file["notes"] == "This version of the course does not have 3.99: not counted."


def test_a_hint_without_an_answer_is_kept() -> None:
    hint = {
        **answer("3.1", [RIGHT], FIRST_DAY, hints=1),
        "tries": 0,
        "given": [],
        "answer": None,
        "first": None,
        "last": None,
    }
    row = entry(hint)
    assert (row["state"], row["first_state"], row["hints"]) == ("not answered yet", None, 1)
    assert of(hint).rows["try"] == []


def test_pauses_are_no_work() -> None:
    some = [answer("3.1", [SLIP, RIGHT], FIRST_DAY), answer("3.2", [3], FIRST_DAY + timedelta(hours=2))]
    assert of(*some).rows["work"] == [("03", 1.0)]


def test_times_that_cannot_be_are_told() -> None:
    ahead = of(answer("3.1", [RIGHT], FIRST_DAY + timedelta(days=4)))
    assert ahead.file["notes"] == "It has a time that is still to come (2026-11-06): a clock was off."
    turned = {**answer("3.1", [SLIP, RIGHT], FIRST_DAY), "first": (FIRST_DAY + timedelta(hours=1)).isoformat()}
    assert of(turned).file["notes"] == "In 1 question the last try is earlier than the first."


@pytest.mark.parametrize("text", ["", "yesterday", "9999-99-99", "0001-01-01T00:00:00+14:00"])
def test_a_time_that_is_none_counts_as_none(text: str) -> None:
    row = entry({**answer("3.1", [RIGHT], FIRST_DAY), "first": text})
    assert row["seconds"] is None
    assert of(answer("3.1", [RIGHT], FIRST_DAY), written=text).file["written"] == ""


def test_when_it_was_written_is_in_universal_time() -> None:
    assert of(written="2026-11-02T10:00:00+02:00").file["written"] == "2026-11-02T08:00:00+00:00"


def test_open_answers_and_the_small_task_are_kept() -> None:
    own = {"notebook": "03", "text": "Up to 4,000.", "level": 2, "why": "It has a hedge.", "judged_by_machine": False}
    key = task_file.task("before").items[0].key
    option = task_file.task("before").items[0].answer
    task = {"when": "before", "done": True, "items": [{"item": key, "answer": option, "sure": 4, "right": True}]}
    rows = of(open=[own], tasks=[task]).rows
    assert rows["writing"] == [("03", "Up to 4,000.", 2, "It has a hedge.")]
    assert rows["item"] == [("before", key, option, 4, 1)]


def test_what_tells_one_learner_from_another() -> None:
    some = [answer(each, [1], FIRST_DAY + timedelta(minutes=place)) for place, each in enumerate(["3.2", "3.1", "3.3"])]
    file = of(*some).file
    assert file["begin"] == f"3.2 {FIRST_DAY.isoformat()}"
    assert file["start"].splitlines()[0] == file["begin"]
    assert len(file["start"].splitlines()) == 3
    assert of(*some[:2]).file["start"] == "", "too little to tell"


@pytest.mark.parametrize("other", ["zoë  ÅBERG", " Zoë Åberg", "ZOE\u0308 A\u030aBERG"])
def test_ways_to_write_one_name(other: str) -> None:
    assert judging.name_key(other) == judging.name_key("Zoë Åberg")


def test_equal_answers_of_other_types_are_judged_apart() -> None:
    rows = of(answer("3.1", [4, 4.0, True, "4"], FIRST_DAY)).rows["try"]
    assert [row[2:4] for row in rows] == [("4", "right"), ("4.0", "right"), ("true", "unclear"), ('"4"', "right")]


def test_a_class_s_answers_are_judged_once_and_few_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def noted(question: Question, answer: object) -> Verdict:
        seen.append(answer)
        return judge(question, answer)

    monkeypatch.setattr(judging, "_known", {})
    monkeypatch.setattr(judging, "judge", noted)
    monkeypatch.setattr(judging, "MOST", 2)
    of(answer("3.1", [1, 2], FIRST_DAY))
    of(answer("3.1", [2, 1], FIRST_DAY))
    assert seen == [1, 2]
    long = "x" * judging.LONGEST
    of(answer("3.1", [long, long, 3], FIRST_DAY))
    assert seen[2:4] == [long, long], "what is long is not remembered"
    assert len(judging._known) == 1, "it was full, and began anew"
