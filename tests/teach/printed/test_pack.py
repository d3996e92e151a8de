"""The packs of all lessons: no answer on a learner's page, hints on slips, and each thing that a guide asks for."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

from course.questions.spec import lessons
from course.teach.answers import key
from course.teach.printed.asked import asked_of
from course.teach.printed.pack import Pack, pack_of
from course.teach.printed.pages import HANDS, hints

if TYPE_CHECKING:
    from course.questions.spec import Lesson

LESSONS = {lesson.notebook: lesson for lesson in lessons()}
every_lesson = pytest.mark.parametrize("lesson", LESSONS.values(), ids=lambda lesson: lesson.notebook)
LEARNERS = ("read", "look", "answer")


@cache
def packed(notebook: str) -> Pack:
    """The pack of a lesson, without pictures."""
    return pack_of(LESSONS[notebook])


def heaps(lesson: Lesson, *names: str) -> list[Tag]:
    soup = BeautifulSoup(packed(lesson.notebook).html, "html.parser")
    return [heap for heap in soup.select("[data-heap]") if heap["data-heap"] in names]


def said(lesson: Lesson, *names: str) -> str:
    return one_line(" ".join(heap.get_text(" ") for heap in heaps(lesson, *names)))


def one_line(text: str) -> str:
    return re.sub(r"[\s`*]+", " ", text).strip()


@every_lesson
def test_no_answer_is_on_a_learners_page_and_all_are_in_the_key(lesson: Lesson) -> None:
    page, answers = said(lesson, *LEARNERS, "hints", "deck"), said(lesson, "key")
    on_paper = set(re.findall(r"Question (\d\.\d+)", page))
    for question in lesson.questions:
        told = [one_line(accepted.feedback) for accepted in question.accepted]
        told += [one_line(each.feedback) for each in question.misconceptions]
        assert [text for text in told if text in page] == []
        if question.id in on_paper:
            assert one_line(key(question).short) in answers
            assert told[0] in answers
    if lesson.open:
        assert one_line(lesson.open.example) in answers
        assert one_line(lesson.open.example) not in page


@every_lesson
def test_no_question_stands_on_pages_with_tables_pictures_or_hints(lesson: Lesson) -> None:
    asked = [question for question in lesson.questions if question.track == "reading"]
    left_out = set(asked_of(lesson).without)
    answer, rest = said(lesson, "answer"), said(lesson, "read", "look", "hints")
    for question in asked:
        assert (one_line(question.prompt) in answer) == (question.id not in left_out)
        assert one_line(question.prompt) not in rest
        assert [hint for hint in question.hints if one_line(hint) in answer] == []
    assert not any(heap.select("img, figure, .shown") for heap in heaps(lesson, "answer"))


@every_lesson
def test_hints_are_on_slips_one_a_hint_and_each_question_keeps_one(lesson: Lesson) -> None:
    slips = [one_line(slip.get_text(" ")) for heap in heaps(lesson, "hints") for slip in heap.select(".slip")]
    left_out = set(asked_of(lesson).without)
    wanted = [
        (question.id, one_line(hint))
        for question in lesson.questions
        if question.track == "reading" and question.id not in left_out
        for hint in hints(question)
    ]
    assert len(slips) == len(wanted)
    assert all(
        f"Question {number} ·" in slip and slip.endswith(hint)
        for slip, (number, hint) in zip(slips, wanted, strict=True)
    )
    assert {number for number, _ in wanted} == {
        question.id for question in lesson.questions if question.track == "reading"
    } - left_out


@every_lesson
def test_what_a_guide_asks_for_is_in_the_pack_and_told_to_the_teacher(lesson: Lesson) -> None:
    decks = [heap.select_one("[data-deck]") for heap in heaps(lesson, "deck")]
    assert tuple(deck["data-deck"] for deck in decks if deck) == asked_of(lesson).cards
    assert all(deck and deck.select(".card") for deck in decks)
    teacher = said(lesson, "teacher")
    for heap in heaps(lesson, "deck"):
        assert one_line(heap.h2.get_text()) in teacher if heap.h2 else False


@every_lesson
def test_nothing_on_paper_speaks_of_what_hands_do_on_a_screen(lesson: Lesson) -> None:
    assert HANDS.findall(said(lesson, *LEARNERS, "hints")) == []
    assert "needs a computer" not in said(lesson, *LEARNERS)


@every_lesson
def test_the_tally_has_a_column_a_question_and_the_file_a_row_for_each_cell(lesson: Lesson) -> None:
    [tally] = heaps(lesson, "tally")
    head = [cell.get_text() for cell in tally.select("thead th")]
    numbers = re.findall(r"Question (\d\.\d+)", said(lesson, "answer"))
    assert head == ["Code", *numbers]
    rows = packed(lesson.notebook).tally.splitlines()
    assert rows[0] == "code,question,answer"
    assert len(rows) == 1 + len(tally.select("tbody tr")) * len(numbers)
    assert rows[1] == f"L01,{numbers[0]},"


@every_lesson
def test_headings_are_in_order_and_the_page_needs_nothing_but_itself(lesson: Lesson) -> None:
    soup = BeautifulSoup(packed(lesson.notebook).html, "html.parser")
    levels = [int(heading.name[1]) for heading in soup.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert soup.find_all(["script", "link", "iframe"]) == []
    assert "<h4>" not in soup.get_text()
