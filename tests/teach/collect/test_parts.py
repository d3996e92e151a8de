"""What the parts of a report say: the counts of a class beside questions, misreadings and paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from course import content
from course.questions.misreadings import misreadings
from course.questions.spec import find
from course.teach.collect import parts
from course.teach.collect.class_report import Asked, ClassReport, Given, Met, Written
from tests.teach.collect.sample_report import sample

EMPTY = ClassReport("8b", "2026-12-04T14:05:00+01:00", 0, 0, 0)
ASKED = Asked("3.5", 26, 10, 20, 1, 4, 7, 1, 1.5, 2.0, (3, 4))


def met(learners: int = 11, of: int = 26, **questions: int) -> Met:
    named = tuple((name.removeprefix("q").replace("_", "."), many) for name, many in questions.items())
    return Met("hedge-dropped", learners, of, 2 * learners, named or (("3.5", 7), ("3.3", 4)))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (met(), "11 of 26 learners met it first, in 3.5 and 3.3."),
        (met(1, 1, q3_5=1), "1 of 1 learner met it first, in 3.5."),
        (
            met(5, 9, q3_5=2, q3_3=1, q6_1=1, q9_8=1),
            "5 of 9 learners met it first, in 3.5, 3.3 and 6.1 (and in 1 more question).",
        ),
        (Met("hedge-dropped", 0, 26, 2, ()), "Nobody met it first: it came up in later tries."),
        (met(1500, 10000), "1,500 of 10,000 learners met it first, in 3.5 and 3.3."),
    ],
)
def test_how_common_a_misreading_is_is_one_sentence(given: Met, said: str) -> None:
    [common] = parts.common(EMPTY, [given])
    assert common.sentence == said


def test_a_misreading_comes_with_its_repair_the_commonest_answer_and_the_paragraphs() -> None:
    answers = tuple(Given("3.5", "25", said, many, "hedge-dropped", "") for said, many in (("few", 2), ("most", 9)))
    [common] = parts.common(replace(EMPTY, answers=answers), [met()])
    assert common.about == misreadings()["hedge-dropped"]
    assert common.title == misreadings()["hedge-dropped"].title
    assert common.example is not None
    assert common.example.said == "most"
    assert common.looks == tuple(
        (f"¶{at}", content.shipped_digest("macron-biden-call")[at]) for at in find("3.5").paragraphs
    )
    assert not common.broad


def test_a_name_that_the_course_no_longer_has_is_still_told() -> None:
    [common] = parts.common(EMPTY, [Met("old-name", 1, 2, 1, (("9.99", 1),))])
    assert (common.title, common.about, common.question, common.looks) == ("Old name", None, None, ())


@pytest.mark.parametrize(("name", "broad"), [("left-out", True), ("code-slip", True), ("hedge-dropped", False)])
def test_broad_names_are_told_apart(name: str, broad: bool) -> None:  # noqa: FBT001 - a column of a table
    [common] = parts.common(EMPTY, [Met(name, 1, 2, 1, (("3.1", 1),))])
    assert common.broad == broad


def test_of_many_paragraphs_those_are_shown_that_a_reply_names() -> None:
    question = find("3.1")
    assert len(question.paragraphs) > parts.FEW
    assert [number for number, _ in parts.look_at(question, "Look at paragraph 17 again.")] == ["¶17"]
    assert [number for number, _ in parts.look_at(question)] == [f"¶{number}" for number in question.paragraphs[:3]]


def test_a_paragraph_of_another_report_says_of_which() -> None:
    question = find("7.2")
    assert question.elsewhere
    [(number, text)] = parts.look_at(question)
    assert number == f"¶{question.paragraphs[0]} · {content.shipped_title(question.case)}"
    assert text == content.shipped_digest(question.case)[question.paragraphs[0]]


def test_the_parts_of_a_bar_are_the_whole_class() -> None:
    [row] = parts.rows(replace(EMPTY, learners=30, questions=(ASKED,)))
    assert row.parts == (("first", 10), ("later", 10), ("notyet", 6), ("untried", 4))
    assert row.words == "Right at the first try: 10 of 26, 10 later, 6 not yet and 4 did not try it."


def test_a_class_that_was_all_right_has_a_short_sentence() -> None:
    [row] = parts.rows(replace(EMPTY, learners=1, questions=(Asked("3.5", 1, 1, 1, 0, 0, 0, 0, 1, None, ()),)))
    assert row.words == "Right at the first try: 1 of 1."


@pytest.mark.parametrize(("unknown", "right", "share"), [(1, 10, 40), (0, 26, 100), (26, 0, None)])
def test_a_first_try_that_is_not_kept_is_in_no_share(unknown: int, right: int, share: int | None) -> None:
    assert parts.share(replace(ASKED, unknown_first=unknown, right_first=right)) == share


def test_questions_of_a_lesson_are_together_in_the_courses_order() -> None:
    groups = parts.by_lesson(parts.rows(sample(5)))
    assert [lesson.number for lesson, _ in groups if lesson] == ["00", "03", "04"]
    assert [row.place for _, some in groups for row in some] == list(range(20))


def test_answers_that_nobody_foresaw_are_grouped_by_question_each_with_a_block() -> None:
    answers = [Given("3.1", 13, "13", 4, "", ""), Given("3.7", 13, "13", 3, "", ""), Given("3.1", 14, "14", 2, "", "")]
    found = parts.unforeseen(replace(EMPTY, unforeseen=(*answers, Given("9.99", 1, "1", 1, "", ""))))
    assert [(each.question, [given.said for given, _ in each.answers]) for each in found] == [
        ("3.1", ["13", "14"]),
        ("3.7", ["13"]),
    ]
    assert all(block.startswith("# question") for each in found for _, block in each.answers)


def test_an_open_answer_has_its_prompt_under_the_number_or_the_name_of_a_notebook() -> None:
    written = tuple(Written(1, notebook, "text", 1, "") for notebook in ("03", "03_how_many", "99"))
    assert parts.prompts(replace(EMPTY, written=written)).keys() == {"03", "03_how_many"}


@pytest.mark.parametrize(
    ("made", "said"),
    [("2026-12-04T14:05:00+01:00", "Friday, 4 December 2026, 14:05"), ("on Friday", "on Friday")],
)
def test_a_moment_is_said_in_words(made: str, said: str) -> None:
    assert parts.when(made) == said


@pytest.mark.parametrize(
    ("many", "said"),
    [(0.2, "less than a minute"), (1, "about 1 minute"), (3.6, "about 4 minutes"), (125.4, "about 125 minutes")],
)
def test_a_time_is_said_in_words(many: float, said: str) -> None:
    assert parts.minutes(many) == said


@pytest.mark.parametrize(
    ("learners", "files", "expected", "missing", "said"),
    [
        (26, 31, 0, 0, "26 learners, 31 files."),
        (1, 1, 0, 0, "1 learner, 1 file."),
        (0, 0, 0, 0, "0 learners, 0 files."),
        (26, 31, 28, 2, "26 learners, 31 files. Of 28 names on the class list, 26 are in."),
        (1, 1, 2, 1, "1 learner, 1 file. Of 2 names on the class list, 1 is in."),
        (10_000, 12_000, 0, 0, "10,000 learners, 12,000 files."),
    ],
)
def test_the_headline_counts(learners: int, files: int, expected: int, missing: int, said: str) -> None:
    names = tuple(f"Learner {at}" for at in range(missing))
    assert parts.headline(replace(EMPTY, learners=learners, files=files, expected=expected, missing=names)) == said


@pytest.mark.parametrize(("question", "typed"), [("4.2", True), ("3.1", False), ("3.5", False), ("9.99", True)])
def test_only_words_of_their_own_can_be_anything(question: str, typed: bool) -> None:  # noqa: FBT001 - a column of a table
    assert parts.typed(question) == typed


def test_people_are_known_by_their_numbers() -> None:
    report = sample(3)
    assert parts.names(report) == {each.number: each.name for each in report.people}


def test_nothing_that_a_part_says_is_a_mark_or_blames() -> None:
    said = " ".join(row.words for row in parts.rows(sample(30)))
    assert not re.search(r"\b(?:wrong|mistakes?|failed|best|worst)\b", said)
