"""A solution is shown after the last hint, is noted, never counts as right, and a right answer after it has it said."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import jsonschema
import pytest

import course
from course.content import ContentError
from course.questions import keeping
from course.questions.hand_in import SCHEMA, as_data
from course.questions.judge import State, judge
from course.questions.record import Entry
from course.questions.solution import NOTED, SEEN, _stored, code_of, noted, of
from course.questions.spec import Question, find, questions
from tests.questions.test_ask import press

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("progress_file")


def take_all_hints(question_id: str) -> None:
    for _ in find(question_id).hints:
        course.hint(question_id)


@pytest.mark.parametrize("question", questions().values(), ids=lambda q: q.id)
def test_each_question_has_one_and_it_is_the_cell_of_the_solution_notebook(question: Question) -> None:
    code = code_of(question)
    assert code.count("course.check(") == 1
    assert f'course.check("{question.id}"' in code
    assert (of(question).words == "") == (question.track == "coding")


def test_it_waits_for_the_last_hint() -> None:
    course.hint("1.6")
    waiting = course.solution("1.6")
    assert str(waiting) == 'First take the hints that are left (2): course.hint("1.6") gives the next one.'
    assert waiting.code == ""
    assert keeping.read().entries["1.6"].solution == "", "nothing is noted"
    take_all_hints("1.6")
    assert str(course.hint("1.6")).endswith('Still stuck? course.solution("1.6") shows a solution.')
    shown = course.solution("1.6")
    assert str(shown) == f"{code_of(find('1.6'))}\n{NOTED}"
    assert "isna().sum()" in shown._repr_html_()


def test_a_question_without_code_has_its_answer_in_words_and_the_code_folded() -> None:
    take_all_hints("3.2")
    shown = course.solution("3.2")
    assert str(shown).startswith("A right answer: 3\nnumbers_of_a_force = ")
    assert "<b>A right answer: 3</b>" in shown.to_html()
    assert "<summary>How the tables give it, in code</summary>" in shown.to_html()


def test_it_is_noted_once_and_never_counts_as_right() -> None:
    take_all_hints("3.2")
    course.solution("3.2")
    entry = keeping.read().entries["3.2"]
    assert entry.solution
    assert (entry.state, entry.tries) == (State.BLANK, 0)
    assert "How many troops? · 0 of 7" in str(course.progress("03"))
    assert "after a solution" not in str(course.progress())
    keeping.change(lambda record: replace(record, entries={"3.2": replace(entry, solution="2026-01-01")}))
    course.solution("3.2")
    assert keeping.read().entries["3.2"].solution == "2026-01-01", "the first time"


def test_whoever_then_answers_right_has_it_said(progress_file: Path) -> None:
    take_all_hints("3.2")
    assert SEEN not in str(course.check("3.2", 4)), "a wrong answer comes with its own next step"
    course.solution("3.2")
    assert SEEN not in str(course.check("3.2", 5))
    assert SEEN in str(course.check("3.2", 3))
    assert str(course.progress("03")).endswith("1 right answer came after a solution was shown.")
    assert "1 right answer came after" in course.progress()._repr_html_()
    assert SEEN in course.ask("3.2").feedback, "on the page too, when it is opened again"
    [answer] = as_data("A", keeping.read())["answers"]
    jsonschema.validate(as_data("A", keeping.read()), json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert (answer["state"], answer["solution"]) == ("right", keeping.read().entries["3.2"].solution)
    assert json.loads(progress_file.read_text(encoding="utf-8"))["entries"]["3.2"]["solution"] == answer["solution"]


def test_who_was_right_before_may_see_it_and_nothing_is_noted() -> None:
    course.check("3.2", 3)
    shown = course.solution("3.2")
    assert (shown.said, keeping.read().entries["3.2"].solution) == ("", "")
    assert code_of(find("3.2")) in str(shown)
    assert SEEN not in str(noted(judge(find("3.2"), 3), keeping.read().entries["3.2"]))


def test_two_records_in_one_keep_that_it_was_shown() -> None:
    shown, right = (
        Entry(solution="2026-01-02", hints=2),
        Entry(answer=3, state="right", tries=1, last="2"),
    )
    assert shown.merged(right).solution == right.merged(shown).solution == "2026-01-02"
    assert shown.merged(Entry(solution="2026-01-01")).solution == "2026-01-01"
    assert Entry.from_json({"hints": 2}).solution == "", "a file from before has none"
    with pytest.raises(TypeError):
        Entry.from_json({"solution": 1})


def test_what_could_not_be_kept_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    take_all_hints("3.2")
    monkeypatch.setattr(keeping, "keep_solution", lambda _: "The disk is full.")
    assert course.solution("3.2").said == f"{NOTED} The disk is full."


@pytest.mark.parametrize("question_id", ["1.6", "3.1"])
def test_the_button_comes_after_the_last_hint_and_shows_it(question_id: str) -> None:
    asked = course.ask(question_id)
    for _ in find(question_id).hints:
        assert not asked.may_see_solution
        press(asked, "hint")
    assert asked.may_see_solution
    assert asked.solution == ""
    press(asked, "solution")
    assert asked.solution == course.solution(question_id).to_html()
    assert asked.solution in asked.printed
    assert not asked.may_see_solution
    press(asked, "start again")
    assert asked.solution, "what was seen stays seen"
    again = course.ask(question_id)
    assert (again.solution, again.may_see_solution) == (asked.solution, False)


def test_who_begins_anew_has_seen_none() -> None:
    asked = course.ask("3.1")
    take_all_hints("3.1")
    press(asked, "solution")
    course.begin_anew()
    assert (asked.solution, asked.may_see_solution) == ("", False)


def test_a_page_that_asks_too_early_is_told_to_take_hints() -> None:
    asked = course.ask("3.1")
    press(asked, "solution")
    assert "First take the hints" in asked.solution
    for _ in find("3.1").hints:
        press(asked, "hint")
    press(asked, "solution")
    assert NOTED in asked.solution


def test_a_question_without_a_stored_solution_has_none_to_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.content.code_cells", lambda _: [])
    _stored.cache_clear()
    take_all_hints("1.6")
    assert str(course.solution("1.6")) == "There is no solution of 1.6 to show."
    assert not course.ask("1.6").may_see_solution
    assert keeping.read().entries["1.6"].solution == ""
    assert "no solution" not in str(course.hint("1.6"))
    _stored.cache_clear()


def test_an_id_that_is_none_is_refused() -> None:
    with pytest.raises(ContentError, match="There is no question '3.99'"):
        course.solution("3.99")
