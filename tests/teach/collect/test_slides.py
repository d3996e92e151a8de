"""What can be shown to a class: no answer of one or two, no table, nothing without a text to hold it against."""

from __future__ import annotations

import pytest

from course.questions.misreadings import misreadings
from course.questions.spec import find
from course.teach.collect.class_report import ClassReport, Given
from course.teach.collect.slides import MOST, TOO_MUCH, VOTES, slides
from tests.teach.collect.sample_report import sample


def report(*answers: Given) -> ClassReport:
    return ClassReport("8b", "2026-12-04T14:05:00", 30, 30, 30, answers=answers)


def given(learners: int = 5, question: str = "3.5", answer: str = "25", name: str = "hedge-dropped") -> Given:
    return Given(question, answer, f"“{answer}”", learners, name, "Look at paragraph 4.")


@pytest.mark.parametrize(("learners", "shown"), [(1, 0), (2, 0), (3, 1), (30, 1)])
def test_an_answer_of_fewer_than_three_learners_is_never_shown(learners: int, shown: int) -> None:
    assert len(slides(report(given(learners)))) == shown


def test_the_commonest_is_first_and_broad_names_come_last() -> None:
    shown = slides(
        report(given(4), given(9, answer="33", name="other-question"), given(6, answer="100", name="plan-as-fact"))
    )
    assert [each.given.learners for each in shown] == [6, 4, 9]


def test_tables_and_questions_without_a_paragraph_are_left_out() -> None:
    assert slides(report(given(question="3.8"), given(question="4.6"), given(question="9.99"))) == []


def test_a_slide_has_the_paragraphs_the_question_to_ask_back_and_a_right_reading() -> None:
    [slide] = slides(report(given()))
    assert [number for number, _ in slide.looks] == ["¶4", "¶17"]
    assert slide.ask_back == misreadings()["hedge-dropped"].ask_back
    assert slide.right == "“more than 25 times as large”"
    assert slide.why == find("3.5").right


def test_no_more_paragraphs_are_shown_than_can_be_read_from_the_last_row() -> None:
    shown = slides(sample(300, numbers=[f"{at:02}" for at in range(10)]))
    letters = [sum(len(number) + len(text) for number, text in slide.looks) for slide in shown]
    assert all(0 < many <= TOO_MUCH for many in letters)
    assert any(len(slide.looks) < len(slide.question.paragraphs) for slide in shown)
    assert any(slide.much for slide in shown)
    assert not all(slide.much for slide in shown)


def test_an_answer_that_nobody_foresaw_asks_what_the_general_reply_asks() -> None:
    [slide] = slides(report(given(name="")))
    assert slide.ask_back == find("3.5").default


def test_there_are_no_more_than_a_lesson_has_time_for() -> None:
    shown = slides(sample(300))
    assert len(shown) == MOST
    assert all(each.given.learners >= 3 for each in shown)


def test_a_vote_is_about_the_text() -> None:
    assert 2 <= len(VOTES) <= 4
    assert not any("wrong" in option or "right" in option for option in VOTES)
