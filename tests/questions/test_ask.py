"""Asking: what the page is told, without a browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import course
from course.questions.spec import Question, questions

if TYPE_CHECKING:
    from pathlib import Path

    from course.questions.ask import Asked


def press(asked: Asked, button: str, **more: object) -> None:
    """What the page sends when a button is pressed."""
    asked._handle_custom_msg({"do": button, **more}, [])


@pytest.mark.parametrize(
    ("number", "answer", "said"),
    [
        ("3.1", "5", "measures a border"),
        ("3.7", "not stated", "does not split the number"),
        ("3.5", "33", "paragraph 19"),
        ("3.4", ["up to"], "is a ceiling"),
        ("3.3", {"low": "0", "high": "4,000"}, "leave the bottom open"),
        ("3.3", {"low": "0", "high": "no limit"}, "You left the top open"),
    ],
)
def test_each_kind_of_control_gives_its_answer(progress_file: Path, number: str, answer: object, said: str) -> None:
    asked = course.ask(number)
    press(asked, "check", answer=None)
    assert "not answered yet" in asked.feedback
    press(asked, "check", answer=answer)
    assert said in asked.feedback
    assert json.loads(progress_file.read_text(encoding="utf-8"))["entries"][number]["tries"] == 1


def test_each_button_takes_a_turn_that_the_page_can_see(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    asked = course.ask("3.1")
    press(asked, "check", answer="5")
    press(asked, "check", answer="5")
    press(asked, "hint")
    assert asked.turn == 3


def test_after_a_wrong_try_one_can_start_again(progress_file: Path) -> None:
    asked = course.ask("3.1")
    assert not asked.may_start_again
    press(asked, "check", answer="5")
    assert asked.may_start_again
    press(asked, "start again")
    assert (asked.answer, asked.feedback, asked.may_start_again) == (None, "", False)
    assert progress_file.exists(), "what was tried stays in the record"
    press(asked, "check", answer="4")
    assert not asked.may_start_again


def test_hints_come_one_after_another_and_then_end(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    asked = course.ask("3.1")
    assert (asked.hint_label, asked.hint_left, asked.hints) == ("Hint 1 of 2", True, "")
    press(asked, "hint")
    assert (asked.hint_label, asked.hint_left) == ("Hint 2 of 2", True)
    press(asked, "hint")
    assert not asked.hint_left
    assert "Hint 1 of 2" in asked.hints
    assert "That was the last hint" in asked.hints


def test_what_else_a_page_sends_changes_nothing(progress_file: Path) -> None:
    asked = course.ask("3.1")
    for message in ({}, {"do": "delete"}, {"do": "check", "answer": {"$": []}}):
        asked._handle_custom_msg(message, [])
    assert "not yet" not in asked.feedback
    assert asked.answer is None
    assert not progress_file.exists()


@pytest.mark.parametrize("question", questions().values(), ids=lambda q: q.id)
def test_the_page_is_told_no_answer(question: Question) -> None:
    asked = course.ask(question.id)
    state: dict[str, Any] = asked.get_state()
    assert set(state["question"]) == {"id", "kind", "prompt", "about", "by_code", "options"}
    sent = json.dumps({key: value for key, value in state.items() if key not in {"_esm", "_css"}})
    assert question.right not in sent
    assert not any(hint in sent for hint in question.hints)


def test_a_page_without_a_kernel_shows_the_question_as_text() -> None:
    data, _ = course.ask("3.5")._repr_mimebundle_()
    assert "25 times" in data["text/plain"]
    assert "<li>25 times</li>" in data["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in data
