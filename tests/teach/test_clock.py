"""A lesson by the clock: its times, and each thing that cannot be held in its minutes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.questions.spec import lessons
from course.teach import clock
from course.teach.clock import FAST, MAY, Step

PARTS = ["guess", "find", "hedge", "code"]
LESSON = replace(next(lesson for lesson in lessons() if lesson.number == "03"), read=6, talk=2)
"""Its question 3.1 takes three minutes, 3.3 and 3.4 two each, 3.8 is in code and takes four."""


def said(*steps: Step, name: str = "clock45") -> list[str]:
    return list(clock.problems(name, steps, LESSON, PARTS))


OPEN = Step(4, "Open.")
FIND = Step(8, "Read.", part="find", questions=("3.1",))
CODE = Step(4, "Code.", FAST, "code", questions=("3.8",))


def test_the_clock_goes_on_with_what_each_class_does_and_shows_no_time_for_the_rest() -> None:
    plan = (OPEN, FIND, Step(3, "More.", MAY), CODE, Step(55, "Talk."), Step(1, "Pack."))
    assert [line.at for line in clock.clock(plan)] == ["0:00", "0:04", "", "", "0:12", "1:07"]
    assert [line.step for line in clock.clock(plan)] == list(plan)
    assert clock.time(clock.minutes(plan)) == "1:08"


def test_nothing_is_wrong_with_a_plan_that_can_be_held() -> None:
    assert said(OPEN, FIND, CODE) == []


def test_what_each_class_does_can_fill_the_lesson_and_no_more() -> None:
    assert said(Step(37, "Open."), FIND, Step(20, "More.", MAY)) == []
    [problem] = said(Step(38, "Open."), FIND)
    assert problem == "clock45: what each class must do takes 46 minutes, more than 45. Make a step 'may'."
    assert said(Step(82, "Open."), FIND, name="clock90") == []
    [problem] = said(Step(83, "Open."), FIND, name="clock90")
    assert problem.startswith("clock90: what each class must do takes 91 minutes, more than 90.")


@pytest.mark.parametrize("need", clock.NEEDS)
def test_the_questions_of_a_step_fit_into_it(need: str) -> None:
    asked = Step(4, "Ask.", need, questions=("3.3", "3.4"))
    assert said(OPEN, asked) == []
    [problem] = said(OPEN, replace(asked, minutes=3))
    assert problem == "[[clock45]] 2: its questions take 4 minutes, the step has 3. Give it more, or ask fewer."


def test_a_question_that_is_not_there_and_one_that_is_asked_twice_are_told() -> None:
    [problem] = said(replace(FIND, questions=("3.1", "3.11")))
    assert problem.startswith(
        "[[clock45]] 1, questions: '3.11' is not a question of this notebook. Did you mean '3.1'?"
    )
    assert said(FIND, Step(5, "Again.", MAY, questions=("3.1",))) == ["clock45: 3.1 is asked in two steps. Keep one."]


def test_nobody_must_answer_in_code() -> None:
    [problem] = said(replace(CODE, need="must", minutes=9))
    assert problem == "[[clock45]] 1, questions: 3.8 is in code, which nobody must do. Make it a step for 'fast'."


def test_a_part_that_is_not_there_is_told() -> None:
    [problem] = said(OPEN, replace(FIND, part="fin"))
    assert problem == "[[clock45]] 2, part: 'fin' is not the key of a part. Did you mean 'find'?"


def test_a_plan_leaves_time_for_its_share_of_the_page() -> None:
    """The page takes 8 minutes, so two of its four parts take 4; what is not for all, or has no part, gives none."""
    find, hedge = replace(FIND, minutes=5), Step(4, "Read.", part="hedge", questions=("3.3",))
    assert said(find, hedge) == []
    [problem] = said(Step(20, "Open."), replace(find, minutes=4), hedge, Step(9, "More.", MAY, "find"))
    assert problem == (
        "clock45: beside the questions it leaves 3 minutes to read and talk, but 2 of the 4 parts take 4. "
        "Leave a part or a question out."
    )
