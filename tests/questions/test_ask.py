"""Asking: what the page is told, without a browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import course
from course.questions.ask import Asked
from course.questions.kinds.choice import Choice
from course.questions.record import Entry, Record
from course.questions.spec import Question, questions
from tests.page.messages import sent
from tests.questions.samples import sample

if TYPE_CHECKING:
    from pathlib import Path


def press(asked: Asked, button: str, **more: object) -> None:
    """What the page sends when a button is pressed."""
    asked._handle_custom_msg({"do": button, **more}, [])


@pytest.mark.parametrize(
    ("number", "answer", "said"),
    [
        ("3.1", {"answer": "5"}, "measures a border"),
        ("3.7", {"answer": "not stated"}, "does not split the number"),
        ("3.5", {"answer": "33"}, "paragraph 19"),
        ("3.4", {"answer": ["up to"]}, "is a ceiling"),
        ("3.3", {"low": "0", "high": "4,000"}, "leave the bottom open"),
        ("3.3", {"low": "0", "high": "no limit"}, "Here the top is open"),
    ],
)
def test_each_kind_of_control_gives_its_answer(progress_file: Path, number: str, answer: object, said: str) -> None:
    asked = course.ask(number)
    press(asked, "check", answer={})
    assert "Not answered yet" in asked.feedback
    press(asked, "check", answer=answer)
    assert said in re.sub("<[^>]+>", "", asked.feedback), "a word that opens is told apart"
    assert json.loads(progress_file.read_text(encoding="utf-8"))["entries"][number]["tries"] == 1


def test_each_button_takes_a_turn_that_the_page_can_see(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    asked = course.ask("3.1")
    press(asked, "check", answer={"answer": "5"})
    press(asked, "check", answer={"answer": "5"})
    press(asked, "hint")
    assert asked.turn == 3


def test_after_a_wrong_try_one_can_start_again(progress_file: Path) -> None:
    asked = course.ask("3.1")
    assert not asked.may_start_again
    press(asked, "check", answer={"answer": "5"})
    assert asked.may_start_again
    press(asked, "start again")
    assert (asked.answer, asked.feedback, asked.may_start_again) == ({}, "", False)
    assert asked.judged is None
    assert progress_file.exists(), "what was tried stays in the record"
    press(asked, "check", answer={"answer": "4"})
    assert asked.may_start_again, "after a right answer too, for who wants to try once more"
    press(asked, "start again")
    assert (asked.answer, asked.feedback, asked.may_start_again) == ({}, "", False)
    assert "Right" in course.ask("3.1").feedback, "a right answer stays right"


def test_a_verdict_is_kept_with_the_answer_that_it_is_about(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    asked = course.ask("3.1")
    assert asked.judged is None
    asked.set_state({"answer": {"answer": "5"}})
    assert asked.judged is None, "nothing is judged before it is checked"
    press(asked, "check", answer={"answer": "5"})
    assert asked.judged == asked.answer == {"answer": 5}
    said = asked.feedback
    asked.set_state({"answer": {"answer": "4"}})
    assert asked.judged == {"answer": 5} != asked.answer
    assert asked.feedback == said, "it is there still, for who goes back to that answer"
    press(asked, "check", answer={"answer": "4"})
    assert asked.judged == asked.answer == {"answer": 4}
    press(asked, "check", answer={"answer": "some"})
    assert asked.judged == asked.answer == {"answer": "some"}, "what cannot be read stands there as it was typed"


def test_a_question_opens_with_its_verdict_and_the_answer_that_it_is_about(progress_file: Path) -> None:  # noqa: ARG001
    press(course.ask("3.1"), "check", answer={"answer": "5"})
    again = course.ask("3.1")
    assert again.judged == again.answer == {"answer": 5}
    assert "measures a border" in again.feedback
    press(again, "start again")
    assert (again.answer, again.feedback) == ({}, "")
    assert again.judged is None


def test_a_question_opens_with_what_was_answered(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    course.check("3.3", (0, None))
    course.hint("3.3")
    asked = course.ask("3.3")
    assert asked.answer == asked.judged == {"low": 0, "high": "no limit"}
    assert "Here the top is open" in asked.feedback
    assert "Imagine that there are ten soldiers" in asked.hints
    assert asked.hint_label == "Hint 2 of 2"


def typed(asked: Asked, **values: object) -> None:
    """What the page sends when a learner has typed and looks up."""
    asked.set_state({"answer": values})


def test_what_is_typed_and_not_checked_comes_back(progress_file: Path) -> None:
    typed(course.ask("3.3"), low="1", high=None)
    again = course.ask("3.3")
    assert (again.answer, again.feedback) == ({"low": "1"}, "")
    assert again.judged is None
    assert "0 of 7" in str(course.progress("03")), "it is no answer"
    entry = json.loads(progress_file.read_text(encoding="utf-8"))["entries"]["3.3"]
    assert (entry["tries"], entry["answer"], entry["draft"]) == (0, None, {"low": "1"})


def test_what_is_typed_after_a_check_comes_back_beside_the_older_verdict(progress_file: Path) -> None:  # noqa: ARG001
    asked = course.ask("3.1")
    press(asked, "check", answer={"answer": "5"})
    typed(asked, answer="7")
    again = course.ask("3.1")
    assert (again.answer, again.judged) == ({"answer": "7"}, {"answer": 5})
    press(again, "check", answer={"answer": "4"})
    assert course.ask("3.1").answer == {"answer": 4}, "an answer that is checked takes the place of what was typed"


@pytest.mark.parametrize("answer", [{"answer": "some"}, {"answer": "1 of 2 or 3"}])
def test_what_could_not_be_read_comes_back_as_it_was_typed(progress_file: Path, answer: dict[str, str]) -> None:  # noqa: ARG001
    press(course.ask("3.1"), "check", answer=answer)
    assert course.ask("3.1").answer == answer


def test_starting_again_forgets_what_was_typed(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    asked = course.ask("3.1")
    press(asked, "check", answer={"answer": "5"})
    typed(asked, answer="7")
    press(asked, "start again")
    assert course.ask("3.1").answer == {"answer": 5}


def test_a_field_that_is_wiped_out_keeps_no_draft(progress_file: Path) -> None:
    asked = course.ask("3.1")
    typed(asked, answer="7")
    typed(asked, answer=None)
    assert course.ask("3.1").answer == {}
    assert json.loads(progress_file.read_text(encoding="utf-8"))["entries"]["3.1"]["draft"] is None


@pytest.mark.parametrize(
    ("number", "draft", "can_show"),
    [
        ("3.4", {"answer": ["up to"]}, True),
        ("3.4", {"answer": ["no such key"]}, False),
        ("3.7", {"answer": "not stated"}, True),
        ("3.1", {"answer": {"$": []}}, False),
        ("3.1", {"other": "4"}, False),
    ],
)
def test_a_draft_that_the_controls_cannot_show_is_passed_over(
    progress_file: Path, number: str, draft: dict[str, object], *, can_show: bool
) -> None:
    progress_file.parent.mkdir()
    progress_file.write_text(Record({number: Entry(draft=draft)}).to_json(), encoding="utf-8")
    assert course.ask(number).answer == (draft if can_show else {})


def test_an_order_that_was_not_checked_comes_back_whole_or_not_at_all(progress_file: Path) -> None:  # noqa: ARG001
    question = sample("order")
    *some, last = keys = list(question.kind.controls()["answer"].options)
    names = [key for key, _ in keys]
    for draft, shown in ((names[::-1], {"answer": names[::-1]}), ([key for key, _ in some], {}), (names * 2, {})):
        assert Asked(question)._as_kept(Entry(draft={"answer": draft}))["answer"] == shown
    assert last in keys


@pytest.mark.parametrize("button", ["check", "hint", "start again", "delete"])
def test_a_turn_is_one_message(progress_file: Path, button: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    asked = course.ask("3.1")
    press(asked, "check", answer={"answer": "5"})
    states = sent(asked, monkeypatch)
    press(asked, button, answer={"answer": "4"})
    assert [state["turn"] for state in states] == [2]


def test_what_is_printed_has_question_hints_and_feedback(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    asked = course.ask("3.1")
    press(asked, "hint")
    press(asked, "check", answer={"answer": "5"})
    assert "<b>Question 3.1</b> We counted nine <details" in asked.printed
    assert "Hint 1</b>&ensp;Not every number" in asked.printed
    assert "measures a border" in asked.printed
    assert asked.printed.index("We counted") < asked.printed.index("Hint 1") < asked.printed.index("measures a border")
    press(asked, "start again")
    assert "measures a border" not in asked.printed
    assert "Hint 1</b>&ensp;Not every number" in asked.printed


def test_what_is_printed_of_a_question_that_was_answered_before_has_it_all(progress_file: Path) -> None:  # noqa: ARG001
    assert "We counted nine" in course.ask("3.1").printed
    course.check("3.1", 5)
    course.hint("3.1")
    asked = course.ask("3.1")
    assert asked.hints in asked.printed
    assert asked.feedback in asked.printed


def test_what_is_printed_is_escaped(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    sharp = "<b>& <script>alert(1)</script>"
    asked = Asked(replace(sample("choice"), id="3.1", prompt=sharp, hints=(sharp, sharp), kind=Choice({"a": sharp})))
    press(asked, "hint")
    press(asked, "check", answer={"answer": sharp})
    for html in (asked.printed, asked._repr_mimebundle_()[0]["text/html"], asked.hints, asked.feedback):
        assert "<script" not in html
        assert "<b>&" not in html
    assert asked.printed.count("&lt;script&gt;") >= 3, "the prompt, an option and a hint"


def test_hints_come_one_after_another_and_then_end(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    asked = course.ask("3.1")
    assert (asked.hint_label, asked.hint_left, asked.hints) == ("Hint 1 of 2", True, "")
    press(asked, "hint")
    assert (asked.hint_label, asked.hint_left) == ("Hint 2 of 2", True)
    press(asked, "hint")
    assert not asked.hint_left
    assert "<b>Hint 1</b>" in asked.hints
    assert "That was the last hint" in asked.hints


def test_what_else_a_page_sends_changes_nothing(progress_file: Path) -> None:
    asked = course.ask("3.1")
    for message in ({}, {"do": "delete"}, {"do": "check", "answer": None}, {"do": "check", "answer": {"$": []}}):
        asked._handle_custom_msg(message, [])
    assert "Not yet" not in asked.feedback
    assert asked.answer == {}, "what is no control holds nothing"
    assert not progress_file.exists()


@pytest.mark.parametrize("question", questions().values(), ids=lambda q: q.id)
def test_the_page_is_told_no_answer(question: Question) -> None:
    asked = course.ask(question.id)
    state: dict[str, Any] = asked.get_state()
    assert set(state["question"]) == {"id", "prompt", "about", "columns", "controls"}
    sent = json.dumps({key: value for key, value in state.items() if key not in {"_esm", "_css"}})
    assert question.right not in sent
    assert not any(hint in sent for hint in question.hints)


def test_a_page_without_a_kernel_shows_the_question_as_text() -> None:
    data, _ = course.ask("3.5")._repr_mimebundle_()
    assert "25 times" in data["text/plain"]
    assert "<li>25 times as large</li>" in data["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in data


def test_each_try_is_saved_with_the_notebook(progress_file: Path) -> None:
    asked = course.ask("3.1")
    assert asked.kept == {}
    for answer in ("5", "4"):
        press(asked, "check", answer={"answer": answer})
    assert [each["answer"] for each in asked.kept["given"]] == [5, 4]
    assert course.ask("3.1").kept == asked.kept
    asked.begin_anew()
    assert asked.kept == {}
    assert progress_file.exists()
