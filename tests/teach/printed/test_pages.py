"""A lesson on paper is laid on three heaps: to read, to look at, to answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.questions.spec import lessons
from course.teach import paper
from course.teach import source as sources
from course.teach.guides import guide_of
from course.teach.outputs import Shown
from course.teach.paper import Item, Part
from course.teach.printed.asked import Asked, asked_of
from course.teach.printed.pages import HANDS, Pages, hints, pages
from course.teach.worksheet import solution_of

LESSON = next(lesson for lesson in lessons() if lesson.number == "03")
GUIDE = guide_of(LESSON)
NOTHING = Asked((), (), (), LESSON.case)
FIRST, SECOND = (Item("question", question=question) for question in LESSON.questions[:2])
TABLE = Item("shown", shown=Shown("<table></table>", "", ""))
PICTURE = Item("shown", shown=Shown("", "", "", {"data": [], "layout": {"height": 900}}))
TEXT = Item("text", "<p>Some text.</p>")


def kinds(part: Part) -> list[str]:
    return [item.kind for item in part.items]


def laid(*items: Item, asked: Asked = NOTHING) -> Pages:
    return pages([Part("A part", items)], GUIDE, asked)


def test_questions_go_to_the_answers_and_the_text_says_when() -> None:
    made = laid(TEXT, FIRST, SECOND, TEXT)
    assert [kinds(part) for part in made.answer] == [["question", "question"]]
    assert [item.html for item in made.read[0].items] == [TEXT.html, "Now answer 3.1 and 3.2.", TEXT.html]
    assert [question.id for question in made.questions] == ["3.1", "3.2"]


def test_tables_and_pictures_are_named_and_say_after_which_question() -> None:
    made = laid(TABLE, FIRST, PICTURE, SECOND, TABLE)
    assert [(look.name, look.after) for look in made.look] == [
        ("Table 1", ""),
        ("Picture 1", "3.1"),
        ("Table 2", "3.2"),
    ]
    assert [look.tall for look in made.look] == [False, True, False]
    assert [item.html for item in made.read[0].items] == [
        "Look at table 1.", "Now answer 3.1.", "Look at picture 1.", "Now answer 3.2.", "Look at table 2.",
    ]  # fmt: skip


def test_a_part_with_text_and_lines_alone_stays_together() -> None:
    made = laid(TEXT, Item("note"))
    assert made.read == ()
    assert [kinds(part) for part in made.answer] == [["text", "note"]]


def test_a_heading_with_nothing_below_it_is_left_out() -> None:
    heading = Item("text", "<h3>All mentions</h3>")
    assert [item.html for item in laid(heading, FIRST, TEXT).read[0].items] == ["Now answer 3.1.", TEXT.html]
    assert laid(heading, TEXT, FIRST).read[0].items[0] == heading


def test_what_needs_a_screen_is_left_out() -> None:
    screen = Item("screen", paper.CODE_QUESTION.format("3.8"))
    hands = Item("text", "<p>Move the slider, and see.</p>")
    idle = Item("task", f"<p>{paper.STANDS_STILL}</p>")
    made = laid(TEXT, screen, hands, idle, FIRST, asked=replace(NOTHING, without=("3.1",)))
    assert [kinds(part) for part in made.read] == [["text"]]
    assert made.answer == ()


@pytest.mark.parametrize("stills", [(), ("machine",)])
def test_an_explorer_is_printed_where_the_guide_asks_for_it(stills: tuple[str, ...]) -> None:
    questions = {question.id: question for question in LESSON.questions}
    source = sources.read(LESSON.notebook)
    parts = paper.parts(source, GUIDE, questions, solution_of(source))
    made = pages(parts, GUIDE, replace(asked_of(LESSON), stills=stills))
    assert [look.item.kind for look in made.look].count("explorer") == len(stills)
    assert "task" in [item.kind for part in made.answer for item in part.items]
    assert made.length > 1000


def test_hints_that_need_a_screen_are_left_out_and_others_stay() -> None:
    question = next(question for question in LESSON.questions if question.id == "3.6")
    assert HANDS.search(" ".join(question.hints))
    left_out = [hint for hint in question.hints if hint not in hints(question)]
    assert left_out == [hint for hint in question.hints if "adding machine" in hint]
    assert len(left_out) == 1
    assert hints(LESSON.questions[0]) == list(LESSON.questions[0].hints)
