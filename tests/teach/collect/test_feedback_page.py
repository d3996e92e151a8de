"""What a learner is told: what was read well, what to look at again, and one new question; no mark, nobody compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from course.questions.judge import judge
from course.questions.misreadings import misreadings
from course.questions.spec import find, lesson, lessons
from course.teach.collect import feedback_page
from course.teach.collect.feedback_page import MOST_AGAIN, MOST_LINES, TITLES, FeedbackPage, page_of
from course.teach.collect.learners import learners
from tests.teach.collect.filled import RIGHT, One, a_class, all_met, all_right, filled, fullest, items
from tests.test_plain_words import SAYS_WHAT_WAS_DONE, hard_words

if TYPE_CHECKING:
    from pathlib import Path

RANGE = {"low": 4000, "high": 4000}
"""What stands in 3.3 where a hedge is dropped."""


@pytest.fixture
def told(tmp_path: Path) -> Any:
    """What one learner is told."""

    def of(one: One) -> FeedbackPage:
        [learner] = learners(filled(tmp_path, one))
        return page_of(learner)

    return of


def texts(page: FeedbackPage) -> list[str]:
    """All that a page says in our words."""
    again = [text for each in page.again for text in (each.told, each.where)]
    return [
        page.lessons,
        *page.can,
        *page.done,
        *again,
        *(each.told for each in page.own),
        *page.sure,
        page.next,
        page.answer,
    ]


def test_what_holds_is_said_by_outcome_with_its_questions(told: Any) -> None:
    page = told(One("Kim", {"3.1": [4], "3.2": [RIGHT], "3.3": [RANGE], "3.4": [RIGHT], "3.7": [RIGHT]}))
    assert page.can[0].startswith(
        "You can tell a mention from a force (3.1 and 3.2). The course said on 3.2: “Yes, three:"
    )
    assert page.can[1:] == ("You can keep a blank a blank (3.7).", "You have begun to read a hedge as bounds (3.4).")


def test_who_did_not_give_up_is_told_so(told: Any) -> None:
    page = told(One("Kim", {"3.1": [5, 6, 4], "3.7": [RIGHT], "4.2": [RIGHT], "6.1": [RIGHT]}))
    assert page.can[-1] == "You did not give up on 3.1 until it was right."
    assert len(page.can) == MOST_LINES


def test_what_the_solution_has_shown_is_not_called_known(told: Any) -> None:
    page = told(One("Kim", {"3.1": [5, 4]}, solutions=("3.1",)))
    assert page.can == ()
    assert page.done == ("You looked at a solution, and then answered 3.1. Can you say now why it is so?",)


def test_a_question_to_look_at_again_has_the_words_on_the_last_answer_that_is_not_right(told: Any) -> None:
    [again] = told(One("Kim", {"3.1": [7, 5]})).again
    assert (again.question, again.said, again.told) == ("3.1", "5", judge(find("3.1"), 5).message)
    assert again.asked == find("3.1").prompt
    assert again.where == "", "five paragraphs are no help"
    [again] = told(One("Kim", {"3.3": [RANGE]})).again
    assert again.where == "Paragraph 17."


def test_a_paragraph_of_another_report_is_named_with_it(told: Any) -> None:
    [again] = told(One("Kim", {"7.2": ["nearly"]})).again
    assert again.where.startswith("Paragraph 6 of “Reuters")


def test_an_answer_that_nobody_foresaw_gets_the_words_for_any(told: Any) -> None:
    [again] = told(One("Kim", {"3.1": [8]})).again
    assert again.told == find("3.1").default


def test_what_came_up_most_often_comes_first_and_each_misreading_once(told: Any) -> None:
    page = told(One("Kim", {"3.1": [3], "3.2": [5], "3.3": [RANGE, RANGE | {"low": 3999}, RANGE], "3.7": [1000]}))
    assert len(page.again) == MOST_AGAIN
    assert [each.question for each in page.again] == ["3.3", "3.2", "3.7"], "3.1 leaves something out: that says little"
    assert page.next == misreadings()["hedge-dropped"].check


def test_nothing_that_is_right_is_to_be_looked_at_again(told: Any) -> None:
    assert told(all_right("Kim", "03", "05")).again == ()
    assert [each.question for each in told(One("Kim", {"3.1": [5, 4], "3.3": [RANGE]})).again] == ["3.3"]


def test_where_hints_alone_were_taken_one_is_asked_to_try(told: Any) -> None:
    page = told(One("Kim", hints={"3.4": 2}))
    assert page.done == (f"You took hints on 3.4. {feedback_page.BEGUN}",)
    assert [(each.question, each.said, each.told) for each in page.again] == [("3.4", "", feedback_page.UNANSWERED)]
    assert page.next in {each.check for each in misreadings().values()}


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (1, "You chose level 1. The next one"),
        (3, "You chose level 3. Which words"),
        (None, "You have chosen no level yet."),
    ],
)
def test_an_open_answer_comes_with_what_its_next_level_asks_for(told: Any, level: int | None, words: str) -> None:
    page = told(One("Kim", writings={"03": ("Nobody can say.", level)}))
    [own] = page.own
    assert own.text == "Nobody can say."
    assert own.told.startswith(words)
    assert lesson("03").open is not None
    rubric = lesson("03").open.rubric  # type: ignore[union-attr]
    assert rubric[{1: 1, 3: 2, None: 1}[level]] in own.told
    assert page.done == ("You wrote an answer of your own in lesson 03.",)
    assert page.lessons == "03 How many troops?"


def test_a_long_open_answer_shows_that_it_goes_on(told: Any) -> None:
    [own] = told(One("Kim", writings={"03": ("One. " * 100, 1)})).own
    assert own.text.endswith("One. …")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ((False, 1), (True, 5), "New since the beginning: the largest number that fits and who says so."),
        ((True, 5), (False, 5), "You were sure here, and it does not fit yet: the largest number"),
        ((True, 5), (True, 1), "You were right here, and not sure: the largest number"),
        ((True, 5), (True, 5), "Sure or not: what you said fits what you found."),
    ],
)
def test_sureness_is_held_against_what_was_found(
    told: Any, before: tuple[bool, int], after: tuple[bool, int], words: str
) -> None:
    page = told(One("Kim", guesses=dict.fromkeys(items(), (before, after))))
    assert page.sure[0].startswith(words)


def test_sureness_is_not_spoken_of_before_the_task_was_done_twice(tmp_path: Path) -> None:
    connection = filled(tmp_path, One("Kim", guesses=dict.fromkeys(items(), ((True, 5), (True, 5)))))
    connection.execute("delete from item where moment = 'before'")
    [learner] = learners(connection)
    assert page_of(learner).sure == ()


def test_who_has_all_right_gets_a_question_for_the_news_of_today(told: Any) -> None:
    page = told(all_right("Kim", "03", "04"))
    assert page.next.startswith("Take a headline of today.")
    assert page.answer == ""


def test_each_lesson_has_a_question_for_the_news() -> None:
    assert list(feedback_page._for_the_news()) == [each.number for each in lessons()]


def test_the_new_question_has_its_answer_and_is_on_what_was_met_even_if_it_is_right_now(told: Any) -> None:
    page = told(One("Kim", {"3.3": [RANGE, RIGHT]}))
    known = misreadings()["hedge-dropped"]
    assert (page.next, page.answer) == (known.check, known.check_answer)


def test_a_page_knows_no_question_that_the_course_does_not_have(tmp_path: Path) -> None:
    connection = filled(tmp_path, One("Kim", {"3.1": [5]}))
    for table in ("entry", "try"):
        connection.execute(f"update {table} set question = '77.1'")
    [learner] = learners(connection)
    assert page_of(learner).done == ("You opened the course. The first question waits for you.",)


def test_a_page_has_no_mark_and_no_number_of_right_answers_and_compares_nobody(tmp_path: Path) -> None:
    for learner in learners(filled(tmp_path, *a_class(), *fullest())):
        page = page_of(learner)
        ours = " ".join([*page.can, *page.done, *page.sure, *(each.told for each in page.own), *TITLES.values()])
        assert not re.search(
            r"\d+ (?:of|out of|/) \d+|%|per cent|points|mark\b|others\b|class\b|than you\b(?! thought)", ours
        )
        assert all(len(text) < 420 for text in texts(page))


def test_pages_of_a_class_do_not_depend_on_one_another(tmp_path: Path) -> None:
    some = a_class()[:6]
    together = [page_of(learner) for learner in learners(filled(tmp_path / "all", *some))]
    for number, one in enumerate(some):
        [alone] = learners(filled(tmp_path / str(number), one))
        assert page_of(alone) == together[number]


def test_pages_are_written_in_plain_words(tmp_path: Path) -> None:
    every = [*a_class()[:7], *fullest(), *(all_met(each.number, each.number) for each in lessons())]
    said = {text for learner in learners(filled(tmp_path, *every)) for text in texts(page_of(learner))}
    said |= {*TITLES.values(), *feedback_page._for_the_news().values()}
    assert len(said) > 100
    assert [(text, found) for text in said if (found := hard_words(text))] == []
    ours = [text for text in said if not text.startswith(("You can ", "You have begun", "You did not", "You chose"))]
    assert [text for text in ours if re.search(r"\bwrong\b", text)] == []
    again = [each.told for learner in learners(filled(tmp_path / "2", *every)) for each in page_of(learner).again]
    assert [text for text in again if SAYS_WHAT_WAS_DONE.search(text)] == []
