"""Judging: forgiving on form, strict on substance, and never an exception."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.questions.judge import ANSWER_TYPE, LOUD, State, judge
from course.questions.kinds.number import Number
from course.questions.spec import Question, find, questions
from tests.questions.hostile import Hostile, Liar, Text
from tests.questions.samples import share

NUMBER, NOT_STATED, LIMITS, CHOICE, CHOICES, TABLE = map(find, ["3.1", "3.7", "3.3", "3.5", "3.4", "3.8"])


def state(question: Question, answer: object) -> State:
    return judge(question, answer).state


@pytest.mark.parametrize("question", questions().values(), ids=lambda q: q.id)
@pytest.mark.parametrize("blank", [..., "", "  ", "\N{ZERO WIDTH SPACE}", "\N{NO-BREAK SPACE}", [...], (..., ...)])
def test_a_blank_is_not_answered_yet(question: Question, blank: object) -> None:
    assert state(question, blank) is State.BLANK


@pytest.mark.parametrize("question", questions().values(), ids=lambda q: q.id)
def test_a_hostile_value_is_unclear_and_raises_nothing(question: Question) -> None:
    recursive: list[Any] = []
    recursive.append(recursive)
    for value in (Hostile(), [Hostile()], recursive, {"low": Hostile(), "high": 1}, range(10**12), lambda: 1 / 0):
        assert state(question, value) is State.UNCLEAR


@pytest.mark.parametrize("question", questions().values(), ids=lambda q: q.id)
def test_a_value_that_does_not_say_what_it_is_raises_nothing(question: Question) -> None:
    assert state(question, Liar()) is State.UNCLEAR
    assert state(question, [Liar(), Text("x")]) is not State.RIGHT


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates() | st.binary(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("question", [NUMBER, LIMITS, CHOICE, CHOICES, TABLE], ids=lambda q: q.kind.name)
@given(value=anything)
def test_no_value_raises_and_none_outside_the_accepted_is_right(question: Question, value: object) -> None:
    verdict = judge(question, value)
    assert str(verdict)
    if verdict.state is State.RIGHT:
        kept = [question.kind.keep(accepted.answer) for accepted in question.accepted]
        assert verdict.kept in kept


def test_a_wrong_answer_comes_with_its_paragraphs_and_a_next_step() -> None:
    verdict = judge(NUMBER, 5)
    assert [heading for heading, _ in verdict.paragraphs] == [
        f"Paragraph {number} in our words" for number in (4, 12, 16, 17, 19)
    ]
    heading, _ = judge(replace(NUMBER, elsewhere=True), 7).paragraphs[0]
    assert heading == "Paragraph 4 of “A call between two presidents, February 2022”, in our words"
    assert 'course.hint("3.1")' in verdict.next_step
    html = verdict._repr_html_()
    assert "✗ Not yet" in html
    assert "<summary>Paragraph 12 in our words</summary>" in html


def test_what_a_learner_typed_is_shown_as_text() -> None:
    assert "<script>" not in judge(CHOICE, "<script>alert(1)</script>")._repr_html_()


@pytest.mark.parametrize("question", questions().values(), ids=lambda q: q.id)
def test_none_is_told_as_what_print_hands_back(question: Question, capsys: pytest.CaptureFixture[str]) -> None:
    shown: Any = print(4)  # noqa: T201 - as a learner does
    assert capsys.readouterr().out == "4\n"
    verdict = judge(question, shown)
    assert verdict.state is State.UNCLEAR
    assert "print(…) shows a value and hands back None, and so does a method with inplace=True." in verdict.message


def broken(*_: object) -> str:
    raise ZeroDivisionError


def test_a_fault_of_our_own_is_raised_in_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Number, "read", broken)
    with pytest.raises(ZeroDivisionError):
        judge(NUMBER, 4)


def test_a_fault_of_our_own_is_logged_and_told_as_ours(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Number, "read", broken)
    monkeypatch.delenv(LOUD)
    verdict = judge(NUMBER, 4)
    assert verdict.state is State.UNCLEAR
    assert "a fault of the course, not of yours" in verdict.message
    [record] = caplog.records
    assert "An answer to question 3.1, of the type <class 'int'>, could not be judged." in record.getMessage()
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError


def test_a_right_answer_is_kept_as_it_is_accepted() -> None:
    assert judge(share(), 0.1 + 0.2 + 0.4000001).kept == 0.7


def test_an_answer_lies_beside_its_verdict_as_data() -> None:
    verdict = replace(judge(find("3.1"), "four"), first=9)
    assert verdict._repr_mimebundle_() == {ANSWER_TYPE: {"question": "3.1", "answer": 4, "first": 9}}
    assert replace(verdict, first=4)._repr_mimebundle_() == {ANSWER_TYPE: {"question": "3.1", "answer": 4}}


@pytest.mark.parametrize("answer", [..., "abc", None])
def test_what_is_no_answer_is_none_as_data(answer: object) -> None:
    assert judge(find("3.1"), answer)._repr_mimebundle_() == {}
