"""The question bank is sound, and an answer is met in Moodle as the course meets it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import xmlschema

from course.content import ContentError
from course.page.html import unmarked
from course.questions.judge import State, judge
from course.questions.kinds.number import Number
from course.questions.kinds.options import options_of
from course.questions.spec import lessons, questions
from course.teach.export.held import Held, held
from course.teach.export.moodle import BANK, LEFT_OUT, files, left_out, lost, write
from course.teach.export.moodle_xml import PREFIX
from tests.teach.export.quiz import Item, plain, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.questions.spec import Question

SCHEMA = Path(__file__).parent / "moodle.xsd"
KEPT = [question for question in questions().values() if isinstance(held(question), Held)]
OTHER_NUMBERS = (0, 1, 2, 7, 11, 0.5, 0.333, 250, 1234.5, -3, 10**6)


@pytest.fixture(scope="module")
def bank() -> str:
    return files()[BANK]


@pytest.fixture(scope="module")
def items(bank: str) -> dict[str, Item]:
    return read(bank)[0]


def test_the_bank_is_as_moodles_import_reads_it(bank: str) -> None:
    assert [str(error) for error in xmlschema.XMLSchema(SCHEMA).iter_errors(bank)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('fraction="100"', 'fraction="97"'),
        ("<single>true</single>", "<single>maybe</single>"),
        ("between-the-lines-3.1<", "between-the-lines-3.2<"),
        ('type="numerical"', 'type="calculated"'),
        ("<hidden>0</hidden>", ""),
    ],
)
def test_the_schema_finds_what_moodle_would_refuse(bank: str, old: str, new: str) -> None:
    assert old in bank
    assert not xmlschema.XMLSchema(SCHEMA).is_valid(bank.replace(old, new, 1))


def test_each_question_is_in_the_category_of_its_lesson_or_is_named_with_a_reason(bank: str) -> None:
    _, categories = read(bank)
    without = {line.partition(":")[0] for line in left_out(lessons())}
    assert len(categories) == len(lessons())
    for lesson, inside in zip(lessons(), categories.values(), strict=True):
        kept = [f"{PREFIX}{question.id}" for question in lesson.questions if question.id not in without]
        assert inside == kept + [f"{PREFIX}{lesson.number}-open"] * (lesson.open is not None)
    assert {question.kind.name for question in questions().values() if question.id in without} >= {"order", "table"}


@pytest.mark.parametrize("question", KEPT, ids=lambda question: question.id)
def test_right_answers_get_all_points_and_a_foreseen_one_its_reply(question: Question, items: dict[str, Item]) -> None:
    item = items[f"{PREFIX}{question.id}"]
    for given, typed in _answers(question):
        verdict = judge(question, given)
        is_right = verdict.state is State.RIGHT
        if item.type == "multichoice":
            assert isinstance(given, list)
            texts = {options_of(question.kind)[key] for key in given}
            assert (item.share(texts) > 99.99) == is_right, given
            if len(given) == 1 and question.kind.name == "choice":
                [said] = [plain(each.feedback) for each in item.answers if plain(each.text) in texts]
                assert said == unmarked(verdict.message)
        else:
            answer = item.graded(typed)
            assert (answer.fraction == 100) == is_right, typed
            assert plain(answer.feedback).startswith(unmarked(verdict.message)), typed


def _answers(question: Question) -> Iterator[tuple[list[str] | str | float, str]]:
    """Yield answers that are right, foreseen and neither, each also as a learner types it."""
    kind = question.kind
    match kind.name:
        case "choice":
            yield from (([key], "") for key in options_of(kind))
        case "choices":
            yield from (([*each.answer], "") for each in question.accepted)
            right = question.accepted[0].answer
            yield from (([*right ^ {key}], "") for key in options_of(kind))
        case "number":
            assert isinstance(kind, Number)
            every = [each.answer for each in question.accepted]
            every += [each.condition["answer"] for each in question.misconceptions if "answer" in each.condition]
            for value in [*every, *_of_ranges(question), *OTHER_NUMBERS]:
                if not isinstance(value, str):
                    yield value, str(kind.keep(float(value)))
                elif question.id in {"0.1", "3.7"}:
                    yield value, value.title()
        case "text":
            accepted = [each.answer for each in question.accepted]
            foreseen = [value for each in question.misconceptions for value in each.condition.values()]
            for word in [*accepted, *foreseen, "something else"]:
                yield from ((text, text) for text in (word, word.upper(), f"The {word}"))


def _of_ranges(question: Question) -> Iterator[float]:
    if question.id == "3.7":
        return  # its field takes words
    for each in question.misconceptions:
        yield from each.condition.get("between", ())


def test_what_is_lost_is_told_in_the_file_beside_it() -> None:
    told = files()[LEFT_OUT]
    without, replies = left_out(lessons()), lost(lessons())
    assert told.startswith(f"Questions that Moodle's quiz cannot hold: {len(without)}\n\n")
    assert f"\nReplies that Moodle's quiz cannot give: {len(replies)}\n" in told
    assert [line for line in told.splitlines() if line[:1].isdigit()] == without + replies


def test_files_are_written_with_a_line_on_each_question_that_is_left_out(tmp_path: Path) -> None:
    lines = list(write(tmp_path, ["03"]))
    assert lines == [
        f"{tmp_path / BANK}: written",
        f"{tmp_path / LEFT_OUT}: written",
        "6 of 9 questions are in it. left-out.txt names the others:",
        "3.3: the answer is two numbers, and each of them can be missing.",
        "3.8: the answer is a table, which is made in code.",
        "3.9: the answer is a table, which is made in code.",
        f"Then, in Moodle: Question bank, Import, Moodle XML format, and choose {tmp_path / BANK}",
    ]
    with pytest.raises(ContentError, match="There is no notebook '33'"):
        files(["33"])
